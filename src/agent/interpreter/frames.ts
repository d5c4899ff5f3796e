/* A frame whose slots are filled, as a condition; what was assumed costs a little and is told. */
import { fromMajor } from '../../domain/money.js';
import { type Days, isMemberWindow, resolve } from '../../domain/window.js';
import type { Amount } from '../../language/amounts.js';
import type { Customs } from '../../language/reading.js';
import type { WindowReading } from '../../language/windows.js';
import type { Definition, EventWhere, Window } from '../../population/definition.js';
import type { Filled, LeafFrame, Slot } from '../../population/leaves.js';
import type { EventEntry } from '../../population/vocabulary.js';
import { join, opposite } from './combine.js';
import { patterned } from './patterned.js';
import type { OpenFrame } from './senses.js';
import type { Built, World } from './world.js';

/** "will lapse next month" with a verb of the past: nobody means that. */
const TENSE_CLASH = 2;

/** "In the same time", where nothing before it says which. */
export const UNKNOWN_TIME = 4;

export function build(said: OpenFrame, world: World): Built | undefined {
  const frame = notOne(said);
  const { leaf } = frame;
  if (frame.pattern) return patterned(frame, world);
  if (leaf.needs.some((slot) => !isFilled(frame, slot))) return undefined;
  const missing = leaf.defaults.filter(({ slot }) => !isFilled(frame, slot));
  let cost = missing.reduce((sum, one) => sum + one.cost, frame.isSameTime ? UNKNOWN_TIME : 0);
  const notes = missing.filter((one) => one.cost > 0).map((one) => one.note);

  if (frame.isNegated) {
    const special = leaf.negated?.(whole(frame, world));
    if (special && !frame.mates)
      return { definition: special.definition, cost: cost + 0.1, notes: [...notes, special.note] };
  }
  const alternatives: Definition[] = [];
  for (const one of [leaf, ...(frame.mates ?? [])])
    for (const event of frame.events ?? [undefined])
      for (const reading of frame.windows ?? [undefined]) {
        const placed = place(frame, one, event, reading, world);
        cost += placed.cost;
        notes.push(...placed.notes);
        alternatives.push(one.build({ ...plain(frame, world), ...placed.filled }));
      }
  const definition = join('any', alternatives);
  return { definition: frame.isNegated ? opposite(definition) : definition, cost, notes: [...new Set(notes)] };
}

/** "Not one single event", "not a single email": none, and not any number but one. */
function notOne(frame: OpenFrame): OpenFrame {
  const { count, ...rest } = frame;
  const isOne = count && 'is' in count && count.is === 'eq' && count.value === 1;
  return frame.isNegated && isOne && Object.values(frame.leaf.slots).includes('Count') ? rest : frame;
}

const isFilled = (frame: OpenFrame, slot: Slot): boolean => {
  if (slot === 'window') return frame.windows !== undefined;
  if (slot === 'event') return frame.events !== undefined;
  if (slot === 'amount') return frame.amount !== undefined || frame.count !== undefined;
  return frame[slot] !== undefined;
};

const plain = ({ leaf, count, amount, what, org, staff, text, mail }: OpenFrame, world: World): Filled => ({
  ...(count && !leaf.money && { count }),
  // A number without a currency, of money: the association's own.
  ...(leaf.money && (amount ?? (count && amountOf(count, world))) && { amount: amount ?? amountOf(count, world) }),
  ...(what && { what }),
  ...(org !== undefined && { org }),
  ...(staff !== undefined && { staff }),
  ...(text !== undefined && { text }),
  ...(mail && { mail }),
});

const amountOf = (count: NonNullable<OpenFrame['count']> | undefined, { customs }: World): Amount => {
  const of = (value: number) => fromMajor(value, customs.currency);
  if (!count) return { is: 'gt', value: of(0) };
  return 'between' in count
    ? { between: [of(count.between[0]), of(count.between[1])] }
    : { is: count.is === 'eq' ? 'gte' : count.is, value: of(count.value) };
};

const whole = (frame: OpenFrame, world: World): Filled => ({
  ...plain(frame, world),
  ...(frame.windows?.[0] && { window: frame.windows[0].value }),
  ...(frame.events?.[0] && { event: frame.events[0] }),
});

interface Placed {
  readonly filled: Filled;
  readonly cost: number;
  readonly notes: readonly string[];
}

/** The window held against the verb's tense, and a series against its editions. */
function place(
  frame: OpenFrame,
  leaf: LeafFrame,
  event: EventWhere | undefined,
  reading: WindowReading | undefined,
  world: World,
): Placed {
  const window = reading?.value;
  const notes = reading?.note ? [reading.note] : [];
  let cost = 0;
  if (reading && (clashes(reading, leaf, world) || (reading.tense && reading.tense !== leaf.tense)))
    cost += TENSE_CLASH;
  const series = event?.series?.[0];
  if (!event || !series || event.series?.length !== 1)
    return { filled: { ...(event && { event }), ...(window !== undefined && { window }) }, cost, notes };
  const wantsAny = frame.isEver || window === 'ever' || isPluralCount(frame);
  if (window === undefined && !wantsAny) {
    const latest = world.vocabulary.events
      .filter((one) => one.series === series && one.beginsOn <= world.customs.today)
      .at(-1);
    if (latest)
      return {
        filled: { event: { event: [latest.id] } },
        cost: cost + 0.1,
        notes: [...notes, `${latest.name} is the latest one held`],
      };
  }
  const only = reading && !isPluralCount(frame) ? edition([event], [reading], world)?.[0] : undefined;
  if (only) return { filled: { event: only }, cost, notes };
  return { filled: { event, ...(window !== undefined && { window }) }, cost, notes };
}

const isPluralCount = ({ count }: OpenFrame): boolean => count !== undefined && isPlural(count);
const isPlural = (count: NonNullable<OpenFrame['count']>): boolean => ('is' in count ? count.value > 1 : true);

function clashes(reading: WindowReading, leaf: LeafFrame, { customs }: World): boolean {
  const { value } = reading;
  // "Joined in their first 90 days": everybody did.
  if (typeof value === 'object' && 'relativeTo' in value && value.relativeTo === 'join' && joins.has(leaf.id))
    return true;
  const days = daysOf(reading.value, customs);
  if (!days) return false;
  return leaf.tense === 'past'
    ? days.from !== undefined && days.from > customs.today
    : days.to !== undefined && days.to < customs.today;
}

const joins = new Set(['joined', 'new', 'member_since', 'joined_since']);

const daysOf = (window: Window, customs: Customs): Days | undefined =>
  isMemberWindow(window) ? undefined : resolve(window, customs);

/** "annual conference" with "2025" or "last year's": that edition, when exactly one was held in the window. */
export function edition(
  events: readonly EventWhere[],
  windows: readonly WindowReading[],
  { customs, vocabulary }: World,
): EventWhere[] | undefined {
  const series = events.length === 1 ? events[0]?.series?.[0] : undefined;
  if (!series) return undefined;
  const found: EventWhere[] = [];
  for (const { value, tense } of windows) {
    if (tense === 'future') return undefined;
    const days = daysOf(value, customs);
    if (!days?.from || !days.to) return undefined;
    const held = vocabulary.events.filter((one) => one.series === series && isWithin(one, days));
    const [only] = held;
    if (held.length !== 1 || !only) return undefined;
    found.push({ event: [only.id] });
  }
  return found;
}

const isWithin = (event: EventEntry, days: Days): boolean =>
  (!days.from || event.beginsOn >= days.from) && (!days.to || event.beginsOn <= days.to);
