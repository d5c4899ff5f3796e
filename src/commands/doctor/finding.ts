import { ExpectedError } from '../../errors.js';

/** One thing doctor looked at. Only `mend` makes doctor exit with 1; a `note` says what could not be told or is left out on purpose. */
export interface Finding {
  readonly area: 'database' | 'iMIS' | 'transport';
  readonly state: 'good' | 'note' | 'mend';
  /** What was found, a full sentence without personal details. */
  readonly found: string;
  /** What to do about it: always there with `mend`. */
  readonly mend?: string;
}

export const good = (area: Finding['area'], found: string): Finding => ({ area, state: 'good', found });
export const note = (area: Finding['area'], found: string, mend?: string): Finding => ({
  area,
  state: 'note',
  found,
  ...(mend !== undefined && { mend }),
});
export const toMend = (area: Finding['area'], found: string, mend: string): Finding => ({
  area,
  state: 'mend',
  found,
  mend,
});

/** A failure a person can mend, as a finding; a defect of ours is thrown on. */
export function fromFailure(area: Finding['area'], error: unknown): Finding {
  if (error instanceof ExpectedError) return toMend(area, error.message, error.next);
  throw error;
}

export const isAllGood = (findings: readonly Finding[]): boolean => findings.every(({ state }) => state !== 'mend');

const marks = { good: 'ok  ', note: 'note', mend: 'MEND' } as const;

/** Findings as lines for a person: what is to be mended last, where it is seen. */
export function inWords(findings: readonly Finding[]): string {
  const order = ['good', 'note', 'mend'] as const;
  const lines = order.flatMap((state) =>
    findings
      .filter((finding) => finding.state === state)
      .map(({ area, found, mend }) => `${marks[state]}  ${area}: ${found}${mend ? `\n      ${mend}` : ''}`),
  );
  const count = findings.filter(({ state }) => state === 'mend').length;
  return [...lines, count === 0 ? 'All is well.' : `${count} ${count === 1 ? 'thing' : 'things'} to mend.`].join('\n');
}
