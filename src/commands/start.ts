import type { AddressInfo } from 'node:net';
import { Command } from '@commander-js/extra-typings';
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
    const { keepUp } = await import('../main/keep-up.js');
    const upkeep = keepUp(house, { first: 'at once' });
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
  const { mcpOverHttp, mcpParts } = await import('../main/mcp.js');
  const oidc = oidcParts(house);
  let portTaken: number | undefined;
  const mcp = mcpOverHttp(house, mcpParts(house, { portTaken: () => portTaken }));
  const app = createHttp({
    console: consoleParts(house),
    log: house.log,
    readiness: () => readiness(house),
    mcp,
    ...(oidc && { oidc }),
  });
  const { server, url } = await listen(app, settings.http.host, settings.http.port);
  portTaken = (server.address() as AddressInfo).port;
  return {
    url,
    close: async () => {
      server.close();
      await mcp.close();
      server.closeAllConnections();
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
