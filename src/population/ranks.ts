/** Superlatives: an order of people in words of its own. "Biggest spenders", "most engaged", "longest standing". */
import type { RankWords } from './leaves.js';
import { said } from './said.js';

const biggest = ['biggest', 'top', 'largest', 'highest', 'best', 'most generous', 'greatest', 'heaviest'];
const lowest = ['smallest', 'lowest', 'bottom', 'least'];

/** "Biggest donors", "top donor". */
const people = (adjectives: readonly string[], nouns: string): string[] =>
  said(nouns).flatMap((noun) => adjectives.map((adjective) => `${adjective} ${noun}`));

export const ranks: readonly RankWords[] = [
  {
    by: { money: 'revenue' },
    direction: 'desc',
    words: said(`
      ~spend the most, ~pay the most, ~pay us the most, ~spend the most with us, ~spend the most money, most valuable, highest spending, highest paying, biggest spending, with the highest spend, with the most spend, with the biggest spend, worth
      the most, ~bring in the most, ~bring in the most revenue, with the highest revenue, with the most revenue, most lucrative, ~generate the most revenue, highest revenue, ~contribute the most revenue, biggest revenue
    `),
    nouns: people(
      [...biggest],
      '*spender, *payer, *customer, *account by revenue, revenue *generator, revenue *source',
    ).concat(['whales']),
  },
  {
    by: { money: 'revenue' },
    direction: 'asc',
    words: said(
      '~spend the least, ~pay the least, lowest spending, with the lowest spend, least valuable, with the least revenue, ~bring in the least',
    ),
    nouns: people(lowest, '*spender, *payer'),
  },
  {
    by: { money: 'donated' },
    direction: 'desc',
    words: said(
      '~donate the most, ~give the most, ~contribute the most, most generous, with the highest giving, with the largest donations, with the biggest gifts, with the most donations, highest giving, ~give us the most',
    ),
    nouns: people([...biggest], '*donor, *giver, *contributor, *benefactor, *supporter'),
  },
  {
    by: { money: 'purchased' },
    direction: 'desc',
    words: said(
      '~buy the most, ~purchase the most, ~order the most, ~spend the most in the store, with the most purchases, with the biggest orders',
    ),
    nouns: people(biggest, '*buyer, *purchaser, *shopper, store *customer'),
  },
  {
    by: { money: 'dues' },
    direction: 'desc',
    words: said(
      '~pay the most dues, ~pay the highest dues, ~pay the most in dues, with the highest dues, highest dues, with the biggest dues, biggest dues',
    ),
    nouns: people(biggest, 'dues *payer, dues paying *member'),
  },
  {
    by: { money: 'balance' },
    direction: 'desc',
    words: said(
      '~owe the most, ~owe us the most, ~owe the most money, with the biggest balance, with the largest balance, with the highest balance, with the highest balances, with the largest open balance, with the largest outstanding balance, with the biggest outstanding balance, with the biggest debts, highest balance, largest balances, biggest balances, largest outstanding balances, with the largest balances, with the biggest balances',
    ),
    nouns: people(biggest, '*debtor, open *balance'),
  },
  {
    by: { money: 'overdue' },
    direction: 'desc',
    words: said(
      'most overdue, ~have the most overdue, furthest behind, the furthest behind, with the largest overdue balance, with the biggest overdue balance, with the highest overdue balance, with the most overdue, most delinquent, most behind on dues',
    ),
    nouns: people(biggest, 'late *payer, *delinquent, overdue *balance, overdue *account'),
  },
  {
    by: { field: 'engagement' },
    direction: 'desc',
    words: said(`
      most engaged, highest engaged, best engaged, most involved, most active, with the highest engagement, with the most engagement, with the best engagement, with the highest engagement score, with the best
      engagement score, with the highest scores, highest engagement, highest engagement score, best engagement, highest scoring, most committed, most participating, most enthusiastic, most dedicated, most plugged in
    `),
    nouns: people(['top', 'best'], 'engaged *member, engager, *participant').concat(
      said('superstars, super *user, power *user, *superfan'),
    ),
  },
  {
    by: { field: 'engagement' },
    direction: 'asc',
    words: said(
      'least engaged, lowest engaged, least involved, least active, with the lowest engagement, with the least engagement, with the lowest engagement score, lowest engagement, lowest engagement score, with the lowest scores, lowest scoring, most disengaged, most inactive, worst engaged',
    ),
  },
  {
    by: { field: 'tenure' },
    direction: 'desc',
    words: said(
      'longest standing, longest serving, longest tenured, longest, most tenured, most senior, with the longest tenure, with the most tenure, with the longest membership, with the most years, oldest standing, with us the longest, been with us longest, been with us the longest, been members the longest, been *member the longest, most loyal, longest running, longest time, highest tenure, longest tenure',
    ),
  },
  {
    by: { field: 'tenure' },
    direction: 'asc',
    words: said(
      'shortest tenured, with the shortest tenure, least tenured, with the least tenure, with the shortest membership, shortest tenure, lowest tenure',
    ),
  },
  {
    by: { field: 'employees' },
    direction: 'desc',
    words: said(
      'with the most employees, with the most staff, with the biggest headcount, with the largest headcount, largest by headcount, biggest by headcount, with the most people on staff, ~employ the most people, ~employ the most',
    ),
    nouns: people(
      ['biggest', 'largest'],
      '*employer, *company, *organization, *organisation, member *organization, member *organisation, *firm, *org, corporate *member, member *company',
    ),
  },
  {
    by: { field: 'employees' },
    direction: 'asc',
    words: said('with the fewest employees, with the smallest headcount, smallest by headcount, with the fewest staff'),
    nouns: people(
      ['smallest'],
      '*employer, *company, *organization, *organisation, member *organization, *firm, *org, corporate *member',
    ),
  },
  {
    by: { field: 'drops' },
    direction: 'asc',
    words: said(
      'soonest drop first, soonest drop, soonest to drop, first to drop, next to drop, earliest drop first, earliest to drop, dropping soonest, dropping first, nearest drop first, soonest drop date first, earliest drop date first, whoever drops first, drop date first, soonest to lapse, next to lapse, first to lapse, lapsing soonest, soonest out of grace, grace ending soonest, grace ends soonest, closest to dropping',
    ),
  },
  {
    by: { quantity: 'hours' },
    direction: 'desc',
    words: said(
      '~volunteer the most, ~volunteer the most hours, ~volunteer most, ~give the most hours, ~give the most time, ~put in the most hours, ~put in the most time, ~log the most hours, ~do the most volunteering, ~do the most volunteer work, ~help the most, ~help out the most, with the most hours, with the most volunteer hours, with most hours, the most hours, most volunteer hours, most hours',
    ),
    nouns: people(
      ['biggest', 'top', 'best', 'hardest working', 'busiest', 'most active'],
      '*volunteer, *helper',
    ).concat(said('*volunteer by hours, *volunteer by hours given, top *volunteer by hours')),
  },
  {
    by: { quantity: 'credits' },
    direction: 'desc',
    words: said(
      '~earn the most credits, ~earn the most, ~get the most credits, ~collect the most credits, ~take the most credits, with the most credits, most credits, the most credits',
    ),
    nouns: people(['biggest', 'top', 'best', 'keenest'], '*learner, credit *earner'),
  },
  {
    by: { count: 'post' },
    direction: 'desc',
    words: said(
      '~post the most, ~post most, ~post most often, ~talk the most, ~write the most posts, with the most posts, most posts, most vocal, most talkative, chattiest, loudest',
    ),
    nouns: people(
      ['biggest', 'top', 'busiest', 'most active'],
      '*poster, *talker, community *member, community *contributor',
    ),
  },
  {
    by: { count: 'attendance' },
    direction: 'desc',
    words: said(
      '~attend the most, ~attend the most events, ~attend most events, ~come the most, ~come most often, ~come to the most, ~come to the most events, ~come to most events, ~go to the most events, ~show up the most, ~turn up the most, ~turn up to the most events, ~turn out the most, with the most events attended, with the most attendance, with the best attendance record, most events attended',
    ),
    nouns: people(
      ['top', 'best', 'most frequent', 'most regular'],
      '*attendee, event *attendee, *participant at events, event *goer, *eventgoer',
    ),
  },
  {
    by: { count: 'login' },
    direction: 'desc',
    words: said('~log in the most, ~log in most often, ~use the portal the most, with the most logins, most logins'),
  },
  {
    by: { field: 'joined' },
    direction: 'desc',
    words: said(
      'newest, most recently joined, most recent to join, last to join, latest to join, ~join most recently, most recent joiners, latest joiners, with the latest join date, latest additions',
    ),
  },
  {
    by: { field: 'joined' },
    direction: 'asc',
    words: said(
      'earliest joined, earliest to join, first to join, ~join the earliest, earliest joiners, with the earliest join date, ~join first',
    ),
  },
  {
    by: { field: 'expires' },
    direction: 'asc',
    words: said(
      'soonest to expire, first to expire, next to expire, expiring soonest, expiring first, expiring next, ~expire soonest, ~expire first, up for renewal soonest, next up for renewal, with the earliest expiry, soonest up for renewal',
    ),
  },
];
