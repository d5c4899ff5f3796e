/* The rows of copilot.sync_runs: what was asked for, so that an interrupted run goes on, and what came of it. */
import { type ErrorReport, report } from '../errors.js';
import type { Database, Transaction } from '../store/database.js';
import type { SyncReport } from './report.js';

export interface RunRow {
  readonly id: number;
  readonly kind: 'full' | 'incremental';
  readonly startedAt: Date;
  /** True when an interrupted run goes on. */
  readonly isContinued: boolean;
}

interface StoredRow {
  run_id: number | string;
  kind: 'full' | 'incremental';
  started_at: Date;
}

const runRow = (row: StoredRow, isContinued: boolean): RunRow => ({
  id: Number(row.run_id),
  kind: row.kind,
  startedAt: row.started_at,
  isContinued,
});

/** Goes on with a full run that was interrupted after `since`, else begins a new one; other interrupted runs are closed. */
export async function beginRun(
  database: Database,
  kind: RunRow['kind'],
  startedAt: Date,
  since: Date,
): Promise<RunRow> {
  return database.withTransaction(async (transaction) => {
    const { rows } = await transaction.query<StoredRow>(
      `select run_id, kind, started_at from copilot.sync_runs
       where finished_at is null and kind = 'full' and started_at >= $1 order by run_id desc limit 1`,
      [since.toISOString()],
    );
    const interrupted = rows[0] && runRow(rows[0], true);
    await transaction.query(
      `update copilot.sync_runs set finished_at = $1, failure = '{"kind": "interrupted", "message": "The process ended before the sync had."}'
       where finished_at is null and run_id is distinct from $2`,
      [startedAt.toISOString(), interrupted?.id ?? null],
    );
    if (interrupted) return interrupted;
    const begun = await transaction.query<StoredRow>(
      'insert into copilot.sync_runs (kind, started_at) values ($1, $2) returning run_id, kind, started_at',
      [kind, startedAt.toISOString()],
    );
    const [row] = begun.rows;
    if (!row) throw new Error('a run was not stored');
    return runRow(row, false);
  });
}

export async function endRun(database: Database, run: RunRow, ended: SyncReport): Promise<void> {
  const failure = ended.entities.find((entity) => entity.failure)?.failure;
  await database.query('update copilot.sync_runs set finished_at = $2, report = $3, failure = $4 where run_id = $1', [
    run.id,
    ended.finishedAt,
    JSON.stringify(ended),
    failure ? JSON.stringify(failure) : null,
  ]);
}

/** The run failed as a whole. A full one stays open, so that the next run goes on with it. */
export async function noteFailure(database: Database, run: RunRow, at: Date, error: unknown): Promise<void> {
  const failure: ErrorReport = report(error);
  await database.query(
    `update copilot.sync_runs set failure = $2, finished_at = case when kind = 'full' then null else $3::timestamptz end
     where run_id = $1`,
    [run.id, JSON.stringify(failure), at.toISOString()],
  );
}

export async function lastRunId(database: Transaction): Promise<number> {
  const { rows } = await database.query<{ run_id: number | string }>(
    'select coalesce(max(run_id), 0) as run_id from copilot.sync_runs where report is not null',
  );
  return Number(rows[0]?.run_id ?? 0);
}

/** The report of a run that another process ended after `after`, if it was at least as thorough. */
export async function reportAfter(
  database: Transaction,
  after: number,
  full: boolean,
): Promise<SyncReport | undefined> {
  const { rows } = await database.query<{ report: SyncReport }>(
    `select report from copilot.sync_runs
     where run_id > $1 and report is not null and failure is null and (kind = 'full' or not $2)
     order by run_id desc limit 1`,
    [after, full],
  );
  return rows[0]?.report;
}
