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
  let reject: (failure: Error) => void = () => undefined;
  const ended = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  ended.catch(() => undefined);
  const end = (failure: ToolTimedOut | ToolStopped) => {
    reject(failure);
    own.abort();
  };
  const stop = () => end(new ToolStopped(tool));
  const timer = setTimeout(() => end(new ToolTimedOut(tool, timeoutMillis)), timeoutMillis);
  // A client's signal is given at the end of every request: whoever has answered by then listens no more.
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    return await Promise.race([run(own.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
