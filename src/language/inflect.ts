/*
 * The notation of the lexicon: '~attend' stands for every form of a verb, '*member' for singular and plural;
 * other words stand for themselves.
 */

/** Every surface form of a pattern: 'pay by *instalment' gives two. */
export function formsOf(pattern: string): string[] {
  throw new Error(pattern);
}
