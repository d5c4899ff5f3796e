/* The request without the words nothing explains, as a choice that ends the matter. */
import type { Focus } from './focus.js';
import type { Findings, Mind } from './interpret.js';
import type { OfferedChoice } from './offered.js';
import { readAs } from './read-as.js';
import { sentenceOf } from './sentences.js';
import { standingFor } from './standing-for.js';
import type { Token } from './tokenise.js';

/** Beside a known word these turn what is said round, or limit it. */
const DENYING =
  /^(aside|besides|instead|unless|hardly|barely|rarely|seldom|beyond|apart|minus|nor|out|off|blank|empty|missing|lacking|lacks?|absent|void|nil|devoid|unfilled|unrecorded|unset|incomplete|opposite|contrary|reverse|declined|refused|rejected|skipped|missed|avoided|ignored|neglected|forgot|forgotten|sans|former|formerly|ex|previously|unpaid|unopened|unread|un\w+ed)$/;

/**
 * The request without the words nothing explains: what would then be done stands in the choice, and what it leaves out.
 * Where that may mean two things, both. A word of negation, a superlative, the person it is about or the text that was typed is
 * never offered to be dropped: without it another thing, or the opposite, would be answered; then the nearest reading that keeps it.
 */
export function answersWithout(
  words: readonly number[],
  { tokens, spans, readings }: Pick<Findings, 'tokens' | 'spans' | 'readings'>,
  focus: Focus | undefined,
  mind: Mind,
): OfferedChoice[] {
  const isKept = (at: number): boolean =>
    tokens[at] === undefined ||
    isDenial(at, spans) ||
    DENYING.test(tokens[at]?.text ?? '') ||
    isWhatIsOwned(at, tokens);
  const unknown = tokens
    .map((_, at) => at)
    .filter((at) => !words.includes(at) && !spans.some(({ from, to }) => from <= at && at < to))
    .filter((at) => !isSmall(tokens[at]?.text ?? ''));
  const choices: OfferedChoice[] = [];
  for (const left of [words, [...words, ...unknown]]) {
    if (choices.length > 0 || left.some(isKept)) continue;
    const completes = sentenceWithout(tokens, left);
    const reading = completes ? readAs(completes, focus, mind) : undefined;
    if (reading) choices.push(choiceWithout(left, tokens, sentenceOf(reading, mind.grammar.world), completes));
  }
  if (choices.length > 0) return choices;
  const near = readings.filter(({ unexplained }) => !unexplained.some(isKept));
  const [best] = near;
  for (const reading of near.slice(0, MOST_TRIED)) {
    if (!best || reading.cost > best.cost + NEAR || choices.length === 2) break;
    const sentence = sentenceOf(reading, mind.grammar.world);
    const choice = choiceWithout(reading.unexplained, tokens, sentence, sentence);
    choices.push(...[standingFor(choice, reading, focus, mind) ?? []].flat());
  }
  return choices;
}

/** "Whose certification expires": without its noun the verb says it of something else. */
const isWhatIsOwned = (at: number, tokens: readonly Token[]): boolean =>
  tokens[at - 1]?.text === 'whose' && !/^(?:own|whole|entire|actual)$/.test(tokens[at]?.text ?? '');

const MOST_TRIED = 6;
/** Readings this near in cost are as likely, once words are left out. */
const NEAR = 1;

const isDenial = (at: number, spans: Findings['spans']): boolean =>
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
        (sense.cat === 'Statistic' && !sense.isCount) ||
        sense.cat === 'Protected' ||
        sense.cat === 'Forbidden'),
  );

function choiceWithout(
  left: readonly number[],
  tokens: readonly Token[],
  sentence: string,
  completes: string,
): OfferedChoice {
  const out = wordsOfRuns(left, tokens).map((run) => `"${run}"`);
  return { text: out.length ? `Answer without ${out.join(', ')}: ${sentence}` : sentence, completes };
}

/** Words of grammar at either end of what was not understood: what matters stands between them. */
const GRAMMAR =
  /^(?:,|i|i'm|im|'m|we|me|us|you|he|she|it|they|them|their|his|its|our|my|your|this|that|these|those|there|the|a|an|of|to|in|on|at|as|by|for|from|with|into|and|or|but|so|if|is|are|am|was|were|be|been|do|does|did|has|have|had|will|would|can|could|'s|'re|'ve|'d|'ll|who|which|what|even|then|now|some|any)$/;

/** What was not understood, run by run, as it was said; words of grammar only where there is nothing else. */
export function wordsOfRuns(words: readonly number[], tokens: readonly Token[], ownWords?: string): string[] {
  const say = (run: readonly number[]): string =>
    run.map((at) => tokens[at]?.raw ?? (ownWords === undefined ? '' : 'the text')).join(' ');
  const runs = runsOf(words);
  const telling = runs.map(trimmed(tokens)).filter((run) => run.length > 0);
  return (telling.length > 0 ? telling : runs).map(say);
}

/** The first stretch of words that says something, without words of grammar around it. */
export function tellingRun(runs: readonly (readonly number[])[], tokens: readonly Token[]): readonly number[] {
  return runs.map(trimmed(tokens)).find((run) => run.length > 0) ?? runs[0] ?? [0];
}

const trimmed =
  (tokens: readonly Token[]) =>
  (run: readonly number[]): number[] => {
    const isGrammar = (at: number | undefined): boolean => at !== undefined && GRAMMAR.test(tokens[at]?.text ?? 'x');
    const rest = [...run];
    while (rest.length > 0 && isGrammar(rest[0])) rest.shift();
    while (rest.length > 0 && isGrammar(rest.at(-1))) rest.pop();
    return rest;
  };

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
