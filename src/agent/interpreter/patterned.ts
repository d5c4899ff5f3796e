/* "For the first time", "used to", "last": a frame with a pattern, as a condition on when it first or last happened. */
import type { Definition, EventWhere, Window } from '../../population/definition.js';
import { opposite } from './combine.js';
import type { OpenFrame } from './senses.js';
import type { Built, World } from './world.js';

const YEAR: Window = { last: 12, unit: 'month' };
const HALF_YEAR: Window = { last: 6, unit: 'month' };
const ASSUMED = 0.1;

/** What is meant without a window. */
const usual = {
  first_time: { window: YEAR, note: 'first time: in the last 12 months' },
  stopped: { window: HALF_YEAR, note: 'stopped: at least 3 in the 12 months before, and none in the last 6 months' },
  resumed: { window: YEAR, note: 'again: after none for 12 months' },
} as const;

export function patterned(frame: OpenFrame, world: World): Built | undefined {
  const { pattern, windows, events, what, leaf } = frame;
  const { kind } = leaf;
  if (!kind || !pattern || frame.count || frame.amount || frame.mates || (events?.length ?? 0) > 1) return undefined;
  const [event] = events ?? [];
  const reading = windows?.[0];
  if ((windows?.length ?? 0) > 1 || (pattern === 'last' && !reading)) return undefined;
  const placed = placeOf(event, world);
  const given = reading?.value ?? (pattern === 'first_time' ? placed.held : undefined);
  const assumed = pattern === 'last' ? undefined : usual[pattern];
  const window = given ?? assumed?.window;
  if (window === undefined) return undefined;
  const narrowed = { ...placed.where, ...(what && { what: [...what] }) };
  const where = Object.keys(narrowed).length > 0 ? { where: narrowed } : {};
  const definition: Definition =
    pattern === 'last' ? { op: 'last', kind, ...where, window } : { op: 'lifecycle', kind, pattern, ...where, window };
  const notes = [...(reading?.note ? [reading.note] : []), ...(given ? [] : assumed ? [assumed.note] : [])];
  return { definition: frame.isNegated ? opposite(definition) : definition, cost: given ? 0 : ASSUMED, notes };
}

/** "First-time attendees of the 2026 conference": the first one of its series, in the days it was held. */
function placeOf(event: EventWhere | undefined, { vocabulary, customs }: World): { where: EventWhere; held?: Window } {
  const id = event?.event?.[0];
  const named = event?.event?.length === 1 ? vocabulary.events.find((one) => one.id === id) : undefined;
  const series = named?.series ?? event?.series?.[0];
  if (series === undefined) return { where: event ?? {} };
  const edition =
    named ?? vocabulary.events.filter((one) => one.series === series && one.beginsOn <= customs.today).at(-1);
  return {
    where: { series: [series] },
    ...(edition && { held: { from: edition.beginsOn, to: edition.endsOn } }),
  };
}
