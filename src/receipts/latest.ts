import type { Transaction } from '../store/database.js';

/** Ids of what the latest call in a conversation that gave numbers gave to this person, oldest first; not of `except`. */
export async function latestReceipts(
  database: Transaction,
  { thread, actorId, except }: { readonly thread: string; readonly actorId: string; readonly except: string },
): Promise<readonly string[]> {
  const { rows } = await database.query<{ receipt_id: string }>(
    `with given as (select * from copilot.receipts where thread = $1 and actor_id = $2 and tool <> $3),
     latest as (select tool, arguments from given order by recorded_at desc, receipt_id desc limit 1)
     select given.receipt_id from given join latest on latest.tool = given.tool and latest.arguments = given.arguments
     order by given.recorded_at, given.receipt_id`,
    [thread, actorId, except],
  );
  return rows.map(({ receipt_id }) => receipt_id);
}
