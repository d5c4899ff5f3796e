/** A proposal before it is stored: checked by its kind, its words without people, its risks, its money and its phase. */
import { hashOf } from '../audit/canonical.js';
import type { Money } from '../domain/money.js';
import { hideAll } from '../privacy/hide.js';
import { TooManyChanges } from './boundary-refusals.js';
import type { PreparingParts } from './parts.js';
import { type EffectivePhase, isFree, phaseOf } from './phases.js';
import type { ChangeKind, Draft, NewProposal, Risk } from './port.js';
import { KindUnknown, NothingToChange } from './refusals.js';
import { risksOf } from './risks.js';
import { totalOf } from './totals.js';

/** More would be a data migration, which nobody looks through. */
export const MOST_CHANGES = 5_000;

export interface Prepared {
  readonly proposal: NewProposal;
  readonly kind: ChangeKind;
  readonly risks: readonly Risk[];
  readonly money: readonly Money[];
  readonly phase: EffectivePhase;
}

/** Throws KindUnknown, NothingToChange, TooManyChanges, and what the kind's own check throws. */
export async function prepare(
  parts: PreparingParts,
  given: NewProposal,
  { isUndo = false }: { readonly isUndo?: boolean } = {},
): Promise<Prepared> {
  const kind = kindOf(parts, given.kind);
  const proposal = eachOnce(given);
  const { drafts } = proposal;
  if (drafts.length === 0) throw new NothingToChange();
  if (drafts.length > MOST_CHANGES) throw new TooManyChanges(drafts.length, MOST_CHANGES);
  const afters = drafts.map((draft) => kind.parse(draft.after));
  // What stood before may stand again, though nobody could ask for it anew today.
  if (!isUndo) for (const after of afters) kind.check?.(after, { today: parts.clock.today() });
  const money = totalOf(kind, afters);
  const phase = await phaseOf(parts, { kind: kind.kind, memberIds: drafts.map((draft) => draft.memberId) });
  const worded = await withoutPeople(parts, proposal);
  const shadow = phase.phase === 'read_only' && !isFree(kind) ? [shadowWarning(phase)] : [];
  return {
    // The phase's own words name a tier or chapter, never a person.
    proposal: { ...worded, warnings: [...(worded.warnings ?? []), ...shadow] },
    kind,
    risks: risksOf(kind, drafts, money),
    money,
    phase,
  };
}

/** How the warning of a proposal in the read-only phase begins. */
export const SHADOW = 'Prepared in the read-only phase';

const shadowWarning = ({ cohortWords }: EffectivePhase): string =>
  `${SHADOW} (${cohortWords}): it can be looked at, and approved only when an administrator has raised the phase.`;

function kindOf({ kinds }: PreparingParts, name: string): ChangeKind {
  const kind = kinds.get(name);
  // Messages go out by a hand of their own, which this executor does not hold.
  if (!kind || kind.hand === 'mail') throw new KindUnknown(name);
  return kind;
}

/** The same change of the same person twice is a slip of whoever made the list. */
function eachOnce(proposal: NewProposal): NewProposal {
  const seen = new Set<string>();
  const drafts: Draft[] = [];
  const twice: { memberId: string; reason: string }[] = [];
  for (const draft of proposal.drafts) {
    const key = hashOf([draft.memberId, draft.after]);
    if (seen.has(key)) twice.push({ memberId: draft.memberId, reason: 'named twice' });
    else drafts.push(draft);
    seen.add(key);
  }
  return twice.length === 0 ? proposal : { ...proposal, drafts, excluded: [...(proposal.excluded ?? []), ...twice] };
}

/** The header's own words carry nobody's name, whatever the tool put in them. */
async function withoutPeople({ database }: PreparingParts, proposal: NewProposal): Promise<NewProposal> {
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
