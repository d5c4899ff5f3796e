import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from '@commander-js/extra-typings';
import type { Logger } from 'pino';
import { report } from '../errors.js';
import type { House } from '../main.js';
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
  const { serveOverStdio } = await import('../surfaces/mcp/stdio.js');
  const { createLog } = await import('../main/log.js');
  const { mcpIdentity } = await import('../main/mcp-identity.js');
  const log = createLog(settings);
  const ending = new AbortController();
  // Every request of a sync listens to it: many at once are no leak.
  setMaxListeners(0, ending.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
  // Opened with the first question: some clients start a second process only to hear who answers, and end it.
  let opening: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => {
    opening ??= opened(settings, log, options, ending.signal);
    // What cannot be opened ends the program with its reason, however long the client would wait.
    opening.catch(() => ending.abort());
    return opening;
  };
  try {
    await serveOverStdio(mcpIdentity(settings, log), async () => (await open()).serving(), ending.signal);
  } finally {
    ending.abort();
    await (await opening)?.close();
  }
}

// The process that holds the embedded database may end meanwhile; what was read until then is kept.
const ATTEMPTS = 5;
const AGAIN_MILLIS = 2000;
const ASKED_AGAIN_MILLIS = 250;

interface Opened {
  serving(): Promise<Serving>;
  close(): Promise<void>;
}

/** The house for one client: served from now on, read meanwhile where its data are not of today. */
async function opened(
  settings: Settings,
  log: Logger,
  { as, toolsets, exclude, readOnly, names }: Options,
  signal: AbortSignal,
): Promise<Opened> {
  const { listed } = await import('../settings/mcp.js');
  const { compose } = await import('../main.js');
  const { localCaller, mcpParts } = await import('../main/mcp.js');
  const house = await compose(settings, log);
  try {
    const caller = localCaller(house, as, settings.mcp.token?.reveal());
    const parts = mcpParts(house, {
      ...(toolsets !== undefined && { toolsets: listed(toolsets) }),
      ...(exclude !== undefined && { exclude: listed(exclude) }),
      isReadOnly: readOnly ?? false,
      showsNames: names,
    });
    const { dataReadAt } = await house.sync.status();
    const reading = readMeanwhile(house, dataReadAt, signal);
    return {
      serving: async () => ({
        parts,
        caller: await afterFirst(caller, dataReadAt === undefined ? reading : undefined),
      }),
      close: async () => {
        await reading;
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

/**
 * Where the data are newer than a sync would be due nothing is read; the process that serves the console keeps them so.
 * Else they are read while the client is served: what is not read yet is said with every answer.
 */
async function readMeanwhile(house: House, dataReadAt: string | undefined, signal: AbortSignal): Promise<void> {
  const due = house.clock.now().getTime() - house.settings.sync.everyMinutes * 60_000;
  if (dataReadAt !== undefined && new Date(dataReadAt).getTime() > due) return;
  for (let attempt = 1; attempt <= ATTEMPTS && !signal.aborted; attempt++) {
    try {
      await house.reading.run({ signal });
      return;
    } catch (error) {
      if (!signal.aborted) house.log.error({ part: 'mcp', attempt, ...report(error), error }, 'the sync failed');
    }
    await pause(AGAIN_MILLIS, undefined, { signal }).catch(() => undefined);
  }
}
