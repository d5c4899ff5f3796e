/* The model is asked what to do next, with the tools this actor may use. */
import { SystemMessage } from '@langchain/core/messages';
import { cardOf, toolsFor } from '../../../tools/surfaces.js';
import { report } from '../../errors.js';
import { promptOf } from '../../prompts.js';
import { recent, tokensOf } from '../budgets.js';
import { contextOf, type Node } from '../state.js';
import type { NodeParts } from './parts.js';

export const think =
  ({ model, catalog, clock, settings, onDefect }: NodeParts): Node =>
  async ({ messages, turn }, config) => {
    const { actor, thread, signal } = contextOf(config);
    const words = promptOf('copilot').with({
      association: settings.association.name,
      today: clock.today(),
      roles: actor.roles.join(', ').replaceAll('_', ' '),
    });
    const prompt = [new SystemMessage(words), ...recent(messages)];
    try {
      const tools = toolsFor(actor, catalog).map(cardOf);
      const reply = await model.think({ messages: prompt, tools, thread, actorId: actor.id }, signal);
      const spent = { steps: turn.steps + 1, tokens: turn.tokens + tokensOf(reply, prompt) };
      return { messages: [reply], turn: { ...turn, ...spent } };
    } catch (error) {
      onDefect?.(error, 'think');
      const { message, next } = report(error);
      return { turn: { ...turn, status: 'error', answer: `${message} ${next}`, steps: turn.steps + 1 } };
    }
  };
