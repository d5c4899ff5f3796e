/* Where an experience is told: as a case, a letter, a post, or not at all; and what becomes of a case. */
import { BAD_CONFERENCE_YEAR } from './association.js';
import { type DayNumber, dayNumber, textOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { drawsOfText, fillings, subjectOf, type Telling, tell } from './telling.js';
import type { Channel } from './told.js';
import { poorResolutions, resolutions } from './words/answers.js';
import type { communities } from './words/catalog.js';
import { type ExperienceKind, experienceWords } from './words/experiences/all.js';
import type { Topic } from './words/topics.js';
import { Pen } from './writing.js';

/** The case system, the community and the mailbox in scope began one after the other. */
export const CASES_BEGIN: DayNumber = dayNumber(2021, 1, 1);
const POSTS_BEGIN: DayNumber = dayNumber(2022, 3, 1);
const EMAILS_BEGIN: DayNumber = dayNumber(2022, 9, 1);

export interface Experience extends Omit<Telling, 'channel' | 'recordId'> {
  /** What it does to the mood; 0 for none. */
  readonly size: number;
}

/** Something happened: it leaves an impression, and some tell the association about it. */
export function undergo(life: Life, experience: Experience, number: number): void {
  const { on, size, kind } = experience;
  if (on >= life.nature.diesOn) return;
  if (size !== 0) life.impressions.push({ on, size: size * life.nature.temper });
  const draws = new Draws(life.association.seed, life.index, within(purposes.experiences, number));
  const channel = channelFor(life, kind, on, draws.uniform());
  if (channel !== undefined) speakUp(life, channel, experience);
}

// Shares of a case, a letter and a post; the rest says nothing.
const shares = {
  urgent: [0.6, 0.3, 0],
  negative: [0.32, 0.24, 0.12],
  neutral: [0.3, 0.22, 0.36],
  positive: [0.03, 0.3, 0.3],
} as const;

function channelFor({ nature }: Life, kind: ExperienceKind, on: DayNumber, share: number): Channel | undefined {
  const { sentiment, urgency } = experienceWords[kind];
  const [cases, letters, posts] = urgency === 'high' ? shares.urgent : shares[sentiment];
  const posted = nature.kind === 'organization' ? 0 : posts * (nature.digital > 0 ? 1.3 : 0.6);
  if (share < cases) return on >= CASES_BEGIN ? 'case' : undefined;
  if (share < cases + letters) return on >= EMAILS_BEGIN ? 'email' : undefined;
  return share < cases + letters + posted && on >= POSTS_BEGIN ? 'post' : undefined;
}

export function speakUp(life: Life, channel: Channel, experience: Experience): void {
  if (channel === 'case') openCase(life, experience);
  else if (channel === 'email') writeLetter(life, experience);
  else if (channel === 'post') post(life, experience);
}

const categories: Readonly<Record<Topic, string>> = {
  dues_billing: 'billing',
  renewal_process: 'membership',
  membership_value: 'membership',
  website_login: 'website',
  conference_content: 'event',
  venue: 'event',
  networking: 'community',
  certification_courses: 'education',
  customer_service: 'service',
  advocacy: 'advocacy',
  publications: 'publications',
  volunteering: 'volunteering',
};
const priorities = { high: 'high', medium: 'normal', low: 'low' } as const;

/** In the weeks after the bad conference the desk could not keep up. */
const isBusy = (on: DayNumber): boolean =>
  on >= dayNumber(BAD_CONFERENCE_YEAR, 9, 5) && on < dayNumber(BAD_CONFERENCE_YEAR, 12, 15);

function openCase(life: Life, experience: Experience): void {
  const { association, ledger, id } = life;
  const number = ledger.number('Cases');
  const draws = drawsOfText(life, 'case', number);
  const CaseId = `K${numbered(id, number, 3)}`;
  const { kind, on, size } = experience;
  const { topic, urgency, sentiment } = experienceWords[kind];
  const subject = subjectOf(kind, draws);
  const told = tell(life, { ...experience, channel: 'case', recordId: CaseId }, draws);
  const badly = draws.chance(isBusy(on) ? 0.4 : 0.13);
  const lingers = draws.chance(0.03);
  const pace = (urgency === 'high' ? 3 : 6) * (badly ? 3 : 1) * (isBusy(on) ? 2 : 1);
  const closedOn = on + (lingers ? 400 : Math.min(120, Math.floor(draws.exponential(pace))));
  const resolution = resolve(life, experience, topic, badly, number);
  const isClosed = closedOn <= association.today;
  const stated = draws.chance(0.88);
  ledger.enter('Cases', CaseId, on, [closedOn], {
    CaseId,
    ID: id,
    Category: categories[topic],
    Status: isClosed ? 'closed' : 'open',
    ...(stated && { Priority: priorities[urgency] }),
    OpenedOn: textOf(on),
    ...(isClosed && { ClosedOn: textOf(closedOn) }),
    Subject: subject,
    Description: told.text,
    ...(isClosed && { Resolution: resolution.text }),
  });
  if (on <= association.today) life.told.push(told);
  if (isClosed)
    life.told.push({
      ...told,
      source: 'case_resolution',
      on: closedOn,
      text: resolution.text,
      spans: resolution.spans,
      sentiment: 'neutral',
      topics: [topic],
      experience: badly ? 'handled_badly' : 'handled_well',
      isSarcastic: false,
      isInjection: false,
    });
  if (sentiment === 'negative') followUp(life, badly, closedOn, size, number);
}

function resolve(life: Life, { on, amount }: Experience, topic: Topic, badly: boolean, number: number): Pen {
  const draws = drawsOfText(life, 'case_resolution', number);
  const pen = new Pen(
    draws,
    { sloppiness: 0.01, lowerCase: false, shouts: false },
    fillings(life, { on, ...(amount !== undefined && { amount }) }, draws),
  );
  return pen.say(badly ? poorResolutions : resolutions[topic]);
}

/** A case handled badly hurts again, and some write a second time; one handled well heals some of it. */
function followUp(life: Life, badly: boolean, closedOn: DayNumber, size: number, number: number): void {
  const draws = new Draws(life.association.seed, life.index, within(purposes.cases, number));
  life.impressions.push({ on: closedOn, size: (badly ? -0.5 : -0.4 * size) * life.nature.temper });
  const writes = draws.chance(badly ? 0.5 : 0.12);
  const on = closedOn + 2 + draws.whole(0, 12);
  if (writes && closedOn < life.nature.diesOn - 20 && on >= EMAILS_BEGIN)
    writeLetter(life, { kind: badly ? 'no_answer' : 'kind_help', on, size: 0 });
}

const mailboxes: Readonly<Record<string, string>> = {
  billing: 'billing',
  membership: 'membership',
  event: 'events',
  education: 'education',
};

function writeLetter(life: Life, experience: Experience): void {
  const { ledger, id, association } = life;
  const number = ledger.number('Emails');
  const draws = drawsOfText(life, 'email', number);
  const EmailId = `W${numbered(id, number, 3)}`;
  const subject = subjectOf(experience.kind, draws);
  const told = tell(life, { ...experience, channel: 'email', recordId: EmailId }, draws);
  const box = mailboxes[categories[experienceWords[experience.kind].topic]] ?? 'info';
  if (experience.on <= association.today) life.told.push(told);
  ledger.enter('Emails', EmailId, experience.on, [], {
    EmailId,
    ID: id,
    Mailbox: `${box}@association.example.org`,
    ReceivedOn: textOf(experience.on),
    Subject: draws.chance(0.1) ? `Re: ${subject}` : subject,
    Body: told.text,
  });
}

const places: Readonly<Partial<Record<Topic, (typeof communities)[number]>>> = {
  networking: 'Events and Meetups',
  conference_content: 'Events and Meetups',
  venue: 'Events and Meetups',
  advocacy: 'Policy Watch',
  membership_value: 'Career Corner',
  certification_courses: 'Ask a Colleague',
  publications: 'Ask a Colleague',
};

function post(life: Life, experience: Experience): void {
  const { ledger, id, association } = life;
  const number = ledger.number('Posts');
  const draws = drawsOfText(life, 'post', number);
  const PostId = `B${numbered(id, number, 3)}`;
  const { topic } = experienceWords[experience.kind];
  const subject = subjectOf(experience.kind, draws);
  const told = tell(life, { ...experience, channel: 'post', recordId: PostId }, draws);
  // Threads of one month and community are shared by those who answer each other.
  const thread = Math.floor(experience.on / 30) * 8 + (draws.chance(0.5) ? 0 : draws.whole(1, 7));
  if (experience.on <= association.today) life.told.push(told);
  ledger.enter('Posts', PostId, experience.on, [], {
    PostId,
    ID: id,
    Community: places[topic] ?? 'Open Forum',
    ThreadId: `T${thread}`,
    PostedOn: textOf(experience.on),
    Subject: subject,
    Body: told.text,
  });
}
