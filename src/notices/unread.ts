import type { Transaction } from '../store/database.js';
import type { Notice, NoticeFacts, NoticeKind } from './notice.js';

type Row = { event_id: string; thread: string; kind: NoticeKind; facts: NoticeFacts; at: Date };

/** Events of a conversation that no turn has been told of, oldest first. */
export async function unread(database: Transaction, thread: string): Promise<readonly Notice[]> {
  const found = await database.query<Row>(
    `select event_id::text, thread, kind, facts, at from copilot.thread_events e
     where thread = $1 and read_at is null order by e.event_id`,
    [thread],
  );
  return found.rows.map((row) => ({
    id: Number(row.event_id),
    thread: row.thread,
    kind: row.kind,
    facts: row.facts,
    at: row.at,
  }));
}

/** Call it when the turn that was told has ended, so that a failed turn is told again. */
export async function markRead(database: Transaction, notices: readonly Notice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  await database.query(
    'update copilot.thread_events set read_at = $2 where event_id = any($1::bigint[]) and read_at is null',
    [notices.map((notice) => notice.id), at],
  );
}
