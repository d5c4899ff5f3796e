import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redact } from '../../src/privacy/redact/redact.js';
import type { Suite } from '../suite.js';
import { parseCases } from './case.js';
import { grade } from './grade.js';

export const redaction: Suite = {
  name: 'redaction',
  about: 'Personal details in free text: how many are taken out, and how often something else is, without a directory.',
  async run({ casesFile }) {
    const cases = parseCases(await readFile(casesFile ?? join(import.meta.dirname, 'cases.jsonl'), 'utf8'));
    const grades = cases.map((one) => ({ text: one.text, ...grade(one, redact(one.text)) }));
    const sum = (of: (one: (typeof grades)[number]) => number): number =>
      grades.reduce((total, one) => total + of(one), 0);
    return {
      cases: cases.length,
      metrics: {
        recall:
          sum(({ found }) => found) /
          Math.max(
            sum(({ spans }) => spans),
            1,
          ),
        overRedaction: grades.filter(({ lost }) => lost.length > 0).length / Math.max(cases.length, 1),
      },
      failures: grades
        .filter(({ missed, lost }) => missed.length + lost.length > 0)
        .map(({ text, missed, lost }) => ({ text, missed, lost })),
    };
  },
};
