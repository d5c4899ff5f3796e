/** A definition in plain English with its days, in words the interpreter reads back. */
import { isMemberWindow, resolve } from '../domain/window.js';
import { sayDay, sayRange } from '../language/say-day.js';
import { sayWindow } from '../language/say-window.js';
import type { Definition, Window } from './definition.js';
import { isNone, type Naming, type Speaker, sayEvent, sayField } from './leaf-words.js';
import { normal } from './normal.js';
import type { Perspective } from './perspective.js';
import type { Vocabulary } from './vocabulary.js';

export interface Said {
  /** One phrase: "active members in the Texas chapter, and who logged in at least 3 times". */
  readonly text: string;
  /** The same of one member: "active member in the Texas chapter". */
  readonly single: string;
  /** One line a condition. */
  readonly conditions: readonly string[];
  /** What was taken for granted: "active does not include grace". */
  readonly assumptions: readonly string[];
}

export function say(
  definition: Definition,
  perspective: Speaker['perspective'],
  vocabulary: Vocabulary,
  naming: Naming = () => undefined,
): Said {
  const speaker: Speaker = { perspective, vocabulary, naming };
  const form = normal(definition);
  const lots = form.op === 'any' && form.of.some(({ op }) => op === 'all') ? form.of : [form];
  const said = lots.map((lot) => sayLot(lot, speaker));
  const heads = said.flatMap(({ conditions }) => conditions.slice(0, 1));
  return {
    text: said.map(({ text }) => text).join(OR_ELSE),
    single: said.map(({ single }) => single).join(OR_ELSE),
    conditions: said.length > 1 ? said.map(({ text }) => text) : said.flatMap(({ conditions }) => conditions),
    assumptions: [
      ...new Set([
        ...heads.flatMap((head) => headNotes(head, perspective)),
        ...leavesOf(form).flatMap((leaf) => notesOf(leaf, speaker)),
      ]),
    ],
  };
}

/** Between two lots of people: of widest scope, where "or" alone would join the nearest conditions. */
const OR_ELSE = ', or else ';

function sayLot(lot: Definition, speaker: Speaker): Omit<Said, 'assumptions'> {
  const parts = lot.op === 'all' ? lot.of : lot.op === 'everyone' ? [] : [lot];
  const { head, rest } = headOf(parts);
  const conditions = rest.map((part) => sayPart(part, speaker));
  const alone = rest.map((part) => sayPart(part, { ...speaker, isOne: true }));
  return {
    text: [head, conditions.join(', and ')].filter(Boolean).join(' '),
    single: [singular[head] ?? head, alone.join(', and ')].filter(Boolean).join(' '),
    conditions: [head, ...conditions],
  };
}

/** One condition or group of a definition, as it follows "members". */
export function sayPart(part: Definition, speaker: Speaker): string {
  switch (part.op) {
    case 'everyone':
      return 'everyone';
    case 'all':
      return part.of.map((one) => sayPart(one, speaker)).join(' and ');
    case 'any':
      return `either ${part.of.map((one) => sayPart(one, speaker)).join(' or ')}`;
    case 'not':
      return part.of.op === 'field' ? sayField(part.of, true, speaker) : `not ${sayPart(part.of, speaker)}`;
    case 'field':
      return sayField(part, false, speaker);
    case 'event':
      return sayEvent(part, speaker);
  }
}

/** The status as part of the noun, where it is a plain one: "members", "active members", "lapsed members". */
function headOf(parts: readonly Definition[]): { head: string; rest: readonly Definition[] } {
  const heads: Readonly<Record<string, string>> = {
    'active,grace': 'members',
    active: 'active members',
    grace: 'members in grace',
    lapsed: 'lapsed members',
    prospect: 'prospects',
    suspended: 'suspended members',
  };
  for (const part of parts) {
    if (part.op !== 'field' || part.field !== 'status' || !('in' in part.test)) continue;
    const head = heads[part.test.in.join(',')];
    if (head) return { head, rest: parts.filter((other) => other !== part) };
  }
  return { head: parts.some(saysStatus) ? 'people' : 'contacts', rest: parts };
}

/** Read back, "people" with a status or the day of a lapse are those, and not members alone. */
const saysStatus = (part: Definition): boolean =>
  part.op === 'field' &&
  ((part.field === 'status' && 'in' in part.test) || (part.field === 'lapsed_on' && 'within' in part.test));

const singular: Readonly<Record<string, string>> = {
  members: 'member',
  'active members': 'active member',
  'members in grace': 'member in grace',
  'lapsed members': 'lapsed member',
  prospects: 'prospect',
  'suspended members': 'suspended member',
  people: 'person',
  contacts: 'contact',
};

function headNotes(head: string, { graceDays }: Pick<Perspective, 'graceDays'>): string[] {
  if (head === 'members') return [`members: active or in grace, for ${graceDays} days after the term ends`];
  if (head === 'active members') return ['active does not include grace'];
  return head === 'contacts' ? ['contacts: everybody on record, whatever their membership'] : [];
}

type Leaf = Extract<Definition, { op: 'field' | 'event' }>;

function leavesOf(definition: Definition): Leaf[] {
  if ('of' in definition) return [definition.of].flat().flatMap(leavesOf);
  return definition.op === 'everyone' ? [] : [definition];
}

function notesOf(leaf: Leaf, speaker: Speaker): string[] {
  if (leaf.op === 'field')
    return 'within' in leaf.test ? [...lapseNotes(leaf.field, speaker), ...windowNotes(leaf.test.within, speaker)] : [];
  const { is, value } = leaf.count;
  const fewer = (is === 'lt' || is === 'lte') && value > 0;
  return [
    ...windowNotes(leaf.window, speaker),
    ...(fewer ? [`fewer than ${is === 'lt' ? value : value + 1} includes none`] : []),
    ...reachNotes(leaf, speaker),
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

const kindNames = {
  attendance: 'attendance',
  registration: 'registrations',
  no_show: 'attendance',
  login: 'logins',
  mail_open: 'email opens',
  mail_click: 'email clicks',
  note: 'notes',
} as const;

/** How far back the data go, where the condition asks for more or for never. */
function reachNotes(leaf: Extract<Leaf, { op: 'event' }>, { perspective }: Speaker): string[] {
  const name = kindNames[leaf.kind];
  const reach = perspective.reach[leaf.kind];
  if (reach === undefined) return [`there are no data on ${name}: unknown for everybody`];
  if (isMemberWindow(leaf.window)) return [`${name} are on record since ${sayDay(reach)}; what was before is unknown`];
  const { from } = resolve(leaf.window, perspective.calendar);
  if (from !== undefined && from < reach)
    return [`${name} are on record since ${sayDay(reach)}; what was before is unknown`];
  return from === undefined && isNone(leaf.count)
    ? [`never: none since ${sayDay(reach)}, the first day on record`]
    : [];
}
