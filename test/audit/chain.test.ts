import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { append } from '../../src/audit/append.js';
import { canonical, hashOf } from '../../src/audit/canonical.js';
import { exportAudit } from '../../src/audit/rows.js';
import { verify } from '../../src/audit/verify.js';
import type { Transaction } from '../../src/store/database.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

const at = new Date('2026-11-21T12:00:00.123Z');
const add = (subject: string, facts: Record<string, unknown> = {}) =>
  store.withTransaction((transaction) => append(transaction, { kind: 'proposal', actorId: '1', subject, facts, at }));

/** What somebody with the rights of the database's owner could do. */
const tamper = async (sql: string) =>
  await store.withTransaction(async (transaction: Transaction) => {
    await transaction.query('alter table copilot.audit disable trigger user');
    await transaction.query(sql);
    await transaction.query('alter table copilot.audit enable trigger user');
  });

describe('the audit', () => {
  beforeEach(async () => {
    await tamper('delete from copilot.audit');
    await store.query(`update copilot.audit_head set sequence = 0, hash = repeat('0', 64)`);
    for (const subject of ['P-1', 'P-2', 'P-3', 'P-4'])
      await add(subject, { count: 3, share: 0.02, nested: { b: [1, null], a: 'ö' }, left: undefined });
  });

  test('a chain nobody touched verifies', async () => {
    expect(await verify(store)).toMatchObject({ ok: true, rows: 4 });
  });

  test('rows cannot be changed, deleted or emptied by a statement', async () => {
    await expect(store.query(`update copilot.audit set actor_id = '2'`)).rejects.toThrow('append only');
    await expect(store.query('delete from copilot.audit')).rejects.toThrow('append only');
    await expect(store.query('truncate copilot.audit')).rejects.toThrow('append only');
    expect(await verify(store)).toMatchObject({ ok: true });
  });

  test.each([
    [`update copilot.audit set actor_id = '2' where sequence = 2`, 'changed', 2],
    [`update copilot.audit set facts = '{}' where sequence = 3`, 'changed', 3],
    ['delete from copilot.audit where sequence = 2', 'removed', 2],
    ['delete from copilot.audit where sequence = 1', 'removed', 1],
    ['delete from copilot.audit where sequence = 4', 'cut at the end', 4],
    ['delete from copilot.audit', 'cut at the end', 1],
    [
      'update copilot.audit set sequence = case sequence when 2 then 30 else 20 end where sequence in (2, 3); update copilot.audit set sequence = sequence / 10 where sequence > 9',
      'changed',
      2,
    ],
    [
      'delete from copilot.audit where sequence = 2; update copilot.audit set sequence = sequence - 1 where sequence > 2',
      'changed',
      2,
    ],
  ] as const)('%s is found', async (sql, fault, sequence) => {
    for (const statement of sql.split('; ')) await tamper(statement);
    expect(await verify(store)).toMatchObject({ ok: false, fault, sequence });
  });

  test('a row whose hash was computed anew breaks the link of the next', async () => {
    const [second] = (
      await store.query<{ at: Date; facts: unknown; previous_hash: string }>(
        'select at, facts, previous_hash from copilot.audit where sequence = 2',
      )
    ).rows;
    const forged = hashOf([2, second?.at.toISOString(), 'proposal', '9', 'P-2', second?.facts, second?.previous_hash]);
    await tamper(`update copilot.audit set actor_id = '9', hash = '${forged}' where sequence = 2`);
    expect(await verify(store)).toMatchObject({ ok: false, fault: 'reordered', sequence: 3 });
  });

  test('appends at the same time stand in one row', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => add(`C-${index}`)));
    expect(await verify(store)).toMatchObject({ ok: true, rows: 24 });
  });

  test('so do appends without a transaction beside those in one', async () => {
    const before = (await verify(store)).rows;
    const alone = (index: number) =>
      append(store, { kind: 'exchange', actorId: '1', subject: `T-${index}`, facts: { tools: [] }, at: new Date(0) });
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? alone(index) : add(`D-${index}`))));
    expect(await verify(store)).toMatchObject({ ok: true, rows: before + 20 });
  });

  test('a chain that grows while it is read verifies, and what was done to it is found all the same', async () => {
    const busy: Transaction = {
      query: async (sql, parameters) => {
        const found = await store.query<never>(sql, parameters);
        await add('P-5');
        return found;
      },
    };
    expect(await verify(busy)).toMatchObject({ ok: true, rows: 5 });
    await tamper(`update copilot.audit set actor_id = '2' where sequence = 6`);
    expect(await verify(busy)).toMatchObject({ ok: false, fault: 'changed', sequence: 6 });
    await tamper('delete from copilot.audit where sequence > 5');
    expect(await verify(store)).toMatchObject({ ok: false, fault: 'cut at the end', sequence: 6 });
  });

  test('a row put behind the head is found', async () => {
    const hash = (await store.query<{ hash: string }>('select hash from copilot.audit_head')).rows[0]?.hash;
    const forged = hashOf([5, at.toISOString(), 'proposal', '9', 'P-9', {}, hash]);
    await store.query(
      `insert into copilot.audit (sequence, at, kind, actor_id, subject, facts, previous_hash, hash)
       values (5, $1, 'proposal', '9', 'P-9', '{}', $2, $3)`,
      [at, hash, forged],
    );
    expect(await verify(store)).toMatchObject({ ok: false, fault: 'added', sequence: 5 });
  });

  test('what is rolled back leaves nothing', async () => {
    const failing = store.withTransaction(async (transaction) => {
      await append(transaction, { kind: 'approval', actorId: '1', subject: 'P-9', facts: {}, at });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await verify(store)).toMatchObject({ ok: true, rows: 4 });
  });

  test('the export is one JSON object a line', async () => {
    const lines: string[] = [];
    for await (const line of exportAudit(store)) lines.push(line);
    expect(lines).toHaveLength(4);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ sequence: 2, subject: 'P-2', at: at.toISOString() });
  });
});

test('the text that is hashed does not depend on the order of keys and survives JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value));
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        expect(canonical(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonical(value));
    }),
    { numRuns: 100 },
  );
});
