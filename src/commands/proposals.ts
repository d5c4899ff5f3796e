import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings';
import type { ShownProposal } from '../approvals/show.js';
import type { Actor } from '../domain/actor.js';
import { sayInstant } from '../domain/instant.js';
import type { House } from '../main.js';
import { guarded, print } from './output.js';
import { withHouse } from './with-house.js';

interface Options {
  readonly as: string;
  readonly json?: true | undefined;
}

const whole = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
};
const command = (name: string, about: string) =>
  new Command(name)
    .description(about)
    .requiredOption('--as <user>', 'user name of a member of staff')
    .option('--json', 'print one JSON value');

/** `proposals`: what waits and what was done; decisions against the sandbox. */
export const proposalsCommand = () =>
  new Command('proposals')
    .description('what waits for a decision, and what was done (with a real iMIS the console decides)')
    .addCommand(
      command('list', 'proposals you made or could decide, the newest 50')
        .option('--after <id>', 'those older than this one')
        .action((options) => asActor(options, (house, actor) => listed(house, actor, options))),
    )
    .addCommand(
      command('show', 'one proposal with its changes, decisions and executions')
        .argument('<id>')
        .action((id, options) =>
          asActor(options, async (house, actor) => {
            await shown(house, actor, id, options);
          }),
        ),
    )
    .addCommand(
      command('approve', 'confirm exactly what was shown; returns when it has been carried out')
        .argument('<id>')
        .option('--count <n>', 'the number of records, where there are more than 25', whole)
        .addOption(
          new Option('--acknowledge <risks...>', 'risks to be confirmed a second time').choices([
            'irreversible',
            'external',
            'money',
          ] as const),
        )
        .action((id, options) =>
          asActor(options, async (house, actor) => {
            const { approveAndCarryOut } = await import('../main/decisions.js');
            const acknowledged = options.acknowledge === undefined ? {} : { acknowledged: options.acknowledge };
            const count = options.count === undefined ? {} : { count: options.count };
            await approveAndCarryOut(house, { id, actor, ...acknowledged, ...count });
            const proposal = await shown(house, actor, id, options);
            if (proposal.status !== 'done') process.exitCode = 1;
          }),
        ),
    )
    .addCommand(
      command('reject', 'turn a proposal down')
        .argument('<id>')
        .option('--reason <text>', 'why, for whoever asked')
        .action((id, options) =>
          asActor(options, async (house, actor) => {
            const { rejectProposal } = await import('../main/decisions.js');
            const reason = options.reason === undefined ? {} : { reason: options.reason };
            await rejectProposal(house, { id, actor, ...reason });
            await shown(house, actor, id, options);
          }),
        ),
    )
    .addCommand(
      command('undo', 'propose the opposite of what a proposal did')
        .argument('<id>')
        .action((id, options) =>
          asActor(options, async (house, actor) => {
            const { proposeUndo } = await import('../approvals/undo.js');
            const card = await proposeUndo(house.approvals, { id, actor });
            print(card, options, ({ id: undo, summary }) => `${undo}  ${summary}\nConfirm: proposals approve ${undo}`);
          }),
        ),
    );

const asActor = (options: Options, work: (house: House, actor: Actor) => Promise<void>): Promise<void> =>
  guarded(options, () =>
    withHouse(async (house) => {
      const { cliActor } = await import('../main/cli-actor.js');
      await work(house, await cliActor(house, options.as));
    }),
  );

async function listed(house: House, actor: Actor, options: Options & { after?: string | undefined }): Promise<void> {
  const { list } = await import('../approvals/list.js');
  const { reveal } = await import('../privacy/reveal.js');
  const proposals = await reveal(
    house.database,
    [...(await list(house.approvals, actor, options.after ? { after: options.after } : {}))],
    actor,
  );
  print(proposals, options, (rows) =>
    rows.length === 0
      ? 'Nothing has been proposed yet.'
      : rows.map(({ id, status, summary }) => `${id}  ${status.padEnd(11)}  ${summary}`).join('\n'),
  );
}

async function shown(house: House, actor: Actor, id: string, options: Options): Promise<ShownProposal> {
  const { show } = await import('../approvals/show.js');
  const { reveal } = await import('../privacy/reveal.js');
  const proposal = await reveal(house.database, await show(house.approvals, id, actor), actor);
  print(proposal, options, (one) => inWords(one, house.clock.timeZone));
  return proposal;
}

const inWords = (proposal: ShownProposal, timeZone: string): string =>
  [
    `${proposal.id}  ${proposal.status}  ${proposal.summary}`,
    ...(proposal.risks.length > 0 ? [`Risks: ${proposal.risks.join(', ')}`] : []),
    ...proposal.warnings,
    ...proposal.changes.map(({ describe, state, reason }) => `- ${describe} (${state}${reason ? `: ${reason}` : ''})`),
    ...proposal.decisions.map(
      ({ decision, by, at, reason }) =>
        `${decision} by ${by}, ${sayInstant(at, timeZone)}${reason ? `: ${reason}` : ''}`,
    ),
    ...(proposal.status === 'waiting' ? [`Waits until ${sayInstant(proposal.expiresAt, timeZone)}.`] : []),
  ].join('\n');
