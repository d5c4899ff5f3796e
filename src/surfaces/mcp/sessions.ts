/*
 * Sessions of clients that speak 2025-11-25 or earlier. One belongs to the person who opened it; nobody else is served in
 * it, whatever token they hold. They live in this process, end when they are silent, and are few for each person.
 */
import type { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';

const IDLE_MILLIS = 30 * 60_000;
// Clients of one person at a time; a client that forgets to end its sessions only ends its own.
const MOST_EACH = 10;
const MOST = 500;

interface Session {
  readonly actorId: string;
  readonly transport: NodeStreamableHTTPServerTransport;
  seenAt: number;
}

export class Sessions {
  readonly #live = new Map<string, Session>();

  /** Remembers a session; the one silent longest makes room where there are too many. */
  add(id: string, actorId: string, transport: NodeStreamableHTTPServerTransport): void {
    const now = performance.now();
    for (const [known, session] of this.#live) if (now - session.seenAt > IDLE_MILLIS) this.#end(known, session);
    const own = [...this.#live].filter(([, session]) => session.actorId === actorId);
    const crowded = own.length >= MOST_EACH ? own : this.#live.size >= MOST ? [...this.#live] : [];
    const [longestSilent] = crowded.sort(([, one], [, other]) => one.seenAt - other.seenAt);
    if (longestSilent) this.#end(...longestSilent);
    this.#live.set(id, { actorId, transport, seenAt: now });
  }

  /** The transport of a session of this person; undefined for an unknown id, somebody else's and one that was silent too long. */
  of(id: string, actorId: string): NodeStreamableHTTPServerTransport | undefined {
    const session = this.#live.get(id);
    if (!session || session.actorId !== actorId) return undefined;
    if (performance.now() - session.seenAt > IDLE_MILLIS) {
      this.#end(id, session);
      return undefined;
    }
    session.seenAt = performance.now();
    return session.transport;
  }

  forget(id: string): void {
    this.#live.delete(id);
  }

  get size(): number {
    return this.#live.size;
  }

  async close(): Promise<void> {
    const open = [...this.#live.values()];
    this.#live.clear();
    await Promise.allSettled(open.map(({ transport }) => transport.close()));
  }

  #end(id: string, { transport }: Session): void {
    this.#live.delete(id);
    void transport.close().catch(() => undefined);
  }
}
