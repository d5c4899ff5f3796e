/* What a tool answers that prepared a change: the proposal's card, and that nothing is written yet. */
import * as z from 'zod';
import type { ProposalCard } from '../src/approvals/port.js';

export const Proposed = z.strictObject({
  id: z.string(),
  hash: z.string(),
  status: z.string(),
  risks: z.array(z.string()),
  count: z.number().int(),
  summary: z.string(),
  expiresAt: z.string(),
});
export type Proposed = z.infer<typeof Proposed>;

export const proposedOf = ({ id, hash, status, risks, count, summary, expiresAt }: ProposalCard): Proposed => ({
  id,
  hash,
  status,
  risks: [...risks],
  count,
  summary,
  expiresAt,
});

export const proposedWords = ({ id, summary, expiresAt }: Proposed): string =>
  `${summary}: proposed as ${id}. Nothing is written until somebody approves it; it can be decided until ${expiresAt.slice(0, 16).replace('T', ' ')} UTC.`;
