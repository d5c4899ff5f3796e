/*
 * The offline interpreter as a LangChain chat model: deterministic, no network, no weights. It reads the tools bound to
 * it, the thread's messages and the association's vocabulary; it keeps nothing between calls.
 */
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, type AIMessageChunk, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import type { Runnable } from '@langchain/core/runnables';
import type { Tool } from '../../../tools/define.js';
import type { Clock } from '../../clock.js';
import type { Vocabulary } from '../../population/vocabulary.js';
import type { Settings } from '../../settings.js';
import type { Answer } from './answer.js';
import { converse } from './converse.js';
import type { Mind } from './interpret.js';
import { focusOf, lastHuman, MARK, pendingOf } from './memory.js';
import { mindOf } from './mind.js';
import { readAs } from './read-as.js';
import { replyTo } from './replies.js';

interface CallOptions extends BaseChatModelCallOptions {
  tools?: BindToolsInput[];
}

export interface InterpreterParts {
  readonly tools: readonly Tool[];
  readonly clock: Clock;
  readonly settings: Pick<Settings, 'association'>;
  /** The association's values as they are now; asked once a call, so cache it where it is costly. */
  vocabulary(): Promise<Vocabulary>;
}

export const INTERPRETER = 'offline interpreter 1';

export class OfflineInterpreter extends BaseChatModel<CallOptions> {
  readonly #parts: InterpreterParts;
  #built?: { readonly vocabulary: Vocabulary; readonly today: string; readonly minds: Map<string, Mind> };

  constructor(parts: InterpreterParts) {
    super({});
    this.#parts = parts;
  }

  override _llmType(): string {
    return INTERPRETER;
  }

  override bindTools(
    tools: BindToolsInput[],
    options?: Partial<CallOptions>,
  ): Runnable<BaseMessage[], AIMessageChunk, CallOptions> {
    return this.withConfig({ tools, ...options }) as Runnable<BaseMessage[], AIMessageChunk, CallOptions>;
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    const mind = await this.#mind((options.tools ?? []).map(nameOf));
    const message = think(messages, mind);
    return { generations: [{ text: message.text, message }] };
  }

  /** Those of some sentences that would be read as one call after these messages: what may be offered to be asked. */
  async understood(
    sentences: readonly string[],
    messages: readonly BaseMessage[],
    tools: readonly string[],
  ): Promise<readonly string[]> {
    if (sentences.length === 0) return [];
    const mind = await this.#mind(tools);
    const focus = focusOf(messages);
    return sentences.filter((sentence) => readAs(sentence, focus, mind) !== undefined);
  }

  /**
   * Building a lexicon takes longer than a sentence: one is kept for each set of tools that is shown, of which there are as
   * many as there are rights, until the vocabulary or the day is another.
   */
  async #mind(names: readonly string[]): Promise<Mind> {
    const { tools, clock } = this.#parts;
    const [vocabulary, today] = [await this.#parts.vocabulary(), clock.today()];
    if (this.#built?.vocabulary !== vocabulary || this.#built.today !== today)
      this.#built = { vocabulary, today, minds: new Map() };
    const { minds } = this.#built;
    const shown = tools.filter(({ name }) => names.includes(name));
    const key = shown.map(({ name }) => name).join(' ');
    const known = minds.get(key);
    if (known) return known;
    const of = (some: readonly Tool[]): Mind => mindOf(some, vocabulary, today, this.#parts.settings.association);
    // What others may do is the mind of whoever may do everything.
    const withheld = (): Mind => {
      const everything = tools.map(({ name }) => name).join(' ');
      const all = minds.get(everything) ?? of(tools);
      minds.set(everything, all);
      return all;
    };
    const mind = { ...of(shown), ...(shown.length < tools.length && { withheld }) };
    minds.set(key, mind);
    return mind;
  }
}

/** The next message of a thread: a call, an answer from results, or a question. */
export function think(messages: readonly BaseMessage[], mind: Mind): AIMessage {
  const at = lastHuman(messages);
  const before = messages.slice(0, Math.max(at, 0));
  const turn = messages.slice(at + 1);
  const text = messages[at]?.text ?? '';
  if (turn.some((message) => message instanceof ToolMessage)) {
    const asked = sentenceAsked(turn) ?? text;
    const { text: answer, mark } = replyTo(before, turn, asked, mind);
    return new AIMessage({ content: answer, additional_kwargs: { [MARK]: mark } });
  }
  return messageOf(converse(text, before, focusOf(before), pendingOf(before), mind), messages.length);
}

/** What was really asked, when a choice stood for it. */
const sentenceAsked = (turn: readonly BaseMessage[]): string | undefined =>
  turn
    .map((message) => (message.additional_kwargs[MARK] as { sentence?: string } | undefined)?.sentence)
    .find((one) => one !== undefined);

function messageOf(answer: Answer, at: number): AIMessage {
  const { text, calls, mark } = answer;
  return new AIMessage({
    content: text,
    tool_calls: calls.map(({ tool, arguments: args }, index) => ({
      id: `call-${at}-${index + 1}`,
      name: tool,
      args: { ...args },
      type: 'tool_call' as const,
    })),
    additional_kwargs: { [MARK]: mark },
  });
}

/** A bound tool's name: LangChain's own tools and the wire shape of OpenAI both occur. */
function nameOf(tool: BindToolsInput): string {
  if ('name' in tool && typeof tool.name === 'string') return tool.name;
  const wire = tool as { function?: { name?: string } };
  return wire.function?.name ?? '';
}
