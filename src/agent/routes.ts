/* Where a turn goes next. */
import { AIMessage } from '@langchain/core/messages';
import { MOST_STEPS, MOST_TOKENS } from './budgets.js';
import type { ThreadState } from './state.js';

export const wantsTools = ({ messages }: ThreadState): boolean => {
  const last = messages.at(-1);
  return last instanceof AIMessage && (last.tool_calls?.length ?? 0) > 0;
};

export const isSpent = ({ turn }: Pick<ThreadState, 'turn'>): boolean =>
  turn.steps >= MOST_STEPS || turn.tokens >= MOST_TOKENS;

export const afterThink = (state: ThreadState): 'act' | 'answer' => (wantsTools(state) ? 'act' : 'answer');

export const afterAct = ({ turn }: ThreadState): 'think' | 'answer' =>
  turn.proposal || turn.status === 'error' ? 'answer' : 'think';
