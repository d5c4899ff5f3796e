/* How a member pays: at once or late, whole or in parts, with a card that fails now and then, or not at all. */

import type { Settlement } from './billing.js';
import { type DayNumber, textOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import type { Nature } from './nature.js';
import { purposes, within } from './purposes.js';
import { chanceOf, Draws } from './random.js';

export interface Paying {
  readonly settled: readonly Settlement[];
  /** The day the bill was paid in full, if it ever is. */
  readonly paidOn?: DayNumber;
  readonly failedOn?: DayNumber;
}

const METHODS = ['Card', 'Card', 'Card', 'ACH', 'Check'] as const;
/** Of those whose payment fails, this share does not try again. */
export const GIVES_UP = 0.15;

/** Chance that a payment is declined at first: cards of people who put things off expire more often. */
export const failureChance = (nature: Nature): number => Math.max(0.01, 0.045 - 0.02 * nature.punctuality);

/** Pays a bill sent on `noticeOn`. `ordinal` tells this member's bills apart. */
export function pay(life: Life, ordinal: number, amount: number, noticeOn: DayNumber, atOnce: boolean): Paying {
  const { nature } = life;
  const draws = new Draws(life.association.seed, life.index, within(purposes.payments, ordinal));
  const method = nature.kind === 'organization' ? draws.pick(['ACH', 'Check'] as const) : draws.pick(METHODS);
  const wait = draws.exponential(24 * Math.exp(-0.45 * nature.punctuality)) + (nature.kind === 'organization' ? 12 : 2);
  const patience = draws.uniform();
  const declined = draws.chance(failureChance(nature));
  const givesUp = draws.chance(GIVES_UP);
  const retry = draws.whole(2, 9);
  const inParts = amount >= 15_000 && patience < 0.12 * (0.4 + nature.priceSensitivity);
  // A late payer pays at last within three months after the term's end; later is a lapse of its own.
  const firstOn = noticeOn + (atOnce ? 0 : Math.min(150, Math.floor(wait)));
  if (amount === 0) return { settled: [], paidOn: noticeOn };
  const settled: Settlement[] = [];
  let on = firstOn;
  if (declined && method !== 'Check') {
    settled.push({ on, amount, status: 'failed', method });
    if (givesUp && !atOnce) return { settled, failedOn: on };
    on += retry;
  }
  if (inParts) {
    const part = Math.round(amount / 3);
    settled.push({ on, amount: part, status: 'received', method });
    settled.push({ on: on + 30, amount: part, status: 'received', method });
    // Some plans end with a last part that is declined and never tried again.
    if (breaks(life, ordinal)) {
      settled.push({ on: on + 60, amount: amount - 2 * part, status: 'failed', method });
      return { settled, failedOn: on + 60 };
    }
    settled.push({ on: on + 60, amount: amount - 2 * part, status: 'received', method });
    return { settled, paidOn: on + 60, ...(declined && { failedOn: firstOn }) };
  }
  settled.push({ on, amount, status: 'received', method });
  return { settled, paidOn: on, ...(declined && method !== 'Check' && { failedOn: firstOn }) };
}

/** A bill nobody pays is written off three to five months after the term it was for would have begun. */
export function writeOff(life: Life, ordinal: number, amount: number, beginsOn: DayNumber): readonly Settlement[] {
  if (amount === 0) return [];
  const draws = new Draws(life.association.seed, life.index, within(purposes.payments, ordinal) + 31);
  return [{ on: beginsOn + draws.whole(92, 150), amount, status: 'written_off', method: 'Adjustment' }];
}

const breaks = ({ association, index }: Life, ordinal: number): boolean =>
  chanceOf(association.seed, index, within(purposes.plans, ordinal)) < 0.07;

/** Cents received of what was settled. */
export const receivedOf = (settled: readonly Settlement[]): number =>
  settled.reduce((sum, { amount, status }) => sum + (status === 'received' ? amount : 0), 0);

const PARTS = 3;

/** Enters the plan of a bill that is paid in parts; others have none. */
export function enterPlan(life: Life, invoiceId: string, settled: readonly Settlement[]): void {
  const parts = settled.slice(-PARTS);
  const [first] = parts;
  if (first === undefined || parts.length < PARTS || new Set(parts.map(({ on }) => on)).size < PARTS) return;
  const { today } = life.association;
  const paid = parts.filter(({ on, status }) => status === 'received' && on <= today).length;
  const isBroken = parts.some(({ on, status }) => status === 'failed' && on <= today);
  const PlanId = `I${numbered(life.id, life.ledger.number('PaymentPlans'))}`;
  const changes = parts.map(({ on }) => on);
  life.ledger.enter('PaymentPlans', PlanId, first.on, changes, {
    PlanId,
    ID: life.id,
    InvoiceId: invoiceId,
    Installments: PARTS,
    PaidInstallments: paid,
    BeginsOn: textOf(first.on),
    Status: isBroken ? 'broken' : paid === PARTS ? 'finished' : 'running',
  });
}
