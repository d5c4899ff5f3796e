/*
 * A query that the association leaves out is no failure: what it would have told is not known, and the rest counts as
 * read. Only while nothing of it was ever read: a query that vanishes later is a fault somebody has to look at.
 */
import { ImisRefused, type Refusal } from '../imis/failures.js';
import { inTurn, type Run } from './run.js';
import type { Source } from './source.js';

const ABSENT: readonly Refusal[] = ['not found', 'forbidden', 'not offered'];

/** Notes the entity as read and empty where its query is left out; answers whether it is. */
export async function isLeftOut(run: Run, source: Source, error: unknown): Promise<boolean> {
  const { entity, unknownWithout, owns, tables } = source;
  if (unknownWithout === undefined || !(error instanceof ImisRefused) || !ABSENT.includes(error.refusal)) return false;
  return await inTurn(run, async (transaction) => {
    const held = await transaction.query(`select from imis.${tables[0].name} t where ${owns ?? 'true'} limit 1`);
    if (held.rows.length > 0) return false;
    const now = run.clock.now().toISOString();
    await transaction.query(
      `insert into copilot.sync_entities as e (entity, full_started_at, full_at, read_at, rows_total, remarks)
       values ($1, $2, $2, $2, 0, $3)
       on conflict (entity) do update set full_started_at = coalesce(e.full_started_at, $2),
         full_at = coalesce(e.full_at, $2), read_at = $2, reading_started_at = null, rows_total = 0, remarks = $3`,
      [entity, now, [`The site leaves this query out: the copilot does not know ${unknownWithout}.`]],
    );
    return true;
  });
}
