/*
 * The rows of one member, by table. A table is what the wire serves under that name: a typed entity or a query of the
 * set-up pack. Rows made after today are counted but not kept, so that keys stay the same when tomorrow comes.
 */
import type { Activity } from '../imis/contracts/activity.js';
import type { EventRegistration } from '../imis/contracts/events.js';
import type { CsContact, GroupMember, Subscription, User } from '../imis/contracts/membership.js';
import type { Invoice, Payment } from '../imis/contracts/money.js';
import type { Party } from '../imis/contracts/party.js';
import type { IqaRow } from '../imis/contracts/row.js';
import { type DayNumber, stampOf } from './calendar.js';
import { purposes, within } from './purposes.js';
import { hashOf } from './random.js';

export interface Row<V = unknown> {
  readonly key: string;
  /** The day of `updatedOn`. */
  readonly changedOn: DayNumber;
  /** Site-local time without zone. */
  readonly updatedOn: string;
  readonly value: V;
}

export interface Tables {
  Party: Party;
  CsContact: CsContact;
  User: User;
  GroupMember: GroupMember;
  EventRegistration: EventRegistration;
  Activity: Activity;
  InvoiceSummary: Invoice;
  PaymentSummary: Payment;
  Subscription: Subscription;
  Organizations: IqaRow;
  InvoiceLines: IqaRow;
  Attendance: IqaRow;
  Logins: IqaRow;
  MailEvents: IqaRow;
  StaffAssignments: IqaRow;
  Consents: IqaRow;
  Cases: IqaRow;
  Posts: IqaRow;
  SurveyAnswers: IqaRow;
  Emails: IqaRow;
  PageViews: IqaRow;
  Downloads: IqaRow;
  Credits: IqaRow;
  Certifications: IqaRow;
  VolunteerHours: IqaRow;
  Purchases: IqaRow;
  Donations: IqaRow;
  Sponsorships: IqaRow;
  PaymentPlans: IqaRow;
  RenewalSettings: IqaRow;
}
export type TableName = keyof Tables;
export type MemberRows = { readonly [T in TableName]: readonly Row<Tables[T]>[] };

export const tableNames = [
  'Party',
  'CsContact',
  'User',
  'GroupMember',
  'EventRegistration',
  'Activity',
  'InvoiceSummary',
  'PaymentSummary',
  'Subscription',
  'Organizations',
  'InvoiceLines',
  'Attendance',
  'Logins',
  'MailEvents',
  'StaffAssignments',
  'Consents',
  'Cases',
  'Posts',
  'SurveyAnswers',
  'Emails',
  'PageViews',
  'Downloads',
  'Credits',
  'Certifications',
  'VolunteerHours',
  'Purchases',
  'Donations',
  'Sponsorships',
  'PaymentPlans',
  'RenewalSettings',
] as const satisfies readonly TableName[];

// Typed entities say themselves when they changed; query rows have a column for it.
const isQuery = new Set<TableName>(tableNames.slice(tableNames.indexOf('Organizations')));

const noRows = (): { [T in TableName]: Row<Tables[T]>[] } => ({
  Party: [],
  CsContact: [],
  User: [],
  GroupMember: [],
  EventRegistration: [],
  Activity: [],
  InvoiceSummary: [],
  PaymentSummary: [],
  Subscription: [],
  Organizations: [],
  InvoiceLines: [],
  Attendance: [],
  Logins: [],
  MailEvents: [],
  StaffAssignments: [],
  Consents: [],
  Cases: [],
  Posts: [],
  SurveyAnswers: [],
  Emails: [],
  PageViews: [],
  Downloads: [],
  Credits: [],
  Certifications: [],
  VolunteerHours: [],
  Purchases: [],
  Donations: [],
  Sponsorships: [],
  PaymentPlans: [],
  RenewalSettings: [],
});

export class Ledger {
  readonly rows = noRows();
  readonly #seed: number;
  readonly #index: number;
  readonly #today: DayNumber;
  readonly #numbers = new Map<TableName, number>();

  constructor(seed: number, index: number, today: DayNumber) {
    this.#seed = seed;
    this.#index = index;
    this.#today = today;
  }

  /** The next number of a table, 1 first: the same whatever today is, because lives are lived in order. */
  number(table: TableName): number {
    const number = (this.#numbers.get(table) ?? 0) + 1;
    this.#numbers.set(table, number);
    return number;
  }

  /** Enters a row made on `madeOn` and changed on `changes`; those still to come are left out by the caller's value. */
  enter<T extends TableName>(
    table: T,
    key: string,
    madeOn: DayNumber,
    changes: readonly DayNumber[],
    value: Tables[T],
  ): void {
    if (madeOn > this.#today) return;
    let changedOn = madeOn;
    for (const change of changes) if (change > changedOn && change <= this.#today) changedOn = change;
    const updatedOn = stampOf(changedOn, hashOf(this.#seed, this.#index, within(purposes.stamp, digest(key))));
    // The value was made for this entry alone, so that it can be completed in place.
    const completed = value as Record<string, unknown>;
    completed[isQuery.has(table) ? 'UpdatedOn' : 'updatedOn'] = updatedOn;
    this.rows[table].push({ key, changedOn, updatedOn, value });
  }
}

/** A row's stamp depends on its own key, so that rows entered before it never shift it (FNV-1a, 20 bits). */
function digest(key: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < key.length; place++) hash = Math.imul(hash ^ key.charCodeAt(place), 0x01000193);
  return (hash >>> 12) & 0xfffff;
}

/** The number a member's own keys end with; as many digits on every key, so that they sort as they were made. */
export const numbered = (id: string, number: number, digits: 2 | 3 = 2): string =>
  `${id}${String(number).padStart(digits, '0')}`;

/** The party first, so that a list in order of keys is a list in order of parties. */
export const groupMemberKey = (partyId: string, groupId: string): string => `${partyId}:${groupId}`;
