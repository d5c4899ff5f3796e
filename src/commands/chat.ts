import { createInterface } from 'node:readline/promises';
import { Command } from '@commander-js/extra-typings';
import type { Turn } from '../agent/turn.js';
import type { Actor } from '../domain/actor.js';
import type { House } from '../main.js';
import { guarded, print, printError } from './output.js';
import { contractTurn, turnWords } from './turn-words.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly as: string;
  readonly thread?: string | undefined;
  readonly json?: true | undefined;
}

/** `chat`: a conversation in the terminal, one line a question, until /quit or the end of the input. */
export const chatCommand = () =>
  new Command('chat')
    .description('talk to the copilot in the terminal')
    .requiredOption('--as <user>', 'user name of a member of staff, for example membership')
    .option('--thread <id>', 'go on with this conversation')
    .option('--json', 'print the turns as one JSON list when the conversation ends')
    .action((options) => guarded(options, () => withHouse((house) => chat(house, options))));

const GREETING =
  'Ask in plain English. /approve and /reject decide the last proposal, /undo proposes to take it back, /quit ends.';

async function chat(house: House, options: Options): Promise<void> {
  const { cliActor } = await import('../main/cli-actor.js');
  const actor = await cliActor(house, options.as);
  const isTerminal = process.stdin.isTTY === true && !options.json;
  const lines = createInterface({
    input: process.stdin,
    ...(isTerminal && { output: process.stdout, prompt: '> ' }),
  });
  const turns: Turn[] = [];
  let thread = options.thread;
  let proposal: string | undefined;
  if (isTerminal) {
    process.stdout.write(`${GREETING}\n`);
    lines.prompt();
  }
  for await (const line of lines) {
    const said = line.trim();
    if (said === '/quit') break;
    try {
      if (said.startsWith('/')) {
        proposal = await decide(house, actor, said, proposal, options);
      } else if (said) {
        const turn = await house.agent.ask({ text: said, actor, ...(thread !== undefined && { thread }) });
        thread = turn.thread;
        proposal = turn.proposal?.id ?? proposal;
        turns.push(turn);
        if (!options.json) print(turn, {}, (one) => turnWords(one, 'chat'));
      }
    } catch (error) {
      printError(error, {});
    }
    if (isTerminal) lines.prompt();
  }
  lines.close();
  if (options.json) print(turns.map(contractTurn), options, () => '');
  // A refused command was told where it was typed; the conversation itself has ended well.
  process.exitCode = 0;
}

/** Answers the proposal that is the last one now. */
async function decide(
  house: House,
  actor: Actor,
  said: string,
  proposal: string | undefined,
  options: Options,
): Promise<string | undefined> {
  const { approveAndCarryOut, rejectProposal } = await import('../main/decisions.js');
  const [command, id = proposal, count] = said.split(/\s+/);
  const show = (words: string): void => {
    (options.json ? process.stderr : process.stdout).write(`${words}\n`);
  };
  if (!id) {
    show('There is no proposal in this conversation yet. Ask for a change first.');
    return proposal;
  }
  switch (command) {
    case '/approve':
      await approveAndCarryOut(house, { id, actor, ...(count !== undefined && { count: Number(count) }) });
      show(`${id} is carried out.`);
      return id;
    case '/reject':
      await rejectProposal(house, { id, actor });
      show(`${id} is rejected: nothing was written.`);
      return id;
    case '/undo': {
      const { proposeUndo } = await import('../approvals/undo.js');
      const undo = await proposeUndo(house.approvals, { id, actor });
      show(`${undo.id} would take ${id} back. /approve carries it out.`);
      return undo.id;
    }
    default:
      show(GREETING);
      return proposal;
  }
}
