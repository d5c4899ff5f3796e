/* The secret of a personal token: what it looks like, and what is kept of it. */
import { createHash, randomInt } from 'node:crypto';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
// 32 characters of 62 are 190 bits: nobody guesses one.
const LENGTH = 32;
// A prefix of our own, so that a token left in a file or a log is found by whoever looks for leaked secrets.
const PREFIX = 'imc_';
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${LENGTH}}$`);

/** A token nobody has had before, for the person's eyes alone. */
export const freshToken = (): string =>
  PREFIX + Array.from({ length: LENGTH }, () => BASE_62[randomInt(BASE_62.length)]).join('');

/** False for whatever cannot be a personal token, such as one of a provider. */
export const isPersonalToken = (text: string): boolean => FORM.test(text);

/**
 * SHA-256, without salt and in one round: those slow down guessing at what people choose, and at 190 random bits there is
 * nothing to guess. So a token is found by its hash, and no comparison tells by its time how much of one was right.
 */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
