/** One condition in English, as a part that follows "members": "in the Texas chapter", "who logged in at least 3 times". */
import { isMemberWindow, resolve } from '../domain/window.js';
import { sayQuantity } from '../language/counts.js';
import { sayDay } from '../language/say-day.js';
import { sayWindow } from '../language/say-window.js';
import type { Count, Definition, EventKind, EventWhere, Test, Window } from './definition.js';
import { type Field, fieldNamed } from './fields.js';
import type { Perspective } from './perspective.js';
import type { Entry, Vocabulary } from './vocabulary.js';

/** Names for what is shown by id (an employer, a member of staff); undefined: the id itself. */
export type Naming = (field: string, id: string) => string | undefined;

export interface Speaker {
  readonly perspective: Pick<Perspective, 'calendar' | 'graceDays' | 'reach'>;
  readonly vocabulary: Vocabulary;
  readonly naming: Naming;
  /** Said of one member: "who is", not "who are". */
  readonly isOne?: boolean;
}

type FieldLeaf = Extract<Definition, { op: 'field' }>;
type EventLeaf = Extract<Definition, { op: 'event' }>;

/** A window with its days: "between 1 July 2026 and 30 September 2026"; '' for any time. */
export function sayDaysOf(window: Window, { perspective }: Speaker): string {
  if (window === 'ever') return '';
  if (!isMemberWindow(window)) {
    const { from, to } = resolve(window, perspective.calendar);
    if (from && !to && from <= perspective.calendar.today) return `since ${sayDay(from)}`;
    return sayWindow({ from, to });
  }
  const said = sayWindow(window);
  return said.startsWith('the ') ? `in ${said}` : said;
}

export function sayField({ field: name, test }: FieldLeaf, isNot: boolean, speaker: Speaker): string {
  const field = fieldNamed(name);
  if (!field) return `${isNot ? 'not ' : ''}${name}`;
  if ('recorded' in test)
    return `${test.recorded !== isNot ? 'with' : 'without'} ${article(field.label)} ${field.label}`;
  const not = isNot ? 'not ' : '';
  if ('in' in test) {
    const isNoun = field.name === 'status' || field.name === 'kind';
    return `${isNoun ? (speaker.isOne ? 'who is ' : 'who are ') : ''}${not}${sayValues(field, test.in, speaker)}`;
  }
  if ('contains' in test)
    return `${isNot ? 'without' : 'with'} "${test.contains.join('" or "')}" in the ${field.label}`;
  if ('within' in test) return sayWithin(field, test.within, isNot, speaker);
  return `${not}${sayNumber(field, test, speaker)}`;
}

function sayWithin(field: Field, window: Window, isNot: boolean, speaker: Speaker): string {
  const days = sayDaysOf(window, speaker);
  const noun = `${article(field.label)} ${field.label}`;
  if (!days) return `${isNot ? 'without' : 'with'} ${noun}`;
  const isAhead = field.name === 'expires' || field.name === 'drops';
  const verb = isAhead && isOver(window, speaker) ? undefined : (isNot ? didNot : did)[field.name];
  return `${verb ?? `${isNot ? 'not ' : ''}with ${noun}`} ${days}`;
}

/** A window that has passed: what expired in it is no longer "expiring". */
function isOver(window: Window, { perspective }: Speaker): boolean {
  if (isMemberWindow(window)) return false;
  const { to } = resolve(window, perspective.calendar);
  return to !== undefined && to < perspective.calendar.today;
}

const did: Readonly<Record<string, string>> = {
  joined: 'who joined',
  expires: 'expiring',
  drops: 'lapsing',
  lapsed_on: 'who lapsed',
  renewed_on: 'who renewed',
  member_since: 'with membership begun',
};
const didNot: Readonly<Record<string, string>> = {
  joined: 'who did not join',
  expires: 'not expiring',
  drops: 'not lapsing',
  lapsed_on: 'who did not lapse',
  renewed_on: 'who did not renew',
  member_since: 'without membership begun',
};

function sayNumber(
  field: Field,
  test: Exclude<Test, { in: unknown } | { contains: unknown } | { within: unknown } | { recorded: unknown }>,
  { isOne }: Speaker,
): string {
  if ('is' in test && !('value' in test)) return `${test.is ? '' : 'not '}in their first year`;
  const quantity = sayQuantity(test);
  if (field.name === 'tenure') return `who ${isOne ? 'has been a member' : 'have been members'} for ${quantity} years`;
  return field.name === 'employees' ? `with ${quantity} employees` : `with ${field.label} ${quantity}`;
}

const statusWords: Readonly<Record<string, string>> = {
  active: 'active',
  grace: 'in grace',
  lapsed: 'lapsed',
  suspended: 'suspended',
  prospect: 'prospects',
  deceased: 'deceased',
};

const kindWords: Readonly<Record<'one' | 'many', Readonly<Record<string, string>>>> = {
  one: { person: 'a person', organization: 'an organization' },
  many: { person: 'persons', organization: 'organizations' },
};

function sayValues(field: Field, values: readonly string[], speaker: Speaker): string {
  const said = values.map((value) => nameOf(field, value, speaker));
  const or = (each: (name: string) => string): string => said.map(each).join(' or ');
  switch (field.name) {
    case 'status':
      return values
        .map((value) => (value === 'prospect' && speaker.isOne ? 'a prospect' : (statusWords[value] ?? value)))
        .join(' or ');
    case 'kind':
      return values.map((value) => kindWords[speaker.isOne ? 'one' : 'many'][value] ?? value).join(' or ');
    case 'tier':
      return or((name) => `in the ${without(name, 'tier')} tier`);
    case 'chapter':
      return or((name) => `in the ${without(name, 'chapter')} chapter`);
    case 'committee':
    case 'sig':
      return or((name) => `on the ${name}`);
    case 'state':
      return or((name) => `in the state of ${name}`);
    case 'city':
      return or((name) => `in the city of ${name}`);
    case 'industry':
      return or((name) => `in the ${name} industry`);
    case 'employer':
      return or((name) => `working for ${name}`);
    case 'relationship_manager':
      return or((name) => `assigned to ${name}`);
    default:
      return or((name) => `with ${field.label} ${name}`);
  }
}

const without = (name: string, noun: string): string => name.replace(new RegExp(`\\s+${noun}$`, 'i'), '');

function nameOf(field: Field, value: string, { vocabulary, naming }: Speaker): string {
  if (typeof field.values === 'string')
    return (vocabulary[field.values] as readonly Entry[]).find(({ id }) => id === value)?.name ?? value;
  return naming(field.name, value) ?? value;
}

const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a');

const verbs: Record<EventKind, { past: string; base: string; object: string }> = {
  attendance: { past: 'attended', base: 'attend', object: 'an event' },
  registration: { past: 'registered for', base: 'register for', object: 'an event' },
  no_show: { past: 'were a no-show at', base: 'no-show at', object: 'an event' },
  login: { past: 'logged in', base: 'log in', object: '' },
  mail_open: { past: 'opened', base: 'open', object: 'an email' },
  mail_click: { past: 'clicked', base: 'click', object: 'an email' },
  note: { past: 'had', base: 'have', object: 'a note' },
};

export function sayEvent({ kind, where, count, window }: EventLeaf, speaker: Speaker): string {
  const { past, base, object } = verbs[kind];
  const what = sayWhere(where, speaker) || object;
  const days = sayDaysOf(window, speaker);
  const verb = isNone(count) ? `did not ${base}` : speaker.isOne ? past.replace(/^were /, 'was ') : past;
  const often = isNone(count) || isSome(count) ? '' : `${sayQuantity(count)} times`;
  return ['who', verb, what, often, days].filter(Boolean).join(' ');
}

export const isNone = ({ is, value }: Count): boolean => is === 'eq' && value === 0;
const isSome = ({ is, value }: Count): boolean => is === 'gte' && value === 1;

function sayWhere(where: EventWhere | undefined, { vocabulary }: Speaker): string {
  if (!where) return '';
  const names = (ids: readonly string[] | undefined, entries: readonly Entry[]): string =>
    (ids ?? []).map((id) => entries.find((entry) => entry.id === id)?.name ?? id).join(' or ');
  const types = names(where.eventType, vocabulary.eventTypes);
  return [names(where.event, vocabulary.events), names(where.series, vocabulary.series), types && `a ${types}`]
    .filter(Boolean)
    .join(', ');
}
