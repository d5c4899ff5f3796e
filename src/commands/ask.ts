import { Command } from '@commander-js/extra-typings';
import { guarded, print } from './output.js';
import { contractTurn, turnWords } from './turn-words.js';
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
          print(contractTurn(turn), options, () => turnWords(turn, 'ask'));
          if (turn.status === 'error') process.exitCode = 1;
        }),
      ),
    );
