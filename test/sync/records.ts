/* What else a member leaves behind, one row of each kind, for the site in memory. */
import { day } from '../../src/domain/day.js';
import type { QueryName } from '../../src/imis/pack.js';
import type { IqaRow } from '../../src/imis/port.js';
import { EARLY } from './association.js';
import type { Site } from './site.js';

const on = day('2026-01-03');

/** One record of every kind, all of one member and under the same number. */
export const recordsOf = (id: string, number: string): Readonly<Partial<Record<QueryName, IqaRow>>> => ({
  Cases: {
    CaseId: number,
    ID: id,
    Category: 'billing',
    Status: 'Closed',
    Priority: 'High',
    OpenedOn: on,
    ClosedOn: day('2026-01-05'),
    Subject: 'Charged twice',
    Description: 'You charged me twice.',
    Resolution: 'Refunded one of them.',
  },
  Posts: {
    PostId: number,
    ID: id,
    Community: 'Open Forum',
    ThreadId: 'T1',
    PostedOn: on,
    Subject: 'Hello',
    Body: 'Hi.',
  },
  SurveyAnswers: {
    AnswerId: number,
    ID: id,
    Survey: 'After the conference',
    EventId: 'CONF25',
    Question: 'How was it?',
    Rating: 2,
    AnsweredOn: on,
    Comment: 'Overcrowded.',
  },
  Emails: { EmailId: number, ID: id, Mailbox: 'membership', ReceivedOn: on, Subject: 'Dues', Body: 'Too high.' },
  PageViews: { PageViewId: number, ID: id, Page: 'Benefits', ViewedOn: on },
  Downloads: { DownloadId: number, ID: id, Document: 'Salary survey', DownloadedOn: on },
  Credits: {
    CreditId: number,
    ID: id,
    CourseCode: 'ETH1',
    Course: 'Ethics',
    CreditType: 'PDH',
    Credits: 1.5,
    EarnedOn: on,
  },
  Certifications: {
    CertificationId: number,
    ID: id,
    Program: 'Certified Inspector',
    Status: 'in_progress',
    RequiredCredits: 30,
    EarnedCredits: 12.5,
    StartedOn: on,
  },
  VolunteerHours: { VolunteerId: number, ID: id, Role: 'Mentor', Hours: 2.5, ServedOn: on },
  Purchases: {
    PurchaseId: number,
    ID: id,
    ProductCode: 'HB1',
    Product: 'Handbook',
    Category: 'book',
    Quantity: 1,
    Amount: 49.9,
    Currency: 'USD',
    PurchasedOn: on,
  },
  Donations: { DonationId: number, ID: id, Fund: 'Scholarships', Amount: 100, Currency: 'USD', DonatedOn: on },
  Sponsorships: {
    SponsorshipId: number,
    ID: id,
    EventId: 'CONF25',
    Level: 'Gold',
    Amount: 5000,
    Currency: 'USD',
    BeginsOn: on,
  },
  PaymentPlans: { PlanId: number, ID: id, Installments: 4, PaidInstallments: 1, BeginsOn: on, Status: 'running' },
  RenewalSettings: { ID: id, AutoRenew: true },
});

export function addRecords(site: Site, id: string, number: string, updatedOn = EARLY): void {
  for (const [query, row] of Object.entries(recordsOf(id, number)) as [QueryName, IqaRow][])
    site.putRow(query, { ...row, UpdatedOn: updatedOn });
}
