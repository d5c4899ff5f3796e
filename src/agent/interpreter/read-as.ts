/* A sentence as the one call it comes to. */
import type { Focus } from './focus.js';
import { decide, findingsOf, type Mind } from './interpret.js';
import type { Reading } from './readings.js';

/** The sentence as one call, or undefined: what a choice must pass. */
export function readAs(sentence: string, focus: Focus | undefined, mind: Mind): Reading | undefined {
  const verdict = decide(findingsOf(sentence, focus, mind));
  return verdict.kind === 'call' ? verdict.reading : undefined;
}
