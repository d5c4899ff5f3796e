import type { Credentials } from '../settings.js';
import type { SiteProfile } from './contracts/site-profile.js';
import type { Account } from './failures.js';

/** The part of a pino logger the client uses. Facts never hold tokens, queries or bodies. */
export interface Log {
  debug(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface ImisOptions {
  /** Address of the site, below which /token and /api are. */
  readonly url: string;
  readonly credentials: Credentials;
  /** Requests at once; 5 when unset. */
  readonly concurrency?: number;
  /** For one request, its body included; 60 s when unset. */
  readonly timeoutMillis?: number;
  /** For amounts a site sends without one (ISO 4217); unset: such rows do not fit. */
  readonly currency?: string;
  /** What is known of the site; unset: the careful ways. */
  readonly profile?: SiteProfile;
  readonly log?: Log;
  readonly retry?: RetryOptions;
  /** Called before each request that is sent, sign-ins and repeats included. */
  readonly onSend?: () => void;
}

export interface RetryOptions {
  /** Repeats after the first try. */
  readonly repeats: number;
  /** Wait before the first repeat; doubles each time. */
  readonly firstMillis: number;
  /** A Retry-After above this is not waited for: the call fails as busy. */
  readonly longestMillis: number;
}

export interface Connected extends ImisOptions {
  readonly account: Account;
  readonly concurrency: number;
  readonly timeoutMillis: number;
  readonly retry: RetryOptions;
}

// With a third of all answers failing, six tries still lose only one call in 700.
const RETRY: RetryOptions = { repeats: 5, firstMillis: 400, longestMillis: 60_000 };

export const connected = (options: ImisOptions, account: Account): Connected => ({
  ...options,
  url: options.url.replace(/\/+$/, ''),
  account,
  concurrency: options.concurrency ?? 5,
  timeoutMillis: options.timeoutMillis ?? 60_000,
  retry: options.retry ?? RETRY,
});
