/*
 * What can be listed over the wire: typed entities, the queries of the set-up pack, panel sources. Each says where its
 * rows come from, how one is filtered and ordered, and how it is written on the wire.
 */
import { bag, bagType } from '../imis/contracts/bag.js';
import { type Endpoint, endpoints } from '../imis/contracts/endpoints.js';
import type { Filterable } from '../imis/contracts/filter.js';
import type { CsContact } from '../imis/contracts/membership.js';
import { encodeRow, type IqaRow, queryRowType } from '../imis/contracts/row.js';
import { type Wire, wireDay, wrapped } from '../imis/contracts/wire.js';
import { type Column, type PanelSource, panelSources, queries } from '../imis/pack.js';
import { announcedEvents, groupRows, priceRows, tierRows } from './common-rows.js';
import type { Row, TableName } from './ledger.js';
import type { Association } from './life.js';
import { encodePartyRecord } from './party-record.js';
import type { Shelf } from './shelf.js';

export interface Listing {
  readonly name: string;
  /** `$type` inside the page. */
  readonly rowType: string;
  /** Tables of the shelf whose counts and changes stand for this listing; undefined: `shared` rows of no party. */
  readonly from?: readonly [string, ...string[]];
  readonly shared?: (association: Association) => readonly Row[];
  /** Rows of one party. */
  readonly rows: (shelf: Shelf, slot: number) => readonly Row[];
  /** Undefined for a property there is none of. */
  readonly property: (name: string) => ((value: unknown) => Filterable) | undefined;
  /** Names of the properties. */
  readonly properties: readonly string[];
  readonly encode: (value: unknown) => Wire;
  readonly requiredFilters: readonly string[];
  /** Panel sources refuse NotIn. */
  readonly isPanel: boolean;
}

export type Panel = Readonly<Record<string, string | number | boolean | undefined>>;

/** A property of a record by its name, without regard to case. */
const byName = <V>(properties: Readonly<Record<string, V>>) => {
  const known = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
  return (name: string): V | undefined => known.get(name.toLowerCase());
};

function entity<T>(endpoint: Endpoint<T>, table: TableName | undefined, shared?: Listing['shared']): Listing {
  return {
    name: endpoint.entity,
    rowType: endpoint.rowType,
    ...(table !== undefined && { from: [table] }),
    ...(shared !== undefined && { shared }),
    rows: (shelf, slot) => (table === undefined ? [] : shelf.rows(table, slot)),
    property: byName(endpoint.filters) as Listing['property'],
    properties: Object.keys(endpoint.filters),
    encode: endpoint.encode as Listing['encode'],
    requiredFilters: endpoint.requiredFilters,
    isPanel: false,
  };
}

const entities: readonly Listing[] = [
  entity({ ...endpoints.Party, encode: encodePartyRecord }, 'Party'),
  entity(endpoints.CsContact, 'CsContact'),
  entity(endpoints.User, 'User'),
  entity(endpoints.Group, undefined, groupRows),
  entity(endpoints.GroupMember, 'GroupMember'),
  entity(endpoints.Event, undefined, announcedEvents),
  entity(endpoints.EventRegistration, 'EventRegistration'),
  entity(endpoints.Activity, 'Activity'),
  entity(endpoints.InvoiceSummary, 'InvoiceSummary'),
  entity(endpoints.PaymentSummary, 'PaymentSummary'),
  entity(endpoints.Subscription, 'Subscription'),
];

type Source = Pick<Listing, 'from' | 'shared' | 'rows'>;
const sameTable = (table: TableName): Source => ({ from: [table], rows: (shelf, slot) => shelf.rows(table, slot) });
const sharedRows = (shared: NonNullable<Listing['shared']>): Source => ({ shared, rows: () => [] });

/** Keys of another table's rows, with the time they changed. */
const changed = <V>(table: TableName, keys: (value: V) => IqaRow): Source => ({
  from: [table],
  rows: (shelf, slot) =>
    shelf.rows(table, slot).map((row) => ({ ...row, value: { ...keys(row.value as V), UpdatedOn: row.updatedOn } })),
});

/** A party has changed when its record or its membership dates have. */
const changedParties: Source = {
  from: ['Party', 'CsContact'],
  rows: (shelf, slot) =>
    shelf.rows('Party', slot).map((row) => {
      const [contact] = shelf.rows('CsContact', slot) as readonly Row<CsContact>[];
      const later = contact !== undefined && contact.updatedOn > row.updatedOn ? contact : row;
      return { ...later, key: row.key, value: { ID: row.key, UpdatedOn: later.updatedOn } };
    }),
};

const sources: Readonly<Record<string, Source>> = {
  Organizations: sameTable('Organizations'),
  Tiers: sharedRows(tierRows),
  TierPrices: sharedRows(priceRows),
  InvoiceLines: sameTable('InvoiceLines'),
  Attendance: sameTable('Attendance'),
  Logins: sameTable('Logins'),
  MailEvents: sameTable('MailEvents'),
  StaffAssignments: sameTable('StaffAssignments'),
  Consents: sameTable('Consents'),
  Cases: sameTable('Cases'),
  Posts: sameTable('Posts'),
  SurveyAnswers: sameTable('SurveyAnswers'),
  Emails: sameTable('Emails'),
  PageViews: sameTable('PageViews'),
  Downloads: sameTable('Downloads'),
  Credits: sameTable('Credits'),
  Certifications: sameTable('Certifications'),
  VolunteerHours: sameTable('VolunteerHours'),
  Purchases: sameTable('Purchases'),
  Donations: sameTable('Donations'),
  Sponsorships: sameTable('Sponsorships'),
  PaymentPlans: sameTable('PaymentPlans'),
  RenewalSettings: sameTable('RenewalSettings'),
  ChangedParties: changedParties,
  ChangedUsers: changed('User', (user: { userName: string }) => ({ UserName: user.userName })),
  ChangedGroupMembers: changed('GroupMember', (member: { groupMemberId: string }) => ({
    GroupMemberId: member.groupMemberId,
  })),
  ChangedEvents: sharedRows((association) =>
    announcedEvents(association).map((row) => ({ ...row, value: { EventId: row.key, UpdatedOn: row.updatedOn } })),
  ),
  ChangedRegistrations: changed('EventRegistration', (one: { eventId: string; partyId: string }) => ({
    EventId: one.eventId,
    ID: one.partyId,
  })),
  ChangedActivities: changed('Activity', (activity: { activityId: string }) => ({ SEQN: activity.activityId })),
  ChangedInvoices: changed('InvoiceSummary', (invoice: { invoiceId: string }) => ({ InvoiceId: invoice.invoiceId })),
  ChangedPayments: changed('PaymentSummary', (payment: { paymentId: string }) => ({ PaymentId: payment.paymentId })),
  ChangedSubscriptions: changed('Subscription', (line: { partyId: string; itemId: string }) => ({
    ID: line.partyId,
    ItemId: line.itemId,
  })),
};

const queryListings: readonly Listing[] = queries.map((query) => {
  const columns = byName(Object.fromEntries(query.columns.map(({ name }) => [name, name])));
  const source = sources[query.name];
  if (source === undefined) throw new RangeError(`the sandbox has no rows for the query ${query.name}`);
  return {
    name: query.name,
    rowType: queryRowType,
    ...source,
    property: (name) => {
      const column = columns(name);
      return column === undefined ? undefined : (value) => (value as IqaRow)[column];
    },
    properties: query.columns.map(({ name }) => name),
    encode: (value) => encodeRow(query, value as IqaRow),
    requiredFilters: [],
    isPanel: false,
  };
});

const panelListings: readonly Listing[] = panelSources.map((source: PanelSource) => {
  const columns = byName(
    Object.fromEntries(['ID', 'Ordinal', ...source.columns.map(({ name }) => name)].map((name) => [name, name])),
  );
  return {
    name: source.name,
    rowType: bagType,
    from: [source.name],
    rows: (shelf, slot) => shelf.rows(source.name, slot),
    property: (name) => {
      const column = columns(name.toLowerCase() === 'partyid' ? 'ID' : name);
      return column === undefined ? undefined : (value) => (value as Panel)[column];
    },
    properties: ['ID', 'Ordinal', ...source.columns.map(({ name }) => name)],
    encode: (value) => encodePanel(source, value as Panel),
    requiredFilters: [],
    isPanel: true,
  };
});

/** A row of a panel source as a property bag; `ordinal` as it shall be reported. */
export function encodePanel(source: PanelSource, panel: Panel, ordinal = panel['Ordinal']): Wire {
  const id = String(panel['ID']);
  const isMulti = source.instances === 'many a party';
  return bag({
    entity: source.name,
    identity: isMulti ? [id, String(ordinal)] : [id],
    parent: { entity: 'Party', id },
    properties: {
      ID: id,
      ...(isMulti && { Ordinal: wrapped('integer', Number(ordinal)) }),
      ...Object.fromEntries(source.columns.map((column) => [column.name, encodeValue(column, panel[column.name])])),
    },
  });
}

function encodeValue({ type }: Column, value: Panel[string]): unknown {
  if (value === undefined) return undefined;
  if (type === 'text' || type === 'time') return String(value);
  if (type === 'day') return wireDay(value as Parameters<typeof wireDay>[0]);
  return wrapped(type, value as number | boolean);
}

const named = (listings: readonly Listing[]): ReadonlyMap<string, Listing> =>
  new Map(listings.map((listing) => [listing.name.toLowerCase(), listing]));
const entityListings = named([...entities, ...panelListings]);
const queriesByName = named(queryListings);

/** By the name in the address; iMIS does not regard its case. */
export const entityListing = (name: string): Listing | undefined => entityListings.get(name.toLowerCase());
export const queryListing = (name: string): Listing | undefined => queriesByName.get(name.toLowerCase());
export const panelNamed = (name: string): PanelSource | undefined =>
  panelSources.find((source) => source.name.toLowerCase() === name.toLowerCase());
export const panelNames: readonly string[] = panelSources.map(({ name }) => name);
