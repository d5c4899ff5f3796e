import { join } from 'node:path';
import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { shiftedClock, systemClock } from '../clock.js';
import { day, isDay } from '../domain/day.js';
import { parseSettings } from '../settings.js';
import { guarded, print, progressLine } from './output.js';

interface Options {
  readonly port?: number | undefined;
  readonly members?: number | undefined;
  readonly seed?: number | undefined;
  readonly asOf?: string | undefined;
  readonly latency?: number | undefined;
  readonly faults?: string | undefined;
  readonly profile?: string | undefined;
  readonly json?: true | undefined;
}

/** `sandbox`: the generated association's iMIS alone, until Ctrl-C. Options go before the settings of the same name. */
export const sandboxCommand = () =>
  new Command('sandbox')
    .description('run the sandbox iMIS alone, until Ctrl-C')
    .option('--port <number>', 'port on 127.0.0.1; 0 takes any free one', whole)
    .option('--members <number>', 'people and organisations', whole)
    .option('--seed <number>', 'which association is generated', whole)
    .option('--as-of <day>', 'the day it takes for today, YYYY-MM-DD', calendarDay)
    .option('--latency <milliseconds>', 'waited before each answer', whole)
    .option('--faults <file>', 'JSON list of faults to switch on: [{"kind": "latency", "route": "/api/Party"}]')
    .option('--profile <file>', 'behave like the site whose profile doctor --profile wrote to this file')
    .option('--json', 'print one JSON value')
    .action((options) => guarded(options, () => run(options)));

async function run(options: Options): Promise<void> {
  const settings = parseSettings(process.env);
  const { startSandbox } = await import('../sandbox/start.js');
  const { accountsFile } = await import('../sandbox/accounts.js');
  const { readFaults } = await import('../sandbox/faults-file.js');
  const { readSiteProfile } = await import('../imis/site-profile-file.js');
  const { profileOfSettings } = await import('../main/site-profile.js');
  const profile = options.profile === undefined ? profileOfSettings(settings) : readSiteProfile(options.profile);
  const { timeZone } = settings.association;
  const asOf = options.asOf ?? settings.sandbox.asOf;
  const dataDir = join(settings.dataDir, 'sandbox');
  const progress = progressLine();
  const sandbox = await startSandbox({
    port: options.port ?? settings.sandbox.port,
    members: options.members ?? settings.sandbox.members,
    seed: options.seed ?? settings.sandbox.seed,
    clock: asOf === undefined ? systemClock(timeZone) : shiftedClock(day(asOf), timeZone),
    latencyMillis: options.latency ?? settings.sandbox.latencyMillis,
    dataDir,
    ...(options.faults !== undefined && { faults: readFaults(options.faults) }),
    ...(profile && { profile }),
    onProgress: (done, all) => progress.show(`Generating members: ${done} of ${all}`),
  });
  const ended = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await sandbox.ready();
  progress.end();
  const facts = { url: sandbox.url, accounts: accountsFile(dataDir), faults: sandbox.faults.active.length };
  print(facts, options, ({ url, accounts, faults }) =>
    [
      `Sandbox iMIS at ${url} (Ctrl-C ends it)`,
      `Its accounts are in ${accounts}`,
      ...(faults > 0 ? [`Faults switched on: ${faults}`] : []),
    ].join('\n'),
  );
  await ended;
  await sandbox.close();
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function calendarDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  return text;
}
