/*
 * What was typed in the last turns of a conversation: "for whom?" may be answered a turn after the note was, and in
 * another process. It names people, so it is kept sealed, and for a day.
 */
import type { Clock } from '../clock.js';
import type { Transaction } from '../store/database.js';
import { type SealKey, seal, unseal } from './sealed.js';
import type { Typed } from './typed.js';

const MOST_MESSAGES = 5;
const KEPT_MILLIS = 86_400_000;

export interface TypedParts {
  readonly database: Transaction;
  readonly clock: Clock;
  readonly key: SealKey;
}

/** The last messages of a conversation before this one, latest first. */
export async function typedLately({ database, key }: TypedParts, thread: string): Promise<readonly Typed[]> {
  const found = await database.query<{ sealed: Uint8Array }>(
    `select sealed from copilot.typed_lately where thread = $1 order by typed_id desc limit ${MOST_MESSAGES}`,
    [thread],
  );
  return found.rows.flatMap(({ sealed }) => {
    const text = unseal(sealed, key, thread);
    return text === undefined ? [] : [JSON.parse(text) as Typed];
  });
}

/** Keeps a message that names somebody, and forgets those of yesterday; others have nothing to bring back. */
export async function keepTyped({ database, clock, key }: TypedParts, thread: string, typed: Typed): Promise<void> {
  if (typed.hidden.replaced.length === 0) return;
  const now = clock.now();
  await database.query('insert into copilot.typed_lately (thread, at, sealed) values ($1, $2, $3)', [
    thread,
    now,
    seal(JSON.stringify(typed), key, thread),
  ]);
  await database.query('delete from copilot.typed_lately where at < $1', [new Date(now.getTime() - KEPT_MILLIS)]);
}
