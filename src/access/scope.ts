/** Which rows an actor may see, as SQL: the only place that knows the rule. */
import type { Scope } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * True for members in scope. `memberId` is the SQL of a member id, such as `m.member_id`; `nextParameter` the number of
 * the first free parameter ($3 is 3). Any active membership of one of the chapters counts, not only the latest.
 */
export function inScope(scope: Scope, memberId: string, nextParameter: number): Condition {
  if (scope.kind === 'everyone') return { sql: 'true', parameters: [] };
  return {
    sql: `exists (select 1 from imis.group_members scoped
      where scoped.member_id = ${memberId} and scoped.is_active and scoped.group_id = any($${nextParameter}::text[]))`,
    parameters: [scope.chapters],
  };
}

/** Those of `memberIds` the scope holds. */
export async function membersInScope(
  database: Transaction,
  scope: Scope,
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const scoped = inScope(scope, 'm.member_id', 2);
  const found = await database.query<{ member_id: string }>(
    `select m.member_id from unnest($1::text[]) as m(member_id) where ${scoped.sql}`,
    [memberIds, ...scoped.parameters],
  );
  return new Set(found.rows.map((row) => row.member_id));
}
