/*
 * A number fills a slot of its own dimension only. "30 days" is neither an amount nor a count, "1 Sept" no one of anything,
 * "slide 6" no six: such a reading is taken away, so that the number is told in its own words or else is asked about.
 */
import type { Span } from './senses.js';
import type { Token } from './tokenise.js';

/** Things that bear a number as their name. */
const NUMBERED =
  /^(?:slides?|items?|pages?|tables?|sections?|appendix|annex|exhibit|chart|figure|paragraph|para|row|column|line|bullet|step|point|question|draft|version|room|hall|booth|tab|sheet|schedule|agenda|topic|phase|round|option|column|footnote|no|nr|number|#)$/;
/** Units of time that a count of deeds or an amount of money is never in. */
const TIMES = /^(?:days?|dys|weeks?|wks?|fortnights?|months?|mths?|mos|quarters?|minutes?|mins?|seconds?|decades?)$/;
const CLOCK = /^(?:am|pm|a\.m|p\.m|a\.m\.|p\.m\.|o'clock|oclock|noon|sharp)$/;
/** People and things that are counted by themselves: "5 members" is no amount. */
const COUNTED =
  /^(?:members?|people|persons?|individuals?|organi[sz]ations?|compan(?:y|ies)|firms?|students?|fellows?|credits?|ceus?|points?|percent|%)$/;

/** The readings of values that their units and their places allow. */
export function inOwnDimension(values: readonly Span[], tokens: readonly Token[]): Span[] {
  const word = (at: number): string => tokens[at]?.text ?? '';
  return values.flatMap((span) => {
    const { sense, from, to } = span;
    const isBare = sense.cat === 'Count' || sense.cat === 'Number';
    if (!isBare && sense.cat !== 'Amount' && sense.cat !== 'Limit') return [span];
    if (isPartOfATime(span, values)) return [];
    if (isBare && isZero(span)) return [span];
    const isName = NUMBERED.test(word(from - 1)) && /\d/.test(word(from)) && !isOneOfAList(word(from - 2));
    if (isName && sense.cat !== 'Amount') return [];
    if (isBare && CLOCK.test(word(to))) return [];
    if (isBare && TIMES.test(word(to))) return sense.cat === 'Number' ? [ofItsNoun(span)] : [];
    if (sense.cat === 'Number' && COUNTED.test(word(to))) return [ofItsNoun(span)];
    return [span];
  });
}

/** "Any number 6" names, "the number 6" too; "a number of 6" does not come here. */
const isOneOfAList = (before: string): boolean => before === 'of';

const isZero = ({ sense }: Span): boolean =>
  (sense.cat === 'Count' || sense.cat === 'Number') &&
  'is' in sense.count &&
  sense.count.is === 'eq' &&
  sense.count.value === 0;

const ofItsNoun = (span: Span): Span =>
  span.sense.cat === 'Number' ? { ...span, sense: { ...span.sense, isOfNext: true } } : span;

/** The "1" of "1 Sept 2025", the "3" of "in the last 3 months". */
const isPartOfATime = ({ from, to }: Span, values: readonly Span[]): boolean =>
  values.some(
    (time) =>
      (time.sense.cat === 'Win' || time.sense.cat === 'Day') &&
      time.from <= from &&
      to <= time.to &&
      time.to - time.from > to - from,
  );
