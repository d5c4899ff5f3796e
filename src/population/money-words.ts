/** Amounts in English: "who donated at least 500.00 USD since 1 January 2026". */
import { money } from '../domain/money.js';
import { sayMoney } from '../language/amounts.js';
import { sayQuantity } from '../language/counts.js';
import type { Definition, MoneyMeasure, NumberTest } from './definition.js';
import { type Speaker, sayDaysOf } from './speaker.js';

type MoneyLeaf = Extract<Definition, { op: 'money' }>;

interface MoneyWords {
  readonly past: string;
  readonly base: string;
  /** After the amount. */
  readonly tail: string;
  /** One amount: "largest gift". */
  readonly single: string;
  /** All of them: "donations". */
  readonly noun: string;
}

export const moneyWords: Readonly<Record<MoneyMeasure, MoneyWords>> = {
  revenue: { past: 'paid', base: 'pay', tail: '', single: 'payment', noun: 'revenue' },
  dues: { past: 'paid', base: 'pay', tail: 'in dues', single: 'dues payment', noun: 'dues paid' },
  other_revenue: {
    past: 'paid',
    base: 'pay',
    tail: 'apart from dues',
    single: 'payment apart from dues',
    noun: 'revenue apart from dues',
  },
  donated: { past: 'donated', base: 'donate', tail: '', single: 'donation', noun: 'amount donated' },
  purchased: { past: 'spent', base: 'spend', tail: 'on products', single: 'purchase', noun: 'amount of purchases' },
  balance: { past: 'owe', base: 'owe', tail: '', single: 'open invoice', noun: 'open balance' },
  overdue: { past: 'owe', base: 'owe', tail: 'overdue', single: 'overdue invoice', noun: 'overdue balance' },
};

export function sayMoneyLeaf(leaf: MoneyLeaf, isNot: boolean, speaker: Speaker): string {
  const { past, base, tail, single } = moneyWords[leaf.measure];
  const days = sayDaysOf(leaf.window, speaker);
  const parts = (...words: string[]): string => words.filter(Boolean).join(' ');
  if ('recorded' in leaf.test)
    return parts(leaf.test.recorded !== isNot ? 'with any' : 'without any', single, `in ${leaf.currency}`, days);
  const amount = sayAmount(leaf.test, leaf.currency);
  if (leaf.aggregate === 'largest') {
    const is = past === 'owe' ? 'is' : 'was';
    return parts('whose largest', single, isNot ? `${is} not` : is, amount, days);
  }
  const owes = speaker.isOne && past === 'owe' ? 'owes' : past;
  const verb = isNot ? `${past === 'owe' ? (speaker.isOne ? 'does' : 'do') : 'did'} not ${base}` : owes;
  return parts('who', verb, amount, tail, days);
}

/** "At least 500.00 USD": read back by amountsAt. */
function sayAmount(test: Exclude<NumberTest, { recorded: unknown }>, currency: string): string {
  const said = (minor: number): string => sayMoney(money(Math.round(minor), currency));
  if ('between' in test) return `between ${said(test.between[0])} and ${said(test.between[1])}`;
  // Any comparator with 1, which is then the amount.
  return sayQuantity({ is: test.is, value: 1 }).replace(/1$/, said(test.value));
}
