/*
 * Money is a whole number of a currency's smallest unit (cents), never a fraction: sums are exact. Amounts of
 * different currencies are never added.
 */
export interface Money {
  readonly minor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** Digits after the point, by ISO 4217. */
export const decimals = (currency: string): number =>
  ['JPY', 'KRW', 'CLP', 'ISK', 'VND', 'XOF', 'XAF'].includes(currency)
    ? 0
    : ['BHD', 'KWD', 'OMR', 'JOD', 'TND'].includes(currency)
      ? 3
      : 2;

export const money = (minor: number, currency: string): Money => {
  if (!Number.isSafeInteger(minor)) throw new RangeError('an amount of money is a whole number of minor units');
  return { minor, currency };
};

/** A decimal amount in major units, rounded half away from zero, as invoices are. */
export function fromMajor(amount: number, currency: string): Money {
  const scaled = Math.abs(amount) * 10 ** decimals(currency);
  // 1.005 * 100 is 100.49999: the decimal text that was meant is closer than the binary product.
  const rounded = Math.round(Number(scaled.toPrecision(15)));
  return money(amount < 0 ? -rounded || 0 : rounded, currency);
}

export const toMajor = (of: Money): number => of.minor / 10 ** decimals(of.currency);

export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new RangeError(`${left.currency} and ${right.currency} are never added`);
  return money(left.minor + right.minor, left.currency);
}

/** `share` of an amount (a ratio such as 7/12), rounded half away from zero: the rule for prorations. */
export const portion = (of: Money, numerator: number, denominator: number): Money => {
  const exact = (of.minor * numerator) / denominator;
  return money(Math.sign(exact) * Math.round(Math.abs(exact)) || 0, of.currency);
};
