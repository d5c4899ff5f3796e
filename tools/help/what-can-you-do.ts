import * as z from 'zod';
import { defineTool, type Tool } from '../define.js';
import { toolInput } from '../parameters.js';

const Output = z.strictObject({
  may: z.array(
    z.strictObject({
      tool: z.string(),
      title: z.string(),
      effect: z.enum(['read', 'propose']),
      says: z.array(z.string()),
    }),
  ),
  mayNot: z.array(z.strictObject({ title: z.string(), needs: z.string() })),
  scope: z.string().optional(),
});

/** Knows the other tools. */
export const whatCanYouDoWith = (tools: readonly Tool[]): Tool =>
  defineTool({
    name: 'what_can_you_do',
    title: 'What can be asked and changed here',
    description:
      'What the person asking can ask for and propose, with an example sentence for each, and what their role does not allow. Use it for "help" and "what can you do".',
    input: toolInput({}),
    output: Output,
    effect: 'read',
    permission: 'everybody',
    triggers: [
      'what can you do',
      'what can i ask',
      'what can i do',
      'what can i do here',
      'what can you do for me',
      'what do you do',
      'what are you able to do',
      'what can you help with',
      'what can you help me with',
      'how can you help',
      'how can you help me',
      'how does this work',
      'how do i use this',
      'help',
      'help me',
      'show me what you can do',
      'give me examples',
      'examples',
      'what are my rights',
      'what am i allowed to do',
      'what am i allowed to see',
    ],
    examples: [
      { says: 'what can you do', arguments: {} },
      { says: 'help', arguments: {} },
      { says: 'what am i allowed to see', arguments: {} },
    ],
    run: () => Promise.reject(new Error(`declared beside ${tools.length} tools`)),
    words: () => '',
  }) as unknown as Tool;
