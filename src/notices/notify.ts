import type { Transaction } from '../store/database.js';
import type { NewNotice } from './notice.js';

/** Leaves an event for a conversation, in the transaction of what it tells of. */
export async function notify(transaction: Transaction, notice: NewNotice): Promise<void> {
  await transaction.query(
    'insert into copilot.thread_events (thread, kind, facts, at) values ($1, $2, $3::jsonb, $4)',
    [notice.thread, notice.kind, JSON.stringify(notice.facts), notice.at],
  );
}
