import { setTimeout as pause } from 'node:timers/promises';
import { Command } from '@commander-js/extra-typings';
import type { Logger } from 'pino';
import type { Narrowing } from '../../tools/toolsets.js';
import { listed } from '../settings/mcp.js';
import { parseSettings, type Settings } from '../settings.js';
import type { Caller } from '../surfaces/mcp/parts.js';
import type { Serving } from '../surfaces/mcp/server.js';
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

async function serve(options: Options): Promise<void> {
  const settings = parseSettings(process.env);
  const { requireServable } = await import('../main/local-client.js');
  requireServable(settings, options.as, narrowingOf(options));
  const { serveOverStdio } = await import('../surfaces/mcp/stdio.js');
  const { createLog } = await import('../main/log.js');
  const { mcpIdentity } = await import('../main/mcp-identity.js');
  const log = createLog(settings);
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  // Opened with the first question: some clients start a second process only to hear who answers, and end it.
  let opening: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => {
    if (opening) return opening;
    opening = opened(settings, log, options);
    // What cannot be opened ends the program, however long the client would wait: in the next turn of the event loop,
    // when whoever waits for it has been answered with the reason.
    opening.catch(() => setImmediate(() => ending.abort()));
    return opening;
  };
  try {
    await serveOverStdio(mcpIdentity(settings, log), async () => (await open()).serving(), ending.signal);
  } finally {
    ending.abort();
    await (await opening)?.close();
  }
}

const ASKED_AGAIN_MILLIS = 250;

const narrowingOf = ({ toolsets, exclude, readOnly }: Options): Narrowing => ({
  ...(toolsets !== undefined && { toolsets: listed(toolsets) }),
  ...(exclude !== undefined && { exclude: listed(exclude) }),
  isReadOnly: readOnly ?? false,
});

interface Opened {
  serving(): Promise<Serving>;
  close(): Promise<void>;
}

/** The house for one client: served from now on, read meanwhile where its data are not of today. */
async function opened(settings: Settings, log: Logger, options: Options): Promise<Opened> {
  const { compose } = await import('../main.js');
  const { keepUp } = await import('../main/keep-up.js');
  const { localCaller, mcpParts } = await import('../main/mcp.js');
  const house = await compose(settings, log);
  try {
    const caller = localCaller(house, options.as, settings.mcp.token?.reveal());
    const parts = mcpParts(house, { ...narrowingOf(options), showsNames: options.names, isConsoleHere: false });
    const { dataReadAt } = await house.sync.status();
    // A client may stay for days, and no other process need run beside it.
    const upkeep = keepUp(house, { first: 'when due' });
    return {
      serving: async () => ({
        parts,
        caller: await afterFirst(caller, dataReadAt === undefined ? upkeep.settled : undefined),
      }),
      close: async () => {
        await upkeep.stop();
        await house.close();
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}

/**
 * Who calls. While the first sync goes on nobody may be known yet: asked again until somebody is, or the sync has ended; a
 * client gives up within a minute, and the staff is read long before the last of what they ask about.
 */
async function afterFirst(caller: () => Promise<Caller>, firstReading: Promise<void> | undefined): Promise<Caller> {
  let isReading = firstReading !== undefined;
  const ended = firstReading?.then(() => {
    isReading = false;
  });
  while (isReading) {
    try {
      return await caller();
    } catch {
      await Promise.race([ended, pause(ASKED_AGAIN_MILLIS)]);
    }
  }
  return await caller();
}
