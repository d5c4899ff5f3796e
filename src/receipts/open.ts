import type { Day } from '../domain/day.js';
import { ExpectedError } from '../errors.js';
import type { Transaction } from '../store/database.js';
import type { Receipt } from './receipt.js';

/** A receipt with the conversation and the person it was given to. */
export interface StoredReceipt extends Receipt {
  readonly thread: string;
  readonly actorId: string;
}

export class ReceiptUnknown extends ExpectedError {
  readonly kind = 'receipt_unknown';
  constructor() {
    super(
      'There is no receipt with this id.',
      'Copy the id, R- and six letters or digits, from the answer it belongs to.',
    );
  }
}

type Row = {
  receipt_id: string;
  value: number;
  unit: string;
  definition: string | null;
  tool: string;
  arguments: unknown;
  as_of: Day;
  read_at: string;
  population: string;
  thread: string;
  actor_id: string;
};

const columns = `receipt_id, value, unit, definition, tool, arguments, as_of::text, read_at, population, thread, actor_id`;

/** Throws ReceiptUnknown. */
export async function open(database: Transaction, id: string): Promise<StoredReceipt> {
  const found = await database.query<Row>(`select ${columns} from copilot.receipts where receipt_id = $1`, [id]);
  if (!found.rows[0]) throw new ReceiptUnknown();
  return toReceipt(found.rows[0]);
}

/** Receipts of one conversation, oldest first: what its answers may cite. */
export async function receiptsOf(database: Transaction, thread: string): Promise<readonly StoredReceipt[]> {
  const found = await database.query<Row>(
    `select ${columns} from copilot.receipts where thread = $1 order by recorded_at, receipt_id`,
    [thread],
  );
  return found.rows.map(toReceipt);
}

const toReceipt = (row: Row): StoredReceipt => ({
  id: row.receipt_id,
  value: row.value,
  unit: row.unit,
  ...(row.definition === null ? {} : { definition: row.definition }),
  tool: row.tool,
  arguments: row.arguments,
  asOf: row.as_of,
  readAt: row.read_at,
  population: row.population,
  thread: row.thread,
  actorId: row.actor_id,
});
