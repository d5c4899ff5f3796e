import { day } from '../../src/domain/day.js';
import type { Perspective } from '../../src/population/perspective.js';
import type { GivenAssociation } from '../fixtures/association.js';

/** 21 November 2026; purchases have no data, donations are on record since 2024, logins since 2025. */
export const perspective: Perspective = {
  scope: { kind: 'everyone' },
  calendar: { today: day('2026-11-21'), fiscalYearStarts: '07-01', weekStarts: 'monday' },
  graceDays: 60,
  reach: {
    login: day('2025-01-01'),
    donation: day('2024-01-01'),
    download: day('2024-01-01'),
    committee: day('2020-01-01'),
    payment: day('2024-01-01'),
    renewal: day('2020-01-01'),
    sponsorship: day('2024-01-01'),
  },
};

const term = (begins: string, ends: string, paid = begins, more: { tier?: string; dues?: number } = {}) => ({
  begins,
  ends,
  paid,
  ...more,
});

/** Five people and two organisations; ada and bob work for acme, cyd for tiny. */
export const association: GivenAssociation = {
  tiers: { STU: 'Student', PRO: 'Professional', CORP: 'Corporate' },
  chapters: { 'CH-TX': 'Texas Chapter' },
  committees: { 'CM-ETH': 'Ethics Committee' },
  events: [{ id: 'E26', name: 'Summit 2026', series: 'Summit', begins: '2026-06-09' }],
  members: [
    {
      id: 'ada',
      tier: 'PRO',
      joined: '2022-01-01',
      expires: '2026-12-31',
      employer: 'acme',
      chapters: ['CH-TX'],
      email: 'ada@example.org',
      terms: [
        term('2024-01-01', '2024-12-31', '2023-12-20', { tier: 'STU' }),
        term('2025-01-01', '2025-12-31', '2025-01-20'),
        term('2026-01-01', '2026-12-31'),
      ],
      logins: ['2025-10-01', '2025-11-02', '2025-12-03', '2026-11-01'],
      deeds: [
        { kind: 'donation', on: '2024-05-01', amount: 5_000, what: 'Scholarships' },
        { kind: 'donation', on: '2026-03-01', amount: 20_000, what: 'Scholarships' },
        { kind: 'donation', on: '2026-04-01', amount: 10_000, what: 'Advocacy' },
        { kind: 'download', on: '2026-02-01', what: 'Salary Guide' },
      ],
      payments: [
        { on: '2026-01-01', amount: 30_000, lines: { dues: 20_000, event: 10_000 } },
        { on: '2026-02-01', amount: 4_000 },
        { on: '2026-03-01', amount: 1_000, status: 'refunded' },
        { on: '2026-04-01', amount: 9_000, status: 'failed' },
        { on: '2026-05-01', amount: 7_000, status: 'written_off' },
      ],
      consents: [{ channel: 'email', purpose: 'renewal', granted: true }],
      autoRenew: true,
      plan: 'running',
      certifications: [
        { program: 'Certified Planner', status: 'certified', expires: '2028-01-01' },
        { program: 'Certified Auditor', status: 'certified', expires: '2026-01-01' },
      ],
    },
    {
      id: 'bob',
      tier: 'PRO',
      joined: '2018-01-01',
      expires: '2027-03-31',
      employer: 'acme',
      email: 'bob@example.org',
      terms: [term('2020-01-01', '2021-12-31'), term('2026-04-01', '2027-03-31')],
      logins: ['2025-01-10', '2025-02-10', '2025-02-20'],
      deeds: [
        { kind: 'donation', on: '2026-05-01', amount: 30_000, currency: 'CAD' },
        { kind: 'committee', on: '2026-02-01', what: 'CM-ETH' },
      ],
      consents: [
        { channel: 'email', purpose: 'renewal', granted: true },
        { channel: 'email', purpose: 'marketing', granted: false },
      ],
      autoRenew: false,
      owes: [{ due: '2026-10-22', balance: 15_000 }],
    },
    {
      id: 'cyd',
      tier: 'STU',
      joined: '2026-02-01',
      expires: '2027-01-31',
      employer: 'tiny',
      email: 'cyd@example.org',
      bounced: '2026-11-01',
      terms: [term('2026-02-01', '2027-01-31')],
      deeds: [{ kind: 'donation', on: '2026-01-15', amount: 2_500 }],
      payments: [
        { on: '2026-02-01', amount: 5_000 },
        { on: '2026-03-01', amount: 5_000, status: 'failed' },
      ],
      certifications: [{ program: 'Certified Planner', status: 'in_progress' }],
    },
    { id: 'dee', tier: 'STU', joined: '2024-03-01', expires: '2026-06-30', terms: [term('2025-07-01', '2026-06-30')] },
    { id: 'eli', email: 'eli@example.org' },
    {
      id: 'acme',
      kind: 'organization',
      tier: 'CORP',
      joined: '2015-01-01',
      expires: '2026-12-31',
      deeds: [{ kind: 'sponsorship', on: '2026-01-01', what: 'Gold', event: 'E26', amount: 500_000 }],
    },
    { id: 'tiny', kind: 'organization', tier: 'CORP', joined: '2022-01-01', expires: '2026-11-01' },
  ],
};
