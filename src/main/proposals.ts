/* Proposals as the console shows and decides them: names for those who may see them, a ticket behind every button. */
import { approve, reject } from '../approvals/decide.js';
import { edit } from '../approvals/edit.js';
import { list } from '../approvals/list.js';
import { phaseWords } from '../approvals/phases.js';
import { continuePilot, endPilot } from '../approvals/pilot.js';
import { AlreadyDecided, ProposalExpired, Superseded } from '../approvals/refusals.js';
import { type ShownProposal, show } from '../approvals/show.js';
import { ticket } from '../approvals/ticket.js';
import { proposeUndo } from '../approvals/undo.js';
import type { Actor } from '../domain/actor.js';
import { sayInstant } from '../domain/instant.js';
import { ExpectedError } from '../errors.js';
import { sayMoney } from '../language/amounts.js';
import type { House } from '../main.js';
import { reveal } from '../privacy/reveal.js';
import type { ProposalPage } from '../surfaces/console/pages/proposal-page.js';
import type { ConsoleParts, ProposalEdit } from '../surfaces/console/parts.js';

const PAGE_OF_PROPOSALS = 50;

type ProposalParts = Pick<ConsoleParts, 'proposals' | 'proposal' | 'decide' | 'edit' | 'pilot' | 'undo'>;

export function proposalParts({ approvals, database, settings }: House): ProposalParts {
  const time = (instant: string): string => sayInstant(instant, settings.association.timeZone);
  /** A colleague may decide between the look and the ticket: then it is shown as it stands now. */
  const withTicket = async (id: string, actor: Actor): Promise<{ shown: ShownProposal; nonce: string }> => {
    const shown = await show(approvals, id, actor);
    if (!shown.mayDecide && !shown.mayEdit && !shown.mayEnd) return { shown, nonce: '' };
    try {
      return { shown, nonce: (await ticket(approvals, id, actor)).nonce };
    } catch (error) {
      if (!(error instanceof AlreadyDecided || error instanceof Superseded || error instanceof ProposalExpired))
        throw error;
      return { shown: await show(approvals, id, actor), nonce: '' };
    }
  };
  return {
    async proposals(actor, after) {
      const listed = await list(approvals, actor, { limit: PAGE_OF_PROPOSALS, ...(after && { after }) });
      const last = listed.length === PAGE_OF_PROPOSALS ? listed.at(-1) : undefined;
      const proposals = (await reveal(database, [...listed], actor)).map(
        ({ id, status, summary, askedBy, askedAt, mayOpen }) => ({
          id,
          status,
          summary,
          askedBy,
          askedAt: time(askedAt),
          mayOpen,
        }),
      );
      return { proposals, ...(last && { older: last.id }) };
    },
    async proposal(id, actor) {
      const { shown, nonce } = await withTicket(id, actor);
      const editable = shown.mayEdit ? (approvals.kinds.get(shown.kind)?.editable ?? []) : [];
      return pageOf(await reveal(database, shown, actor), nonce, editable, time);
    },
    async decide({ id, decision, hash, nonce, count, acknowledged, reason }, actor) {
      const click = { id, hash, nonce, actor };
      if (decision === 'reject') await reject(approvals, { ...click, ...(reason && { reason }) });
      else await approve(approvals, { ...click, acknowledged, ...(count !== undefined && { count }) });
    },
    async edit({ id, hash, values, leaveOut }, actor) {
      // Whoever may not see it is refused by the edit itself, which records it.
      const shown = await show(approvals, id, actor).catch((error: unknown) => {
        if (error instanceof ExpectedError) return undefined;
        throw error;
      });
      const changed = shown ? changedValues(await reveal(database, shown, actor), values) : values;
      return (await edit(approvals, { id, hash, actor, values: changed, leaveOut })).id;
    },
    async pilot({ id, hash, nonce, goesOn }, actor) {
      await (goesOn ? continuePilot : endPilot)(approvals, { id, hash, nonce, actor });
    },
    undo: async (id, actor) => (await proposeUndo(approvals, { id, actor })).id,
  };
}

function pageOf(
  shown: ShownProposal,
  nonce: string,
  editable: readonly string[],
  time: (instant: string) => string,
): ProposalPage {
  const { whyNot } = shown;
  return {
    id: shown.id,
    hash: shown.hash,
    nonce,
    status: shown.status,
    summary: shown.summary,
    risks: shown.risks,
    askedBy: shown.askedBy,
    askedAt: time(shown.askedAt),
    expiresAt: time(shown.expiresAt),
    warnings: shown.warnings,
    excluded: shown.excluded.map(({ member, reason }) => ({ who: member, reason })),
    money: shown.money.map((amount) => sayMoney(amount)),
    phase: shown.mayDecide || shown.mayEdit ? `${phaseWords(shown.phase)} for ${shown.phaseOf}` : '',
    ...(shown.supersedes && { supersedes: shown.supersedes }),
    ...(shown.supersededBy && { supersededBy: shown.supersededBy }),
    ...(shown.pilotExpiresAt && { pilotExpiresAt: time(shown.pilotExpiresAt) }),
    changes: shown.changes.map(({ id, member, describe, before, after, state, reason }) => ({
      id,
      fields: editable.map((field) => ({ name: field, value: textOf(after, field) })),
      who: member,
      describe,
      before: inWords(before),
      after: inWords(after),
      state,
      ...(reason && { reason }),
    })),
    decisions: shown.decisions.map((one) => ({
      decision: one.decision === 'approve' ? 'approved' : 'rejected',
      by: one.by,
      at: time(one.at),
      ...(one.reason && { reason: one.reason }),
    })),
    ...(whyNot && { whyNot }),
    mayDecide: shown.mayDecide,
    mayEdit: shown.mayEdit,
    // Both buttons stand together: what may be ended but not continued says why beside them.
    mayContinue: shown.mayContinue,
    mayEnd: shown.mayEnd,
    mayUndo: shown.mayUndo,
  };
}

/** The form sends every field as it stands there: only those that differ from what was shown were edited. */
function changedValues(
  { changes }: Pick<ShownProposal, 'changes'>,
  values: ProposalEdit['values'],
): ProposalEdit['values'] {
  const shown = new Map(changes.map(({ id, after }) => [id, after]));
  const edited: Record<string, Record<string, string>> = {};
  for (const [id, fields] of Object.entries(values))
    for (const [field, value] of Object.entries(fields))
      if (lines(value) !== lines(textOf(shown.get(id), field))) edited[id] = { ...edited[id], [field]: lines(value) };
  return edited;
}

/** Forms send the end of a line as two characters. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n');

/** A stored value as a person reads it: its text where it is one, else its parts. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value !== 'object') return String(value);
  // Ids and keys are for programs; a removal has nothing else, and leaves nothing.
  const parts = Object.entries(value).filter(([name]) => !/(Id|Key)$/.test(name));
  if (parts.length === 0) return 'nothing';
  return parts
    .map(([name, part]) => (name === 'text' ? String(part) : `${asWords(name)}: ${partInWords(part)}`))
    .join('\n');
}

/** "dueOn" is "due on". */
const asWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ');

/** An address is its lines, one after the other. */
const partInWords = (part: unknown): string =>
  part === null || part === undefined
    ? 'nothing'
    : typeof part === 'object'
      ? Object.values(part).flat().filter(Boolean).join(', ')
      : String(part);

const textOf = (after: unknown, field: string): string => {
  const value = (after as Readonly<Record<string, unknown>> | null)?.[field];
  return value === undefined || value === null ? '' : String(value);
};
