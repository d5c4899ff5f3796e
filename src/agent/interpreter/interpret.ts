/*
 * One sentence, with what the thread speaks of, to a call, a question or a refusal. A word nothing explains is never
 * dropped; two readings near in cost are asked about; a reading nobody can meet is deleted. Deterministic.
 */
import { parse } from './chart.js';
import { requestOf } from './clauses.js';
import { isEnglish } from './common-words.js';
import type { Focus } from './focus.js';
import { openingOf } from './follow-ups.js';
import { skipsOf } from './function-words.js';
import { valueMeant, withVowels, writtenOut } from './hasty.js';
import type { Lexicon } from './lexicon.js';
import { type Reading, readingsOf } from './readings.js';
import type { Grammar } from './rules/grammar.js';
import { saidChange } from './said-changes.js';
import type { SaidChange } from './said-people.js';
import type { Span } from './senses.js';
import { inPlainWords } from './set-phrases.js';
import { respell, transposed } from './spelling.js';
import { withoutOwners, withPersonNamed } from './spoken-of.js';
import { spansOf } from './tag.js';
import type { Lacking } from './thought.js';
import { isOwnWords, type Sentence, type Token, tokenise } from './tokenise.js';

export interface Mind {
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
  /** What would be understood with the tools that the person asking may not use; left out where none is withheld. */
  readonly withheld?: () => Mind;
}

/** What was found, before anybody decides what to say. */
export interface Findings {
  readonly tokens: readonly Token[];
  readonly ownWords?: string | undefined;
  readonly spans: readonly Span[];
  readonly readings: readonly Reading[];
  readonly lacking: readonly Lacking[];
  /** Respelt words. */
  readonly notes: readonly string[];
}

export type Verdict =
  | { readonly kind: 'call'; readonly reading: Reading; readonly notes: readonly string[] }
  | { readonly kind: 'forbidden'; readonly word: string }
  | { readonly kind: 'protected'; readonly word: string; readonly about: string }
  | { readonly kind: 'lacking'; readonly lacking: Lacking }
  | { readonly kind: 'unexplained'; readonly words: readonly number[]; readonly best?: Reading | undefined }
  | { readonly kind: 'ambiguous'; readonly first: Reading; readonly second: Reading }
  | { readonly kind: 'doubtful'; readonly reading: Reading }
  | { readonly kind: 'nothing' };

/** Near in cost: asked. Costly: "is this what you mean?" Both from the curve in the reference. */
export const MARGIN = 0.08;
export const MOST_COST = 1.6;
const LACKING_COST = 2;
const MOST_WORDS = 60;

/** How a note on words set aside begins. */
export const LEFT_ASIDE = 'I left aside';
const leftAside = (words: string): string => `${LEFT_ASIDE}: "${words}"`;

/** What is found in a message: its request, with what stands beside it set aside and said. */
export function findingsOf(text: string, focus: Focus | undefined, mind: Mind): Findings {
  const { lexicon, grammar } = mind;
  const change = saidChange(text, focus?.member, grammar.world.customs);
  const direct = change && readingOf(change, grammar);
  if (direct) return { tokens: [], spans: [], readings: [direct], lacking: [], notes: [] };
  const named = withPersonNamed(text);
  const plainly = inPlainWords(named.text);
  const owned = withoutOwners(plainly.text);
  const spelt: string[] = [];
  // What was typed in haste may be a set phrase only once it is spelt.
  const full = inFull(owned.text, lexicon, spelt);
  const again = spelt.length > 0 ? inPlainWords(full) : { text: full, notes: [] };
  const request = requestOf(again.text, lexicon, grammar.world.customs, focus?.definition !== undefined);
  const notes = [
    ...named.notes,
    ...plainly.notes,
    ...again.notes,
    ...owned.notes,
    ...spelt,
    ...request.aside.map(leftAside),
  ];
  return findingsIn(request.text, focus, mind, notes);
}

function findingsIn(
  text: string,
  focus: Focus | undefined,
  { grammar, lexicon }: Mind,
  said: readonly string[],
): Findings {
  const change = saidChange(text, focus?.member, grammar.world.customs);
  const direct = change && readingOf(change, grammar);
  if (direct) return { tokens: [], spans: [], readings: [direct], lacking: [], notes: [] };
  const whole = tokenise(text);
  const notes = [...said];
  const spelt = whole.tokens.flatMap((token) => spellingOf(token, lexicon, notes));
  const opening = focus?.definition ? openingOf(spelt) : { tokens: spelt };
  const sentence: Sentence = { ...whole, tokens: opening.tokens };
  const { tokens, ownWords } = sentence;
  const spans = spansOf(sentence, lexicon, grammar.world.customs, focus);
  const skips = skipsOf(tokens, spans);
  const length = tokens.length + (ownWords === undefined ? 0 : 1);
  if (ownWords !== undefined) skips.push({ cost: 6, isUnexplained: true });
  // Nobody says as much in one breath; the chart grows with the cube of it.
  const items = length > MOST_WORDS ? [] : parse(length, spans, skips, grammar);
  const { readings, lacking } = readingsOf(items, { grammar, tokens, ownWords, focus, edit: opening.edit });
  return { tokens, ownWords, spans, readings, lacking, notes };
}

/** A change said in words of its own, where its tool is shown. */
function readingOf({ tool: name, arguments: args }: SaidChange, grammar: Grammar): Reading | undefined {
  const tool = grammar.tools.find((one) => one.tool.name === name);
  return tool && { tool, arguments: args, cost: 0, unexplained: [], notes: [], id: `${name} ${JSON.stringify(args)}` };
}

/** The message with what was typed in haste as it is meant, so that its clauses are told by it too. */
function inFull(text: string, lexicon: Lexicon, notes: string[]): string {
  if (isOwnWords(text)) return text;
  return text.replace(/(?<![\p{L}\p{N}'’/@.-])[a-z][a-z0-9']*(?:'[a-z]+)?(?![\p{L}\p{N}'’@/-]|\.\p{L})/gu, (word) => {
    const spelt = spellingOf({ raw: word, text: word }, lexicon, notes);
    return Array.isArray(spelt) ? spelt.map(({ raw }) => raw).join(' ') : spelt.raw;
  });
}

function spellingOf(token: Token, lexicon: Lexicon, notes: string[]): Token | Token[] {
  if (lexicon.codesOf(token.raw).length > 0 || lexicon.meaningsOf(token.text).length > 0) return token;
  const value = valueMeant(token.text);
  const full = value?.split(' ').every((word) => lexicon.knows(word)) ? value : writtenOut(token.text);
  if (full !== undefined) {
    notes.push(`"${token.raw}" is read as "${full}"`);
    return full.split(' ').map((word) => ({ raw: word, text: word }));
  }
  if (lexicon.knows(token.text) || isCommon(token.text) || isEnglish(token.text)) return token;
  // A word with a capital inside a sentence may be a name.
  if (/^\p{Lu}/u.test(token.raw) && token.raw !== token.raw.toUpperCase()) return token;
  const isBarred = (word: string): boolean => lexicon.isBarred(word);
  const meant =
    respell(token.text, lexicon.words(), isBarred) ??
    withVowels(token.text, lexicon.words(), isBarred) ??
    transposed(token.text, lexicon.words(), isBarred);
  if (meant === undefined) return token;
  notes.push(`"${token.raw}" is read as "${meant}"`);
  return { raw: meant, text: meant };
}

const common = new Set(
  'between bucks nothing nobody none neither nowhere noone about above after again against before below between could during every everything first fewer greater month months quarter quarters fiscal years weeks since today tomorrow yesterday their there these those through under until where which while whose would should please thanks think other others people recent recently latest being having their'.split(
    ' ',
  ),
);
const isCommon = (word: string): boolean => common.has(word) || /\d/.test(word);

export function decide({ tokens, ownWords, spans, readings, lacking, notes }: Findings): Verdict {
  const best = readings[0];
  const second = readings.find(
    ({ id, unexplained }) => id !== best?.id && unexplained.length <= (best?.unexplained.length ?? 0),
  );
  const unexplained = best?.unexplained ?? contentOf(tokens, spans);
  const refused = refusedBy(best ? unexplained : tokens.map((_, at) => at), spans);
  if (refused) {
    const word = tokens
      .slice(refused.from, refused.to)
      .map(({ raw }) => raw)
      .join(' ');
    const { sense } = refused;
    return sense.cat === 'Protected' ? { kind: 'protected', word, about: sense.about } : { kind: 'forbidden', word };
  }
  if (!best || unexplained.length > 0) {
    const nearest = [...lacking].sort((a, b) => a.cost - b.cost)[0];
    if (
      nearest &&
      nearest.cost < LACKING_COST &&
      (!best || ownWords !== undefined || isLackingOnly(nearest, tokens, spans))
    )
      return { kind: 'lacking', lacking: nearest };
  }
  if (!best) return isAboutSomething(spans) ? { kind: 'unexplained', words: unexplained } : { kind: 'nothing' };
  if (unexplained.length > 0)
    return isAboutSomething(spans) ? { kind: 'unexplained', words: unexplained, best } : { kind: 'nothing' };
  if (second && second.cost - best.cost < MARGIN) return { kind: 'ambiguous', first: best, second };
  if (best.cost > MOST_COST) return { kind: 'doubtful', reading: best };
  return { kind: 'call', reading: best, notes: [...new Set([...notes, ...best.notes])] };
}

/** Words that say something, when no reading came about. */
const contentOf = (tokens: readonly Token[], spans: readonly Span[]): number[] => {
  const skips = skipsOf(tokens, spans);
  const content = tokens.map((_, at) => at).filter((at) => skips[at]?.isUnexplained);
  const unknown = content.filter((at) => !spans.some(({ from, to }) => from <= at && at < to));
  return unknown.length > 0 ? unknown : content;
};

const isLackingOnly = (lacking: Lacking, tokens: readonly Token[], spans: readonly Span[]): boolean =>
  contentOf(tokens, spans).every((at) =>
    spans.some(({ sense, from, to }) => from <= at && at < to && sense.cat === 'Call'),
  ) || lacking.tool.tool.effect === 'propose';

const isAboutSomething = (spans: readonly Span[]): boolean =>
  spans.some(({ sense }) => !['Call', 'Operator', 'Count', 'Number', 'Years', 'Limit', 'Mail'].includes(sense.cat));

/** An order that is never taken, or else a protected characteristic, at a place nothing else explains. */
function refusedBy(unexplained: readonly number[], spans: readonly Span[]): Span | undefined {
  const isMeant = ({ sense, from, to }: Span): boolean =>
    (sense.cat === 'Forbidden' || sense.cat === 'Protected') &&
    unexplained.some((at) => from <= at && at < to) &&
    !spans.some((other) => other.from <= from && to <= other.to && isNameOfMore(other, from, to));
  const order = ['Forbidden', 'Protected'];
  return spans
    .filter(isMeant)
    .sort((a, b) => order.indexOf(a.sense.cat) - order.indexOf(b.sense.cat) || b.to - b.from - (a.to - a.from))[0];
}

/** "Women in Leadership", "Union City": the word is part of a longer name. */
const isNameOfMore = ({ sense, from, to }: Span, first: number, last: number): boolean =>
  to - from > last - first && ['Event', 'Cond', 'Member', 'Name'].includes(sense.cat);
