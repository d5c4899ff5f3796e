import * as z from 'zod';
import { HiddenByRights } from '../../src/access/refusals.js';
import type { Actor } from '../../src/domain/actor.js';
import { ExpectedError } from '../../src/errors.js';
import { findMembers as findByName } from '../../src/members/find.js';
import { memberLines } from '../../src/members/line.js';
import { checkMeasure } from '../../src/population/check.js';
import type { Definition, Measure as MeasureOf } from '../../src/population/definition.js';
import { count } from '../../src/population/evaluate.js';
import { list } from '../../src/population/list.js';
import { sayMeasure } from '../../src/population/measure-words.js';
import { measureIsMoney } from '../../src/population/money-asked.js';
import { defineTool, type ToolContext } from '../define.js';
import { amountWords, bandWords, moneySight, requireMoney } from '../money.js';
import { Cursor, Limit, Measure, Order, People, PersonName, toolInput } from '../parameters.js';
import { viewOf } from '../perspective.js';
import { figure, those } from '../saying.js';
import { describe } from './described.js';
import { Line, lineOf, lineWords } from './line-words.js';
import { PersonNotFound } from './one-person.js';

const USUAL_ROWS = 10;

class NobodyDescribed extends ExpectedError {
  readonly kind = 'nobody_described';
  constructor() {
    super('Give either a name or a description of people.', 'Give exactly one of name and definition.');
  }
}

const Output = z.strictObject({
  definition: z.string().optional().describe('Content address of the description; none for a name.'),
  people: z.array(Line.extend({ value: z.string().optional().describe('What they are ordered by.') })),
  /** How many there are altogether; the list holds some of them. */
  total: z.number().int(),
  leftOut: z.number().int(),
  /** Whom it is about, in words. */
  said: z.string(),
  assumptions: z.array(z.string()),
  unknown: z.number().int(),
  orderedBy: z.string().optional(),
  isGoingOn: z.boolean().describe('A further page.'),
  cursor: z.string().optional(),
});
type Output = z.infer<typeof Output>;

export const findMembers = defineTool({
  name: 'find_members',
  title: 'Find people by name, or list those who meet a description',
  description:
    'Who: one person or organisation by name, pseudonym, iMIS id or e-mail address, or a list of those who meet a description, also in the order of a number, a day, an amount of money or how often something happened. Lists 10 unless a limit says otherwise, without sort in no order. Gives one line each: pseudonym, status, tier, chapter, place, and what it is ordered by. For everything known of one member use member_profile; for how many use count_members; by category group_members.',
  input: toolInput(
    {
      definition: People.optional(),
      name: PersonName.optional(),
      sort: Measure.optional()
        .describe('What the list is ordered by: a number or a day of the catalogue, money, how often, or a sum.')
        .meta({ slot: 'Measure' }),
      order: Order.optional(),
      limit: Limit.optional(),
      cursor: Cursor.optional(),
    },
    { oneOf: [['definition', 'name']], bare: ['Cond'] },
  ),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'list',
    'find',
    '~list',
    'show',
    'show me',
    'who',
    'who are',
    'which',
    'pull up',
    'pull',
    'give me',
    'get me',
    'get',
    'names of',
    'find me',
    'look up',
    'search for',
    'search',
    'locate',
    'identify',
    'display',
    'see',
  ],
  examples: [
    {
      says: 'list lapsed members',
      arguments: { definition: { op: 'field', field: 'status', test: { in: ['lapsed'] } } },
    },
    {
      says: 'active members without an email address',
      arguments: {
        definition: {
          op: 'all',
          of: [
            { op: 'field', field: 'email', test: { recorded: false } },
            { op: 'field', field: 'status', test: { in: ['active'] } },
          ],
        },
      },
    },
    { says: 'find {name}', arguments: { name: '{name}' } },
    {
      says: 'show me the first 5 members in grace',
      arguments: { definition: { op: 'field', field: 'status', test: { in: ['grace'] } }, limit: 5 },
    },
    {
      says: 'organisations with more than 500 people',
      arguments: {
        definition: {
          op: 'all',
          of: [
            { op: 'field', field: 'kind', test: { in: ['organization'] } },
            { op: 'field', field: 'employees', test: { is: 'gt', value: 500 } },
            { op: 'field', field: 'status', test: { in: ['active', 'grace'] } },
          ],
        },
      },
    },
    {
      says: 'list active members sorted by engagement, lowest first',
      arguments: {
        definition: { op: 'field', field: 'status', test: { in: ['active'] } },
        sort: { field: 'engagement' },
        order: 'asc',
      },
    },
  ],
  run: async ({ definition, name, ...page }, context) => {
    if (definition !== undefined && name === undefined) return await described(definition, page, context);
    if (definition !== undefined || name === undefined) throw new NobodyDescribed();
    return await named(name, context);
  },
  words({ people, total, leftOut, said, assumptions, unknown, orderedBy, isGoingOn, cursor }) {
    if (total === 0) return [`${those(0, said)}.`, ...notes(unknown, assumptions)].join('\n');
    const order = orderedBy ? `ordered by ${orderedBy}` : 'in no particular order';
    const shown = leftOut > 0 || isGoingOn ? `; ${people.length} of them, ${order}` : orderedBy ? `; ${order}` : '';
    return [
      `${those(total, said)}${shown}:`,
      ...people.map((line) => `- ${lineWords(line)}${line.value === undefined ? '' : `; ${line.value}`}`),
      ...(cursor === undefined ? [] : [`To go on use cursor ${cursor}.`]),
      ...notes(unknown, assumptions),
    ].join('\n');
  },
});

const notes = (unknown: number, assumptions: readonly string[]): string[] => [
  ...(unknown ? [`Unknown, because something is not recorded: ${figure(unknown)}.`] : []),
  ...assumptions.map((note) => `Note: ${note}.`),
];

interface Wanted {
  readonly sort?: MeasureOf | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

async function described(
  definition: Definition,
  { sort, order = 'desc', limit = USUAL_ROWS, cursor }: Wanted,
  context: ToolContext,
): Promise<Output> {
  const { database, actor } = context;
  const view = await viewOf(context);
  const vocabulary = await context.vocabulary();
  const by = sort && checkMeasure(sort, vocabulary);
  if (by && measureIsMoney(by)) requireMoney(actor);
  const { definition: checked, id, said } = await describe(definition, view, context);
  const counts = await count(database, checked, view);
  const found = await list(database, checked, view, { limit, cursor, ...(by && { sort: { by, direction: order } }) });
  const lines = await memberLines(database, found.memberIds, { ...view, today: view.calendar.today });
  const people = lines.map((line, index) => {
    const value = by && valueWords(found.values?.[index] ?? null, by, actor);
    return { ...lineOf(line), ...(value !== undefined && { value }) };
  });
  const { text, single, assumptions } = said;
  const evidence = { definition: id, asOf: view.calendar.today, readAt: view.readAt };
  // Rules that were taken for granted belong to whom is listed.
  await context.receipt({
    ...evidence,
    value: counts.in,
    unit: 'members',
    population: [text, ...assumptions].join('; '),
  });
  if (people.length < counts.in)
    await context.receipt({
      ...evidence,
      value: people.length,
      unit: 'members shown',
      population: `some of the ${text}`,
    });
  if (counts.unknown)
    await context.receipt({
      ...evidence,
      value: counts.unknown,
      unit: 'members',
      population: `${text}: unknown, something is not recorded`,
    });
  const orderedBy =
    by &&
    `${sayMeasure(by, { perspective: view, vocabulary, naming: () => undefined })}, ${order === 'asc' ? 'lowest' : 'highest'} first`;
  if (by && orderedBy)
    await context.receipt({
      ...evidence,
      value: people.length,
      unit: 'values shown',
      population: `${text}, ordered by ${orderedBy}: ${people.map((line) => `${line.member} ${line.value}`).join('; ')}`,
    });
  return {
    definition: id,
    people,
    total: counts.in,
    leftOut: counts.in - people.length,
    said: counts.in === 1 ? single : text,
    assumptions: [...assumptions],
    unknown: counts.unknown,
    ...(orderedBy && { orderedBy }),
    isGoingOn: cursor !== undefined,
    ...(found.cursor && { cursor: found.cursor }),
  };
}

/** What somebody is ordered by, as the actor may see it. */
function valueWords(value: string | null, by: MeasureOf, actor: Actor): string {
  if (value === null) return 'not recorded';
  if (!('money' in by)) return Number.isFinite(Number(value)) ? figure(Number(value)) : value;
  const minor = Number(value);
  return moneySight(actor, 'one') === 'bands' ? bandWords(minor, by.currency) : amountWords(minor, by.currency);
}

/** By name: everybody who bears it, as far as the actor may see. */
async function named(who: string, context: ToolContext): Promise<Output> {
  const { database, actor, clock, settings } = context;
  const found = await findByName(database, {
    actor,
    who,
    today: clock.today(),
    graceDays: settings.association.graceDays,
  });
  const lines = found.kind === 'one' ? [found.member] : found.kind === 'several' ? found.members : [];
  if (lines.length === 0) {
    const near = found.kind === 'near' ? found.members : [];
    if (found.kind === 'hidden') throw new HiddenByRights();
    throw new PersonNotFound(near);
  }
  const total = found.kind === 'several' ? found.total : 1;
  const { readAt, calendar } = await viewOf(context);
  const population = 'records that bear the name asked for';
  await context.receipt({ value: total, unit: 'records', asOf: calendar.today, readAt, population });
  if (lines.length < total)
    await context.receipt({ value: lines.length, unit: 'records shown', asOf: calendar.today, readAt, population });
  return {
    people: lines.map(lineOf),
    total,
    leftOut: total - lines.length,
    said: total === 1 ? 'record of that name' : 'records of that name',
    assumptions: [],
    unknown: 0,
    isGoingOn: false,
  };
}
