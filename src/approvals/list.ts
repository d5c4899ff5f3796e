import { may } from '../access/require.js';
import { inScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { ApprovalParts } from './parts.js';
import type { ProposalCard, ProposalStatus, Risk } from './port.js';
import { statusAt } from './stored.js';

export interface ListedProposal extends ProposalCard {
  readonly kind: string;
  readonly askedById: string;
  /** Pseudonym, for reveal(). */
  readonly askedBy: string;
  readonly askedAt: string;
}

export interface ListOptions {
  readonly limit?: number;
  /** Proposals older than this one: the last id of the page before. */
  readonly after?: string;
}

const DEFAULT_LIMIT = 50;

type Row = {
  id: string;
  hash: string;
  status: ProposalStatus;
  risks: Risk[];
  count: number;
  summary: string;
  kind: string;
  actorId: string;
  createdAt: Date;
  expiresAt: Date;
};

/** Proposals the actor made or could decide, newest first; whoever reads the audit sees every header. */
export async function list(
  parts: ApprovalParts,
  actor: Actor,
  options: ListOptions = {},
): Promise<readonly ListedProposal[]> {
  const kinds = [...parts.kinds.values()].filter((kind) => may(actor, kind.permission)).map((kind) => kind.kind);
  const scoped = inScope(actor.scope, 'c.member_id', 6);
  const found = await parts.database.query<Row>(
    `select p.proposal_id as id, p.hash, p.status, p.risks, p.count, p.summary, p.kind, p.actor_id as "actorId",
            p.created_at as "createdAt", p.expires_at as "expiresAt"
     from copilot.proposals p
     where (p.actor_id = $1 or $2 or (p.kind = any($3::text[]) and not exists (
             select 1 from copilot.changes c where c.proposal_id = p.proposal_id and not (${scoped.sql}))))
       and ($4::text is null or (p.created_at, p.proposal_id) <
             (select before.created_at, before.proposal_id from copilot.proposals before where before.proposal_id = $4))
     order by p.created_at desc, p.proposal_id desc limit $5`,
    [
      actor.id,
      may(actor, 'audit.read'),
      kinds,
      options.after ?? null,
      options.limit ?? DEFAULT_LIMIT,
      ...scoped.parameters,
    ],
  );
  const pseudonyms = await pseudonymsFor(
    parts.database,
    found.rows.map((row) => row.actorId),
  );
  return found.rows.map(({ actorId, createdAt, expiresAt, ...row }) => ({
    ...row,
    status: statusAt({ status: row.status, expiresAt }, parts.clock.now()),
    expiresAt: expiresAt.toISOString(),
    askedById: actorId,
    askedBy: pseudonyms.get(actorId) ?? '',
    askedAt: createdAt.toISOString(),
  }));
}
