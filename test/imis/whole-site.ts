/* A site that has everything the set-up pack asks for, with a switch for each thing that can be wrong. */
import type { ServerResponse } from 'node:http';
import { encodePanelSource, encodeQueryDefinition } from '../../src/imis/contracts/definition.js';
import { type ContractName, type Endpoint, endpoints } from '../../src/imis/contracts/endpoints.js';
import { decodeExecute, encodeOperation, encodeRoles } from '../../src/imis/contracts/envelope.js';
import { type Filterable, meets, parseQuery } from '../../src/imis/contracts/filter.js';
import { encodeRow, type IqaValue } from '../../src/imis/contracts/row.js';
import type { Wire } from '../../src/imis/contracts/wire.js';
import { type ColumnType, type IqaDefinition, panelSources, queries } from '../../src/imis/pack.js';
import { examples } from './examples.js';
import { type Asked, grantToken, json, pageOf, type Site, startSite } from './site.js';

export interface Wrong {
  readonly credentials?: true;
  readonly roles?: readonly string[];
  /** User names whose roles may not be looked up. */
  readonly rolesRefused?: readonly string[];
  /** Customer type of the one user who is no account of the copilot; STAFF unless given. */
  readonly staffType?: string;
  /** Conditions on the type of contacts are passed over. */
  readonly unfiltered?: true;
  readonly hidden?: readonly string[];
  readonly unwritable?: readonly string[];
  readonly undeletable?: true;
  /** Columns left out, by query or panel source. */
  readonly without?: Readonly<Record<string, string>>;
  readonly noPrompt?: string;
  readonly noDefinitions?: true;
  readonly clockOffMillis?: number;
  readonly rows?: Readonly<Record<string, Wire>>;
}

export const wholeSite = (wrong: Wrong = {}): Promise<Site> =>
  startSite(
    (asked, response) => answer(asked, response, wrong),
    wrong.credentials ? (_asked, response) => json(response, 400, { error: 'invalid_grant' }) : grantToken,
  );

function answer(asked: Asked, response: ServerResponse, wrong: Wrong) {
  const [, , name = '', rest = '', action = ''] = asked.path.split('/');
  const date = new Date(Date.now() + (wrong.clockOffMillis ?? 0)).toUTCString();
  const say = (status: number, wire: unknown) => json(response, status, wire, { date });
  if (rest === '_haspermission')
    return say(200, action === 'Delete' ? !wrong.undeletable : action === 'Add' && !wrong.unwritable?.includes(name));
  if (rest === '_execute') return operate(asked, say, wrong);
  if (name === 'metadata') return describe(rest, say, wrong);
  const query = asked.query.get('QueryName')?.replace('$/AICopilot/', '');
  if (wrong.hidden?.includes(query ?? name)) return say(403, { Message: 'No' });
  const rows = isStaffAsked(asked.query) ? staffOf(name, asked.query, wrong) : rowsOf(query ?? name, wrong);
  say(200, pageOf(rows, windowOf(asked.query)));
}

const isStaffAsked = (query: URLSearchParams): boolean => query.has('MemberType') || query.has('UserId');

/** Of two contacts, a member and one of staff, and the user of the latter: those that meet the conditions. */
function staffOf(name: string, query: URLSearchParams, { staffType = 'STAFF', unfiltered }: Wrong): Wire[] {
  const { User: user, CsContact: member } = examples;
  const contacts = [member, { ...member, id: user.userId, memberType: staffType }];
  const conditions = unfiltered ? [] : parseQuery(query).conditions;
  const fitting = <T>(endpoint: Endpoint<T>, values: readonly T[]): Wire[] =>
    values
      .filter((value) => conditions.every((one) => meets(one, endpoint.filters[one.property]?.(value) as Filterable)))
      .map((value) => endpoint.encode(value));
  return name === 'User' ? fitting(endpoints.User, [user]) : fitting(endpoints.CsContact, contacts);
}

const windowOf = (query: URLSearchParams): URLSearchParams => {
  const { offset, limit } = parseQuery(query);
  return new URLSearchParams({ offset: String(offset), limit: String(limit) });
};

function operate(asked: Asked, say: (status: number, wire: unknown) => void, wrong: Wrong) {
  const { operation, parameters } = decodeExecute(JSON.parse(asked.body)) ?? {};
  if (operation === 'GetUserRoles' && wrong.rolesRefused?.includes(parameters?.[0] ?? '')) return say(403, {});
  if (operation === 'GetUserRoles') return say(200, encodeOperation(encodeRoles(wrong.roles ?? ['RemoteService'])));
  const found = queries.find(({ name }) => parameters?.[0]?.endsWith(`/${name}`));
  if (wrong.noDefinitions || !found) return say(501, {});
  const definition = encodeQueryDefinition(without(found, wrong));
  say(
    200,
    encodeOperation(wrong.noPrompt === found.name ? { ...definition, Parameters: { $values: [] } } : definition),
  );
}

function describe(name: string, say: (status: number, wire: unknown) => void, wrong: Wrong) {
  const source = panelSources.find((candidate) => candidate.name === name);
  if (wrong.noDefinitions || !source) return say(501, {});
  const columns = source.columns.filter((column) => column.name !== wrong.without?.[name]);
  say(200, encodePanelSource({ ...source, columns }));
}

const without = (query: IqaDefinition, wrong: Wrong): IqaDefinition => ({
  ...query,
  columns: query.columns.filter((column) => column.name !== wrong.without?.[query.name]),
});

function rowsOf(name: string, wrong: Wrong): Wire[] {
  const given = wrong.rows?.[name];
  if (given) return [given];
  const query = queries.find((candidate) => candidate.name === name);
  if (query) return [encodeRow(query, exampleRow(query))];
  const contract = (Object.keys(endpoints) as ContractName[]).find((key) => endpoints[key].entity === name);
  return contract ? [(endpoints[contract] as Endpoint<unknown>).encode(examples[contract])] : [];
}

const exampleValues: Readonly<Record<ColumnType, IqaValue>> = {
  text: 'Ada',
  integer: 7,
  decimal: 12.5,
  boolean: true,
  day: '2026-11-20',
  time: '2026-11-20T08:00:00',
};

const exampleRow = (query: IqaDefinition): Record<string, IqaValue> =>
  Object.fromEntries(query.columns.map((column) => [column.name, exampleValues[column.type]]));
