import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../clock.js';
import type { RetryOptions } from './options.js';

// Retry-After may be a date of the real world, whatever day the copilot takes for today.
const machineClock = systemClock('UTC');

/** How long to wait before repeat number `repeat` (0 the first), or undefined when the site asks for longer than we wait. */
export function pauseBefore(repeat: number, retryAfter: string | null, options: RetryOptions): number | undefined {
  // Half fixed, half random: requests that failed together do not come back together.
  const backoff = options.firstMillis * 2 ** repeat * (0.5 + Math.random() / 2);
  const asked = retryAfterMillis(retryAfter);
  if (asked > options.longestMillis) return undefined;
  return Math.max(asked, Math.min(backoff, options.longestMillis));
}

function retryAfterMillis(header: string | null): number {
  if (header === null) return 0;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - machineClock.now().getTime());
}

/** Whether another repeat is worth it: a site that lets every request time out is given up after three of them. */
export const inTime = (startedAt: number, timeoutMillis: number): boolean =>
  performance.now() - startedAt < timeoutMillis * 3;

/** Rejects with the signal's reason when the caller gives up. */
export async function pause(millis: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(millis, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
