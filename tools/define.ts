/*
 * tool     one thing a model, a client or a page may call: a question (read) or a change to be confirmed (propose)
 * example  what somebody would say and the call it means; tests, the interpreter, prompts and docs all read it
 *
 * No tool commits anything: `propose` stores a proposal that a person decides elsewhere.
 */
import type * as z from 'zod';
import { may } from '../src/access/require.js';
import type { ProposalDesk } from '../src/approvals/looking.js';
import type { Clock } from '../src/clock.js';
import type { Actor, Permission } from '../src/domain/actor.js';
import type { Vocabulary } from '../src/population/vocabulary.js';
import type { Typed } from '../src/privacy/typed.js';
import type { Evidence } from '../src/receipts/receipt.js';
import type { Settings } from '../src/settings.js';
import type { Database } from '../src/store/database.js';

export type Effect = 'read' | 'propose';

/** One permission, or 'everybody': whoever has signed in, since the tool shows no more than the actor's own. */
export type Needs = Permission | 'everybody';

export interface Example {
  readonly says: string;
  /** The arguments the interpreter must arrive at; people by name in `says` are placeholders like {member}. */
  readonly arguments: Record<string, unknown>;
}

export interface ToolContext {
  readonly actor: Actor;
  readonly thread: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly proposals: ProposalDesk;
  /** What the actor typed lately, latest first: a change that quotes it says it in the same words. */
  readonly typed: readonly Typed[];
  readonly signal?: AbortSignal;
  /** The association's own names; read at most once a call. */
  vocabulary(): Promise<Vocabulary>;
  /** Where a number of the answer came from: stored with the others of the call when it ends; the reply has the ids. */
  receipt(evidence: Evidence): Promise<void>;
}

export interface Tool<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly title: string;
  /** When to use it and when not, for a reader who knows nothing else. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  readonly effect: Effect;
  readonly permission: Needs;
  readonly examples: readonly Example[];
  /** Verbs and nouns that call for this tool, in the interpreter's notation ('~count' all verb forms, '*member' plural, '+active' only beside what another word or a person calls for). */
  readonly triggers: readonly string[];
  run(input: z.output<Input>, context: ToolContext): Promise<z.output<Output>>;
  /** The result in plain English, with pseudonyms for people: the text content for models, MCP and the offline mind. */
  words(output: z.output<Output>): string;
}

/** Infers input and output for `run` and `words`; adds nothing. */
export const defineTool = <Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool;

export const mayUse = ({ permission }: Pick<Tool, 'permission'>, actor: Actor): boolean =>
  permission === 'everybody' || may(actor, permission);

export const isReadOnly = (tool: Pick<Tool, 'effect'>): boolean => tool.effect === 'read';
