/* A LangChain chat model behind our port. Tools are bound for each call, since each actor is shown others. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage } from '@langchain/core/messages';
import { ExpectedError } from '../errors.js';
import type { ChatModel, ChatRequest, ToolCard } from './ports.js';

export class ModelCannotUseTools extends ExpectedError {
  readonly kind = 'model_cannot_use_tools';
  constructor(name: string) {
    super(`The model "${name}" cannot be given tools.`, 'Choose a model that supports tool calls.');
  }
}

export interface ModelOptions {
  /** Shown and logged: 'offline interpreter 1' or the endpoint's model name. */
  readonly name: string;
  readonly isOffline: boolean;
}

/** The shape of OpenAI's wire, which every LangChain model accepts. */
const wireTool = ({ name, description, parameters }: ToolCard) => ({
  type: 'function' as const,
  function: { name, description, parameters },
});

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
