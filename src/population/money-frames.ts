/** What staff say of purchases, gifts, sponsorships, payments, dues, and of what is owed. */
import { eventLeaf, moneyLeaf } from './leaf-counts.js';
import type { LeafFrame } from './leaves.js';
import { said } from './said.js';

const amountSlots = { amount: 'Amount', window: 'Win' } as const;
const debtSlots = { amount: 'Amount' } as const;
const whatSlots = { what: 'What', count: 'Count', window: 'Win' } as const;

const balanceNouns = said(`
  balance, *balance, open balance, open *balance, outstanding balance, outstanding *balance, unpaid balance, balance due, receivables, accounts receivable, open ar, ar balance, money owed, amount owed, amounts owed, amount outstanding, outstanding amount, total owed, total owing, amount owing, total outstanding, total open, total unpaid, money outstanding, money due, total due, open total, outstanding total, open money, outstanding money, open dollars, dollars outstanding, dollars owed, open $, $ open, outstanding $, $ outstanding, $ owed, open amount, open amounts, unpaid amount, unpaid amounts, unpaid total, total balance, total debt, sum owed, sums owed, receivables balance
`);

const overdueNouns = said(`
  overdue balance, overdue *balance, past due *balance, overdue amount, overdue amounts, overdue total, overdue totals, overdue sum, overdue money, money overdue, overdue receivables, past due receivables, overdue ar, past due ar, past due balance, past due amount, past due amounts, past due total, past due money, past due dollars, overdue dollars, overdue $, $ overdue, past due $, $ past due, arrears, total overdue, total past due, total arrears, delinquent amount, delinquent balance, amount overdue, amount past due, overdue debt, overdue debts, sum overdue, overdue in dollars, total amount overdue, total amount past due
`);

/** "With an open balance", "carry any arrears": who has one, and not how much it is. */
const having = (nouns: readonly string[]): string[] =>
  nouns
    .filter((noun) => !noun.includes('$'))
    .flatMap((noun) =>
      said(
        'with, with an, with a, with any, with some, with outstanding, ~have, ~have an, ~have a, ~have any, ~have some, ~carry, ~carry an, ~carry a, ~carry any, ~run, ~run an, ~run up, ~show an, ~show a, ~show any, ~hold an, ~owe an, ~owe a, got an, got any, who has an',
      ).map((verb) => `${verb} ${noun}`),
    );

/** With the names of the amount, which say how much, and of who has it. */
const named = (nouns: readonly string[], frame: LeafFrame): LeafFrame => ({
  ...frame,
  nouns,
  words: [...frame.words, ...having(nouns)],
});

/** "Gave nothing", "has given nothing since March": none of it. */
const nothing = (kind: NonNullable<LeafFrame['kind']>, verbs: string): LeafFrame => ({
  id: `${kind}_nothing`,
  words: said(verbs).flatMap((verb) =>
    said('nothing, nothing at all, nothing whatsoever, not a penny, not a cent, not a dime, zilch, nada').map(
      (none) => `${verb} ${none}`,
    ),
  ),
  kind,
  tense: 'past',
  slots: { window: 'Win' },
  needs: [],
  defaults: [],
  build: ({ window }) => eventLeaf(kind, { count: { is: 'eq', value: 0 }, ...(window !== undefined && { window }) }),
});

/** An amount of money over a window: "spent more than $500 last year". */
const sum = (money: NonNullable<LeafFrame['money']>, words: string, more: Partial<LeafFrame> = {}): LeafFrame => ({
  id: `money_${money}`,
  words: said(words),
  money,
  tense: 'past',
  slots: amountSlots,
  needs: ['amount'],
  defaults: [{ slot: 'window', cost: 0.05, note: 'over all the time on record' }],
  build: (filled) => moneyLeaf(money, filled),
  ...more,
});

const happened = (
  kind: NonNullable<LeafFrame['kind']>,
  words: string,
  nouns: string,
  more: Partial<LeafFrame> = {},
): LeafFrame => ({
  id: kind,
  words: said(words),
  nouns: said(nouns),
  kind,
  tense: 'past',
  slots: whatSlots,
  needs: [],
  defaults: [],
  build: (filled) => eventLeaf(kind, filled),
  ...more,
});

const largest = (money: NonNullable<LeafFrame['money']>, words: string): LeafFrame =>
  sum(money, words, { id: `largest_${money}`, build: (filled) => moneyLeaf(money, filled, 'largest') });

export const moneyFrames: readonly LeafFrame[] = [
  nothing('donation', '~give, ~give us, ~donate, ~donate to us, ~contribute, ~chip in, ~pledge'),
  nothing('purchase', '~buy, ~buy from us, ~purchase, ~order, ~order from us'),
  nothing('payment', '~pay, ~pay us, ~pay in'),
  sum(
    'revenue',
    `
      ~spend, ~spend a total of, ~pay us a total of, ~pay in a total of, with total spend of, with total spending of, with a total spend of, whose spend is, whose total spend is, whose spending is, whose payments total, whose payments add up to, payments adding up to, with payments totaling, with payments totalling, ~part with, ~hand over, ~spend with the association, ~pay the association, ~pay to us, ~pay over, total payments of, cash paid, cash paid in, ~spend with us, ~spend on us, ~spend in total, ~spend altogether, ~pay, ~pay us, ~pay in, ~pay a total of, ~pay in total, ~pay
      altogether, ~contribute in revenue, spending, spend, total spend, total spending, with spending of, with spend of, revenue, in revenue, revenue of, with revenue of, with
      revenue, ~bring in revenue of, ~bring in, ~generate, ~generate revenue of, total revenue, payments totaling, payments totalling, payments of, with payments of, worth, worth to us,
      total payments, ~lay out, ~shell out, ~put down, billings, lifetime spend, lifetime value of, lifetime revenue
    `,
  ),
  sum(
    'dues',
    `
      ~pay in dues, ~pay dues, ~pay dues of, ~pay membership dues of, dues, dues of, dues paid, dues payments, membership dues, membership dues of, in dues, in membership dues, membership
      fees, membership fee of, membership fees of, dues revenue, dues income, dues paid of, dues totaling, dues totalling, subscription fees, annual dues, annual dues of, yearly dues, yearly dues of, in subscriptions, ~spend on dues, ~spend on membership, ~pay for membership
    `,
  ),
  sum(
    'other_revenue',
    `
      non dues revenue, nondues revenue, non dues spending, non dues spend, non dues income, in non dues revenue, revenue other than dues, other revenue, revenue besides dues, spend besides dues, ~spend on
      things other than dues, ~spend outside dues, ~spend beyond dues, ~spend besides dues, ~spend other than dues, ~spend on top of dues, ~spend apart from dues, ~spend on non dues, ~spend outside of dues, ~spend beyond their dues, event and store revenue
    `,
  ),
  sum(
    'donated',
    `
      ~donate, ~donate a total of, ~donate in total, cumulative gifts, cumulative gifts of, with cumulative gifts, with cumulative gifts of, cumulative giving, cumulative giving of, with cumulative giving, with cumulative giving of, cumulative donations, cumulative donations of, with cumulative donations, with cumulative donations of, gifts adding up to, gifts summing to, gifts that total, gifts that add up to, donations adding up to, donations that total, donations that add up to, donations summing to, whose gifts total, whose donations total, whose giving totals, whose gifts add up to, whose donations add up to, whose gifts come to, ~give altogether, ~donate altogether, ~give all told, ~give cumulatively, ~donate cumulatively, with gifts totaling, with gifts totalling, with donations totaling, with donations totalling, with total gifts of, with total donations of, with total giving of, with gifts of, total gifts, total gifts of, sum of gifts, ~chip in, ~fork over, ~give, ~give us, ~give a total of, ~give in total, ~contribute, ~contribute a total of, ~pledge, ~gift, donations of, donations totaling, donations totalling, donations,
      with donations of, gifts of, gifts totaling, gifts totalling, giving, giving of, total giving, with giving of, lifetime giving, lifetime giving of, in donations, in gifts, in giving, contributions of, contributions totaling, contributions totalling, in
      contributions, total donations, charitable giving, donated amount, amount donated, donation total, giving total, fundraising total
    `,
  ),
  sum(
    'purchased',
    `
      ~buy, ~buy for, ~purchase, ~purchase for, ~spend in the store, ~spend in our store, ~spend in the shop, ~spend in the bookstore, ~spend on purchases, ~spend on products, ~spend on
      publications, ~spend on books, ~spend on merch, ~spend on merchandise, ~order, purchases of, purchases totaling, purchases totalling, purchases, orders of, orders totaling, orders totalling, orders worth, purchases worth, in purchases, in orders,
      store purchases of, store sales, product sales, in product sales, merchandise purchases of, total purchases, store spend, store spending, product purchases, shop spending
    `,
  ),
  largest(
    'donated',
    'single donation of, a single donation of, single gift of, a single gift of, largest gift, largest donation, largest single gift, biggest donation, biggest gift, one time gift of, one time donation of, ~give in one gift, ~donate at once, ~give at once, ~donate in one go, ~give in a single gift, a gift of, a donation of, one gift of, individual gift of',
  ),
  largest(
    'revenue',
    'single payment of, a single payment of, largest payment, largest single payment, biggest payment, ~pay at once, ~pay in one go, one payment of, a payment of, one time payment of',
  ),
  largest(
    'purchased',
    'single purchase of, a single purchase of, largest purchase, biggest purchase, largest order, biggest order, a single order of, single order of, a purchase of, an order of, one order of, ~spend in one order',
  ),
  {
    ...named(
      balanceNouns,
      sum(
        'balance',
        `
        ~owe, with unsettled invoices, with an unsettled invoice, unsettled *invoice, an unsettled invoice, unsettled *bill, unsettled dues, unsettled balance, an unsettled balance, unsettled *account, with an unsettled account, with unsettled accounts, with unsettled dues, with unsettled bills, not settled up, with dues outstanding, with dues unpaid, with dues open, dues open, dues unpaid, dues outstanding, whose dues are unpaid, whose dues are open, whose dues are outstanding, whose dues are still unpaid, whose dues remain unpaid, whose dues remain open, whose dues remain outstanding, whose dues have not been paid, dues remain unpaid, dues remain open, whose invoice is unpaid, whose invoices are unpaid, whose invoice is open, whose invoices are open, whose invoice remains unpaid, whose invoices remain unpaid, whose bill is unpaid, whose bill remains unpaid, whose fees are unpaid, whose fees remain unpaid, with fees outstanding, with fees unpaid, with something outstanding, with anything outstanding, with something open, with something unpaid, ~have something outstanding, ~have anything outstanding, ~have something to pay, with something to pay, with an amount due, with amounts due, ~have money outstanding, ~have outstanding invoices, ~have open invoices, ~have unpaid invoices, ~have unsettled invoices, ~have an open invoice, ~have an unpaid invoice, ~have an outstanding invoice, ~have an outstanding balance, ~have an open balance, with open dues, open dues, with open receivables, with open ar, ar open, with ar open, with ar outstanding, ar outstanding, outstanding ar, a balance over, in our debt, on the hook, on the hook for, ~run a balance, ~run a tab, ~owe us still, ~owe the association, ~owe the association money, ~owe us, ~owe money, ~owe us money, ~owe anything, ~owe us anything, ~owe a balance, still owe, still owes, still owe us, owing, owing us, balance, open balance, an open balance, open *balance, outstanding balance, an
        outstanding balance, outstanding *balance, unpaid balance, an unpaid balance, balance due, a balance due, with a balance, with a balance of, balance of, with an open balance, with an open balance of, with an outstanding balance, ~carry a
        balance, carrying a balance, ~have a balance, with money owing, with money outstanding, with unpaid invoices, with an unpaid invoice, with open invoices, with an open invoice, open *invoice, an open invoice, unpaid *invoice, an
        unpaid invoice, outstanding *invoice, an outstanding invoice, unpaid *bill, open *bill, outstanding *bill, unpaid dues, outstanding dues, unpaid fees, money owed, amount owed, amounts owed, amount outstanding, outstanding amount, receivables, accounts receivable, open ar, ar balance, invoices open, invoices outstanding, invoices unpaid, invoice open, ~need to pay, yet to pay, still to pay, still have to pay, in debt, indebted, with debts, *debtor, in the red
      `,
        { slots: debtSlots, needs: [], defaults: [] },
      ),
    ),
  },
  {
    ...named(
      overdueNouns,
      sum(
        'overdue',
        `
        something overdue, anything overdue, something past due, anything past due, with something overdue, with anything overdue, with something past due, with anything past due, ~have something overdue, ~have anything overdue, ~have something past due, ~owe overdue, overdue, overdue ar, past due ar, ar overdue, ar past due, overdue receivables, past due receivables, receivables overdue, receivables past due, ~have overdue invoices, ~have an overdue invoice, ~have an overdue balance, ~have past due invoices, with past due invoices, with a past due invoice, with a past due balance, whose invoices are overdue, whose invoice is overdue, whose dues are overdue, whose dues are past due, whose payment is overdue, whose bill is overdue, whose payments are overdue, whose payment is late, whose payments are late, whose account is past due, whose account is overdue, whose account is delinquent, overdue *account, past due *account, delinquent *account, behind with their dues, behind with dues, behind with their payments, behind with payments, behind with paying, overdue on dues, overdue on their dues, late in paying, late to pay, in default, in default on dues, overdue balance, an overdue balance, with an overdue balance, with an overdue balance of, overdue amount, overdue *invoice, an overdue invoice, with overdue invoices, with an overdue invoice, with overdue dues, overdue dues, overdue
        *bill, overdue *payment, past due, past due balance, a past due balance, past due *invoice, past due dues, in arrears, with arrears, arrears, arrears of, delinquent, delinquent on dues, delinquent on their dues, delinquent account,
        behind on dues, behind on their dues, behind on payment, behind on payments, behind on their payments, behind with payment, behind in dues, behind in payments, late on dues, late on their dues, late on payment, late paying, late on paying, late with dues, late with payment, late payers, late *payer, ~fall behind on dues, invoices
        past due, invoices overdue, invoice overdue, payments overdue, payment overdue, past their due date, slow *payer, money overdue, dues overdue, dues past due
      `,
        { slots: debtSlots, needs: [], defaults: [] },
      ),
    ),
  },
  {
    // "Haven't paid" is an open balance, never a total of nothing.
    ...happened(
      'payment',
      `
        ~pay us anything, ~pay us something, ~pay anything at all, ~pay a penny, ~pay a cent, ~pay a dime, ~pay us a penny, ~pay us a cent, paid in anything, paid us, ~pay, ~pay dues, ~pay their dues, ~pay their invoice, ~pay their invoices, ~pay an invoice, ~pay a bill, ~pay their bill, ~pay their fees, ~pay their membership, ~pay their balance, ~make a payment, ~make payments, ~make any payment, ~make a payment to us, ~send a payment, ~send
        payment, ~settle an invoice, ~settle their invoice, ~pay anything, ~pay something, with a payment, with payments
      `,
      '*payment, payment *received, dues *payment, invoice *payment',
    ),
    negated: ({ window }) =>
      window === undefined
        ? { definition: moneyLeaf('balance', {}), note: 'not paid: with an open balance' }
        : undefined,
  },
  happened(
    'purchase',
    `
      ~buy anything from us at all, ~make at least one purchase, ~make one purchase, ~buy at least one thing, ~buy a single thing, ~buy one thing, ~order anything at all, ~spend anything in the store, ~get anything from the store, ~buy from the shop, with any purchase, with at least one purchase, ~buy, ~purchase, ~buy a thing, ~buy anything at all, ~buy something, ~buy anything, ~buy a product, ~buy products, ~buy any products, ~buy from us, ~buy from the store, ~buy something from us, ~buy anything from us, ~buy from our store, ~buy in the store, ~purchase something, ~purchase
      anything, ~purchase a product, ~purchase products, ~purchase any product, ~purchase from us, ~purchase from the store, ~make a purchase, ~make purchases, ~make any purchase, ~make any purchases, ~place an order, ~place orders, ~place any order, ~order something, ~order anything, ~order from us, ~order from
      the store, ~shop, ~shop with us, ~shop in our store, ~shop in the store, ~use the store, store *customer, *buyer, *purchaser, *shopper, product *buyer, with a purchase, with purchases, ~buy publications, ~buy a publication, ~buy merch, ~buy swag
    `,
    '*purchase, *order, store *purchase, store *order, product *purchase, online *order, product *order',
    { about: 'products' },
  ),
  happened('purchase', '~buy, ~purchase, ~order, ~get, ~pick up, ~pay for, *buyer of, *purchaser of', '', {
    id: 'product_named',
    about: 'products',
    needs: ['what'],
  }),
  happened(
    'donation',
    `
      ~give anything, ~give anything at all, ~give a penny, ~give a cent, ~give a dime, ~give us anything, ~give us a penny, ~donate at all, ~donate anything at all, ~donate a penny, ~donate a cent, ~donate a dime, ~contribute anything, ~contribute anything at all, ~give at least one donation, ~give at least one gift, ~make at least one donation, ~make at least one gift, ~give one donation, ~give any donation, ~give any gift, ~give any money, ~give something, ~give us something, ~give us money, ~give us a donation, ~give us a gift, ~make us a gift, ~support us with a gift, ~chip in anything, ~chip in, with any donation, with any gift, with at least one donation, with at least one gift, ~donate, ~donate to us, ~donate money, ~donate anything, ~donate something, ~give a donation, ~give money, ~give a gift, ~make a donation, ~make donations, ~make any donation, ~make a gift, ~make gifts, ~make a contribution, ~make
      contributions, ~contribute, ~contribute to us, ~contribute money, ~give to us, ~give to the foundation, ~donate to the foundation, ~give to a fund, ~donate to a fund, ~donate to any fund, ~give to the annual fund, ~support the foundation, ~give to the campaign, ~support a fund, *donor, *giver, *contributor, *philanthropist, our *donor, with a donation, with donations, with gifts, with a gift, ~pledge, ~give to any fund
    `,
    '*donation, *gift, *contribution, charitable *gift, charitable *donation, *pledge',
    { about: 'funds' },
  ),
  // "Also gave this year": without a time, giving may be of anything.
  happened('donation', 'gave, given, gave again, given again, gave at all, given at all, gave money, gave once', '', {
    id: 'gave',
    needs: ['window'],
  }),
  happened(
    'donation',
    '~give to, ~donate to, ~contribute to, ~support, *donor to, *donor of, *contributor to, ~pledge to, gift to, gifts to, donations to, *giver to',
    '',
    {
      id: 'fund_named',
      about: 'funds',
      needs: ['what'],
    },
  ),
  happened(
    'sponsorship',
    `
      ~sponsor an event with us, ~sponsor an event or program with us, ~sponsor an event or programme with us, ~sponsor an event or a program, ~sponsor an event or a programme, ~sponsor an event or program, ~sponsor an event or programme, ~sponsor any event or programme, ~sponsor any event or program, ~sponsor with us, ~sponsor something with us, ~sponsor anything with us, ~sponsor anything of ours, ~sponsor something of ours, ~back an event, ~underwrite an event, ~sponsor, ~sponsor us, ~sponsor anything, ~sponsor something, ~sponsor an event, ~sponsor events, ~sponsor any event, ~sponsor any events, ~sponsor one of our events, ~sponsor our events, ~sponsor the conference, ~sponsor a conference, ~be a sponsor, been a sponsor, been sponsors, ~serve as sponsor, *sponsor, event *sponsor, corporate
      *sponsor, our *sponsor, with a sponsorship, with sponsorships, ~have a sponsorship, ~buy a sponsorship, ~purchase a sponsorship, ~take a sponsorship, ~take out a sponsorship, *exhibitor, ~exhibit, sponsored *organization
    `,
    '*sponsorship, event *sponsorship, sponsorship *deal, sponsorship *package',
    { about: 'sponsorshipLevels', slots: { what: 'What', event: 'Event', count: 'Count', window: 'Win' } },
  ),
  {
    id: 'renewals',
    words: said('~renew, ~renew their membership, ~renew membership, ~renew with us, been renewed, ~re up'),
    kind: 'renewal',
    tense: 'past',
    slots: { count: 'Count', window: 'Win' },
    needs: ['count'],
    defaults: [],
    build: (filled) => eventLeaf('renewal', filled),
  },
];
