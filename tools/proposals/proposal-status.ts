import * as z from 'zod';
import type { ListedProposal } from '../../src/approvals/list.js';
import type { ProposalStatus } from '../../src/approvals/port.js';
import type { ShownProposal } from '../../src/approvals/show.js';
import type { Clock } from '../../src/clock.js';
import { sayInstant } from '../../src/domain/instant.js';
import { ExpectedError } from '../../src/errors.js';
import { defineTool, type ToolContext } from '../define.js';
import { Person, RecordId, toolInput } from '../parameters.js';
import { onePerson } from '../people/one-person.js';
import { viewOf } from '../perspective.js';
import { listed } from '../saying.js';

const MOST_SHOWN = 15;
const MOST_OTHERS = 5;

const OTHERS: readonly ProposalStatus[] = [
  'approved',
  'rejected',
  'expired',
  'superseded',
  'executing',
  'pilot_done',
  'done',
  'partly_done',
  'failed',
];

class NoProposalId extends ExpectedError {
  readonly kind = 'no_proposal_id';
  constructor() {
    super('This is no id of a proposal.', 'Give an id that begins with P-, or none for all that wait.');
  }
}

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
  decideBy: z.string().describe("The same in the association's time, as people read it."),
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
  about: z.string().optional().describe('The member all of them are about, where one was asked for.'),
});

type Output = z.infer<typeof Output>;
type Card = z.infer<typeof Card>;

export const proposalStatus = defineTool({
  name: 'proposal_status',
  title: 'Where proposals stand',
  description:
    'What became of proposed changes: one by its id (P-...), or those that wait and the latest others, of which the person asking made or may decide, also those about one member. A person decides on the proposals page of the console, never here.',
  input: toolInput({ proposal: RecordId.optional(), member: Person.optional() }),
  output: Output,
  effect: 'read',
  permission: 'everybody',
  triggers: [
    '*proposal',
    'which proposals are open',
    'what proposals are open',
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
    '+open',
    '+about',
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
    { says: 'proposals about {member}', arguments: { member: '{member}' } },
    { says: 'status of P-7F3KQ2', arguments: { proposal: 'P-7F3KQ2' } },
  ],
  async run({ proposal, member }, context) {
    const { actor, clock, proposals } = context;
    if (proposal !== undefined) {
      const id = proposal.toUpperCase();
      if (!id.startsWith('P-')) throw new NoProposalId();
      return {
        proposal: await onlyOne(await proposals.show(id, actor), context),
        waiting: [],
        others: [],
        waitingLeftOut: 0,
      };
    }
    const one = member === undefined ? undefined : await onePerson(member, context);
    const about = one ? { memberId: one.memberId } : {};
    const listOf = async (statuses: readonly ProposalStatus[], limit: number) =>
      (await proposals.list(actor, { ...about, statuses, limit })).map((shown) => cardOf(shown, actor.id, clock));
    const waiting = await listOf(['waiting'], MOST_SHOWN);
    const others = await listOf(OTHERS, MOST_OTHERS);
    const inAll =
      waiting.length < MOST_SHOWN ? waiting.length : await proposals.count(actor, { ...about, statuses: ['waiting'] });
    const of = one ? `about ${one.line.member}, ` : '';
    await give(inAll, 'proposals', `${of}waiting for a decision, made by you or yours to decide`, context);
    for (const { count, id } of [...waiting, ...others])
      if (count > 1) await give(count, 'changes', `of ${id}`, context);
    return { waiting, others, waitingLeftOut: inAll - waiting.length, ...(one && { about: one.line.member }) };
  },
  words({ proposal, waiting, others, waitingLeftOut, about }) {
    if (proposal) return oneInWords(proposal);
    const of = about ? ` about ${about}` : '';
    return [
      waiting.length === 0
        ? `No proposal${of} waits that you made or may decide.`
        : `${listed(waiting.length + waitingLeftOut, `proposal${of} waits`, `proposals${of} wait`)} for a decision:`,
      ...waiting.map((card) => `- ${cardWords(card)}`),
      ...(waitingLeftOut > 0 ? ['The others stand on the proposals page.'] : []),
      ...(others.length > 0 ? ['The latest that do not wait:', ...others.map((card) => `- ${cardWords(card)}`)] : []),
    ].join('\n');
  },
});

const cardOf = (one: ListedProposal | ShownProposal, actorId: string, { timeZone }: Clock): Card => ({
  id: one.id,
  status: one.status,
  summary: one.summary,
  kind: one.kind,
  count: one.count,
  risks: [...one.risks],
  askedBy: one.askedBy,
  askedAt: one.askedAt,
  expiresAt: one.expiresAt,
  decideBy: sayInstant(one.expiresAt, timeZone),
  isMine: one.askedById === actorId,
});

/** One proposal without what it changes: before and after may hold names and stand on its page. */
async function onlyOne(shown: ShownProposal, context: ToolContext): Promise<NonNullable<Output['proposal']>> {
  const states = new Map<string, number>();
  for (const { state } of shown.changes) states.set(state, (states.get(state) ?? 0) + 1);
  const changes = [...states].map(([state, count]) => ({ state, count }));
  for (const { state, count } of changes) await give(count, 'changes', `of ${shown.id}: ${state}`, context);
  await give(shown.count, 'changes', `of ${shown.id}`, context);
  const [decision] = shown.decisions;
  return {
    ...cardOf(shown, context.actor.id, context.clock),
    warnings: [...shown.warnings],
    excluded: shown.excluded.map(({ member, reason }) => ({ member, reason })),
    changes,
    reasons: [...new Set(shown.changes.flatMap(({ reason }) => reason ?? []))].slice(0, MOST_OTHERS),
    ...(decision && { decision: decision.decision, decidedBy: decision.by }),
    mayDecide: shown.mayDecide,
    mayUndo: shown.mayUndo,
  };
}

const give = async (value: number, unit: string, population: string, context: ToolContext): Promise<void> => {
  const { readAt } = await viewOf(context);
  await context.receipt({ value, unit, asOf: context.clock.today(), readAt, population });
};

const statusWords: Readonly<Record<string, string>> = { partly_done: 'partly done' };

const cardWords = ({ id, status, summary, count, askedBy, isMine, decideBy }: Card): string =>
  `${id}, ${statusWords[status] ?? status}: ${summary}${count > 1 ? ` (${count} changes)` : ''}, asked for by ${isMine ? 'you' : askedBy}${status === 'waiting' ? `, to be decided until ${decideBy}` : ''}`;

function oneInWords(proposal: NonNullable<Output['proposal']>): string {
  const { changes, reasons, warnings, excluded, decision, decidedBy, mayDecide, mayUndo, risks } = proposal;
  return [
    `${cardWords(proposal)}.`,
    ...(decision ? [`Decided: ${decision} by ${decidedBy}.`] : []),
    `Changes: ${changes.map(({ state, count }) => `${count} ${state}`).join(', ')}.`,
    ...reasons.map((reason) => `Reason: ${reason}`),
    ...(risks.length > 0 ? [`Risks: ${risks.join(', ')}.`] : []),
    ...warnings.map((warning) => `Warning: ${warning}`),
    ...excluded.map(({ member, reason }) => `Left out: ${member}: ${reason}`),
    ...(mayDecide ? ['You may decide it, on the proposals page.'] : []),
    ...(mayUndo ? ['You may propose to undo it, on its page.'] : []),
  ].join('\n');
}
