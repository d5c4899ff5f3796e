/** Every kind of condition in plain English, as the interpreter reads it back. */
import { describe, expect, test } from 'vitest';
import type { Definition, EventKind, Measure } from '../../src/population/definition.js';
import { eventKinds } from '../../src/population/definition.js';
import { eventWords } from '../../src/population/event-words.js';
import { flagPhrases } from '../../src/population/field-phrases.js';
import { fields } from '../../src/population/fields.js';
import { sayMeasure } from '../../src/population/measure-words.js';
import type { Vocabulary } from '../../src/population/vocabulary.js';
import { say } from '../../src/population/words.js';
import { perspective } from './further-association.js';
import { vocabulary as given } from './vocabulary-given.js';

const entry = (id: string, name = id) => ({ id, name, also: [] });
const vocabulary: Vocabulary = {
  ...given,
  documents: [entry('Salary Guide')],
  funds: [entry('Scholarships')],
  courses: [entry('CRS-1', 'Ethics for Planners')],
  pages: [entry('Pricing')],
  caseCategories: [entry('billing')],
  sponsorshipLevels: [entry('Gold')],
  programs: [entry('Certified Planner')],
};
const field = (name: string, of: Extract<Definition, { op: 'field' }>['test']): Definition => ({
  op: 'field',
  field: name,
  test: of,
});
const active = field('status', { in: ['active'] });
const members = field('status', { in: ['active', 'grace'] });
const not = (of: Definition): Definition => ({ op: 'not', of });
const event = (kind: EventKind, more: Partial<Extract<Definition, { op: 'event' }>> = {}): Definition => ({
  op: 'event',
  kind,
  count: { is: 'gte', value: 1 },
  window: 'ever',
  ...more,
});
const lifecycle = (kind: EventKind, pattern: 'first_time' | 'stopped' | 'resumed'): Definition => ({
  op: 'lifecycle',
  kind,
  pattern,
  window: { from: '2026-01-01' },
});
const money = (more: Partial<Extract<Definition, { op: 'money' }>>): Definition => ({
  op: 'money',
  measure: 'donated',
  aggregate: 'sum',
  currency: 'USD',
  test: { is: 'gte', value: 50_000 },
  window: 'ever',
  ...more,
});
const top = (by: Measure, direction: 'asc' | 'desc' = 'desc'): Definition => ({
  op: 'top',
  n: 10,
  by,
  direction,
  of: active,
});
const part = (definition: Definition): string =>
  say({ op: 'all', of: [members, definition] }, perspective, vocabulary).text.replace(/^members /, '');
const text = (definition: Definition): string => say(definition, perspective, vocabulary).text;
const assumptions = (definition: Definition) => say(definition, perspective, vocabulary).assumptions;

describe('conditions in English', () => {
  test.each<[string, Definition]>([
    [
      'who donated to Scholarships at least 2 times',
      event('donation', { where: { what: ['Scholarships'] }, count: { is: 'gte', value: 2 } }),
    ],
    [
      'who did not download Salary Guide',
      event('download', { where: { what: ['Salary Guide'] }, count: { is: 'eq', value: 0 } }),
    ],
    ['who earned credit for Ethics for Planners', event('credit', { where: { what: ['CRS-1'] } })],
    ['who viewed the page Pricing', event('page_view', { where: { what: ['Pricing'] } })],
    ['who opened a case about billing', event('case', { where: { what: ['billing'] } })],
    [
      'who sponsored at the Gold level Annual Conference 2025',
      event('sponsorship', { where: { what: ['Gold'], event: ['E25'] } }),
    ],
    ['who began serving on Ethics Committee', event('committee', { where: { what: ['CM-ETH'] } })],
    ['who posted fewer than 3 times', event('post', { count: { is: 'lt', value: 3 } })],
    ['who attended an event for the first time since 1 January 2026', lifecycle('attendance', 'first_time')],
    ['who stopped logging in since 1 January 2026', lifecycle('login', 'stopped')],
    ['who did not stop logging in since 1 January 2026', not(lifecycle('login', 'stopped'))],
    ['who resumed volunteering since 1 January 2026', lifecycle('volunteer', 'resumed')],
    ['who last logged in up to 21 May 2026', { op: 'last', kind: 'login', window: { to: '2026-05-21' } }],
    ['who donated at least 500.00 USD', money({})],
    ['who did not donate at least 500.00 USD', not(money({}))],
    [
      'who paid more than 1,000.00 CAD in dues since 1 January 2026',
      money({ measure: 'dues', currency: 'CAD', test: { is: 'gt', value: 100_000 }, window: { from: '2026-01-01' } }),
    ],
    [
      'who spent between 10.00 USD and 20.00 USD on products',
      money({ measure: 'purchased', test: { between: [1_000, 2_000] } }),
    ],
    ['who owe more than 0.00 USD overdue', money({ measure: 'overdue', test: { is: 'gt', value: 0 } })],
    ['whose largest donation was at least 500.00 USD', money({ aggregate: 'largest' })],
    ['who can be contacted by email for renewal', { op: 'contactable', channel: 'email', purpose: 'renewal' }],
    ['who cannot be contacted by text message', not({ op: 'contactable', channel: 'sms', purpose: 'all' })],
    [
      'working for one of the members in the Corporate tier',
      {
        op: 'relation',
        path: 'employer',
        quantity: 'all',
        of: { op: 'all', of: [members, field('tier', { in: ['CORP'] })] },
      },
    ],
    [
      'with at least 3 people among active members',
      { op: 'relation', path: 'employees', quantity: { is: 'gte', value: 3 }, of: active },
    ],
    [
      'with none of their people among active members',
      { op: 'relation', path: 'employees', quantity: 'none', of: active },
    ],
    [
      'who were in the Corporate tier on 1 March 2025',
      { op: 'then', field: 'tier', test: { in: ['CORP'] }, on: '2025-03-01' },
    ],
    [
      'who were not active on 1 March 2025',
      not({ op: 'then', field: 'status', test: { in: ['active'] }, on: '2025-03-01' }),
    ],
    ['among the 10 active members with the highest engagement score', top({ field: 'engagement' })],
    ['with an engagement score of at least 60', field('engagement', { is: 'gte', value: 60 })],
    ['whose engagement fell by at least 20 points', field('engagement_change', { is: 'lte', value: -20 })],
    ['on automatic renewal', field('auto_renew', { is: true })],
    ['not on automatic renewal', not(field('auto_renew', { is: true }))],
    ['certified in Certified Planner', field('certification', { in: ['Certified Planner'] })],
    [
      'who earned at least 10 course credits in Ethics for Planners since 1 January 2026',
      {
        op: 'sum',
        quantity: 'credits',
        where: { what: ['CRS-1'] },
        test: { is: 'gte', value: 10 },
        window: { from: '2026-01-01' },
      },
    ],
    [
      'who volunteered fewer than 7.5 hours',
      not({ op: 'sum', quantity: 'hours', test: { is: 'gte', value: 7.5 }, window: 'ever' }),
    ],
    ['with an invoice at least 90 days overdue', field('days_overdue', { is: 'gte', value: 90 })],
  ])('%s', (said, definition) => {
    expect(part(definition)).toBe(said);
  });
  test.each<[string, Definition]>([
    [
      'the 10 active members with the most logins between 22 November 2025 and 21 November 2026',
      top({ count: 'login', window: { last: 12, unit: 'month' } }),
    ],
    [
      'the 10 active members with the lowest dues paid in USD',
      top({ money: 'dues', currency: 'USD', window: 'ever' }, 'asc'),
    ],
    ['the 10 active members with the earliest join date', top({ field: 'joined' }, 'asc')],
    ['a sample of 50 active members', { op: 'sample', size: { n: 50 }, seed: 1, of: active }],
    ['a sample of 10% of active members', { op: 'sample', size: { percent: 10 }, seed: 1, of: active }],
  ])('as a whole: %s', (said, definition) => {
    expect(text(definition)).toBe(said);
  });
  test('what was taken for granted is said with them', () => {
    expect(assumptions(lifecycle('login', 'stopped'))).toEqual([
      'contacts: everybody on record, whatever their membership',
      'stopped: at least 3 in the 12 months before, and none since',
    ]);
    expect(assumptions(money({ measure: 'revenue', window: { from: '2020-01-01' } }))).toEqual(
      expect.arrayContaining([
        'paid: received less refunds',
        'amounts in USD alone: other currencies are not added',
        'payments are on record since 1 January 2024; what was before is unknown',
      ]),
    );
    expect(assumptions(top({ field: 'engagement' }))).toEqual([
      'active does not include grace',
      'engagement score: from 0 to 100, against everybody in the same tier',
      'who has no value comes last',
    ]);
  });
});

test('every kind of event has words of its own, and every flag its yes and no', () => {
  const texts = eventKinds.map((kind) => part(event(kind)));
  expect(new Set(texts).size).toBe(eventKinds.length);
  for (const kind of eventKinds) expect(part(event(kind, { count: { is: 'eq', value: 0 } }))).toContain('did not');
  expect(Object.keys(eventWords).sort()).toEqual([...eventKinds].sort());
  const flags = fields.filter(({ type }) => type === 'flag').map(({ name }) => name);
  expect(Object.keys(flagPhrases).sort()).toEqual(flags.sort());
});

test('a measure is said with its currency and days', () => {
  const speaker = { perspective, vocabulary, naming: () => undefined };
  expect(sayMeasure({ money: 'revenue', currency: 'USD', window: { last: 12, unit: 'month' } }, speaker)).toBe(
    'revenue in USD between 22 November 2025 and 21 November 2026',
  );
  expect(sayMeasure({ count: 'donation', where: { what: ['Scholarships'] }, window: 'ever' }, speaker)).toBe(
    'donations of Scholarships',
  );
  expect(sayMeasure({ quantity: 'hours', window: 'ever' }, speaker)).toBe('volunteer hours');
  expect(sayMeasure({ field: 'tenure' }, speaker)).toBe('years of membership');
});
