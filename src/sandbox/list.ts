/* From the query of a list to the places of its rows, without generating more members than needed. */
import { type Condition, type ListQuery, meets, order } from '../imis/contracts/filter.js';
import { numberOf } from './calendar.js';
import type { Row } from './ledger.js';
import type { Shelf } from './shelf.js';
import type { Listing } from './tables.js';

export interface Found {
  readonly total: number;
  /** Rows of the window asked for. */
  readonly rows: readonly Row[];
}

// Properties that name the party a row belongs to, or a key that begins with it.
const OWNING = new Set(
  (
    'partyid id invoiceid soldtopartyid billtopartyid payorpartyid paymentid groupmemberid userid registrantid seqn ' +
    'lineid loginid messageid assignmentid caseid postid answerid emailid pageviewid downloadid creditid ' +
    'certificationid volunteerid purchaseid donationid sponsorshipid planid'
  ).split(' '),
);

// Lists of so many rows found are kept, so that the next page need not look for them again.
const KEPT_SEARCHES = 6;

interface Search {
  readonly key: string;
  readonly slots: Int32Array;
  readonly ordinals: Uint16Array;
}

/** Finds rows in one shelf; made anew with it. */
export class Finder {
  readonly #shelf: Shelf;
  readonly #version: () => number;
  #searches: readonly Search[] = [];

  /** `version` changes when rows were written. */
  constructor(shelf: Shelf, version: () => number) {
    this.#shelf = shelf;
    this.#version = version;
  }

  find(listing: Listing, query: ListQuery): Found {
    const shared = listing.shared?.(this.#shelf.association);
    if (shared !== undefined) return window(ordered(listing, shared.filter(matching(listing, query)), query), query);
    const [table] = listing.from ?? [''];
    if (query.conditions.length === 0 && isNatural(listing, query)) {
      const total = this.#shelf.total(table);
      const rows: Row[] = [];
      for (let number = query.offset; number < Math.min(total, query.offset + query.limit); ) {
        const place = this.#shelf.placeOf(table, number);
        if (place === undefined) break;
        const mine = listing
          .rows(this.#shelf, place.slot)
          .slice(place.ordinal, place.ordinal + query.limit - rows.length);
        // A party whose count says more rows than it has would be asked for ever.
        if (mine.length === 0) break;
        rows.push(...mine);
        number += mine.length;
      }
      return { total, rows };
    }
    const { slots, ordinals } = this.#search(listing, query);
    const rows: Row[] = [];
    for (let number = query.offset; number < Math.min(slots.length, query.offset + query.limit); number++) {
      const row = listing.rows(this.#shelf, slots[number] ?? 0)[ordinals[number] ?? 0];
      if (row !== undefined) rows.push(row);
    }
    return { total: slots.length, rows };
  }

  #search(listing: Listing, query: ListQuery): Search {
    const { conditions, orderBy } = query;
    const key = JSON.stringify([listing.name, this.#version(), conditions, orderBy]);
    const known = this.#searches.find((search) => search.key === key);
    if (known !== undefined) return known;
    const found: { slot: number; ordinal: number; row: Row }[] = [];
    const fits = matching(listing, query);
    const sorts = !isNatural(listing, query);
    for (const slot of this.#candidates(listing, conditions)) {
      listing.rows(this.#shelf, slot).forEach((row, ordinal) => {
        if (fits(row)) found.push({ slot, ordinal, row: sorts ? row : NO_ROW });
      });
    }
    const sorted = sorts ? orderedBy(listing, found, ({ row }) => row, query) : found;
    const search = {
      key,
      slots: Int32Array.from(sorted, ({ slot }) => slot),
      ordinals: Uint16Array.from(sorted, ({ ordinal }) => ordinal),
    };
    this.#searches = [search, ...this.#searches].slice(0, KEPT_SEARCHES);
    return search;
  }

  /** Slots that may hold a row that fits, in order. */
  *#candidates(listing: Listing, conditions: readonly Condition[]): Generator<number> {
    const tables = listing.from ?? [''];
    const shelf = this.#shelf;
    const since = updatedSince(conditions) ?? changedSince(conditions);
    const sinceDay = since === undefined || !/^\d{4}-\d\d-\d\d/.test(since) ? undefined : numberOf(since.slice(0, 10));
    const owner = owningValue(conditions);
    const event = conditions.find(
      ({ property, operator }) => property.toLowerCase() === 'eventid' && operator === 'eq',
    );
    if (owner !== undefined) {
      const slot = shelf.slotOf(owner);
      if (slot !== undefined) yield slot;
    } else if (event !== undefined && event.values.length === 1 && tables[0] === 'EventRegistration') {
      yield* shelf.registrants(event.values[0]?.toUpperCase() ?? '');
    } else {
      for (let slot = 0; slot < shelf.slots; slot++) {
        if (shelf.count(tables[0], slot) === 0) continue;
        if (sinceDay !== undefined && !tables.some((table) => shelf.mayHaveChanged(table, slot, sinceDay))) continue;
        yield slot;
      }
    }
  }
}

const NO_ROW: Row = { key: '', changedOn: 0, updatedOn: '', value: undefined };

const isPrompt = ({ property }: Condition): boolean => property.toLowerCase() === 'updatedsince';
const updatedSince = (conditions: readonly Condition[]): string | undefined => conditions.find(isPrompt)?.values[0];

/** A filter on the time of change, where the site honours one: of an entity it is no property of the row's value. */
const isChange = ({ property }: Condition): boolean => property.toLowerCase() === 'updatedon';
const changedSince = (conditions: readonly Condition[]): string | undefined =>
  conditions.find((condition) => isChange(condition) && ['gt', 'ge'].includes(condition.operator))?.values[0];

/** The one party whose rows can fit, where a condition says so. */
function owningValue(conditions: readonly Condition[]): string | undefined {
  for (const { property, operator, values } of conditions) {
    if (operator !== 'eq' || values.length !== 1 || !OWNING.has(property.toLowerCase())) continue;
    return /\d{6}/.exec(values[0] ?? '')?.[0] ?? '';
  }
  return undefined;
}

/** True for rows that meet every condition; properties were checked to exist before. */
function matching(listing: Listing, { conditions }: ListQuery): (row: Row) => boolean {
  const since = updatedSince(conditions);
  const tests = conditions
    .filter((condition) => !isPrompt(condition))
    .map((condition) => ({ condition, property: listing.property(condition.property) }));
  return (row) =>
    (since === undefined || row.updatedOn >= since) &&
    tests.every(({ condition, property }) => {
      if (property === undefined) return isChange(condition) && meets(condition, row.updatedOn);
      return meets(condition, property(row.value));
    });
}

/** Rows lie in order of parties, and of a party's own keys: what is asked in that order needs no sorting. */
function isNatural({ shared }: Listing, { orderBy }: ListQuery): boolean {
  if (orderBy === undefined) return true;
  return shared === undefined && !orderBy.descending && OWNING.has(orderBy.property.toLowerCase());
}

const ordered = (listing: Listing, rows: readonly Row[], query: ListQuery): readonly Row[] =>
  orderedBy(listing, rows, (row) => row, query);

function orderedBy<T>(
  listing: Listing,
  items: readonly T[],
  rowOf: (item: T) => Row,
  { orderBy }: ListQuery,
): readonly T[] {
  const property = orderBy && listing.property(orderBy.property);
  if (orderBy === undefined || property === undefined) return items;
  const sign = orderBy.descending ? -1 : 1;
  return [...items].sort((left, right) => {
    return sign * order(property(rowOf(left).value), String(property(rowOf(right).value) ?? ''));
  });
}

const window = (rows: readonly Row[], { offset, limit }: ListQuery): Found => ({
  total: rows.length,
  rows: rows.slice(offset, offset + limit),
});
