/* A term: the paid period, which tier it is sold in and what it costs. */
import { portion } from '../domain/money.js';
import { currency, duesOn, type Tier, type TierCode, tiers } from './association.js';
import { type DayNumber, monthOf, monthStart } from './calendar.js';
import { type Nature, tierOn } from './nature.js';

export interface Term {
  readonly tier: TierCode;
  readonly beginsOn: DayNumber;
  readonly endsOn: DayNumber;
  /** Months billed of the twelve. */
  readonly months: number;
}

/** The term that begins on a day: twelve months of the member's own to a month's end, or to the end of the tier's cycle. */
export function termFrom(nature: Nature, beginsOn: DayNumber): Term {
  const tier = tierOn(nature, beginsOn);
  const { cycleEndsIn }: Tier = tiers[tier];
  const months = cycleEndsIn === undefined ? 12 : ((cycleEndsIn - monthOf(beginsOn) + 12) % 12) + 1;
  return { tier, beginsOn, endsOn: monthStart(beginsOn, months) - 1, months };
}

/** Dues of a term in cents: the year's price, or the part of it that is left of a fixed cycle. */
export function duesOf(nature: Nature, term: Term): number {
  if (nature.isComp) return 0;
  return portion({ minor: duesOn(term.tier, term.beginsOn), currency }, term.months, 12).minor;
}
