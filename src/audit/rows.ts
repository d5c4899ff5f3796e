import type { Transaction } from '../store/database.js';
import type { AuditRow, EntryKind } from './entry.js';

type Row = {
  sequence: string;
  at: Date;
  kind: EntryKind;
  actor_id: string;
  subject: string;
  facts: Record<string, unknown>;
  previous_hash: string;
  hash: string;
};

const PAGE = 1000;

/** The chain from its first row, page by page, by number. */
export async function* auditRows(database: Transaction): AsyncIterable<AuditRow> {
  for (let after = 0; ; ) {
    const page = await database.query<Row>(
      `select sequence::text, at, kind, actor_id, subject, facts, previous_hash, hash
       from copilot.audit a where a.sequence > $1 order by a.sequence limit ${PAGE}`,
      [after],
    );
    yield* page.rows.map(toRow);
    const last = page.rows.at(-1);
    if (!last || page.rows.length < PAGE) return;
    after = Number(last.sequence);
  }
}

/** One JSON object a row, ending in a line break: for `audit export`. */
export async function* exportAudit(database: Transaction): AsyncIterable<string> {
  for await (const row of auditRows(database)) yield `${JSON.stringify(row)}\n`;
}

const toRow = (row: Row): AuditRow => ({
  sequence: Number(row.sequence),
  at: row.at,
  kind: row.kind,
  actorId: row.actor_id,
  subject: row.subject,
  facts: row.facts,
  previousHash: row.previous_hash,
  hash: row.hash,
});
