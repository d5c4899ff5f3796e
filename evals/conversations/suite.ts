import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openHouse } from '../house.js';
import type { Suite } from '../suite.js';
import { parseCases } from './case.js';
import { type Grade, grade } from './grade.js';

/** Large enough for every chapter and tier to have members, small enough to be read in seconds. */
const MEMBERS = 1000;

export const conversations: Suite = {
  name: 'conversations',
  about:
    'Whole conversations against the sandbox: answers by SQL, questions, refusals, proposals and what iMIS gained.',
  async run({ casesFile, seed, asOf, onProgress }) {
    const cases = parseCases(await readFile(casesFile ?? join(import.meta.dirname, 'cases.jsonl'), 'utf8'));
    const house = await openHouse({ seed, asOf, members: MEMBERS, onProgress });
    const grades: Grade[] = [];
    try {
      for (const one of cases) {
        onProgress(`${grades.length + 1} of ${cases.length}: ${one.id}`);
        grades.push(await grade(one, house));
      }
    } finally {
      await house.close();
    }
    const share = (is: (one: Grade) => boolean): number => grades.filter(is).length / Math.max(grades.length, 1);
    return {
      cases: grades.length,
      metrics: {
        pass1: share(({ passed }) => passed),
        asked: share(({ asked }) => asked),
        silentlyWrong: share(({ silentlyWrong }) => silentlyWrong),
      },
      failures: grades.filter(({ passed }) => !passed).map(({ id, faults }) => ({ id, faults })),
    };
  },
};
