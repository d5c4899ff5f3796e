import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../../src/population/definition.js';
import { CursorInvalid, SortUnknown } from '../../src/population/errors.js';
import { count } from '../../src/population/evaluate.js';
import { funnel, why } from '../../src/population/explain.js';
import { keepDefinition, keptDefinition } from '../../src/population/keep.js';
import { list } from '../../src/population/list.js';
import type { Perspective } from '../../src/population/perspective.js';
import { type Vocabulary, vocabularyOf } from '../../src/population/vocabulary.js';
import type { Store } from '../../src/store/store.js';
import { givenAssociation } from '../fixtures/association.js';
import { freshDatabase } from '../fixtures/database.js';
import { association, perspective } from './association.js';
import { vocabulary as givenVocabulary } from './vocabulary-given.js';

let store: Store;
let vocabulary: Vocabulary;

beforeAll(async () => {
  store = await freshDatabase();
  await givenAssociation(store, association);
  vocabulary = await vocabularyOf(store);
});
afterAll(() => store?.close());

const field = (name: string, test: Extract<Definition, { op: 'field' }>['test']): Definition => ({
  op: 'field',
  field: name,
  test,
});
const status = (...values: string[]) => field('status', { in: values });
const event = (
  kind: Extract<Definition, { op: 'event' }>['kind'],
  more: Partial<Extract<Definition, { op: 'event' }>> = {},
): Definition => ({ op: 'event', kind, count: { is: 'gte', value: 1 }, window: 'ever', ...more });
const none = { is: 'eq', value: 0 } as const;
const all = (...of: Definition[]): Definition => ({ op: 'all', of });
const not = (of: Definition): Definition => ({ op: 'not', of });

const found = async (definition: Definition, from: Partial<Perspective> = {}) =>
  (await list(store, definition, { ...perspective, ...from }, { limit: 100 })).memberIds.join(' ');
const counted = async (definition: Definition, from: Partial<Perspective> = {}) => {
  const { in: yes, out, unknown } = await count(store, definition, { ...perspective, ...from });
  return `${yes} in, ${out} out, ${unknown} unknown`;
};

test('the vocabulary is read from the store, with the ways to say it and without a name of anybody', async () => {
  expect(await vocabularyOf(store)).toEqual(givenVocabulary);
});

describe('who is meant', () => {
  test('active does not include grace, and the answer says how many are in grace', async () => {
    expect(await found(status('active'))).toBe('acme ann ben eve fay');
    expect(await count(store, status('active'), perspective)).toEqual({
      in: 5,
      out: 5,
      unknown: 0,
      population: 10,
      people: 4,
      organizations: 1,
      inGrace: 2,
    });
  });
  test('lapsed, suspended and prospects are told apart by the day', async () => {
    expect(await found(status('grace'))).toBe('cat tiny');
    expect(await found(status('lapsed'))).toBe('dan');
    expect(await found(status('suspended'))).toBe('hal');
    expect(await found(status('prospect'))).toBe('gus');
  });
  test('the dead are counted only when they are asked for, and staff never', async () => {
    expect(await found(field('state', { in: ['TX'] }))).toBe('acme ann ben gus hal');
    expect(await found(all(field('state', { in: ['TX'] }), status('deceased', 'active')))).toBe('acme ann ben ivy');
    expect(await counted({ op: 'everyone' })).toBe('10 in, 0 out, 0 unknown');
  });
  test('whose state is not recorded is neither in nor out of a state', async () => {
    expect(await counted(field('state', { in: ['TX'] }))).toBe('5 in, 4 out, 1 unknown');
    expect(await counted(not(field('state', { in: ['TX'] })))).toBe('4 in, 5 out, 1 unknown');
    expect(await found(field('state', { recorded: false }))).toBe('fay');
  });
  test('chapter is the one joined last; scope is any that is active', async () => {
    expect(await found(field('chapter', { in: ['CH-TX'] }))).toBe('ann');
    expect(await found({ op: 'everyone' }, { scope: { kind: 'chapters', chapters: ['CH-TX'] } })).toBe('ann ben');
    expect(await found({ op: 'everyone' }, { scope: { kind: 'chapters', chapters: [] } })).toBe('');
  });
  test('committees, employers, titles and sizes', async () => {
    expect(await found(field('committee', { in: ['CM-ETH'] }))).toBe('dan');
    expect(await counted(not(field('committee', { in: ['CM-ETH'] })))).toBe('9 in, 1 out, 0 unknown');
    expect(await found(field('employer', { in: ['acme'] }))).toBe('ann');
    expect(await found(field('job_title', { contains: ['director'] }))).toBe('ann');
    expect(await found(field('employees', { is: 'gte', value: 100 }))).toBe('acme ann');
    expect(await found(field('relationship_manager', { in: ['sam'] }))).toBe('acme');
  });
  test('whether an address is recorded can be asked, never what it is', async () => {
    expect(await found(field('email', { recorded: true }))).toBe('ann cat');
  });
});

describe('dates and years', () => {
  test('who expires in the next 60 days, today included', async () => {
    expect(await found(field('expires', { within: { next: 60, unit: 'day' } }))).toBe('acme eve');
  });
  test('a date that is not recorded is unknown in any window, a lapse that never was is not', async () => {
    expect(await counted(field('joined', { within: 'ever' }))).toBe('9 in, 0 out, 1 unknown');
    expect(await counted(field('lapsed_on', { within: 'ever' }))).toBe('1 in, 9 out, 0 unknown');
  });
  test('who lapsed last quarter: the day the 60 days of grace ended', async () => {
    expect(await found(field('lapsed_on', { within: { calendar: 'quarter', offset: -1 } }))).toBe('dan');
    expect(await counted(field('lapsed_on', { within: { calendar: 'quarter', offset: 0 } }))).toBe(
      '0 in, 10 out, 0 unknown',
    );
  });
  test('a renewal happens on the day it is paid', async () => {
    expect(await found(field('renewed_on', { within: { from: '2026-03-15', to: '2026-03-15' } }))).toBe('ann');
  });
  test('years count from the join when the first term on record goes on from it', async () => {
    expect(await found(field('tenure', { is: 'gte', value: 7 }))).toBe('acme ann dan');
  });
  test('the first year is twelve months', async () => {
    expect(await found(field('first_year', { is: true }))).toBe('ben eve');
  });
});

describe('events in a window', () => {
  const conference = { series: ['Annual Conference'] };
  test('fewer than 3 includes none', async () => {
    const within: Definition = event('login', {
      count: { is: 'lt', value: 3 },
      window: { calendar: 'year', offset: 0 },
    });
    expect(await counted(within)).toBe('9 in, 1 out, 0 unknown');
  });
  test('a window that begins before the data is unknown for whoever has not met it already', async () => {
    const since2024 = { from: '2024-01-01' };
    expect(await counted(event('login', { window: since2024 }))).toBe('2 in, 0 out, 8 unknown');
    expect(await counted(event('login', { count: none, window: since2024 }))).toBe('0 in, 2 out, 8 unknown');
    expect(await counted(event('login', { count: none }))).toBe('8 in, 2 out, 0 unknown');
  });
  test('a kind without any data is unknown for everybody', async () => {
    expect(await counted(event('mail_click', { count: none }))).toBe('0 in, 0 out, 10 unknown');
  });
  test('who registered where attendance was not taken may have come, or not', async () => {
    expect(await found(event('attendance', { where: { event: ['E25'] } }))).toBe('ann');
    expect(await counted(event('attendance', { where: { event: ['E26'] } }))).toBe('0 in, 9 out, 1 unknown');
    expect(await found(event('no_show', { where: conference }))).toBe('ben');
    expect(await counted(event('no_show', { where: { event: ['E26'] } }))).toBe('0 in, 9 out, 1 unknown');
  });
  test('a webinar still to come has registrations and neither attendance nor no-shows', async () => {
    const webinar = { eventType: ['webinar'] };
    expect(await found(event('registration', { where: webinar }))).toBe('eve');
    expect(await counted(event('no_show', { where: webinar }))).toBe('0 in, 10 out, 0 unknown');
    expect(await counted(event('attendance', { where: webinar }))).toBe('0 in, 10 out, 0 unknown');
  });
  test('days before each own expiry', async () => {
    const before = { relativeTo: 'expiry', fromDays: -120, toDays: -1 } as const;
    expect(await found(event('login', { window: before }))).toBe('ann ben');
    expect(await counted(event('login', { window: { relativeTo: 'expiry', fromDays: -90, toDays: -1 } }))).toBe(
      '1 in, 8 out, 1 unknown',
    );
  });
  test('the current and the previous term are each own', async () => {
    expect(await found(event('login', { window: { term: 'current' } }))).toBe('ann');
    expect(await found(event('login', { window: { term: 'previous' } }))).toBe('');
  });
});

describe('pages, groups and reasons', () => {
  test('pages of any size join to the same list, sorted, those without a value last', async () => {
    for (const direction of ['asc', 'desc'] as const) {
      const sort = { field: 'expires', direction };
      const whole = await list(store, { op: 'everyone' }, perspective, { limit: 100, sort });
      expect(whole.memberIds.at(-1)).toBe('gus');
      expect(whole.cursor).toBeUndefined();
      for (const limit of [1, 3, 4, 10]) {
        const joined: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list(store, { op: 'everyone' }, perspective, { limit, sort, cursor });
          joined.push(...page.memberIds);
          cursor = page.cursor;
        } while (cursor);
        expect(joined, `${direction} by ${limit}`).toEqual(whole.memberIds);
      }
    }
  });
  test('an unknown order and a strange cursor are refused in words', async () => {
    const everyone: Definition = { op: 'everyone' };
    await expect(
      list(store, everyone, perspective, { limit: 1, sort: { field: 'email', direction: 'asc' } }),
    ).rejects.toThrow(SortUnknown);
    await expect(list(store, everyone, perspective, { limit: 1, cursor: 'nonsense' })).rejects.toThrow(CursorInvalid);
  });
  test('the funnel narrows condition by condition to the count', async () => {
    const definition = all(
      status('active'),
      field('state', { in: ['TX'] }),
      event('login', { window: { last: 30, unit: 'day' } }),
    );
    const steps = await funnel(store, definition, perspective, { vocabulary, naming: () => undefined });
    expect(steps[0]).toEqual({ text: 'everybody in view', in: 10 });
    expect(steps.at(-1)?.in).toBe(2);
    expect(steps.map((step) => step.in)).toEqual([...steps.map((step) => step.in)].sort((a, b) => b - a));
  });
  test('why somebody is in, out or unknown, with what the record holds', async () => {
    const definition = all(
      status('active'),
      field('state', { in: ['TX'] }),
      event('login', { count: { is: 'gte', value: 2 } }),
    );
    const explain = (id: string, from: Partial<Perspective> = {}) =>
      why(store, id, definition, { ...perspective, ...from }, { vocabulary, naming: () => undefined });
    const ben = await explain('ben');
    expect(ben?.verdict).toBe('out');
    expect(ben?.parts?.map(({ text, verdict, value }) => [text, verdict, value])).toEqual([
      ['who logged in at least 2 times', 'out', '1'],
      ['in the state of Texas', 'in', 'TX'],
      ['who are active', 'in', 'active'],
    ]);
    expect((await explain('fay'))?.parts?.find(({ text }) => text.includes('state'))?.verdict).toBe('unknown');
    expect(await explain('dan', { scope: { kind: 'chapters', chapters: ['CH-TX'] } })).toBeUndefined();
    expect(await explain('sam')).toBeUndefined();
  });
  test('a definition is kept once under the hash of its meaning', async () => {
    const id = await keepDefinition(store, all(status('grace', 'active'), field('state', { in: ['TX'] })));
    expect(await keepDefinition(store, all(field('state', { in: ['TX'] }), status('active', 'grace')))).toBe(id);
    expect(await keptDefinition(store, id)).toEqual(all(field('state', { in: ['TX'] }), status('active', 'grace')));
    expect(await keptDefinition(store, 'D-00000000000000000000')).toBeUndefined();
  });
});
