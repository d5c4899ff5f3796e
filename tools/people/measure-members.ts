import * as z from 'zod';
import { may } from '../../src/access/require.js';
import { ExpectedError } from '../../src/errors.js';
import { checkMeasure } from '../../src/population/check.js';
import type { Definition, Measure as Measured } from '../../src/population/definition.js';
import { fieldNamed } from '../../src/population/fields.js';
import { type Figure, measure } from '../../src/population/measure.js';
import { sayMeasure } from '../../src/population/measure-words.js';
import { measureIsMoney } from '../../src/population/money-asked.js';
import { measureNotes } from '../../src/population/notes.js';
import { defineTool } from '../define.js';
import { requireMoney } from '../money.js';
import { GroupBy, Measure, Order, People, Statistic, toolInput } from '../parameters.js';
import { viewOf } from '../perspective.js';
import { listed, figure as sayNumber } from '../saying.js';
import { describe } from './described.js';
import { usually } from './group-members.js';
import { requireKeys } from './keys-by-right.js';
import { measureReceipts } from './measure-receipts.js';
import { figureOf, figureWords, inOrder, Shown, type Shows } from './measured-figure.js';
import { shownGroups } from './shown-groups.js';
import { isSmallCell, SMALLEST_CELL } from './small-cells.js';
import { toldFigures } from './told-figures.js';

/** Twice the smallest cell. */
const FEWEST_OF_MEDIAN = 2 * SMALLEST_CELL;
/** Money and events of those who died since count too. */
const EVER_KNOWN: Definition = {
  op: 'any',
  of: [{ op: 'everyone' }, { op: 'field', field: 'status', test: { in: ['deceased'] } }],
};

class OfOnePerson extends ExpectedError {
  readonly kind = 'of_one_person';
  constructor() {
    super(
      'The largest and the smallest belong to one person, and your role sees aggregates only.',
      'Ask for the total, the average or the median.',
    );
  }
}

const Output = z.strictObject({
  definition: z.string(),
  said: z.string(),
  measured: z.string(),
  statistic: z.string(),
  unit: z.string(),
  currency: z.string().optional(),
  assumptions: z.array(z.string()),
  asOf: z.string(),
  whole: Shown,
  by: z.array(z.string()),
  groups: z.array(Shown.extend({ values: z.array(z.string()) })),
  from: z.string().optional().describe('Of periods of which earlier ones are left out: the first shown.'),
  leftOut: z.number().int(),
  others: z.array(Shown.extend({ currency: z.string() })),
  unknown: z.number().int().optional(),
});

export const measureMembers = defineTool({
  name: 'measure_members',
  title: 'Totals, averages and medians: money, years, events',
  description:
    'One figure over people: the total, average, median, largest or smallest of an amount of money (dues, other revenue, donations, purchases, open and overdue balances), of a number (years of membership, engagement, employees), of a quantity (course credits, volunteer hours) or of how often something happened (logins, events attended), for everybody or for a description of people, also by group. Use it for "how much", "average" and "per head"; with an order the groups are ranked by the figure. An average is per member, never per purchase or invoice; money by month: one call a month, since by takes days of the member only. Without a statistic: the total of money and of events, the average of numbers. For how many people use count_members or group_members; for one member\'s invoices member_invoices. Amounts, payments and what is owed need the right to see money; how many purchases, donations or sponsorships there were does not.',
  input: toolInput(
    {
      measure: Measure,
      statistic: Statistic.optional(),
      definition: People.optional(),
      by: GroupBy.optional(),
      order: Order.optional(),
    },
    { bare: ['Measure'] },
  ),
  output: Output,
  effect: 'read',
  permission: 'aggregates.read',
  triggers: [
    'how much',
    'how much did we take',
    'how much did we get',
    'how much have we taken',
    'how much money',
    'sum of',
    'the sum of',
    'sum',
    'add up',
    'amount of',
    'total',
    'total of',
    'the total',
    'average',
    'the average',
    'mean',
    'median',
    'what is the average',
    'what was the average',
    'what is the',
    'what was the',
    'what were the',
    'what is the median',
    'what did we take in',
    'what did we make',
    'how many',
    'show',
    'show me',
    'give me',
    '+compare',
    '+did we take',
    '+did we collect',
    '+have we collected',
    '+we collected',
    '+did we receive',
    '+have we received',
    '+did we bring in',
    '+were collected',
    '+was collected',
    '+did we get',
    '+have we taken',
    '+do we have',
    '+came in',
    '+we took',
  ],
  examples: [
    {
      says: 'how much dues did we take last quarter',
      arguments: { measure: { money: 'dues', currency: 'USD', window: { calendar: 'quarter', offset: -1 } } },
    },
    {
      says: 'average tenure of active members',
      arguments: {
        measure: { field: 'tenure' },
        statistic: 'average',
        definition: { op: 'field', field: 'status', test: { in: ['active'] } },
      },
    },
    {
      says: 'total donations this year by chapter',
      arguments: {
        measure: { money: 'donated', currency: 'USD', window: { calendar: 'year', offset: 0 } },
        statistic: 'total',
        by: [{ field: 'chapter' }],
      },
    },
    {
      says: 'median engagement of lapsed members',
      arguments: {
        measure: { field: 'engagement' },
        statistic: 'median',
        definition: { op: 'field', field: 'status', test: { in: ['lapsed'] } },
      },
    },
  ],
  async run({ measure: given, statistic, definition, by, order }, context) {
    const { actor, database } = context;
    const isAggregate = !may(actor, 'people.read');
    const view = await viewOf(context);
    const vocabulary = await context.vocabulary();
    const measured = checkMeasure(given, vocabulary);
    if (measureIsMoney(measured)) requireMoney(actor);
    requireKeys(actor, by);
    const figure = statistic ?? usualStatistic(measured);
    if (isAggregate && (figure === 'largest' || figure === 'smallest')) throw new OfOnePerson();
    const people = definition ?? ('field' in measured || figure === 'per_member' ? usually(by) : undefined);
    const { definition: checked, id, said } = await describe(people ?? EVER_KNOWN, view, context);
    const found = await measure(database, checked, view, measured, figure, by && { keys: by, vocabulary });
    const cells = found.groups?.cells ?? [];
    const asked = { id, definition: checked, measure: measured, statistic: figure, by };
    const hidden = await toldFigures(found, asked, view, context);
    // With an odd number of people the median is one person's own figure, which few enough would know to be somebody's.
    const isOfFew = ({ contributing }: Pick<Figure, 'contributing'>): boolean =>
      isAggregate && figure === 'median' && contributing > 0 && contributing < FEWEST_OF_MEDIAN;
    const shown = (one: Shows, isHidden: boolean, currency = found.currency) =>
      figureOf(one, isHidden, currency, actor);
    const groups = inOrder(
      cells.map((cell, index) => ({
        cell,
        values: [...cell.labels],
        ...shown(cell, hidden.cells.has(index) || isOfFew(cell)),
      })),
      order,
    ).map(({ cell: _, ...group }) => group);
    const shownOf = shownGroups(groups, { isByTime: !order && found.groups?.keys[0]?.by !== undefined });
    const answer = {
      definition: id,
      said: people ? said.text : 'everybody on record',
      measured: sayMeasure(measured, { perspective: view, vocabulary, naming: () => undefined }),
      statistic: figure,
      unit: found.unit,
      ...(found.currency && { currency: found.currency }),
      assumptions: [
        ...(people ? said.assumptions : []),
        ...measureNotes(measured, { perspective: view, vocabulary, naming: () => undefined }),
        ...(figure === 'per_member' ? ['per member: everybody counts, whoever has none as 0'] : []),
      ],
      asOf: view.calendar.today,
      whole: shown(found, hidden.total || isOfFew(found)),
      by: found.groups?.keys.map(({ label, by: period }) => (period ? `${label} by ${period}` : label)) ?? [],
      ...shownOf,
      groups: [...shownOf.groups],
      others: found.otherCurrencies.map(({ currency, members, value }) => ({
        currency,
        ...shown(
          { value, withValue: members },
          (isAggregate && isSmallCell(members)) || isOfFew({ contributing: members }),
          currency,
        ),
      })),
      ...(found.unknown > 0 && !(isAggregate && isSmallCell(found.unknown)) && { unknown: found.unknown }),
    };
    await measureReceipts(answer, view.readAt, context);
    return answer;
  },
  words(answer) {
    const { said, measured, statistic, whole, by, groups, leftOut, from, unknown, assumptions, asOf, others } = answer;
    const isHidden = [whole, ...groups].some(({ withheld }) => withheld);
    return [
      `${statisticWords[statistic] ?? statistic} of ${measured}, ${said} (as of ${asOf}): ${figureWords(whole, answer)}.`,
      ...(by.length > 0 ? [`By ${by.join(' and ')}:`] : []),
      ...groups.map((group) => `- ${group.values.join(', ')}: ${figureWords(group, answer)}`),
      ...(leftOut > 0
        ? [
            from === undefined
              ? `(${listed(leftOut, 'further group is', 'further groups are')} left out; ask for a narrower description.)`
              : `(Shown from ${from} on; ${listed(leftOut, 'earlier group is', 'earlier groups are')} left out.)`,
          ]
        : []),
      ...others.map(
        (other) =>
          `${statisticWords[statistic] ?? statistic} in ${other.currency}, which is never added: ${figureWords(other, { ...answer, currency: other.currency })}.`,
      ),
      ...(isHidden
        ? [
            'Figures of fewer than five people, and those that would give them away, are not shown without the right to see people.',
          ]
        : []),
      ...(unknown ? [`Unknown, because something is not recorded: ${sayNumber(unknown)}.`] : []),
      ...assumptions.map((note) => `Note: ${note}.`),
    ].join('\n');
  },
});

function usualStatistic(measured: Measured): 'total' | 'average' | 'median' {
  if (!('field' in measured)) return 'total';
  return fieldNamed(measured.field)?.type === 'day' ? 'median' : 'average';
}

const statisticWords: Readonly<Record<string, string>> = {
  total: 'Total',
  average: 'Average',
  per_member: 'Average per member',
  median: 'Median',
  largest: 'Largest',
  smallest: 'Smallest',
};
