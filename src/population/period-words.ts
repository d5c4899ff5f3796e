/** The words for periods, and for the days that are grouped by them. */
import type { Period } from './periods.js';
import { said } from './said.js';

/** A period a day is grouped by. */
export const periods: Readonly<Record<Period, readonly string[]>> = {
  week: said('week, weeks, calendar week'),
  month: said('month, months, calendar month, mo, mth'),
  quarter: said('quarter, quarters, calendar quarter, qtr'),
  year: said('year, years, calendar year, yr, yrs, cohort year, annum'),
  fiscal_quarter: said(
    'fiscal quarter, fiscal quarters, financial quarter, financial quarters, budget quarter, fiscal qtr, quarter of the fiscal year, quarters of the fiscal year, quarter of our fiscal year, fq',
  ),
  fiscal_year: said(
    'fiscal year, fiscal years, financial year, financial years, fy, fys, budget year, budget years, fiscal yr, our fiscal year, accounting year, membership fiscal year, association year',
  ),
};

/** A period said with its preposition in one word. */
export const periodically: Readonly<Record<Period, readonly string[]>> = {
  week: said(
    'weekly, by the week, week on week, by calendar week, week by week, week over week, each week, every week, wow',
  ),
  month: said(
    'monthly, by the month, month on month, month for month, by calendar month, in each month, for each month, for every month, month by month, month over month, each month, every month, per month, mom',
  ),
  quarter: said(
    'quarterly, by the quarter, quarter on quarter, in each quarter, for each quarter, for every quarter, quarter by quarter, quarter over quarter, each quarter, every quarter',
  ),
  year: said(
    'yearly, by the year, year on year, in each year, for each year, for every year, annually, year by year, year over year, each year, every year, yoy',
  ),
  fiscal_quarter: said(
    'by the fiscal quarter, fiscal quarter on fiscal quarter, fiscal quarter by fiscal quarter, fiscal quarter over fiscal quarter, each fiscal quarter, every fiscal quarter, in each fiscal quarter, for each fiscal quarter, per fiscal quarter',
  ),
  fiscal_year: said(
    'by the fiscal year, fiscal year on fiscal year, fiscal year by fiscal year, fiscal year over fiscal year, each fiscal year, every fiscal year, in each fiscal year, for each fiscal year, per fiscal year, per fy, by fy, fy by fy, fy over fy, each fy',
  ),
};

/** The day a period belongs to: "month of expiry", "join year". */
export const dayWords: readonly { readonly field: string; readonly words: readonly string[] }[] = [
  {
    field: 'joined',
    words: said('join, joining, joined, sign up, enrollment, they joined, joining date, join date, start, first join'),
  },
  {
    field: 'expires',
    words: said(
      'expiry, expiration, expiring, renewal date, renewal due, renewal due date, they expire, expire, expires, end of term, paid through, expiry date, expiration date, due date',
    ),
  },
  { field: 'drops', words: said('drop, drop date, end of grace, dropping') },
  { field: 'lapsed_on', words: said('lapse, lapsing, lapsed, they lapsed, lapse date, churn, loss') },
  { field: 'renewed_on', words: said('last renewal, renewal, renewed, they renewed, renewing') },
];
