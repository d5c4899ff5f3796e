import * as z from 'zod';
import { defineTool, type Tool } from '../define.js';
import { RecordId, toolInput } from '../parameters.js';

const Opened = z.strictObject({
  id: z.string(),
  value: z.number(),
  unit: z.string(),
  population: z.string(),
  tool: z.string(),
  asOf: z.string(),
  readAt: z.string(),
  definition: z.string().optional(),
  conditions: z.array(z.string()),
  again: z.number().optional(),
  notAgain: z.string().optional().describe('Why it could not be computed again.'),
});

const Output = z.strictObject({ receipts: z.array(Opened), leftOut: z.number().int() });

/** Knows the other tools, by which a number is computed again. */
export const openReceiptWith = (tools: readonly Tool[]): Tool =>
  defineTool({
    name: 'open_receipt',
    title: 'Where a number came from',
    description:
      'How a number of this conversation is known: who was counted, condition by condition, as of which day, when iMIS was read, and the number computed again now. By its id (R-...), or without one the numbers of the latest answer. Use it for "how do you know", "where is that from", "are you sure".',
    input: toolInput({ receipt: RecordId.optional() }),
    output: Output,
    effect: 'read',
    permission: 'everybody',
    triggers: [
      'how do you know',
      'how do you know that',
      'how do you know this',
      'where does that come from',
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
    ],
    examples: [
      { says: 'open receipt R-7F3KQ2', arguments: { receipt: 'R-7F3KQ2' } },
      { says: 'how do you know', arguments: {} },
      { says: 'where does that number come from', arguments: {} },
    ],
    run: () => Promise.reject(new Error(`declared beside ${tools.length} tools`)),
    words: () => '',
  }) as unknown as Tool;
