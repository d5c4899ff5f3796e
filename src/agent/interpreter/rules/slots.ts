/* Slot filling: a frame takes neighbours of the slot's type, in any order; the left side costs a little. */
import { edition } from '../frames.js';
import type { Item, OpenFrame, Sense } from '../senses.js';
import { type Grammar, merge } from './grammar.js';

const WINDOW_BEFORE = 0.12;
const FILLER_BEFORE = 0.06;
/** "The conference and then did not come": an event stands after its verb. */
const EVENT_BEFORE = 0.16;

export function fillRules(left: Item, right: Item, grammar: Grammar): Item[] {
  const [a, b] = [left.sense, right.sense];
  if (a.cat === 'Frame' && b.cat === 'SameTime') {
    const { frame } = a;
    const isOpen = !frame.windows && !frame.isSameTime && Object.values(frame.leaf.slots).includes('Win');
    return isOpen ? [merge(left, right, { cat: 'Frame', frame: { ...frame, isSameTime: true } }, 0)] : [];
  }
  if (b.cat === 'Frame' && a.cat === 'SameTime') return fillRules(right, left, grammar);
  // "Bought something this year, no donation": what there is none of stands after "no".
  if (a.cat === 'Frame' && b.cat !== 'Frame' && !('isNo' in b && b.isNo)) {
    const filled = fill(a.frame, b);
    if (filled) return [merge(left, right, { cat: 'Frame', frame: filled }, 0)];
  }
  // "Paid more than $500 in dues", "owe more than $500 overdue": the amount is of what follows.
  if (a.cat === 'Frame' && b.cat === 'Frame' && a.frame.leaf.money && b.frame.leaf.money) {
    const sum = a.frame.amount ?? a.frame.count;
    const isBare = !b.frame.amount && !b.frame.count && !b.frame.windows && !b.frame.isNegated;
    if (sum && isBare && a.frame.leaf.id !== b.frame.leaf.id && !b.frame.leaf.id.startsWith('largest'))
      return [merge(left, right, { cat: 'Frame', frame: { ...a.frame, leaf: b.frame.leaf } }, -0.02)];
  }
  // "Put in ten hours volunteering this year": the sum is of what the next word names.
  if (
    a.cat === 'Frame' &&
    b.cat === 'Frame' &&
    a.frame.leaf.quantity &&
    a.frame.count &&
    isSameDeed(a.frame, b.frame)
  ) {
    const windows = a.frame.windows ?? b.frame.windows;
    return [merge(left, right, { cat: 'Frame', frame: { ...a.frame, ...(windows && { windows }) } }, -0.2)];
  }
  if (b.cat === 'Frame' && a.cat !== 'Frame') {
    const filled = fill(b.frame, a);
    if (filled)
      return [
        merge(
          left,
          right,
          { cat: 'Frame', frame: filled },
          a.cat === 'Win' ? WINDOW_BEFORE : a.cat === 'Event' && !b.frame.isNoun ? EVENT_BEFORE : FILLER_BEFORE,
        ),
      ];
  }
  return [
    ...alternatives(left, right),
    ...events(left, right, grammar),
    ...mates(left, right),
    ...patterns(left, right, grammar),
  ];
}

const isSameDeed = (sum: OpenFrame, other: OpenFrame): boolean =>
  sum.leaf.kind === other.leaf.kind &&
  !other.count &&
  !other.what &&
  !other.isNegated &&
  !other.pattern &&
  !(sum.windows && other.windows);

/** The frame with the slot of that type filled, or undefined when none is open. */
export function fill(frame: OpenFrame, sense: Sense): OpenFrame | undefined {
  for (const type of Object.values(frame.leaf.slots)) {
    // "Spent over 1k": a number without a currency is money here.
    if (type === 'Amount' && sense.cat === 'Number' && !sense.isOfNext && !frame.amount && !frame.count)
      return { ...frame, count: sense.count };
    if (type !== sense.cat) continue;
    if (sense.cat === 'Win' && !frame.windows) {
      if (frame.leaf.takes && !sense.windows.every(({ value }) => frame.leaf.takes?.(value))) return undefined;
      const isEver = sense.windows.some(({ value }) => value === 'ever');
      return { ...frame, windows: sense.windows, ...(isEver && { isEver }) };
    }
    // A window said before a named edition belongs to the edition: "last year's conference".
    if (sense.cat === 'Event' && !frame.events)
      return frame.windows && sense.events.some(({ event }) => event) ? undefined : { ...frame, events: sense.events };
    if (
      (sense.cat === 'Count' || sense.cat === 'Years' || sense.cat === 'Number' || sense.cat === 'Hours') &&
      !frame.count
    )
      return { ...frame, count: sense.count };
    if ((sense.cat === 'Points' || sense.cat === 'Days') && !frame.count) return { ...frame, count: sense.count };
    if (sense.cat === 'Amount' && !frame.amount && !frame.count) return { ...frame, amount: sense.amount };
    if (sense.cat === 'What' && !frame.what && sense.list === frame.leaf.about) return { ...frame, what: sense.ids };
    if (sense.cat === 'Mail' && !frame.mail) return { ...frame, mail: true };
    if (sense.cat === 'Org' && frame.org === undefined) return { ...frame, org: sense.text };
    if (sense.cat === 'Staff' && frame.staff === undefined) return { ...frame, staff: sense.text };
  }
  return undefined;
}

/** "advocacy day or the summit", "in 2024 or 2025". */
function alternatives(left: Item, right: Item): Item[] {
  const [a, b] = [left.sense, right.sense];
  if (
    a.cat === 'Operator' &&
    (a.operator === 'or' || a.operator === 'and') &&
    (b.cat === 'Event' || b.cat === 'Win' || b.cat === 'What')
  ) {
    if (a.operator === 'and' && b.cat === 'Win') return [];
    return [merge(left, right, { cat: 'Joined', by: a.operator, of: b }, 0)];
  }
  if (b.cat !== 'Joined' || b.by !== 'or') return [];
  if (a.cat === 'Event' && b.of.cat === 'Event')
    return [merge(left, right, { cat: 'Event', events: [...a.events, ...b.of.events] }, 0)];
  if (a.cat === 'What' && b.of.cat === 'What' && a.list === b.of.list)
    return [merge(left, right, { ...a, ids: [...a.ids, ...b.of.ids] }, 0)];
  if (a.cat === 'Win' && b.of.cat === 'Win')
    return [merge(left, right, { cat: 'Win', windows: [...a.windows, ...b.of.windows] }, 0)];
  return [];
}

/** Editions of a series; a count or "no" before an event means attendance. */
function events(left: Item, right: Item, grammar: Grammar): Item[] {
  const [a, b] = [left.sense, right.sense];
  const both =
    a.cat === 'Event' && b.cat === 'Win'
      ? ([a, b] as const)
      : a.cat === 'Win' && b.cat === 'Event'
        ? ([b, a] as const)
        : undefined;
  if (both) {
    const held = edition(both[0].events, both[1].windows, grammar.world);
    return held ? [merge(left, right, { cat: 'Event', events: held }, 0)] : [];
  }
  const leaf = grammar.attendance;
  if (!leaf || b.cat !== 'Event') return [];
  const note = 'events are counted as attended';
  if (a.cat === 'Count')
    return [merge(left, right, { cat: 'Frame', frame: { leaf, count: a.count, events: b.events } }, 0.2, [note])];
  if (a.cat === 'Operator' && a.operator === 'not')
    return [merge(left, right, { cat: 'Frame', frame: { leaf, events: b.events, isNegated: true } }, 0.25, [note])];
  return [];
}

/** "open or click any email": what follows belongs to both. */
function mates(left: Item, right: Item): Item[] {
  const [a, b] = [left.sense, right.sense];
  if (a.cat === 'Operator' && a.operator === 'or' && b.cat === 'Frame')
    return [merge(left, right, { cat: 'Joined', by: 'or', of: b }, 0)];
  if (a.cat !== 'Frame' || b.cat !== 'Joined' || b.by !== 'or' || b.of.cat !== 'Frame') return [];
  const [first, second] = [a.frame, b.of.frame];
  const isBare = (frame: OpenFrame) => !frame.windows && !frame.events && !frame.count && !frame.mail && !frame.org;
  // "Neither logged in nor opened an email since August": what follows the second is of both.
  const isLast = (frame: OpenFrame) => !frame.events && !frame.count && !frame.org && !frame.what && !frame.pattern;
  const fits = first.leaf.id !== second.leaf.id && 'count' in first.leaf.slots && 'count' in second.leaf.slots;
  if (!fits || !isBare(first) || !isLast(second) || second.isNegated || second.isSameTime) return [];
  const { windows, mail } = second;
  const said = { ...(windows && { windows }), ...(mail && { mail }) };
  return [
    merge(left, right, { cat: 'Frame', frame: { ...first, ...said, mates: [...(first.mates ?? []), second.leaf] } }, 0),
  ];
}

/** "First-time attendees", "used to log in", "attended for the first time". */
function patterns(left: Item, right: Item, { attendance }: Grammar): Item[] {
  const [a, b] = [left.sense, right.sense];
  const [pattern, frame] =
    a.cat === 'Pattern' && b.cat === 'Frame'
      ? [a.pattern, b.frame]
      : b.cat === 'Pattern' && a.cat === 'Frame' && b.pattern !== 'stopped' && b.pattern !== 'last'
        ? [b.pattern, a.frame]
        : [undefined, undefined];
  if (a.cat === 'Pattern' && a.pattern !== 'last' && b.cat === 'Event' && attendance)
    return [
      merge(left, right, { cat: 'Frame', frame: { leaf: attendance, pattern: a.pattern, events: b.events } }, 0.1),
    ];
  if (!pattern || !frame?.leaf.kind || frame.pattern || frame.count || frame.isNegated) return [];
  return [merge(left, right, { cat: 'Frame', frame: { ...frame, pattern } }, 0)];
}
