/*
 * A message that goes on in several steps: "OK the Pros. Who, longest first", "now keep only lapsed, and break that down
 * by tier". Each step is read with what the step before came to; the last one is asked. Only where every step is read.
 */
import { askedFor } from './asked-for.js';
import type { Focus } from './focus.js';
import { focusAfter } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';

const STEPS = /\s*[.;:!?]+\s+|\s+[-–—]+\s+|\s*,\s+(?:and |then |but )*|\s+(?:and then|then)\s+/i;
const MOST_STEPS = 4;

type ReadStep = (text: string, focus: Focus) => GoingOn | undefined;

/** `read` is how one step is read. */
export function stepByStep(said: string, focus: Focus, mind: Mind, read: ReadStep): GoingOn | undefined {
  const steps = said
    .split(STEPS)
    .map((step) =>
      step
        .replace(/[\s.!?,]+$/, '')
        .replace(/(?<=\S) then$/i, '')
        .trim(),
    )
    .filter((step) => /[\p{L}\d]/u.test(step));
  if (!focus.definition || steps.length < 2 || steps.length > MOST_STEPS) return undefined;
  let now = focus;
  let last: GoingOn | undefined;
  const notes: string[] = [];
  for (const step of steps) {
    const direction = ORDER.exec(step)?.[1]?.toLowerCase();
    if (direction && last?.call && inOrder(last.call.tool, mind)) {
      const order = direction.startsWith('d') || direction === 'highest' || direction === 'largest' ? 'desc' : 'asc';
      last = { ...last, call: { ...last.call, arguments: { ...last.call.arguments, order } } };
      continue;
    }
    const asked = askedFor(step);
    const found = read(
      asked === 'list' ? 'list them' : asked ? 'how many are there' : step.replace(/ again$/i, ''),
      now,
    );
    if (!found?.call?.arguments['definition']) return undefined;
    const { tool } = found.call;
    if (mind.grammar.tools.find((one) => one.tool.name === tool)?.tool.effect !== 'read') return undefined;
    now = focusAfter(now, found.call);
    notes.push(...found.notes);
    last = found;
  }
  return last?.call && { call: last.call, notes: [...new Set(notes)] };
}

const ORDER = /^(?:in )?(desc\w*|asc\w*|highest|largest|lowest|smallest)(?: order| first)?$/i;
const inOrder = (name: string, mind: Mind): boolean =>
  mind.grammar.tools.some(({ tool, parameters }) => tool.name === name && [...parameters.values()].includes('Order'));
