/* Memberships that renew by themselves: the card on file is charged when the notice would have gone out. */
import { type DayNumber, yearOf } from './calendar.js';
import type { Life } from './life.js';
import { purposes } from './purposes.js';
import { Draws, sigmoid } from './random.js';

interface Wish {
  readonly from: DayNumber;
  readonly until: DayNumber;
}

const NEVER: DayNumber = 1_000_000;

/** From when until when the member has it switched on; people with cards and little time more often. */
function wishOf({ association, index, nature }: Life): Wish {
  const draws = new Draws(association.seed, index, purposes.selfRenewal);
  const switchesOn = draws.chance(sigmoid(-1.1 + 0.6 * nature.digital - 0.3 * nature.punctuality));
  const later = Math.floor(draws.exponential(500));
  const regrets = draws.chance(0.08 + 0.12 * nature.priceSensitivity);
  const kept = draws.whole(300, 1500);
  const from = Math.max(nature.joinsOn, OFFERED_FROM) + later;
  if (!switchesOn || nature.kind === 'organization' || nature.isComp) return { from: NEVER, until: NEVER };
  return { from, until: regrets ? from + kept : NEVER };
}

// Renewal by itself is offered since autumn 2020.
const OFFERED_FROM: DayNumber = 18_536;

/** Whether the membership renews by itself on the day. */
export function renewsByItself(life: Life, on: DayNumber): boolean {
  const { from, until } = wishOf(life);
  return from <= on && on < until;
}

export function enterSelfRenewal(life: Life): void {
  const { association, ledger, id } = life;
  const { from, until } = wishOf(life);
  // Of the members of long ago nobody noted it down.
  const first = life.terms.find(({ endsOn }) => yearOf(endsOn) >= 2020);
  if (first === undefined) return;
  const AutoRenew = from <= association.today && association.today < until;
  ledger.enter('RenewalSettings', id, Math.max(first.paidOn, OFFERED_FROM), [from, until], { ID: id, AutoRenew });
}
