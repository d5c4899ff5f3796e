/* Evaluations after events and the yearly member survey: ratings follow what was felt, comments follow the rating. */
import type { Gathering } from './association.js';
import { type DayNumber, dayNumber, textOf, yearOf } from './calendar.js';
import { CASES_BEGIN } from './experience.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws, sigmoid } from './random.js';
import { moodOn } from './renewal.js';
import { isBadConference } from './shocks.js';
import { drawsOfText, tell } from './telling.js';
import { later } from './told.js';
import type { ExperienceKind } from './words/experiences/all.js';

interface Question {
  readonly text: string;
  readonly share: number;
  readonly bad: readonly ExperienceKind[];
  readonly plain: readonly ExperienceKind[];
  readonly good: readonly ExperienceKind[];
}

const content: Omit<Question, 'text'> = {
  share: 1,
  bad: ['dull_sessions'],
  plain: ['content_question'],
  good: ['great_sessions'],
};
const large: readonly Question[] = [
  { text: 'How was the program?', ...content },
  {
    text: 'How were the venue and the organization?',
    share: 0.75,
    bad: ['crowded_rooms'],
    plain: ['venue_question'],
    good: ['lovely_venue'],
  },
  {
    text: 'How useful was meeting others?',
    share: 0.35,
    bad: ['cliquish'],
    plain: ['contact_question'],
    good: ['met_people'],
  },
];
const small: readonly Question[] = [{ text: 'How useful was this session?', ...content }];

const returned = { conference: 0.3, summit: 0.35, webinar: 0.13, chapter: 0.1 } as const;

/** Some of those who came answer; `felt` is the impression they took home, in the unit of moods. */
export function evaluate(life: Life, gathering: Gathering, felt: number): void {
  const { association, index } = life;
  if (gathering.endsOn < CASES_BEGIN) return;
  const draws = new Draws(association.seed, index, within(purposes.surveys, gathering.place));
  const moved = Math.abs(felt) > 1 ? 1.8 : 1;
  const answers = draws.chance(
    Math.min(0.8, returned[gathering.kind] * moved * 2 * sigmoid(0.5 * life.nature.digital)),
  );
  const on = gathering.endsOn + 1 + draws.whole(0, 9);
  if (!answers || on >= life.nature.diesOn) return;
  const isLarge = gathering.kind === 'conference' || gathering.kind === 'summit';
  const upset = isBadConference(gathering);
  for (const question of isLarge ? large : small) {
    const rating = rated(3.9 + 1.2 * felt + 0.75 * draws.normal());
    if (!draws.chance(question.share)) continue;
    const bad = upset && question.share === 1 ? (['cancelled_sessions', 'dull_sessions'] as const) : question.bad;
    const kind = draws.pick(rating <= 2 ? bad : rating === 3 ? question.plain : question.good);
    answer(
      life,
      { survey: `${gathering.name} evaluation`, question: question.text, event: gathering, rating, kind, on },
      draws.chance(0.5),
    );
  }
}

const NEGATIVE: readonly ExperienceKind[] = [
  'little_used',
  'price_rise',
  'no_answer',
  'slow_portal',
  'cliquish',
  'late_journal',
  'silent',
  'overloaded',
  'confusing_form',
];
const PLAIN: readonly ExperienceKind[] = [
  'value_question',
  'site_question',
  'reading_question',
  'offer',
  'service_question',
  'renewal_question',
  'policy_question',
  'course_question',
];
const POSITIVE: readonly ExperienceKind[] = [
  'career_helped',
  'kind_help',
  'met_people',
  'good_reading',
  'good_course',
  'good_site',
  'heard',
  'fair_price',
  'meaningful',
  'easy_renewal',
];

/** Every May members are asked whether they would recommend the association. */
export function memberSurveys(life: Life, from: DayNumber, to: DayNumber): void {
  const { association, index, nature } = life;
  for (let year = Math.max(2021, yearOf(from)); year <= yearOf(to); year++) {
    const draws = new Draws(association.seed, index, within(purposes.surveys, 10_000 + year));
    const on = dayNumber(year, 5, 4) + draws.whole(0, 24);
    if (on < from || on > to || on >= nature.diesOn) continue;
    const engagement = life.engagementIn(year);
    const answers = draws.chance(sigmoid(-1.6 + 0.5 * engagement + 0.2 * nature.digital));
    if (!answers) continue;
    const content = 3.7 + 0.3 * nature.loyalty + 0.35 * engagement - 0.7 * (nature.priceSensitivity - 0.35);
    const rating = rated(content + 1.1 * moodOn(life.impressions, on) + 0.6 * draws.normal());
    const kind = draws.pick(rating <= 2 ? NEGATIVE : rating === 3 ? [...PLAIN, ...NEGATIVE] : POSITIVE);
    const comments = draws.chance(0.55);
    answer(
      life,
      { survey: `Member Survey ${year}`, question: 'How likely are you to recommend us?', rating, kind, on },
      comments,
    );
  }
}

const rated = (value: number): number => Math.max(1, Math.min(5, Math.round(value)));

interface Answer {
  readonly survey: string;
  readonly question: string;
  readonly event?: Gathering;
  readonly rating: number;
  readonly kind: ExperienceKind;
  readonly on: DayNumber;
}

function answer(life: Life, { survey, question, event, rating, kind, on }: Answer, comments: boolean): void {
  const { ledger, id, association } = life;
  const number = ledger.number('SurveyAnswers');
  const AnswerId = `R${numbered(id, number, 3)}`;
  const telling = {
    channel: 'survey',
    recordId: AnswerId,
    on,
    kind,
    ...(event !== undefined && { event: event.name }),
  } as const;
  const told = later(() => tell(life, telling, drawsOfText(life, 'survey', number)));
  if (comments && on <= association.today) life.told.push(told);
  ledger.enter('SurveyAnswers', AnswerId, on, [], {
    AnswerId,
    ID: id,
    Survey: survey,
    ...(event !== undefined && { EventId: event.eventId }),
    Question: question,
    Rating: rating,
    AnsweredOn: textOf(on),
    get Comment() {
      return comments ? told().text : undefined;
    },
  });
}
