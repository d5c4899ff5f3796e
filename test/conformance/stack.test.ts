/* The product's HTTP stack, certified with everything the public suite calls by name. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certified, certified, TOKEN } from './certified.js';
import { fixtureServer } from './fixture/server.js';
import { required, shown } from './required.js';
import { conformance, type Revision, type Verdict } from './suite.js';
import { sendingToken, type TokenSender } from './token-sender.js';

const sets = { '2025-11-25': 30, '2026-07-28': 37 } as const satisfies Record<Revision, number>;
const revisions = Object.keys(sets) as Revision[];

let stack: Certified;
let sender: TokenSender;
const verdicts = new Map<Revision, Verdict>();
beforeAll(async () => {
  stack = await certified(fixtureServer);
  sender = await sendingToken(stack.url, TOKEN);
  const run = async (revision: Revision) => verdicts.set(revision, await conformance(sender.url, revision));
  await Promise.all(revisions.map(run));
}, 120_000);
afterAll(async () => {
  await sender.close();
  await stack.close();
});

describe.each(revisions)('the HTTP stack, as %s requires it', (revision) => {
  test(`passes all ${sets[revision]} scenarios, each with something shown`, () => {
    const { code, said, checks } = verdicts.get(revision) as Verdict;
    const scenarios = required(revision);
    expect(scenarios).toHaveLength(sets[revision]);
    expect(shown(scenarios, checks), said).toEqual(scenarios);
    expect(code).toBe(0);
  });

  test('sends no message that is not of the form of its revision', () => {
    const { checks } = verdicts.get(revision) as Verdict;
    const forms = checks.filter(({ id }) => id === 'wire-schema-valid');
    expect(forms.length).toBeGreaterThan(25);
    expect(forms.filter(({ status }) => status !== 'SUCCESS')).toEqual([]);
  });
});

test('the stack answers nobody without the token', async () => {
  const answer = await fetch(`${stack.url}/mcp`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(401);
});
