import { AjvJsonSchemaValidator } from '@modelcontextprotocol/server/validators/ajv';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ProposalDesk } from '../../src/approvals/looking.js';
import { proposalsFor } from '../../src/approvals/propose.js';
import type { Role } from '../../src/domain/actor.js';
import { pseudonymOf } from '../../src/privacy/pseudonyms.js';
import type { Store } from '../../src/store/store.js';
import { catalog } from '../../tools/catalog.js';
import { outlineOf } from '../../tools/outlines.js';
import { actorWith, approvalsOf } from '../agent/office.js';
import { caller, filled, openAssociation } from './association.js';

let store: Store;
const defects: unknown[] = [];
const answered = new Set<string>();
const validator = new AjvJsonSchemaValidator();

beforeAll(async () => {
  store = await openAssociation();
});
afterAll(() => store.close());

const roles: readonly Role[] = ['membership', 'finance', 'leadership'];
const calls = catalog.flatMap(({ name, examples }) =>
  examples.flatMap(({ says, arguments: args }) => roles.map((role) => [name, says, role, args] as const)),
);

/** Takes any kind of change, as the desk of the whole house does. */
const desk = (): ProposalDesk => ({
  ...proposalsFor(approvalsOf(store)),
  propose: async ({ summary }) => ({
    id: 'P-7F3KQ2',
    hash: 'abc',
    status: 'waiting',
    risks: [],
    count: 1,
    summary,
    expiresAt: '2026-11-22T12:00:00Z',
  }),
});

function checked(name: string, output: unknown): string {
  const tool = catalog.find((one) => one.name === name);
  if (!tool) throw new Error(`there is no tool ${name}`);
  return validator.getValidator(outlineOf(tool) as never)(output).errorMessage ?? '';
}

describe('what a tool returns is what its outline says', () => {
  test.each(calls)('%s, asked "%s" by %s', async (name, says, role, args) => {
    const call = caller(store, defects);
    const actor = actorWith(role);
    const isMadeUp = /[PR]-7F3KQ2/.test(says);
    if (name === 'open_receipt') await call('count_members', { definition: { op: 'everyone' } }, actor);
    const given = JSON.parse(JSON.stringify(args).replace('C-4T8WXB', '512-555-0123')) as typeof args;
    if (name === 'propose_contact_correction' && 'field' in given) given['field'] = 'phone';
    const reply = await call(name, await filled(store, given), actor, { proposals: desk() });
    expect(defects).toEqual([]);
    if (reply.ok) answered.add(name);
    if (reply.ok) expect(checked(name, reply.output)).toBe('');
    // Nobody has the made-up id; leadership sees no single people, nor figures that differ by few of them.
    else expect(reply.error?.kind).toMatch(isMadeUp ? /_unknown$/ : /^(?:not_permitted|too_near)$/);
  });

  test('every tool, by somebody who may call it', () => {
    expect([...answered].sort()).toEqual(catalog.map(({ name }) => name).sort());
  });

  test('a proposal that is shown by its id, too', async () => {
    const member = await pseudonymOf(store, '101');
    const proposed = await caller(store, defects)('propose_note', { member, text: 'called about the fee' });
    const reply = await caller(store, defects)('proposal_status', { proposal: proposed.proposals[0]?.id });
    expect(reply.output).toHaveProperty('proposal');
    expect(checked('proposal_status', reply.output)).toBe('');
  });
});

describe('an outline', () => {
  test.each(catalog.map((tool) => [tool.name, tool] as const))(
    'of %s names every field of the result and no other, and those that are always there',
    (_, tool) => {
      const whole = z.toJSONSchema(tool.output, { io: 'output' });
      const outline = outlineOf(tool);
      expect(outline.type).toBe('object');
      expect(Object.keys(outline.properties)).toEqual(Object.keys(whole.properties ?? {}));
      expect(outline.required).toEqual(whole.required ?? []);
      expect(outlineOf(tool)).toBe(outline);
    },
  );

  test('refuses a result that lacks a field, or has another kind of value in it', () => {
    const count = catalog.find(({ name }) => name === 'count_members');
    const validate = validator.getValidator(outlineOf(count as never) as never);
    const right = { definition: 'd', said: 'members', assumptions: [], asOf: '2026-11-21' };
    expect(validate(right).valid).toBe(true);
    expect(validate({ ...right, said: undefined }).valid).toBe(false);
    expect(validate({ ...right, assumptions: 'none' }).valid).toBe(false);
  });

  test('of a tool whose result is no object is refused', () => {
    expect(() => outlineOf({ name: 'list', output: z.array(z.string()) })).toThrow('list returns no object');
  });

  test('costs a model fewer than 210 tokens, all of them together fewer than 1,500', () => {
    const tokens = new Tiktoken(o200k);
    const sizes = catalog.map((tool) => tokens.encode(JSON.stringify(outlineOf(tool))).length);
    expect(Math.max(...sizes)).toBeLessThan(210);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1500);
  });
});
