import type { Clock } from '../clock.js';
import type { ImisReader } from '../imis/port.js';
import type { AssociationSettings } from '../settings.js';
import type { Database } from '../store/database.js';
import type { DataQuality, Progress, SyncReport, SyncStatus } from './report.js';

export interface SyncParts {
  readonly imis: ImisReader;
  readonly database: Database;
  readonly clock: Clock;
  readonly association: Pick<AssociationSettings, 'timeZone' | 'currency'>;
  /** A full sync when the last one began longer ago than this; 24 unless given. */
  readonly fullHours?: number;
  readonly log?: SyncLog;
}

/** A pino logger fits. */
export interface SyncLog {
  warn(facts: object, message: string): void;
  info(facts: object, message: string): void;
}

export interface RunOptions {
  /** Reads everything and compares every key; else only what changed, where a full sync is recent enough. */
  readonly full?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** One record to read again: by its id in iMIS, or by the change key we wrote into it. */
export type RecordToRefresh =
  | { readonly contract: 'Activity'; readonly changeKey: string; readonly id?: undefined }
  | {
      readonly contract: 'Activity' | 'Party' | 'CsContact' | 'InvoiceSummary' | 'PaymentSummary' | 'Event';
      readonly id: string;
    };

export interface Sync {
  /** Brings the store up to date; waits for, and answers the report of, a run of another process. */
  run(options?: RunOptions): Promise<SyncReport>;
  /** Reads single records after a write, so that the next answer is true. */
  refresh(records: readonly RecordToRefresh[]): Promise<void>;
  /** Cheap: a few rows of our own. */
  status(): Promise<SyncStatus>;
  quality(): Promise<DataQuality>;
}

export function createSync(parts: SyncParts): Sync {
  throw new Error(`not ready for ${parts.association.timeZone}`);
}
