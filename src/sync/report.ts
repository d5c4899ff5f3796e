/*
 * entity    one list of the site that sync reads: parties, invoice lines, logins ...
 * full      every row of an entity is read and every known key compared, so that what was deleted is found
 * partial   an entity whose first full reading has not ended: answers about it are said to be partial
 */
import type { Day } from '../domain/day.js';
import type { ErrorReport } from '../errors.js';

export const entities = [
  'tiers',
  'tier_prices',
  'groups',
  'parties',
  'contacts',
  'organizations',
  'users',
  'assignments',
  'consents',
  'subscriptions',
  'events',
  'invoices',
  'invoice_lines',
  'payments',
  'group_members',
  'registrations',
  'attendance',
  'activities',
  'logins',
  'messages',
  'cases',
  'posts',
  'survey_answers',
  'emails',
  'page_views',
  'downloads',
  'credits',
  'certifications',
  'volunteer_hours',
  'purchases',
  'donations',
  'sponsorships',
  'payment_plans',
  'renewal_settings',
] as const;
export type Entity = (typeof entities)[number];

export interface EntityReport {
  readonly entity: Entity;
  readonly reading: 'full' | 'changes';
  /** Rows the site answered, whether or not they were new to us. */
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  readonly rejected: number;
  /** Why rows were rejected, most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[];
  /** What a person should know: an answer that was not believed, pages read again. */
  readonly remarks: readonly string[];
  /** Why this entity was not read to its end; the others were. */
  readonly failure?: ErrorReport;
}

export interface SyncReport {
  readonly kind: 'full' | 'incremental';
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly entities: readonly EntityReport[];
  /** Members whose terms were derived again. */
  readonly membersDerived: number;
  /** True when another process did the work and this one waited for it. */
  readonly joined: boolean;
}

export interface Progress {
  readonly entity: Entity;
  readonly read: number;
  /** Undefined until the site has said how many there are. */
  readonly total?: number;
  readonly done: boolean;
}

export interface EntityStatus {
  readonly entity: Entity;
  /** partial: never read to its end; reading: read to its end before and being read now. */
  readonly state: 'never' | 'partial' | 'reading' | 'complete';
  readonly rowsRead: number;
  readonly rowsTotal?: number;
  readonly lastFullAt?: string;
  readonly lastIncrementalAt?: string;
  /** When the last reading that ended had begun: what we hold is at least as new as this. */
  readonly readAt?: string;
}

export interface SyncStatus {
  readonly running: boolean;
  /** False until every entity was read to its end once. */
  readonly complete: boolean;
  readonly entities: readonly EntityStatus[];
  /** The oldest `readAt` of all entities; undefined until the first full sync has ended. */
  readonly dataReadAt?: string;
  /** How the last run ended, when it failed. */
  readonly lastFailure?: { readonly at: string; readonly kind: string; readonly message: string };
}

/** How far back one kind of record reaches. A window that begins earlier is answered "unknown" for that part. */
export interface Reach {
  /** `attendance`, `logins`, `activities:note`, `payments` ... */
  readonly kind: string;
  readonly rows: number;
  readonly firstOn?: Day;
  readonly lastOn?: Day;
}

export interface DataQuality {
  /** Entities never read to their end, or that hold no row. */
  readonly missing: readonly { readonly entity: Entity; readonly reason: string }[];
  readonly reach: readonly Reach[];
  readonly rejects: readonly {
    readonly entity: string;
    readonly rows: number;
    readonly reasons: readonly { readonly reason: string; readonly rows: number }[];
    /** Some keys to look at in iMIS. */
    readonly sample: readonly string[];
  }[];
  readonly disagreements: readonly {
    readonly kind: DisagreementKind;
    readonly rows: number;
    /** Some iMIS ids to look at. */
    readonly sample: readonly string[];
  }[];
}

export type DisagreementKind =
  /** CsContact.PaidThrough is later than the last term that was paid. */
  | 'paid_through_after_terms'
  | 'paid_through_before_terms'
  | 'paid_through_without_term'
  | 'term_without_paid_through'
  /** A paid dues line whose period lies within another's: it makes no term of its own. */
  | 'dues_line_within_another'
  | 'dues_lines_overlap'
  /** A paid dues line without a begin or end day. */
  | 'dues_line_without_period';
