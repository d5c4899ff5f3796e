import { type Logger, pino } from 'pino';
import { ExpectedError, framesOf } from '../errors.js';
import type { Settings } from '../settings.js';

/** A log of JSON lines on stderr; stdout belongs to the results of commands. */
export const createLog = (settings: Settings): Logger =>
  pino(
    {
      level: settings.logLevel,
      redact: { paths: ['*.password', '*.authorization', '*.access_token', '*.cookie'], censor: '[secret]' },
      serializers: { error: errorFacts },
    },
    process.stderr,
  );

/** Of what kind an error is and where it arose; words of our own only. */
function errorFacts(error: unknown): object | string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(error instanceof ExpectedError && { message: error.message }),
    stack: framesOf(error),
  };
}
