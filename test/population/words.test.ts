import { describe, expect, test } from 'vitest';
import { formsOf } from '../../src/language/inflect.js';
import { check } from '../../src/population/check.js';
import type { Definition } from '../../src/population/definition.js';
import { fieldWords } from '../../src/population/field-words.js';
import { fieldNamed } from '../../src/population/fields.js';
import type { Filled, Slot } from '../../src/population/leaves.js';
import { frames } from '../../src/population/lexicon.js';
import { base, heads, phrases } from '../../src/population/phrases.js';
import { reachFrom } from '../../src/population/reach.js';
import { vague } from '../../src/population/vague-words.js';
import { say } from '../../src/population/words.js';
import { perspective } from './association.js';
import { vocabulary } from './vocabulary-given.js';

const field = (name: string, test: Extract<Definition, { op: 'field' }>['test']): Definition => ({
  op: 'field',
  field: name,
  test,
});
const all = (...of: Definition[]): Definition => ({ op: 'all', of });
const event = (more: Partial<Extract<Definition, { op: 'event' }>>): Definition => ({
  op: 'event',
  kind: 'login',
  count: { is: 'gte', value: 1 },
  window: 'ever',
  ...more,
});
const text = (definition: Definition) => say(definition, perspective, vocabulary).text;
const assumptions = (definition: Definition) => say(definition, perspective, vocabulary).assumptions;

describe('a definition in English', () => {
  test.each<[string, Definition]>([
    ['members', base],
    ['active members in the state of Texas', all(field('status', { in: ['active'] }), field('state', { in: ['TX'] }))],
    [
      'members in the Texas chapter, and in the Corporate tier',
      all(base, field('tier', { in: ['CORP'] }), field('chapter', { in: ['CH-TX'] })),
    ],
    ['members not in the Student tier', all(base, { op: 'not', of: field('tier', { in: ['STU'] }) })],
    [
      'members who joined between 1 July 2026 and 30 September 2026',
      all(base, field('joined', { within: { calendar: 'quarter', offset: -1 } })),
    ],
    [
      'members expiring between 21 November 2026 and 19 January 2027',
      all(base, field('expires', { within: { next: 60, unit: 'day' } })),
    ],
    [
      'members who did not log in between 22 May 2026 and 21 November 2026',
      all(base, event({ count: { is: 'eq', value: 0 }, window: { last: 6, unit: 'month' } })),
    ],
    [
      'members who logged in fewer than 3 times in the 90 days before expiry',
      all(base, event({ count: { is: 'lt', value: 3 }, window: { relativeTo: 'expiry', fromDays: -90, toDays: -1 } })),
    ],
    [
      'members who attended Annual Conference 2025',
      all(base, event({ kind: 'attendance', where: { event: ['E25'] } })),
    ],
    ['members with an email address', all(base, field('email', { recorded: true }))],
    ['members without an email address', all(base, { op: 'not', of: field('email', { recorded: true }) })],
    ['members who have been members for at least 5 years', all(base, field('tenure', { is: 'gte', value: 5 }))],
    ['contacts in the state of Texas', field('state', { in: ['TX'] })],
    [
      'members with an expiry date between 1 January 2026 and 31 March 2026',
      all(base, field('expires', { within: { from: '2026-01-01', to: '2026-03-31' } })),
    ],
    ['members with a join date', all(base, field('joined', { within: 'ever' }))],
    ['members without a state', all(base, field('state', { recorded: false }))],
    ['contacts who are not lapsed', { op: 'not', of: field('status', { in: ['lapsed'] }) }],
    [
      'active members who are organizations',
      all(field('status', { in: ['active'] }), field('kind', { in: ['organization'] })),
    ],
    ['lapsed members', field('status', { in: ['lapsed'] })],
    ['contacts', { op: 'everyone' }],
  ])('%s', (said, definition) => {
    expect(text(definition)).toBe(said);
  });
  test.each<[string, Definition]>([
    ['member who joined since 1 January 2026', all(base, field('joined', { within: { from: '2026-01-01' } }))],
    [
      'active member who is an organization',
      all(field('status', { in: ['active'] }), field('kind', { in: ['organization'] })),
    ],
    ['member who has been a member for at least 5 years', all(base, field('tenure', { is: 'gte', value: 5 }))],
    ['person who lapsed since 1 January 2026', field('lapsed_on', { within: { from: '2026-01-01' } })],
    ['contact', { op: 'everyone' }],
  ])('of one member: %s', (said, definition) => {
    expect(say(definition, perspective, vocabulary).single).toBe(said);
  });
  test('two lots of people are told apart', () => {
    const lapsed = all(field('status', { in: ['lapsed'] }), field('tier', { in: ['STU'] }));
    const corporate = all(base, field('tier', { in: ['CORP'] }));
    expect(text({ op: 'any', of: [lapsed, corporate] })).toBe(
      'members in the Corporate tier, or else lapsed members in the Student tier',
    );
  });
  test('lapsing is said of the day grace ends', () => {
    const lapsing = all(base, field('drops', { within: { calendar: 'month', offset: 1 } }));
    expect(text(lapsing)).toBe('members lapsing between 1 December 2026 and 31 December 2026');
    expect(assumptions(lapsing)).toContain('lapsing: the day grace ends, 60 days after expiry');
  });
  test('what was taken for granted is said', () => {
    expect(assumptions(field('status', { in: ['active'] }))).toEqual(['active does not include grace']);
    expect(
      assumptions(all(base, event({ count: { is: 'lt', value: 3 }, window: { calendar: 'quarter', offset: -1 } }))),
    ).toEqual([
      'members: active or in grace, for 60 days after the term ends',
      'last quarter: 1 July 2026 to 30 September 2026',
      'fewer than 3 includes none',
    ]);
    expect(assumptions(all(base, event({ window: { from: '2024-01-01' } })))).toContain(
      'logins are on record since 1 January 2025; what was before is unknown',
    );
    expect(assumptions(all(base, event({ kind: 'mail_click' })))).toContain(
      'there are no data on email clicks: unknown for everybody',
    );
  });
});

describe('the words of the leaves', () => {
  const filled: Required<Omit<Filled, 'mail'>> & { mail: true } = {
    window: { last: 90, unit: 'day' },
    count: { is: 'gte', value: 3 },
    event: { series: ['Annual Conference'] },
    org: 'acme',
    staff: 'sam',
    text: 'director',
    amount: { is: 'gte', value: { minor: 50_000, currency: 'USD' } },
    what: [],
    mail: true,
  };
  const only = (slots: readonly Slot[]): Filled => Object.fromEntries(slots.map((slot) => [slot, filled[slot]]));

  test('ids are unique', () => {
    expect(new Set(frames.map(({ id }) => id)).size).toBe(frames.length);
  });
  test('every frame makes a definition that passes the check, with what it needs and with all its slots', () => {
    for (const frame of frames)
      for (const slots of [frame.needs, Object.keys(frame.slots) as Slot[]]) {
        const definition = frame.build(only(slots));
        expect(() => check(definition, vocabulary), `${frame.id} with ${slots.join(', ')}`).not.toThrow();
        const negated = frame.negated?.(only(slots));
        if (negated) expect(() => check(negated.definition, vocabulary)).not.toThrow();
      }
  });
  test('a range of counts is both its ends', () => {
    const login = frames.find(({ id }) => id === 'login');
    expect(login?.build({ count: { between: [2, 5] } })).toEqual(
      all(event({ count: { is: 'gte', value: 2 } }), event({ count: { is: 'lte', value: 5 } })),
    );
  });
  test('"members for 5 years" have been so for at least 5, "haven\'t renewed" is in grace', () => {
    expect(frames.find(({ id }) => id === 'tenure')?.build({ count: { is: 'eq', value: 5 } })).toEqual(
      field('tenure', { is: 'gte', value: 5 }),
    );
    expect(frames.find(({ id }) => id === 'renewed_on')?.negated?.({})?.definition).toEqual(
      field('status', { in: ['grace'] }),
    );
  });
  test('every phrase and head stands for a definition that passes the check', () => {
    for (const { definition } of [...phrases, ...heads])
      if (definition) expect(() => check(definition, vocabulary), JSON.stringify(definition)).not.toThrow();
  });
  test('no two phrases of different meaning share their words, unless it is to be asked', () => {
    const owners = new Map<string, string>();
    for (const { words, definition } of phrases)
      for (const form of words.flatMap(formsOf)) {
        const meaning = JSON.stringify(definition);
        expect(owners.get(form) ?? meaning, form).toBe(meaning);
        owners.set(form, meaning);
      }
  });
  test('the words for fields are those of fields that are there, said in one role each', () => {
    for (const { field: name } of fieldWords) expect(fieldNamed(name), name).toBeDefined();
    for (const role of ['category', 'measure'] as const) {
      const said = fieldWords.filter((one) => one.role === role).flatMap(({ words }) => words.flatMap(formsOf));
      expect(said.filter((form, index) => said.indexOf(form) !== index)).toEqual([]);
    }
  });
  test('every fact is said in more than a handful of ways', () => {
    const forms = (words: readonly string[]) => new Set(words.flatMap(formsOf)).size;
    for (const { id, words } of frames) expect(forms(words), id).toBeGreaterThan(5);
    for (const { words } of vague) expect(forms(words)).toBeGreaterThan(2);
    const total = forms([...frames, ...phrases, ...heads, ...vague, ...fieldWords].flatMap(({ words }) => words));
    expect(total).toBeGreaterThan(1000);
  });
});

test('how far the data reach comes from what sync measured', () => {
  expect(
    reachFrom([
      { kind: 'attendance', firstOn: perspective.calendar.today },
      { kind: 'messages', firstOn: perspective.calendar.today },
      { kind: 'activities:login' },
    ]),
  ).toEqual({
    attendance: '2026-11-21',
    no_show: '2026-11-21',
    mail_open: '2026-11-21',
    mail_click: '2026-11-21',
  });
});
