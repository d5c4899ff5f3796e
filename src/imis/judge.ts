/* What an exchange means: the four ways to fail, told apart by status and by what the body turned out to be. */
import type { Body } from './body.js';
import { decodeValidation } from './contracts/envelope.js';
import type { Exchange } from './exchange.js';
import {
  type Facts,
  ImisNoAnswer,
  ImisRefused,
  ImisSignInFailed,
  ImisUnexpectedShape,
  type Refusal,
} from './failures.js';
import type { Connected } from './options.js';

export interface Reply {
  readonly status: number;
  /** Undefined for an empty body. */
  readonly wire: unknown;
  readonly headers: Headers;
  readonly facts: Facts;
}

type Failure = ImisNoAnswer | ImisRefused | ImisSignInFailed | ImisUnexpectedShape;

export interface Failed {
  readonly failure: Failure;
  /** Another try may succeed. */
  readonly passing: boolean;
  /** The request may have been carried out. */
  readonly maybeDone: boolean;
  readonly retryAfter: string | null;
}

/** What of a call matters here. */
interface Judged {
  readonly method: string;
  readonly accept?: readonly number[];
}

/** A reply, or what went wrong: whether another try may help, and whether the request may have been carried out. */
export function judge(
  answer: Exchange,
  call: Judged,
  facts: Facts,
  options: Connected,
): { reply: Reply } | { failed: Failed } {
  if (!answer.answered)
    return failed(new ImisNoAnswer(facts, answer.silence), {
      passing: answer.silence !== 'certificate',
      maybeDone: answer.delivered,
    });
  const { status, headers } = answer;
  // A record or list is never nothing: an empty 200 is an answer that got lost, not a record that does not exist.
  const isLost = call.method === 'GET' && status < 300 && answer.body.form === 'empty';
  const body: Body = isLost ? { form: 'broken JSON' } : answer.body;
  const told = { ...facts, status };
  const retryAfter = headers.get('retry-after');
  // A 404 that is no answer of iMIS, but the page of a proxy or of a wrong address, says nothing about a record.
  const isFine = (status >= 200 && status < 300) || call.accept?.includes(status);
  if (isFine && (body.form === 'json' || body.form === 'empty'))
    return { reply: { status, headers, facts: told, wire: body.form === 'json' ? body.wire : undefined } };
  // A body that breaks off may come whole the next time; a web page or an enormous answer comes again.
  if (isFine && body.form !== 'json' && body.form !== 'empty')
    return failed(new ImisUnexpectedShape(told, body.form), { passing: body.form === 'broken JSON', maybeDone: true });
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
