/* What one turn may spend, and how much of a conversation a model is shown. */
import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';

/** Times the model may be asked in one turn: enough for a few rounds of looking, too few for a loop. */
export const MOST_STEPS = 6;
/** Of one turn, prompts and replies together. */
export const MOST_TOKENS = 120_000;
/** Of one answer: about what fits on five pages. */
export const MOST_ANSWER_CHARACTERS = 16_000;
/** Messages a checkpoint keeps: each one is stored again at every step. */
export const MOST_MESSAGES = 60;
const CHARACTERS_A_TOKEN = 4;

export const MOST_BYTES_TYPED = 50_000;

export const tokensOf = (reply: AIMessage, prompt: readonly BaseMessage[]): number =>
  reply.usage_metadata?.total_tokens ??
  Math.ceil([...prompt, reply].reduce((sum, message) => sum + sizeOf(message), 0) / CHARACTERS_A_TOKEN);

const sizeOf = (message: BaseMessage): number =>
  message.text.length + (message instanceof AIMessage ? JSON.stringify(message.tool_calls ?? []).length : 0);

/** The latest whole turns that fit, this one always among them. */
export function recent(messages: readonly BaseMessage[], characters: number): readonly BaseMessage[] {
  const starts = messages.flatMap((message, at) => (message instanceof HumanMessage ? [at] : []));
  let from = starts.at(-1) ?? 0;
  for (const start of starts.reverse()) {
    const size = messages.slice(start).reduce((sum, message) => sum + sizeOf(message), 0);
    if (size > characters && start !== from) break;
    from = start;
  }
  return messages.slice(from);
}
