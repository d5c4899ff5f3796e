/*
 * What the rest of the house knows of an iMIS site. read.ts and write.ts implement these over REST, with separate
 * credentials; sync and population never see a wire shape.
 */
import type { Activity } from './contracts/activity.js';
import type { ContractName, Contracts } from './contracts/endpoints.js';
import type { Reading } from './contracts/reading.js';
import type { IqaRow } from './contracts/row.js';

export type { ContractName, Contracts } from './contracts/endpoints.js';
export type { Reading } from './contracts/reading.js';
export type { IqaRow, IqaValue } from './contracts/row.js';

export interface Page<T> {
  readonly rows: readonly Reading<T>[];
  readonly offset: number;
  /** Rows in all, as the site says now: it may change between pages. */
  readonly total: number;
  /** Undefined on the last page. */
  readonly nextOffset: number | undefined;
}

export interface ListOptions {
  /** Property to `operator:value`, combined by AND: { EventId: 'eq:CONF25' }. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly orderBy?: string;
  readonly offset?: number;
  /** At most 500, the hard maximum of iMIS. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

export interface ImisReader {
  /** One page; callers page on by `nextOffset`. */
  page<N extends ContractName>(contract: N, options?: ListOptions): Promise<Page<Contracts[N]>>;
  /** Every row, page by page. */
  pages<N extends ContractName>(contract: N, options?: ListOptions): AsyncIterable<Page<Contracts[N]>>;
  /** Undefined when the site has no such record (404). */
  get<N extends ContractName>(contract: N, id: string): Promise<Reading<Contracts[N]> | undefined>;
  /** One page of the set-up pack's query `$/AICopilot/<name>`; `updatedSince` is site-local time without zone. */
  queryPage(name: string, options?: ListOptions & { readonly updatedSince?: string }): Promise<Page<IqaRow>>;
  /** Role names of a user (UserSecurity, GetUserRoles). */
  rolesOf(userName: string): Promise<readonly string[]>;
  /** Names of an entity's properties, or undefined where the site answers 501. */
  propertiesOf(entity: string): Promise<readonly string[] | undefined>;
  /** True when a panel source or query can be read with these credentials. */
  canRead(entity: string): Promise<boolean>;
  /** The difference between the site's clock and ours in milliseconds, from the Date header. */
  clockSkew(): Promise<number>;
}

/** Held by the executor of approved proposals alone; main builds it. */
export interface ImisWriter {
  /** Creates a note; answers the SEQN iMIS gave it, where it says so. */
  addActivity(activity: Activity): Promise<string | undefined>;
  removeActivity(activityId: string): Promise<void>;
  /** Whether one of our own writes is allowed, for doctor: signs in and asks `_haspermission`, writing nothing. */
  canWrite(entity: string, action: 'add' | 'remove'): Promise<boolean>;
}
