import { randomInt } from 'node:crypto';

// Ten digits and letters less 0, 1, I and O, which are mistaken for one another when read aloud or retyped.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `prefix` and six random letters of 32: a thousand million ids; whoever stores one tries again when it is taken. */
export const randomId = (prefix: string): string =>
  `${prefix}-${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

export const receiptId = (): string => randomId('R');
