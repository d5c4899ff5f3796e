/*
 * A sentence written anew by a list of patterns, each reading what those before it have written. The patterns are data,
 * kept by theme, so that what a wording means stands in one place and none of it in the code that applies them.
 */

/** What is said, and what is written for it. */
export interface SetPhrase {
  readonly said: RegExp;
  readonly written: string | ((...parts: string[]) => string);
  /** What was taken out or read, as the note says it. */
  readonly note?: string;
}

/** What is said, and how its parts are put together; a part that was not said is empty, `whole` is the sentence so far. */
export type Rewriting = readonly [said: RegExp, written: (found: readonly string[], whole: string) => string];

/** The text after every pattern, in their order. */
export function rewritten(text: string, by: readonly Rewriting[]): string {
  let plain = text;
  for (const [said, written] of by)
    plain = plain.replace(said, (...found) => {
      const parts = found.slice(
        0,
        found.findIndex((part) => typeof part === 'number'),
      ) as (string | undefined)[];
      return written(
        parts.map((part) => part ?? ''),
        plain,
      );
    });
  return plain;
}
