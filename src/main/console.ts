/* The console's view of the house: rights at every request, names for those who may see them, words for what happened. */

import { actorById, actorFor, staffOf } from '../access/actors.js';
import { approve, reject } from '../approvals/decide.js';
import { list } from '../approvals/list.js';
import { type ShownProposal, show } from '../approvals/show.js';
import { ticket } from '../approvals/ticket.js';
import { proposeUndo } from '../approvals/undo.js';
import { append } from '../audit/append.js';
import type { Actor } from '../domain/actor.js';
import type { House } from '../main.js';
import { reveal } from '../privacy/reveal.js';
import type { ProposalPage } from '../surfaces/console/pages/proposal.js';
import type { ConsoleParts, SignedIn } from '../surfaces/console/parts.js';
import { builderParts } from './builder.js';
import { openReceipt } from './receipt.js';
import { SignInClosed } from './refusals.js';
import { at, houseStatus } from './status.js';
import { suggestionsFor } from './suggestions.js';

const SURFACE = 'console';
const PAGE_OF_PROPOSALS = 50;

export function consoleParts(house: House): ConsoleParts {
  const { approvals, clock, database, settings, site } = house;
  const time = (instant: string): string => at(instant, settings.association.timeZone);
  const nameOf = async (actor: Actor): Promise<string> => {
    const found = await database.query<{ full_name: string }>(
      'select full_name from imis.identity where member_id = $1',
      [actor.id],
    );
    return found.rows[0]?.full_name ?? actor.userName;
  };

  return {
    association: settings.association.name,
    host: settings.http.host,
    clock,
    database,
    ...builderParts(house),
    ask: (asked) => house.agent.ask(asked),
    onDefect: (error) => house.log.error({ part: 'console', error }, 'a turn could not be shown'),
    status: () => houseStatus(house),
    async staff() {
      if (!site.isSandbox) return [];
      return (await staffOf(database)).map(({ userName, fullName, roles, chapters }) => ({
        userName,
        name: fullName,
        roles: [...roles.map((role) => role.replaceAll('_', ' ')), ...chapters].join(', '),
      }));
    },
    async signIn(userName): Promise<SignedIn> {
      if (!site.isSandbox) throw new SignInClosed();
      const actor = await actorFor(database, userName, SURFACE);
      await database.withTransaction((transaction) =>
        append(transaction, {
          kind: 'sign_in',
          actorId: actor.id,
          subject: actor.id,
          facts: { surface: SURFACE },
          at: clock.now(),
        }),
      );
      return { actor, name: await nameOf(actor) };
    },
    async signedIn(memberId): Promise<SignedIn> {
      if (!site.isSandbox) throw new SignInClosed();
      const actor = await actorById(database, memberId, SURFACE);
      return { actor, name: await nameOf(actor) };
    },
    suggestions: (actor) => suggestionsFor(database, actor),
    async proposals(actor, after) {
      const listed = await list(approvals, actor, { limit: PAGE_OF_PROPOSALS, ...(after && { after }) });
      const last = listed.length === PAGE_OF_PROPOSALS ? listed.at(-1) : undefined;
      const proposals = (await reveal(database, [...listed], actor)).map(
        ({ id, status, summary, askedBy, askedAt }) => ({ id, status, summary, askedBy, askedAt: time(askedAt) }),
      );
      return { proposals, ...(last && { older: last.id }) };
    },
    async proposal(id, actor) {
      const shown = await show(approvals, id, actor);
      const nonce = shown.mayDecide ? (await ticket(approvals, id, actor)).nonce : '';
      return pageOf(await reveal(database, shown, actor), nonce, time);
    },
    async decide({ id, decision, hash, nonce, count, acknowledged }, actor) {
      if (decision === 'reject') await reject(approvals, { id, hash, nonce, actor });
      else
        await approve(approvals, {
          id,
          hash,
          nonce,
          actor,
          acknowledged,
          ...(count !== undefined && { count }),
        });
    },
    undo: async (id, actor) => (await proposeUndo(approvals, { id, actor })).id,
    receipt: (id, actor) => openReceipt(house, id, actor),
  };
}

function pageOf(shown: ShownProposal, nonce: string, time: (instant: string) => string): ProposalPage {
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
    changes: shown.changes.map(({ id, member, describe, before, after, state, reason }) => ({
      id,
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
    mayDecide: shown.mayDecide,
    mayUndo: shown.mayUndo,
  };
}

/** A stored value as a person reads it: its text where it is one, else its parts. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value !== 'object') return String(value);
  // Ids and keys are for programs; a removal has nothing else, and leaves nothing.
  const parts = Object.entries(value).filter(([name]) => !/(Id|Key)$/.test(name));
  if (parts.length === 0) return 'nothing';
  return parts.map(([name, part]) => (name === 'text' ? String(part) : `${name}: ${String(part)}`)).join('\n');
}
