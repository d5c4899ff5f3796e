/*
 * Ids of requests that are being answered within a session. The SDK keeps the stream of an answer by the id of its
 * request: of two requests of one id at a time the first would wait for ever.
 */
import type { Response } from 'express';

const inUse = new WeakMap<object, Set<unknown>>();

/** Takes the ids of these messages until the response ends; false, and none is taken, where one is in use already. */
export function takeIds(session: object, messages: unknown, response: Response): boolean {
  const taken = inUse.get(session) ?? new Set();
  inUse.set(session, taken);
  const ids = [messages].flat().flatMap(idOfRequest);
  if (new Set(ids).size < ids.length || ids.some((id) => taken.has(id))) return false;
  for (const id of ids) taken.add(id);
  response.once('close', () => {
    for (const id of ids) taken.delete(id);
  });
  return true;
}

/** Of a request alone: an answer of the client bears the id of a question of ours. */
function idOfRequest(message: unknown): readonly unknown[] {
  const { id, method } = (message ?? {}) as { id?: unknown; method?: unknown };
  return id === undefined || method === undefined ? [] : [id];
}
