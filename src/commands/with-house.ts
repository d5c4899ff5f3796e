import type { House } from '../main.js';
import { parseSettings } from '../settings.js';
import { progressLine } from './output.js';

/** Opens the house for one command and closes it again, whatever happens; on an empty store it syncs first. */
export async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const settings = parseSettings(process.env);
  const { compose } = await import('../main.js');
  const house = await compose(settings);
  try {
    await readOnce(house);
    return await work(house);
  } finally {
    await house.close();
  }
}

async function readOnce({ sync }: House): Promise<void> {
  const { dataReadAt, running } = await sync.status();
  if (dataReadAt !== undefined || running) return;
  const progress = progressLine();
  await sync.run({
    onProgress: ({ entity, read, total }) =>
      progress.show(`First sync: ${entity.replaceAll('_', ' ')} ${read}${total === undefined ? '' : ` of ${total}`}`),
  });
  progress.end();
}
