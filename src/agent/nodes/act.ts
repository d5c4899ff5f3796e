/* The calls a model asked for: reads at once, a proposal last and at most one. Failures come back as words. */
import { AIMessage, ToolMessage } from '@langchain/core/messages';
import { ToolUnknown } from '../../../tools/errors.js';
import { runTool, type ToolReply } from '../../../tools/run.js';
import { toolsFor } from '../../../tools/surfaces.js';
import { report } from '../../errors.js';
import type { Receipt } from '../../receipts/receipt.js';
import { isSpent } from '../routes.js';
import { CITED } from '../shown.js';
import { sourceOf } from '../sources.js';
import { contextOf, type Node, type TurnContext } from '../state.js';
import type { NodeParts } from './parts.js';

interface Call {
  readonly id: string;
  readonly name: string;
  readonly args: unknown;
}

export const act =
  (parts: NodeParts): Node =>
  async (state, config) => {
    const last = state.messages.at(-1);
    const calls = (last instanceof AIMessage ? (last.tool_calls ?? []) : []).map(
      ({ id, name, args }, index): Call => ({ id: id ?? `call-${index + 1}`, name, args }),
    );
    const { turn } = state;
    const { timeZone } = parts.clock;
    if (isSpent(state)) {
      const words = `I stopped after ${turn.steps} steps without coming to an end. Ask for less at once, or more exactly.`;
      const stopped = calls.map(
        ({ id }) =>
          new ToolMessage({ content: 'Not run: the turn has used up its steps.', tool_call_id: id, status: 'error' }),
      );
      return { messages: stopped, turn: { ...turn, status: 'error', answer: words } };
    }
    const replies = await repliesTo(calls, contextOf(config), parts);
    const receipts = replies.flatMap((reply) => reply.receipts);
    const [proposal] = replies.flatMap((reply) => reply.proposals);
    return {
      ...(proposal && { proposal: `${proposal.id} (${proposal.summary})` }),
      messages: replies.map((reply, index) => messageOf(reply, calls[index]?.id ?? '', timeZone)),
      turn: {
        ...turn,
        receipts: [...turn.receipts, ...receipts],
        sources: [...turn.sources, ...receipts.map((receipt) => sourceOf(receipt, timeZone))],
        toolCalls: [...turn.toolCalls, ...replies.map((reply) => ({ tool: reply.tool, arguments: reply.arguments }))],
        ...(proposal && {
          proposal,
          status: 'proposal' as const,
          answer: replies.map(({ words }) => words).join('\n\n'),
        }),
      },
    };
  };

/** In the order of the calls. */
async function repliesTo(calls: readonly Call[], context: TurnContext, parts: NodeParts): Promise<ToolReply[]> {
  const { database, clock, settings, proposals, onDefect, catalog } = parts;
  const shown = toolsFor(context.actor, catalog);
  let proposed = false;
  const run = async ({ name, args }: Call): Promise<ToolReply> => {
    const tool = shown.find((one) => one.name === name) ?? catalog.find((one) => one.name === name);
    const failed = { tool: name, arguments: args, ok: false, receipts: [], proposals: [] } as const;
    if (!tool) {
      const { message, next } = report(
        new ToolUnknown(
          name,
          shown.map((one) => one.name),
        ),
      );
      return { ...failed, words: `${message} ${next}` };
    }
    if (tool.effect === 'propose' && proposed)
      return { ...failed, words: 'Not run: one proposal a turn. Propose the next one when this is decided.' };
    const told = { kind: 'tool', tool: tool.name, title: tool.title } as const;
    context.onProgress?.({ ...told, state: 'running' });
    const reply = await runTool(tool, args, {
      ...context,
      database,
      clock,
      settings,
      proposals,
      vocabulary: parts.vocabulary,
      ...(onDefect && { onDefect }),
    });
    context.onProgress?.({ ...told, state: reply.ok ? 'done' : 'failed' });
    if (reply.proposals.length > 0) proposed = true;
    return reply;
  };
  const isRead = ({ name }: Call) => catalog.find((one) => one.name === name)?.effect !== 'propose';
  const done = new Map<Call, ToolReply>();
  const reads = calls.filter(isRead);
  const replies = await Promise.all(reads.map(run));
  for (const [index, call] of reads.entries()) {
    const reply = replies[index];
    if (reply) done.set(call, reply);
  }
  for (const call of calls) if (!done.has(call)) done.set(call, await run(call));
  return calls.flatMap((call) => done.get(call) ?? []);
}

/** The words alone; where each number came from stands beside them, for a model that must cite it. */
const messageOf = ({ words, ok, receipts }: ToolReply, id: string, timeZone: string): ToolMessage =>
  new ToolMessage({
    content: words,
    tool_call_id: id,
    status: ok ? 'success' : 'error',
    additional_kwargs: {
      sources: receipts.map((receipt) => sourceOf(receipt, timeZone)),
      [CITED]: receipts.map(citation).join(''),
    },
  });

const citation = ({ id, value, unit }: Receipt): string => `\n[${id}: ${value} ${unit}]`;
