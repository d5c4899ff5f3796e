/*
 * One call of the API: signed in, within the cap of calls at once, repeated while that is safe. A call that changes
 * something is repeated only where it certainly was not carried out; otherwise it ends as WriteUncertain.
 */
import { randomUUID } from 'node:crypto';
import { decodeValidation } from './contracts/envelope.js';
import { type Exchange, exchange } from './exchange.js';
import {
  type Facts,
  ImisNoAnswer,
  ImisRefused,
  ImisSignInFailed,
  ImisUnexpectedShape,
  type Refusal,
  WriteUncertain,
} from './failures.js';
import { type Connected, connected, type ImisOptions } from './options.js';
import { pause, pauseBefore } from './pause.js';
import { createSlots } from './slots.js';
import { createSignIn, type SignIn } from './token.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
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

export interface Reply {
  readonly status: number;
  /** Undefined for an empty body. */
  readonly wire: unknown;
  readonly headers: Headers;
  readonly facts: Facts;
}

export interface Connection {
  /** Rejects with one of the typed failures, or with the reason of an aborted signal. */
  send(call: Call): Promise<Reply>;
}

type Failure = ImisNoAnswer | ImisRefused | ImisSignInFailed | ImisUnexpectedShape;

interface Failed {
  readonly failure: Failure;
  /** Another try may succeed. */
  readonly passing: boolean;
  /** The request may have been carried out. */
  readonly maybeDone: boolean;
  readonly retryAfter: string | null;
}

// Sporadic 401 on tokens that are still good have been reported; a fresh token is tried this often in one call.
const SIGN_INS_PER_CALL = 3;

export function createConnection(given: ImisOptions, account: Connected['account']): Connection {
  const options = connected(given, account);
  const signIn = createSignIn(options);
  const inSlot = createSlots(options.concurrency);
  return { send: (call) => inSlot(() => sendRepeating(call, options, signIn)) };
}

async function sendRepeating(call: Call, options: Connected, signIn: SignIn): Promise<Reply> {
  const { retry } = options;
  const facts: Facts = { site: new URL(options.url).host, doing: call.doing, requestId: randomUUID() };
  const startedAt = performance.now();
  let denials = 0;
  for (let repeat = 0; ; repeat += 1) {
    const token = await signIn.token();
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
    // A site that lets every request time out is given up after three of them.
    const inTime = performance.now() - startedAt < options.timeoutMillis * 3;
    const wait = mayRepeat && inTime ? pauseBefore(repeat, retryAfter, retry) : undefined;
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

function judge(answer: Exchange, call: Call, facts: Facts, options: Connected): { reply: Reply } | { failed: Failed } {
  if (!answer.answered)
    return failed(new ImisNoAnswer(facts, answer.silence), {
      passing: answer.silence !== 'certificate',
      maybeDone: answer.delivered,
    });
  const { status, headers, body } = answer;
  const told = { ...facts, status };
  const retryAfter = headers.get('retry-after');
  const isFine = (status >= 200 && status < 300) || call.accept?.includes(status);
  if (isFine && (body.form === 'json' || body.form === 'empty' || status >= 300))
    return { reply: { status, headers, facts: told, wire: body.form === 'json' ? body.wire : undefined } };
  if (isFine) return failed(new ImisUnexpectedShape(told, body.form as 'web page'), unreadable(body.form));
  if (status >= 300 && status < 400)
    return failed(new ImisUnexpectedShape(told, 'redirect'), { passing: false, maybeDone: true });
  // 429 is answered before anything is done; of 408 and 5xx nobody can tell.
  if (status === 429) return failed(new ImisNoAnswer(told, 'busy'), { passing: true, maybeDone: false, retryAfter });
  if (status === 501) return failed(new ImisRefused(told, 'not offered'), { passing: false, maybeDone: false });
  if (status === 408 || status >= 500)
    return failed(new ImisNoAnswer(told, 'server error'), { passing: true, maybeDone: true, retryAfter });
  if (status === 401)
    return failed(new ImisSignInFailed(told, options.account, 'denied'), { passing: false, maybeDone: false });
  if (body.form === 'web page')
    return failed(new ImisUnexpectedShape(told, 'web page'), { passing: false, maybeDone: false });
  return failed(refused(told, status, body.form === 'json' ? body.wire : undefined), {
    passing: false,
    maybeDone: false,
  });
}

const failed = (
  failure: Failure,
  facts: { passing: boolean; maybeDone: boolean; retryAfter?: string | null },
): { failed: Failed } => ({ failed: { retryAfter: null, ...facts, failure } });

/** A body that breaks off may come whole the next time; a web page or an enormous answer comes again. */
const unreadable = (form: string) => ({ passing: form === 'broken JSON', maybeDone: true });

const refusals: Readonly<Record<number, Refusal>> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not found',
  409: 'duplicate',
  422: 'invalid',
};

function refused(facts: Facts, status: number, wire: unknown): ImisRefused {
  // A field's name is quoted only when it looks like one: iMIS might put anything there.
  const fields = decodeValidation(wire)
    .map(({ field }) => field)
    .filter((field) => /^[A-Za-z_][\w.]{0,60}$/.test(field));
  return new ImisRefused(facts, refusals[status] ?? 'other', [...new Set(fields)]);
}
