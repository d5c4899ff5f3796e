/* The whole of schema imis and its history, for comparing two stores. */
import type { Database } from '../../src/store/database.js';

const names = `select table_name as name from information_schema.tables where table_schema = $1 order by 1`;
// When a row was read depends on the run.
const TIMES = ['read_at', 'superseded_at', 'seen_at'];

/** Every row of imis without the times of reading, by table. */
export async function storedRows(database: Database, schema = 'imis'): Promise<Record<string, readonly string[]>> {
  const { rows } = await database.query<{ name: string }>(names, [schema]);
  const stored: Record<string, readonly string[]> = {};
  for (const { name } of rows) {
    const found = await database.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${schema}.${name} t`,
    );
    stored[name] = found.rows.map(({ row }) => JSON.stringify(without(row))).sort();
  }
  return stored;
}

/** The rows that only one of two stores has, by table: nothing when they hold the same. */
export function unlike(
  ours: Record<string, readonly string[]>,
  theirs: Record<string, readonly string[]>,
): Record<string, { ours: readonly string[]; theirs: readonly string[] }> {
  const tables = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return Object.fromEntries(
    [...tables].flatMap((table) => {
      const [mine, other] = [ours[table] ?? [], theirs[table] ?? []];
      if (mine.join('\n') === other.join('\n')) return [];
      const [those, these] = [new Set(other), new Set(mine)];
      return [[table, { ours: mine.filter((row) => !those.has(row)), theirs: other.filter((row) => !these.has(row)) }]];
    }),
  );
}

const without = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !TIMES.includes(column)));

/** How many earlier versions are kept, by table. */
export async function versions(database: Database): Promise<Record<string, number>> {
  const stored = await storedRows(database, 'imis_history');
  return Object.fromEntries(
    Object.entries(stored).flatMap(([name, rows]) => (rows.length > 0 ? [[name, rows.length]] : [])),
  );
}

const SYNC_TABLES = [
  'sync_entities',
  'sync_pages',
  'sync_seen',
  'sync_touched',
  'sync_refreshed',
  'sync_runs',
  'sync_lease',
  'sync_reach',
  'sync_terms',
].map((name) => `copilot.${name}`);

/** Forgets everything, so that the next sync is the first. */
export async function emptyStore(database: Database): Promise<void> {
  const tables = [...SYNC_TABLES];
  for (const schema of ['imis', 'imis_history']) {
    const { rows } = await database.query<{ name: string }>(names, [schema]);
    tables.push(...rows.map(({ name }) => `${schema}.${name}`));
  }
  // To empty a table costs a file for it and for each of its indexes; half of them, the history above all, are empty.
  const filled = await database.query<{ name: string }>(
    tables.map((table) => `select '${table}' as name where exists (select 1 from ${table})`).join(' union all '),
  );
  if (filled.rows.length > 0) await database.query(`truncate ${filled.rows.map(({ name }) => name).join(', ')}`);
}
