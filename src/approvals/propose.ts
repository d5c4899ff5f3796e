import { HiddenByRights } from '../access/refusals.js';
import { requirePermission } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import { append } from '../audit/append.js';
import { hideAll } from '../privacy/hide.js';
import { randomId } from '../receipts/id.js';
import type { Transaction } from '../store/database.js';
import { type HashedHeader, type HashedRow, headerHash, proposalHash, rowHash } from './hashes.js';
import { looking, type ProposalDesk } from './looking.js';
import type { ApprovalParts } from './parts.js';
import type { ChangeKind, Draft, NewProposal, ProposalCard } from './port.js';
import { KindUnknown, NothingToChange, ReadOnlyPhase } from './refusals.js';
import { minutesToDecide, risksOf } from './risks.js';

const MINUTE = 60_000;
const ROWS_AT_ONCE = 500;

/** What tools hold: they may propose and look, and nothing else. */
export const proposalsFor = (parts: ApprovalParts): ProposalDesk => ({
  propose: (proposal) => propose(parts, proposal),
  ...looking(parts),
});

/**
 * Stores a proposal for a person to decide. Summary, warnings and reasons pass the pseudonym law; drafts and arguments
 * are kept as they are, in copilot.changes. `undoes` is the proposal this one takes back.
 */
export async function propose(parts: ApprovalParts, proposal: NewProposal, undoes?: string): Promise<ProposalCard> {
  const kind = kindOf(parts, proposal.kind);
  if (parts.phase === 'read_only') throw new ReadOnlyPhase();
  requirePermission(proposal.actor, kind.permission);
  if (proposal.drafts.length === 0) throw new NothingToChange();
  for (const draft of proposal.drafts) kind.parse(draft.after);
  await requireInScope(parts, proposal);
  const worded = await withoutPeople(parts, proposal);
  return await parts.database.withTransaction(async (transaction) => {
    const header = headerOf(parts, worded, kind, await freeId(transaction), undoes);
    const rows = proposal.drafts.map((draft, index) => rowOf(header, draft, index + 1));
    const hash = proposalHash(header, rows);
    await insertHeader(transaction, header, hash);
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await insertRows(transaction, header.id, rows.slice(from, from + ROWS_AT_ONCE));
    await transaction.query('update copilot.changes set arguments = $2::jsonb where proposal_id = $1 and ordinal = 1', [
      header.id,
      JSON.stringify(header.arguments ?? null),
    ]);
    await append(transaction, {
      kind: 'proposal',
      actorId: header.actorId,
      subject: header.id,
      facts: { kind: header.kind, tool: header.tool, count: header.count, risks: header.risks, hash, undoes },
      at: header.createdAt,
    });
    return {
      id: header.id,
      hash,
      status: 'waiting',
      risks: risksOf(kind, proposal.drafts),
      count: header.count,
      summary: header.summary,
      expiresAt: header.expiresAt.toISOString(),
    };
  });
}

function kindOf(parts: ApprovalParts, name: string): ChangeKind {
  const kind = parts.kinds.get(name);
  if (kind?.hand !== 'imis') throw new KindUnknown(name);
  return kind;
}

async function requireInScope({ database }: ApprovalParts, { actor, drafts }: NewProposal): Promise<void> {
  const ids = drafts.map((draft) => draft.memberId);
  const scoped = await membersInScope(database, actor.scope, ids);
  if (ids.some((id) => !scoped.has(id))) throw new HiddenByRights();
}

/** The header's own words carry nobody's name, whatever the tool put in them. */
async function withoutPeople({ database }: ApprovalParts, proposal: NewProposal): Promise<NewProposal> {
  const [warnings, excluded] = [proposal.warnings ?? [], proposal.excluded ?? []];
  const texts = [proposal.summary, ...warnings, ...excluded.map(({ reason }) => reason)];
  const hidden = (await hideAll(database, texts, { only: 'certain' })).map(({ text }) => text);
  const reasons = hidden.slice(1 + warnings.length);
  return {
    ...proposal,
    summary: hidden[0] ?? '',
    warnings: hidden.slice(1, 1 + warnings.length),
    excluded: excluded.map(({ memberId }, index) => ({ memberId, reason: reasons[index] ?? '' })),
  };
}

function headerOf(
  parts: ApprovalParts,
  proposal: NewProposal,
  kind: ChangeKind,
  id: string,
  undoes: string | undefined,
): HashedHeader {
  const risks = risksOf(kind, proposal.drafts);
  const createdAt = parts.clock.now();
  return {
    id,
    kind: proposal.kind,
    tool: proposal.tool,
    arguments: proposal.arguments ?? null,
    thread: proposal.thread,
    actorId: proposal.actor.id,
    surface: proposal.actor.surface,
    summary: proposal.summary,
    risks,
    count: proposal.drafts.length,
    excluded: proposal.excluded ?? [],
    warnings: proposal.warnings ?? [],
    undoes: undoes ?? null,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + minutesToDecide(risks) * MINUTE),
  };
}

// The key is written into iMIS, where proposals of an earlier installation may stand: the second keeps them apart.
const rowOf = (header: HashedHeader, draft: Draft, ordinal: number): HashedRow => ({
  ordinal,
  changeKey: `copilot/${header.id}/${ordinal}/${Math.floor(header.createdAt.getTime() / 1000).toString(36)}`,
  memberId: draft.memberId,
  before: draft.before ?? null,
  after: draft.after ?? null,
  sourceUpdatedOn: draft.sourceUpdatedOn ?? null,
  reversible: draft.reversible,
});

async function freeId(transaction: Transaction): Promise<string> {
  for (;;) {
    const id = randomId('P');
    const taken = await transaction.query('select from copilot.proposals where proposal_id = $1', [id]);
    if (taken.rowCount === 0) return id;
  }
}

async function insertHeader(transaction: Transaction, header: HashedHeader, hash: string): Promise<void> {
  await transaction.query(
    `insert into copilot.proposals (proposal_id, kind, tool, thread, actor_id, surface, summary, risks, count, excluded,
       warnings, undoes, created_at, expires_at, header_hash, hash, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $13, $14, $15, $16, 'waiting')`,
    [
      header.id,
      header.kind,
      header.tool,
      header.thread,
      header.actorId,
      header.surface,
      header.summary,
      header.risks,
      header.count,
      JSON.stringify(header.excluded),
      header.warnings,
      header.undoes,
      header.createdAt,
      header.expiresAt,
      headerHash(header),
      hash,
    ],
  );
}

async function insertRows(transaction: Transaction, id: string, rows: readonly HashedRow[]): Promise<void> {
  await transaction.query(
    `insert into copilot.changes (proposal_id, ordinal, change_key, member_id, before, after, source_updated_on,
                                  reversible, row_hash)
     select $1, r.ordinal, r.change_key, r.member_id, r.before, r.after, r.source_updated_on, r.reversible, r.row_hash
     from unnest($2::int[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[], $7::text[], $8::boolean[], $9::text[])
       as r(ordinal, change_key, member_id, before, after, source_updated_on, reversible, row_hash)`,
    [
      id,
      rows.map((row) => row.ordinal),
      rows.map((row) => row.changeKey),
      rows.map((row) => row.memberId),
      rows.map((row) => JSON.stringify(row.before)),
      rows.map((row) => JSON.stringify(row.after)),
      rows.map((row) => row.sourceUpdatedOn),
      rows.map((row) => row.reversible),
      rows.map(rowHash),
    ],
  );
}
