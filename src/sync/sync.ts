import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.js';
import type { ImisReader } from '../imis/port.js';
import { usualStaffTypes } from '../settings/staff-types.js';
import type { AssociationSettings } from '../settings.js';
import type { Database } from '../store/database.js';
import { SyncStopped } from './errors.js';
import { createFlow } from './flow.js';
import { takeLease } from './lease.js';
import { qualityOf, reasonsOf } from './quality.js';
import { measureReach } from './reach.js';
import { type EntitiesRead, readEntities } from './read-entities.js';
import { activitiesWith, forgetRefreshed, type RecordToRefresh, refreshAgain, refreshRecord } from './refresh.js';
import {
  type DataQuality,
  type EntityReport,
  entities,
  type Progress,
  type SyncReport,
  type SyncStatus,
} from './report.js';
import { beginRun, endRun, lastRunId, noteFailure, type RunRow, reportAfter } from './runs.js';
import { statesOf } from './state.js';
import { statusOf } from './status.js';
import { deriveTouchedTerms, haveTermsBeenDerived } from './terms.js';
import { tidy } from './tidy.js';

export interface SyncParts {
  readonly imis: ImisReader;
  readonly database: Database;
  readonly clock: Clock;
  readonly association: Pick<AssociationSettings, 'timeZone' | 'currency'>;
  /** A full reading when the last one began longer ago than this; 24 unless given. */
  readonly fullHours?: number;
  /** Customer types of staff, in capitals; STAFF unless given. */
  readonly staffTypes?: readonly string[];
  readonly log?: SyncLog;
}

/** A pino logger fits. */
export interface SyncLog {
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
}

export interface RunOptions {
  /** Reads everything and compares every key; else only what changed, where a full reading is recent enough. */
  readonly full?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Sync {
  /**
   * Brings the store up to date. While another process syncs it waits, and answers that one's report where it asked for
   * no less. Throws when nothing at all could be read; an entity that failed alone is in the report.
   */
  run(options?: RunOptions): Promise<SyncReport>;
  /** Reads single records after a write, so that the next answer is true. */
  refresh(records: readonly RecordToRefresh[]): Promise<void>;
  /** Cheap: a few rows of our own. */
  status(): Promise<SyncStatus>;
  quality(): Promise<DataQuality>;
}

const FULL_HOURS = 24;
const HOUR = 3_600_000;
// A full run interrupted longer ago is begun anew.
const GO_ON_HOURS = 6;
// Five pages on their way, as many as iMIS takes at once, and some that wait to be applied.
const PLACES = 12;

export function createSync(parts: SyncParts): Sync {
  const { imis, database, clock, association, log } = parts;
  const staffTypes = parts.staffTypes ?? usualStaffTypes;
  const context = { imis, database, currency: association.currency, staffTypes };
  // Runs of this process one after the other; between processes the lease decides.
  let last: Promise<unknown> = Promise.resolve();

  const run = async (options: RunOptions): Promise<SyncReport> => {
    const full = options.full ?? false;
    const before = await lastRunId(database);
    const lease = await takeLease(database, options.signal);
    try {
      const done = await reportAfter(database, before, full);
      if (done) return { ...done, joined: true };
      const begun = clock.now();
      const row = await beginRun(database, full ? 'full' : 'incremental', begun, hoursBefore(begun, GO_ON_HOURS));
      return await underLease(row, lease.holder, options);
    } finally {
      await lease.release();
    }
  };

  const underLease = async (row: RunRow, holder: string, options: RunOptions): Promise<SyncReport> => {
    const flow = createFlow(PLACES);
    const stop = () => flow.stop(new SyncStopped());
    // Each page on its way listens, and a sign-in they share: more than the ten after which Node warns of a leak.
    if (options.signal) setMaxListeners(2 * PLACES, options.signal);
    options.signal?.addEventListener('abort', stop, { once: true });
    if (options.signal?.aborted) stop();
    try {
      await forgetRefreshed(database);
      const read = await readEntities(
        {
          ...context,
          clock,
          timeZone: association.timeZone,
          flow,
          holder,
          turn: row.id,
          touches: await haveTermsBeenDerived(database),
          onProgress: options.onProgress ?? (() => undefined),
          ...(options.signal && { signal: options.signal }),
        },
        {
          ...(row.kind === 'incremental' && { fullSince: hoursBefore(clock.now(), parts.fullHours ?? FULL_HOURS) }),
          ...(row.isContinued && { doneSince: row.startedAt }),
        },
      );
      await refreshAgain(context, clock.now().toISOString());
      await deriveTouched();
      await measureReach(database);
      const report = await reportOf(row, read);
      await endRun(database, row, report);
      await tidy(database, report);
      return report;
    } catch (error) {
      const failure = options.signal?.aborted ? new SyncStopped() : error;
      await noteFailure(database, row, clock.now(), failure).catch(() => undefined);
      throw failure;
    } finally {
      options.signal?.removeEventListener('abort', stop);
    }
  };

  const reportOf = async (row: RunRow, read: EntitiesRead): Promise<SyncReport> => {
    const states = await statesOf(database);
    const reasons = await reasonsOf(database);
    const rejected = await database.query<{ entity: string; rows: number }>(
      'select entity, count(*)::integer as rows from imis.rejects group by entity',
    );
    const counted = new Map(rejected.rows.map(({ entity, rows }) => [entity, rows]));
    const listed = entities.map((entity): EntityReport => {
      const state = states.get(entity);
      const failure = read.failures.get(entity);
      if (failure) log?.warn({ entity, kind: failure.kind }, 'an entity was not read to its end');
      return {
        entity,
        reading: read.readings.get(entity) ?? 'full',
        read: state?.rowsRead ?? 0,
        new: state?.rowsNew ?? 0,
        changed: state?.rowsChanged ?? 0,
        gone: state?.rowsGone ?? 0,
        rejected: counted.get(entity) ?? 0,
        reasons: reasons.get(entity) ?? [],
        remarks: state?.remarks ?? [],
        ...(failure && { failure }),
      };
    });
    return {
      kind: listed.some(({ reading }) => reading === 'changes') ? 'incremental' : 'full',
      startedAt: row.startedAt.toISOString(),
      finishedAt: clock.now().toISOString(),
      entities: listed,
      membersDerived: read.membersDerived,
      joined: false,
    };
  };

  const deriveTouched = () => deriveTouchedTerms((work) => database.withTransaction(work), clock.now().toISOString());

  return {
    run: (options = {}) => {
      const turn = last.then(() => run(options));
      last = turn.catch(() => undefined);
      return turn;
    },
    refresh: async (records) => {
      const readAt = clock.now().toISOString();
      for (const record of records) {
        const ids = record.id === undefined ? await activitiesWith(context, record.changeKey) : [record.id];
        for (const id of ids) await refreshRecord(context, record.contract, id, readAt);
      }
      if (await haveTermsBeenDerived(database)) await deriveTouched();
    },
    status: () => statusOf(database),
    quality: () => qualityOf(database),
  };
}

const hoursBefore = (time: Date, hours: number): Date => new Date(time.getTime() - hours * HOUR);

export type { RecordToRefresh } from './refresh.js';
