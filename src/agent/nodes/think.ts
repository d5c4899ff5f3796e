/*
 * The model is asked what to do next, with the tools this actor may use. Where an endpoint fails, or answers what cannot
 * be read, the offline interpreter answers the question from its beginning, and the turn says why.
 */
import { type AIMessage, type BaseMessage, RemoveMessage, SystemMessage } from '@langchain/core/messages';
import { toolsFor } from '../../../tools/surfaces.js';
import { ExpectedError, report } from '../../errors.js';
import type { ChatModel } from '../../models/ports.js';
import { promptOf } from '../../prompts.js';
import { tokensOf } from '../budgets.js';
import { keptCards, sizeOf } from '../cards.js';
import { lastHuman } from '../interpreter/memory.js';
import { shownTo } from '../shown.js';
import { contextOf, freshTurn, type Node, type NodeConfig, type ThreadState, type ThreadUpdate } from '../state.js';
import type { NodeParts } from './parts.js';
import { sentences } from './spoken.js';

export const think =
  (parts: NodeParts): Node =>
  async (state, config) => {
    const { model, standIn, onDefect } = parts;
    const { signal } = contextOf(config);
    const { turn } = state;
    try {
      const mind = turn.isStandIn && standIn ? standIn : model;
      return await asked(mind, state, config, parts);
    } catch (error) {
      if (signal?.aborted) throw error;
      if (!(error instanceof ExpectedError)) onDefect?.(error, 'think');
      const { message, next } = report(error);
      const failed = { ...turn, status: 'error' as const, answer: `${message} ${next}`, steps: turn.steps + 1 };
      if (!standIn || turn.isStandIn) return { turn: failed };
      const note = `${message} The offline interpreter answered instead. ${next}`;
      return await takenOver(standIn, note, state, config, parts);
    }
  };

/** What the endpoint had begun in this turn is dropped: reads only, since a proposal would have ended it. */
async function takenOver(
  standIn: ChatModel,
  note: string,
  state: ThreadState,
  config: NodeConfig,
  parts: NodeParts,
): Promise<ThreadUpdate> {
  const { turn, messages } = state;
  const at = lastHuman(messages);
  const begun = messages.slice(at + 1).flatMap(({ id }) => (id ? [new RemoveMessage({ id })] : []));
  const again = {
    ...freshTurn,
    news: turn.news,
    steps: turn.steps + 1,
    tokens: turn.tokens,
    isStandIn: true,
    notes: [note],
  };
  const update = await asked(standIn, { ...state, messages: messages.slice(0, at + 1), turn: again }, config, parts);
  return { ...update, messages: [...begun, ...(update.messages as BaseMessage[])] };
}

async function asked(
  mind: ChatModel,
  state: ThreadState,
  config: NodeConfig,
  { catalog, clock, settings, database }: NodeParts,
): Promise<ThreadUpdate> {
  const { actor, thread, signal, onProgress } = contextOf(config);
  const { turn } = state;
  const prompt = promptOf('copilot');
  const tools = keptCards(toolsFor(actor, catalog));
  onProgress?.({ kind: 'thinking', model: mind.name });
  const telling = mind.isOffline || !onProgress ? undefined : sentences(state, config, database, onProgress);
  const messages = mind.isOffline
    ? state.messages
    : [
        new SystemMessage(
          prompt.with({
            association: settings.association.name,
            today: clock.today(),
            roles: actor.roles.join(', ').replaceAll('_', ' '),
          }),
        ),
        ...shownTo({
          messages: state.messages,
          remembered: state.remembered,
          ...(state.proposal && { proposal: state.proposal }),
          characters: charactersFor(mind.contextTokens, sizeOf(tools)),
        }),
      ];
  const reply: AIMessage = await mind.think(
    {
      messages,
      tools,
      thread,
      actorId: actor.id,
      ...(!mind.isOffline && { prompt: { id: prompt.id, version: prompt.version } }),
      ...(telling && { onText: (text) => telling.hear(text) }),
    },
    signal,
  );
  await telling?.end();
  const spent = { steps: turn.steps + 1, tokens: turn.tokens + tokensOf(reply, messages) };
  return { messages: [reply], turn: { ...turn, ...spent } };
}

const CHARACTERS_A_TOKEN = 4;
/** For the system words and the answer. */
const TOKENS_KEPT = 4000;
/** What a model too small for its tools is shown of the conversation all the same. */
const FEWEST_CHARACTERS = 8000;
const MOST_CHARACTERS = 80_000;

/** How much of the conversation fits beside the tools. */
const charactersFor = (contextTokens = 128_000, ofTools: number): number =>
  Math.min(MOST_CHARACTERS, Math.max(FEWEST_CHARACTERS, (contextTokens - TOKENS_KEPT) * CHARACTERS_A_TOKEN - ofTools));
