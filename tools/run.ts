/*
 * The one way a tool is called, from every door: arguments checked, right checked, run, output checked, receipts and
 * proposals collected, failures put into words. The reply doubles as the record of the call: it holds pseudonyms, no
 * personal details.
 */
import type * as z from 'zod';
import { requirePermission } from '../src/access/require.js';
import type { NewProposal, ProposalCard } from '../src/approvals/port.js';
import { append } from '../src/audit/append.js';
import { type ErrorReport, ExpectedError, report } from '../src/errors.js';
import { type Vocabulary, vocabularyOf } from '../src/population/vocabulary.js';
import type { Evidence, Receipt } from '../src/receipts/receipt.js';
import { record } from '../src/receipts/record.js';
import { auditRead } from './audit-read.js';
import type { CallContext } from './call-context.js';
import { mayUse, type Tool, type ToolContext } from './define.js';
import { ArgumentsInvalid } from './errors.js';
import { partialNote } from './partial.js';
import { PersonAmbiguous, PersonNotFound } from './people/one-person.js';
import { shortened } from './shortened.js';
import { inTime } from './time-out.js';

export type { CallContext };

export interface ToolReply {
  readonly tool: string;
  readonly arguments: unknown;
  readonly ok: boolean;
  /** What a model, a client or a page reads: the result or the failure with its next step; pseudonyms for people. */
  readonly words: string;
  readonly output?: unknown;
  readonly error?: ErrorReport;
  readonly receipts: readonly Receipt[];
  readonly proposals: readonly ProposalCard[];
}

const MOST_FAULTS = 5;

/** Never throws: a failure is a reply that says what to do next. */
export async function runTool(tool: Tool, input: unknown, context: CallContext): Promise<ToolReply> {
  const receipts: Receipt[] = [];
  const proposals: ProposalCard[] = [];
  const called = { tool: tool.name, arguments: input, receipts, proposals };
  try {
    await checkRight(tool, context);
    const checked = parse(tool.input, input, (faults) => new ArgumentsInvalid(tool.name, faults));
    const output = parse(
      tool.output,
      await inTime(tool.name, context, (signal) =>
        tool.run(checked, toolContext(tool, input, { ...context, signal }, receipts, proposals)),
      ),
      (faults) => new TypeError(`${tool.name} answered what its output schema does not allow: ${faults.join('; ')}`),
    );
    if (tool.effect === 'read' && !context.isRehearsal) await auditRead(tool.name, output, context);
    return { ...called, ok: true, output, words: await noted(shortened(tool.words(output)), context) };
  } catch (error) {
    if (!(error instanceof ExpectedError)) context.onDefect?.(error, tool.name);
    const told = report(error);
    return {
      ...called,
      ok: false,
      error: told,
      words: await noted(`${told.message}${told.message.includes('\n') ? '\n' : ' '}${told.next}`, context, error),
    };
  }
}

/** Also nobody of a name may be for want of data; a defect of ours or a refusal is not. */
async function noted(words: string, { database }: CallContext, error?: unknown): Promise<string> {
  if (error !== undefined && !(error instanceof PersonNotFound || error instanceof PersonAmbiguous)) return words;
  // The answer stands without it, and the call never throws.
  const note = await partialNote(database).catch(() => undefined);
  return note === undefined ? words : `${words}\n${note}`;
}

async function checkRight(tool: Tool, { actor, database, clock }: CallContext): Promise<void> {
  if (tool.permission === 'everybody' || mayUse(tool, actor)) return;
  await database.withTransaction((transaction) =>
    append(transaction, {
      kind: 'refusal',
      actorId: actor.id,
      subject: tool.name,
      facts: { permission: tool.permission, surface: actor.surface },
      at: clock.now(),
    }),
  );
  requirePermission(actor, tool.permission);
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  fault: (faults: readonly string[]) => Error,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw fault(
    parsed.error.issues
      .slice(0, MOST_FAULTS)
      .map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`),
  );
}

function toolContext(
  tool: Tool,
  input: unknown,
  context: CallContext,
  receipts: Receipt[],
  proposals: ProposalCard[],
): ToolContext {
  const { actor, thread, database, clock, settings, signal, typed = [] } = context;
  let vocabulary: Promise<Vocabulary> | undefined;
  return {
    actor,
    thread,
    database,
    clock,
    settings,
    typed,
    ...(signal && { signal }),
    vocabulary: () => (vocabulary ??= context.vocabulary?.() ?? vocabularyOf(database)),
    proposals: {
      ...context.proposals,
      async propose(proposal: NewProposal) {
        signal?.throwIfAborted();
        if (tool.effect !== 'propose') throw new TypeError(`${tool.name} only reads and may not propose`);
        const card = await context.proposals.propose(proposal);
        proposals.push(card);
        return card;
      },
    },
    async receipt(evidence: Evidence) {
      const asked = { tool: tool.name, arguments: input };
      const source = { ...evidence, ...asked, thread, actorId: actor.id, at: clock.now() };
      const receipt = context.isRehearsal ? { id: 'R-000000', ...evidence, ...asked } : await record(database, source);
      receipts.push(receipt);
      return receipt;
    },
  };
}
