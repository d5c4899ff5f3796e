import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from '@commander-js/extra-typings';
import { report } from '../errors.js';
import type { House } from '../main.js';
import { parseSettings, type Settings } from '../settings.js';
import { guarded, print } from './output.js';

interface Options {
  readonly json?: true | undefined;
}

/** `start`: everything in one process until Ctrl-C. */
export const startCommand = () =>
  new Command('start')
    .description('run the database, the sandbox (unless iMIS is set), sync, queue and console in one process')
    .option('--json', 'print one JSON value when the page is up')
    .action((options) => guarded(options, () => start(options)));

async function start(options: Options): Promise<void> {
  const settings = parseSettings(process.env);
  const stopped = stopSignal();
  process.stderr.write('Starting: database, iMIS, console …\n');
  const { compose } = await import('../main.js');
  const house = await compose(settings);
  const stops: (() => Promise<void> | void)[] = [() => house.close()];
  try {
    const server = await serve(house, settings);
    stops.push(server.close);
    print(
      { url: server.url, mcp: `${server.url}/mcp`, site: house.site.words, database: house.database.kind },
      options,
      () =>
        [
          `${house.site.words} at ${house.site.url}`,
          `Open ${server.url}`,
          `AI clients: ${server.url}/mcp`,
          'Ctrl-C ends it.',
        ].join('\n'),
    );
    await house.queue.start();
    const upkeep = keepUp(house);
    stops.push(upkeep.stop);
    await stopped;
    process.stderr.write('Ending …\n');
  } finally {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  }
}

async function serve(house: House, settings: Settings): Promise<{ url: string; close: () => Promise<void> }> {
  const { createHttp, listen } = await import('../surfaces/http.js');
  const { consoleParts, oidcParts } = await import('../main/console.js');
  const { readiness } = await import('../main/status.js');
  const { mcpOverHttp } = await import('../main/mcp.js');
  const oidc = oidcParts(house);
  const mcp = mcpOverHttp(house);
  const app = createHttp({
    console: consoleParts(house),
    log: house.log,
    readiness: () => readiness(house),
    mcp,
    ...(oidc && { oidc }),
  });
  const { server, url } = await listen(app, settings.http.host, settings.http.port);
  return {
    url,
    close: async () => {
      server.close();
      await mcp.close();
      server.closeAllConnections();
    },
  };
}

const MINUTE = 60_000;
// After a sync that failed, and to see whether the association's day has turned.
const LOOK_AGAIN_MILLIS = MINUTE;

/** Syncs now and every so often, and tells the views of the store when the day turns, until stopped. */
function keepUp(house: House): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  // Every request of a sync listens to it: many at once are no leak.
  setMaxListeners(0, signal);
  const run = async (): Promise<void> => {
    const { writeAssociation } = await import('../store/association.js');
    let next = 0;
    while (!signal.aborted) {
      try {
        await writeAssociation(house.database, house.settings.association, house.clock);
        if (performance.now() >= next) {
          await house.reading.run({ signal });
          next = performance.now() + house.settings.sync.everyMinutes * MINUTE;
        }
      } catch (error) {
        if (!signal.aborted) house.log.error({ part: 'upkeep', ...report(error), error }, 'sync failed, tried again');
      }
      await pause(LOOK_AGAIN_MILLIS, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
