/*
 * What the rest of the house knows of a model. The offline interpreter and ChatOpenAI are both LangChain chat models
 * behind this port; privacy/ wraps whatever main builds before anyone above may hold it.
 */
import type { AIMessage, BaseMessage } from '@langchain/core/messages';

/** A tool as a model is shown it. `parameters` is JSON Schema of the input side. */
export interface ToolCard {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly parameters: Record<string, unknown>;
}

export interface ChatRequest {
  readonly messages: readonly BaseMessage[];
  readonly tools: readonly ToolCard[];
  /** For the log of generations: which conversation and for whom. */
  readonly thread: string;
  readonly actorId: string;
  /** Which words of prompts/ lead the messages. */
  readonly prompt?: { readonly id: string; readonly version: number };
  /** Told the words of the answer as they come, where the model gives them piece by piece. */
  readonly onText?: (text: string) => void;
}

export interface ChatModel {
  /** 'offline interpreter 1' or the endpoint's model name: shown and logged. */
  readonly name: string;
  readonly isOffline: boolean;
  /** What it reads at once, prompt and answer together; undefined: any length. */
  readonly contextTokens?: number;
  think(request: ChatRequest, signal?: AbortSignal): Promise<AIMessage>;
}
