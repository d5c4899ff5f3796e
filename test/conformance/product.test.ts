/* The product itself, with its own tools, before the public suite: what it does not have is excused check by check. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { type Served, served } from '../surfaces/mcp/served.js';
import { openAssociation } from '../tools/association.js';
import { baseline, baselineFile, isExcused } from './baseline.js';
import { faults, required, shown } from './required.js';
import { conformance, type Revision, type Verdict } from './suite.js';
import { sendingToken, type TokenSender } from './token-sender.js';

/** Scenarios that need nothing of the suite's, and what is excused in none of them. */
const whole: Readonly<Record<Revision, readonly string[]>> = {
  '2025-11-25': [
    'server-initialize',
    'ping',
    'completion-complete',
    'tools-list',
    'server-sse-multiple-streams',
    'resources-list',
    'prompts-list',
    'dns-rebinding-protection',
  ],
  '2026-07-28': [
    'completion-complete',
    'tools-list',
    'server-sse-multiple-streams',
    'resources-list',
    'sep-2164-resource-not-found',
    'prompts-list',
    'dns-rebinding-protection',
    'caching',
    'input-required-result-unsupported-methods',
    'input-required-result-validate-input',
  ],
};
/** Beyond what a revision requires. */
const also: Readonly<Record<Revision, string>> = {
  '2025-11-25': 'server-session-lifecycle',
  '2026-07-28': 'http-header-validation',
};
const revisions = Object.keys(whole) as Revision[];

let store: Store;
let product: Served;
let sender: TokenSender;
const verdicts = new Map<Revision, Verdict>();
beforeAll(async () => {
  store = await openAssociation();
  product = await served(store);
  sender = await sendingToken(product.url, await product.token('membership'));
  const run = async (revision: Revision) =>
    verdicts.set(revision, await conformance(sender.url, revision, baselineFile(revision)));
  await Promise.all(revisions.map(run));
}, 120_000);
afterAll(async () => {
  await sender.close();
  await product.close();
  await store.close();
});

describe.each(revisions)('the product before the suite of %s', (revision) => {
  const verdict = () => verdicts.get(revision) as Verdict;
  const ofRequired = () => verdict().checks.filter(({ scenario }) => required(revision).includes(scenario));

  test('passes whole every scenario that needs nothing of the suite', () => {
    expect(shown(required(revision), verdict().checks)).toEqual(whole[revision]);
    expect(shown([also[revision]], verdict().checks)).toEqual([also[revision]]);
  });

  test('fails no check but the excused, and those in the words they are excused for', () => {
    const excuses = baseline(revision);
    expect(faults(ofRequired()).filter((check) => !isExcused(check, excuses))).toEqual([]);
    expect(verdict().code, verdict().said).toBe(0);
  });

  test('needs every excuse there is', () => {
    const failed = faults(ofRequired()).map(({ scenario, id }) => `${scenario}:${id}`);
    expect(baseline(revision).map(({ scenario, id }) => `${scenario}:${id}`)).toEqual(expect.arrayContaining(failed));
    expect(new Set(failed).size).toBe(baseline(revision).length);
  });
});

test('of the stateless scenario 24 checks hold for the product', () => {
  const { checks } = verdicts.get('2026-07-28') as Verdict;
  const held = checks.filter(({ scenario, status }) => scenario === 'server-stateless' && status === 'SUCCESS');
  expect(held.length).toBeGreaterThanOrEqual(24);
});
