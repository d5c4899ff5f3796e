import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redact } from '../../src/privacy/redact/redact.js';
import type { Suite } from '../suite.js';
import { parseCases } from './case.js';
import { grade } from './grade.js';
import { gradeSandbox, type TextGrade } from './sandbox.js';

// Written by hand: the first while the rules were made, the second when they stood.
const FILES = ['cases.jsonl', 'second.jsonl'].map((name) => join(import.meta.dirname, name));

export const redaction: Suite = {
  name: 'redaction',
  about: 'Personal details in free text: how many are taken out, and how often something else is.',
  async run({ casesFile, seed, asOf, onProgress }) {
    const files = await Promise.all((casesFile ? [casesFile] : FILES).map((file) => readFile(file, 'utf8')));
    // Written cases stand alone: nobody of a directory, no record of who wrote.
    const written = files
      .flatMap((file) => parseCases(file))
      .map((one): TextGrade => ({ text: one.text, ...grade(one, redact(one.text)) }));
    const sandbox = casesFile ? undefined : await gradeSandbox(seed, asOf, onProgress);
    return {
      cases: written.length + (sandbox?.grades.length ?? 0),
      metrics: {
        recall: recallOf(written),
        overRedaction: overRedactionOf(written),
        ...(sandbox && {
          sandboxRecall: recallOf(sandbox.grades),
          sandboxOverRedaction: overRedactionOf(sandbox.grades),
          millisPerText: sandbox.millisPerText,
        }),
      },
      failures: [...written, ...(sandbox?.grades ?? [])]
        .filter(({ missed, lost }) => missed.length + lost.length > 0)
        .map(({ text, missed, lost }) => ({ text, missed, lost })),
    };
  },
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Details of which no letter or digit was left, of all that had to go. */
const recallOf = (grades: readonly TextGrade[]): number =>
  sum(grades.map(({ found }) => found)) / Math.max(sum(grades.map(({ spans }) => spans)), 1);

/** Texts that lost a word they should have kept, of all. */
const overRedactionOf = (grades: readonly TextGrade[]): number =>
  grades.filter(({ lost }) => lost.length > 0).length / Math.max(grades.length, 1);
