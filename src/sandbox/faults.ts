/*
 * Faults a real site shows now and then, switched on by whoever tests against the sandbox. Whether a request is hit
 * depends on the seed, the fault's place in the list and how many requests it has matched: a run can be repeated.
 */
import * as z from 'zod';
import { chanceOf } from './random.js';

export const faultKinds = [
  'unauthorized', // 401 though the token is good
  'token_expires_early', // a token is forgotten long before expires_in
  'too_many_requests', // 429, with Retry-After when retryAfterSeconds is given
  'server_error', // 500 'An error occurred'
  'latency', // answers after `millis`
  'time_out', // never answers
  'cut_before', // the connection ends before anything is done
  'cut_after', // a write is done, the connection ends without an answer
  'page_drift', // rows slip between pages: one is repeated or passed over
  'stale_query', // a query answers what it answered first
  'validation_error', // 400 with ValidationResultsData
  'changed_between', // somebody else changes the record just before our write
  'html_page', // a proxy's page with status 200
  'half_body', // the JSON stops in the middle
  'endless_body', // the answer goes on for ever
  'endless_list', // HasNext stays true after the last row
  'rubbish_row', // a row with an unknown value, a date out of range or a text of 10 MB: see `rubbish`
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** '*', a path such as /api/Party (its sub-paths too), or a method and a path: 'POST /api/Activity'. Default '*'. */
  readonly route?: string;
  /** Share of matching requests that are hit, 0 to 1. Default 1. */
  readonly rate?: number;
  /** Lets this many matching requests pass first. Default 0. */
  readonly after?: number;
  /** Hits at most this many requests. Default: no end. */
  readonly times?: number;
  /** For latency. Default 1000. */
  readonly millis?: number;
  /** For too_many_requests. */
  readonly retryAfterSeconds?: number;
  /** For rubbish_row. Default 'unknown_value'. */
  readonly rubbish?: 'unknown_value' | 'date_out_of_range' | 'huge_text';
}

const FaultSchema = z.strictObject({
  kind: z.enum(faultKinds),
  route: z.string().optional(),
  rate: z.number().min(0).max(1).optional(),
  after: z.number().int().min(0).optional(),
  times: z.number().int().min(0).optional(),
  millis: z.number().min(0).optional(),
  retryAfterSeconds: z.number().min(0).optional(),
  rubbish: z.enum(['unknown_value', 'date_out_of_range', 'huge_text']).optional(),
});

/** A list of faults as a person wrote it; throws a RangeError that names the first thing wrong. */
export function parseFaults(written: unknown): readonly Fault[] {
  const parsed = z.array(FaultSchema).safeParse(written);
  if (parsed.success) return parsed.data as readonly Fault[];
  const [issue] = parsed.error.issues;
  throw new RangeError(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

export interface FaultControl {
  /** Replaces every fault; counters start again. */
  set(faults: readonly Fault[]): void;
  clear(): void;
  readonly active: readonly Fault[];
  /** How many requests each kind has hit since the last `set`. */
  readonly hits: Readonly<Partial<Record<FaultKind, number>>>;
}

export interface Faults extends FaultControl {
  /** The faults that hit this request; asking counts it. */
  hitting(method: string, path: string): readonly Fault[];
}

/** Control and decision in one, for a server's lifetime. */
export function createFaults(seed: number, initial: readonly Fault[] = []): Faults {
  let active: readonly Fault[] = [];
  let matched: number[] = [];
  let struck: number[] = [];
  let hits: Partial<Record<FaultKind, number>> = {};

  const set = (faults: readonly Fault[]): void => {
    active = parseFaults(faults);
    matched = active.map(() => 0);
    struck = active.map(() => 0);
    hits = {};
  };
  set(initial);

  return {
    set,
    clear: () => set([]),
    get active() {
      return active;
    },
    get hits() {
      return { ...hits };
    },
    hitting: (method, path) =>
      active.filter((fault, place) => {
        if (!matches(fault.route ?? '*', method, path)) return false;
        const count = matched[place] ?? 0;
        matched[place] = count + 1;
        if (count < (fault.after ?? 0) || (struck[place] ?? 0) >= (fault.times ?? Infinity)) return false;
        if (chanceOf(seed, count, place) >= (fault.rate ?? 1)) return false;
        struck[place] = (struck[place] ?? 0) + 1;
        hits[fault.kind] = (hits[fault.kind] ?? 0) + 1;
        return true;
      }),
  };
}

function matches(route: string, method: string, path: string): boolean {
  const spaced = route.indexOf(' ');
  const verb = spaced < 0 ? undefined : route.slice(0, spaced).toUpperCase();
  const start = route.slice(spaced + 1).toLowerCase();
  if (verb !== undefined && verb !== method) return false;
  const asked = path.toLowerCase();
  return start === '*' || asked === start || asked.startsWith(`${start}/`) || asked.startsWith(`${start}?`);
}
