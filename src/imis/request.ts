/*
 * One call of the API: signed in, within the cap of calls at once, repeated while that is safe. A call that changes
 * something is repeated only where it certainly was not carried out; otherwise it ends as WriteUncertain.
 */
import { randomUUID } from 'node:crypto';
import { exchange } from './exchange.js';
import { type Facts, WriteUncertain } from './failures.js';
import { judge, type Reply } from './judge.js';
import { type Connected, connected, type ImisOptions } from './options.js';
import { inTime, pause, pauseBefore } from './pause.js';
import { createSlots } from './slots.js';
import { createSignIn, type SignIn } from './token.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query below the site's address. */
  readonly path: string;
  /** For errors and logs: "reading Party". Never a record. */
  readonly doing: string;
  readonly body?: unknown;
  /** True for a call that may be carried out twice without harm. */
  readonly repeatable: boolean;
  /** Statuses the caller gives a meaning to, such as 404. */
  readonly accept?: readonly number[];
  readonly signal?: AbortSignal;
}

export interface Connection {
  /** Rejects with one of the typed failures, or with the reason of an aborted signal. */
  send(call: Call): Promise<Reply>;
}

// Sporadic 401 on tokens that are still good have been reported; a fresh token is tried this often in one call.
const SIGN_INS_PER_CALL = 3;

export function createConnection(given: ImisOptions, account: Connected['account']): Connection {
  const options = connected(given, account);
  const signIn = createSignIn(options);
  const inSlot = createSlots(options.concurrency);
  return { send: (call) => inSlot(() => sendRepeating(call, options, signIn), call.signal) };
}

async function sendRepeating(call: Call, options: Connected, signIn: SignIn): Promise<Reply> {
  const { retry } = options;
  const facts: Facts = { site: new URL(options.url).host, doing: call.doing, requestId: randomUUID() };
  const startedAt = performance.now();
  let denials = 0;
  for (let repeat = 0; ; repeat += 1) {
    const token = await signIn.token(call.signal);
    options.onSend?.();
    const answer = await exchange(outgoing(call, options, facts, token.value));
    if (answer.answered && answer.status === 401 && denials < SIGN_INS_PER_CALL) {
      signIn.drop(token);
      denials += 1;
      repeat -= 1;
      continue;
    }
    const judged = judge(answer, call, facts, options);
    if ('reply' in judged) return judged.reply;
    const { failure, passing, maybeDone, retryAfter } = judged.failed;
    const mayRepeat = passing && (call.repeatable || !maybeDone) && repeat < retry.repeats;
    const wait =
      mayRepeat && inTime(startedAt, options.timeoutMillis) ? pauseBefore(repeat, retryAfter, retry) : undefined;
    if (wait === undefined) {
      options.log?.warn({ ...facts, kind: failure.kind, repeat }, 'a request to iMIS failed');
      throw maybeDone && !call.repeatable ? new WriteUncertain(facts, failure) : failure;
    }
    options.log?.debug({ ...facts, kind: failure.kind, repeat, wait }, 'a request to iMIS is repeated');
    await pause(wait, call.signal);
  }
}

const outgoing = (call: Call, options: Connected, facts: Facts, token: string) => ({
  url: `${options.url}${call.path}`,
  method: call.method,
  headers: {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    'x-request-id': facts.requestId,
    ...(call.body !== undefined && { 'content-type': 'application/json' }),
  },
  ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  timeoutMillis: options.timeoutMillis,
  ...(call.signal && { signal: call.signal }),
});
