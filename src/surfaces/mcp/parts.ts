/* What the MCP surface is lent by the house: tools to call, names for who may see them, and where the console is. */

import type { Tool } from '../../../tools/define.js';
import type { ToolReply } from '../../../tools/run.js';
import type { Actor } from '../../domain/actor.js';
import type { Prompt } from '../../prompts.js';

/** On whose behalf a client calls, and under which thread the receipts of its calls are kept. */
export interface Caller {
  readonly actor: Actor;
  readonly thread: string;
}

/** Who answers, known before anything is opened. */
export interface McpIdentity {
  readonly association: string;
  /** Of the product, as its package says. */
  readonly version: string;
  readonly onDefect: (error: unknown, where: string) => void;
}

export interface McpParts {
  /** Tools served here at all; each caller is shown those of them that the caller may use. */
  readonly tools: readonly Tool[];
  readonly prompts: readonly Prompt[];
  /** Where the console is reached, without a slash at its end; asked for each link, since a free port is known late. */
  readonly consoleAddress: () => string | undefined;
  /** False: the console is another process, which may not run. */
  readonly isConsoleHere: boolean;
  /** A question: a call, a read, a completion. Throws TooManyCalls. */
  readonly countCall: (actorId: string) => void;
  /** A list, a prompt, a session opened. Throws TooManyCalls. */
  readonly countListing: (actorId: string) => void;
  call(tool: Tool, input: unknown, caller: Caller, signal: AbortSignal): Promise<ToolReply>;
  /** The same with names for pseudonyms, where the settings say so and the actor may see them. */
  told<Value>(value: Value, actor: Actor): Promise<Value>;
  /** What a kept description of people says, a line each; undefined where the caller was given no number of it. */
  definition(id: string, caller: Caller): Promise<readonly string[] | undefined>;
  /** What can be asked of people: every field of the language of conditions, a line each. */
  fields(): string;
  /** Up to `most` values for an argument of this name that begin as typed. */
  completions(argument: string, typed: string, caller: Caller, most: number): Promise<readonly string[]>;
}
