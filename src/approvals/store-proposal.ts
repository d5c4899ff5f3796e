/** Writes a prepared proposal down: header, changes and hash, in the caller's transaction. */
import { append } from '../audit/append.js';
import { randomId } from '../receipts/id.js';
import type { Transaction } from '../store/database.js';
import { type HashedHeader, type HashedRow, headerHash, proposalHash, rowHash } from './hashes.js';
import type { Draft, ProposalCard } from './port.js';
import type { Prepared } from './prepare.js';
import { minutesToDecide } from './risks.js';

const MINUTE = 60_000;
const ROWS_AT_ONCE = 500;

export interface Origin {
  /** The proposal this one takes back. */
  readonly undoes?: string;
  /** The proposal this one is an edit of. */
  readonly supersedes?: string;
}

export async function storeProposal(
  transaction: Transaction,
  prepared: Prepared,
  now: Date,
  origin: Origin = {},
): Promise<ProposalCard> {
  const header = headerOf(prepared, await freeId(transaction), now, origin);
  const rows = prepared.proposal.drafts.map((draft, index) => rowOf(header, draft, index + 1));
  const hash = proposalHash(header, rows);
  await insertHeader(transaction, header, hash, prepared.phase.phase);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await insertRows(transaction, header.id, rows.slice(from, from + ROWS_AT_ONCE));
  await transaction.query('update copilot.changes set arguments = $2::jsonb where proposal_id = $1 and ordinal = 1', [
    header.id,
    JSON.stringify(header.arguments ?? null),
  ]);
  const { id, kind, tool, count, risks, money, undoes, supersedes } = header;
  await append(transaction, {
    kind: 'proposal',
    actorId: header.actorId,
    subject: id,
    facts: {
      kind,
      tool,
      count,
      risks,
      hash,
      phase: prepared.phase.phase,
      ...(money.length > 0 && { money }),
      ...(undoes && { undoes }),
      ...(supersedes && { supersedes }),
    },
    at: header.createdAt,
  });
  return {
    id,
    hash,
    status: 'waiting',
    risks: prepared.risks,
    count,
    summary: header.summary,
    expiresAt: header.expiresAt.toISOString(),
  };
}

function headerOf({ proposal, risks, money }: Prepared, id: string, now: Date, origin: Origin): HashedHeader {
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
    money,
    supersedes: origin.supersedes ?? null,
    undoes: origin.undoes ?? null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + minutesToDecide(risks) * MINUTE),
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

async function insertHeader(transaction: Transaction, header: HashedHeader, hash: string, phase: string) {
  await transaction.query(
    `insert into copilot.proposals (proposal_id, kind, tool, thread, actor_id, surface, summary, risks, count, excluded,
       warnings, money, supersedes, undoes, created_at, expires_at, header_hash, hash, phase, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12::jsonb, $13, $14, $15, $16, $17, $18, $19, 'waiting')`,
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
      JSON.stringify(header.money),
      header.supersedes,
      header.undoes,
      header.createdAt,
      header.expiresAt,
      headerHash(header),
      hash,
      phase,
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
