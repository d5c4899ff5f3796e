import { may } from '../access/require.js';
import { inScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { ApprovalParts } from './parts.js';
import type { ProposalCard, ProposalStatus, Risk } from './port.js';

export interface ListedProposal extends ProposalCard {
  readonly kind: string;
  readonly askedById: string;
  /** Pseudonym, for reveal(). */
  readonly askedBy: string;
  readonly askedAt: string;
  /** Whether `show` tells more of it: whoever only reads the audit sees the header. */
  readonly mayOpen: boolean;
}

/** Which of the proposals an actor may see. */
export interface Which {
  /** As they stand now: one whose time has passed is expired, not waiting. All when left out. */
  readonly statuses?: readonly ProposalStatus[];
  /** Those that would change this party id. */
  readonly memberId?: string;
  /** Those whose id begins so. */
  readonly idBegins?: string;
}

export interface ListOptions extends Which {
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
  mayOpen: boolean;
};

/** Proposals the actor made or could decide, newest first; whoever reads the audit sees every header. */
export async function list(
  parts: ApprovalParts,
  actor: Actor,
  options: ListOptions = {},
): Promise<readonly ListedProposal[]> {
  const seen = seenBy(parts, actor, options, 3);
  const found = await parts.database.query<Row>(
    `select p.proposal_id as id, p.hash, ${STATUS_NOW} as status, p.risks, p.count, p.summary, p.kind,
            p.actor_id as "actorId", p.created_at as "createdAt", p.expires_at as "expiresAt",
            ${seen.theirs} as "mayOpen"
     from copilot.proposals p
     where ${seen.sql}
       and ($2::text is null or (p.created_at, p.proposal_id) <
             (select before.created_at, before.proposal_id from copilot.proposals before where before.proposal_id = $2))
     order by p.created_at desc, p.proposal_id desc limit $3`,
    [parts.clock.now(), options.after ?? null, options.limit ?? DEFAULT_LIMIT, ...seen.parameters],
  );
  const pseudonyms = await pseudonymsFor(
    parts.database,
    found.rows.map((row) => row.actorId),
  );
  return found.rows.map(({ actorId, createdAt, expiresAt, ...row }) => ({
    ...row,
    expiresAt: expiresAt.toISOString(),
    askedById: actorId,
    askedBy: pseudonyms.get(actorId) ?? '',
    askedAt: createdAt.toISOString(),
  }));
}

/** How many `list` would give without a limit. */
export async function countListed(parts: ApprovalParts, actor: Actor, which: Which = {}): Promise<number> {
  const seen = seenBy(parts, actor, which, 1);
  const found = await parts.database.query<{ count: number }>(
    `select count(*)::int as count from copilot.proposals p where ${seen.sql}`,
    [parts.clock.now(), ...seen.parameters],
  );
  return found.rows[0]?.count ?? 0;
}

// statusAt in SQL; $1 is the instant.
const STATUS_NOW = `case when p.status = 'waiting' and p.expires_at <= $1::timestamptz then 'expired' else p.status end`;

/** The condition of what the actor may see and was asked for; its parameters come after the first `taken`. */
function seenBy(
  { kinds }: ApprovalParts,
  actor: Actor,
  { statuses, memberId, idBegins }: Which,
  taken: number,
): { readonly sql: string; readonly theirs: string; readonly parameters: readonly unknown[] } {
  const own = [...kinds.values()].filter((kind) => may(actor, kind.permission)).map((kind) => kind.kind);
  const at = (index: number): string => `$${taken + index}`;
  const scoped = inScope(actor.scope, 'c.member_id', taken + 7);
  const theirs = `(p.actor_id = ${at(1)} or (p.kind = any(${at(3)}::text[]) and not exists (
             select 1 from copilot.changes c where c.proposal_id = p.proposal_id and not (${scoped.sql}))))`;
  return {
    theirs,
    sql: `(${at(2)} or ${theirs})
       and (${at(4)}::text[] is null or ${STATUS_NOW} = any(${at(4)}::text[]))
       and (${at(5)}::text is null or exists (
             select 1 from copilot.changes a where a.proposal_id = p.proposal_id and a.member_id = ${at(5)}))
       and (${at(6)}::text is null or starts_with(p.proposal_id, ${at(6)}))`,
    parameters: [
      actor.id,
      may(actor, 'audit.read'),
      own,
      statuses ?? null,
      memberId ?? null,
      idBegins ?? null,
      ...scoped.parameters,
    ],
  };
}
