/*
 * Who sees money how. Finance, membership and chapter managers see amounts; leadership sees those of groups; marketing
 * sees bands; whoever has no right to invoices and is not of marketing sees none.
 */
import { bandOf } from '../src/access/money-bands.js';
import { NotPermitted } from '../src/access/refusals.js';
import { may } from '../src/access/require.js';
import type { Actor } from '../src/domain/actor.js';
import { toMajor } from '../src/domain/money.js';
import { figure } from './saying.js';

export type MoneySight = 'amounts' | 'bands' | 'none';

/** Of one person's money, or of the money of many. */
export function moneySight(actor: Actor, of: 'one' | 'many'): MoneySight {
  if (may(actor, 'invoices.read')) return 'amounts';
  if (actor.roles.includes('marketing')) return 'bands';
  return of === 'many' && actor.roles.includes('leadership') ? 'amounts' : 'none';
}

/** Throws NotPermitted where the actor sees no money at all. */
export function requireMoney(actor: Actor): void {
  if (moneySight(actor, 'many') === 'none') throw new NotPermitted('invoices.read');
}

/** "1,412.50 USD". */
export const amountWords = (minor: number, currency: string): string =>
  `${figure(toMajor({ minor, currency }))} ${currency}`;

/** "none", "1,000 to 2,500 USD", "1,000,000 USD or more": the lower edge included, the upper not. */
export function bandWords(minor: number, currency: string): string {
  const band = bandOf({ minor, currency });
  if (!band) return 'none';
  const { from, to } = band;
  return to === undefined ? `${figure(from)} ${currency} or more` : `${figure(from)} to ${figure(to)} ${currency}`;
}
