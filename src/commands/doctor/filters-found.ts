/*
 * Whether lists can be filtered by UpdatedOn, which no document says. A filter that lets everything through, one that lets
 * nothing through and none at all are compared by the totals they give; a time of the sample must then part its row from
 * all of before. The rows of the first are the sample of the entity.
 */
import { type ContractName, type Endpoint, endpoints } from '../../imis/contracts/endpoints.js';
import type { FilterGuess } from '../../imis/contracts/site-profile.js';
import { UPDATED_ON } from '../../imis/filters.js';
import { type Asker, type Given, isRule, type Reply, rowsOf, totalOf } from './asking.js';
import { fails, holds, unknown } from './guess.js';

/** Rows of a sample. */
export const SAMPLE = 20;

// Groups carry no time of change; group members and registrations are listed by group and event, many lists each.
const withoutFilter: readonly ContractName[] = ['Group', 'GroupMember', 'EventRegistration'];
export const filteredContracts = (Object.keys(endpoints) as ContractName[]).filter(
  (contract) => !withoutFilter.includes(contract),
);

/** Requests a filter takes at most. */
export const FILTER_CALLS = 4;

const LONG_AGO = '1900-01-01T00:00:00';
const NOT_FOR_LONG = '2999-12-31T00:00:00';

export interface FilterFound {
  readonly sample: Reply;
  readonly guess: FilterGuess;
}

/** Two requests where the filter gives no row, else up to four. */
export async function findFilter({ ask }: Asker, contract: ContractName): Promise<FilterFound> {
  const { entity, orderBy } = endpoints[contract];
  const list = (limit: number, since?: string) =>
    `/api/${entity}?${since ? `${UPDATED_ON}=ge:${since}&` : ''}OrderBy=${orderBy}&limit=${limit}`;
  const everything = await ask(list(SAMPLE, LONG_AGO), `${entity} changed since long ago`);
  if (!everything.isGiven || totalOf(everything) === 0) {
    const sample = await ask(list(SAMPLE), entity);
    return { sample, guess: judgedWithout(everything, sample) };
  }
  const nothing = await ask(list(1, NOT_FOR_LONG), `${entity} changed in a thousand years`);
  const plain = await ask(list(1), entity);
  const guess = judgedTotals(everything, nothing, plain);
  const newest = newestOf(contract, everything);
  if (guess.state !== 'holds') return { sample: everything, guess };
  if (newest === undefined)
    return { sample: everything, guess: unknown(`${guess.found}, but no row of the sample has a time`) };
  const since = await ask(list(SAMPLE, newest.updatedOn), `${entity} changed since the newest of the sample`);
  return { sample: everything, guess: judgedSince(contract, since, newest, guess) };
}

function judgedTotals(everything: Given, nothing: Reply, plain: Reply): FilterGuess {
  const all = totalOf(everything);
  if (!nothing.isGiven) return unknown(`since 1900: ${all} rows, since 2999: ${nothing.why}`);
  if (!plain.isGiven) return unknown(`since 1900: ${all} rows, without the filter: ${plain.why}`);
  const [none, plainly] = [totalOf(nothing), totalOf(plain)];
  const totals = `since 1900: ${all} rows, since 2999: ${none}, without the filter: ${plainly}`;
  if (plainly !== all) return unknown(`${totals}: rows without a time, or another filter than meant`);
  if (none === 0) return { ...holds(totals), answer: 'honoured' };
  if (none === all) return { ...fails(`${totals}: the filter changes nothing`), answer: 'ignored' };
  return unknown(`${totals}: rows dated so late, or another filter than meant`);
}

interface Timed {
  readonly key: string;
  /** Whole seconds: a fraction might not be taken in a filter. */
  readonly updatedOn: string;
}

/** The filter keeps the order of the list, so a row of the sample is among as many rows of what it lets through. */
function judgedSince(contract: ContractName, since: Reply, newest: Timed, honoured: FilterGuess): FilterGuess {
  const asked = `${honoured.found}; since the newest time of the sample`;
  if (!since.isGiven) return unknown(`${asked}: ${since.why}`);
  const rows = rowsOf(since).flatMap((row) => timed(contract, row) ?? []);
  const earlier = rows.filter(({ updatedOn }) => updatedOn < newest.updatedOn).length;
  if (rows.length < rowsOf(since).length) return unknown(`${asked}: rows without a time`);
  if (earlier > 0) return unknown(`${asked}: ${earlier} of ${rows.length} rows are of before`);
  if (!rows.some(({ key }) => key === newest.key)) return unknown(`${asked}: its row is not among the ${rows.length}`);
  return { ...holds(`${asked}: its row, and none of before`), answer: 'honoured' };
}

function newestOf(contract: ContractName, sample: Reply): Timed | undefined {
  const rows = rowsOf(sample).flatMap((row) => timed(contract, row) ?? []);
  return rows.reduce<Timed | undefined>(
    (newest, row) => (newest === undefined || row.updatedOn > newest.updatedOn ? row : newest),
    undefined,
  );
}

function timed(contract: ContractName, row: unknown): Timed | undefined {
  const endpoint = endpoints[contract] as Endpoint<{ readonly updatedOn?: string }>;
  // Amounts are not looked at: any currency does.
  const reading = endpoint.decode(row, { currency: 'XXX' });
  const updatedOn = reading.fits ? reading.value.updatedOn?.slice(0, 19) : undefined;
  return updatedOn === undefined ? undefined : { key: reading.key, updatedOn };
}

function judgedWithout(filtered: Reply, plain: Reply): FilterGuess {
  if (!plain.isGiven) return unknown(`the list cannot be read (${plain.why})`);
  if (totalOf(plain) === 0) return unknown('the list has no rows');
  const without = `without the filter: ${totalOf(plain)} rows`;
  if (filtered.isGiven) return { ...fails(`since 1900: no row, ${without}`), answer: 'matches nothing' };
  const found = `with the filter: ${filtered.why}; ${without}`;
  return isRule(filtered) ? { ...fails(found), answer: 'rejected' } : unknown(found);
}
