import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';

/** The same message with other words; parts that are not text, such as pictures, are left out. */
export function withText(message: BaseMessage, content: string): BaseMessage {
  const kept = { content, ...(message.id ? { id: message.id } : {}), ...(message.name ? { name: message.name } : {}) };
  if (message instanceof ToolMessage) return new ToolMessage({ ...kept, tool_call_id: message.tool_call_id });
  if (message instanceof AIMessage) return new AIMessage({ ...kept, tool_calls: message.tool_calls ?? [] });
  if (message instanceof SystemMessage) return new SystemMessage(kept);
  return new HumanMessage(kept);
}
