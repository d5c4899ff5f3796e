/** What a definition refers to by id (an employer, a member of staff) as the pseudonyms answers are written with. */
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Transaction } from '../store/database.js';
import type { Definition } from './definition.js';
import { fieldNamed } from './fields.js';
import type { Naming } from './speaker.js';

export async function namingOf(database: Transaction, definition: Definition): Promise<Naming> {
  const ids = referredTo(definition);
  const names = ids.length > 0 ? await pseudonymsFor(database, ids) : new Map<string, string>();
  return (_, id) => names.get(id);
}

function referredTo(definition: Definition): string[] {
  if ('of' in definition) return [definition.of].flat().flatMap(referredTo);
  if (definition.op !== 'field' || !('in' in definition.test)) return [];
  return fieldNamed(definition.field)?.type === 'reference' ? definition.test.in : [];
}
