/*
 * A language model at an endpoint with OpenAI's chat completions: OpenAI, Azure OpenAI, or any server that speaks the
 * same. Answers are streamed; `streaming` is never set, since LangChain would then fetch a tokeniser from elsewhere.
 */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessage, AIMessageChunk } from '@langchain/core/messages';
import { ExpectedError } from '../errors.js';
import type { LlmSettings } from '../settings/llm.js';
import { ModelTooSlow, ModelUnreachable, ModelUnreadable } from './errors.js';
import { patientFetch } from './patient-fetch.js';
import type { ChatModel, ChatRequest } from './ports.js';
import { refusalIn, wholeMessage, wireTool } from './wire.js';

export interface EndpointOptions {
  /** First pause before another try; a second where nothing else is said. */
  readonly pauseMillis?: number;
}

const PAUSE_MILLIS = 1000;
/** LangChain wants a key; the real one is put on the wire by our own fetch alone. */
const NO_KEY = 'none';

/** The model of the settings. Throws the errors of errors.ts from `think`; nothing is asked before that. */
export function createChatModel(llm: LlmSettings, { pauseMillis = PAUSE_MILLIS }: EndpointOptions = {}): ChatModel {
  let built: Promise<BaseChatModel> | undefined;
  // Some servers answer a request to stream with the whole answer: found out once, remembered.
  let streams = true;

  async function replyOf(model: BaseChatModel, request: ChatRequest, signal: AbortSignal): Promise<AIMessage> {
    const bound = request.tools.length > 0 ? model.bindTools?.(request.tools.map(wireTool)) : model;
    const messages = [...request.messages];
    if (!bound) throw new TypeError('ChatOpenAI takes tools');
    if (streams) {
      let whole: AIMessageChunk | undefined;
      let refusal = '';
      for await (const piece of await bound.stream(messages, { signal })) {
        const chunk = piece as AIMessageChunk;
        refusal += refusalIn(chunk);
        if (chunk.text) request.onText?.(chunk.text);
        whole = whole ? whole.concat(chunk) : chunk;
      }
      if (whole) return wholeMessage(whole, refusal);
      signal.throwIfAborted();
      streams = false;
    }
    const reply = (await bound.invoke(messages, { signal })) as AIMessage;
    return wholeMessage(reply, refusalIn(reply));
  }

  return {
    name: llm.model,
    isOffline: false,
    contextTokens: llm.contextTokens,
    async think(request, signal) {
      const deadline = AbortSignal.timeout(llm.timeoutMillis);
      const ended = signal ? AbortSignal.any([signal, deadline]) : deadline;
      built ??= build(llm, pauseMillis);
      try {
        return await replyOf(await built, request, ended);
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        if (deadline.aborted) throw new ModelTooSlow(llm.timeoutMillis / 1000);
        throw expectedIn(error);
      }
    },
  };
}

/** Our own error where a library has wrapped it; an error of the wire or of reading it otherwise. */
function expectedIn(error: unknown): Error {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof ExpectedError) return cause;
  if (error instanceof SyntaxError || (error instanceof Error && /JSON/.test(error.message)))
    return new ModelUnreadable('it was no JSON');
  return new ModelUnreachable({ cause: error });
}

async function build(llm: LlmSettings, pauseMillis: number): Promise<BaseChatModel> {
  const { AzureChatOpenAICompletions, ChatOpenAICompletions } = await import('@langchain/openai');
  const key = llm.apiKey?.reveal();
  const headers: Record<string, string> =
    key === undefined ? {} : llm.azure ? { 'api-key': key } : { authorization: `Bearer ${key}` };
  const fields = {
    model: llm.model,
    apiKey: NO_KEY,
    // Tries, time and address are ours: see patient-fetch.ts.
    maxRetries: 0,
    // LangChain leaves out why a model refuses; what came over the wire has it.
    __includeRawResponse: true,
    configuration: {
      baseURL: llm.url,
      organization: null,
      project: null,
      // It would print what an endpoint says.
      logLevel: 'off' as const,
      fetch: patientFetch({ origin: new URL(llm.url).origin, retries: llm.retries, pauseMillis, headers }),
    },
  };
  if (!llm.azure) return new ChatOpenAICompletions(fields);
  const { deployment, apiVersion } = llm.azure;
  return new AzureChatOpenAICompletions({
    ...fields,
    azureOpenAIApiKey: NO_KEY,
    // The base path and nothing else: variables of the environment would win over the other ways to say it.
    azureOpenAIBasePath: `${llm.url}/openai/deployments`,
    azureOpenAIApiDeploymentName: deployment,
    azureOpenAIApiVersion: apiVersion,
  });
}
