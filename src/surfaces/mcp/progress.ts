/* Word of a call that takes its time, for a client that asked for it. */
import type { ServerContext } from '@modelcontextprotocol/server';

// A count takes milliseconds; whoever still waits after a second would like to know that it goes on.
const EVERY_MILLIS = 1000;

/** Runs `work` and tells how many seconds it has been at it, each second until it ends. Without a token nothing is told. */
export async function withProgress<Result>(
  context: ServerContext,
  doing: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const progressToken = context.mcpReq._meta?.progressToken;
  if (progressToken === undefined) return await work();
  const began = performance.now();
  const tell = (progress: number, message: string): void => {
    // Whoever has gone is told nothing more, and the call ends by its own signal.
    context.mcpReq
      .notify({ method: 'notifications/progress', params: { progressToken, progress, message } })
      .catch(() => undefined);
  };
  tell(0, `${doing}: begun`);
  let told = 0;
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - began) / EVERY_MILLIS);
    // The protocol takes only values that grow; a timer that was late once is early the next time.
    if (seconds <= told) return;
    told = seconds;
    tell(seconds, `${doing}: ${seconds} s so far`);
  }, EVERY_MILLIS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
