/** Definitions kept by content: an id always means the same people. */
import { oneLine } from '../privacy/visible.js';
import type { Transaction } from '../store/database.js';
import { Definition } from './definition.js';
import { namingOf } from './naming.js';
import { definitionId, normal } from './normal.js';
import type { Speaker } from './speaker.js';
import type { Vocabulary } from './vocabulary.js';
import { say } from './words.js';

// Segment language v1.
const LANGUAGE_VERSION = 1;

/** Stores the normal form, once, and returns its id. */
export async function keepDefinition(database: Transaction, definition: Definition): Promise<string> {
  const id = definitionId(definition);
  await database.query(
    `insert into copilot.definitions (definition_id, language_version, definition) values ($1, $2, $3)
     on conflict (definition_id) do nothing`,
    [id, LANGUAGE_VERSION, JSON.stringify(normal(definition))],
  );
  return id;
}

/** The definition of an id, or undefined when none of it was ever kept. */
export async function keptDefinition(database: Transaction, id: string): Promise<Definition | undefined> {
  const { rows } = await database.query<{ definition: unknown }>(
    'select definition from copilot.definitions where definition_id = $1',
    [id],
  );
  return rows[0] && Definition.parse(rows[0].definition);
}

/** What a kept definition says, a line each: whom it is about, every condition, what was taken for granted. */
export async function definitionInWords(
  database: Transaction,
  id: string,
  perspective: Speaker['perspective'],
  vocabulary: Vocabulary,
): Promise<readonly string[] | undefined> {
  const definition = await keptDefinition(database, id);
  if (!definition) return undefined;
  const { conditions, assumptions } = say(definition, perspective, vocabulary, await namingOf(database, definition));
  return [...conditions, ...assumptions].map(oneLine);
}
