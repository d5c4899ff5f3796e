import { expect, test } from 'vitest';
import { lineToApprove, typedDecision } from '../../src/commands/chat-decision.js';
import { outcomeWords } from '../../src/commands/outcome-words.js';

const LAST = 'P-LAST22';

test('the last proposal is meant where no id is said, and a bare number is the count of records', () => {
  expect(typedDecision('/approve', LAST)).toEqual({ command: '/approve', id: LAST });
  expect(typedDecision('/approve 30', LAST)).toEqual({ command: '/approve', id: LAST, count: 30 });
  expect(typedDecision('/approve p-abc234 30 irreversible', LAST)).toEqual({
    command: '/approve',
    id: 'P-ABC234',
    count: 30,
    acknowledged: ['irreversible'],
  });
  expect(typedDecision('/reject wrong member', LAST)).toEqual({
    command: '/reject',
    id: LAST,
    reason: 'wrong member',
  });
});

test('a word that is neither id, count nor risk approves nothing', () => {
  for (const line of ['/approve all', '/approve 30 31', '/approve 30 please', '/undo now', '/aprove', '/'])
    expect(typedDecision(line, LAST)).toBeUndefined();
  expect(typedDecision('/approve 30', undefined)).toBe('no proposal');
});

test('the line to type names the count and every risk, and is understood', () => {
  const line = lineToApprove({ id: LAST, count: 30, risks: ['bulk', 'irreversible'] });
  expect(line).toBe('/approve P-LAST22 30 irreversible');
  expect(typedDecision(line, undefined)).toMatchObject({ count: 30, acknowledged: ['irreversible'] });
});

test('what came out is told by state and count, never as carried out alone', () => {
  const change = { id: 'x', state: 'done' } as Parameters<typeof outcomeWords>[0]['changes'][number];
  const failed = { ...change, state: 'failed', reason: 'iMIS refused it' } as const;
  expect(outcomeWords({ id: LAST, status: 'done', changes: [change] })).toBe('P-LAST22 is done: 1 done.');
  expect(outcomeWords({ id: LAST, status: 'partly_done', changes: [change, change, failed, failed] })).toBe(
    'P-LAST22 is partly done: 2 done, 2 failed.\n- iMIS refused it',
  );
  const waiting = { ...change, state: 'waiting' } as const;
  const pilot = outcomeWords({ id: LAST, status: 'pilot_done', changes: [change, failed, waiting, waiting] });
  expect(pilot).toContain('pilot done: 1 done, 1 failed, 2 waiting.');
  expect(pilot).toContain('/approve lets the rest go on');
});
