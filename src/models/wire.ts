/* Our tools on OpenAI's wire, and an answer from it made whole: ids for calls, a refusal, why it ended. */
import { AIMessage, type AIMessageChunk } from '@langchain/core/messages';
import { ModelUnreachable, ModelUnreadable } from './errors.js';
import type { ToolCard } from './ports.js';

/** The shape of OpenAI's wire, which every LangChain model accepts. */
export const wireTool = ({ name, description, parameters }: ToolCard) => ({
  type: 'function' as const,
  function: { name, description, parameters },
});

/** Marks an answer that is a refusal. */
export const REFUSAL = 'refusal';

/** The words of a refusal in what came over the wire; takes that out of the message, which is kept. */
export function refusalIn({ additional_kwargs }: AIMessage | AIMessageChunk): string {
  const raw = additional_kwargs['__raw_response'] as Raw | undefined;
  delete additional_kwargs['__raw_response'];
  const [choice] = raw?.choices ?? [];
  const words = choice?.delta?.refusal ?? choice?.message?.refusal;
  return typeof words === 'string' ? words : '';
}

interface Raw {
  readonly choices?: readonly {
    readonly delta?: { readonly refusal?: unknown };
    readonly message?: { readonly refusal?: unknown };
  }[];
}

/** A plain message, since checkpoints and the graph hold no chunks. Throws ModelUnreadable and ModelUnreachable. */
export function wholeMessage(reply: AIMessage | AIMessageChunk, refusal: string): AIMessage {
  if ((reply.invalid_tool_calls ?? []).length > 0 || !isStrict(reply))
    throw new ModelUnreadable('a call of a tool was no JSON');
  const finish = reply.response_metadata?.['finish_reason'];
  if (typeof finish !== 'string') throw new ModelUnreachable();
  const content = reply.text || refusal;
  const seen = new Set<string>();
  const calls = (reply.tool_calls ?? []).map((call, index) => {
    // Two calls of one id would get one result; an endpoint that gives none is answered to all the same.
    const id = call.id && !seen.has(call.id) ? call.id : `call-${index + 1}-${crypto.randomUUID()}`;
    seen.add(id);
    return { ...call, id };
  });
  if (content === '' && calls.length === 0)
    throw new ModelUnreadable(finish === 'content_filter' ? 'a filter held it back' : 'it was empty');
  return new AIMessage({
    content,
    tool_calls: calls,
    additional_kwargs: refusal ? { [REFUSAL]: true } : {},
    response_metadata: { finish_reason: finish, ...modelOf(reply) },
    ...(reply.usage_metadata && { usage_metadata: reply.usage_metadata }),
  });
}

/** LangChain mends broken arguments of a stream: half of a definition would be counted as if it were the whole. */
function isStrict(reply: AIMessage | AIMessageChunk): boolean {
  const chunks = 'tool_call_chunks' in reply ? (reply.tool_call_chunks ?? []) : [];
  return chunks.every(({ args }) => {
    try {
      JSON.parse(args || '{}');
      return true;
    } catch {
      return false;
    }
  });
}

/** The model that really answered, which an alias such as "gpt-4o" does not tell. */
function modelOf({ response_metadata }: AIMessage | AIMessageChunk): { readonly model_name?: string } {
  const name: unknown = response_metadata?.['model_name'];
  return typeof name === 'string' ? { model_name: name.slice(0, 100) } : {};
}
