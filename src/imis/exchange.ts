/* One HTTP exchange: sent once, within its time, redirects not followed. What it means is decided by the caller. */
import { type Body, readBody } from './body.js';
import type { Silence } from './failures.js';

export interface Outgoing {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMillis: number;
  readonly signal?: AbortSignal;
}

export type Exchange =
  | { readonly answered: true; readonly status: number; readonly headers: Headers; readonly body: Body }
  /** `delivered` is false only where the request certainly never left: no connection came about. */
  | { readonly answered: false; readonly silence: Silence; readonly delivered: boolean };

/** Rejects only when the caller's signal is aborted. */
export async function exchange(outgoing: Outgoing): Promise<Exchange> {
  const { url, method, headers, body, signal } = outgoing;
  signal?.throwIfAborted();
  const ours = new AbortController();
  const onAbort = () => ours.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(onAbort, outgoing.timeoutMillis);
  try {
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal: ours.signal });
    return { answered: true, status: response.status, headers: response.headers, body: await readBody(response) };
  } catch (error) {
    signal?.throwIfAborted();
    if (ours.signal.aborted) return { answered: false, silence: 'timeout', delivered: true };
    return silenceOf(codeOf(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

function silenceOf(code: string): Exchange {
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code))
    return { answered: false, silence: 'certificate', delivered: false };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { answered: false, silence: 'unknown host', delivered: false };
  const neverConnected = ['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
  return { answered: false, silence: 'connection', delivered: !neverConnected };
}
