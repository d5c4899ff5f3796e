import { createInterface } from 'node:readline/promises';
import { Command } from '@commander-js/extra-typings';
import type { Turn } from '../agent/turn.js';
import type { ShownProposal } from '../approvals/show.js';
import type { Actor } from '../domain/actor.js';
import { report } from '../errors.js';
import type { Approving } from '../main/decisions.js';
import type { House } from '../main.js';
import { lineToApprove, typedDecision } from './chat-decision.js';
import { outcomeWords } from './outcome-words.js';
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
  'Ask in plain English. /approve and /reject decide the last proposal (/approve 30 names how many records, /approve irreversible that it cannot be taken back), /undo proposes to take it back, /quit ends.';

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
  const show = (words: string): void => {
    (options.json ? process.stderr : process.stdout).write(`${words}\n`);
  };
  const typed = typedDecision(said, proposal);
  if (typed === undefined) {
    show(GREETING);
    return proposal;
  }
  if (typed === 'no proposal') {
    show('There is no proposal in this conversation yet. Ask for a change first.');
    return proposal;
  }
  const { command, reason, ...asked } = typed;
  const { id } = asked;
  switch (command) {
    case '/approve':
      show(await approved(house, { ...asked, actor }));
      return id;
    case '/reject': {
      const { rejectProposal } = await import('../main/decisions.js');
      await rejectProposal(house, { id, actor, ...(reason && { reason }) });
      const { status, changes } = await shownTo(house, id, actor);
      show(status === 'rejected' ? `${id} is rejected: nothing was written.` : outcomeWords({ id, status, changes }));
      return id;
    }
    case '/undo': {
      const { proposeUndo } = await import('../approvals/undo.js');
      const undo = await proposeUndo(house.approvals, { id, actor });
      show(`${undo.id} would take ${id} back. ${lineToApprove(undo)} carries it out.`);
      return undo.id;
    }
  }
}

async function shownTo(house: House, id: string, actor: Actor): Promise<ShownProposal> {
  const { show } = await import('../approvals/show.js');
  const { reveal } = await import('../privacy/reveal.js');
  return await reveal(house.database, await show(house.approvals, id, actor), actor);
}

/** What came out, or the line to type where approving needs more than one word. */
async function approved(house: House, approving: Approving): Promise<string> {
  const { approveAndCarryOut } = await import('../main/decisions.js');
  try {
    await approveAndCarryOut(house, approving);
  } catch (error) {
    const { kind, message } = report(error);
    if (kind !== 'not_acknowledged' && kind !== 'count_not_typed') throw error;
    return `${message} Type: ${lineToApprove(await shownTo(house, approving.id, approving.actor))}`;
  }
  return outcomeWords(await shownTo(house, approving.id, approving.actor));
}
