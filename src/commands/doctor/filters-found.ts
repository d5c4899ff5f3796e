/*
 * Whether lists can be filtered by UpdatedOn, which no document says. A filter that lets everything through and one that
 * lets nothing through are compared by the totals they give; the rows of the first are the sample of the entity.
 */
import { type ContractName, endpoints } from '../../imis/contracts/endpoints.js';
import type { FilterGuess } from '../../imis/contracts/site-profile.js';
import { UPDATED_ON } from '../../imis/filters.js';
import { type Asker, type Reply, totalOf } from './asking.js';
import { fails, holds, unknown } from './guess.js';

/** Rows of a sample. */
export const SAMPLE = 20;

// Groups carry no time of change; group members and registrations are listed by group and event, many lists each.
const withoutFilter: readonly ContractName[] = ['Group', 'GroupMember', 'EventRegistration'];
export const filteredContracts = (Object.keys(endpoints) as ContractName[]).filter(
  (contract) => !withoutFilter.includes(contract),
);

const LONG_AGO = '1900-01-01T00:00:00';
const NOT_FOR_LONG = '2999-12-31T00:00:00';

export interface FilterFound {
  readonly sample: Reply;
  readonly guess: FilterGuess;
}

/** Two requests, whatever the site does. */
export async function findFilter({ ask }: Asker, contract: ContractName): Promise<FilterFound> {
  const { entity, orderBy } = endpoints[contract];
  const list = (limit: number, since?: string) =>
    `/api/${entity}?${since ? `${UPDATED_ON}=ge:${since}&` : ''}OrderBy=${orderBy}&limit=${limit}`;
  const everything = await ask(list(SAMPLE, LONG_AGO), `${entity} changed since long ago`);
  if (totalOf(everything) > 0) {
    const nothing = await ask(list(1, NOT_FOR_LONG), `${entity} changed in a thousand years`);
    return { sample: everything, guess: judged(everything, nothing) };
  }
  const sample = await ask(list(SAMPLE), entity);
  return { sample, guess: judgedWithout(everything, sample) };
}

function judged(everything: Reply, nothing: Reply): FilterGuess {
  const [all, none] = [totalOf(everything), totalOf(nothing)];
  const totals = `since 1900: ${all} rows, since 2999: ${none}`;
  if (!nothing.isGiven) return unknown(`since 1900: ${all} rows, since 2999: ${nothing.why}`);
  if (none === 0) return { ...holds(totals), answer: 'honoured' };
  if (none === all) return { ...fails(`${totals}: the filter changes nothing`), answer: 'ignored' };
  return unknown(`${totals}: rows dated so late, or another filter than meant`);
}

function judgedWithout(filtered: Reply, plain: Reply): FilterGuess {
  if (!plain.isGiven) return unknown(`the list cannot be read (${plain.why})`);
  if (totalOf(plain) === 0) return unknown('the list has no rows');
  if (!filtered.isGiven)
    return { ...fails(`with the filter: ${filtered.why}; without: ${totalOf(plain)} rows`), answer: 'rejected' };
  return { ...fails(`since 1900: no row, without the filter: ${totalOf(plain)}`), answer: 'matches nothing' };
}
