import { add, type Money } from '../domain/money.js';
import type { ChangeKind } from './port.js';

/** What changes move or offer in all, one amount a currency, by currency. */
export function totalOf(kind: Pick<ChangeKind, 'amount'>, afters: readonly unknown[]): readonly Money[] {
  const totals = new Map<string, Money>();
  for (const after of afters) {
    const amount = kind.amount?.(after);
    if (!amount) continue;
    // A credit is as much of a risk as a charge, and must not hide one.
    const size = { minor: Math.abs(amount.minor), currency: amount.currency };
    const total = totals.get(size.currency);
    totals.set(size.currency, total ? add(total, size) : size);
  }
  return [...totals.values()].sort((left, right) => left.currency.localeCompare(right.currency));
}

/** Money above the limit, of another currency than the limit's, or of which nobody said how much. */
export function needsTwoPeople(
  { risks, money }: { readonly risks: readonly string[]; readonly money: readonly Money[] },
  limit: Money | undefined,
): boolean {
  if (!risks.includes('money')) return false;
  const [total, ...others] = money;
  if (!total || others.length > 0 || !limit || total.currency !== limit.currency) return true;
  return total.minor > limit.minor;
}
