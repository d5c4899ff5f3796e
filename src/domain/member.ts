/*
 * member   a person or organisation with a membership record
 * prospect never a member
 */
import { addTo, type Day } from './day.js';
import { type Term, unbrokenRun, yearsBetween } from './term.js';

export const memberKinds = ['person', 'organization'] as const;
export type MemberKind = (typeof memberKinds)[number];

export const statuses = ['active', 'grace', 'lapsed', 'suspended', 'prospect', 'deceased'] as const;
export type Status = (typeof statuses)[number];

/** "Members" without a word on status: the term covers today, or the grace period runs. */
export const countedAsMembers = ['active', 'grace'] as const satisfies readonly Status[];

export interface Standing {
  /** What iMIS says of the record itself. */
  readonly record: 'active' | 'inactive' | 'suspended' | 'deceased';
  /** Last day of the present or last term; absent for someone who never had one. */
  readonly expires?: Day | undefined;
}

/** What somebody's membership is on a day. "Active" does not include grace. */
export function statusOn(standing: Standing, on: Day, graceDays: number): Status {
  if (standing.record === 'deceased') return 'deceased';
  if (standing.expires === undefined) return 'prospect';
  if (standing.record === 'suspended') return 'suspended';
  if (standing.expires >= on) return 'active';
  return addTo(standing.expires, graceDays, 'day') >= on ? 'grace' : 'lapsed';
}

/** Whole and broken years since the last join or rejoin without a lapse; undefined when no term says. */
export function tenure(terms: readonly Term[], on: Day, graceDays: number): number | undefined {
  const [first] = unbrokenRun(terms, on, graceDays);
  return first && yearsBetween(first.begins, on);
}

/** The twelve months from the first join; rejoining starts no new first year. */
export const inFirstYear = (joined: Day, on: Day): boolean => joined <= on && on < addTo(joined, 1, 'year');
