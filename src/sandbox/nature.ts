/*
 * What nobody at the association can see: how a person or organisation is made. Everything they are later seen to do
 * follows from this and from what happens to them.
 *
 * engagement        wish to take part, mean 0, deviation 1; drifts from year to year
 * sociability       likes to meet in person rather than on a screen
 * digital           uses the portal, reads mail
 * loyalty           stays, whatever happens
 * priceSensitivity  0 does not look at the price, 1 leaves over it
 * punctuality       pays at once rather than at the last moment
 * temper            how much one experience counts, about 1
 */

import { HISTORY_BEGINS, SETTLED, type TierCode } from './association.js';
import { type DayNumber, yearOf } from './calendar.js';
import { purposes } from './purposes.js';
import { chanceOf, Draws } from './random.js';

export interface Nature {
  readonly kind: 'person' | 'organization';
  readonly engagement: number;
  readonly sociability: number;
  readonly digital: number;
  readonly loyalty: number;
  readonly priceSensitivity: number;
  readonly punctuality: number;
  readonly temper: number;
  /** Standing in the profession, 0 to 1: decides how high the tiers go in a career. */
  readonly standing: number;
  readonly birthDay: DayNumber;
  readonly beganWorkAt: number;
  readonly retiresAt: number;
  /** Organisations: number of employees. */
  readonly employees: number;
  /** Dues waived by arrangement. */
  readonly isComp: boolean;
  readonly everJoins: boolean;
  /** The day the record was made; `joinsOn` is this day or later. */
  readonly arrivesOn: DayNumber;
  readonly joinsOn: DayNumber;
  readonly diesOn: DayNumber;
}

/** Every twelfth member is an organisation, so that employers can be found without generating them. */
export const ORGANIZATION_EVERY = 12;
export const isOrganization = (index: number): boolean => index % ORGANIZATION_EVERY === 5;

const YEAR = 365.25;
const NEVER: DayNumber = 1_000_000;
// Of those known today this share was there when the history begins; the rest came evenly since.
const THERE_BEFORE = 0.42;

export function natureOf(seed: number, index: number, members: number): Nature {
  const draws = new Draws(seed, index, purposes.nature);
  const kind = isOrganization(index) ? 'organization' : 'person';
  const engagement = draws.normal();
  const arrivesOn = arrivalOf(seed, index, members);
  const ageAtArrival = Math.min(68, 19 + draws.exponential(15) + Math.max(0, draws.normal() * 3));
  const birthDay = Math.round(arrivesOn - ageAtArrival * YEAR - draws.uniform() * YEAR);
  const everJoins = draws.chance(0.93);
  return {
    kind,
    engagement,
    sociability: 0.3 * engagement + 0.95 * draws.normal(),
    digital: 0.25 * engagement + 0.97 * draws.normal() - (ageAtArrival - 38) / 60,
    loyalty: draws.normal(),
    priceSensitivity: draws.uniform() * (0.55 + 0.45 * draws.uniform()),
    punctuality: draws.normal(),
    temper: 0.6 + 0.8 * draws.uniform(),
    standing: draws.uniform(),
    birthDay,
    beganWorkAt: 22 + draws.whole(0, 5),
    retiresAt: 62 + draws.whole(0, 8),
    employees: Math.round(Math.min(20_000, 4 * Math.exp(draws.exponential(1.6)))),
    isComp: draws.chance(0.012),
    everJoins,
    arrivesOn,
    joinsOn: everJoins ? joiningOf(kind, arrivesOn, draws) : NEVER,
    diesOn: kind === 'person' ? deathOf(seed, index, birthDay, arrivesOn) : NEVER,
  };
}

/** Half the organisations are known long before they join; people join within weeks of being known. */
function joiningOf(kind: Nature['kind'], arrivesOn: DayNumber, draws: Draws): DayNumber {
  if (kind === 'organization' && arrivesOn < HISTORY_BEGINS && draws.chance(0.5))
    return HISTORY_BEGINS + Math.floor(draws.uniform() * (SETTLED - HISTORY_BEGINS));
  return arrivesOn + (draws.chance(0.6) ? 0 : Math.floor(draws.exponential(40)));
}

function arrivalOf(seed: number, index: number, members: number): DayNumber {
  const share = chanceOf(seed, index, purposes.arrival);
  const span = SETTLED - HISTORY_BEGINS;
  if (index >= members) return SETTLED + 1 + Math.floor(((index - members) * span) / (members * (1 - THERE_BEFORE)));
  // Employers are on record from the start, so that people never work for somebody unknown.
  if (share < THERE_BEFORE || isOrganization(index)) {
    const older = isOrganization(index) ? share : share / THERE_BEFORE;
    return HISTORY_BEGINS - 30 - Math.floor(older * older * 24 * YEAR);
  }
  return HISTORY_BEGINS + Math.floor(((share - THERE_BEFORE) / (1 - THERE_BEFORE)) * span);
}

/** How many indices have arrived by `today`. */
export function arrivedBy(today: DayNumber, members: number): number {
  if (today <= SETTLED) return members;
  const span = SETTLED - HISTORY_BEGINS;
  return members + Math.ceil(((today - SETTLED) * members * (1 - THERE_BEFORE)) / span);
}

// Roughly US mortality: doubling about every eight years of age, 1 in 250 at 50.
function deathOf(seed: number, index: number, birthDay: DayNumber, arrivesOn: DayNumber): DayNumber {
  const risk = chanceOf(seed, index, purposes.death);
  const ageNow = (Math.max(arrivesOn, HISTORY_BEGINS) - birthDay) / YEAR;
  const doubling = 8 / Math.LN2;
  const yearly = 0.004 * 2 ** ((ageNow - 50) / 8);
  const years = doubling * Math.log(1 - Math.log(1 - risk) / (yearly * doubling));
  return Math.max(arrivesOn, HISTORY_BEGINS) + Math.floor(years * YEAR);
}

export const ageOn = (nature: Nature, on: DayNumber): number => (on - nature.birthDay) / YEAR;
export const yearsInWork = (nature: Nature, on: DayNumber): number => ageOn(nature, on) - nature.beganWorkAt;

/** The tier a new term of this member is sold in. */
export function tierOn(nature: Nature, on: DayNumber): TierCode {
  if (nature.kind === 'organization') return nature.employees >= 60 ? 'COR' : 'SMB';
  const age = ageOn(nature, on);
  if (age < nature.beganWorkAt) return 'STU';
  if (age >= nature.retiresAt) return 'RET';
  if (nature.standing > 0.86 && age >= 46) return 'FEL';
  if (nature.standing > 0.45 && age >= 29) return 'PRO';
  return 'IND';
}

/** Engagement of one calendar year: half of what lay off the mean last year is still there, and something new comes. */
export function engagementByYear(
  seed: number,
  index: number,
  nature: Nature,
  until: DayNumber,
): (of: number) => number {
  const first = yearOf(HISTORY_BEGINS);
  const last = yearOf(until);
  const draws = new Draws(seed, index, purposes.engagement);
  const levels: number[] = [];
  let drift = draws.normal() * 0.6;
  for (let year = first; year <= last; year++) {
    levels.push(nature.engagement + drift);
    drift = 0.6 * drift + draws.normal() * 0.55;
  }
  return (year) => levels[Math.min(Math.max(year, first), last) - first] ?? nature.engagement;
}
