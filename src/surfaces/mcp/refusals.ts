import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { ExpectedError, report } from '../../errors.js';

export class TooManyCalls extends ExpectedError {
  readonly kind = 'too_many_calls';
  constructor(most: number, seconds: number) {
    super(
      `More than ${most} calls within a minute.`,
      `Wait ${seconds} seconds; several questions can often be asked with one call.`,
    );
  }
}

/** A failure as the protocol carries it: an expected one in its words, anything else without a word of its inside. */
export function protocolError(error: unknown, onDefect: (error: unknown) => void): ProtocolError {
  if (error instanceof ProtocolError) return error;
  if (!(error instanceof ExpectedError)) onDefect(error);
  const { message, next, kind } = report(error);
  const code = error instanceof ExpectedError ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  return new ProtocolError(code, `${message} ${next}`, { kind });
}

/** Whether what the SDK reports is a message it refused and answered, of which our handlers never heard. */
export const isRefusedMessage = (error: unknown): boolean =>
  error instanceof ProtocolError ||
  // A line of stdin that is JSON and no message.
  (error as { name?: unknown } | undefined)?.name === 'ZodError' ||
  (error instanceof Error && REFUSED.test(error.message));

const REFUSED = /^(Rejected inbound request \(|Unsupported Media Type: )/;
