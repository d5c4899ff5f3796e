/** What staff say of scores, counts and ages kept as a number: "engagement score under 40", "30 days overdue". */

import type { Quantity } from '../language/counts.js';
import { numberTest } from './leaf-counts.js';
import type { LeafFrame, SlotType } from './leaves.js';
import { said } from './said.js';

const numberFrame = (
  field: string,
  types: readonly SlotType[],
  words: string,
  as: (count: Quantity) => Quantity = (count) => count,
): LeafFrame[] =>
  types.map((type) => ({
    id: `${field}_${type.toLowerCase()}`,
    words: said(words),
    tense: 'past',
    slots: { count: type },
    needs: ['count'],
    defaults: [],
    build: ({ count }) => ({
      op: 'field',
      field,
      test: numberTest(as(count ?? { is: 'gte', value: 1 })),
    }),
  }));

const below = (count: Quantity): Quantity =>
  'between' in count
    ? { between: [-count.between[1], -count.between[0]] }
    : {
        is: count.is === 'gt' ? 'lt' : count.is === 'lt' ? 'gt' : count.is === 'lte' ? 'gte' : 'lte',
        value: -count.value,
      };
const atLeast = (count: Quantity): Quantity =>
  'is' in count && count.is === 'eq' ? { is: 'gte', value: count.value } : count;

export const numberFrames: readonly LeafFrame[] = [
  ...numberFrame(
    'engagement',
    ['Number', 'Points'],
    `
      engagement, engagement score, engagement scores, engagement score of, with an engagement score of, with engagement scores of, with engagement of, engagement of, engagement is, engagement score is, whose engagement is, whose engagement score is, whose engagement, whose engagement score, with an engagement score, with an
      engagement, engagement level, engagement level of, engagement rating, engagement rating of, member engagement, scoring, ~score, ~score on engagement, whose score is, scored, engagement percentile, engagement percentile of, in engagement, for engagement, on engagement, engaged at, score of, with a score, with a score of, score is, score
    `,
  ),
  ...numberFrame(
    'engagement_change',
    ['Points', 'Number'],
    'whose engagement fell by, whose engagement dropped by, whose engagement score fell by, whose engagement score dropped by, whose engagement declined by, whose score fell by, whose score dropped by, engagement fell by, engagement dropped by, engagement declined by, engagement down by, engagement down, engagement score down, whose engagement is down, engagement score fell by, engagement score dropped by',
    (count) => below(atLeast(count)),
  ),
  ...numberFrame(
    'engagement_change',
    ['Points', 'Number'],
    'whose engagement rose by, whose engagement score rose by, whose engagement grew by, whose score rose by, engagement rose by, engagement grew by, engagement up by, engagement up, engagement score rose by, whose engagement is up, whose engagement increased by, engagement increased by',
    atLeast,
  ).map((frame) => ({ ...frame, id: `${frame.id}_up` })),
  ...numberFrame(
    'renewals',
    ['Number', 'Count'],
    'renewals, number of renewals, with renewals, renewal count, ~renew, renewed',
  ),
  ...numberFrame(
    'open_cases',
    ['Number', 'Count'],
    'open cases, with open cases, open tickets, open case, open ticket, unresolved cases, open complaints, open support cases, unresolved tickets, pending cases, number of open cases, cases open, tickets open, cases still open',
  ),
  ...numberFrame(
    'lifetime_years',
    ['Years', 'Number'],
    'lifetime years, with lifetime years, lifetime, in total over their lifetime, lifetime tenure, total years, total years of membership, all told, in all, lifetime membership, over all their memberships',
  ),
  // "Overdue 90+ days", "60 days or more late".
  ...numberFrame(
    'days_overdue',
    ['Days'],
    'overdue, overdue by, overdue for, past due, past due by, past due for, late, late by, behind, behind by, behind on dues, behind on their dues, behind on payments, in arrears, in arrears for, in arrears by, delinquent, delinquent for, outstanding for, unpaid for, open for, aged, old, overdue *invoice, past due *invoice, overdue balance, past due balance, *invoice overdue, *invoice past due, with an overdue invoice, with overdue invoices, with invoices overdue, any invoice overdue, unpaid *invoice, outstanding *invoice, open *invoice, overdue *bill, overdue dues, dues overdue, owing for, owe for, in the red for',
    atLeast,
  ),
  ...numberFrame(
    'days_overdue',
    ['Number'],
    'days overdue, days past the due date, days past their due date, days after the due date, days beyond the due date, days over due, days beyond due, days overdue or, days delinquent, days past, ar aged, receivables aged, invoices aged, invoice aged, balances aged, balance aged, dues aged, debt aged, debts aged, bills aged, accounts receivable aged, aged receivables, aged receivables of, aged ar, aged debt, aged debts, aged balance, aged balances, aged invoices, aged dues, receivables older than, invoices older than, balance older than, balances older than, ar older than, ar over, receivables over, invoices overdue by, invoice overdue by, overdue by, past due by, late by, behind by, with an invoice, days past due, days late, days behind, days in arrears',
    atLeast,
  ),
];
