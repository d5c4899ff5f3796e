/* The query of a list as the client sends it; the grammar itself is in contracts/filter.ts. */
import { MAX_LIMIT } from './contracts/envelope.js';
import type { PanelSource } from './pack.js';
import type { ListOptions } from './port.js';

interface Listed {
  readonly entity: string;
  readonly orderBy: string;
  readonly requiredFilters: readonly string[];
  readonly filters: Readonly<Record<string, unknown>>;
}

/** No documented filter: offered for the entities a site's profile proves it of. */
export const UPDATED_ON = 'UpdatedOn';

/**
 * The query of one page of a typed entity. Throws a RangeError for a filter the entity does not have: a site may ignore
 * an unknown name, and would then answer with everything.
 */
export function listQuery(endpoint: Listed, options: ListOptions, hasUpdatedOn = false): URLSearchParams {
  const given = Object.keys(options.filters ?? {});
  const unknown = given.find((name) => !(name in endpoint.filters) && !(hasUpdatedOn && name === UPDATED_ON));
  if (unknown) throw new RangeError(`${endpoint.entity} cannot be filtered by ${unknown}`);
  const missing = endpoint.requiredFilters.find((name) => !given.includes(name));
  if (missing) throw new RangeError(`a list of ${endpoint.entity} needs a filter on ${missing}`);
  return pageQuery({ orderBy: endpoint.orderBy, ...options });
}

/** The query of one page of a panel source, ordered by party. Throws a RangeError for a filter it has no column for. */
export function panelQuery({ name, columns }: PanelSource, options: ListOptions): URLSearchParams {
  const known = new Set(['ID', ...columns.map((column) => column.name)]);
  const unknown = Object.keys(options.filters ?? {}).find((filter) => !known.has(filter));
  if (unknown) throw new RangeError(`${name} cannot be filtered by ${unknown}`);
  return pageQuery({ orderBy: 'ID', ...options });
}

/** Filters, order and window of one page. */
export function pageQuery(options: ListOptions): URLSearchParams {
  const query = new URLSearchParams(options.filters);
  if (options.orderBy) query.append('OrderBy', options.orderBy);
  query.append('limit', String(Math.min(options.limit ?? MAX_LIMIT, MAX_LIMIT)));
  query.append('offset', String(options.offset ?? 0));
  return query;
}
