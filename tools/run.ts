/*
 * The one way a tool is called, from every door: arguments checked, right checked, run, output checked, receipts and
 * proposals collected, failures put into words; what nobody sees of names and texts is taken out. The reply doubles as the record of the call: it holds pseudonyms, no
 * personal details.
 */
import type * as z from 'zod';
import { requirePermission } from '../src/access/require.js';
import type { NewProposal, ProposalCard } from '../src/approvals/port.js';
import { append } from '../src/audit/append.js';
import { type ErrorReport, ExpectedError, report } from '../src/errors.js';
import { type Vocabulary, vocabularyOf } from '../src/population/vocabulary.js';
import { visible, visibly } from '../src/privacy/visible.js';
import type { Evidence, Receipt } from '../src/receipts/receipt.js';
import { recordAll } from '../src/receipts/record.js';
import { auditRead } from './audit-read.js';
import type { CallContext } from './call-context.js';
import { mayUse, type Tool, type ToolContext } from './define.js';
import { ArgumentsInvalid, NothingProposedHere } from './errors.js';
import { partialNote } from './partial.js';
import { PersonAmbiguous, PersonNotFound } from './people/one-person.js';
import { shortened } from './shortened.js';
import { worksOn } from './surfaces.js';
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
  const given: Evidence[] = [];
  const receipts: Receipt[] = [];
  const proposals: ProposalCard[] = [];
  const called = { tool: tool.name, arguments: input, receipts, proposals };
  // A call gives a dozen numbers: they are stored in one statement when it has ended, however it did.
  const store = async () => {
    const now = given.splice(0);
    if (now.length > 0) receipts.push(...(await stored(now, tool, input, context)));
  };
  try {
    await checkRight(tool, context);
    const checked = parse(tool.input, input, (faults) => new ArgumentsInvalid(tool.name, faults));
    const found = parse(
      tool.output,
      await inTime(tool.name, context, (signal) =>
        tool.run(checked, toolContext(tool, { ...context, signal }, given, proposals)),
      ),
      (faults) => new TypeError(`${tool.name} answered what its output schema does not allow: ${faults.join('; ')}`),
    );
    // Names and texts of records stand in any field: none is left out where all are looked at.
    const output = visibly(found);
    await store();
    if (tool.effect === 'read' && !context.isRehearsal) await auditRead(tool.name, output, context);
    return { ...called, ok: true, output, words: await noted(shortened(visible(tool.words(output))), context) };
  } catch (error) {
    await store().catch((failure: unknown) => context.onDefect?.(failure, tool.name));
    if (!(error instanceof ExpectedError)) context.onDefect?.(error, tool.name);
    const { kind, message, next } = report(error);
    const told = { kind, message: visible(message), next: visible(next) };
    return {
      ...called,
      ok: false,
      error: told,
      words: await noted(`${told.message}${told.message.includes('\n') ? '\n' : ' '}${told.next}`, context, error),
    };
  }
}

/** Also nobody of a name may be for want of data; a defect of ours or a refusal is not. */
async function noted(words: string, { database, partial }: CallContext, error?: unknown): Promise<string> {
  if (error !== undefined && !(error instanceof PersonNotFound || error instanceof PersonAmbiguous)) return words;
  // The answer stands without it, and the call never throws.
  const note = await (partial?.() ?? partialNote(database)).catch(() => undefined);
  return note === undefined ? words : `${words}\n${note}`;
}

async function checkRight(tool: Tool, { actor, database, clock }: CallContext): Promise<void> {
  const isAllowed = tool.permission === 'everybody' || mayUse(tool, actor);
  if (isAllowed && worksOn(actor.surface, tool)) return;
  await append(database, {
    kind: 'refusal',
    actorId: actor.id,
    subject: tool.name,
    facts: { permission: tool.permission, surface: actor.surface },
    at: clock.now(),
  });
  if (isAllowed) throw new NothingProposedHere(actor.surface);
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

/** A number that is only computed again to be compared is answered and not stored. */
async function stored(
  given: readonly Evidence[],
  { name: tool }: Tool,
  input: unknown,
  { actor, thread, clock, database, isRehearsal }: CallContext,
): Promise<readonly Receipt[]> {
  if (isRehearsal) return given.map((evidence) => ({ id: 'R-000000', ...evidence, tool, arguments: input }));
  return await recordAll(database, given, { tool, arguments: input, thread, actorId: actor.id, at: clock.now() });
}

function toolContext(tool: Tool, context: CallContext, given: Evidence[], proposals: ProposalCard[]): ToolContext {
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
        proposals.push(visibly(card));
        return card;
      },
    },
    async receipt(evidence: Evidence) {
      given.push(visibly(evidence));
    },
  };
}
