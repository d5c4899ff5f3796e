import { Command } from '@commander-js/extra-typings';
import { report } from '../errors.js';
import type { House } from '../main.js';
import { parseSettings } from '../settings.js';
import { guarded } from './output.js';

interface Options {
  readonly as?: string | undefined;
  readonly toolsets?: string | undefined;
  readonly exclude?: string | undefined;
  readonly readOnly?: true | undefined;
  readonly names: boolean;
}

/** `mcp`: the catalogue for an AI client that starts this program itself, until the client closes its end. */
export const mcpCommand = () =>
  new Command('mcp')
    .description('serve the tools to an AI client over stdin and stdout (MCP); only the protocol is written to stdout')
    .option('--as <user>', 'speak for this user of the sandbox; else by IMIS_COPILOT_TOKEN or IMIS_COPILOT_TOKEN_FILE')
    .option('--toolsets <names>', 'only these toolsets, separated by commas: people, figures, records, changes')
    .option('--exclude <tools>', 'without these tools, separated by commas')
    .option('--read-only', 'no tool that proposes a change')
    .option('--no-names', 'pseudonyms for people, also where the settings allow names')
    .action((options) => guarded({}, () => serve(options)));

async function serve({ as, toolsets, exclude, readOnly, names }: Options): Promise<void> {
  const settings = parseSettings(process.env);
  const { listed } = await import('../settings/mcp.js');
  const { compose } = await import('../main.js');
  const { localCaller, mcpParts } = await import('../main/mcp.js');
  const { serveOverStdio } = await import('../surfaces/mcp/stdio.js');
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  const house = await compose(settings);
  try {
    const caller = localCaller(house, as, settings.mcp.token?.reveal());
    const parts = mcpParts(house, {
      ...(toolsets !== undefined && { toolsets: listed(toolsets) }),
      ...(exclude !== undefined && { exclude: listed(exclude) }),
      isReadOnly: readOnly ?? false,
      showsNames: names,
    });
    const reading = readMeanwhile(house, ending.signal);
    await serveOverStdio(parts, caller, ending.signal);
    ending.abort();
    await reading;
  } finally {
    await house.close();
  }
}

/**
 * A client waits seconds, a first sync takes a minute: it is served at once, and told what is not read yet. Where the data
 * are newer than a sync would be due nothing is read; the process that serves the console keeps them so.
 */
async function readMeanwhile(house: House, signal: AbortSignal): Promise<void> {
  const { dataReadAt } = await house.sync.status();
  const due = house.clock.now().getTime() - house.settings.sync.everyMinutes * 60_000;
  if (dataReadAt !== undefined && new Date(dataReadAt).getTime() > due) return;
  try {
    await house.reading.run({ signal });
  } catch (error) {
    if (!signal.aborted) house.log.error({ part: 'mcp', ...report(error), error }, 'the sync failed');
  }
}
