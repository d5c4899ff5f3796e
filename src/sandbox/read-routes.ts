/* Reading: lists, queries, one record, metadata. */

import { encodeEntityDefinition, encodePanelSource } from '../imis/contracts/definition.js';
import { encodePage } from '../imis/contracts/envelope.js';
import { type Condition, parseQuery } from '../imis/contracts/filter.js';
import { queryRowType } from '../imis/contracts/row.js';
import { asiType, typed } from '../imis/contracts/wire.js';
import { type Answer, badRequest, invalid, notFound, notImplemented, ok } from './answer.js';
import type { Behaviour } from './behaviour.js';
import type { Row } from './ledger.js';
import type { Open } from './site.js';
import { entityListing, type Listing, panelNamed, queryListing } from './tables.js';

/** How a list is answered: the ways of the site, and what goes wrong with this request. */
export interface Listed {
  readonly behaviour: Behaviour;
  /** The account that asks; undefined for none. */
  readonly holder: string | undefined;
  readonly shift: PageShift;
}

export interface PageShift {
  /** Rows the window has slipped by since the page before. */
  readonly drift: number;
  /** Says there is more after the last row. */
  readonly endless: boolean;
}

/** GET /api/{entity}?... */
export function listEntity(open: Open, name: string, parameters: URLSearchParams, listed: Listed): Answer {
  const listing = entityListing(name);
  if (listing === undefined) return notFound;
  const single = parameterOf(parameters, 'EntityId');
  if (single !== undefined) return oneEntity(open, name, single);
  const missing = listing.requiredFilters.filter((filter) => parameterOf(parameters, filter) === undefined);
  if (missing.length > 0) return badRequest(`${listing.name} needs a filter on ${missing.join(' and ')}.`);
  return page(open, listing, parameters, listed);
}

/** GET /api/Query?QueryName=$/AICopilot/... */
export function runQuery(open: Open, parameters: URLSearchParams, listed: Listed): Answer {
  const path = parameterOf(parameters, 'QueryName') ?? '';
  const name = /^\$\/aicopilot\/(\w+)$/i.exec(path)?.[1];
  const listing = name === undefined ? undefined : queryListing(name);
  if (listing === undefined) return notFound;
  return listed.behaviour.queries.answer(listed.holder ?? '', parameters, () =>
    page(open, listing, parameters, listed),
  );
}

function page({ finder }: Open, listing: Listing, parameters: URLSearchParams, listed: Listed): Answer {
  const { behaviour, shift } = listed;
  const { largest, isRefusedAbove } = behaviour.pageOf(listing);
  const asked = parseQuery(parameters, Number.MAX_SAFE_INTEGER);
  if (isRefusedAbove && parameterOf(parameters, 'limit') !== undefined && asked.limit > largest)
    return badRequest(`A page holds at most ${largest} rows.`);
  const changes = asked.conditions.filter((condition) => isChange(listing, condition));
  const answer = changes.length > 0 ? behaviour.filterOnUpdatedOn(listing) : 'honoured';
  if (answer === 'rejected') return badRequest(`UpdatedOn is not a property of ${listing.name}.`);
  const limit = Math.min(asked.limit, largest);
  if (answer === 'matches nothing')
    return ok(encodePage(listing.rowType, [], { offset: asked.offset, limit, total: 0 }));
  const conditions = answer === 'ignored' ? asked.conditions.filter((one) => !changes.includes(one)) : asked.conditions;
  const { orderBy, ...unordered } = { ...asked, limit, conditions };
  const query = orderBy !== undefined && behaviour.keepsOrder ? { ...unordered, orderBy } : unordered;
  for (const condition of query.conditions) {
    const { property, operator } = condition;
    if (listing.isPanel && operator === 'notIn')
      return invalid([{ field: 'NotIn', message: 'Not a supported comparison type' }]);
    const isPrompt = listing.rowType === queryRowType && property.toLowerCase() === 'updatedsince';
    if (!isPrompt && !changes.includes(condition) && listing.property(property) === undefined)
      return badRequest(`${property} is not a property of ${listing.name}.`);
  }
  if (orderBy !== undefined && listing.property(orderBy.property) === undefined && !isKey(orderBy.property))
    return badRequest(`${orderBy.property} is not a property of ${listing.name}.`);
  const { drift, endless } = shift;
  const offset = query.offset === 0 ? 0 : Math.max(0, query.offset + drift);
  const { total, rows } = finder.find(listing, { ...query, offset });
  const wires = rows.map(({ value }) => listing.encode(value));
  const stated = endless ? query.offset + wires.length + query.limit : total - drift;
  return ok(encodePage(listing.rowType, wires, { offset: query.offset, limit: query.limit, total: stated }));
}

/** A condition on the time of change, which no entity has among its documented filters. */
const isChange = (listing: Listing, { property }: Condition): boolean =>
  property.toLowerCase() === 'updatedon' && listing.property(property) === undefined && !listing.isPanel;

/** Lists can be ordered by the party even where its id is no filter. */
const isKey = (property: string): boolean => /^(partyid|id|registrantid)$/i.test(property);

/** GET /api/{entity}/{id}, or by `?EntityId=`. */
export function oneEntity(open: Open, name: string, id: string): Answer {
  const listing = entityListing(name);
  if (listing === undefined) return notFound;
  const row = rowOf(open, listing, id);
  if (row !== undefined) return ok(listing.encode(row.value));
  // Who never registered is answered with an object that has no Status.
  if (listing.name === 'EventRegistration' && isEventAndParty(open, id))
    return ok(typed(asiType('Events', 'EventRegistrationData'), { EventRegistrationId: id }));
  return notFound;
}

/** The row with this id: `101`, `~101|3`, `CONF-101`. */
export function rowOf({ shelf }: Open, listing: Listing, id: string): Row | undefined {
  const key = id.startsWith('~') ? id.slice(1) : id;
  const shared = listing.shared?.(shelf.association);
  if (shared !== undefined) return shared.find((row) => row.key.toLowerCase() === key.toLowerCase());
  const slot = listing.name === 'User' ? userSlot(shelf, key) : shelf.slotOf(ownerIn(key, listing.name));
  if (slot === undefined) return undefined;
  if (listing.name === 'User') return listing.rows(shelf, slot)[0];
  return listing.rows(shelf, slot).find((row) => row.key.toLowerCase() === key.toLowerCase());
}

/** Keys begin with the party's id, but for registrations, which end with it. */
const ownerIn = (key: string, entity: string): string =>
  (entity === 'EventRegistration' ? /(\d{6})$/ : /^(\d{6})/).exec(key)?.[1] ?? '';

function userSlot(shelf: Open['shelf'], userName: string): number | undefined {
  const listing = entityListing('User');
  for (let slot = 0; slot < shelf.slots && shelf.count('User', slot) > 0; slot++) {
    const user = listing?.rows(shelf, slot)[0]?.value as { userName: string; userId: string } | undefined;
    if (user?.userName.toLowerCase() === userName.toLowerCase() || user?.userId === userName) return slot;
  }
  return undefined;
}

function isEventAndParty({ shelf }: Open, id: string): boolean {
  const dash = id.lastIndexOf('-');
  const [eventId, party] = [id.slice(0, dash), id.slice(dash + 1)];
  const isEvent = shelf.association.gatherings.some((event) => event.eventId.toLowerCase() === eventId.toLowerCase());
  return isEvent && shelf.slotOf(party) !== undefined;
}

/** GET /api/metadata/{entity}: not there for Activity, as on real sites, unless a profile says otherwise. */
export function metadata(name: string, behaviour: Behaviour): Answer {
  const isThere = behaviour.describes(name);
  if (isThere === false) return notImplemented('Operation');
  const panel = panelNamed(name);
  if (panel !== undefined) return ok(encodePanelSource(panel));
  const listing = entityListing(name);
  if (listing === undefined) return notFound;
  if (listing.name === 'Activity' && isThere === undefined) return notImplemented('Operation');
  return ok(
    encodeEntityDefinition(
      listing.name,
      listing.properties.map((property) => ({ name: property, type: 'text' })),
    ),
  );
}

/** Names of parameters are taken in any case. */
function parameterOf(parameters: URLSearchParams, name: string): string | undefined {
  for (const [key, value] of parameters) if (key.toLowerCase() === name.toLowerCase()) return value;
  return undefined;
}
