/*
 * An edit makes a new proposal, asked for by whoever edited, which takes the place of the old one: that can no longer be
 * decided. Values are changed field by field, where the kind allows it, and pass the kind's own schema; records may be
 * left out. Everything else stays as it was asked.
 */
import { ZodError } from 'zod';
import { append } from '../audit/append.js';
import { canonical } from '../audit/canonical.js';
import type { Actor } from '../domain/actor.js';
import { notify } from '../notices/notify.js';
import { pseudonymOf } from '../privacy/pseudonyms.js';
import type { Transaction } from '../store/database.js';
import { auditingRefusals } from './audit-refusals.js';
import { EditInvalid, NotEditable, NothingEdited, RecordNotInProposal } from './boundary-refusals.js';
import type { ApprovalParts } from './parts.js';
import type { ChangeKind, Draft, NewProposal, ProposalCard } from './port.js';
import { prepare, SHADOW } from './prepare.js';
import { KindUnknown, NothingToChange, ProposalChanged, ProposalUnknown } from './refusals.js';
import { requireMayDecide } from './rights.js';
import { storeProposal } from './store-proposal.js';
import { changesOf, isIntact, proposalById, type StoredChange, type StoredProposal } from './stored.js';
import { requireWaiting } from './ticket.js';

export interface Edit {
  readonly id: string;
  /** Of the proposal as it was shown. */
  readonly hash: string;
  readonly actor: Actor;
  /** New values by change id (P-XXXXXX/1) and field of `after`. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Ids of changes to leave out; the same one twice is one. */
  readonly leaveOut?: readonly string[];
}

const LEFT_OUT = 'left out by a person';

/**
 * Stores the edit and supersedes the proposal. Refusals are in the audit. Throws ProposalUnknown, ProposalChanged,
 * ProposalExpired, AlreadyDecided, Superseded, NotEditable, EditInvalid, NothingEdited, RecordNotInProposal, what access throws.
 */
export async function edit(parts: ApprovalParts, asked: Edit): Promise<ProposalCard> {
  const { id, actor } = asked;
  return await auditingRefusals(parts, { actorId: actor.id, proposalId: id, step: 'edit' }, async () => {
    const old = await editable(parts, parts.database, asked);
    const [first] = old.changes;
    const about = first ? await pseudonymOf(parts.database, first.memberId) : '';
    const prepared = await prepare(parts, edited(old, asked, about), { isUndo: old.proposal.undoes !== null });
    return await parts.database.withTransaction(async (transaction) => {
      // Again, and locked: somebody may have decided, or edited it in another tab, while the edit was prepared.
      await editable(parts, transaction, asked, 'for update');
      const at = parts.clock.now();
      const { undoes } = old.proposal;
      const card = await storeProposal(transaction, prepared, at, {
        supersedes: id,
        ...(undoes !== null && { undoes }),
      });
      await transaction.query(`update copilot.proposals set status = 'superseded' where proposal_id = $1`, [id]);
      await transaction.query('delete from copilot.nonces where proposal_id = $1', [id]);
      await notify(transaction, {
        thread: old.proposal.thread,
        kind: 'proposal_edited',
        facts: { proposal: id, summary: old.proposal.summary, by: card.id },
        at,
      });
      await append(transaction, { kind: 'edit', actorId: actor.id, subject: id, facts: { by: card.id }, at });
      return card;
    });
  });
}

interface Editable {
  readonly proposal: StoredProposal;
  readonly changes: readonly StoredChange[];
  readonly kind: ChangeKind;
}

async function editable(
  parts: ApprovalParts,
  database: Transaction,
  { id, hash, actor }: Edit,
  lock: 'for update' | '' = '',
): Promise<Editable> {
  const proposal = await proposalById(database, id, lock);
  if (!proposal) throw new ProposalUnknown();
  await requireWaiting(parts, database, proposal);
  const changes = await changesOf(database, id);
  if (hash !== proposal.hash || !isIntact(proposal, changes)) throw new ProposalChanged();
  await requireMayDecide(database, parts.kinds, actor, proposal, changes);
  const kind = parts.kinds.get(proposal.kind);
  if (!kind) throw new KindUnknown(proposal.kind);
  return { proposal, changes, kind };
}

function edited(
  { proposal, changes, kind }: Editable,
  { id, actor, values = {}, leaveOut = [] }: Edit,
  firstOne: string,
): NewProposal {
  const idOf = ({ ordinal }: StoredChange): string => `${id}/${ordinal}`;
  const known = new Set(changes.map(idOf));
  if ([...Object.keys(values), ...leaveOut].some((one) => !known.has(one))) throw new RecordNotInProposal();
  const out = new Set(leaveOut);
  const kept = changes.filter((change) => !out.has(idOf(change)));
  if (kept.length === 0) throw new NothingToChange();
  const drafts = kept.map((change) => draftOf(kind, change, values[idOf(change)] ?? {}, actor));
  const isSame = drafts.every((draft, index) => canonical(draft.after) === canonical(kept[index]?.after));
  if (isSame && out.size === 0) throw new NothingEdited();
  return {
    kind: proposal.kind,
    tool: proposal.tool,
    arguments: proposal.arguments,
    thread: proposal.thread,
    actor,
    summary: isSame ? summaryOf(proposal, kept.length) : summaryOfValues(proposal, kind, drafts, firstOne),
    drafts,
    excluded: [
      ...proposal.excluded,
      ...changes.filter((change) => out.has(idOf(change))).map(({ memberId }) => ({ memberId, reason: LEFT_OUT })),
    ],
    warnings: proposal.warnings.filter((warning) => !warning.startsWith(SHADOW)),
  };
}

/** A summary tells how many: it says so anew where records were left out. */
const summaryOf = ({ summary, count, id }: StoredProposal, kept: number): string => {
  const words = summary.replace(/ \(edited from P-\w{6}(?:, \d+ of \d+)?\)$/, '');
  return `${words} (edited from ${id}${kept === count ? '' : `, ${kept} of ${count}`})`;
};

/** The values were changed, so the words of the old ones would be untrue. */
function summaryOfValues(old: StoredProposal, kind: ChangeKind, drafts: readonly Draft[], firstOne: string): string {
  const about = old.count === 1 ? firstOne : `${drafts.length} records`;
  const words = new Set(drafts.map(({ after }) => kind.summarise?.(kind.parse(after), about)));
  const [only] = words;
  const count = drafts.length === old.count ? '' : `, ${drafts.length} of ${old.count}`;
  return words.size === 1 && only !== undefined
    ? `${only} (edited from ${old.id}${count})`
    : `Edited ${old.id}: ${old.kind.replaceAll('_', ' ')}${count}`;
}

function draftOf(
  kind: ChangeKind,
  change: StoredChange,
  values: Readonly<Record<string, unknown>>,
  actor: Actor,
): Draft {
  const allowed = kind.editable ?? [];
  const wrong = Object.keys(values).filter((field) => !allowed.includes(field));
  if (wrong.length > 0) throw new NotEditable(wrong, allowed);
  const { memberId, before, sourceUpdatedOn, reversible } = change;
  const given = Object.keys(values).length === 0 ? change.after : parsed(kind, withValues(kind, change.after, values));
  const isSame = canonical(given) === canonical(change.after);
  const after = isSame ? change.after : (kind.editedBy?.(given, actor) ?? given);
  return { memberId, before, after, reversible, ...(sourceUpdatedOn !== null && { sourceUpdatedOn }) };
}

/** A form sends texts: an empty one is a value taken away. */
function withValues(kind: ChangeKind, after: unknown, values: Readonly<Record<string, unknown>>): unknown {
  const merged = new Map(Object.entries(after as object));
  for (const [field, value] of Object.entries(values)) {
    const text = typeof value === 'string' ? value.trim() : undefined;
    if (text === '' || value === undefined) merged.delete(field);
    else merged.set(field, text === undefined ? value : (kind.fromForm?.[field]?.(text) ?? text));
  }
  return Object.fromEntries(merged);
}

/** What the kind's schema says is wrong is told by field: the value itself may be about a person. */
function parsed(kind: ChangeKind, after: unknown): unknown {
  try {
    return kind.parse(after);
  } catch (error) {
    if (error instanceof ZodError) throw new EditInvalid(error.issues.map(({ path }) => path.join('.')));
    throw error;
  }
}
