/** The words for what is summed or averaged, for which figure of it, and for the order of figures. */
import type { OpenMeasure } from './leaves.js';
import { said } from './said.js';

/** Names of amounts and of what can be summed, without a verb. */
export const measureWords: readonly { readonly measure: OpenMeasure; readonly words: readonly string[] }[] = [
  {
    measure: { money: 'revenue' },
    words: said(`
      spend, cash collected, cash receipts, *receipt, total receipts, receipts, takings, payments collected, money collected, money taken, money paid, cash taken, cash taken in, gross receipts, net receipts, net revenue, net income from members, revenue from members, member revenue, revenue collected, revenue received, revenue taken in, earnings, *spending, total spend, total spending, amount spent, money spent, revenue, *revenue, total revenue, income, payments received, money in, amount paid, total paid, money received, cash received, receipts from members, cash in,
      collections, payments, how much they spend, how much they spent, how much they paid, what they spent, what they spend, what they paid, lifetime value, ltv, lifetime spend, customer value, turnover
    `),
  },
  {
    measure: { money: 'dues' },
    words: said(
      'dues, dues cash collected, dues cash, dues cash received, cash dues, cash dues collected, dues receipts, dues taken, dues taken in, dues paid in, dues money collected, dues brought in, dues cash in, membership dues collected, membership dues received, membership fees paid, membership fees collected, membership receipts, subscriptions paid, subscription receipts, dues paid, dues revenue, dues income, membership dues, membership revenue, membership income, membership fees, dues payments, dues collected, dues received, dues amount, subscription income, dues dollars, dues money, membership dues paid, annual dues',
    ),
  },
  {
    measure: { money: 'other_revenue' },
    words: said(
      'non dues revenue, nondues revenue, non dues income, non dues spend, non dues spending, other revenue, other income, ndr, revenue other than dues, revenue besides dues, non dues',
    ),
  },
  {
    measure: { money: 'donated' },
    words: said(
      'donations, cumulative gifts, cumulative giving, cumulative donations, gift total, gift totals, gift income, donation income, donations collected, donations taken in, gifts received, gift revenue, total gifts, giving, total giving, gifts, contributions, donation revenue, donated amount, amount donated, fundraising, donation total, charitable giving, donation amount, amount given, donations received, donated, philanthropy, lifetime giving',
    ),
  },
  {
    measure: { money: 'purchased' },
    words: said(
      'purchases, store sales, product sales, store revenue, product revenue, sales, orders, store purchases, merchandise sales, publication sales, shop sales, product purchases, store spend, purchase amount, bookstore sales',
    ),
  },
  {
    measure: { money: 'balance' },
    words: said(
      'balance, open ar, outstanding ar, unpaid ar, ar balance, ar total, open receivables, outstanding receivables, unsettled invoices, unsettled balance, unsettled dues, open dues, open invoice amount, amounts owed, amounts outstanding, sums owed, open balance, outstanding balance, *balance, balance due, unpaid balance, amount owed, amount owing, amount outstanding, receivables, accounts receivable, ar, a r, outstanding dues, unpaid dues, money owed, what they owe, how much they owe, open invoices, unpaid invoices, outstanding invoices, debt, debts, balance owed, balance outstanding',
    ),
  },
  {
    measure: { money: 'overdue' },
    words: said(
      'overdue balance, overdue ar, past due ar, overdue receivable, overdue total, aged receivables, aged ar, overdue debt, overdue amount, overdue, past due, past due balance, past due amount, arrears, amount overdue, amount past due, overdue dues, overdue invoices, overdue money, overdue receivables, delinquent amount',
    ),
  },
  {
    measure: { count: 'attendance' },
    words: said(
      'events attended, number of events attended, event attendance, attendance, attendances, number of events, conference attendance, event count, how many events they attended, events they attended, event participation, sessions attended',
    ),
  },
  {
    measure: { quantity: 'hours' },
    words: said(
      'volunteer hours, hours volunteered, volunteering, volunteer time, volunteer service, volunteering hours, hours of volunteering, hours of service, service hours, hours of volunteer time, hours given',
    ),
  },
  {
    measure: { quantity: 'credits' },
    words: said(
      'course credits, credits, credits earned, ce credits, ceus, cpe credits, cme credits, cpd points, education credits, continuing education credits, learning credits, course credits earned, credit total, credit totals, learning, training credits, credit hours, pdhs, pdus',
    ),
  },
  {
    measure: { count: 'login' },
    words: said(
      'number of logins, login count, logins, portal logins, portal activity, web activity, online activity, portal usage, website logins',
    ),
  },
];

/** Which figure of a measure. */
export const statisticWords: Readonly<
  Record<'total' | 'average' | 'per_member' | 'median' | 'largest' | 'smallest', readonly string[]>
> = {
  total: said(
    'total, total of, the total of, sum, sum of, the sum of, combined, overall, total amount of, the total amount of, total value of, grand total of, aggregate, total number of, sum total of, cumulative, amount of, total sum of, altogether',
  ),
  average: said(
    'average, the average, average of, avg, ave, mean, the mean, mean of, on average, average number of, mean number of, avg number of, avg no of, average amount of, typical, averages, avg of',
  ),
  per_member: said(
    'per head, a head, per capita, per member, per person, for each member, average per member, average per head, average per person, on average per member, on average per head, mean per member, per member average, relative to membership, relative to their size, relative to size, for their size, proportionally',
  ),
  median: said('median, the median, median of, median number of, median amount of'),
  largest: said(
    'largest, highest, biggest, maximum, max, the largest, the highest, the biggest, the maximum, top, greatest, longest',
  ),
  smallest: said('smallest, lowest, minimum, min, the smallest, the lowest, the minimum, least, shortest'),
};

/** "How many downloads": only of what happened. */
export const countWords: readonly string[] = said(
  'how many, number of, the number of, count of, count, volume of, how many total, no of, num of, total number of, the total number of, amount of',
);

export const orderWords: Readonly<Record<'asc' | 'desc', readonly string[]>> = {
  asc: said(
    'smallest in front, lowest in front, least in front, smallest at the top, lowest at the top, lowest at top, fewest at the top, with the fewest first, with the fewest at the top, worst at the top, worst on top, earliest at the top, oldest at the top, oldest on top, soonest at the top, soonest on top, soonest in front, nearest at the top, next up first, longest ago first, furthest back first, earliest date first, soonest expiry first, fewest people, the fewest people, thinnest turnout, the thinnest turnout, thinnest attendance, had the thinnest turnout, had the fewest people, had the lowest turnout, had the worst turnout, had the poorest turnout, had the smallest turnout, had the lowest attendance, had the worst attendance, drew the fewest people, drew the fewest, drew fewest, ~draw the fewest, ~draw the fewest people, ~attract the fewest, ~attract the fewest people, pulled the fewest people, pulled in the fewest, with the poorest turnout, with the thinnest turnout, with the smallest turnout, with the lowest turnout, poorest turnout, smallest turnout, lowest turnout, weakest turnout, worst turnouts, emptiest, quietest, lightest attendance, worst, worst performing, low attendance first, lowest first, smallest to largest, smallest on top, with the smallest first, with the lowest first, the lowest first, the smallest first, starting with the smallest, starting with the lowest, worst attended, least attended, least popular, poorest attended, worst turnout, with the fewest attendees, with the lowest attendance, with the worst attendance, with the worst turnout, lowest attendance, ascending, least first, earliest first, smallest first, low to high, oldest first, soonest first, in ascending order, from lowest to highest, bottom up, fewest first, asc, shortest first, from smallest to largest, lowest to highest, worst first, nearest first',
  ),
  desc: said(
    'biggest in front, the biggest in front, largest in front, highest in front, most in front, longest in front, latest in front, newest in front, with the biggest in front, highest at the top, highest at top, largest at the top, largest at top, biggest at top, most at the top, most at top, most on top, longest at the top, longest on top, newest at the top, newest on top, newest joiners first, newest joiners at the top, latest at the top, latest on top, most recent at the top, most recent on top, top at the top, with the most first, with the most at the top, with most first, the most first, most of them first, biggest talkers first, biggest number first, largest number first, highest number first, biggest amount first, largest amount first, highest amount first, biggest debt first, largest debt first, biggest balance first, largest balance first, biggest spender first, best at the top, best on top, best attended at the top, best attended on top, most attended first, most popular first, drew the most people, drew the most, drew most people, ~draw the most, ~draw the most people, ~draw the biggest crowd, ~attract the most, ~attract the most people, pulled the most people, pulled in the most, had the most people, had the best turnout, had the biggest turnout, had the highest turnout, had the highest attendance, had the best attendance, with the fullest rooms, fullest, strongest turnout, biggest turnout, biggest crowd, biggest crowds, best performing, highest first, highest to the lowest, biggest to smallest, from biggest to smallest, most to least, from most to least, in order of size, ranked, ranked highest first, largest to smallest, biggest on top, largest on top, biggest at the top, with the biggest first, with the largest first, with the highest first, the biggest first, the largest first, the highest first, starting with the biggest, starting with the largest, starting with the highest, best attended, best attended first, most attended, most popular, most visited, best visited, busiest, by attendance, by headcount, ranked by attendance, sorted by attendance, in order of attendance, with the best attendance, with the highest attendance, with the most attendees, with the biggest turnout, with the best turnout, by turnout, with the highest turnout, with the largest attendance, best turnout, highest attendance, most attendees, descending, most first, latest first, largest first, biggest first, high to low, newest first, in descending order, from highest to lowest, top down, desc, longest first, from largest to smallest, highest to lowest, best first, most recent first, top first',
  ),
};

/** A direction without a measure: "the most logins". */
export const mostWords: Readonly<Record<'asc' | 'desc', readonly string[]>> = {
  desc: said(
    'the most, most, most often, the most often, most frequently, with the most, ~have the most, with the highest number of, the highest number of, with the largest number of, the largest number of, ~have the highest number of, the greatest number of, the highest, with the highest, the biggest, with the biggest, the largest, with the largest, ~have the highest, ~have the biggest, with the longest, the longest, ~have the longest, highest, the top',
  ),
  asc: said(
    'the fewest, fewest, least often, the least often, with the fewest, ~have the fewest, with the lowest number of, the lowest number of, the smallest number of, the least, with the least, ~have the least, the lowest, with the lowest, ~have the lowest, the smallest, with the smallest, with the shortest, the shortest, lowest',
  ),
};
