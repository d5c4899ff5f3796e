/* Which phrases of a sentence are passed over whole. */
import { said } from '../../population/said.js';
import { asidesAt, type Place } from './asides.js';
import type { Around } from './neighbours.js';
import type { Span } from './senses.js';
import type { Token } from './tokenise.js';

export const FREE = 0;
const BESIDE = 0.02;

/** Words of phrases that carry nothing where they stand: before, after, or beside what is said. */
export function asides(tokens: readonly Token[], { spans, firstTyped }: Around): ReadonlyMap<number, number> {
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

/** A span that says something by itself. */
const isTelling = ({ sense }: Span): boolean =>
  !['Call', 'Day', 'Category', 'Statistic', 'Order', 'Protected', 'Name', 'Member'].includes(sense.cat);

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
