import { addressOf } from './contracts/address.js';
import {
  type ContractName,
  type Contracts,
  type Endpoint,
  endpoints,
  QUERY_PROMPT,
  queryPath,
} from './contracts/endpoints.js';
import { onlyRow } from './contracts/envelope.js';
import { decodePanelRow } from './contracts/panel-row.js';
import type { Reading } from './contracts/reading.js';
import { decodeRow, type IqaRow } from './contracts/row.js';
import { listQuery, pageQuery, panelQuery } from './filters.js';
import { createInspector, type Inspector } from './inspect.js';
import type { ImisOptions } from './options.js';
import { type IqaDefinition, panelSourceNamed, queries } from './pack.js';
import { eachPage, limitOf, shrinking, toPage } from './page.js';
import type { ImisReader, ListOptions, Page, PanelReader } from './port.js';
import { promptsApart } from './prompts-apart.js';
import { type Connection, createConnection } from './request.js';
import { waysFor } from './site-profile.js';

/** Reads an iMIS site over REST with the reading account. Failures are the typed ones of failures.ts. */
export function createReader(options: ImisOptions): ImisReader & PanelReader & Inspector {
  const connection = createConnection(options, 'reading');
  const context = options.currency ? { currency: options.currency } : {};
  const ways = waysFor(options.profile);
  const apart = ways.queries === 'by another prompt' ? promptsApart() : undefined;

  async function page<N extends ContractName>(contract: N, list: ListOptions = {}): Promise<Page<Contracts[N]>> {
    const endpoint: Endpoint<Contracts[N]> = endpoints[contract];
    return shrinking(limitOf(list, ways.pageRows), async (limit) => {
      const query = listQuery(endpoint, { ...list, limit }, ways.filtersByUpdatedOn(contract));
      const path = `/api/${endpoint.entity}?${query}`;
      const reply = await connection.send({ ...reading(contract, path), ...(list.signal && { signal: list.signal }) });
      return toPage(reply, list.offset ?? 0, (wire) => endpoint.decode(wire, context));
    });
  }

  const queryRows = (name: string, list: ListOptions, prompt: () => string | undefined): Promise<Page<IqaRow>> =>
    shrinking(limitOf(list, ways.queryPageRows), (limit) => {
      const updatedSince = prompt();
      return queryPage(connection, queryNamed(name), { ...list, limit, ...(updatedSince && { updatedSince }) });
    });

  return {
    ways,
    page,
    pages: (contract, list = {}) =>
      eachPage(list, (window) => page(contract, window), {
        site: new URL(options.url).host,
        doing: `reading ${contract}`,
        requestId: 'of many pages',
      }),
    async get<N extends ContractName>(contract: N, id: string): Promise<Reading<Contracts[N]> | undefined> {
      const endpoint: Endpoint<Contracts[N]> = endpoints[contract];
      const call = reading(contract, addressOf(endpoint.entity, id));
      const reply = await connection.send({ ...call, accept: [404] });
      const wire = onlyRow(reply.wire);
      if (reply.status === 404 || wire === undefined || endpoint.exists?.(wire) === false) return undefined;
      return endpoint.decode(wire, context);
    },
    async panelPage(name, list = {}) {
      const source = panelSourceNamed(name);
      return shrinking(limitOf(list, ways.pageRows), async (limit) => {
        const reply = await connection.send({
          ...reading(name, `/api/${name}?${panelQuery(source, { ...list, limit })}`),
          ...(list.signal && { signal: list.signal }),
        });
        return toPage(reply, list.offset ?? 0, (wire) => decodePanelRow(source, wire));
      });
    },
    async panelRow(name, rowId) {
      const source = panelSourceNamed(name);
      const reply = await connection.send({ ...reading(name, addressOf(name, rowId)), accept: [404] });
      const wire = onlyRow(reply.wire);
      return reply.status === 404 || wire === undefined ? undefined : decodePanelRow(source, wire);
    },
    queryPage: (name, list = {}) => queryRows(name, list, () => list.updatedSince ?? apart?.()),
    ...(apart && { plainQueryPage: (name, list = {}) => queryRows(name, list, () => undefined) }),
    ...createInspector(connection, ways),
  };
}

const reading = (what: string, path: string) =>
  ({ method: 'GET', path, doing: `reading ${what}`, repeatable: true }) as const;

function queryNamed(name: string): IqaDefinition {
  const query = queries.find((candidate) => candidate.name === name);
  if (!query) throw new RangeError(`the set-up pack has no query ${name}`);
  return query;
}

async function queryPage(
  connection: Connection,
  query: IqaDefinition,
  list: ListOptions & { readonly updatedSince?: string },
): Promise<Page<IqaRow>> {
  const parameters = pageQuery(list);
  if (list.updatedSince) parameters.append(QUERY_PROMPT, list.updatedSince);
  const path = `/api/Query?QueryName=${encodeURIComponent(queryPath(query.name))}&${parameters}`;
  const reply = await connection.send({
    ...reading(`the query ${query.name}`, path),
    ...(list.signal && { signal: list.signal }),
  });
  return toPage(reply, list.offset ?? 0, (wire) => decodeRow(query, wire));
}
