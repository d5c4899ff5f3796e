/** One evaluator for counts, lists, samples, funnels and reasons: so that they cannot differ. */
import type { Database } from '../store/database.js';
import type { Definition } from './definition.js';
import type { Perspective } from './perspective.js';

export interface Counts {
  readonly in: number;
  readonly out: number;
  /** Missing data: neither in nor out. */
  readonly unknown: number;
  /** in + out + unknown: everybody in scope who is not staff, and (unless asked for) not deceased. */
  readonly population: number;
  readonly people: number;
  readonly organizations: number;
  /** Of the population, those who meet everything else but are in grace; only where active status was asked. */
  readonly inGrace?: number;
}

export interface Sort {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}
export interface Page {
  readonly limit: number;
  /** From the page before. */
  readonly cursor?: string;
  readonly sort?: Sort;
}
export interface MemberPage {
  readonly memberIds: readonly string[];
  /** Absent on the last page. */
  readonly cursor?: string;
}

export interface FunnelStep {
  readonly text: string;
  /** In after this condition and all before it. */
  readonly in: number;
}

export type Verdict = 'in' | 'out' | 'unknown';
export interface Reason {
  readonly text: string;
  readonly verdict: Verdict;
  /** What the record holds: a value, a day, a count. */
  readonly value?: string;
  readonly parts?: readonly Reason[];
}

export declare function count(database: Database, definition: Definition, perspective: Perspective): Promise<Counts>;
export declare function list(
  database: Database,
  definition: Definition,
  perspective: Perspective,
  page: Page,
): Promise<MemberPage>;
export declare function countBy(
  database: Database,
  definition: Definition,
  perspective: Perspective,
  field: string,
): Promise<readonly { readonly value: string | null; readonly in: number }[]>;
