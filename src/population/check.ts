/** A definition as it arrived, held against the catalogue and the association's own values. Fails closed. */
import type { Definition } from './definition.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The definition with every value as its id. Throws DefinitionMalformed, FieldUnknown, FieldProtected, TestUnfit or
 * ValueUnknown (which names the nearest three).
 */
export function check(definition: unknown, vocabulary: Vocabulary): Definition {
  throw new Error(String(definition) + vocabulary.tiers.length);
}
