/* What sentences are read against: the customs of the association, its values, and what a filled frame comes to. */
import type { Customs } from '../../language/reading.js';
import type { Definition } from '../../population/definition.js';
import type { Vocabulary } from '../../population/vocabulary.js';

export interface World {
  readonly customs: Customs;
  readonly graceDays: number;
  readonly vocabulary: Vocabulary;
}

export interface Built {
  readonly definition: Definition;
  readonly cost: number;
  readonly notes: readonly string[];
}
