/* Rows of a small association for the site in memory. */
import { day } from '../../src/domain/day.js';
import { money } from '../../src/domain/money.js';
import { createSite, type Site } from './site.js';

export const EARLY = '2026-01-05T09:00:00';

export function addPerson(site: Site, id: string, updatedOn = EARLY, memberType = 'REG'): void {
  site.put('Party', id, {
    partyId: id,
    kind: 'person',
    status: 'active',
    fullName: `Person ${id}`,
    lastName: `Last${id}`,
    email: `p${id}@example.org`,
    address: { lines: [`${id} High St`, 'Unit "2"'], city: 'Austin', state: 'TX' },
    updatedOn,
  });
  site.put('CsContact', id, { id, memberType, paidThrough: day('2026-12-31'), updatedOn });
  site.putRow('ChangedParties', { ID: id, UpdatedOn: updatedOn });
}

export function addDues(site: Site, id: string, year: number, updatedOn = EARLY): void {
  const invoiceId = `${id}-${year}`;
  const dues = money(20_000, 'USD');
  site.put('InvoiceSummary', invoiceId, {
    invoiceId,
    soldToId: id,
    sourceSystem: 'DUES',
    invoicedOn: day(`${year - 1}-12-01`),
    total: dues,
    balance: money(0, 'USD'),
    updatedOn,
  });
  site.putRow('InvoiceLines', duesLine(id, year, { UpdatedOn: updatedOn }));
  site.put('PaymentSummary', `P${invoiceId}`, {
    paymentId: `P${invoiceId}`,
    partyId: id,
    invoiceId,
    paidOn: day(`${year - 1}-12-15`),
    amount: dues,
    status: 'received',
    updatedOn,
  });
  site.putRow('ChangedInvoices', { InvoiceId: invoiceId, UpdatedOn: updatedOn });
  site.putRow('ChangedPayments', { PaymentId: `P${invoiceId}`, UpdatedOn: updatedOn });
}

export const duesLine = (
  id: string,
  year: number,
  more: Record<string, string | number | boolean | undefined> = {},
) => ({
  LineId: `${id}-${year}-1`,
  InvoiceId: `${id}-${year}`,
  ID: id,
  LineKind: 'dues',
  ItemCode: 'REG',
  Quantity: 1,
  Amount: 200,
  Currency: 'USD',
  BeginsOn: day(`${year}-01-01`),
  ThroughOn: day(`${year}-12-31`),
  IsProrated: false,
  IsComp: false,
  UpdatedOn: EARLY,
  ...more,
});

export function addNote(
  site: Site,
  seqn: string,
  partyId: string,
  note: string,
  updatedOn = EARLY,
  changeKey?: string,
): void {
  site.put('Activity', seqn, {
    activityId: seqn,
    partyId,
    activityType: 'NOTE',
    occurredOn: day('2026-01-04'),
    description: 'Call',
    note,
    updatedOn,
    ...(changeKey && { changeKey }),
  });
  site.putRow('ChangedActivities', { SEQN: seqn, UpdatedOn: updatedOn });
}

export function addLogin(site: Site, loginId: string, id: string, updatedOn = EARLY): void {
  site.putRow('Logins', { LoginId: loginId, ID: id, OccurredOn: day('2026-01-03'), UpdatedOn: updatedOn });
}

/** Some of everything: `people` persons, a staff member, a chapter, an event. */
export function createAssociation(people: number): Site {
  const site = createSite();
  for (let number = 1; number <= people; number++) {
    const id = String(10_000 + number);
    addPerson(site, id);
    addDues(site, id, 2025);
    addDues(site, id, 2026);
    addLogin(site, `L${id}`, id);
    addNote(site, String(number), id, `Spoke with ${id}`);
    site.put('GroupMember', `TX:${id}`, {
      groupMemberId: `TX:${id}`,
      groupId: number % 2 ? 'TX' : 'OH',
      partyId: id,
      isActive: true,
    });
    site.put('EventRegistration', `CONF25-${id}`, {
      registrationId: `CONF25-${id}`,
      eventId: 'CONF25',
      partyId: id,
      status: 'registered',
    });
    site.putRow('Consents', { ID: id, Channel: 'email', Purpose: 'renewal', IsGranted: true, UpdatedOn: EARLY });
    site.putRow('MailEvents', {
      MessageId: `M${id}`,
      ID: id,
      Campaign: 'January news',
      Purpose: 'newsletter',
      SentOn: day('2026-01-02'),
      Bounced: false,
      UpdatedOn: EARLY,
    });
    site.put('Subscription', `~${id}|REG`, { partyId: id, itemId: 'REG', isActive: true, updatedOn: EARLY });
    if (number % 3 === 0)
      site.putRow('Attendance', { EventId: 'CONF25', ID: id, Attended: number % 2 === 0, UpdatedOn: EARLY });
  }
  addPerson(site, '900', EARLY, 'STAFF');
  site.put('User', 'mia', { userId: '900', userName: 'mia', isDisabled: false, updatedOn: EARLY });
  site.putRow('ChangedUsers', { UserName: 'mia', UpdatedOn: EARLY });
  site.put('Group', 'OH', { groupId: 'OH', name: 'Ohio', kind: 'chapter' });
  site.put('Group', 'TX', { groupId: 'TX', name: 'Texas', kind: 'chapter' });
  site.put('Event', 'CONF25', {
    eventId: 'CONF25',
    code: 'CONF25',
    name: 'Annual Conference 2025',
    status: 'P',
    eventType: 'conference',
    beginsOn: day('2025-06-01'),
    endsOn: day('2025-06-03'),
    updatedOn: EARLY,
  });
  site.putRow('Tiers', { TierCode: 'REG', Name: 'Regular', Rank: 1, IsOrganization: false, UpdatedOn: EARLY });
  site.putRow('TierPrices', {
    TierCode: 'REG',
    FromOn: day('2020-01-01'),
    Amount: 200,
    Currency: 'USD',
    UpdatedOn: EARLY,
  });
  site.putRow('Organizations', { ID: '10001', Industry: 'steel', Employees: 12, UpdatedOn: EARLY });
  site.putRow('StaffAssignments', {
    AssignmentId: 'A1',
    ID: '10001',
    StaffId: '900',
    IsPrimary: true,
    UpdatedOn: EARLY,
  });
  return site;
}
