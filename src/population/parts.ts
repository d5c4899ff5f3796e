/** The tree of a definition walked in one place. */
import type { Definition } from './definition.js';

/** The parts a definition is made of, one level down; none for a leaf. */
export const partsOf = (definition: Definition): readonly Definition[] =>
  'of' in definition ? [definition.of].flat() : [];

/** The same definition with each of its parts replaced, one level down. */
export function mapParts(definition: Definition, of: (part: Definition) => Definition): Definition {
  switch (definition.op) {
    case 'all':
    case 'any':
      return { op: definition.op, of: definition.of.map(of) };
    case 'not':
    case 'relation':
    case 'top':
    case 'sample':
      return { ...definition, of: of(definition.of) };
    default:
      return definition;
  }
}
