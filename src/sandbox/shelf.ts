/*
 * Every row of the association without holding them: how many rows each member has in each table and when the latest
 * changed is kept in a few bytes; the rows themselves are generated again when a page wants them. A hundred thousand
 * members take some 10 MB this way.
 */
import type { DayNumber } from './calendar.js';
import { numberOf } from './calendar.js';
import { type MemberRows, type Row, type TableName, tableNames } from './ledger.js';
import { type Association, indexOfParty, partyId } from './life.js';
import { live } from './live.js';
import { arrivedBy } from './nature.js';
import type { Overlay } from './overlay.js';
import { staffId, staffPosts, staffRows } from './staff.js';

/** Members kept generated: all of the default association. */
const KEPT = 4000;
/** Members generated before other work gets its turn. */
const BATCH = 100;
// Days are kept in 16 bits: the records made before this day count as made on it.
const FIRST_DAY: DayNumber = numberOf('1990-01-01');

interface Shelved {
  readonly counts: Uint16Array;
  readonly changed: Uint16Array;
  /** Rows before each slot; undefined when a count has changed since. */
  starts: Int32Array | undefined;
}

export interface Place {
  readonly slot: number;
  readonly ordinal: number;
}

export interface Filling {
  readonly signal: AbortSignal;
  /** Told members done and in all. */
  readonly onProgress?: (done: number, all: number) => void;
}

export class Shelf {
  readonly association: Association;
  readonly slots: number;
  readonly #overlay: Overlay;
  readonly #tables = new Map<string, Shelved>();
  readonly #kept = new Map<number, MemberRows>();
  readonly #registrants = new Map<string, number[]>();

  private constructor(association: Association, overlay: Overlay, tables: readonly string[]) {
    this.association = association;
    this.#overlay = overlay;
    this.slots = staffPosts.length + arrivedBy(association.today, association.members);
    for (const table of tables)
      this.#tables.set(table, {
        counts: new Uint16Array(this.slots),
        changed: new Uint16Array(this.slots),
        starts: undefined,
      });
  }

  /** Lives through every member once; lets other work in between, and ends early, in vain, when told to. */
  static async fill(
    association: Association,
    overlay: Overlay,
    panels: readonly string[],
    { signal, onProgress }: Filling,
  ): Promise<Shelf> {
    const shelf = new Shelf(association, overlay, [...tableNames, ...panels]);
    for (let slot = 0; slot < shelf.slots; slot++) {
      shelf.#shelve(slot);
      if (slot % BATCH === 0) {
        onProgress?.(slot, shelf.slots);
        await new Promise((resume) => setImmediate(resume));
        signal.throwIfAborted();
      }
    }
    onProgress?.(shelf.slots, shelf.slots);
    for (const owner of overlay.owners()) shelf.touched(owner);
    return shelf;
  }

  /** The slot of a party, or undefined when nobody has that id. */
  slotOf(id: string): number | undefined {
    if (!/^\d{6}$/.test(id)) return undefined;
    const staff = Number(id) - Number(staffId(0));
    const slot = staff < staffPosts.length ? staff : staffPosts.length + indexOfParty(id);
    if (slot < 0 || slot >= this.slots || (staff >= staffPosts.length && indexOfParty(id) < 0)) return undefined;
    return this.count('Party', slot) > 0 ? slot : undefined;
  }

  ownerOf(slot: number): string {
    return slot < staffPosts.length ? staffId(slot) : partyId(slot - staffPosts.length);
  }

  count(table: string, slot: number): number {
    return this.#tables.get(table)?.counts[slot] ?? 0;
  }

  /** False when no row of the table of this party changed on the day or later. */
  mayHaveChanged(table: string, slot: number, since: DayNumber): boolean {
    const shelved = this.#tables.get(table);
    return shelved !== undefined && (shelved.changed[slot] ?? 0) >= Math.max(0, since - FIRST_DAY);
  }

  total(table: string): number {
    return this.#starts(table)[this.slots] ?? 0;
  }

  /** Where the row with this number of the whole table stands. */
  placeOf(table: string, number: number): Place | undefined {
    const starts = this.#starts(table);
    if (number < 0 || number >= (starts[this.slots] ?? 0)) return undefined;
    let low = 0;
    let high = this.slots;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= number) low = middle;
      else high = middle;
    }
    return { slot: low, ordinal: number - (starts[low] ?? 0) };
  }

  /** Rows of one party in one table, written ones included, in order of keys. */
  rows(table: string, slot: number): readonly Row[] {
    const generated: readonly Row[] = isTable(table) ? this.#generated(slot)[table] : [];
    const written = this.#overlay.of(table, this.ownerOf(slot));
    if (written.length === 0) return generated;
    const rows = new Map(generated.map((row) => [row.key, row]));
    for (const { key, value, updatedOn } of written) {
      if (value === null) rows.delete(key);
      else rows.set(key, { key, value, updatedOn, changedOn: numberOf(updatedOn.slice(0, 10)) });
    }
    return [...rows.values()].sort(byKey);
  }

  registrants(eventId: string): readonly number[] {
    return this.#registrants.get(eventId) ?? [];
  }

  /** Counts a party's rows again after a write. */
  touched(owner: string): void {
    const slot = this.slotOf(owner);
    if (slot === undefined) return;
    for (const table of this.#overlay.tablesOf(owner)) {
      const shelved = this.#tables.get(table);
      if (shelved === undefined) continue;
      this.#count(shelved, slot, this.rows(table, slot));
      shelved.starts = undefined;
    }
  }

  #shelve(slot: number): void {
    const rows = this.#generated(slot);
    for (const table of tableNames) {
      const shelved = this.#tables.get(table);
      if (shelved !== undefined) this.#count(shelved, slot, rows[table]);
    }
    for (const { value } of rows.EventRegistration) {
      const known = this.#registrants.get(value.eventId);
      if (known === undefined) this.#registrants.set(value.eventId, [slot]);
      else known.push(slot);
    }
  }

  #count(shelved: Shelved, slot: number, rows: readonly Row[]): void {
    let latest = FIRST_DAY;
    for (const { changedOn } of rows) if (changedOn > latest) latest = changedOn;
    shelved.counts[slot] = rows.length;
    shelved.changed[slot] = latest - FIRST_DAY;
  }

  #generated(slot: number): MemberRows {
    const kept = this.#kept.get(slot);
    if (kept !== undefined) {
      // Put last: the first of the map is the one not asked for longest.
      this.#kept.delete(slot);
      this.#kept.set(slot, kept);
      return kept;
    }
    const { seed, today } = this.association;
    const made =
      slot < staffPosts.length
        ? staffRows(seed, slot, today)
        : live(this.association, slot - staffPosts.length).ledger.rows;
    this.#kept.set(slot, made);
    if (this.#kept.size > KEPT) {
      const oldest = this.#kept.keys().next().value;
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return made;
  }

  #starts(table: string): Int32Array {
    const shelved = this.#tables.get(table);
    if (shelved === undefined) throw new RangeError(`no table ${table}`);
    if (shelved.starts === undefined) {
      const starts = new Int32Array(this.slots + 1);
      for (let slot = 0; slot < this.slots; slot++)
        starts[slot + 1] = (starts[slot] ?? 0) + (shelved.counts[slot] ?? 0);
      shelved.starts = starts;
    }
    return shelved.starts;
  }
}

const known = new Set<string>(tableNames);
const isTable = (table: string): table is TableName => known.has(table);

export const byKey = (left: Row, right: Row): number => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0);
