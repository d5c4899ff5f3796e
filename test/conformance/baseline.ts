/* Checks the product may fail, one a line, each with the words by which it may fail. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Revision } from './suite.js';

export interface Excuse {
  readonly scenario: string;
  readonly id: string;
  /** What the check says when it fails for the reason it is excused for. */
  readonly because: string;
}

export const baselineFile = (revision: Revision): string => join(import.meta.dirname, `baseline-${revision}.yaml`);

/** Throws for a line that excuses a whole scenario, or gives no reason. */
export const baseline = (revision: Revision): readonly Excuse[] =>
  readFileSync(baselineFile(revision), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && line !== 'server:' && !line.trim().startsWith('#'))
    .map((line) => {
      const [, scenario, id, because] = /^ {2}- ([\w-]+):([\w-]+) # (.+)$/.exec(line) ?? [];
      if (!scenario || !id || !because) throw new Error(`An excuse names one check and its reason: ${line}`);
      return { scenario, id, because };
    });

export const isExcused = ({ scenario, id, errorMessage = '' }: Check, excuses: readonly Excuse[]): boolean =>
  excuses.some((excuse) => excuse.scenario === scenario && excuse.id === id && errorMessage.includes(excuse.because));
