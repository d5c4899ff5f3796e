/* What a tool answers that prepared a change: the proposal's card, and that nothing is written yet. */
import * as z from 'zod';
import type { ProposalCard } from '../src/approvals/port.js';
import type { Clock } from '../src/clock.js';
import { sayInstant } from '../src/domain/instant.js';

export const Proposed = z.strictObject({
  id: z.string(),
  hash: z.string(),
  status: z.string(),
  risks: z.array(z.string()),
  count: z.number().int(),
  summary: z.string(),
  expiresAt: z.string(),
  decideBy: z.string().describe("The same in the association's time, as people read it."),
});
export type Proposed = z.infer<typeof Proposed>;

export const proposedOf = (
  { id, hash, status, risks, count, summary, expiresAt }: ProposalCard,
  { timeZone }: Clock,
): Proposed => ({
  id,
  hash,
  status,
  risks: [...risks],
  count,
  summary,
  expiresAt,
  decideBy: sayInstant(expiresAt, timeZone),
});

export const proposedWords = ({ id, summary, decideBy }: Proposed): string =>
  `${summary}: proposed as ${id}. Nothing is written until somebody approves it; it can be decided until ${decideBy}.`;
