import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { proposalsFor } from '../../src/approvals/propose.js';
import { ExpectedError } from '../../src/errors.js';
import { open } from '../../src/receipts/open.js';
import type { Store } from '../../src/store/store.js';
import { defineTool, type Tool } from '../../tools/define.js';
import { type CallContext, runTool } from '../../tools/run.js';
import { actorWith, approvalsOf, clock, openOffice, settings, TODAY } from '../agent/office.js';

let store: Store;
let context: CallContext;
const defects: unknown[] = [];

beforeAll(async () => {
  store = await openOffice();
  context = {
    actor: actorWith('membership'),
    thread: 'T-1',
    database: store,
    clock,
    settings,
    proposals: proposalsFor(approvalsOf(store)),
    onDefect: (error) => defects.push(error),
  };
});
afterAll(() => store.close());

const evidence = { value: 3, unit: 'members', asOf: TODAY, readAt: '2026-11-21T07:10:00Z', population: 'members' };
const tool = (run: Tool['run'], more: Partial<Tool> = {}): Tool =>
  defineTool({
    name: 'sum',
    title: 'Sum',
    description: 'A tool for a test.',
    input: z.strictObject({ of: z.number().int() }) as z.ZodType,
    output: z.strictObject({ total: z.number() }) as z.ZodType,
    effect: 'read',
    permission: 'people.read',
    examples: [],
    triggers: [],
    run,
    words: (output) => `Total: ${(output as { total: number }).total}.`,
    ...more,
  });

class Unusable extends ExpectedError {
  readonly kind = 'unusable';
  constructor() {
    super('That cannot be done.', 'Do something else.');
  }
}

describe('a tool is run', () => {
  test('with checked arguments, and its receipts can be opened', async () => {
    const counted = tool(async (input, { receipt }) => {
      await receipt(evidence);
      return { total: (input as { of: number }).of };
    });
    const reply = await runTool(counted, { of: 3 }, context);
    expect(reply).toMatchObject({ ok: true, words: 'Total: 3.', output: { total: 3 }, arguments: { of: 3 } });
    const [first] = reply.receipts;
    expect(await open(store, first?.id ?? '')).toMatchObject({
      value: 3,
      tool: 'sum',
      arguments: { of: 3 },
      thread: 'T-1',
    });
  });

  test.each([
    [{ of: 'three' }, 'of: '],
    [{}, 'of: '],
    [{ of: 3, more: 1 }, 'more'],
    [null, 'arguments: '],
  ])('not at all with arguments that do not fit: %j', async (input, fault) => {
    const reply = await runTool(
      tool(async () => ({ total: 1 })),
      input,
      context,
    );
    expect(reply).toMatchObject({ ok: false, error: { kind: 'arguments_invalid' } });
    expect(reply.words).toContain(fault);
  });

  test('not at all without the right, which the audit tells', async () => {
    const reply = await runTool(
      tool(async () => ({ total: 1 })),
      { of: 1 },
      { ...context, actor: actorWith('leadership', { id: '77' }) },
    );
    expect(reply.error?.kind).toBe('not_permitted');
    const audit = await store.query(
      "select subject, facts->>'permission' as permission from copilot.audit where actor_id = '77'",
    );
    expect(audit.rows).toEqual([{ subject: 'sum', permission: 'people.read' }]);
  });

  test.each(['portal', 'job'] as const)('not at all when it proposes and the %s is read only', async (surface) => {
    let ran = false;
    const proposing = tool(
      async () => {
        ran = true;
        return { total: 1 };
      },
      { effect: 'propose' },
    );
    const reply = await runTool(proposing, { of: 1 }, { ...context, actor: { ...actorWith('membership'), surface } });
    expect(reply.error?.kind).toBe('nothing_proposed_here');
    expect(ran).toBe(false);
  });

  test('and an expected failure comes back as words with the next step, no defect', async () => {
    const before = defects.length;
    const failing = tool(async () => {
      throw new Unusable();
    });
    expect(await runTool(failing, { of: 1 }, context)).toMatchObject({
      ok: false,
      words: 'That cannot be done. Do something else.',
    });
    expect(defects).toHaveLength(before);
  });

  test('and a defect of ours is told to the log and not to the reader', async () => {
    const broken = tool(async () => {
      throw new Error('password=hunter2');
    });
    const reply = await runTool(broken, { of: 1 }, context);
    expect(reply.words).not.toContain('hunter2');
    expect(String(defects.at(-1))).toContain('hunter2');
    const wrong = await runTool(
      tool(async () => ({ total: 'three' })),
      { of: 1 },
      context,
    );
    expect(wrong).toMatchObject({ ok: false, error: { kind: 'failed' } });
    expect(String(defects.at(-1))).toContain('output schema does not allow');
  });

  test('and a long result is cut at a line, and says so', async () => {
    const long = tool(async () => ({ total: 1 }), { words: () => 'one line of words\n'.repeat(2000) });
    const { words } = await runTool(long, { of: 1 }, context);
    expect(words.length).toBeLessThan(10_200);
    expect(words).toMatch(
      /one line of words\n\(\d+ further characters of this result were left out; ask for less\.\)$/,
    );
  });

  test('and one that takes too long is given up in words, told by the signal it was lent', async () => {
    let wasTold = false;
    const slow = tool(
      async (_, { signal }) =>
        await new Promise((resolve) => {
          signal?.addEventListener('abort', () => {
            wasTold = true;
            resolve({ total: 1 });
          });
        }),
    );
    const before = defects.length;
    const reply = await runTool(slow, { of: 1 }, { ...context, timeoutMillis: 20 });
    expect(reply).toMatchObject({ ok: false, error: { kind: 'tool_timed_out' } });
    expect(reply.words).toContain('Ask for less at once');
    expect(wasTold).toBe(true);
    expect(defects).toHaveLength(before);
    const off = await runTool(slow, { of: 1 }, { ...context, signal: AbortSignal.abort() });
    expect(off.error?.kind).toBe('tool_stopped');
  });

  test('and what was read is in the audit: whose records and how many, no value; a rehearsal is not', async () => {
    const listing = tool(async () => ({ people: [{ member: 'M-7F3KQ2', value: 'secret' }, { member: 'M-7F3KQ3' }] }), {
      name: 'listing',
      output: z.looseObject({}) as z.ZodType,
      words: () => 'Two of them.',
    });
    const reader = actorWith('membership', { id: '78' });
    await runTool(listing, { of: 1 }, { ...context, actor: reader });
    await runTool(listing, { of: 1 }, { ...context, actor: reader, isRehearsal: true });
    const audit = await store.query("select kind, subject, facts from copilot.audit where actor_id = '78'");
    expect(audit.rows).toEqual([
      {
        kind: 'read',
        subject: 'listing',
        facts: { thread: 'T-1', surface: 'cli', rows: 2, records: ['M-7F3KQ2', 'M-7F3KQ3'], recordsInAll: 2 },
      },
    ]);
  });

  test('and one that only reads cannot propose', async () => {
    const sly = tool(async (_, { proposals, actor }) => {
      await proposals.propose({
        kind: 'note',
        tool: 'sum',
        arguments: {},
        thread: 'T-1',
        actor,
        summary: 's',
        drafts: [],
      });
      return { total: 1 };
    });
    expect((await runTool(sly, { of: 1 }, context)).ok).toBe(false);
    expect(String(defects.at(-1))).toContain('only reads and may not propose');
  });
});
