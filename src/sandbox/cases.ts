/* Support cases: opened by a member, closed by staff, well or badly, and what that does to the mood. */
import { BAD_CONFERENCE_YEAR } from './association.js';
import { type DayNumber, dayNumber, textOf } from './calendar.js';
import { Details } from './details.js';
import { categories, EMAILS_BEGIN, type Experience } from './experience.js';
import { numbered } from './ledger.js';
import { writeLetter } from './letters.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { drawsOfText, subjectOf, tell } from './telling.js';
import { later } from './told.js';
import { poorResolutions, resolutions } from './words/answers.js';
import { experienceWords } from './words/experiences/all.js';
import type { Topic } from './words/topics.js';
import { Pen } from './writing.js';

const priorities = { high: 'high', medium: 'normal', low: 'low' } as const;

/** In the weeks after the bad conference the desk could not keep up. */
const isBusy = (on: DayNumber): boolean =>
  on >= dayNumber(BAD_CONFERENCE_YEAR, 9, 5) && on < dayNumber(BAD_CONFERENCE_YEAR, 12, 15);

/** Opens a case about it. */
export function openCase(life: Life, experience: Experience): void {
  const { association, ledger, id } = life;
  const number = ledger.number('Cases');
  const draws = drawsOfText(life, 'case', number);
  const CaseId = `K${numbered(id, number, 3)}`;
  const { kind, on, size } = experience;
  const { topic, urgency, sentiment } = experienceWords[kind];
  const subject = subjectOf(kind, draws);
  const badly = draws.chance(isBusy(on) ? 0.4 : 0.13);
  const lingers = draws.chance(0.03);
  const pace = (urgency === 'high' ? 3 : 6) * (badly ? 3 : 1) * (isBusy(on) ? 2 : 1);
  const closedOn = on + (lingers ? 400 : Math.min(120, Math.floor(draws.exponential(pace))));
  const isClosed = closedOn <= association.today;
  const stated = draws.chance(0.88);
  const told = later(() => tell(life, { ...experience, channel: 'case', recordId: CaseId }, draws));
  const resolution = later(() => resolve(life, experience, topic, badly, number));
  ledger.enter('Cases', CaseId, on, [closedOn], {
    CaseId,
    ID: id,
    Category: categories[topic],
    Status: isClosed ? 'closed' : 'open',
    ...(stated && { Priority: priorities[urgency] }),
    OpenedOn: textOf(on),
    ...(isClosed && { ClosedOn: textOf(closedOn) }),
    Subject: subject,
    get Description() {
      return told().text;
    },
    get Resolution() {
      return isClosed ? resolution().text : undefined;
    },
  });
  if (on <= association.today) life.told.push(told);
  if (isClosed)
    life.told.push(() => ({
      ...told(),
      source: 'case_resolution',
      on: closedOn,
      text: resolution().text,
      spans: resolution().spans,
      sentiment: 'neutral',
      topics: [topic],
      experience: badly ? 'handled_badly' : 'handled_well',
      isSarcastic: false,
      isInjection: false,
    }));
  if (sentiment === 'negative') followUp(life, badly, closedOn, size, number);
}

function resolve(life: Life, { on, amount }: Experience, topic: Topic, badly: boolean, number: number): Pen {
  const draws = drawsOfText(life, 'case_resolution', number);
  const pen = new Pen(
    draws,
    { sloppiness: 0.01, lowerCase: false, shouts: false },
    new Details(life, { on, ...(amount !== undefined && { amount }) }, draws),
  );
  return pen.say(badly ? poorResolutions : resolutions[topic]);
}

/** A case handled badly hurts again, and some write a second time; one handled well heals some of it. */
function followUp(life: Life, badly: boolean, closedOn: DayNumber, size: number, number: number): void {
  const draws = new Draws(life.association.seed, life.index, within(purposes.cases, number));
  life.impressions.push({ on: closedOn, size: (badly ? -0.8 : -0.4 * size) * life.nature.temper });
  const writes = draws.chance(badly ? 0.5 : 0.12);
  const on = closedOn + 2 + draws.whole(0, 12);
  if (writes && closedOn < life.nature.diesOn - 20 && on >= EMAILS_BEGIN)
    writeLetter(life, { kind: badly ? 'no_answer' : 'kind_help', on, size: 0 });
}
