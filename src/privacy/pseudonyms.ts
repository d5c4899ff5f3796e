/** The names a model knows people by: M- and six letters, random, unique and lasting in one installation. */
import { randomId } from '../receipts/id.js';
import type { Transaction } from '../store/database.js';

export const PSEUDONYM = /\bM-[2-9A-HJ-NP-Z]{6}\b/g;

type Row = { pseudonym: string; member_id: string };

/** A pseudonym for every member id, assigned where there is none yet. */
export async function pseudonymsFor(
  database: Transaction,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(memberIds)];
  const known = new Map<string, string>();
  // Two ways to lose a row: the random id is taken, or another process named the member first. Either way, look again.
  for (let missing = wanted; missing.length > 0; missing = wanted.filter((id) => !known.has(id))) {
    const rows = await database.query<Row>(
      'select pseudonym, member_id from copilot.pseudonyms where member_id = any($1::text[])',
      [missing],
    );
    for (const row of rows.rows) known.set(row.member_id, row.pseudonym);
    const unnamed = missing.filter((id) => !known.has(id));
    if (unnamed.length === 0) break;
    const added = await database.query<Row>(
      `insert into copilot.pseudonyms (pseudonym, member_id) select * from unnest($1::text[], $2::text[])
       on conflict do nothing returning pseudonym, member_id`,
      [unnamed.map(() => randomId('M')), unnamed],
    );
    for (const row of added.rows) known.set(row.member_id, row.pseudonym);
  }
  return known;
}

/** The pseudonym of one member. */
export async function pseudonymOf(database: Transaction, memberId: string): Promise<string> {
  const known = await pseudonymsFor(database, [memberId]);
  const pseudonym = known.get(memberId);
  if (!pseudonym) throw new Error('a member was given no pseudonym');
  return pseudonym;
}

/** Member ids by pseudonym; an unknown pseudonym is absent. */
export async function membersOf(
  database: Transaction,
  pseudonyms: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<Row>(
    'select pseudonym, member_id from copilot.pseudonyms where pseudonym = any($1::text[])',
    [[...new Set(pseudonyms)]],
  );
  return new Map(rows.rows.map((row) => [row.pseudonym, row.member_id]));
}
