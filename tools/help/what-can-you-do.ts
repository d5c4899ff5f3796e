import * as z from 'zod';
import { rolesWith } from '../../src/access/roles.js';
import { defineTool, type Effect, type Example, mayUse, type Tool } from '../define.js';
import { toolInput } from '../parameters.js';
import { toolsFor } from '../surfaces.js';

const MOST_SAID = 2;

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
      'which questions can i ask',
      'what questions can i ask',
      'what sort of questions can i ask',
      'what kind of questions can i ask',
      'what kinds of questions can i ask',
      'what can i ask you',
      'what may i ask',
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
    async run(_, { actor }) {
      const may = toolsFor(actor, tools);
      return {
        may: may.map(({ name, title, effect, examples }) => ({ tool: name, title, effect, says: sayings(examples) })),
        mayNot: tools
          .filter((tool) => !mayUse(tool, actor))
          .map(({ title, permission }) => ({
            title,
            needs: permission === 'everybody' ? '' : rolesWith(permission).join(', ').replaceAll('_', ' '),
          })),
        ...(actor.scope.kind === 'chapters' && {
          scope: 'You see the people of your own chapters; the others are hidden by your rights',
        }),
      };
    },
    words({ may, mayNot, scope }) {
      const part = (effect: Effect) => may.filter((one) => one.effect === effect).map(lineOf);
      const [reads, proposes] = [part('read'), part('propose')];
      return [
        ...(reads.length > 0 ? ['You can ask:', ...reads] : []),
        ...(proposes.length > 0
          ? ['You can propose, and nothing is written until somebody approves it:', ...proposes]
          : []),
        ...(scope ? [`${scope}.`] : []),
        ...(mayNot.length > 0
          ? ['Not with your role:', ...mayNot.map(({ title, needs }) => `- ${title} (for: ${needs})`)]
          : []),
      ].join('\n');
    },
  }) as unknown as Tool;

/** Examples as somebody would type them; those with figures would look like results. */
const sayings = (examples: readonly Example[]): string[] =>
  examples
    .map(({ says }) => says.replace(/\{\w+\}/g, '[name]'))
    .filter((says) => !/\d/.test(says))
    .slice(0, MOST_SAID);

const lineOf = ({ title, says }: { readonly title: string; readonly says: readonly string[] }): string =>
  `- ${title}${says.length > 0 ? `: ${says.map((one) => `“${one}”`).join(', ')}` : ''}`;
