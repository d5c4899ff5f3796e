import { type Fence, fenced } from '../../../src/privacy/fenced.js';

/** Words of a record between our own: a figure in somebody's words has no receipt and must not pass for a result. */
export const quotable = (text: string): string => text.replace(/\d[\d.,:/-]*/g, '[number]').replace(/["“”]/g, "'");

/** ", the latest 3" where not all are shown. */
export const latestOf = (total: number, shown: number): string => (total > shown ? `, the latest ${shown}` : '');

/** Lines that quote texts stand between fence lines; lines without any words of others need none. */
export const quoted = (
  lines: readonly string[],
  { from, isQuoting }: Fence & { readonly isQuoting: boolean },
): string[] => (isQuoting ? [fenced(lines.join('\n'), { from })] : [...lines]);
