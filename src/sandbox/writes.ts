/* Writing: which rows can be made, changed and removed, and what a row must say. */
import { type Activity, activityIdOf, decodeNewActivity, encodeActivity } from '../imis/contracts/activity.js';
import { memberOf } from '../imis/contracts/bag.js';
import { decodeGroupMember, encodeGroupMember, type GroupMember } from '../imis/contracts/membership.js';
import { decodeParty } from '../imis/contracts/party.js';
import type { Reading } from '../imis/contracts/reading.js';
import { isWire } from '../imis/contracts/wire.js';
import { type Answer, created, duplicate, invalid, notFound, notImplemented, ok } from './answer.js';
import { groupMemberKey, numbered } from './ledger.js';
import { changedPanelRow, newPanelRow } from './panel-writes.js';
import { encodePartyRecord, furtherOf, type PartyRecord } from './party-record.js';
import { type Faults, type Prepared, unknownParty } from './prepared.js';
import { rowOf } from './read-routes.js';
import type { Open, Site } from './site.js';
import { entityListing, type Panel, panelNamed } from './tables.js';

/** POST /api/{entity} */
export const create = (site: Site, open: Open, entity: string, wire: unknown): Answer =>
  commit(site, open, prepareCreate(site, open, entity, wire));

/** PUT /api/{entity}/{id} */
export const replace = (site: Site, open: Open, entity: string, id: string, wire: unknown): Answer =>
  commit(site, open, prepareReplace(site, open, entity, id, wire));

/** What a POST or PUT of this entity would complain of; undefined when it cannot be written at all. */
export function faultsOf(site: Site, open: Open, entity: string, wire: unknown): Faults | undefined {
  const prepared = prepareCreate(site, open, entity, wire);
  if ('faults' in prepared) return prepared.faults;
  return 'ready' in prepared || prepared.refused === duplicate ? [] : undefined;
}

/** DELETE /api/{entity}/{id}: an empty body. */
export function remove(site: Site, open: Open, entity: string, id: string): Answer {
  const listing = entityListing(entity);
  const panel = panelNamed(entity);
  if (listing === undefined) return notFound;
  if (panel === undefined && listing.name !== 'Activity' && listing.name !== 'GroupMember')
    return notImplemented('Operation');
  const row = rowOf(open, listing, id);
  if (row === undefined) return notFound;
  site.write(open.shelf, listing.name, row.key.slice(0, 6), row.key, null);
  return { status: 200 };
}

function commit(site: Site, { shelf }: Open, prepared: Prepared): Answer {
  if ('refused' in prepared) return prepared.refused;
  if ('faults' in prepared) return invalid(prepared.faults);
  const { table, owner, key, value, answer } = prepared.ready;
  site.write(shelf, table, owner, key, value);
  return answer;
}

function prepareCreate(site: Site, open: Open, entity: string, wire: unknown): Prepared {
  const panel = panelNamed(entity);
  if (panel !== undefined) return newPanelRow(site, open, panel, wire);
  const listing = entityListing(entity);
  if (listing === undefined) return { refused: notFound };
  if (listing.name === 'Activity') return newActivity(site, open, wire);
  if (listing.name === 'GroupMember') return groupMember(site, open, wire, undefined);
  return { refused: notImplemented('Operation') };
}

function prepareReplace(site: Site, open: Open, entity: string, id: string, wire: unknown): Prepared {
  const listing = entityListing(entity);
  if (listing === undefined) return { refused: notFound };
  const row = rowOf(open, listing, id);
  if (row === undefined) return { refused: notFound };
  const panel = panelNamed(entity);
  if (panel !== undefined) return changedPanelRow(panel, row.value as Panel, row.key, wire);
  if (listing.name === 'Activity') return changedActivity(site, open, row.value as Activity, wire);
  if (listing.name === 'GroupMember') return groupMember(site, open, wire, row.value as GroupMember);
  if (listing.name === 'Party') return changedParty(site, row.value as PartyRecord, wire);
  return { refused: notImplemented('Operation') };
}

const reasons = (reading: Reading<unknown>): Faults =>
  reading.fits ? [] : reading.reasons.map((reason) => ({ field: reason.split(' ')[0] ?? '', message: `${reason}.` }));

function activityFaults(open: Open, activity: Activity): Faults {
  return [
    ...(open.shelf.slotOf(activity.partyId) === undefined ? [unknownParty] : []),
    ...(activity.activityType.length > 10
      ? [{ field: 'ACTIVITY_TYPE', message: 'ACTIVITY_TYPE is longer than 10 characters.' }]
      : []),
    ...((activity.description?.length ?? 0) > 255
      ? [{ field: 'DESCRIPTION', message: 'DESCRIPTION is longer than 255 characters.' }]
      : []),
  ];
}

// The generated notes of a member count up from 1, now and on later days; what is written here begins above them.
const FIRST_WRITTEN_NUMBER = 500;
const LAST_NUMBER = 999;

function newActivity(site: Site, open: Open, wire: unknown): Prepared {
  const reading = decodeNewActivity(wire);
  if (!reading.fits) return { faults: reasons(reading) };
  const faults = activityFaults(open, reading.value);
  if (faults.length > 0) return { faults };
  const owner = reading.value.partyId;
  // Numbers of deleted rows are not given again.
  const taken = site.overlay.of('Activity', owner).map(({ key }) => Number(key.slice(-3)));
  const number = Math.max(FIRST_WRITTEN_NUMBER - 1, ...taken.filter((one) => one >= FIRST_WRITTEN_NUMBER)) + 1;
  if (number > LAST_NUMBER)
    return { faults: [{ field: 'PartyId', message: 'This contact can hold no more activities.' }] };
  const activityId = numbered(owner, number, 3);
  const value: Activity = { ...reading.value, activityId, updatedOn: site.localTime() };
  return { ready: { table: 'Activity', owner, key: activityId, value, answer: created(encodeActivity(value)) } };
}

function changedActivity(site: Site, open: Open, before: Activity, wire: unknown): Prepared {
  const reading = decodeNewActivity(wire);
  if (!reading.fits) return { faults: reasons(reading) };
  const stated = activityIdOf(wire);
  if (stated !== undefined && stated !== before.activityId)
    return { faults: [{ field: 'SEQN', message: 'SEQN does not belong to this address.' }] };
  const value: Activity = {
    ...reading.value,
    partyId: before.partyId,
    activityId: before.activityId ?? '',
    updatedOn: site.localTime(),
  };
  const faults = activityFaults(open, value);
  if (faults.length > 0) return { faults };
  const key = before.activityId ?? '';
  return { ready: { table: 'Activity', owner: before.partyId, key, value, answer: ok(encodeActivity(value)) } };
}

/** Of a party, contact details and title can be written; names, status and dates stay as they are. */
function changedParty(site: Site, before: PartyRecord, wire: unknown): Prepared {
  const reading = decodeParty(wire);
  if (!reading.fits) return { faults: reasons(reading) };
  const { partyId, email, phone, address, jobTitle } = reading.value;
  if (partyId !== before.partyId)
    return { faults: [{ field: 'PartyId', message: 'PartyId does not belong to this address.' }] };
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email))
    return { faults: [{ field: 'Email', message: 'Email is not an e-mail address.' }] };
  const { email: _email, phone: _phone, address: _address, jobTitle: _title, ...kept } = before;
  const { furtherEmails: _emails, furtherPhones: _phones, ...rest } = kept;
  const value: PartyRecord = {
    ...rest,
    ...furtherOf(wire),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(address !== undefined && { address }),
    ...(jobTitle !== undefined && { jobTitle }),
    updatedOn: site.localTime(),
  };
  return { ready: { table: 'Party', owner: partyId, key: partyId, value, answer: ok(encodePartyRecord(value)) } };
}

/** As on a real site, a POST of somebody who is already in the group replaces the earlier terms. */
function groupMember(site: Site, open: Open, wire: unknown, before: GroupMember | undefined): Prepared {
  const reading = decodeGroupMember(withId(wire));
  if (!reading.fits) return { faults: reasons(reading) };
  const { groupId, partyId } = before ?? reading.value;
  const group = open.finder
    .find(groups(), { offset: 0, limit: 500, conditions: [] })
    .rows.find(({ key }) => key === groupId);
  const faults: Faults = [
    ...(group === undefined ? [{ field: 'GroupId', message: 'GroupId names no group.' }] : []),
    ...(open.shelf.slotOf(partyId) === undefined ? [unknownParty] : []),
  ];
  if (faults.length > 0) return { faults };
  const key = groupMemberKey(partyId, groupId);
  const value: GroupMember = { ...reading.value, groupMemberId: key, groupId, partyId, updatedOn: site.localTime() };
  const wireOut = encodeGroupMember(value);
  const answer = before === undefined ? created(wireOut) : ok(wireOut);
  return { ready: { table: 'GroupMember', owner: partyId, key, value, answer } };
}

const groups = () => {
  const listing = entityListing('GroupSummary');
  if (listing === undefined) throw new RangeError('the sandbox lists groups');
  return listing;
};

/** A new member of a group has no id yet. */
const withId = (wire: unknown): unknown =>
  isWire(wire) && memberOf(wire, 'GroupMemberId') === undefined ? { ...wire, GroupMemberId: 'new' } : wire;
