import type { Transaction } from '../store/database.js';

/** Ids of the numbers that the latest call of a conversation gave to this person, each once, in order; not of the tool `except`. */
export async function latestReceipts(
  database: Transaction,
  { thread, actorId, except }: { readonly thread: string; readonly actorId: string; readonly except: string },
): Promise<readonly string[]> {
  const { rows } = await database.query<{ receipt_id: string }>(
    `with given as (select * from copilot.receipts where thread = $1 and actor_id = $2 and tool <> $3),
     latest as (select tool, arguments from given order by place desc limit 1),
     once as (select distinct on (given.unit, given.population) given.receipt_id, given.place
              from given join latest on latest.tool = given.tool and latest.arguments = given.arguments
              order by given.unit, given.population, given.place desc)
     select receipt_id from once order by place`,
    [thread, actorId, except],
  );
  return rows.map(({ receipt_id }) => receipt_id);
}
