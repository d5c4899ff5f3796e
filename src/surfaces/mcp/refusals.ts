import { ProtocolError } from '@modelcontextprotocol/server';
import { type ErrorReport, ExpectedError, report } from '../../errors.js';
import { carried } from './carried.js';

export class TooManyCalls extends ExpectedError {
  readonly kind = 'too_many_calls';
  constructor(most: number, seconds: number) {
    super(
      `More than ${most} calls within a minute.`,
      `Wait ${seconds} seconds; several questions can often be asked with one call.`,
    );
  }
}

/** A failure and what to do next, in one line. */
export const inWords = ({ message, next }: Pick<ErrorReport, 'message' | 'next'>): string => `${message} ${next}`;

/** A failure as the protocol carries it: an expected one in its words, anything else without a word of its inside. */
export function protocolError(error: unknown, onDefect: (error: unknown) => void): ProtocolError {
  if (error instanceof ProtocolError) return error;
  if (!(error instanceof ExpectedError)) onDefect(error);
  const told = report(error);
  return refusalOf(told.kind, inWords(told));
}

/** A failure that is in words already, by its kind. */
export const refusalOf = (kind: string, words: string): ProtocolError =>
  new ProtocolError(carried(kind).code, words, { kind });

/**
 * What the SDK is told to report to: a message it refused and answered is its client's to mend, and whoever may send them
 * could fill our log with them; so is an answer that a client did not stay for. Everything else is a defect.
 */
export const reportTo =
  (onDefect: (error: unknown) => void) =>
  (error: unknown): void => {
    if (!isRefusedMessage(error)) onDefect(error);
  };

/** Whether what the SDK reports is of the client's making; our handlers never heard of it, or have answered. */
function isRefusedMessage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, message, code } = error as Error & { code?: unknown };
  return (
    error instanceof ProtocolError ||
    // JSON that is no message, and what is no JSON.
    name === 'ZodError' ||
    name === 'SyntaxError' ||
    GONE.has(code) ||
    THEIRS.test(message)
  );
}

const GONE: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);

// The beginnings of the SDK's own sentences: it gives neither a code nor a class.
const THEIRS = new RegExp(
  `^(?:${[
    'Rejected inbound request \\(',
    'Dropped inbound request ',
    'Era mismatch on inbound ',
    'Discarded a ',
    'Unsupported Media Type: ',
    'Not Acceptable: ',
    'Method not allowed\\.',
    'Conflict: Only one SSE stream ',
    'Event store not configured',
    'Invalid Request: ',
    'Bad Request: ',
    'Session not found',
    'Received a response for an unknown message ID: ',
    'Received a progress notification for an unknown token: ',
    'Uncaught error in notification handler: (?:ZodError|Error: \\[)',
    'Response for request ID .* is undeliverable: ',
    'Failed to send (?:response|an error response|cancellation): Error: (?:No connection established|Not connected)',
    'ReadBuffer exceeded maximum size ',
    'StdioServerTransport is closed',
  ].join('|')})`,
);
