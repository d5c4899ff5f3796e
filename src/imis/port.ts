/*
 * What the rest of the house knows of an iMIS site. read.ts and write.ts implement these over REST, with separate
 * credentials; sync and population never see a wire shape.
 */
import type { Activity } from './contracts/activity.js';
import type { ContractName, Contracts } from './contracts/endpoints.js';
import type { NewPanelRow, PanelRow } from './contracts/panel-row.js';
import type { ContactChange } from './contracts/party-contact.js';
import type { Reading } from './contracts/reading.js';
import type { IqaRow } from './contracts/row.js';
import type { PanelSourceName } from './pack.js';
import type { SiteWays } from './site-profile.js';

export type { ContractName, Contracts } from './contracts/endpoints.js';
export type { NewPanelRow, PanelRow } from './contracts/panel-row.js';
export type { ContactChange } from './contracts/party-contact.js';
export type { Reading } from './contracts/reading.js';
export type { IqaRow, IqaValue } from './contracts/row.js';
export type { PanelSourceName } from './pack.js';

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
  /** How this site is gone about; absent: carefully. */
  readonly ways?: SiteWays;
  /** One page; callers page on by `nextOffset`. */
  page<N extends ContractName>(contract: N, options?: ListOptions): Promise<Page<Contracts[N]>>;
  /** Every row, page by page. */
  pages<N extends ContractName>(contract: N, options?: ListOptions): AsyncIterable<Page<Contracts[N]>>;
  /** Undefined when the site has no such record (404). */
  get<N extends ContractName>(contract: N, id: string): Promise<Reading<Contracts[N]> | undefined>;
  /** One page of the set-up pack's query `$/AICopilot/<name>`; `updatedSince` is site-local time without zone. */
  queryPage(name: string, options?: ListOptions & { readonly updatedSince?: string }): Promise<Page<IqaRow>>;
  /** The same without a prompt of the reader's own; there only where it adds one to a query asked for without. */
  plainQueryPage?(name: string, options?: ListOptions): Promise<Page<IqaRow>>;
  /** Role names of a user (UserSecurity, GetUserRoles). */
  rolesOf(userName: string): Promise<readonly string[]>;
  /** Names of an entity's properties, or undefined where the site answers 501. */
  propertiesOf(entity: string): Promise<readonly string[] | undefined>;
  /** True when a panel source or query can be read with these credentials. */
  canRead(entity: string): Promise<boolean>;
  /** The difference between the site's clock and ours in milliseconds, from the Date header. */
  clockSkew(): Promise<number>;
}

/** Our own panel sources, read to find and to check what was written. */
export interface PanelReader {
  /** One page of a panel source of the pack; filters are names of its columns, and ID for the party. */
  panelPage(source: PanelSourceName, options?: ListOptions): Promise<Page<PanelRow>>;
  /** One row by its id, undefined when it is gone. */
  panelRow(source: PanelSourceName, rowId: string): Promise<Reading<PanelRow> | undefined>;
}

/** Held by the executor of approved proposals alone; main builds it. */
export interface ImisWriter {
  /** Creates a note; answers the SEQN iMIS gave it, where it says so. */
  addActivity(activity: Activity): Promise<string | undefined>;
  removeActivity(activityId: string): Promise<void>;
  /** Adds a row; answers its id where the site says it: of several a party it usually does not. */
  addPanelRow(source: PanelSourceName, row: NewPanelRow): Promise<string | undefined>;
  /** Changes the columns given and leaves the others. */
  changePanelRow(source: PanelSourceName, row: PanelRow): Promise<void>;
  removePanelRow(source: PanelSourceName, rowId: string): Promise<void>;
  /**
   * Changes one contact detail of a party: reads the whole record, compares, puts the whole record back. Rejects with
   * ContactChangedSince where the value is no longer the one before; nothing was written then.
   */
  changeParty(partyId: string, change: ContactChange): Promise<void>;
  /** Whether one of our own writes is allowed, for doctor: signs in and asks `_haspermission`, writing nothing. */
  canWrite(entity: string, action: 'add' | 'remove'): Promise<boolean>;
}
