/* A small iMIS in memory, behind the reader's interface: rows come and go while pages are read. */

import { type QueryName, queries } from '../../src/imis/pack.js';
import type { ContractName, Contracts, ImisReader, IqaRow, ListOptions, Page, Reading } from '../../src/imis/port.js';

export interface Site extends ImisReader {
  /** Rows of typed entities by id, in the order the site lists them. */
  readonly typed: { readonly [N in ContractName]: Map<string, Reading<Contracts[N]>> };
  /** Rows of a query by key. */
  rowsOf(query: QueryName): Map<string, Reading<IqaRow>>;
  /** The most rows a page holds; iMIS gives 500. */
  pageRows: number;
  /** Called before each page is answered: what a colleague does meanwhile. */
  meanwhile: (asked: { readonly of: string; readonly offset: number }) => void | Promise<void>;
  /** What was asked, in order. */
  readonly asked: string[];
  /** Pages that are being answered, at most so far. */
  readonly busiest: () => number;
  put<N extends ContractName>(contract: N, id: string, value: Contracts[N]): void;
  putRow(query: QueryName, row: IqaRow): void;
}

const contracts: readonly ContractName[] = [
  'Party',
  'CsContact',
  'User',
  'Group',
  'GroupMember',
  'Event',
  'EventRegistration',
  'Activity',
  'InvoiceSummary',
  'PaymentSummary',
  'Subscription',
];

/** What a filter property is called in the value. */
const members: Readonly<Record<string, string>> = {
  GroupId: 'groupId',
  EventId: 'eventId',
  UserName: 'userName',
  UserId: 'userId',
  UF_1: 'changeKey',
};

export function createSite(): Site {
  const typed = Object.fromEntries(contracts.map((name) => [name, new Map()])) as unknown as Site['typed'];
  const rows = new Map(queries.map(({ name }) => [name, new Map<string, Reading<IqaRow>>()]));
  const rowsOf = (query: QueryName): Map<string, Reading<IqaRow>> => rows.get(query) ?? new Map();
  const asked: string[] = [];
  let [busy, busiest] = [0, 0];

  const answer = async <T>(
    of: string,
    list: readonly Reading<T>[] | (() => readonly Reading<T>[]),
    options: ListOptions,
  ): Promise<Page<T>> => {
    const offset = options.offset ?? 0;
    asked.push(`${of} ${offset}`);
    busy += 1;
    busiest = Math.max(busiest, busy);
    try {
      await new Promise((resume) => setTimeout(resume, 2));
      await site.meanwhile({ of, offset });
      const all = typeof list === 'function' ? list() : list;
      const limit = Math.min(options.limit ?? 100, site.pageRows);
      const page = all.slice(offset, offset + limit);
      const next = offset + page.length;
      return { rows: page, offset, total: all.length, nextOffset: next < all.length ? next : undefined };
    } finally {
      busy -= 1;
    }
  };

  const site: Site = {
    typed,
    rowsOf,
    asked,
    pageRows: 500,
    meanwhile: () => undefined,
    busiest: () => busiest,
    put: (contract, id, value) => void typed[contract].set(id, { fits: true, key: id, value } as never),
    putRow: (query, row) => {
      const key = keyOf(query, row);
      rowsOf(query).set(key, { fits: true, key, value: row });
    },
    page: (contract, options = {}) =>
      answer(
        contract,
        () => [...typed[contract].values()].filter((reading) => meets(reading, options)) as never,
        options,
      ),
    pages: () => {
      throw new Error('sync pages by itself');
    },
    get: async (contract, id) => {
      asked.push(`${contract}/${id}`);
      return typed[contract].get(id) as never;
    },
    queryPage: (name, options = {}) =>
      answer(
        options.updatedSince ? `${name} since` : name,
        () =>
          [...rowsOf(name).values()].filter(
            (reading) =>
              !options.updatedSince || (reading.fits && String(reading.value['UpdatedOn']) >= options.updatedSince),
          ),
        options,
      ),
    rolesOf: async (userName) => [`role of ${userName}`],
    propertiesOf: async () => undefined,
    canRead: async () => true,
    clockSkew: async () => 0,
  };
  return site;
}

const keyOf = (query: QueryName, row: IqaRow): string =>
  (queries.find(({ name }) => name === query)?.key ?? []).map((column) => row[column]).join('|');

function meets(reading: Reading<unknown>, { filters = {} }: ListOptions): boolean {
  return Object.entries(filters).every(([property, condition]) => {
    if (!reading.fits) return property === 'GroupId' || property === 'EventId';
    const value = (reading.value as Record<string, unknown>)[members[property] ?? property];
    return String(value) === condition.replace(/^eq:/, '');
  });
}
