/* A sentence as the one call it comes to. */
import type { Focus } from './focus.js';
import { decide, findingsOf, type Mind } from './interpret.js';
import type { Reading } from './readings.js';

/** What was read last for one mind and focus: the choices of one question try the same sentences again and again. */
interface Read {
  readonly focus: Focus | undefined;
  readonly readings: Map<string, Reading | undefined>;
}
const lately = new WeakMap<Mind, Read>();
const MOST_KEPT = 200;

/** The sentence as one call, or undefined: what a choice must pass. */
export function readAs(sentence: string, focus: Focus | undefined, mind: Mind): Reading | undefined {
  const readings = readLately(focus, mind);
  if (readings.has(sentence)) return readings.get(sentence);
  const verdict = decide(findingsOf(sentence, focus, mind));
  const reading = verdict.kind === 'call' ? verdict.reading : undefined;
  if (readings.size >= MOST_KEPT) readings.clear();
  readings.set(sentence, reading);
  return reading;
}

function readLately(focus: Focus | undefined, mind: Mind): Map<string, Reading | undefined> {
  const kept = lately.get(mind);
  if (kept && kept.focus === focus) return kept.readings;
  const readings = new Map<string, Reading | undefined>();
  lately.set(mind, { focus, readings });
  return readings;
}
