import { actorById } from '../access/actors.js';
import { requirePermission } from '../access/require.js';
import type { AuditRow, EntryKind } from '../audit/entry.js';
import type { Actor } from '../domain/actor.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { ApprovalParts } from './parts.js';

export interface ShownAuditRow extends Omit<AuditRow, 'at' | 'previousHash'> {
  readonly at: string;
  /** Pseudonym of who acted, for reveal(); the id itself where it is no person, such as a user name nobody has. */
  readonly actor: string;
}

export interface AuditPage {
  /** Newest first. */
  readonly rows: readonly ShownAuditRow[];
  /** Pass it as `before` for older rows; absent on the last page. */
  readonly older?: number;
}

export interface AuditPageOptions {
  readonly before?: number;
  readonly limit?: number;
  readonly kind?: EntryKind;
  /** A proposal, change or standing approval, by its id. */
  readonly subject?: string;
}

const DEFAULT_LIMIT = 50;
const MOST = 500;

type Row = {
  sequence: number;
  at: Date;
  kind: EntryKind;
  actor_id: string;
  subject: string;
  facts: Record<string, unknown>;
  hash: string;
};

/** One page of the audit, for whoever may read it. Throws NotPermitted. */
export async function auditPage(
  { database }: Pick<ApprovalParts, 'database'>,
  actor: Actor,
  { before, limit = DEFAULT_LIMIT, kind, subject }: AuditPageOptions = {},
): Promise<AuditPage> {
  requirePermission(await actorById(database, actor.id, actor.surface), 'audit.read');
  const size = Math.min(limit, MOST);
  const found = await database.query<Row>(
    `select sequence, at, kind, actor_id, subject, facts, hash from copilot.audit a
     where ($1::bigint is null or a.sequence < $1) and ($2::text is null or kind = $2)
       and ($3::text is null or subject = $3 or starts_with(subject, $3 || '/'))
     order by a.sequence desc limit $4`,
    [before ?? null, kind ?? null, subject ?? null, size + 1],
  );
  const rows = found.rows.slice(0, size);
  const pseudonyms = await pseudonymsFor(
    database,
    rows.map((row) => row.actor_id),
  );
  const last = rows.at(-1);
  return {
    rows: rows.map(({ actor_id, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      actorId: actor_id,
      actor: pseudonyms.get(actor_id) ?? actor_id,
    })),
    ...(found.rows.length > size && last && { older: last.sequence }),
  };
}
