/*
 * Housekeeping after a run. The embedded database has no process that counts rows for the planner or gives the room of
 * old rows back, so sync, which writes most, does it for its tables.
 */
import type { Database } from '../store/database.js';
import type { SyncReport } from './report.js';
import { sources } from './sources/all.js';

// Below this share of new and changed rows the planner's figures are still good.
const NOTABLE_SHARE = 0.1;

export async function tidy(database: Database, report: SyncReport): Promise<void> {
  const tables = new Set<string>();
  for (const entity of report.entities) {
    const written = entity.new + entity.changed + entity.gone;
    const source = sources.find((one) => one.entity === entity.entity);
    if (written > 0 && written >= NOTABLE_SHARE * entity.read)
      for (const { name } of source?.tables ?? []) tables.add(`imis.${name}`);
  }
  // What is new in this index lies in a list that every question looks through from end to end, and a vacuum sorts in.
  if (!tables.has('imis.identity')) await database.query(`select gin_clean_pending_list('imis.identity_phrases')`);
  if (report.membersDerived > 0) tables.add('imis.terms');
  // Outside a transaction, a table at a time: each takes well under a second.
  for (const table of [...tables, 'copilot.sync_entities', 'copilot.sync_lease'])
    await database.query(`vacuum (analyze) ${table}`);
  const { rows } = await database.query('select 1 from copilot.sync_entities where reading_started_at is not null');
  if (rows.length === 0) await database.query('truncate copilot.sync_seen, copilot.sync_pages');
}
