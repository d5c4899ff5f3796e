/*
 * The only door to a model. Every outgoing message passes the pseudonym law a last time, every call is logged without
 * its words, and nothing that still names somebody leaves for a model that is not our own.
 */
import { AIMessage, type BaseMessage, mapChatMessagesToStoredMessages } from '@langchain/core/messages';
import type { Clock } from '../clock.js';
import { ExpectedError, report } from '../errors.js';
import type { ChatModel, ChatRequest } from '../models/ports.js';
import type { Database } from '../store/database.js';
import { type Generation, logGeneration } from './generations.js';
import { hideAll } from './hide.js';
import { withCalls, withText } from './message-text.js';
import { standInsIn } from './typed.js';

export class PersonalDetailsHeldBack extends ExpectedError {
  readonly kind = 'personal_details_held_back';
  constructor() {
    super(
      'This request still names somebody of the directory, so it was not sent to the model.',
      'Ask again with the member picked from a list or by its pseudonym.',
    );
  }
}

export interface GuardOptions {
  readonly database: Database;
  readonly clock: Clock;
}

/** The model behind the law; main hands only guarded models on. Throws PersonalDetailsHeldBack. */
export function guardModel(model: ChatModel, { database, clock }: GuardOptions): ChatModel {
  const clean = new Set<string>();
  return {
    name: model.name,
    isOffline: model.isOffline,
    ...(model.contextTokens !== undefined && { contextTokens: model.contextTokens }),
    async think(request, signal) {
      const [at, began] = [clock.now(), performance.now()];
      const checked = model.isOffline ? undefined : await namesNobody(database, request, clean);
      const guarded = checked
        ? request
        : { ...request, messages: await withoutPeople(database, request.messages, model.isOffline) };
      const sent = asSent(guarded);
      const log = (rest: Pick<Generation, 'outcome'> & Partial<Generation>) =>
        logGeneration(database, {
          at,
          kind: 'chat',
          actorId: request.actorId,
          thread: request.thread,
          model: model.name,
          isOffline: model.isOffline,
          ...(request.prompt && { prompt: request.prompt }),
          milliseconds: Math.round(performance.now() - began),
          messages: request.messages.length,
          promptBytes: sent.bytes,
          replyBytes: 0,
          tools: [],
          records: sent.records,
          ...rest,
        });
      if (!model.isOffline && !checked && (await namesSomebody(database, guarded, clean))) {
        const held = new PersonalDetailsHeldBack();
        await log({ outcome: 'refused', failure: held.kind });
        throw held;
      }
      const reply = await model.think(guarded, signal).catch(async (error: unknown) => {
        await log({ outcome: 'failed', failure: report(error).kind });
        throw error;
      });
      await log({ outcome: 'answered', ...measured(reply, request) });
      return reply;
    },
  };
}

/**
 * True where nothing that would be sent names anybody, which one look into the directory tells of most requests; else it
 * is replaced where it may be, and what cannot be is looked for again.
 */
async function namesNobody(database: Database, request: ChatRequest, clean: Set<string>): Promise<boolean> {
  const others = request.messages.filter((message) => message.getType() !== 'system');
  const { texts, ours } = apartFromMessages(request, clean);
  const hidden = await hideAll(database, [...others.map((message) => message.text), ...texts], { only: 'certain' });
  if (hidden.some(({ replaced }) => replaced.length > 0)) return false;
  keepClean(clean, ours);
  return true;
}

/**
 * Messages with every certain name replaced; a name that joined the directory since it was typed is caught here. Our own
 * interpreter keeps nothing and sends nothing: only what is new since somebody spoke is looked at again.
 */
async function withoutPeople(
  database: Database,
  messages: readonly BaseMessage[],
  isOffline: boolean,
): Promise<readonly BaseMessage[]> {
  const from = isOffline ? messages.findLastIndex((message) => message.getType() === 'human') : 0;
  const isLookedAt = (message: BaseMessage, index: number) => index >= from && message.getType() !== 'system';
  const texts = messages.map((message, index) => (isLookedAt(message, index) ? message.text : ''));
  const hidden = await hideAll(database, texts, { only: 'certain' });
  const worded = messages.map((message, index) => {
    const found = hidden[index];
    return found && found.replaced.length > 0 ? withText(message, found.text) : message;
  });
  return isOffline ? worded : await withoutPeopleInCalls(database, worded);
}

/** Arguments of earlier calls hold what was asked for then: whoever has joined since is replaced there too. */
async function withoutPeopleInCalls(
  database: Database,
  messages: readonly BaseMessage[],
): Promise<readonly BaseMessage[]> {
  const texts = [...new Set(messages.flatMap((message) => valuesOf(callsOf(message).map(({ args }) => args))))];
  const hidden = await hideAll(database, texts, { only: 'certain' });
  const other = new Map(
    hidden.flatMap(({ text, replaced }, index) => (replaced.length > 0 ? [[texts[index] ?? '', text] as const] : [])),
  );
  if (other.size === 0) return messages;
  return messages.map((message) => {
    const calls = callsOf(message);
    if (!AIMessage.isInstance(message) || !valuesOf(calls.map(({ args }) => args)).some((text) => other.has(text)))
      return message;
    return withCalls(
      message,
      calls.map((call) => ({ ...call, args: reworded(call.args, other) as Record<string, unknown> })),
    );
  });
}

const callsOf = (message: BaseMessage) => (AIMessage.isInstance(message) ? (message.tool_calls ?? []) : []);

function reworded(value: unknown, other: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return other.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => reworded(one, other));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, reworded(part, other)]));
}

/**
 * Looks through the rest of what would be sent: system words, arguments of earlier calls, tool cards. `clean` holds texts
 * of ours that were found to name nobody: the same prompt and cards are sent with every question.
 */
async function namesSomebody(database: Database, request: ChatRequest, clean: Set<string>): Promise<boolean> {
  const { texts, ours } = apartFromMessages(request, clean);
  const hidden = await hideAll(database, texts, { only: 'certain' });
  if (hidden.some(({ replaced }) => replaced.length > 0)) return true;
  keepClean(clean, ours);
  return false;
}

/** All texts that would be sent besides those of messages; `ours` are those of them that are the same for everybody. */
function apartFromMessages(request: ChatRequest, clean: ReadonlySet<string>) {
  const calls = request.messages.flatMap((message) =>
    'tool_calls' in message && Array.isArray(message.tool_calls) ? message.tool_calls : [],
  );
  const [first, ...system] = request.messages.filter((message) => message.getType() === 'system');
  const ours = [...new Set([first?.text ?? '', ...textsOfCards(request.tools)])].filter((text) => !clean.has(text));
  return { texts: [...system.map((message) => message.text), ...valuesOf(calls), ...ours], ours };
}

function keepClean(clean: Set<string>, texts: readonly string[]): void {
  if (clean.size > MOST_CLEAN) clean.clear();
  for (const text of texts) clean.add(text);
}

// Cards are some hundred texts; a prompt is another one each day and for each set of roles.
const MOST_CLEAN = 2000;

/** Every text inside a value. */
const valuesOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [];
};

interface Sent {
  readonly bytes: number;
  /** Stand-ins, each once. */
  readonly records: readonly string[];
}

function asSent({ messages, tools }: ChatRequest): Sent {
  const said = JSON.stringify(mapChatMessagesToStoredMessages([...messages]));
  return {
    // Brackets and a comma around the two.
    bytes: Buffer.byteLength(said) + bytesOfCards(tools) + 3,
    // Those in the examples of a card stand for nobody.
    records: [...new Set(standInsIn(said))],
  };
}

type Cards = ChatRequest['tools'];

// A list of cards is written once and sent with every question: what it comes to is counted once.
const cardBytes = new WeakMap<Cards, number>();
const cardTexts = new WeakMap<Cards, readonly string[]>();

function bytesOfCards(cards: Cards): number {
  const known = cardBytes.get(cards) ?? Buffer.byteLength(JSON.stringify(cards));
  cardBytes.set(cards, known);
  return known;
}

function textsOfCards(cards: Cards): readonly string[] {
  const known = cardTexts.get(cards) ?? [...new Set(valuesOf(cards))];
  cardTexts.set(cards, known);
  return known;
}

const measured = (reply: AIMessage, { tools }: ChatRequest): Partial<Generation> => ({
  replyBytes: Buffer.byteLength(JSON.stringify([reply.content, reply.tool_calls ?? []])),
  // A name the model made up may be anything.
  tools: (reply.tool_calls ?? []).map(({ name }) => (tools.some((one) => one.name === name) ? name : 'unknown')),
  ...versionOf(reply),
  ...(reply.usage_metadata
    ? { inputTokens: reply.usage_metadata.input_tokens, outputTokens: reply.usage_metadata.output_tokens }
    : {}),
});

function versionOf({ response_metadata }: AIMessage): Pick<Generation, 'modelVersion'> {
  const version: unknown = response_metadata?.['model_name'];
  return typeof version === 'string' ? { modelVersion: version } : {};
}
