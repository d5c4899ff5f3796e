import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { createShared } from './abandon.js';
import { exchange } from './exchange.js';
import { type Facts, ImisNoAnswer, ImisSignInFailed, ImisUnexpectedShape } from './failures.js';
import type { Connected } from './options.js';
import { inTime, pause, pauseBefore } from './pause.js';

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  // A text in some answers. Treated as variable: 1199 s is what users report whatever the setting.
  expires_in: z.coerce.number().positive().catch(60),
});

/** Signed in before it ends, so that a request does not meet a token that dies under way. */
const MARGIN_MILLIS = 60_000;

export interface Token {
  readonly value: string;
}

// Each refusal counts towards locking the account, and a new password comes with a restart.
const REFUSED_MILLIS = 15 * 60_000;

export interface SignIn {
  /**
   * A token that is still good, signing in when there is none. Concurrent callers share one sign-in, which ends when the
   * last of them has given up. Credentials that were refused are not tried again for a quarter of an hour.
   */
  token(signal?: AbortSignal): Promise<Token>;
  /** Drops a token iMIS did not accept; one already replaced by somebody else's sign-in is left alone. */
  drop(token: Token): void;
}

/** The password grant of one account. Times are taken from a clock that does not jump. */
export function createSignIn(options: Connected): SignIn {
  let current: { token: Token; endsAt: number } | undefined;
  let refused: { failure: ImisSignInFailed; until: number } | undefined;
  const signedIn = createShared(async (signal) => {
    try {
      const { value, lifeMillis } = await signIn(options, signal);
      const endsAt = performance.now() + lifeMillis - Math.min(MARGIN_MILLIS, lifeMillis / 4);
      current = { token: { value }, endsAt };
      return current.token;
    } catch (error) {
      if (error instanceof ImisSignInFailed) refused = { failure: error, until: performance.now() + REFUSED_MILLIS };
      throw error;
    }
  });
  return {
    async token(signal) {
      if (current && performance.now() < current.endsAt) return current.token;
      if (refused && performance.now() < refused.until) throw refused.failure;
      return await signedIn(signal);
    },
    drop(token) {
      if (current?.token === token) current = undefined;
    },
  };
}

async function signIn(options: Connected, signal: AbortSignal): Promise<{ value: string; lifeMillis: number }> {
  const { credentials, url, timeoutMillis, retry } = options;
  const facts: Facts = { site: new URL(url).host, doing: 'signing in', requestId: randomUUID() };
  const body = new URLSearchParams({
    grant_type: 'password',
    username: credentials.user,
    password: credentials.password.reveal(),
  }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
    'x-request-id': facts.requestId,
  };
  const startedAt = performance.now();
  for (let repeat = 0; ; repeat += 1) {
    options.onSend?.();
    const answer = await exchange({ url: `${url}/token`, method: 'POST', headers, body, timeoutMillis, signal });
    const token =
      answer.answered && answer.body.form === 'json' ? TokenAnswer.safeParse(answer.body.wire).data : undefined;
    if (answer.answered && answer.status === 200 && token)
      return { value: token.access_token, lifeMillis: token.expires_in * 1000 };
    const { failure, passing } = failureOf(answer, facts, options);
    const mayRepeat = passing && repeat < retry.repeats && inTime(startedAt, timeoutMillis);
    const wait = mayRepeat ? pauseBefore(repeat, retryAfter(answer), retry) : undefined;
    if (wait === undefined) throw failure;
    options.log?.debug({ requestId: facts.requestId, kind: failure.kind, wait }, 'sign-in to iMIS is repeated');
    await pause(wait, signal);
  }
}

type Answer = Awaited<ReturnType<typeof exchange>>;

const retryAfter = (answer: Answer): string | null => (answer.answered ? answer.headers.get('retry-after') : null);

/** `passing`: worth another try. Wrong credentials never are: repeating them locks the account. */
function failureOf(answer: Answer, facts: Facts, options: Connected) {
  if (!answer.answered)
    return { failure: new ImisNoAnswer(facts, answer.silence), passing: answer.silence !== 'certificate' };
  const { status, body } = answer;
  const told = { ...facts, status };
  if (status === 429) return { failure: new ImisNoAnswer(told, 'busy'), passing: true };
  if (status >= 500 || status === 408) return { failure: new ImisNoAnswer(told, 'server error'), passing: true };
  if (status >= 300 && status < 400) return { failure: new ImisUnexpectedShape(told, 'redirect'), passing: false };
  if (body.form === 'web page') return { failure: new ImisUnexpectedShape(told, 'web page'), passing: false };
  if (body.form === 'broken JSON') return { failure: new ImisUnexpectedShape(told, 'broken JSON'), passing: true };
  if (status === 400 || status === 401 || status === 403)
    return { failure: new ImisSignInFailed(told, options.account, 'credentials'), passing: false };
  return { failure: new ImisUnexpectedShape(told, 'not iMIS'), passing: false };
}
