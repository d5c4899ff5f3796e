import * as z from 'zod';
import { sayInstant } from '../../src/domain/instant.js';
import { ExpectedError } from '../../src/errors.js';
import { definitionInWords } from '../../src/population/keep.js';
import { latestReceipts } from '../../src/receipts/latest.js';
import { open, ReceiptUnknown } from '../../src/receipts/open.js';
import { defineTool, type Tool, type ToolContext } from '../define.js';
import { RecordId, toolInput } from '../parameters.js';
import { viewOf } from '../perspective.js';
import { figure } from '../saying.js';
import { computeAgain } from './compute-again.js';

const NAME = 'open_receipt';
const MOST_OPENED = 6;

class NoReceipts extends ExpectedError {
  readonly kind = 'no_receipts';
  constructor() {
    super('No number has been given here yet.', 'Ask for something first, or give the id of a receipt (R-...).');
  }
}

const Opened = z.strictObject({
  id: z.string(),
  value: z.number(),
  unit: z.string(),
  population: z.string(),
  tool: z.string(),
  asOf: z.string(),
  readAt: z.string().describe("In the association's time."),
  definition: z.string().optional(),
  conditions: z.array(z.string()),
  again: z.number().optional(),
  notAgain: z.string().optional().describe('Why it could not be computed again.'),
});

type Opened = z.infer<typeof Opened>;

const Output = z.strictObject({ receipts: z.array(Opened), leftOut: z.number().int() });

/** Knows the other tools, by which a number is computed again. */
export const openReceiptWith = (tools: readonly Tool[]): Tool =>
  defineTool({
    name: NAME,
    title: 'Where a number came from',
    description:
      'How a number that a tool gave is known: who was counted, condition by condition, as of which day, when iMIS was read, and the number computed again now. By its id (R-...), or without one the numbers given last. Use it for "how do you know", "where is that from", "are you sure".',
    input: toolInput({ receipt: RecordId.optional() }),
    output: Output,
    effect: 'read',
    permission: 'everybody',
    triggers: [
      'how do you know',
      'how do you know that',
      'how do you know this',
      'where does that come from',
      'where does',
      'where did',
      'where is',
      'where does that number come from',
      'where does this number come from',
      'where did you get that',
      'where did that come from',
      'what is the source',
      "what's the source",
      'source of that',
      'are you sure',
      'how did you get that',
      'how did you count',
      'how was that computed',
      'how is that computed',
      'prove it',
      'explain that number',
      'open receipt',
      'open the receipt',
      'receipt',
      'show',
      'show me',
      'open',
      '+receipt',
      '+the receipt',
      '+about',
      '+that',
      '+come from',
      '+came from',
      '+comes from',
      '+from',
      '+mean',
    ],
    examples: [
      { says: 'open receipt R-7F3KQ2', arguments: { receipt: 'R-7F3KQ2' } },
      { says: 'how do you know', arguments: {} },
      { says: 'where does that number come from', arguments: {} },
    ],
    async run({ receipt }, context) {
      const { actor, database, thread } = context;
      const ids =
        receipt === undefined
          ? await latestReceipts(database, { thread, actorId: actor.id, except: NAME })
          : [receipt.toUpperCase()];
      if (ids.length === 0) throw new NoReceipts();
      const shown = ids.slice(0, MOST_OPENED);
      const receipts: Opened[] = [];
      for (const id of shown) receipts.push(await opened(id, tools, context));
      return { receipts, leftOut: ids.length - shown.length };
    },
    words: ({ receipts, leftOut }) =>
      [
        ...receipts.flatMap(receiptLines),
        ...(leftOut > 0 ? ['The other numbers of that answer are opened by their ids.'] : []),
      ].join('\n'),
  }) as unknown as Tool;

/** For the person it was given to. Throws ReceiptUnknown for everybody else. */
async function opened(id: string, tools: readonly Tool[], context: ToolContext): Promise<Opened> {
  const { actor, clock, database } = context;
  const receipt = await open(database, id);
  if (receipt.actorId !== actor.id) throw new ReceiptUnknown();
  const view = await viewOf(context);
  const then = { ...view, calendar: { ...view.calendar, today: receipt.asOf } };
  const conditions = receipt.definition
    ? await definitionInWords(database, receipt.definition, then, await context.vocabulary())
    : undefined;
  const again = await computeAgain(receipt, tools, context);
  const { value, unit, population, tool, asOf, readAt, definition } = receipt;
  // What is said again here is a number of this conversation too.
  const evidence = { unit, population, ...(definition && { definition }) };
  await context.receipt({ ...evidence, value, asOf, readAt });
  if ('value' in again && again.value !== value)
    await context.receipt({ ...evidence, value: again.value, asOf: clock.today(), readAt: view.readAt });
  return {
    id,
    value,
    unit,
    population,
    tool,
    asOf,
    readAt: sayInstant(readAt, clock.timeZone),
    ...(definition && { definition }),
    conditions: [...(conditions ?? [])],
    ...('value' in again ? { again: again.value } : { notAgain: again.why }),
  };
}

function receiptLines({
  id,
  value,
  unit,
  population,
  tool,
  asOf,
  readAt,
  conditions,
  again,
  notAgain,
}: Opened): string[] {
  const now =
    again === undefined
      ? `It was not computed again: ${notAgain}`
      : again === value
        ? 'Computed again now, it is the same.'
        : `Computed again now, it is ${figure(again)}.`;
  return [
    `${id}: ${figure(value)} ${unit}, ${population}.`,
    `  Computed by ${tool} as of ${asOf} from data read from iMIS at ${readAt}. ${now}`,
    ...conditions.map((condition) => `  - ${condition}`),
  ];
}
