import type { Clock } from '../clock.js';
import { sayInstant } from '../domain/instant.js';
import type { Settings } from '../settings.js';
import type { Store } from '../store/open.js';
import type { HouseStatus, KindProgress } from '../surfaces/console/pages/status.js';
import type { Readiness } from '../surfaces/http.js';
import type { EntityStatus } from '../sync/report.js';
import type { Sync } from '../sync/sync.js';
import type { Site } from './site.js';

export interface StatusParts {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly database: Store;
  readonly site: Site;
  readonly sync: Sync;
  readonly model: string;
}

/** What the start page says of the house: cheap enough to be asked every two seconds. */
export async function houseStatus(parts: StatusParts): Promise<HouseStatus> {
  const { clock, database, site, sync, settings } = parts;
  const status = await sync.status();
  const rejects = await database.query<{ rows: number }>('select count(*) as rows from imis.rejects');
  return {
    source: site.words,
    isSandbox: site.isSandbox,
    database: database.kind === 'embedded' ? `Embedded database in ${settings.dataDir}` : 'PostgreSQL server',
    model: `Mind: ${parts.model}`,
    today: clock.today(),
    readAt: status.dataReadAt && sayInstant(status.dataReadAt, settings.association.timeZone),
    isReading: status.running,
    kinds: status.entities.map(progressOf),
    rejected: rejects.rows[0]?.rows ?? 0,
    ...(status.lastFailure && {
      fault: `The last sync stopped: ${status.lastFailure.message} It is tried again by itself; doctor says more.`,
    }),
  };
}

/** Ready when the database answers and everything was read once. */
export async function readiness({ sync }: Pick<StatusParts, 'sync'>): Promise<Readiness> {
  try {
    const { dataReadAt } = await sync.status();
    return dataReadAt ? { ready: true } : { ready: false, reason: 'The first sync has not ended.' };
  } catch {
    return { ready: false, reason: 'The database does not answer.' };
  }
}

const progressOf = ({ entity, state, rowsRead, rowsTotal }: EntityStatus): KindProgress => ({
  kind: entity.replaceAll('_', ' '),
  read: rowsRead,
  total: rowsTotal,
  state: state === 'never' ? 'waiting' : state === 'complete' ? 'complete' : 'reading',
});
