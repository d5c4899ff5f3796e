/* Letters members write by e-mail. */
import { textOf } from './calendar.js';
import { categories, type Experience } from './experience.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { drawsOfText, subjectOf, tell } from './telling.js';
import { later } from './told.js';
import { experienceWords } from './words/experiences/all.js';

const mailboxes: Readonly<Record<string, string>> = {
  billing: 'billing',
  membership: 'membership',
  event: 'events',
  education: 'education',
};

/** Writes to one of the association's mailboxes. */
export function writeLetter(life: Life, experience: Experience): void {
  const { ledger, id, association } = life;
  const number = ledger.number('Emails');
  const draws = drawsOfText(life, 'email', number);
  const EmailId = `W${numbered(id, number, 3)}`;
  const subject = subjectOf(experience.kind, draws);
  const replies = draws.chance(0.1);
  const told = later(() => tell(life, { ...experience, channel: 'email', recordId: EmailId }, draws));
  const box = mailboxes[categories[experienceWords[experience.kind].topic]] ?? 'info';
  if (experience.on <= association.today) life.told.push(told);
  ledger.enter('Emails', EmailId, experience.on, [], {
    EmailId,
    ID: id,
    Mailbox: `${box}@association.example.org`,
    ReceivedOn: textOf(experience.on),
    Subject: replies ? `Re: ${subject}` : subject,
    get Body() {
      return told().text;
    },
  });
}
