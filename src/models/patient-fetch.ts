/*
 * The way to an endpoint: one address only, further tries with growing pauses where it says "busy" or fails, no more
 * bytes than an answer can have, and every refusal as a typed error.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  ModelBusy,
  ModelFailed,
  ModelNotThere,
  ModelRefusedKey,
  ModelRefusedRequest,
  ModelUnreachable,
  ModelUnreadable,
} from './errors.js';

export interface Patience {
  /** Requests to anywhere else are refused. */
  readonly origin: string;
  /** Further tries. */
  readonly retries: number;
  /** First pause; it doubles with each try. */
  readonly pauseMillis: number;
  /** The key: libraries are given none, and no header of theirs or of the environment is sent. */
  readonly headers: Readonly<Record<string, string>>;
}

// Longer than this a person does not wait: the turn is answered offline instead.
const LONGEST_PAUSE_MILLIS = 20_000;
/** An answer has some ten thousand characters; streamed ones come wrapped, piece by piece. */
const MOST_BYTES = 4_000_000;

type Fetch = typeof globalThis.fetch;

/** Like fetch. Throws the errors of errors.ts, and whatever an aborted signal gives. */
export function patientFetch({ origin, retries, pauseMillis, headers }: Patience): Fetch {
  return async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input));
    if (address.origin !== origin) throw new TypeError('a model was asked at another address than its own');
    for (let tries = 0; ; tries++) {
      const answered = await attempt(address, { ...init, headers: { 'content-type': 'application/json', ...headers } });
      if (answered instanceof Response && answered.ok) return bounded(answered);
      const error = answered instanceof Response ? refusalOf(answered.status) : answered;
      const wait = waitOf(answered, tries, pauseMillis);
      if (answered instanceof Response) await answered.body?.cancel();
      if (wait === undefined || tries >= retries) throw error;
      await pause(wait, undefined, init?.signal ? { signal: init.signal } : {});
    }
  };
}

async function attempt(address: URL, init: RequestInit): Promise<Response | ModelUnreachable> {
  try {
    // A redirect could lead the key and the conversation elsewhere.
    return await fetch(address, { ...init, redirect: 'error' });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return new ModelUnreachable({ cause: error });
  }
}

const isPassing = (status: number): boolean => status === 408 || status === 409 || status === 429 || status >= 500;

/** Milliseconds until the next try; undefined where none can help. */
function waitOf(answered: Response | Error, tries: number, pauseMillis: number): number | undefined {
  const own = pauseMillis * 2 ** tries;
  if (!(answered instanceof Response)) return own;
  if (!isPassing(answered.status)) return undefined;
  const wait = asked(answered.headers) ?? own;
  return wait <= LONGEST_PAUSE_MILLIS ? wait : undefined;
}

/** retry-after-ms is Azure's, in milliseconds; Retry-After is seconds, or a date measured against the answer's own. */
function asked(headers: Headers): number | undefined {
  const millis = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(millis) && millis >= 0) return millis;
  const after = headers.get('retry-after');
  if (after === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
  const wait = Date.parse(after) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function refusalOf(status: number): Error {
  if (status === 401 || status === 403) return new ModelRefusedKey(status);
  if (status === 404) return new ModelNotThere();
  if (status === 429) return new ModelBusy();
  return status >= 500 ? new ModelFailed(status) : new ModelRefusedRequest(status);
}

function bounded(response: Response): Response {
  let bytes = 0;
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) controller.error(new ModelUnreadable('it is far too long'));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted ?? null, { status: response.status, headers: response.headers });
}
