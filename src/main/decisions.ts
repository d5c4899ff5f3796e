import { approve, reject } from '../approvals/decide.js';
import { continuePilot, endPilot } from '../approvals/pilot.js';
import type { ProposalStatus, Risk } from '../approvals/port.js';
import { ticket } from '../approvals/ticket.js';
import type { Actor } from '../domain/actor.js';
import { ExpectedError } from '../errors.js';
import type { House } from '../main.js';

export interface Approving {
  readonly id: string;
  readonly actor: Actor;
  readonly count?: number;
  readonly acknowledged?: readonly Risk[];
}

export class StillBeingCarriedOut extends ExpectedError {
  readonly kind = 'still_being_carried_out';
  constructor(id: string) {
    super(`${id} is approved and still being carried out.`, `Look again later with proposals show ${id}.`);
  }
}

const FINISHED: readonly ProposalStatus[] = ['pilot_done', 'done', 'partly_done', 'failed'];
const LOOKS = 240;
const BETWEEN_LOOKS_MILLIS = 250;

/** Approves in one go and returns when it has been carried out, by this process where no other runs the queue. */
export async function approveAndCarryOut(house: House, approving: Approving): Promise<void> {
  const { hash, nonce } = await ticket(house.approvals, approving.id, approving.actor);
  // After the first records of a large change, approving once more lets the rest go on.
  const decide = (await statusOf(house, approving.id)) === 'pilot_done' ? continuePilot : approve;
  await decide(house.approvals, { ...approving, hash, nonce });
  for (let look = 0; look < LOOKS; look++) {
    await house.queue.runUntilIdle();
    if (await isFinished(house, approving.id)) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MILLIS));
  }
  throw new StillBeingCarriedOut(approving.id);
}

export async function rejectProposal(
  house: House,
  { id, actor, reason }: { readonly id: string; readonly actor: Actor; readonly reason?: string },
): Promise<void> {
  const { hash, nonce } = await ticket(house.approvals, id, actor);
  const decide = (await statusOf(house, id)) === 'pilot_done' ? endPilot : reject;
  await decide(house.approvals, { id, actor, hash, nonce, ...(reason && { reason }) });
}

async function isFinished(house: House, id: string): Promise<boolean> {
  const status = await statusOf(house, id);
  return status !== undefined && FINISHED.includes(status);
}

async function statusOf({ database }: House, id: string): Promise<ProposalStatus | undefined> {
  const found = await database.query<{ status: ProposalStatus }>(
    'select status from copilot.proposals where proposal_id = $1',
    [id],
  );
  return found.rows[0]?.status;
}
