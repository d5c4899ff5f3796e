import { expect, test } from 'vitest';
import { verdictWords } from '../../src/audit/verdict-words.js';

test('what was done to the audit is said with the number of the row', () => {
  const said = (['removed', 'changed', 'reordered', 'cut at the end', 'added'] as const).map((fault) =>
    verdictWords({ ok: false, rows: 4, fault, sequence: 5 }),
  );
  for (const sentence of said)
    expect(sentence).toMatch(/^The audit was altered: .*\b5\b.* The 4 rows before it are as/);
  expect(new Set(said).size).toBe(5);
  expect(verdictWords({ ok: true, rows: 4, hash: 'ab' })).toBe('4 rows, nothing was altered. Last hash ab');
});
