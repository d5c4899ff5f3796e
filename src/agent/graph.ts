/*
 *   admit -> think -> act -> think ... -> answer
 *
 * The picture only: steps live in nodes/, words in prompts/. A proposal ends the turn, as does a question.
 */
import { END, START, StateGraph } from '@langchain/langgraph';
import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint';
import { afterAct, afterThink } from './routes.js';
import { type Node, ThreadState, TurnContextSchema } from './state.js';

export interface Nodes {
  readonly admit: Node;
  readonly think: Node;
  readonly act: Node;
  readonly answer: Node;
}

export const copilot = (nodes: Nodes, checkpointer: BaseCheckpointSaver) =>
  new StateGraph(ThreadState, TurnContextSchema)
    .addNode('admit', nodes.admit)
    .addNode('think', nodes.think)
    .addNode('act', nodes.act)
    .addNode('answer', nodes.answer)
    .addEdge(START, 'admit')
    .addEdge('admit', 'think')
    .addConditionalEdges('think', afterThink, ['act', 'answer'])
    .addConditionalEdges('act', afterAct, ['think', 'answer'])
    .addEdge('answer', END)
    .compile({ checkpointer });
