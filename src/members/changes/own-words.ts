import type { Actor } from '../../domain/actor.js';
import { ExpectedError } from '../../errors.js';
import { reveal } from '../../privacy/reveal.js';
import { asTyped, standInsIn, type Typed } from '../../privacy/typed.js';
import type { Database } from '../../store/database.js';

export interface Heard {
  /** As the model heard it, with stand-ins for people. */
  readonly text: string;
  /** What the actor typed lately, latest first. */
  readonly typed: readonly Typed[];
  readonly actor: Actor;
}

/**
 * The words as they shall stand in iMIS: letter for letter what was typed, whoever it names. Undefined where a stand-in
 * is left that the actor neither typed nor may see: nobody could read it there.
 */
export async function inOwnWords(database: Database, { text, typed, actor }: Heard): Promise<string | undefined> {
  const named = await reveal(database, asTyped(text, typed), actor);
  return standInsIn(named).length > 0 ? undefined : named;
}

export class TextTooLong extends ExpectedError {
  readonly kind = 'text_too_long';
  constructor(what: string, characters: number, most: number) {
    super(
      `A ${what} holds at most ${inGroups(most)} characters; this text has ${inGroups(characters)}.`,
      'Shorten it, or divide it into several.',
    );
  }
}

export class TextEmpty extends ExpectedError {
  readonly kind = 'text_empty';
  constructor(what: string) {
    super(`The ${what} would hold no words.`, 'Ask again with the words that it shall hold.');
  }
}

const inGroups = (count: number): string => count.toLocaleString('en-US');

/** As it is stored, never cut. Throws TextEmpty, TextTooLong; `what` is "note" or "task". */
export function fitting(text: string, what: string, most: number): string {
  const stored = storable(text);
  if (stored === '') throw new TextEmpty(what);
  if (stored.length > most) throw new TextTooLong(what, stored.length, most);
  return stored;
}

// Control characters and half surrogate pairs cannot be stored, and nobody typed them.
export const storable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')
    .trim();
