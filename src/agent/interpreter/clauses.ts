/*
 * A message as clauses: what greets, thanks or gives a reason beside a request is set aside, and said; a short clause
 * that only names what is wanted ("Number.", "who are they?") is put in front of the one before it. Nothing that holds a
 * word of logic, a figure, a person or a refused word is ever set aside.
 */
import type { Customs } from '../../language/reading.js';
import { askedFor, BEGINS_ASKING, plain, withFragments } from './asked-for.js';
import { withEventBehind } from './event-ahead.js';
import { isAnyStatus, isLapsedToo, orderOf } from './fragments.js';
import { apart, frames } from './framed-clauses.js';
import { headingOf, POINTS_BACK } from './framing.js';
import { type Clause, keepWhatIsAsked, withAsideAtEnds } from './kept-clauses.js';
import type { Lexicon } from './lexicon.js';
import type { Span } from './senses.js';
import { isTalk, withoutFillers } from './small-talk.js';
import { spansOf } from './tag.js';
import { isRefused } from './telling-spans.js';
import { isOwnWords, tokenise } from './tokenise.js';

export interface Request {
  readonly text: string;
  /** What was set aside, in the person's own words. */
  readonly aside: readonly string[];
}

const SENTENCE_END = /(?:(?<=[.!?…])["')\]]*\s+|\s*\n+\s*|\s+[-–—]+\s+|\s*;\s+|\s*:-?[)(]\s*)/u;
const COMMA = /\s*,\s+/;

/** The request in a message, with what stands beside it. A message of one clause is itself. */
export function requestOf(text: string, lexicon: Lexicon, customs: Customs, goesOn = false): Request {
  if (isOwnWords(text)) return { text, aside: [] };
  // A clause is looked at as a part, as a whole and in each of its halves.
  const seen = new Map<string, readonly Span[]>();
  const spansIn = (clause: string): readonly Span[] => {
    const spans = seen.get(clause) ?? spansOf(tokenise(clause), lexicon, customs, undefined);
    seen.set(clause, spans);
    return spans;
  };
  const clauseOf = (said: string, isSentence: boolean, isFirst: boolean): Clause => {
    const spans = spansIn(said);
    const isFraming = !spans.some(isRefused) && !askedFor(said) && frames(said, spans, { isFirst, isAfter: !isFirst });
    return { said, spans, isFraming, isAside: isFraming || isTalk(said, spans, isSentence) };
  };
  const sentences: Clause[][] = [];
  for (const sentence of text.split(SENTENCE_END).filter((one) => plain(one) !== '')) {
    const parts = sentence
      .split(COMMA)
      .flatMap((part, at) =>
        apart(part, (clause) => frames(clause, spansIn(clause), { isAfter: at > 0 || sentences.length > 0 })),
      );
    const isAlone = parts.length === 1;
    const clauses: Clause[] = [];
    for (const part of parts) {
      // "For the board papers, agenda item 6: ...": a heading stands first, or behind what frames.
      const isFirst = [...sentences.flat(), ...clauses].every(({ isFraming }) => isFraming);
      clauses.push(clauseOf(part, isAlone, isFirst));
    }
    sentences.push(sentences.length === 0 ? withTitle(clauses) : clauses);
  }
  const tail = goesOn && !mayStandAlone(text) ? '' : tailOf(sentences, text);
  const ends = sentences.map(withAsideAtEnds);
  keepWhatIsAsked(ends.flat());
  const aside: string[] = [];
  const kept: string[] = [];
  for (const clauses of ends) {
    aside.push(...clauses.filter(({ isAside }) => isAside).map(({ said }) => said.trim()));
    const rest = clauses.filter(({ isAside }) => !isAside).map(({ said }) => said);
    if (rest.length === 0) continue;
    // "Count, then list.": both are asked of what was said.
    if (kept.length > 0 && rest.length > 1 && rest.every((said) => askedFor(said))) {
      kept.push(rest.find((said) => askedFor(said) === 'list') ?? rest[0] ?? '');
      continue;
    }
    // "Students in Texas, count is fine": what is asked for, behind a comma.
    const order =
      rest.length > 1 && askedFor(rest.at(-1) ?? '') && !BEGINS_ASKING.test(rest[0] ?? '') ? rest.pop() : undefined;
    const joined = rest.join(', ');
    kept.push(withoutFillers(clauses[0]?.isAside ? joined.replace(/^(?:so|but|and|then)\s+/i, '') : joined));
    if (order !== undefined) kept.push(order);
  }
  if (kept.length === 0) return { text, aside: [] };
  return {
    text: `${withFragments(withEventBehind(kept, spansIn)).replace(tail ? /[\s.!,;]+$/ : /$^/, '')}${tail}`,
    aside: aside.filter((part) => plain(part) !== ''),
  };
}

/** In a thread: long enough to be a request of its own, and pointing back at nothing. */
const mayStandAlone = (text: string): boolean => plain(text).split(' ').length > 8 && !POINTS_BACK.test(plain(text));

/** Orders and statuses said by themselves, taken out of the sentences: they are read at the end of the request. */
function tailOf(sentences: Clause[][], text: string): string {
  const clauses = sentences.flat();
  const order = clauses.map((clause) => ({ clause, said: orderOf(clause.said, text) })).find(({ said }) => said);
  const isAny = clauses.some(({ said }) => isAnyStatus(said));
  const statuses = clauses.filter(({ said }) => isAnyStatus(said) || isLapsedToo(said, isAny));
  const taken = [...statuses, ...(order ? [order.clause] : [])];
  if (taken.length === 0 || clauses.every((clause) => taken.includes(clause))) return '';
  for (const [at, sentence] of sentences.entries()) sentences[at] = sentence.filter((one) => !taken.includes(one));
  return `${statuses.length > 0 ? ', of any status' : ''}${order ? ` ${order.said}` : ''}`.replace(/^ (?=,)/, '');
}

/** "Slide four, loyalty.": what follows the number of a heading is its name, where it says nothing of members. */
function withTitle(clauses: Clause[]): Clause[] {
  const [head, ...title] = clauses;
  if (!head || title.length !== 1 || headingOf(plain(head.said)) === undefined || !head.isFraming) return clauses;
  const isName = title.every(({ said, spans }) => plain(said).split(' ').length < 5 && spans.length === 0);
  return isName ? [head, ...title.map((one) => ({ ...one, isFraming: true, isAside: true }))] : clauses;
}
