/** What was taken for granted in a definition, a line each: windows with their days, how far the data reach, rules. */
import { isMemberWindow, resolve } from '../domain/window.js';
import { sayDay, sayRange } from '../language/say-day.js';
import { sayWindow } from '../language/say-window.js';
import type { Count, Definition, EventKind, Measure, MoneyMeasure, Window } from './definition.js';
import { HABIT, HABIT_MONTHS } from './event-patterns.js';
import { quantityKind } from './event-rows.js';
import { eventWords, isNone } from './event-words.js';
import { moneyKind } from './money-rows.js';
import { partsOf } from './parts.js';
import { quantityWords } from './quantity-words.js';
import type { Speaker } from './speaker.js';

export function notesOf(definition: Definition, speaker: Speaker): string[] {
  return [...partsOf(definition).flatMap((part) => notesOf(part, speaker)), ...ownNotes(definition, speaker)];
}

function ownNotes(leaf: Definition, speaker: Speaker): string[] {
  switch (leaf.op) {
    case 'field':
      return fieldNotes(leaf, speaker);
    case 'event':
      return [
        ...windowNotes(leaf.window, speaker),
        ...countNotes(leaf.count),
        ...reachNotes(leaf.kind, leaf.window, speaker, isNone(leaf.count)),
      ];
    case 'lifecycle':
      return [
        ...windowNotes(leaf.window, speaker),
        patternNotes[leaf.pattern],
        ...reachNotes(leaf.kind, leaf.window, speaker, leaf.pattern === 'first_time'),
      ];
    case 'last':
      return [...windowNotes(leaf.window, speaker), ...reachNotes(leaf.kind, leaf.window, speaker)];
    case 'money':
      return [...windowNotes(leaf.window, speaker), ...moneyNotes(leaf.measure, leaf.currency, leaf.window, speaker)];
    case 'sum':
      return [
        ...windowNotes(leaf.window, speaker),
        ...sumNotes(leaf),
        ...reachNotes(quantityKind[leaf.quantity], leaf.window, speaker),
      ];
    case 'contactable':
      return ['can be contacted: an address is on record, nobody opted out, and the last email did not bounce'];
    case 'relation':
      return leaf.quantity === 'all' || leaf.quantity === 'none'
        ? ['organizations without people on record are unknown']
        : [];
    case 'top':
      return [...measureNotes(leaf.by, speaker), 'who has no value comes last'];
    case 'then':
      return ['as it was then: by the terms that were paid by that day'];
    default:
      return [];
  }
}

const patternNotes = {
  first_time: 'first time: none before it on record',
  stopped: `stopped: at least ${HABIT.value} in the ${HABIT_MONTHS} months before, and none since`,
  resumed: `resumed: none in the ${HABIT_MONTHS} months before, and some earlier`,
} as const;

const fieldRules: Readonly<Record<string, string>> = {
  engagement: 'engagement score: from 0 to 100, against everybody in the same tier',
  engagement_change: 'engagement: the score today against the score 90 days ago',
  high_value: 'high value: the top fifth of the tier by yearly dues and other revenue of 12 months',
  rejoined: 'rejoined: joined again after the grace period had ended',
  lifetime_years: 'lifetime years: with earlier memberships before a lapse',
};

function fieldNotes({ field, test }: Extract<Definition, { op: 'field' }>, speaker: Speaker): string[] {
  const rule = fieldRules[field];
  const windows = 'within' in test ? [...lapseNotes(field, speaker), ...windowNotes(test.within, speaker)] : [];
  return rule ? [rule, ...windows] : windows;
}

function countNotes({ is, value }: Count): string[] {
  const fewer = (is === 'lt' || is === 'lte') && value > 0;
  return fewer ? [`fewer than ${is === 'lt' ? value : value + 1} includes none`] : [];
}

/** Who has nothing on record is below any amount. */
function sumNotes({ quantity, test }: Extract<Definition, { op: 'sum' }>): string[] {
  if ('between' in test || (test.is !== 'lt' && test.is !== 'lte') || test.value === 0) return [];
  return [`fewer than so many ${quantityWords[quantity].noun} includes none`];
}

export function measureNotes(measure: Measure, speaker: Speaker): string[] {
  if ('field' in measure) return fieldRules[measure.field] ? [fieldRules[measure.field] ?? ''] : [];
  const windows = windowNotes(measure.window, speaker);
  return 'money' in measure
    ? [...windows, ...moneyNotes(measure.money, measure.currency, measure.window, speaker)]
    : [
        ...windows,
        ...reachNotes('count' in measure ? measure.count : quantityKind[measure.quantity], measure.window, speaker),
      ];
}

const moneyRules: Readonly<Partial<Record<MoneyMeasure, string>>> = {
  revenue: 'paid: received less refunds',
  dues: 'paid: received less refunds',
  other_revenue: 'paid: received less refunds',
  balance: 'open now',
  overdue: 'open now and past the due date',
};

function moneyNotes(measure: MoneyMeasure, currency: string, window: Window, speaker: Speaker): string[] {
  const kind = moneyKind[measure];
  const rule = moneyRules[measure];
  return [
    ...(rule ? [rule] : []),
    `amounts in ${currency} alone: other currencies are not added`,
    ...(kind ? reachNotes(kind, window, speaker) : []),
  ];
}

/** Lapsing is not expiring: the two days lie the grace period apart. */
const lapseNotes = (field: string, { perspective }: Speaker): string[] =>
  field === 'drops' || field === 'lapsed_on'
    ? [`lapsing: the day grace ends, ${perspective.graceDays} days after expiry`]
    : [];

/** What a window that moves comes to today. */
function windowNotes(window: Window, { perspective }: Speaker): string[] {
  if (window === 'ever' || isMemberWindow(window) || 'from' in window || 'to' in window) return [];
  const { from, to } = resolve(window, perspective.calendar);
  return from && to ? [`${sayWindow(window)}: ${sayRange({ from, to })}`] : [];
}

/** How far back the data go, where the condition asks for more or for never. */
function reachNotes(kind: EventKind, window: Window, { perspective }: Speaker, isNever = false): string[] {
  const name = recordNames[kind] ?? eventWords[kind].plural;
  const reach = perspective.reach[kind];
  if (reach === undefined) return [`there are no data on ${name}: unknown for everybody`];
  if (isMemberWindow(window)) return [`${name} are on record since ${sayDay(reach)}; what was before is unknown`];
  const { from } = resolve(window, perspective.calendar);
  if (from !== undefined && from < reach)
    return [`${name} are on record since ${sayDay(reach)}; what was before is unknown`];
  return from === undefined && isNever ? [`never: none since ${sayDay(reach)}, the first day on record`] : [];
}

/** As the records are called, where they are not called by what happened. */
const recordNames: Readonly<Partial<Record<EventKind, string>>> = { attendance: 'attendance', no_show: 'attendance' };
