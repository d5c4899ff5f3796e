import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';

/** The same message with other words; parts that are not text, such as pictures, are left out. */
export function withText(message: BaseMessage, content: string): BaseMessage {
  const { additional_kwargs, response_metadata } = message;
  const named = { ...(message.id ? { id: message.id } : {}), ...(message.name ? { name: message.name } : {}) };
  const kept = { content, additional_kwargs, response_metadata, ...named };
  if (ToolMessage.isInstance(message)) {
    const { tool_call_id, artifact, status } = message;
    return new ToolMessage({ ...kept, tool_call_id, artifact, ...(status ? { status } : {}) });
  }
  if (AIMessage.isInstance(message)) return new AIMessage({ ...kept, tool_calls: message.tool_calls ?? [] });
  return message.getType() === 'system' ? new SystemMessage(kept) : new HumanMessage(kept);
}

/** The same words of a model with other calls; what the endpoint wrote beside them is left out, since it holds them too. */
export function withCalls(message: AIMessage, tool_calls: NonNullable<AIMessage['tool_calls']>): AIMessage {
  const { tool_calls: _, ...additional_kwargs } = message.additional_kwargs;
  const named = { ...(message.id ? { id: message.id } : {}), ...(message.name ? { name: message.name } : {}) };
  return new AIMessage({
    content: message.text,
    tool_calls,
    additional_kwargs,
    response_metadata: message.response_metadata,
    ...named,
  });
}
