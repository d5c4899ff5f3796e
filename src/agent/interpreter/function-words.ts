/*
 * Where each small word may be passed over: a word is free only where the types around it carry its sense. Elsewhere it
 * is content, and content that nothing explains is never dropped.
 */
import type { Skip } from './chart.js';
import {
  type Around,
  isOccurrence,
  isQuantity,
  leadsTo,
  leadsToNone,
  leadsToPhrase,
  leadsToSoMany,
} from './neighbours.js';
import { asides, FREE } from './passed-phrases.js';
import type { Category, Span } from './senses.js';
import {
  articles,
  asking,
  auxiliaries,
  lightNouns,
  lightVerbs,
  placed,
  polite,
  prepositions,
  present,
  pronouns,
  relatives,
  restricting,
  universals,
} from './small-words.js';
import { isSupport } from './support-words.js';
import type { Token } from './tokenise.js';

/** Categories a preposition may lead to: place, event, window, organisation, person. */
const led: ReadonlySet<Category> = new Set([
  'Cond',
  'Event',
  'Win',
  'Org',
  'Member',
  'Staff',
  'Count',
  'Mail',
  'Frame',
  'Limit',
  'Day',
  'What',
  'Rank',
  'Measure',
  'Sample',
  'Relate',
  'Pattern',
  'GroupBy',
  'Category',
  'Staff',
]);

/** Never free, whatever stands beside them. */
const alwaysContent: ReadonlySet<Category> = new Set([
  'Operator',
  'Count',
  'Limit',
  'Years',
  'Number',
  'Points',
  'Hours',
  'Amount',
  'Text',
  'Rank',
  'Sample',
  'Relate',
  'Pattern',
  'Was',
]);

const TRIGGER_PASSED = 0.05;
const INSIDE_A_PHRASE = 0.1;
const SUPPORT = 0.04;
const BARE_AND = 0.15;
const BARE_BUT = 0.6;
const WINDOW_START = 2;
const KNOWN = 4;
const UNKNOWN = 5;
const OPERATOR = 6;
const free = (cost: number = FREE): Skip => ({ cost, isUnexplained: false });
const content = (cost: number): Skip => ({ cost, isUnexplained: true });

/** What passing over each word costs, by its neighbours. */
export function skipsOf(tokens: readonly Token[], spans: readonly Span[]): Skip[] {
  const starts = tokens.map((_, at) => spans.filter(({ from }) => from === at));
  const ends = tokens.map((_, at) => spans.filter(({ to }) => to === at + 1));
  const firstTyped = firstContent(tokens, spans);
  const around = { tokens, spans, starts, ends, firstTyped };
  const aside = asides(tokens, around);
  return tokens.map((token, at) => (aside.has(at) ? free(aside.get(at)) : skipAt(token, at, around)));
}

/** Where the sentence says something: before it, words of asking are empty. */
function firstContent(tokens: readonly Token[], spans: readonly Span[]): number {
  const typed = spans.filter(
    ({ sense, from }) =>
      !['Call', 'Operator', 'Count'].includes(sense.cat) &&
      tokens[from]?.text !== 'do' &&
      !(tokens[from]?.text === 'give' && ['me', 'us'].includes(tokens[from + 1]?.text ?? '')),
  );
  return Math.min(tokens.length, ...typed.map(({ from }) => from));
}

function skipAt({ text }: Token, at: number, around: Around): Skip {
  const { tokens, spans, starts } = around;
  const alone = (starts[at] ?? []).filter(({ to }) => to === at + 1);
  if (text === ',') return free(0.01);
  if (alone.some(({ sense }) => sense.cat === 'Operator' && sense.operator === 'and'))
    return free(text === 'but' || text === 'yet' ? BARE_BUT : BARE_AND);
  if (alone.some(({ sense }) => alwaysContent.has(sense.cat)))
    return isSupport(text, at, around) ? free(SUPPORT) : content(OPERATOR);
  if (universals.has(text)) return universal(text, at, around);
  if (isEmpty(text, at, around)) {
    if (alone.some(isTrigger)) return free(TRIGGER_PASSED);
    if (!present.has(text) && alone.some(({ sense }) => sense.cat === 'Win' || sense.cat === 'Protected'))
      return free(WINDOW_START);
    const isInside = spans.some(({ from, to, sense }) => from <= at && at < to && to - from > 1 && isPhrase(sense.cat));
    return free(isInside ? INSIDE_A_PHRASE : FREE);
  }
  if (alone.some(isTrigger) && at < around.firstTyped) return free(TRIGGER_PASSED);
  if (isSupport(text, at, around)) return free(SUPPORT);
  return content(tokens[at] && spans.some(({ from, to }) => from <= at && at < to) ? KNOWN : UNKNOWN);
}

const isTrigger = ({ sense }: Span): boolean => sense.cat === 'Call' && !sense.isAddition;

const isPhrase = (category: Category): boolean =>
  category === 'Cond' || category === 'Event' || category === 'Operator';

/** "All members" adds nothing; "every annual conference" and "both" under a negation do. */
function universal(text: string, at: number, { starts, tokens }: Around): Skip {
  const next = starts[at + 1] ?? [];
  if (text !== 'any' && text !== 'single' && next.some(({ sense }) => sense.cat === 'Event')) return content(KNOWN);
  if (text === 'single') return next.length > 0 ? free() : content(KNOWN);
  if (text === 'each' || text === 'every') return next.some(isHead) ? free() : content(KNOWN);
  const after = starts[at + 2] ?? [];
  const isArticle =
    articles.has(tokens[at + 1]?.text ?? '') || tokens[at + 1]?.text === 'of' || tokens[at + 1]?.text === 'our';
  if (next.length > 0 || (isArticle && after.length > 0) || at === tokens.length - 1) return free();
  return leadsToPhrase(at, { starts, tokens }) ? free() : content(KNOWN);
}

const isHead = ({ sense }: Span): boolean => sense.cat === 'Cond' && (sense.size === 0 || sense.head !== undefined);

function isEmpty(text: string, at: number, around: Around): boolean {
  const { tokens, starts, ends, firstTyped } = around;
  if (articles.has(text)) return leadsToPhrase(at, around) || at < firstTyped;
  if (polite.has(text)) return at < 3 || at >= tokens.length - 3;
  if (at < firstTyped && (asking.has(text) || auxiliaries.has(text) || pronouns.has(text))) return true;
  // "were students" speaks of then, and nothing here does.
  if (text === 'were' || text === 'was')
    return !leadsTo(at, around, ({ sense }) => sense.cat === 'Cond' && sense.size > 0 && !sense.tail);
  if (text === 'get') return tokens[at - 1]?.text === 'we' && auxiliaries.has(tokens[at - 2]?.text ?? '');
  if (text === 'got') return ['have', 'has', "'ve", "'s", 'we', 'do'].includes(wordBefore(at, tokens));
  if (auxiliaries.has(text)) return true;
  // "Opened a billing case", "made a donation": the noun says what happened.
  if (lightVerbs.has(text))
    return (
      leadsTo(at, around, isOccurrence) ||
      leadsToSoMany(at, around) ||
      leadsTo(at, around, isMostOfSomething) ||
      leadsToNone(at, around) ||
      (at === tokens.length - 1 && around.spans.some(isOccurrence) && auxiliaries.has(tokens[at - 2]?.text ?? ''))
    );
  // "Between 50 and 60 who logged in" counts no logins.
  if (relatives.has(text) && (ends[at - 1] ?? []).length > 0 && (ends[at - 1] ?? []).every(isQuantity)) return false;
  if (pronouns.has(text)) return text !== 'it' || at === tokens.length - 1 ? isRelative(text, at, around) : false;
  if (prepositions.has(text) && text !== 'as')
    return leadsTo(at, around, ({ sense }) => led.has(sense.cat)) || (text === 'of' && (ends[at - 1]?.length ?? 0) > 0);
  if (present.has(text)) return isBesideState(at, around);
  if (placed.has(text)) return ['in', 'at', 'near', 'out'].includes(tokens[at + 1]?.text ?? '');
  if (restricting.has(text)) return restrictsNothing(at, around);
  if (lightNouns.has(text))
    return (ends[at - 1] ?? []).some(({ sense }) => sense.cat === 'Cond') && (starts[at] ?? []).length === 0;
  return false;
}

/** The word before, past "also", "still", "already": "have also got". */
const wordBefore = (at: number, tokens: readonly Token[]): string => {
  let before = at - 1;
  while (/^(?:also|still|already|now|just|both|all|currently|not|n't|ever|never)$/.test(tokens[before]?.text ?? ''))
    before--;
  return tokens[before]?.text ?? '';
};

/** "Logged the most volunteer hours". */
const isMostOfSomething = ({ sense, to, from }: Span): boolean =>
  sense.cat === 'Rank' && sense.rank.direction !== undefined && to > from;

/** Who, which, that: after something they relate to, or leading to something typed. */
const isRelative = (text: string, at: number, around: Around): boolean =>
  at === 0 ||
  (text === 'there' && auxiliaries.has(around.tokens[at - 1]?.text ?? '')) ||
  (around.ends[at - 1]?.length ?? 0) > 0 ||
  around.tokens[at - 1]?.text === ',' ||
  leadsTo(at, around, () => true) ||
  auxiliaries.has(around.tokens[at + 1]?.text ?? '') ||
  text === 'we' ||
  text === 'they';

/** "Only active members", "fellows only": of a state it says nothing more; "only attended webinars" would. */
const restrictsNothing = (at: number, { starts, ends, tokens, firstTyped }: Around): boolean => {
  const isState = ({ sense }: Span): boolean => sense.cat === 'Cond' && !sense.tail;
  // "Current members only, please", "Great Lakes only, how many".
  const isEnd = at === tokens.length - 1 || /^(?:,|please|pls|thanks|thx|-)$/.test(tokens[at + 1]?.text ?? '');
  if (isEnd && (ends[at - 1] ?? []).some(isState)) return true;
  if (at === tokens.length - 1) return false;
  return (
    at <= firstTyped &&
    (starts[at + 1] ?? []).some(isState) &&
    !(starts[at + 1] ?? []).some(({ sense }) => sense.cat === 'Frame')
  );
};

/** "Currently active": what is true today anyway. Beside something that happened it would mean more. */
const isBesideState = (at: number, { starts, ends, tokens }: Around): boolean => {
  const isState = ({ sense }: Span): boolean => sense.cat === 'Cond' && !sense.tail;
  const isWindow = ({ sense }: Span): boolean => sense.cat === 'Win';
  let before = at - 1;
  while (present.has(tokens[before]?.text ?? '')) before--;
  let after = at + 1;
  while (present.has(tokens[after]?.text ?? '')) after++;
  const beside = [...(ends[before] ?? []), ...(starts[after] ?? [])];
  const text = tokens[at]?.text ?? '';
  if (text === 'so' || text === 'far') return beside.some(isWindow);
  return (
    beside.some(isState) ||
    ((text === 'also' || text === 'already') && beside.some(({ sense }) => sense.cat === 'Frame'))
  );
};
