import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, compositeId, idParts } from '../../src/imis/contracts/address.js';
import { endpoints } from '../../src/imis/contracts/endpoints.js';
import { meets, operators, parseCondition, parseQuery, printCondition } from '../../src/imis/contracts/filter.js';
import { listQuery, pageQuery } from '../../src/imis/filters.js';

const value = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('|'));
const withValues = operators.filter((operator) => !['empty', 'notEmpty', 'true', 'false'].includes(operator));

describe('the filter grammar', () => {
  test('what is printed is parsed back the same, through the encoding of a URL', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...withValues),
        fc.array(value, { minLength: 1, maxLength: 4 }),
        (operator, values) => {
          const query = new URLSearchParams({ Name: printCondition(operator, values) }).toString();
          expect(parseQuery(new URLSearchParams(query)).conditions).toEqual([{ property: 'Name', operator, values }]);
        },
      ),
    );
  });

  test.each([
    ['eq:5', 'eq', ['5']],
    ['==:5', 'eq', ['5']],
    ['5', 'eq', ['5']],
    ['A|B', 'eq', ['A', 'B']],
    ['Between:1|2', 'between', ['1', '2']],
    ['!contain:CHAPT', 'notContain', ['CHAPT']],
    ['isEmpty:', 'empty', []],
    ['08:30', 'eq', ['08:30']],
    ['ge:2026-11-21T10:05:24', 'ge', ['2026-11-21T10:05:24']],
    ['maybe:5', 'eq', ['maybe:5']],
    ['', 'eq', ['']],
  ])('%s is %s of %j', (text, operator, values) => {
    expect(parseCondition('P', text)).toEqual({ property: 'P', operator, values });
  });

  test('a phrase is taken whole', () => {
    expect(parseCondition('Phrase', 'in:a|b')).toEqual({ property: 'Phrase', operator: 'eq', values: ['in:a|b'] });
  });

  test('a value with a pipe cannot be said, and is refused rather than split', () => {
    expect(() => printCondition('eq', ['a|b'])).toThrow(RangeError);
  });

  test('the same property may be asked for twice', () => {
    const query = parseQuery(new URLSearchParams('ItemId=notContain:CHAPT&ItemId=ne:DUES_X&QueryName=$/x'));
    expect(query.conditions.map(({ operator }) => operator)).toEqual(['notContain', 'ne']);
  });

  test.each([
    ['eq:ada', 'Ada', true],
    ['ne:ada', 'Ada', false],
    ['in:A|B', 'b', true],
    ['gt:0', 10.5, true],
    ['gt:9', 10, true],
    ['ge:2026-11-21', '2026-11-21T00:00:00', true],
    ['lt:2026-11-21', '2026-11-21T00:00:00', false],
    ['between:2026-01-01|2026-01-31', '2026-01-31', true],
    ['contains:amp', 'Example', true],
    ['empty:', undefined, true],
    ['gt:0', undefined, false],
    ['true:', true, true],
  ])('%s of %j is %s', (text, actual, expected) => {
    expect(meets(parseCondition('P', text), actual)).toBe(expected);
  });

  test('an operator and its opposite never agree', () => {
    const opposites = [
      ['eq', 'ne'],
      ['in', 'notIn'],
      ['contains', 'notContain'],
      ['empty', 'notEmpty'],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...opposites),
        value,
        fc.option(value, { nil: undefined }),
        ([one, other], asked, actual) => {
          const holds = (operator: typeof one | typeof other) => meets({ operator, values: [asked] }, actual);
          expect(holds(one)).toBe(!holds(other));
        },
      ),
    );
  });
});

describe('the window of a list', () => {
  test('is 100 rows when unsaid, 500 at most, and rubbish is 0', () => {
    const window = (query: string) => {
      const { offset, limit } = parseQuery(new URLSearchParams(query));
      return [offset, limit];
    };
    expect(window('')).toEqual([0, 100]);
    expect(window('LIMIT=501&Offset=7')).toEqual([7, 500]);
    expect(window('limit=many&offset=x')).toEqual([0, 100]);
    expect(window('limit=-5&offset=-5')).toEqual([0, 100]);
  });

  test('what the client asks for is what the server understands', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('PartyId', 'Name'),
        (offset, limit, orderBy) => {
          const query = pageQuery({ offset, limit, orderBy, filters: { Name: printCondition('eq', ['Ä & b?']) } });
          expect(parseQuery(new URLSearchParams(query.toString()))).toEqual({
            offset,
            limit,
            orderBy: { property: orderBy, descending: false },
            conditions: [{ property: 'Name', operator: 'eq', values: ['Ä & b?'] }],
          });
        },
      ),
    );
  });

  test('descending is said by that word alone', () => {
    const order = (text: string) => parseQuery(new URLSearchParams({ OrderBy: text })).orderBy;
    expect(order('SEQN:Descending|Name')).toEqual({ property: 'SEQN', descending: true });
    expect(order('SEQN:desc')).toEqual({ property: 'SEQN', descending: false });
  });

  test('a list is ordered by its key unless said otherwise', () => {
    expect(listQuery(endpoints.Party, {}).get('OrderBy')).toBe('PartyId');
  });

  test('a filter the entity does not have, or the lack of one it needs, is our own fault and not sent', () => {
    expect(() => listQuery(endpoints.Party, { filters: { UpdatedOn: 'ge:2026-01-01' } })).toThrow(
      'cannot be filtered by UpdatedOn',
    );
    expect(() => listQuery(endpoints.EventRegistration, {})).toThrow('needs a filter on EventId');
  });
});

describe('the address of a record', () => {
  test.each([
    ['101', '/api/Party/101'],
    ['ANNCONF-101', '/api/Party/ANNCONF-101'],
    ['~101|REG', '/api/Party/~101%7CREG'],
    ['ANNCONF/GOLF', '/api/Party?EntityId=ANNCONF%2FGOLF'],
    ['TX:101', '/api/Party?EntityId=TX%3A101'],
    ['ada@example.org', '/api/Party?EntityId=ada%40example.org'],
    ['~101|A/B', '/api/Party?EntityId=~101%7CA%2FB'],
  ])('of %s is %s', (id, address) => {
    expect(addressOf('Party', id)).toBe(address);
  });

  test('a server finds the id again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter((text) => !text.startsWith('~')),
        (id) => {
          const url = new URL(addressOf('Party', id), 'http://site');
          const found =
            url.searchParams.get('EntityId') ?? decodeURIComponent(url.pathname.slice('/api/Party/'.length));
          expect(found).toBe(id);
        },
      ),
    );
  });

  test('the parts of a composite id come back', () => {
    expect(idParts(compositeId(['101', 'REG']))).toEqual(['101', 'REG']);
  });
});
