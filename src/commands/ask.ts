import { Command } from '@commander-js/extra-typings';
import type { Turn } from '../agent/turn.js';
import { guarded, print } from './output.js';
import { withHouse } from './with-house.js';

/** `ask`: one turn of a conversation as one of the sandbox's staff. */
export const askCommand = () =>
  new Command('ask')
    .description('ask one question, or ask for a change to be proposed')
    .argument('<question>', 'in plain English, in quotes')
    .requiredOption('--as <user>', 'user name of a member of staff, for example membership')
    .option('--thread <id>', 'go on with this conversation')
    .option('--json', 'print one JSON value')
    .action((question, options) =>
      guarded(options, () =>
        withHouse(async (house) => {
          const { cliActor } = await import('../main/cli-actor.js');
          const actor = await cliActor(house, options.as);
          const thread = options.thread === undefined ? {} : { thread: options.thread };
          const turn = await house.agent.ask({ text: question, actor, ...thread });
          print(contract(turn), options, () => inWords(turn));
          if (turn.status === 'error') process.exitCode = 1;
        }),
      ),
    );

/** The JSON of docs/contracts.md: what surfaces need beyond it stays out. */
const contract = ({ next: _, ...turn }: Turn): Omit<Turn, 'next'> => turn;

function inWords(turn: Turn): string {
  const { question, proposal, sources, next, thread } = turn;
  const lines = [question?.text ?? turn.answer];
  if (question) {
    if (question.understood.length > 0) lines.push(`Understood: ${question.understood.join('; ')}`);
    if (question.unexplained.length > 0) lines.push(`Not understood: ${question.unexplained.join(', ')}`);
    lines.push(...question.choices.map(({ text }, index) => `  ${index + 1}. ${text}`));
  }
  if (proposal)
    lines.push(
      '',
      `Confirm: proposals approve ${proposal.id} --as USER   Reject: proposals reject ${proposal.id} --as USER`,
    );
  if (sources.length > 0) lines.push('', ...sources);
  if (next.length > 0) lines.push('', `Next: ${next.map((one) => `“${one}”`).join('  ')}`);
  lines.push('', `(go on with --thread ${thread})`);
  return lines.join('\n');
}
