/*
 * One turn of a conversation: what was typed goes in with names, the graph and its checkpoints hold pseudonyms, and
 * names come back for an actor who may see them.
 */
import type pg from 'pg';
import { partialNote } from '../../tools/partial.js';
import { append } from '../audit/append.js';
import type { Actor } from '../domain/actor.js';
import { ExpectedError, report } from '../errors.js';
import { markRead, unread } from '../notices/unread.js';
import { hide } from '../privacy/hide.js';
import { reveal } from '../privacy/reveal.js';
import { freshKey, type SealKey } from '../privacy/sealed.js';
import { asTypedWithin, type Typed } from '../privacy/typed.js';
import { keepTyped, typedLately } from '../privacy/typed-lately.js';
import { randomId } from '../receipts/id.js';
import { MOST_BYTES_TYPED } from './budgets.js';
import { Checkpoints } from './checkpoints.js';
import { NothingAsked, Stopped, ThreadOfAnother, ThreadUnreadable, TooLong } from './errors.js';
import { copilot } from './graph.js';
import { act } from './nodes/act.js';
import { admit } from './nodes/admit.js';
import { answer } from './nodes/answer.js';
import type { NodeParts } from './nodes/parts.js';
import { think } from './nodes/think.js';
import { oneAtATime } from './one-at-a-time.js';
import type { OnProgress } from './progress.js';
import { freshTurn, type ThreadState, type TurnContext, type TurnState } from './state.js';
import type { Turn } from './turn.js';

export interface AgentParts extends NodeParts {
  /** Where checkpoints are kept: the pool of the same store. */
  readonly pool: pg.Pool;
  /** Seals what was typed lately (keptKey of the data folder); without it another process does not know the wording. */
  readonly key?: SealKey;
}

export interface Asked {
  readonly text: string;
  readonly actor: Actor;
  /** The conversation to go on with; a new one when left out. */
  readonly thread?: string;
  /** Stops the turn: it ends with status 'error', and the conversation may go on. */
  readonly signal?: AbortSignal;
  /** Told what goes on meanwhile. */
  readonly onProgress?: OnProgress;
}

export interface Agent {
  /** One turn of a conversation. Failures come back as a turn with status 'error', not as an exception. */
  ask(asked: Asked): Promise<Turn>;
}

/** What a surface says of one turn. */
type Asking = Pick<TurnContext, 'actor' | 'thread' | 'signal' | 'onProgress'>;

/** Five nodes a step at most, and the turn's own budget ends it long before. */
const RECURSION_LIMIT = 40;

export async function createAgent(parts: AgentParts): Promise<Agent> {
  const { database, clock } = parts;
  const checkpoints = new Checkpoints(parts.pool);
  await checkpoints.setup();
  const graph = copilot(
    { admit: admit(parts), think: think(parts), act: act(parts), answer: answer(parts) },
    checkpoints,
  );
  const inOrder = oneAtATime();
  const typedParts = { database, clock, key: parts.key ?? freshKey() };

  async function run({ text, ...context }: Asking & { text: string }): Promise<Turn> {
    const { actor, thread, signal } = context;
    const asked = await checkpoints.beginning(thread, async (before: Partial<ThreadState>) => {
      if (before.owner !== undefined && before.owner !== actor.id) throw new ThreadOfAnother();
      const notices = await unread(database, thread);
      const { country } = parts.settings.association;
      const message = { words: text, hidden: await hide(database, text, { country }) };
      const typed = [message, ...(await typedLately(typedParts, thread))] as const;
      await keepTyped(typedParts, thread, message);
      const partial = once(() => partialNote(database));
      const { turn } = await graph.invoke(
        { turn: freshTurn },
        {
          configurable: { thread_id: thread },
          context: { turn: { ...context, typed, notices, partial } },
          recursionLimit: RECURSION_LIMIT,
          // One checkpoint a turn: a turn that broke off is asked again, not gone on with, and each one costs 20 ms.
          durability: 'exit',
          ...(signal && { signal }),
        },
      );
      return { turn, typed, notices };
    });
    const { turn, typed, notices } = asked;
    await markRead(database, notices, clock.now());
    await append(database, {
      kind: 'exchange',
      actorId: actor.id,
      subject: thread,
      facts: { surface: actor.surface, status: turn.status, tools: turn.toolCalls.map(({ tool }) => tool) },
      at: clock.now(),
    });
    return await revealed(told(turn, thread), actor, typed);
  }

  /**
   * With names, except in what a click sends: a pseudonym there means one of those who share a name. Arguments of calls
   * hold what was typed: a telephone number stays one.
   */
  async function revealed(turn: Turn, actor: Actor, typed: readonly Typed[]): Promise<Turn> {
    const toolCalls = turn.toolCalls.map((call) => ({ ...call, arguments: asTypedWithin(call.arguments, typed) }));
    const shown = await reveal(database, { ...turn, toolCalls }, actor);
    if (!shown.question) return shown;
    const choices = shown.question.choices.map((choice, at) => ({
      ...choice,
      completes: turn.question?.choices[at]?.completes ?? choice.completes,
    }));
    return { ...shown, question: { ...shown.question, choices } };
  }

  return {
    async ask({ text, actor, thread = randomId('T'), signal, onProgress }) {
      try {
        if (!/^[\w.:-]{1,100}$/.test(thread)) throw new ThreadUnreadable();
        const typed = text.trim();
        if (!typed) throw new NothingAsked();
        const bytes = Buffer.byteLength(typed);
        if (bytes > MOST_BYTES_TYPED) throw new TooLong(bytes, MOST_BYTES_TYPED);
        const context = {
          actor,
          thread,
          ...(signal && { signal }),
          ...(onProgress && { onProgress: harmless(onProgress) }),
        };
        return await inOrder(thread, () => run({ text: typed, ...context }));
      } catch (error) {
        if (signal?.aborted) return failed(thread, new Stopped());
        if (!(error instanceof ExpectedError)) parts.onDefect?.(error, 'ask');
        return failed(thread, error);
      }
    },
  };
}

/** Looked up once, by whoever asks first; again where that failed. */
function once<Found>(look: () => Promise<Found>): () => Promise<Found> {
  let found: Promise<Found> | undefined;
  return () => {
    found ??= look().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

/** A surface that fails to show progress does not fail the turn. */
const harmless =
  (onProgress: OnProgress): OnProgress =>
  (progress) => {
    try {
      onProgress(progress);
    } catch {
      // The browser may have gone; the answer is kept in the thread all the same.
    }
  };

function told(
  { news, answer: words, status, question, proposal, receipts, sources, toolCalls, next }: TurnState,
  thread: string,
): Turn {
  return {
    status,
    thread,
    answer: [...news.map((line) => `Since your last message: ${line}`), words].join('\n\n'),
    sources,
    receipts,
    toolCalls,
    next,
    ...(question && { question }),
    ...(proposal && {
      proposal: {
        id: proposal.id,
        hash: proposal.hash,
        risks: proposal.risks,
        count: proposal.count,
        summary: proposal.summary,
      },
    }),
  };
}

function failed(thread: string, error: unknown): Turn {
  const { message, next } = report(error);
  return { status: 'error', thread, answer: `${message} ${next}`, sources: [], receipts: [], toolCalls: [], next: [] };
}
