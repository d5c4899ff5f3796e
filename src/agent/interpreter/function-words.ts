/*
 * The small words of English by what they do, and where each may be passed over: a word is free only where the types
 * around it carry its sense. Elsewhere it is content, and content that nothing explains is never dropped.
 */

import { said } from '../../population/said.js';
import { asidesAt, type Place } from './asides.js';
import type { Skip } from './chart.js';
import type { Category, Span } from './senses.js';
import { isSupport } from './support-words.js';
import type { Token } from './tokenise.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const articles = words('a an the');
const auxiliaries = words(
  "is are am was were be been being has have had having do does did doing can could may might should would will 's 're 've 'd 'll shall",
);
const pronouns = words('i we us me you your our my it they their there who whom whose which that what');
const prepositions = words('of in at from for with to on during within as about regarding concerning re around');
const polite = words('please pls plz thanks thank hi hello hey ok okay kindly cheers dear');
const asking = words(
  "want wants need needs like know see show give get tell find list look pull run check let lets count how many much when where can could would able 'd 'll us me now wondering wonder question quick out up just hit fetch bring ask for of a the in through display print say provide return here total actually so well right then also and about to any chance",
);
const universals = words('all any every each single');
const present = words('currently now presently still already also too right today again so far');
const placed = words('live lives lived living based located residing situated resident headquartered');
const restricting = words('only just');
const lightVerbs = words(
  'opened filed files filing submitted submit logged raised raise made make makes making got get gets getting placed place earned earn earns earning received receive recorded took take takes taking taken gave give given sent send left complete completed did done had have has having attended attend accumulated accrued racked racking',
);
const lightNouns = words('one ones list number numbers thing things status membership memberships');

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

const FREE = 0;
const TRIGGER_PASSED = 0.05;
const INSIDE_A_PHRASE = 0.1;
const BESIDE = 0.02;
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

/** Words of phrases that carry nothing where they stand: before, after, or beside what is said. */
function asides(tokens: readonly Token[], { spans, firstTyped }: Around): ReadonlyMap<number, number> {
  const words = tokens.map(({ text }) => text);
  const covered = new Map<number, number>();
  const isBare = (from: number, to: number): boolean =>
    !spans.some(
      (span) =>
        isTelling(span) &&
        // "As of today": figures are of today.
        !(span.sense.cat === 'Win' && words[from] === 'as') &&
        span.from < to &&
        span.to > from &&
        !(span.from <= from && span.to >= to && span.to - span.from > to - from),
    );
  const mark = (from: number, to: number, cost: number): void => {
    for (let at = from; at < to; at++) if (!covered.has(at)) covered.set(at, cost);
  };
  for (let from = 0; from < words.length; from++) {
    for (const end of besidesAt(words, from, spans)) mark(from, end, BESIDE);
    if (isPerMember(words, from, spans)) mark(from, from + 1, BESIDE);
  }
  let at = 0;
  // Greetings follow each other: "hi, quick question: could you tell me".
  while (at <= firstTyped && at < words.length) {
    const ends = ['opening', 'anywhere'].flatMap((place) => asidesAt(words, at, place as Place));
    const end = Math.max(...ends, words[at] === ',' ? at + 1 : 0, 0);
    if (end === 0 || (end > firstTyped && !isBare(at, end))) break;
    mark(at, end, FREE);
    at = end;
  }
  for (let from = 0; from < words.length; from++)
    for (const end of asidesAt(words, from, 'anywhere')) if (isBare(from, end)) mark(from, end, FREE);
  let last = words.length;
  for (let from = words.length - 1; from > 0; from--)
    if (
      (asidesAt(words, from, 'closing').includes(last) || asidesAt(words, from, 'anywhere').includes(last)) &&
      isBare(from, last)
    ) {
      mark(from, last, FREE);
      last = from;
    } else if (words[from] === ',' && last === from + 1) last = from;
  return covered;
}

/** Of an amount that is in money anyway. */
const inMoney = said(
  'in dollars, in us dollars, in usd, usd, us dollars, dollars, in $, $, dollar total, in dollar terms, in money terms, dollar amounts, dollar amount, dollar figures, dollar value',
);

/** Phrases that add nothing beside a figure of their kind: a mean is of each one, revenue is net, an age is of invoices. */
const besides: readonly { readonly phrases: readonly string[]; fits(span: Span): boolean }[] = [
  {
    phrases: said('per head, per capita, each'),
    fits: ({ sense }) => sense.cat === 'Statistic' && (sense.statistic === 'average' || sense.statistic === 'median'),
  },
  {
    phrases: said(
      'as of today, as of now, as of right now, as at today, as of this morning, as of tonight, as of this moment, as it stands, as things stand, as of the moment',
    ),
    fits: () => true,
  },
  {
    phrases: said(
      'put together, taken together, added together, lumped together, together, combined, in one number, as one number, as one figure, one combined number, in one figure',
    ),
    fits: ({ sense }) => sense.cat === 'Cond',
  },
  {
    phrases: inMoney,
    fits: ({ sense }) =>
      (sense.cat === 'Measure' && 'money' in sense.measure) ||
      (sense.cat === 'Frame' && sense.frame.leaf.money !== undefined),
  },
  {
    phrases: said(`
      net of refunds and write-offs, less refunds and write-offs, after refunds and write-offs, minus refunds and write-offs, net of write-offs and refunds, net of write-offs, less write-offs, refunds and write-offs deducted, net of refunds and write offs, net of refunds and writeoffs, net of write offs and refunds, net of refunds, net of write offs,
      net of writeoffs, less refunds and write offs, less refunds, less write offs, minus refunds and write offs, minus refunds, after refunds and
      write offs, after refunds, after write offs, net of any refunds, net of all refunds, net of credits and refunds, net of refunds and credits,
      with refunds taken out, with refunds deducted, refunds deducted, refunds and write offs deducted, net
    `),
    fits: ({ sense }) =>
      (sense.cat === 'Measure' && 'money' in sense.measure) ||
      (sense.cat === 'Frame' && sense.frame.leaf.money !== undefined),
  },
  {
    phrases: said(
      'invoices, invoice, an invoice, any invoice, with invoices, with an invoice, have invoices, has invoices, with ar, ar, with receivables, receivables, accounts receivable, aged, days, dues, bills, with bills, balances',
    ),
    fits: ({ sense }) => sense.cat === 'Frame' && sense.frame.leaf.id.startsWith('days_overdue'),
  },
];

/** "Per member", beside a mean: the members are whom it is of. */
const isPerMember = (words: readonly string[], at: number, spans: readonly Span[]): boolean =>
  words[at] === 'per' &&
  spans.some(
    ({ sense, from }) =>
      from === at + 1 &&
      sense.cat === 'Cond' &&
      (sense.head !== undefined || /^(?:active|lapsed|current)$/.test(words[at + 1] ?? '')),
  ) &&
  spans.some(
    ({ sense }) => sense.cat === 'Statistic' && (sense.statistic === 'average' || sense.statistic === 'median'),
  );

/** The ends of such phrases at a position. */
const besidesAt = (words: readonly string[], from: number, spans: readonly Span[]): number[] =>
  besides
    .filter(({ fits }) => spans.some(fits))
    .flatMap(({ phrases }) => phrases.map((phrase) => phrase.split(' ')))
    .filter((phrase) => phrase.every((word, offset) => words[from + offset] === word))
    .map((phrase) => from + phrase.length);

/** A span that says something by itself. */
const isTelling = ({ sense }: Span): boolean =>
  !['Call', 'Day', 'Category', 'Statistic', 'Order', 'Protected', 'Name', 'Member'].includes(sense.cat);

interface Around {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
  readonly starts: readonly (readonly Span[])[];
  readonly ends: readonly (readonly Span[])[];
  readonly firstTyped: number;
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

const isOccurrence = ({ sense }: Span): boolean =>
  (sense.cat === 'Frame' && sense.frame.isNoun === true) || sense.cat === 'What';

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

/** "Earned no credits", "made any donation". */
const leadsToNone = (at: number, { starts, tokens }: Around): boolean =>
  /^(no|zero|any)$/.test(tokens[at + 1]?.text ?? '') && (starts[at + 2] ?? []).some(isOccurrence);

/** "Earned at least 10 course credits": the noun with its number says what happened. */
const leadsToSoMany = (at: number, { starts }: Around): boolean =>
  (starts[at + 1] ?? []).some((span) => isQuantity(span) && (starts[span.to] ?? []).some(isOccurrence));

const relatives = words('who whom whose which that');
const isQuantity = ({ sense }: Span): boolean => ['Count', 'Number', 'Years', 'Hours', 'Protected'].includes(sense.cat);

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

type Neighbours = Pick<Around, 'starts' | 'tokens'>;

/** The next typed span, past articles and possessives, fits. */
function leadsTo(at: number, { starts, tokens }: Neighbours, fits: (span: Span) => boolean): boolean {
  let next = at + 1;
  while (
    ['the', 'a', 'an', 'our', 'their', 'any', 'all', 'single', 'this', 'that'].includes(tokens[next]?.text ?? '')
  ) {
    if ((starts[next] ?? []).some(fits)) return true;
    next++;
  }
  return (starts[next] ?? []).some(fits);
}

const leadsToPhrase = (at: number, around: Neighbours): boolean => leadsTo(at, around, () => true);

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
