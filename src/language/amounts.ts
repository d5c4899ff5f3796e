/** Words to amounts of money: "$500", "over 1,000 dollars", "between €20 and €50". */
import type { Money } from '../domain/money.js';
import type { Comparison } from './counts.js';
import type { Customs, Reading, Words } from './reading.js';

export type Amount = { readonly is: Comparison; readonly value: Money } | { readonly between: readonly [Money, Money] };

export interface AmountReading extends Reading<Amount> {
  readonly compared: boolean;
}

/** Every amount that begins at `index`. */
export function amountsAt(words: Words, index: number, customs: Customs): AmountReading[] {
  throw new Error(`${words[index]} ${customs.currency}`);
}
