import * as z from 'zod';
import { may } from '../../src/access/require.js';
import type { Definition } from '../../src/population/definition.js';
import { count } from '../../src/population/evaluate.js';
import { defineTool, type ToolContext } from '../define.js';
import { People, toolInput, Whole } from '../parameters.js';
import { type View, viewOf } from '../perspective.js';
import { figure, listed, those } from '../saying.js';
import { describe } from './described.js';
import { percentOf, percentWords } from './shares.js';
import { isSmallCell, type LargeCells } from './small-cells.js';
import { toldCount } from './told.js';

const Output = z.strictObject({
  /** Content address of the definition. */
  definition: z.string(),
  said: z.string(),
  assumptions: z.array(z.string()),
  asOf: z.string(),
  counts: z
    .strictObject({
      in: z.number().int(),
      unknown: z.number().int().optional(),
      people: z.number().int().optional(),
      organizations: z.number().int().optional(),
      inGrace: z.number().int().optional(),
      withheld: z.array(z.enum(['kinds', 'unknown', 'inGrace'])).describe('Parts of fewer than five, not shown.'),
    })
    .optional()
    .describe('Left out where the actor sees aggregates only and fewer than five are in.'),
  share: z
    .strictObject({ of: z.number().int(), said: z.string(), percent: z.number().optional() })
    .optional()
    .describe(
      'Where a share was asked for: the whole and the percentage; left out where it would give away fewer than five.',
    ),
  isShareHidden: z.boolean().optional(),
});

export const countMembers = defineTool({
  name: 'count_members',
  title: 'Count people who meet a description',
  description:
    'How many people and organisations meet a description: in, unknown (not recorded), people and organisations apart, and those in grace beside the active. Use it for any "how many", and with outOf for "what percent of these are those". To see who they are use find_members. Conditions of amounts, payments and debts need the right to see money; having bought, given or sponsored something does not.',
  input: toolInput({ definition: People, outOf: Whole.optional() }),
  output: Output,
  effect: 'read',
  permission: 'aggregates.read',
  triggers: [
    'figure for',
    'the figure for',
    'figures for',
    'a figure for',
    'head count of',
    'tally of',
    'a tally of',
    'the tally of',
    'tally up',
    'count up',
    'our count of',
    'the count of',
    'what is our count of',
    'what is the count of',
    'what is our tally of',
    'what is the headcount of',
    'what is our headcount of',
    'what is the figure for',
    'what number of',
    'how large is the number of',
    'how big is the group of',
    'how large is the group of',
    'number for',
    'give me the number of',
    'give me the number for',
    'give me a number for',
    'give me a count of',
    'give me a count for',
    'give me the count of',
    'just the count of',
    'just the number of',
    'just the count',
    'just the number',
    'size of the group of',
    'total headcount of',
    'total count of',
    'the total number of',
    'population of',
    'volume of',
    'tot up',
    'no of',
    'nr of',
    'num of',
    'quantity of',
    'count',
    'how many',
    '~count',
    'number of',
    'the number of',
    'headcount',
    'head count',
    'count of',
    'total number of',
    'tally',
    'how large is',
    'how big is',
    'what is the number of',
    'total',
    'total of',
    'the total',
    'in total',
    'membership count',
    'member count',
    'headcount of',
    'headcount for',
    'size of',
  ],
  examples: [
    {
      says: 'how many active members do we have',
      arguments: { definition: { op: 'field', field: 'status', test: { in: ['active'] } } },
    },
    {
      says: 'count lapsed members',
      arguments: { definition: { op: 'field', field: 'status', test: { in: ['lapsed'] } } },
    },
    {
      says: 'how many members joined last quarter',
      arguments: {
        definition: {
          op: 'all',
          of: [
            { op: 'field', field: 'joined', test: { within: { calendar: 'quarter', offset: -1 } } },
            { op: 'field', field: 'status', test: { in: ['active', 'grace'] } },
          ],
        },
      },
    },
  ],
  async run({ definition, outOf }, context) {
    const view = await viewOf(context);
    const asked: Definition = outOf ? { op: 'all', of: [outOf, definition] } : definition;
    const { definition: checked, id, said } = await describe(asked, view, context);
    const counts = await count(context.database, checked, view);
    const { text, single, assumptions } = said;
    const answer = {
      definition: id,
      said: counts.in === 1 ? single : text,
      assumptions: [...assumptions],
      asOf: view.calendar.today,
    };
    const shown = await toldCount(counts, id, checked, view, context);
    if (!shown) return { ...answer, said: text };
    // Rules that were taken for granted belong to whom was counted.
    const population = [text, ...assumptions].join('; ');
    await receiptsFor(shown, { definition: answer.definition, said: text, population, readAt: view.readAt }, context);
    const whole = outOf && (await shareOf(counts.in, outOf, view, context));
    return {
      ...answer,
      counts: { ...shown, withheld: [...shown.withheld] },
      ...(whole && { share: whole }),
      ...(outOf && !whole && { isShareHidden: true }),
    };
  },
  words({ said, assumptions, asOf, counts, share, isShareHidden }) {
    const day = `as of ${asOf}`;
    if (!counts)
      return `There are fewer than five ${said} (${day}); so few are not shown without the right to see people.`;
    const { people, organizations, inGrace, unknown, withheld } = counts;
    const kinds =
      people === undefined || organizations === undefined
        ? 'people and organisations apart are not shown, since one of them is fewer than five'
        : `${listed(people, 'person', 'people')} and ${listed(organizations, 'organisation', 'organisations')}`;
    const lines = [
      `${those(counts.in, said)} (${day}): ${kinds}.`,
      ...shareWords(share, isShareHidden),
      ...(inGrace ? [`In grace beside them: ${figure(inGrace)}.`] : []),
      ...(withheld.includes('inGrace') ? ['In grace beside them: fewer than five.'] : []),
      ...(unknown ? [`Unknown, because something is not recorded: ${figure(unknown)}.`] : []),
      ...(withheld.includes('unknown') ? ['Unknown, because something is not recorded: fewer than five.'] : []),
      ...assumptions.map((note) => `Note: ${note}.`),
    ];
    return lines.join('\n');
  },
});

type Share = NonNullable<z.infer<typeof Output>['share']>;

/** The whole and the percentage, each with a receipt; undefined where the rest would be too few to be shown. */
async function shareOf(part: number, outOf: Definition, view: View, context: ToolContext): Promise<Share | undefined> {
  const { definition, id, said } = await describe(outOf, view, context);
  const counts = await count(context.database, definition, view);
  const whole = counts.in;
  if (!may(context.actor, 'people.read')) {
    if (isSmallCell(whole - part) || (whole > 0 && !(await toldCount(counts, id, definition, view, context))))
      return undefined;
  }
  const evidence = { definition: id, asOf: view.calendar.today, readAt: view.readAt };
  const within = context.actor.scope.kind === 'everyone' ? '' : ', in the chapters you see';
  await context.receipt({ ...evidence, value: whole, unit: 'members', population: `${said.text}${within}` });
  const percent = percentOf(part, whole);
  if (percent === undefined) return { of: whole, said: said.text };
  await context.receipt({
    ...evidence,
    value: percent,
    unit: '%',
    population: `share: ${part} of ${whole} ${said.text}${within}`,
  });
  return { of: whole, said: said.text, percent };
}

const shareWords = (share: Share | undefined, isHidden: boolean | undefined): string[] => {
  if (isHidden) return ['The share is not shown: those left over, or the whole, are fewer than five.'];
  if (!share) return [];
  if (share.percent === undefined) return [`There are no ${share.said}, so there is no share.`];
  return [`That is ${percentWords(share.percent)} of ${figure(share.of)} ${share.said}.`];
};

interface Counted {
  readonly definition: string;
  readonly said: string;
  readonly population: string;
  readonly readAt: string;
}

/** One receipt for every number the words may hold, and for no other. */
async function receiptsFor(
  counts: LargeCells,
  { definition, said, population: whole, readAt }: Counted,
  context: ToolContext,
): Promise<void> {
  const asOf = context.clock.today();
  const within = context.actor.scope.kind === 'everyone' ? '' : ', in the chapters you see';
  const give = (value: number, unit: string, population: string) =>
    context.receipt({ value, unit, definition, asOf, readAt, population: `${population}${within}` });
  await give(counts.in, 'members', whole);
  if (counts.people !== undefined) await give(counts.people, 'people', said);
  if (counts.organizations !== undefined) await give(counts.organizations, 'organisations', said);
  if (counts.inGrace) await give(counts.inGrace, 'members in grace', `${said}, in grace instead of active`);
  if (counts.unknown) await give(counts.unknown, 'members', `${said}: unknown, something is not recorded`);
}
