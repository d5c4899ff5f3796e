/** Words to amounts of money: "$500", "over 1,000 dollars", "between €20 and €50", "500 or more CAD". */
import { decimals, fromMajor, type Money, toMajor } from '../domain/money.js';
import { type Comparison, comparatorsAfter, comparatorsBefore } from './counts.js';
import { numberAt } from './numbers.js';
import { longestAt, pass, wordAt } from './phrases.js';
import type { Customs, Reading, Words } from './reading.js';

export type Amount = { readonly is: Comparison; readonly value: Money } | { readonly between: readonly [Money, Money] };

export interface AmountReading extends Reading<Amount> {
  /** A comparator was said; a bare "$500" is at least that by assumption alone. */
  readonly compared: boolean;
}

const symbols: Readonly<Record<string, readonly string[]>> = {
  // The sign of several currencies: the association's own where it uses it, else the US dollar.
  $: ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'SGD', 'HKD'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  us$: ['USD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  a$: ['AUD'],
};
const names: Readonly<Record<string, readonly string[]>> = {
  dollar: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
  dollars: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
  bucks: ['USD', 'CAD', 'AUD'],
  'us dollars': ['USD'],
  'canadian dollars': ['CAD'],
  euro: ['EUR'],
  euros: ['EUR'],
  pounds: ['GBP'],
  yen: ['JPY'],
  pesos: ['MXN'],
  ...Object.fromEntries(
    ['usd', 'cad', 'aud', 'eur', 'gbp', 'jpy', 'mxn', 'chf', 'nzd'].map((code) => [code, [code.toUpperCase()]]),
  ),
};

/** Every amount that begins at `index`. */
export function amountsAt(words: Words, index: number, customs: Customs): AmountReading[] {
  return [...betweenAt(words, index, customs), ...comparedAt(words, index, customs)];
}

function betweenAt(words: Words, index: number, customs: Customs): AmountReading[] {
  const opener = ['between', 'from'].find((word) => word === wordAt(words, index));
  if (!opener) return [];
  const low = moneyAt(words, index + 1, customs) ?? bareAt(words, index + 1, customs);
  const next = low && pass(words, low.end, opener === 'between' ? 'and' : 'to');
  const high = low && next !== undefined && next > low.end ? moneyAt(words, next, customs) : undefined;
  if (!low || !high || low.value.currency !== high.value.currency || low.value.minor > high.value.minor) return [];
  return [{ value: { between: [low.value, high.value] }, end: high.end, compared: true }];
}

function comparedAt(words: Words, index: number, customs: Customs): AmountReading[] {
  const before = longestAt(words, index, comparatorsBefore);
  const amount = moneyAt(words, before?.end ?? index, customs);
  if (!amount) return [];
  const after = before ? undefined : longestAt(words, amount.end, comparatorsAfter);
  const said = before?.meaning ?? after?.meaning;
  const value: Amount = { is: said ?? 'gte', value: amount.value };
  return [{ value, end: after?.end ?? amount.end, compared: said !== undefined }];
}

/** "$1,000", "$2.5k", "500 dollars", "EUR 20". */
function moneyAt(words: Words, index: number, customs: Customs): Reading<Money> | undefined {
  const signed = /^(us\$|ca?\$|a\$|[$€£¥])(.*)$/i.exec(words[index] ?? '');
  if (signed) {
    const currency = chosen(symbols[signed[1]?.toLowerCase() ?? ''] ?? [], customs);
    const rest = signed[2] ? [signed[2], ...words.slice(index + 1, index + 3)] : words.slice(index + 1, index + 4);
    const number = numberAt(rest, 0);
    return number && { value: fromMajor(number.value, currency), end: index + number.end + (signed[2] ? 0 : 1) };
  }
  const codeFirst = names[wordAt(words, index)];
  const begin = codeFirst && /^[a-z]{3}$/.test(wordAt(words, index)) ? index + 1 : index;
  const number = numberAt(words, begin);
  if (!number) return undefined;
  if (begin > index) return { value: fromMajor(number.value, chosen(codeFirst ?? [], customs)), end: number.end };
  const unit = longestAt(words, number.end, names);
  return unit && { value: fromMajor(number.value, chosen(unit.meaning, customs)), end: unit.end };
}

/** The first of "between 20 and 50 dollars". */
function bareAt(words: Words, index: number, customs: Customs): Reading<Money> | undefined {
  const number = numberAt(words, index);
  return number && { value: fromMajor(number.value, customs.currency), end: number.end };
}

const chosen = (currencies: readonly string[], customs: Customs): string =>
  currencies.includes(customs.currency) ? customs.currency : (currencies[0] ?? customs.currency);

/** "1,234.50 USD": read back by amountsAt as the same money. */
export function sayMoney(of: Money): string {
  const digits = decimals(of.currency);
  return `${toMajor(of).toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${of.currency}`;
}
