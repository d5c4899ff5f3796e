/* A call that takes too long or is called off ends in words; what it still does is heard by nobody. */
import { ToolStopped, ToolTimedOut } from './errors.js';

// A question takes well under a second; a minute of silence looks like a fault to whoever waits.
const USUAL_MILLIS = 30_000;

/** Runs with a signal that is given when the time is up or the caller calls it off. Throws ToolTimedOut, ToolStopped. */
export async function inTime<Result>(
  tool: string,
  { signal, timeoutMillis = USUAL_MILLIS }: { readonly signal?: AbortSignal; readonly timeoutMillis?: number },
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const own = new AbortController();
  const both = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
  const timer = setTimeout(() => own.abort(), timeoutMillis);
  const ended = new Promise<never>((_, reject) => {
    const end = () => reject(own.signal.aborted ? new ToolTimedOut(tool, timeoutMillis) : new ToolStopped(tool));
    if (both.aborted) end();
    else both.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([run(both), ended]);
  } finally {
    clearTimeout(timer);
  }
}
