import { describe, expect, test } from 'vitest';
import { parseCases } from '../../evals/conversations/case.js';
import { filled, holds } from '../../evals/conversations/facts.js';
import { grade } from '../../evals/conversations/grade.js';
import type { House, WrittenRecord } from '../../evals/house.js';
import { askedFor } from '../../evals/run.js';
import { worse } from '../../evals/suite.js';
import type { Turn } from '../../src/agent/turn.js';
import { actorWith } from '../agent/office.js';

describe('a fact', () => {
  test.each([
    ['There are 1,412 members.', '1412', true],
    ['There are 2012 members.', '12', false],
    ['12.5 points', '12', false],
    ['as of 2026-11-21', '11', false],
    ['Sandra  ORTEGA: active', 'sandra ortega', true],
    ['Read R-7F3KQ2', '7', false],
    ['none', '0', false],
  ])('%s holds %s: %s', (answer, fact, expected) => {
    expect(holds(answer, fact)).toBe(expected);
  });

  test('is filled with what was bound, and a name that was not bound is an error', () => {
    expect(filled('{N.n} of {M.name}', { N: { n: 3 }, M: { name: 'X' } })).toBe('3 of X');
    expect(() => filled('{N.m}', { N: { n: 3 } })).toThrow('{N.m}');
  });
});

describe('a file of cases', () => {
  test('is read line by line, and the line that does not fit is named', () => {
    const good = '{"id":"a","as":"membership","turns":["hello"],"expect":{"status":"answer"}}';
    expect(parseCases(`${good}\n\n${good}\n`)).toHaveLength(2);
    expect(() => parseCases(`${good}\n{"id":"b"}`)).toThrow('line 2: as');
    expect(() => parseCases('{')).toThrow('line 1: not JSON');
    expect(() => parseCases(good.replace('"status"', '"stattus"'))).toThrow('line 1');
  });
});

/** A house that answers what it is told, and writes what a proposal says. */
function house(turns: readonly Partial<Turn>[], writes: readonly WrittenRecord[] = []): House {
  let asked = 0;
  const written: WrittenRecord[] = [];
  return {
    agent: {
      ask: async () => ({
        status: 'answer',
        thread: 'T-1',
        answer: '',
        sources: [],
        receipts: [],
        toolCalls: [],
        next: [],
        ...turns[asked++],
      }),
    },
    database: {
      query: async (sql: string) => ({
        rows: sql.includes('two') ? [{}, {}] : [{ n: 3, status: 'done', summary: 'a note' }],
      }),
      withTransaction: async () => undefined,
    } as unknown as House['database'],
    served: () => Promise.reject(new Error('no client in this house')),
    actorFor: async () => actorWith('membership'),
    approve: async () => {
      written.push(...writes);
    },
    reject: async () => {},
    undo: async () => 'P-2',
    written: async () => [...written],
    close: async () => {},
  };
}
const record: WrittenRecord = { entity: 'Activity', key: 'k', member: '101', text: '{"note":"She called"}' };
const proposal = { id: 'P-1', hash: 'h', risks: [], count: 1, summary: 's' };
const one = (turns: unknown[], expectation: unknown) =>
  parseCases(JSON.stringify({ id: 'c', as: 'membership', turns, expect: expectation }))[0] as ReturnType<
    typeof parseCases
  >[number];

describe('a conversation is graded', () => {
  test('passed when status, facts and writes are as expected', async () => {
    const note = one(
      ['note', { approve: 'last', as: 'membership' }],
      [
        { status: 'proposal' },
        { status: 'done', writes: [{ entity: 'Activity', member: '101', contains: 'she called' }] },
      ],
    );
    expect(await grade(note, house([{ status: 'proposal', proposal }], [record]))).toMatchObject({
      passed: true,
      silentlyWrong: false,
    });
    const count = one(['how many'], { status: 'answer', sql: { N: 'select 3 as n' }, facts: ['{N.n}'] });
    expect(await grade(count, house([{ answer: 'There are 3.' }]))).toMatchObject({ passed: true });
  });

  test('asked when a question came back where an answer was expected', async () => {
    const count = one(['how many'], { status: 'answer', facts: ['3'] });
    expect(await grade(count, house([{ status: 'clarify', answer: 'Which?' }]))).toMatchObject({
      passed: false,
      asked: true,
      silentlyWrong: false,
    });
  });

  test('silently wrong when it answered something else, or what should have been asked', async () => {
    expect(
      await grade(one(['x'], { status: 'answer', facts: ['3'] }), house([{ answer: 'There are 4.' }])),
    ).toMatchObject({ silentlyWrong: true });
    expect(await grade(one(['x'], { status: 'clarify' }), house([{ answer: 'There are 4.' }]))).toMatchObject({
      silentlyWrong: true,
    });
  });

  test('failed when iMIS gained what was not expected, or not what was', async () => {
    const quiet = one(['note', { approve: 'last', as: 'membership' }], { status: 'proposal' });
    const gained = await grade(quiet, house([{ status: 'proposal', proposal }], [record]));
    expect(gained).toMatchObject({ passed: false, faults: ['written and not expected: Activity of 101'] });
    const wanted = one(['note'], { writes: [{ entity: 'Activity', member: '101', contains: 'x' }] });
    expect((await grade(wanted, house([{}]))).faults).toEqual(['not written: Activity of 101 with "x"']);
  });

  test('failed, with the reason, when a query gives more than one row', async () => {
    const broken = one(['x'], { facts: ['{N.n}'], sql: { N: 'select two' } });
    expect((await grade(broken, house([{}]))).faults[0]).toContain('2 rows, not one');
  });
});

describe('the command', () => {
  test('reads its options', () => {
    expect(askedFor(['conversations', '--seed', '7', '--json', '--check'])).toMatchObject({
      seed: 7,
      asOf: '2026-11-21',
      json: true,
      check: true,
    });
  });

  test.each([
    [['nosuch']],
    [[]],
    [['conversations', '--seed', 'x']],
    [['conversations', '--as-of', '2026-02-30']],
    [['conversations', '--wat']],
  ])('%j says what is wrong', (args) => {
    expect(askedFor(args)).toContain('Usage:');
  });

  test('with --check names each metric that is worse than its limit', () => {
    const limits = { s: { good: { least: 0.9 }, bad: { most: 0.1 }, absent: { least: 1 } } };
    expect(worse('s', { good: 0.95, bad: 0.2 }, limits)).toEqual([
      'bad is 0.200, at most 0.1 is allowed',
      'absent was not measured',
    ]);
    expect(worse('other', { good: 0 }, limits)).toEqual([]);
  });
});
