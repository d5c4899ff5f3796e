import * as z from 'zod';
import type { Definition, GroupKey } from '../../src/population/definition.js';
import { type Cell, groupBy } from '../../src/population/group-by.js';
import { defineTool, type ToolContext } from '../define.js';
import { GroupBy, Limit, Order, People, Shares, toolInput } from '../parameters.js';
import { viewOf } from '../perspective.js';
import { figure, listed, those } from '../saying.js';
import { describe } from './described.js';
import { requireKeys } from './keys-by-right.js';
import { percentOf, percentWords } from './shares.js';
import { shownGroups } from './shown-groups.js';
import { toldGroups } from './told.js';

export const MEMBERS: Definition = { op: 'field', field: 'status', test: { in: ['active', 'grace'] } };

/** Whom a grouping without a description is about: where the status tells them apart, everybody. */
export const usually = (by: readonly GroupKey[] = []): Definition =>
  by.some(({ field }) => field === 'status') ? { op: 'everyone' } : MEMBERS;

const Output = z.strictObject({
  definition: z.string(),
  said: z.string(),
  by: z.array(z.string()),
  assumptions: z.array(z.string()),
  asOf: z.string(),
  total: z.number().int().optional().describe('Left out where it would give away a group that is not shown.'),
  groups: z.array(
    z.strictObject({
      /** One for each key, as it is shown. */
      values: z.array(z.string()),
      members: z.number().int().optional().describe('Left out: fewer than five, or would give such a group away.'),
      percent: z.number().optional().describe('Of the total.'),
    }),
  ),
  from: z.string().optional().describe('Of periods of which earlier ones are left out: the first shown.'),
  leftOut: z.number().int().describe('Groups beyond the limit.'),
  overlaps: z.boolean(),
  unknown: z.number().int().optional(),
});
type Output = z.infer<typeof Output>;

export const groupMembers = defineTool({
  name: 'group_members',
  title: 'Count people by category or period',
  description:
    'How many people and organisations meet a description in each tier, chapter, state, status, month of joining and so on: one or two things to group by. Use it for "by", "per", "for each" and "which chapter has most". Without a description: members, active and in grace; by status everybody on record. For one number use count_members; for amounts or averages by group use measure_members.',
  input: toolInput(
    {
      by: GroupBy,
      definition: People.optional(),
      order: Order.optional(),
      limit: Limit.optional(),
      shares: Shares.optional(),
    },
    { bare: ['GroupBy'] },
  ),
  output: Output,
  effect: 'read',
  permission: 'aggregates.read',
  triggers: [
    'break down',
    'breakdown',
    'breakdown of',
    'a breakdown of',
    'split',
    'split of',
    'group',
    '~group',
    'distribution of',
    'spread of',
    'mix of',
    'make up of',
    'composition of',
    'compare',
    'table of',
    'summary of',
    'count',
    'how many',
    'number of',
    'tally',
    'show',
    'show me',
    'list',
    'give me',
    '+in each',
    '+for each',
    '+per',
    '+by',
    '+by each',
  ],
  examples: [
    {
      says: 'active members by tier',
      arguments: {
        by: [{ field: 'tier' }],
        definition: { op: 'field', field: 'status', test: { in: ['active'] } },
      },
    },
    {
      says: 'how many members by chapter and tier',
      arguments: {
        by: [{ field: 'chapter' }, { field: 'tier' }],
        definition: { op: 'field', field: 'status', test: { in: ['active', 'grace'] } },
      },
    },
    {
      says: 'members who joined last quarter, by chapter',
      arguments: {
        by: [{ field: 'chapter' }],
        definition: {
          op: 'all',
          of: [
            { op: 'field', field: 'joined', test: { within: { calendar: 'quarter', offset: -1 } } },
            { op: 'field', field: 'status', test: { in: ['active', 'grace'] } },
          ],
        },
      },
    },
    {
      says: 'lapsed members by month of expiry',
      arguments: {
        by: [{ field: 'expires', by: 'month' }],
        definition: { op: 'field', field: 'status', test: { in: ['lapsed'] } },
      },
    },
  ],
  async run({ by, definition, order, limit, shares }, context) {
    requireKeys(context.actor, by);
    const view = await viewOf(context);
    const { definition: checked, id, said, vocabulary } = await describe(definition ?? usually(by), view, context);
    const found = await groupBy(context.database, checked, view, by, { vocabulary });
    const sorted = order ? inOrder(found.cells, order) : found.cells;
    const whom = { id, definition: checked, by };
    const { hidden, isUnknownTold } = await toldGroups({ ...found, cells: sorted }, whom, view, context);
    const groups = sorted.map(({ labels, count }, index) => {
      const percent = hidden.total || !shares ? undefined : percentOf(count, found.total);
      return {
        values: [...labels],
        ...(!hidden.cells.has(index) && { members: count, ...(percent !== undefined && { percent }) }),
      };
    });
    const isByTime = !order && found.keys[0]?.by !== undefined;
    const shown = shownGroups(groups, { limit, isByTime });
    const isUnknownShown = found.unknown > 0 && isUnknownTold;
    const answer = {
      definition: id,
      said: found.total === 1 && !hidden.total ? said.single : said.text,
      by: found.keys.map(({ label, by: period }) => (period ? `${label} by ${period}` : label)),
      assumptions: [...said.assumptions],
      asOf: view.calendar.today,
      ...(!hidden.total && { total: found.total }),
      groups: [...shown.groups],
      leftOut: shown.leftOut,
      ...(shown.from !== undefined && { from: shown.from }),
      overlaps: found.overlaps,
      ...(isUnknownShown && { unknown: found.unknown }),
    };
    await receiptsFor(answer, view.readAt, context);
    return answer;
  },
  words({ said, by, total, groups, leftOut, from, overlaps, unknown, assumptions, asOf }) {
    const isHidden = groups.some(({ members }) => members === undefined);
    const whole = total === undefined ? `Of the ${said}` : those(total, said);
    return [
      `${whole} (as of ${asOf}), by ${by.join(' and ')}:`,
      ...(groups.length === 0 ? ['- nobody'] : []),
      ...groups.map(
        ({ values, members, percent }) =>
          `- ${values.join(', ')}: ${members === undefined ? 'not shown' : figure(members)}${percent === undefined ? '' : ` (${percentWords(percent)})`}`,
      ),
      ...(leftOut > 0
        ? [
            from === undefined
              ? `(${listed(leftOut, 'further group is', 'further groups are')} left out; ask for more, or for a narrower description.)`
              : `(Shown from ${from} on; ${listed(leftOut, 'earlier group is', 'earlier groups are')} left out.)`,
          ]
        : []),
      ...(overlaps ? ['Somebody may stand in several of these, so that they add up to more than the whole.'] : []),
      ...(isHidden
        ? [
            'Groups of fewer than five, and those that would give them away, are not shown without the right to see people.',
          ]
        : []),
      ...(unknown ? [`Unknown, because something is not recorded: ${figure(unknown)}.`] : []),
      ...assumptions.map((note) => `Note: ${note}.`),
    ].join('\n');
  },
});

const inOrder = (cells: readonly Cell[], order: 'asc' | 'desc'): Cell[] =>
  [...cells].sort((left, right) => (order === 'asc' ? left.count - right.count : right.count - left.count));

/** One receipt for every number of the words. */
async function receiptsFor(
  { definition, said, assumptions, by, total, groups, unknown, leftOut }: Output,
  readAt: string,
  context: ToolContext,
): Promise<void> {
  const asOf = context.clock.today();
  const within = context.actor.scope.kind === 'everyone' ? '' : ', in the chapters you see';
  const give = (value: number, unit: string, population: string) =>
    context.receipt({ value, unit, definition, asOf, readAt, population: `${population}${within}` });
  // Rules that were taken for granted belong to whom was counted.
  const whole = [said, ...assumptions].join('; ');
  await (total === undefined ? give(groups.length, 'groups', whole) : give(total, 'members', whole));
  for (const { values, members, percent } of groups) {
    const group = `${said}: ${by.map((key, index) => `${key} ${values[index]}`).join(', ')}`;
    if (members !== undefined) await give(members, 'members', group);
    if (percent !== undefined) await give(percent, '%', `${group}; share of ${total}`);
  }
  if (unknown) await give(unknown, 'members', `${said}: unknown, something is not recorded`);
  if (leftOut > 0) await give(leftOut, 'groups', `of ${said} by ${by.join(' and ')}, left out`);
}
