/* Notes of the staff after calls: most have a cause in what happened to the member. */
import { type DayNumber, textOf } from './calendar.js';
import { Details, type Matter } from './details.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { idOfStaff, type StaffName } from './staff.js';
import { drawsOfText } from './telling.js';
import { later } from './told.js';
import { type NoteCause, noteTexts } from './words/notes.js';
import { type Hand, Pen } from './writing.js';

const authors: Readonly<Record<NoteCause, readonly StaffName[]>> = {
  declined_payment: ['finance', 'finance2'],
  left_for_price: ['membership', 'membership2'],
  left_after_conference: ['membership', 'membership2'],
  left_for_time: ['membership', 'membership2'],
  conference_complaint: ['community'],
  service: ['membership', 'membership2', 'membership2', 'community', 'marketing'],
  check_in: ['membership', 'membership2'],
};

export type Facts = Omit<Matter, 'on'>;

/** Notes are typed between two calls. */
const QUICK: Hand = { sloppiness: 0.012, lowerCase: false, shouts: false };

/** Enters a note with this probability; `on` is the day of the contact. */
export function note(life: Life, cause: NoteCause, on: DayNumber, probability: number, facts: Facts = {}): void {
  const { association, index, ledger, id } = life;
  const draws = new Draws(association.seed, index, within(purposes.notes, on));
  if (!draws.chance(probability) || on >= life.nature.diesOn) return;
  const { subject, topic, sentiment, texts } = noteTexts[cause];
  const number = ledger.number('Activity');
  const activityId = numbered(id, number, 3);
  const written = later(() => {
    const chosen = drawsOfText(life, 'note', number);
    return new Pen(chosen, QUICK, new Details(life, { ...facts, on }, chosen)).say(texts);
  });
  const authorId = idOfStaff(draws.pick(authors[cause]));
  ledger.enter('Activity', activityId, on, [], {
    activityId,
    partyId: id,
    activityType: 'NOTE',
    occurredOn: textOf(on),
    description: subject,
    get note() {
      return written().text;
    },
    authorId,
  });
  if (on > association.today) return;
  life.told.push(() => ({
    source: 'note',
    recordId: activityId,
    on,
    text: written().text,
    spans: written().spans,
    sentiment,
    topics: [topic],
    urgency: 'low',
    experience: cause,
    isSarcastic: false,
    isInjection: false,
  }));
}

/** Ordinary calls between two days, about one in ten years; organisations are called every spring. */
export function ordinaryCalls(life: Life, from: DayNumber, to: DayNumber): void {
  const draws = new Draws(life.association.seed, life.index, within(purposes.notes, from) + 31);
  for (let left = draws.poisson(((to - from) / 365) * 0.12, 2); left > 0; left--) {
    note(life, 'service', from + Math.floor(draws.uniform() * (to - from + 1)), 1);
  }
  if (life.nature.kind === 'organization') note(life, 'check_in', from + 100 + draws.whole(0, 60), 0.5);
}
