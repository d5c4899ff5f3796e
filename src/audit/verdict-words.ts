import type { Verdict } from './verify.js';

/** What a check of the whole chain found, for the terminal and the page alike; the last hash is kept by whoever asked. */
export function verdictWords(verdict: Verdict): string {
  if (verdict.ok) return `${verdict.rows} rows, nothing was altered. Last hash ${verdict.hash}`;
  const what = {
    removed: `row ${verdict.sequence} was removed`,
    changed: `row ${verdict.sequence} was changed`,
    reordered: `row ${verdict.sequence} does not follow the row before it: one of the two was moved or written anew`,
    'cut at the end': `the rows from ${verdict.sequence} on were removed`,
    added: `row ${verdict.sequence} was added by hand`,
  }[verdict.fault];
  return `The audit was altered: ${what}. The ${verdict.rows} rows before it are as they were written.`;
}
