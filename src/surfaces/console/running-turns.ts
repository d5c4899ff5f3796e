/*
 * Turns that are being thought about, so that a page can show how far they are. An event is kept until the turn is
 * forgotten: a browser that comes back is told everything again.
 */
import { randomUUID } from 'node:crypto';

export type TurnEvent =
  /** What is being done now, in words: replaces the line before. */
  | { readonly kind: 'doing'; readonly text: string }
  /** A sentence more of the answer. */
  | { readonly kind: 'text'; readonly text: string }
  /** The turn as HTML: the last event. */
  | { readonly kind: 'done'; readonly text: string };

type Listener = (event: TurnEvent) => void;

interface Running {
  readonly owner: string;
  readonly events: TurnEvent[];
  readonly listeners: Set<Listener>;
}

export interface RunningTurns {
  /** Runs `work` and answers the id under which its events can be listened to. `work` answers the last event's HTML and may not throw. */
  begin(owner: string, work: (tell: Listener) => Promise<string>): string;
  /** Every event so far and each further one; undefined for another person's turn, or one forgotten. Answers how to stop. */
  listen(id: string, owner: string, listener: Listener): (() => void) | undefined;
}

// A browser that lost the connection comes back within seconds; a laptop that slept, within minutes.
const FORGOTTEN_AFTER_MILLIS = 10 * 60_000;

export function runningTurns(): RunningTurns {
  const turns = new Map<string, Running>();
  return {
    begin(owner, work) {
      const id = randomUUID();
      const running: Running = { owner, events: [], listeners: new Set() };
      turns.set(id, running);
      const tell: Listener = (event) => {
        running.events.push(event);
        for (const listener of running.listeners) listener(event);
      };
      work(tell).then((text) => {
        tell({ kind: 'done', text });
        setTimeout(() => turns.delete(id), FORGOTTEN_AFTER_MILLIS).unref();
      });
      return id;
    },
    listen(id, owner, listener) {
      const running = turns.get(id);
      if (!running || running.owner !== owner) return undefined;
      for (const event of running.events) listener(event);
      running.listeners.add(listener);
      return () => running.listeners.delete(listener);
    },
  };
}
