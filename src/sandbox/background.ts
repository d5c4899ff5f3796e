/* Where somebody lives and works over the years: homes and jobs change, whatever the association does. */

import { HISTORY_BEGINS } from './association.js';
import { type DayNumber, dayNumber, yearOf } from './calendar.js';
import { type Nature, ORGANIZATION_EVERY, yearsInWork } from './nature.js';
import { fieldOfWork, type Residence, residenceOf } from './people.js';
import { purposes } from './purposes.js';
import { Draws } from './random.js';
import { careers } from './words/work.js';

export interface Home {
  readonly from: DayNumber;
  readonly residence: Residence;
}
export interface Job {
  readonly from: DayNumber;
  /** Index of the organisation, where it is one on record. */
  readonly employer?: number;
  readonly title?: string;
}
export interface Background {
  readonly homes: readonly Home[];
  /** Empty for organisations and students. */
  readonly jobs: readonly Job[];
}

const MOVES_A_YEAR = 0.045;
const STAYS_IN_STATE = 0.7;
const JOB_CHANGES_A_YEAR = 0.09;

export function backgroundOf(seed: number, index: number, nature: Nature, until: DayNumber): Background {
  return { homes: homesOf(seed, index, nature, until), jobs: jobsOf(seed, index, nature, until) };
}

function homesOf(seed: number, index: number, nature: Nature, until: DayNumber): readonly Home[] {
  const draws = new Draws(seed, index, purposes.moves);
  const homes: Home[] = [{ from: nature.arrivesOn, residence: residenceOf(seed, index, 0) }];
  for (const on of someDays(draws, nature.arrivesOn, until, MOVES_A_YEAR)) {
    const state = draws.chance(STAYS_IN_STATE) ? homes[homes.length - 1]?.residence.state : undefined;
    homes.push({ from: on, residence: residenceOf(seed, index, homes.length, state) });
  }
  return homes;
}

function jobsOf(seed: number, index: number, nature: Nature, until: DayNumber): readonly Job[] {
  if (nature.kind === 'organization') return [];
  const draws = new Draws(seed, index, purposes.jobs);
  const jobs: Job[] = [jobAt(nature.arrivesOn, index, nature, draws)];
  for (const on of someDays(draws, nature.arrivesOn, until, JOB_CHANGES_A_YEAR)) {
    jobs.push(jobAt(on, index, nature, draws));
  }
  return jobs;
}

/** At most one day a calendar year, not before the record exists. */
function* someDays(draws: Draws, from: DayNumber, until: DayNumber, yearly: number): Generator<DayNumber> {
  const first = yearOf(Math.max(from, HISTORY_BEGINS));
  for (let year = first; year <= yearOf(until); year++) {
    const happens = draws.chance(yearly);
    const on = dayNumber(year, 1, 1) + draws.whole(0, 364);
    if (happens && on > from) yield on;
  }
}

function jobAt(on: DayNumber, index: number, nature: Nature, draws: Draws): Job {
  const years = yearsInWork(nature, on);
  const employed = draws.chance(0.62);
  const employer = employerBelow(index, draws.uniform());
  const field = fieldOfWork(draws);
  const stage = careers.find((one) => years < one.until) ?? careers[0];
  const title = draws.pick<string>(stage.titles);
  const told = draws.chance(0.86);
  if (years < 0) return { from: on };
  const named = title.includes('Officer') || title.includes('President') ? title : `${title}, ${field}`;
  return {
    from: on,
    ...(employed && employer !== undefined && { employer }),
    ...(told && { title: named }),
  };
}

/** A few employers have many members, most have one or two. */
function employerBelow(index: number, share: number): number | undefined {
  const organizations = Math.floor((index + ORGANIZATION_EVERY - 6) / ORGANIZATION_EVERY);
  if (organizations === 0) return undefined;
  return Math.floor(share * share * organizations) * ORGANIZATION_EVERY + 5;
}

/** The last entry that had begun by the day. */
export function current<T extends { readonly from: DayNumber }>(entries: readonly T[], on: DayNumber): T | undefined {
  let found = entries[0];
  for (const entry of entries) if (entry.from <= on) found = entry;
  return found;
}
