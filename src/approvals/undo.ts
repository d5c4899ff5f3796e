import type { Actor } from '../domain/actor.js';
import type { ApprovalParts } from './parts.js';
import { PHASE_KIND, PhaseChange } from './phase-kind.js';
import type { Draft, ProposalCard } from './port.js';
import { propose } from './propose.js';
import { factsFor } from './propose-phase.js';
import { CannotUndo, ProposalUnknown } from './refusals.js';
import { maySee } from './rights.js';
import { changeId, changesOf, proposalById } from './stored.js';

export interface UndoRequest {
  readonly id: string;
  readonly actor: Actor;
  /** The conversation that is told; left out, the one of the proposal. */
  readonly thread?: string;
}

/**
 * Proposes the opposite of what a proposal did, from the images kept with its changes: a proposal like any other, to be
 * approved by a person. Each record is compared again when it is carried out: one that changed since is left alone.
 * Throws CannotUndo, ProposalUnknown and what propose throws.
 */
export async function proposeUndo(parts: ApprovalParts, { id, actor, thread }: UndoRequest): Promise<ProposalCard> {
  const proposal = await proposalById(parts.database, id);
  const changes = proposal ? await changesOf(parts.database, id) : [];
  if (!proposal || !(await maySee(parts.database, parts.kinds, actor, proposal, changes))) throw new ProposalUnknown();
  const kind = parts.kinds.get(proposal.kind);
  const done = changes.filter((change) => change.state === 'done');
  if (done.length === 0) throw new CannotUndo('not done');
  if (await isUndone(parts, id)) throw new CannotUndo('undone');
  const opposite = new Map<string, Draft[]>();
  const excluded: { memberId: string; reason: string }[] = [];
  for (const change of done) {
    const { memberId, before, changeKey, ordinal, reference } = change;
    const after = kind?.parse(change.after);
    const undo =
      reference === null
        ? undefined
        : kind?.undo?.({ id: changeId(id, ordinal), memberId, before, after, changeKey }, reference);
    if (undo) opposite.set(undo.kind, [...(opposite.get(undo.kind) ?? []), undo.draft]);
    else excluded.push({ memberId, reason: 'cannot be taken back' });
  }
  const [found] = opposite;
  if (!found) throw new CannotUndo('irreversible');
  const [undoKind, opposites] = found;
  const { drafts, warnings } = await withFacts(parts, undoKind, opposites);
  const request = {
    kind: undoKind,
    tool: proposal.tool,
    arguments: { undo: id },
    thread: thread ?? proposal.thread,
    actor,
    summary: `Undo ${id}: ${proposal.summary}`,
    drafts,
    excluded,
    warnings,
  };
  return await propose(parts, request, id);
}

/** What speaks for a phase that is raised again is of today, not of when it was lowered. */
async function withFacts(
  parts: ApprovalParts,
  kind: string,
  drafts: readonly Draft[],
): Promise<{ readonly drafts: readonly Draft[]; readonly warnings: readonly string[] }> {
  if (kind !== PHASE_KIND) return { drafts, warnings: [] };
  const renewed: Draft[] = [];
  const warned: string[] = [];
  for (const draft of drafts) {
    const phase = PhaseChange.parse(draft.after);
    const { criteria, warnings } = await factsFor(parts, phase);
    renewed.push({ ...draft, after: { ...phase, criteria: [...criteria] } });
    warned.push(...warnings);
  }
  return { drafts: renewed, warnings: warned };
}

/** An undo that was rejected or has expired does not stand in the way of another. */
async function isUndone({ database, clock }: ApprovalParts, id: string): Promise<boolean> {
  const found = await database.query(
    `select from copilot.proposals where undoes = $1
       and (status in ('approved', 'executing', 'pilot_done', 'done') or (status = 'waiting' and expires_at > $2)) limit 1`,
    [id, clock.now()],
  );
  return found.rowCount === 1;
}
