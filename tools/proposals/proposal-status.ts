import * as z from 'zod';
import { defineTool } from '../define.js';
import { RecordId, toolInput } from '../parameters.js';

const Card = z.strictObject({
  id: z.string(),
  status: z.string(),
  summary: z.string(),
  kind: z.string(),
  count: z.number().int(),
  risks: z.array(z.string()),
  askedBy: z.string(),
  askedAt: z.string(),
  expiresAt: z.string(),
  isMine: z.boolean(),
});

const Output = z.strictObject({
  proposal: Card.extend({
    warnings: z.array(z.string()),
    excluded: z.array(z.strictObject({ member: z.string(), reason: z.string() })),
    changes: z.array(z.strictObject({ state: z.string(), count: z.number().int() })),
    reasons: z.array(z.string()),
    decidedBy: z.string().optional(),
    decision: z.string().optional(),
    mayDecide: z.boolean(),
    mayUndo: z.boolean(),
  }).optional(),
  waiting: z.array(Card),
  others: z.array(Card),
  waitingLeftOut: z.number().int(),
});

export const proposalStatus = defineTool({
  name: 'proposal_status',
  title: 'Where proposals stand',
  description:
    'What became of proposed changes: one by its id (P-...), or without an id those that wait for a decision and the latest others, of which the person asking made or may decide. It decides nothing: approving and rejecting happen on the proposals page.',
  input: toolInput({ proposal: RecordId.optional() }),
  output: Output,
  effect: 'read',
  permission: 'everybody',
  triggers: [
    '*proposal',
    'my proposals',
    'open proposals',
    'pending proposals',
    'status of',
    'what is the status of',
    "what's the status of",
    'what is waiting',
    "what's waiting",
    'what waits',
    'what became of',
    'what happened to',
    'what happened with',
    'what is pending',
    "what's pending",
    'is anything waiting',
    'anything waiting',
    'pending approvals',
    'approvals',
    'show',
    'show me',
    'list',
    '+my',
    '+the',
    '+waiting',
    '+pending',
    '+for me',
    '+for my approval',
    '+for approval',
    '+to be approved',
    '+waiting for me',
    '+*proposal',
  ],
  examples: [
    { says: 'what is waiting for me', arguments: {} },
    { says: 'show my proposals', arguments: {} },
    { says: 'status of P-7F3KQ2', arguments: { proposal: 'P-7F3KQ2' } },
  ],
  run: () => Promise.reject(new Error('declared')),
  words: () => '',
});
