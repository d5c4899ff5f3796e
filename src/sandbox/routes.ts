/* Which part of the site answers which address, and who may ask. */
import { isWire } from '../imis/contracts/wire.js';
import type { AccountRight, Accounts } from './accounts.js';
import { type Answer, badRequest, forbidden, notFound, notImplemented, ok, unauthorized, validated } from './answer.js';
import { execute } from './execute.js';
import { type Listed, listEntity, metadata, oneEntity, runQuery } from './read-routes.js';
import type { Open, Site } from './site.js';
import { entityListing } from './tables.js';
import { create, faultsOf, remove, replace } from './writes.js';

export interface Asked extends Listed {
  readonly method: string;
  /** Parts of the path after /api/, decoded. */
  readonly path: readonly string[];
  readonly parameters: URLSearchParams;
  /** Undefined for an empty or unreadable body. */
  readonly body: unknown;
  readonly holder: AccountRight | undefined;
}

/** The answer of the site to one request below /api/. */
export async function route(site: Site, accounts: Accounts, asked: Asked): Promise<Answer> {
  if (asked.holder === undefined) return unauthorized;
  const [entity = '', id, action] = asked.path;
  const open = await site.open();
  if (asked.method === 'GET') return read(open, asked, entity, id);
  if (id === '_haspermission') return hasPermission(entity, action ?? '', asked.holder);
  if (id === '_execute') return asked.method === 'POST' ? execute(entity, asked.body, accounts) : notFound;
  if (!isWrite(asked.method)) return notImplemented('Operation');
  if (asked.holder !== 'write') return forbidden();
  return write(site, open, asked, entity, id);
}

function read(open: Open, asked: Asked, entity: string, id: string | undefined): Answer {
  const { parameters, path, behaviour } = asked;
  if (path.length > 2) return notFound;
  if (entity.toLowerCase() === 'query' && id === undefined) return runQuery(open, parameters, asked);
  if (entity.toLowerCase() === 'metadata') return id === undefined ? notFound : metadata(id, behaviour);
  return id === undefined ? listEntity(open, entity, parameters, asked) : oneEntity(open, entity, id);
}

const isWrite = (method: string): boolean => ['POST', 'PUT', 'DELETE'].includes(method);

function write(site: Site, open: Open, { method, body, parameters }: Asked, entity: string, id?: string): Answer {
  const record = id ?? parameters.get('EntityId') ?? undefined;
  if (method === 'DELETE') return record === undefined ? notFound : remove(site, open, entity, record);
  if (!isWire(body)) return badRequest('The body is not a JSON object.');
  if (!('$type' in body)) return badRequest('$type is missing.');
  if (id === '_validate') {
    const faults = faultsOf(site, open, entity, body);
    return faults === undefined ? notImplemented('Operation') : validated(body, faults);
  }
  if (method === 'POST') return id === undefined ? create(site, open, entity, body) : notImplemented('Operation');
  return record === undefined ? notFound : replace(site, open, entity, record, body);
}

const WRITABLE = new Set(['party', 'activity', 'groupmember']);

/** Whether the account may do this to the entity at all; the record is not looked at. */
function hasPermission(entity: string, action: string, holder: AccountRight): Answer {
  const listing = entityListing(entity);
  if (listing === undefined) return notFound;
  if (/^(read|view|find)$/i.test(action)) return ok(true);
  return ok(holder === 'write' && (listing.isPanel || WRITABLE.has(entity.toLowerCase())));
}
