/* A LangChain chat model behind our port. Tools are bound for each call, since each actor is shown others. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';
import { ModelCannotUseTools } from './errors.js';
import type { ChatModel, ChatRequest } from './ports.js';
import { wireTool } from './wire.js';

export interface ModelOptions {
  /** Shown and logged: 'offline interpreter 1' or the endpoint's model name. */
  readonly name: string;
  readonly isOffline: boolean;
}

export function chatModel(model: BaseChatModel, { name, isOffline }: ModelOptions): ChatModel {
  return {
    name,
    isOffline,
    async think({ messages, tools }: ChatRequest, signal?: AbortSignal): Promise<AIMessage> {
      if (tools.length > 0 && !model.bindTools) throw new ModelCannotUseTools(name);
      const bound = tools.length > 0 && model.bindTools ? model.bindTools(tools.map(wireTool)) : model;
      const reply = await bound.invoke([...messages], signal ? { signal } : {});
      // An endpoint may answer with a chunk; checkpoints and the graph hold plain messages.
      return new AIMessage({
        content: reply.content,
        tool_calls: reply.tool_calls ?? [],
        additional_kwargs: reply.additional_kwargs,
        response_metadata: reply.response_metadata,
        ...(reply.usage_metadata && { usage_metadata: reply.usage_metadata }),
      });
    },
  };
}
