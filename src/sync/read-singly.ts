import { removeRecords } from './apply.js';
import { eachOf } from './flow.js';
import { commitPosition } from './position.js';
import { commitInTurn, inTurn, type Run } from './run.js';
import type { Outcome, Source } from './source.js';

// Records fetched in one place of the flow and committed together.
const TOGETHER = 20;

/**
 * Reads records one by one and believes what the site says of each: a record it does not have is removed.
 * The source must have `get`.
 */
export async function readSingly(run: Run, source: Source, keys: readonly string[]): Promise<void> {
  const chunks: (readonly string[])[] = [];
  for (let start = 0; start < keys.length; start += TOGETHER) chunks.push(keys.slice(start, start + TOGETHER));
  await eachOf(chunks, run.flow.places, async (chunk) => {
    const gone = await run.flow.inPlace(async () => {
      const answers = await Promise.all(chunk.map(async (key) => ({ key, outcome: await source.get?.(run, key) })));
      const outcomes = answers.flatMap(({ outcome }): Outcome[] => (outcome ? [outcome] : []));
      await commitInTurn(run, source, outcomes, { force: true });
      return answers.filter(({ outcome }) => outcome === undefined).map(({ key }) => key);
    });
    if (gone.length > 0) await removeGone(run, source, gone);
  });
}

/** Removes records that were found to be gone. */
export const removeGone = (run: Run, source: Source, keys: readonly string[]): Promise<void> =>
  inTurn(run, async (transaction) => {
    const gone = await removeRecords(transaction, source, keys, run.touches);
    const { entity } = source;
    await commitPosition(transaction, {
      entity,
      holder: run.holder,
      read: 0,
      added: 0,
      changed: 0,
      gone,
      fittingKeys: keys,
    });
  });
