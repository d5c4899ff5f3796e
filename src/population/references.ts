/** People and organisations that a field refers to, as whoever asks may see them. */
import { membersInScope } from '../access/scope.js';
import type { Scope } from '../domain/actor.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Transaction } from '../store/database.js';
import type { Field } from './field.js';

/** Pseudonyms of those in scope and of the staff; the others have none here. */
export async function referencesIn(
  database: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const inView = await membersInScope(database, scope, ids);
  const staff = await database.query<{ member_id: string }>(
    'select member_id from imis.users where is_staff and member_id = any($1::text[])',
    [ids],
  );
  const shown = new Set([...inView, ...staff.rows.map((row) => row.member_id)]);
  return await pseudonymsFor(database, [...shown]);
}

/** "an employer hidden by your rights". */
export const hiddenReference = ({ label }: Pick<Field, 'label'>): string =>
  `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label} hidden by your rights`;
