/** The values this association uses, and how they may be said. Names of people and organisations are identity and not here. */
import type { Day } from '../domain/day.js';
import type { Database } from '../store/database.js';

export interface Entry {
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  /** Further ways to say it: plurals, short forms; capitals count where it is a code (TX). */
  readonly also: readonly string[];
}
export interface TierEntry extends Entry {
  readonly rank: number;
  readonly isOrganization: boolean;
}
export interface EventEntry extends Entry {
  readonly series?: string;
  readonly eventType: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
}

export interface Vocabulary {
  readonly tiers: readonly TierEntry[];
  readonly chapters: readonly Entry[];
  readonly committees: readonly Entry[];
  readonly sigs: readonly Entry[];
  /** In use on preferred addresses, of people or organisations. */
  readonly states: readonly Entry[];
  readonly countries: readonly Entry[];
  readonly cities: readonly Entry[];
  readonly industries: readonly Entry[];
  /** Earliest first. */
  readonly events: readonly EventEntry[];
  readonly series: readonly Entry[];
  readonly eventTypes: readonly Entry[];
}

/** Reads the vocabulary from the store. */
export async function vocabularyOf(database: Database): Promise<Vocabulary> {
  throw new Error(String(database));
}
