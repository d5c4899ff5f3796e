/** A condition on a field in English, as a part that follows "members": "in the Texas chapter", "who joined since May". */
import { isMemberWindow, resolve } from '../domain/window.js';
import { sayQuantity } from '../language/counts.js';
import type { Definition, NumberTest, Window } from './definition.js';
import { flagPhrases, numberPhrase } from './field-phrases.js';
import { type Field, fieldNamed } from './fields.js';
import { article, type Speaker, sayDaysOf } from './speaker.js';
import type { Entry } from './vocabulary.js';

type FieldLeaf = Extract<Definition, { op: 'field' }>;

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
  if ('is' in test && !('value' in test)) {
    const phrases = flagPhrases[field.name] ?? { yes: `with ${field.label}`, no: `without ${field.label}` };
    return test.is === isNot ? phrases.no : phrases.yes;
  }
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

function sayNumber(field: Field, test: Exclude<NumberTest, { recorded: unknown }>, { isOne }: Speaker): string {
  const quantity = sayQuantity(test);
  return numberPhrase(field.name, test, isOne ?? false) ?? `with ${field.label} ${quantity}`;
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
    case 'certification':
      return or((name) => `certified in ${name}`);
    case 'certification_in_progress':
      return or((name) => `working towards certification in ${name}`);
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
