/* The words of the lexicon in a sentence, where each may stand. */
import type { Lexicon } from './lexicon.js';
import type { Sense, Span } from './senses.js';
import { spanOf } from './span.js';
import type { Token } from './tokenise.js';

const LONGEST_PHRASE = 7;
const NOT_THE_TIER = 0.3;

export function phrases(tokens: readonly Token[], lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  const isHead = headOf(tokens);
  const fitsPlace = (sense: Sense, from: number, to: number, isOrder: boolean): boolean => {
    if (isOrder) return isHead(from);
    // "Has anyone in Ohio" asks; "firms that have someone in Ohio" relates.
    if (sense.cat === 'Relate' && from < 2 && /^(has|have|had)$/.test(tokens[from]?.text ?? '')) return false;
    // "No students in Texas?" asks whether there are any.
    if (sense.cat === 'Operator' && from === 0 && tokens[0]?.text === 'no') return false;
    // What "is open" is not a mail somebody opened.
    if (sense.cat === 'Frame' && to === from + 1 && isStateOfThings(tokens, from)) return false;
    // "Give me" asks, and gives nothing.
    if (sense.cat === 'Frame' && to === from + 1 && asksFor(tokens, from)) return false;
    const isAlone = to === from + 1 && (sense.cat === 'Cond' || sense.cat === 'Mail');
    const word = tokens[from]?.text ?? '';
    // "Email the students" is an order nothing here takes, and no email address.
    return !(isAlone && isHead(from) && to < tokens.length && verbsOfReaching.has(word));
  };
  for (let from = 0; from < tokens.length; from++) {
    let phrase = '';
    for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST_PHRASE); to++) {
      phrase = phrase ? `${phrase} ${tokens[to - 1]?.text}` : (tokens[to - 1]?.text ?? '');
      for (const { sense, cost, notes, isOrder } of lexicon.meaningsOf(phrase))
        if (fitsPlace(sense, from, to, !!isOrder)) {
          const first = tokens[from];
          const extra = first && isNamedTier(first, from, sense, isBesideName(tokens, from)) ? NOT_THE_TIER : 0;
          spans.push(spanOf(sense, from, to, cost + extra, notes));
        }
    }
    for (const { sense, cost, notes } of lexicon.codesOf(tokens[from]?.raw ?? ''))
      spans.push(spanOf(sense, from, from + 1, cost, notes));
  }
  return spans;
}

const isStateOfThings = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'open' &&
  (/^(is|are|was|were|be|still|remain|remains|stay|stays|currently|now)$/.test(tokens[at - 1]?.text ?? '') ||
    // "Open invoices past 90 days": nor what stands open.
    /^(invoices?|invs?|balances?|bills?|accounts?|amounts?|dues|receivables|ar|debts?)$/.test(
      tokens[at + 1]?.text ?? '',
    ));

const asksFor = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'give' && /^(me|us)$/.test(tokens[at + 1]?.text ?? '');

/** "Individual and Professional": one name beside another. */
const isBesideName = (tokens: readonly Token[], at: number): boolean => {
  const [joint, next] = [tokens[at + 1], tokens[at + 2]];
  return /^(and|or|,)$/.test(joint?.text ?? '') && next !== undefined && next.raw !== next.text;
};

/** With a capital inside a sentence it is the name of a tier, and not a word for persons. */
const isNamedTier = ({ raw, text }: Token, at: number, sense: Sense, isListed: boolean): boolean =>
  (at > 0 || isListed) &&
  raw !== text &&
  /^(?:individuals?|corporate)$/.test(text) &&
  sense.cat === 'Cond' &&
  (sense.definition.op !== 'field' || sense.definition.field !== 'tier');

const verbsOfReaching = new Set([
  'email',
  'e',
  'mail',
  'phone',
  'call',
  'text',
  'message',
  'contact',
  'telephone',
  'cell',
  'mobile',
]);

const beforeAnOrder = new Set(
  "please can could you i we would want need to like let us me 'd just also and now then kindly hi hello hey ,".split(
    ' ',
  ),
);

const headOf = (tokens: readonly Token[]) => {
  const first = tokens.findIndex(({ text }) => !beforeAnOrder.has(text));
  return (at: number): boolean => at <= first || first < 0;
};
