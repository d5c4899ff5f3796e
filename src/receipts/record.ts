import type { Transaction } from '../store/database.js';
import { receiptId } from './id.js';
import type { Evidence, Receipt } from './receipt.js';

export interface ReceiptSource extends Evidence {
  readonly tool: string;
  readonly arguments: unknown;
  readonly thread: string;
  readonly actorId: string;
  readonly at: Date;
}

/** Stores where a number came from, under a fresh id. */
export async function record(database: Transaction, source: ReceiptSource): Promise<Receipt> {
  for (;;) {
    const id = receiptId();
    const stored = await database.query(
      `insert into copilot.receipts (receipt_id, value, unit, definition, tool, arguments, as_of, read_at, population,
                                     thread, actor_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        id,
        source.value,
        source.unit,
        source.definition ?? null,
        source.tool,
        JSON.stringify(source.arguments ?? {}),
        source.asOf,
        source.readAt,
        source.population,
        source.thread,
        source.actorId,
        source.at,
      ],
    );
    if (stored.rowCount === 1) {
      const { value, unit, definition, tool, asOf, readAt, population } = source;
      const receipt = { id, value, unit, tool, arguments: source.arguments, asOf, readAt, population };
      return definition === undefined ? receipt : { ...receipt, definition };
    }
  }
}
