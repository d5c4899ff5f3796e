/* How a member puts an experience into words: in a letter, a case, a post or a box on a form; and what is true of it. */
import { Details, type Matter } from './details.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import type { Channel, TextSource, Told } from './told.js';
import { type ExperienceKind, experienceWords } from './words/experiences/all.js';
import { decoys, feelings, greetings, injections, sarcasm, signatures, slips, turns } from './words/speech.js';
import { type Hand, Pen } from './writing.js';

export interface Telling extends Matter {
  readonly channel: Channel;
  readonly recordId: string;
  readonly kind: ExperienceKind;
}

const codes: Readonly<Record<TextSource, number>> = {
  case: 0,
  email: 1,
  post: 2,
  survey: 3,
  case_resolution: 4,
  note: 5,
};

/** Draws for one text: its record's number keeps it apart from the member's other texts. */
export const drawsOfText = (life: Life, source: TextSource, number: number): Draws =>
  new Draws(life.association.seed, life.index, within(purposes.texts, codes[source] * 1000 + number));

/** A subject for an experience: without personal details. */
export const subjectOf = (kind: ExperienceKind, draws: Draws): string => draws.pick(experienceWords[kind].subject);

/** Writes it down. Entering the text in `life.told` is the caller's, who knows whether the row exists yet. */
export function tell(life: Life, telling: Telling, draws: Draws): Told {
  const { channel, kind } = telling;
  const words = experienceWords[kind];
  const pen = new Pen(draws, handOf(life), new Details(life, telling, draws));
  const isSurvey = channel === 'survey';
  const isSarcastic = words.sentiment === 'negative' && draws.chance(0.07);
  const other =
    words.sentiment !== 'neutral' && draws.chance(isSurvey ? 0.1 : 0.14) ? opposite(kind, draws) : undefined;
  const paragraph = channel === 'email' ? '\n\n' : ' ';
  pen.say(greetings[channel]);
  if (isSarcastic && draws.chance(0.6)) pen.say(sarcasm.before, paragraph);
  const isShort = isSurvey && !isSarcastic && draws.chance(0.45);
  pen.say(isShort ? words.short : words.what, isSarcastic ? ' ' : paragraph);
  if (isSarcastic) pen.say(sarcasm.after);
  else if (!isShort && draws.chance(0.62)) pen.say(feelings[words.sentiment]);
  if (other !== undefined)
    if (isShort) pen.say(experienceWords[other].short, ', but ');
    else pen.say(turns).say(experienceWords[other].what);
  if (!isShort && draws.chance(isSurvey ? 0.25 : 0.6)) pen.say(words.ask);
  if (draws.chance(isSurvey ? 0.03 : 0.16)) pen.say(slips);
  if (draws.chance(isSurvey ? 0.01 : 0.07)) pen.say(decoys);
  const isInjection = draws.chance(0.011);
  if (isInjection) pen.say(injections, paragraph);
  pen.say(signatures[channel], channel === 'post' ? ' ' : '\n');
  return {
    source: channel,
    recordId: telling.recordId,
    on: telling.on,
    text: pen.text,
    sentiment: other === undefined ? words.sentiment : 'mixed',
    topics: other === undefined ? [words.topic] : [...new Set([words.topic, experienceWords[other].topic])],
    urgency: words.urgency,
    experience: kind,
    isSarcastic,
    isInjection,
    spans: pen.spans,
  };
}

const pairs: Readonly<Record<'positive' | 'negative', readonly ExperienceKind[]>> = {
  positive: ['career_helped', 'kind_help', 'good_reading', 'met_people', 'good_site', 'good_course', 'heard'],
  negative: ['slow_portal', 'price_rise', 'late_journal', 'cliquish', 'confusing_form', 'little_used', 'silent'],
};

/** An experience of the other sign with another topic, for mixed feelings. */
function opposite(kind: ExperienceKind, draws: Draws): ExperienceKind | undefined {
  const found = draws.pick(pairs[experienceWords[kind].sentiment === 'negative' ? 'positive' : 'negative']);
  return experienceWords[found].topic === experienceWords[kind].topic ? undefined : found;
}

/** A person writes the same way for years. */
function handOf({ association, index }: Life): Hand {
  const draws = new Draws(association.seed, index, purposes.texts);
  const sloppiness = draws.chance(0.4) ? 0.02 + 0.16 * draws.uniform() ** 2 : 0.006;
  return { sloppiness, lowerCase: draws.chance(0.05), shouts: draws.chance(0.006) };
}
