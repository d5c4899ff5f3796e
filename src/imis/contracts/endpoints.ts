/*
 * The typed entities in one table: endpoint, key, id, what a list can be filtered by and must be filtered by, and both
 * directions of the wire shape.
 */
import { toMajor } from '../../domain/money.js';
import { type Activity, decodeActivity, encodeActivity } from './activity.js';
import { compositeId } from './address.js';
import { bagType } from './bag.js';
import {
  decodeEvent,
  decodeEventRegistration,
  type EventRegistration,
  encodeEvent,
  encodeEventRegistration,
  eventRowType,
  type ImisEvent,
  isRegistration,
  registrationRowType,
} from './events.js';
import type { Filterable } from './filter.js';
import {
  type CsContact,
  decodeCsContact,
  decodeGroup,
  decodeGroupMember,
  decodeSubscription,
  decodeUser,
  encodeCsContact,
  encodeGroup,
  encodeGroupMember,
  encodeSubscription,
  encodeUser,
  type Group,
  type GroupMember,
  groupMemberRowType,
  groupRowType,
  type Subscription,
  subscriptionRowType,
  type User,
  userRowType,
} from './membership.js';
import {
  decodeInvoice,
  decodePayment,
  encodeInvoice,
  encodePayment,
  type Invoice,
  invoiceRowType,
  type Payment,
  paymentRowType,
} from './money.js';
import { decodeParty, encodeParty, type Party, partyRowType } from './party.js';
import type { DecodeContext, Reading } from './reading.js';
import type { Wire } from './wire.js';

/** Typed entities by the name the house uses. */
export interface Contracts {
  Party: Party;
  CsContact: CsContact;
  User: User;
  Group: Group;
  GroupMember: GroupMember;
  Event: ImisEvent;
  EventRegistration: EventRegistration;
  Activity: Activity;
  InvoiceSummary: Invoice;
  PaymentSummary: Payment;
  Subscription: Subscription;
}
export type ContractName = keyof Contracts;

export interface Endpoint<T> {
  /** Below `/api/`. */
  readonly entity: string;
  /** `$type` inside the page of a list. */
  readonly rowType: string;
  /** The record's id as `addressOf` takes it; '' for a record that has none yet. */
  readonly id: (value: T) => string;
  /** One property that orders the whole list: without it the order of pages is not promised. */
  readonly orderBy: string;
  /** Lists without these are refused with 400. */
  readonly requiredFilters: readonly string[];
  /** Properties a list can be filtered and ordered by. */
  readonly filters: Readonly<Record<string, (value: T) => Filterable>>;
  /** False for the object some entities answer instead of 404. */
  readonly exists?: (wire: unknown) => boolean;
  readonly encode: (value: T) => Wire;
  readonly decode: (wire: unknown, context?: DecodeContext) => Reading<T>;
}

export const endpoints: { readonly [N in ContractName]: Endpoint<Contracts[N]> } = {
  Party: {
    entity: 'Party',
    rowType: partyRowType,
    id: (party) => party.partyId,
    orderBy: 'PartyId',
    requiredFilters: [],
    // UpdatedOn is no documented filter of Party and is not offered.
    filters: {
      PartyId: (party) => party.partyId,
      Id: (party) => party.partyId,
      FirstName: (party) => party.firstName,
      LastName: (party) => party.lastName,
      Name: (party) => party.fullName,
      Email: (party) => party.email,
      Phone: (party) => party.phone,
      isOrganization: (party) => party.kind === 'organization',
    },
    encode: encodeParty,
    decode: decodeParty,
  },
  CsContact: {
    entity: 'CsContact',
    rowType: bagType,
    id: (contact) => contact.id,
    orderBy: 'ID',
    requiredFilters: [],
    filters: {
      ID: (contact) => contact.id,
      MemberType: (contact) => contact.memberType,
      JoinDate: (contact) => contact.joinDate,
      PaidThrough: (contact) => contact.paidThrough,
    },
    encode: encodeCsContact,
    decode: decodeCsContact,
  },
  User: {
    entity: 'User',
    rowType: userRowType,
    id: (user) => user.userName,
    orderBy: 'UserName',
    requiredFilters: [],
    filters: { UserName: (user) => user.userName, UserId: (user) => user.userId },
    encode: encodeUser,
    decode: decodeUser,
  },
  Group: {
    entity: 'GroupSummary',
    rowType: groupRowType,
    id: (group) => group.groupId,
    orderBy: 'GroupId',
    requiredFilters: [],
    filters: { GroupId: (group) => group.groupId, Name: (group) => group.name },
    encode: encodeGroup,
    decode: decodeGroup,
  },
  GroupMember: {
    entity: 'GroupMember',
    rowType: groupMemberRowType,
    id: (member) => member.groupMemberId,
    orderBy: 'GroupMemberId',
    requiredFilters: [],
    filters: {
      GroupMemberId: (member) => member.groupMemberId,
      GroupId: (member) => member.groupId,
      PartyId: (member) => member.partyId,
      IsActive: (member) => member.isActive,
    },
    encode: encodeGroupMember,
    decode: decodeGroupMember,
  },
  Event: {
    entity: 'Event',
    rowType: eventRowType,
    id: (event) => event.eventId,
    orderBy: 'EventId',
    requiredFilters: [],
    filters: {
      EventId: (event) => event.eventId,
      Status: (event) => event.status,
      StartDateTime: (event) => event.beginsOn,
    },
    encode: encodeEvent,
    decode: decodeEvent,
  },
  EventRegistration: {
    entity: 'EventRegistration',
    rowType: registrationRowType,
    id: (registration) => registration.registrationId,
    orderBy: 'RegistrantId',
    requiredFilters: ['EventId'],
    filters: {
      EventId: (registration) => registration.eventId,
      RegistrantId: (registration) => registration.partyId,
    },
    exists: isRegistration,
    encode: encodeEventRegistration,
    decode: decodeEventRegistration,
  },
  Activity: {
    entity: 'Activity',
    rowType: bagType,
    id: (activity) => activity.activityId ?? '',
    orderBy: 'SEQN',
    requiredFilters: [],
    filters: {
      SEQN: (activity) => (activity.activityId === undefined ? undefined : Number(activity.activityId)),
      PartyId: (activity) => activity.partyId,
      ID: (activity) => activity.partyId,
      ACTIVITY_TYPE: (activity) => activity.activityType,
      TRANSACTION_DATE: (activity) => activity.occurredOn,
      OTHER_ID: (activity) => activity.authorId,
      UF_1: (activity) => activity.changeKey,
    },
    encode: encodeActivity,
    decode: decodeActivity,
  },
  InvoiceSummary: {
    entity: 'InvoiceSummary',
    rowType: invoiceRowType,
    id: (invoice) => invoice.invoiceId,
    orderBy: 'InvoiceId',
    requiredFilters: [],
    filters: {
      InvoiceId: (invoice) => invoice.invoiceId,
      SoldToPartyId: (invoice) => invoice.soldToId,
      BillToPartyId: (invoice) => invoice.billToId,
      SourceSystem: (invoice) => invoice.sourceSystem,
      Balance: (invoice) => toMajor(invoice.balance),
    },
    encode: encodeInvoice,
    decode: decodeInvoice,
  },
  PaymentSummary: {
    entity: 'PaymentSummary',
    rowType: paymentRowType,
    id: (payment) => payment.paymentId,
    orderBy: 'PaymentId',
    requiredFilters: [],
    filters: {
      PaymentId: (payment) => payment.paymentId,
      PayorPartyId: (payment) => payment.partyId,
      PaymentDate: (payment) => payment.paidOn,
    },
    encode: encodePayment,
    decode: decodePayment,
  },
  Subscription: {
    entity: 'Subscription',
    rowType: subscriptionRowType,
    id: (subscription) => compositeId([subscription.partyId, subscription.itemId]),
    orderBy: 'PartyId',
    requiredFilters: [],
    filters: {
      PartyId: (subscription) => subscription.partyId,
      ItemId: (subscription) => subscription.itemId,
      Status: (subscription) => (subscription.isActive ? 'A' : 'I'),
    },
    encode: encodeSubscription,
    decode: decodeSubscription,
  },
};

/** The path an administrator gives each query of the pack. */
export const queryPath = (name: string): string => `$/AICopilot/${name}`;
/** The one prompt of every query of the pack: rows changed at or after this site-local time. */
export const QUERY_PROMPT = 'UpdatedSince';

/** Actions of POST /api/{entity}/_haspermission/{action}?Id=: their spelling is a guess. */
export const permissionActions = { add: 'Add', remove: 'Delete' } as const;
