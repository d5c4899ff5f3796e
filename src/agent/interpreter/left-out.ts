/* The request without the words nothing explains, as a choice that ends the matter. */
import type { Choice } from '../turn.js';
import type { Focus } from './focus.js';
import type { Findings, Mind } from './interpret.js';
import { readAs } from './read-as.js';
import { sentenceOf } from './sentences.js';
import type { Token } from './tokenise.js';

/** Beside a known word these turn what is said round, or limit it. */
const DENYING = /^(aside|besides|instead|unless|hardly|barely|rarely|seldom|beyond|apart|minus|nor|out|off)$/;

/**
 * The request without the words nothing explains, when the rest is complete: what would then be done stands in the
 * choice. A word of negation is never offered to be dropped: without it the opposite would be answered.
 */
export function answersWithout(
  words: readonly number[],
  tokens: readonly Token[],
  spans: Findings['spans'],
  focus: Focus | undefined,
  mind: Mind,
): Choice[] {
  const isDenial = (at: number): boolean =>
    spans.some(
      ({ sense, from, to }) =>
        from <= at &&
        at < to &&
        ((sense.cat === 'Operator' && /^(not|except|nor|allBut)$/.test(sense.operator)) ||
          // Whom it is about is never left out either.
          sense.cat === 'Member' ||
          sense.cat === 'Name' ||
          // Without "largest" or "average" another thing is asked.
          sense.cat === 'Rank' ||
          sense.cat === 'Statistic' ||
          sense.cat === 'Protected' ||
          sense.cat === 'Forbidden'),
    );
  const unknown = tokens
    .map((_, at) => at)
    .filter((at) => !words.includes(at) && !spans.some(({ from, to }) => from <= at && at < to))
    .filter((at) => !isSmall(tokens[at]?.text ?? ''));
  for (const left of [words, [...words, ...unknown]]) {
    if (left.some((at) => isDenial(at) || DENYING.test(tokens[at]?.text ?? ''))) continue;
    const completes = sentenceWithout(tokens, left);
    const reading = completes ? readAs(completes, focus, mind) : undefined;
    if (!reading) continue;
    const out = runsOf(left).map((run) => `"${run.map((at) => tokens[at]?.raw ?? '').join(' ')}"`);
    return [{ text: `Answer without ${out.join(', ')}: ${sentenceOf(reading, mind.grammar.world)}`, completes }];
  }
  return [];
}

const isSmall = (word: string): boolean => word.length < 4 || word === ',';

/** Neighbouring words together: "at risk". */
export function runsOf(words: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const position of [...words].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && position === (last.at(-1) ?? 0) + 1) last.push(position);
    else runs.push([position]);
  }
  return runs;
}

const sentenceWithout = (tokens: readonly Token[], words: readonly number[]): string =>
  tidy(
    tokens
      .filter((_, at) => !words.includes(at))
      .map(({ raw }) => raw)
      .join(' '),
  );

export const tidy = (sentence: string): string => sentence.replace(/\s+,/g, ',').replace(/\s+/g, ' ').trim();
