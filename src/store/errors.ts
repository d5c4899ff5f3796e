import { ExpectedError } from '../errors.js';

/**
 * The connection ended under a statement: the database was restarted, its owner ended, or two transactions collided.
 * A transaction was rolled back and may be tried again. `mayHaveHappened` is true where the commit, or a statement
 * outside a transaction, was under way: whoever tries again must be able to do it twice.
 */
export class DatabaseInterrupted extends ExpectedError {
  readonly kind = 'database_interrupted';
  readonly retryable = true;
  readonly mayHaveHappened: boolean;
  constructor(mayHaveHappened: boolean, cause?: unknown) {
    super('The database connection ended in the middle of this.', 'Try again; the database has been reopened.', {
      cause,
    });
    this.mayHaveHappened = mayHaveHappened;
  }
}

/** A statement ran, or waited, longer than STATEMENT_SECONDS and was ended. */
export class StatementTooLong extends ExpectedError {
  readonly kind = 'statement_too_long';
  readonly retryable = true;
  constructor(millis: number, cause?: unknown) {
    super(
      `A database statement took longer than ${Math.round(millis / 100) / 10} seconds and was ended.`,
      'Ask for less at once, or raise STATEMENT_SECONDS.',
      { cause },
    );
  }
}

/** A statement of the transaction had failed and the failure was swallowed: nothing was committed. */
export class TransactionAborted extends Error {
  constructor() {
    super('a statement of this transaction failed, so nothing was committed');
    this.name = 'TransactionAborted';
  }
}

export class DatabaseUnavailable extends ExpectedError {
  readonly kind = 'database_unavailable';
  readonly retryable = true;
  constructor(what: string, next: string, cause?: unknown) {
    super(what, next, { cause });
  }
}

export class DataDirectoryNewer extends ExpectedError {
  readonly kind = 'data_directory_newer';
  constructor(directory: string, found: number | string, known: number | string) {
    super(
      `The data directory ${directory} was written by a newer version (format ${found}; this one knows ${known}).`,
      'Start the newer version, or set DATA_DIR to another folder. Nothing was changed.',
    );
  }
}

export class DataDirectoryDamaged extends ExpectedError {
  readonly kind = 'data_directory_damaged';
  constructor(directory: string, what: string, cause?: unknown) {
    super(
      `The data directory ${directory} cannot be used: ${what}.`,
      'Put a backup of the folder in its place, or move it away and start again: what came from iMIS is synced anew. Nothing was removed.',
      { cause },
    );
  }
}

export class DataDirectoryInUse extends ExpectedError {
  readonly kind = 'data_directory_in_use';
  readonly retryable = true;
  constructor(directory: string, pid: number) {
    super(
      `The data directory ${directory} is in use by process ${pid}, which does not answer.`,
      'Wait for it, or end that process, and try again.',
    );
  }
}
