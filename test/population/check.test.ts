import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { check } from '../../src/population/check.js';
import type { Definition } from '../../src/population/definition.js';
import {
  DefinitionMalformed,
  FieldProtected,
  FieldUnknown,
  TestUnfit,
  ValueUnknown,
} from '../../src/population/errors.js';
import { protectedFields } from '../../src/population/fields.js';
import { definitionId, exclusiveField, identity, isImpossible, normal } from '../../src/population/normal.js';
import { perspective } from './association.js';
import { vocabulary } from './vocabulary-given.js';

const failure = (definition: unknown): unknown => {
  try {
    return check(definition, vocabulary);
  } catch (error) {
    return error;
  }
};
const tier = (...values: string[]): Definition => ({ op: 'field', field: 'tier', test: { in: values } });

describe('a definition is held against the catalogue and the values in use', () => {
  test('values may be given by id, by name or by any way to say them', () => {
    expect(check(tier('CORP', 'corporates', 'Student'), vocabulary)).toEqual(tier('CORP', 'CORP', 'STU'));
    expect(check({ op: 'field', field: 'state', test: { in: ['texas', 'TX'] } }, vocabulary)).toEqual({
      op: 'field',
      field: 'state',
      test: { in: ['TX', 'TX'] },
    });
  });
  test('a state nobody lives in is a state all the same', () => {
    expect(check({ op: 'field', field: 'state', test: { in: ['Vermont'] } }, vocabulary)).toMatchObject({
      test: { in: ['VT'] },
    });
  });
  test('an unknown value is refused with the nearest three', () => {
    const error = failure(tier('Platinum'));
    expect(error).toBeInstanceOf(ValueUnknown);
    expect((error as ValueUnknown).nearest).toHaveLength(3);
    expect((failure(tier('Corporat')) as ValueUnknown).nearest[0]).toBe('Corporate');
  });
  test('an unknown field is refused, with the nearest', () => {
    const error = failure({ op: 'field', field: 'expiry', test: { recorded: true } });
    expect(error).toBeInstanceOf(FieldUnknown);
    expect((error as FieldUnknown).nearest).toContain('expires');
  });
  test('a protected field is refused, however deep it stands and however it is tested', () => {
    for (const field of protectedFields) {
      const deep = { op: 'all', of: [{ op: 'not', of: { op: 'any', of: [{ op: 'field', field, is: 'x' }] } }] };
      expect(failure(deep), field).toBeInstanceOf(FieldProtected);
    }
    expect(failure({ op: 'field', field: 'Birth Date', test: { recorded: true } })).toBeInstanceOf(FieldProtected);
  });
  test.each<[string, unknown]>([
    ['a day field with values', { op: 'field', field: 'joined', test: { in: ['2026'] } }],
    ['a tier with a number', { op: 'field', field: 'tier', test: { is: 'gt', value: 3 } }],
    ['an address by what it says', { op: 'field', field: 'email', test: { in: ['a@example.org'] } }],
    ['a flag with a window', { op: 'field', field: 'first_year', test: { within: 'ever' } }],
  ])('a test that does not fit is refused: %s', (_, definition) => {
    expect(failure(definition)).toBeInstanceOf(TestUnfit);
  });
  test.each<[string, unknown]>([
    ['an empty group', { op: 'all', of: [] }],
    ['no values', { op: 'field', field: 'tier', test: { in: [] } }],
    ['an unknown key', { op: 'field', field: 'tier', test: { in: ['STU'] }, sql: 'true' }],
    ['an unknown operation', { op: 'sql', text: 'true' }],
    [
      'a window that ends before it begins',
      { op: 'field', field: 'joined', test: { within: { from: '2026-02-01', to: '2026-01-01' } } },
    ],
    ['a day that is none', { op: 'field', field: 'joined', test: { within: { from: '2026-02-30' } } }],
    ['a million years', { op: 'field', field: 'joined', test: { within: { last: 1_000_000, unit: 'year' } } }],
    [
      'a login at an event',
      { op: 'event', kind: 'login', where: { event: ['E25'] }, count: { is: 'gte', value: 1 }, window: 'ever' },
    ],
    ['half a login', { op: 'event', kind: 'login', count: { is: 'gte', value: 0.5 }, window: 'ever' }],
    ['a range that is empty', { op: 'field', field: 'tenure', test: { between: [5, 2] } }],
    ['41 conditions', { op: 'any', of: Array.from({ length: 41 }, () => tier('STU')) }],
    ['a text', 'everyone'],
    ['nothing', null],
  ])('what is no definition is refused: %s', (_, definition) => {
    expect(failure(definition)).toBeInstanceOf(DefinitionMalformed);
  });
  test('an event that is not there is refused', () => {
    const definition = {
      op: 'event',
      kind: 'attendance',
      where: { event: ['Annual Conference 2031'] },
      count: { is: 'gte', value: 1 },
      window: 'ever',
    };
    expect(failure(definition)).toMatchObject({
      kind: 'value_unknown',
      nearest: expect.arrayContaining(['Annual Conference 2025']),
    });
  });
});

describe('meaning the same is being the same', () => {
  const logins = (is: 'eq' | 'lt' | 'gte' | 'gt', value: number): Definition => ({
    op: 'event',
    kind: 'login',
    count: { is, value },
    window: 'ever',
  });
  test.each<[string, Definition, Definition]>([
    ['more than 2 is at least 3', logins('gt', 2), logins('gte', 3)],
    ['not any is none', { op: 'not', of: logins('gte', 1) }, logins('eq', 0)],
    ['a or b of one field is one list', { op: 'any', of: [tier('STU'), tier('CORP')] }, tier('CORP', 'STU')],
    ['twice the same is once', { op: 'all', of: [tier('STU'), tier('STU')] }, tier('STU')],
    ['not not', { op: 'not', of: { op: 'not', of: tier('STU') } }, tier('STU')],
    ['everyone and x', { op: 'all', of: [{ op: 'everyone' }, tier('STU')] }, tier('STU')],
  ])('%s', (_, left, right) => {
    expect(definitionId(left)).toBe(definitionId(right));
  });
  test('an address once given stays: stored definitions and receipts name people by it', () => {
    const active: Definition = { op: 'field', field: 'status', test: { in: ['active'] } };
    const conference = { series: ['Annual Conference'] };
    const stored: readonly [string, Definition][] = [
      ['D-18e416f2125eea4e860e', active],
      [
        'D-01ba17351e158e041301',
        {
          op: 'all',
          of: [
            { op: 'field', field: 'state', test: { in: ['TX'] } },
            { op: 'field', field: 'status', test: { in: ['grace', 'active'] } },
          ],
        },
      ],
      [
        'D-7122a7805fca2edf6122',
        { op: 'not', of: { ...logins('gte', 1), window: { last: 90, unit: 'day' } } as Definition },
      ],
      [
        'D-cdd401ff6f3fd2cd71a2',
        {
          op: 'any',
          of: [
            { op: 'field', field: 'tenure', test: { is: 'gt', value: 5 } },
            { op: 'not', of: { op: 'field', field: 'email', test: { recorded: true } } },
            {
              op: 'event',
              kind: 'attendance',
              where: conference,
              count: { is: 'lt', value: 3 },
              window: { calendar: 'year', offset: -1 },
            },
          ],
        },
      ],
    ];
    for (const [id, definition] of stored) expect(definitionId(definition)).toBe(id);
  });
  test('last quarter and its days are the same people today, but not the same definition', () => {
    const joined = (within: Extract<Definition, { op: 'event' }>['window']): Definition => ({
      op: 'field',
      field: 'joined',
      test: { within },
    });
    const [named, dated] = [
      joined({ calendar: 'quarter', offset: -1 }),
      joined({ from: '2026-07-01', to: '2026-09-30' }),
    ];
    expect(identity(named, perspective.calendar)).toBe(identity(dated, perspective.calendar));
    expect(definitionId(named)).not.toBe(definitionId(dated));
    const tomorrow = { ...perspective.calendar, today: day('2027-01-01') };
    expect(identity(named, tomorrow)).not.toBe(identity(dated, tomorrow));
  });
  test('nobody has two tiers, and nobody is and is not', () => {
    expect(isImpossible({ op: 'all', of: [tier('STU'), tier('CORP')] })).toBe(true);
    expect(isImpossible({ op: 'all', of: [tier('STU'), { op: 'not', of: tier('STU', 'CORP') }] })).toBe(true);
    expect(isImpossible({ op: 'all', of: [logins('gte', 1), logins('eq', 0)] })).toBe(true);
    expect(isImpossible({ op: 'all', of: [tier('STU', 'IND'), tier('IND')] })).toBe(false);
    expect(isImpossible({ op: 'any', of: [tier('STU'), tier('CORP')] })).toBe(false);
  });
  test('the one field a condition is about', () => {
    expect(exclusiveField({ op: 'any', of: [tier('STU'), tier('CORP')] })).toBe('tier');
    expect(exclusiveField(logins('gte', 1))).toBeUndefined();
    expect(normal(tier('STU', 'CORP', 'STU'))).toEqual(tier('CORP', 'STU'));
  });
});
