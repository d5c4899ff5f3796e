import type { Typed } from '../privacy/typed.js';

const MOST_THREADS = 100;
const MOST_MESSAGES = 5;

/**
 * What was typed in the last turns of conversations, latest first: "for whom?" may be answered a turn after the note
 * was. It holds names, so it stays in the memory of this process; nothing else but wording is lost with it.
 */
export function typedLately(): (thread: string, message: Typed) => readonly Typed[] {
  const threads = new Map<string, readonly Typed[]>();
  return (thread, message) => {
    const typed = [message, ...(threads.get(thread) ?? [])].slice(0, MOST_MESSAGES);
    threads.delete(thread);
    threads.set(thread, typed);
    const [longestSilent] = threads.keys();
    if (threads.size > MOST_THREADS && longestSilent !== undefined) threads.delete(longestSilent);
    return typed;
  };
}
