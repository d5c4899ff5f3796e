import type { House } from '../main.js';
import { parseSettings } from '../settings.js';
import { progressLine } from './output.js';

/**
 * Opens the house for one command of a member of staff and closes it again, whatever happens; on an empty store it syncs
 * first, or waits for the process that does. Refuses with SignInClosed where a name on a command line proves nothing.
 */
export async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const settings = parseSettings(process.env);
  const { compose } = await import('../main.js');
  const { requireSandbox } = await import('../main/cli-actor.js');
  requireSandbox(settings);
  const house = await compose(settings);
  try {
    await readOnce(house);
    return await work(house);
  } finally {
    await house.close();
  }
}

async function readOnce({ sync, reading }: House): Promise<void> {
  if ((await sync.status()).dataReadAt !== undefined) return;
  const { FirstSyncFailed } = await import('../main/refusals.js');
  const progress = progressLine();
  try {
    const report = await reading.run({
      onProgress: ({ entity, read, total }) =>
        progress.show(`First sync: ${entity.replaceAll('_', ' ')} ${read}${total === undefined ? '' : ` of ${total}`}`),
    });
    const failed = report.entities.filter(({ failure }) => failure);
    if (failed.length > 0 && (await sync.status()).dataReadAt === undefined)
      throw new FirstSyncFailed(failed.map(({ entity }) => entity.replaceAll('_', ' ')));
  } finally {
    progress.end();
  }
}
