import type { Transaction } from '../store/database.js';
import { receiptId } from './id.js';
import type { Evidence, Receipt } from './receipt.js';

/** The call that gave numbers: it computes them again. */
export interface GivenBy {
  readonly tool: string;
  readonly arguments: unknown;
  readonly thread: string;
  readonly actorId: string;
  readonly at: Date;
}

export interface ReceiptSource extends Evidence, GivenBy {}

/** Stores where a number came from, under a fresh id. */
export async function record(database: Transaction, source: ReceiptSource): Promise<Receipt> {
  const { tool, arguments: args, thread, actorId, at, ...evidence } = source;
  const [receipt] = await recordAll(database, [evidence], { tool, arguments: args, thread, actorId, at });
  if (!receipt) throw new TypeError('one number has one receipt');
  return receipt;
}

/** Stores where each number of one call came from, in this order, under fresh ids: one statement for all of them. */
export async function recordAll(
  database: Transaction,
  all: readonly Evidence[],
  { tool, arguments: args, thread, actorId, at }: GivenBy,
): Promise<readonly Receipt[]> {
  const given = all.map((evidence) => ({ evidence, id: '' }));
  // An id may be taken: whoever has it goes on with it, and only what has none yet is tried again.
  for (let left = given; left.length > 0; ) {
    const ids = distinctIds(left.length);
    const { rows } = await database.query<{ receipt_id: string }>(
      `insert into copilot.receipts (receipt_id, value, unit, definition, as_of, read_at, population,
                                     tool, arguments, thread, actor_id, recorded_at)
       select g.id, g.value, g.unit, g.definition, g.as_of, g.read_at, g.population,
              $8::text, $9::jsonb, $10::text, $11::text, $12::timestamptz
       from unnest($1::text[], $2::float8[], $3::text[], $4::text[], $5::date[], $6::text[], $7::text[]) with ordinality
         as g (id, value, unit, definition, as_of, read_at, population, place)
       order by g.place
       on conflict do nothing returning receipt_id`,
      [
        ids,
        left.map(({ evidence }) => evidence.value),
        left.map(({ evidence }) => evidence.unit),
        left.map(({ evidence }) => evidence.definition ?? null),
        left.map(({ evidence }) => evidence.asOf),
        left.map(({ evidence }) => evidence.readAt),
        left.map(({ evidence }) => evidence.population),
        tool,
        JSON.stringify(args ?? {}),
        thread,
        actorId,
        at,
      ],
    );
    const stored = new Set(rows.map(({ receipt_id }) => receipt_id));
    for (const [index, one] of left.entries()) if (stored.has(ids[index] ?? '')) one.id = ids[index] ?? '';
    left = left.filter(({ id }) => id === '');
  }
  return given.map(({ id, evidence: { value, unit, definition, asOf, readAt, population } }) => ({
    id,
    value,
    unit,
    ...(definition !== undefined && { definition }),
    tool,
    arguments: args,
    asOf,
    readAt,
    population,
  }));
}

function distinctIds(count: number): readonly string[] {
  const ids = new Set<string>();
  while (ids.size < count) ids.add(receiptId());
  return [...ids];
}
