import pg from 'pg';
import { ExpectedError } from '../errors.js';
import { DatabaseInterrupted, DatabaseUnavailable, StatementTooLong } from './errors.js';
import { NO_ANSWER } from './pool.js';

// PostgreSQL's codes, appendix A of its manual.
const CANCELLED = '57014';
const ENDED_WHILE_IDLE = '25P03';
const COLLIDED = new Set(['40001', '40P01']);
// pg gives these no code.
const ENDED_IN_PG = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;
const ENDED_IN_NODE = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT']);
const NOBODY_THERE = new Set(['ECONNREFUSED', 'ENOENT']);

export interface StatementFacts {
  /** performance.now() when it was sent. */
  readonly began: number;
  readonly statementMillis: number;
  readonly mayHaveHappened: boolean;
}

/** A failed statement as an error a caller can act on; errors of the statement itself stay what they are. */
export function statementFailure(error: unknown, facts: StatementFacts): unknown {
  if (error instanceof pg.DatabaseError) {
    if (error.code === CANCELLED) return new StatementTooLong(facts.statementMillis, error);
    if (COLLIDED.has(error.code ?? '')) return new DatabaseInterrupted(false, error);
    // FATAL: the server ends the session with it.
    if (error.severity === 'FATAL' || error.code === ENDED_WHILE_IDLE)
      return new DatabaseInterrupted(facts.mayHaveHappened, error);
    return error;
  }
  if (!(error instanceof Error) || error instanceof ExpectedError) return error;
  if (error.message === NO_ANSWER) return new StatementTooLong(facts.statementMillis, error);
  if (!ENDED_IN_PG.test(error.message) && !ENDED_IN_NODE.has(codeOf(error))) return error;
  // The embedded database ends a stuck statement by restarting: its own sender has then waited for the whole deadline.
  const waited = performance.now() - facts.began;
  return waited >= facts.statementMillis
    ? new StatementTooLong(facts.statementMillis, error)
    : new DatabaseInterrupted(facts.mayHaveHappened, error);
}

/** True when the embedded database was being reopened at that very moment: nothing was sent yet, so ask again. */
export const isReopening = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof ExpectedError) &&
  (ENDED_IN_PG.test(error.message) || ENDED_IN_NODE.has(codeOf(error)) || NOBODY_THERE.has(codeOf(error)));

/** Why no connection could be had; says nothing of the address, which may hold a password. */
export function connectFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ExpectedError) return error;
  const code = codeOf(error);
  if (code.startsWith('28'))
    return new DatabaseUnavailable(
      'The database refused the account of DATABASE_URL.',
      'Correct the user or password in DATABASE_URL.',
      error,
    );
  if (code === '3D000')
    return new DatabaseUnavailable(
      'The database named in DATABASE_URL does not exist.',
      'Create it, or correct DATABASE_URL.',
      error,
    );
  return new DatabaseUnavailable(
    `The database does not answer (${code || error.message}).`,
    'See that it runs and that DATABASE_URL is right, and try again.',
    error,
  );
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');
