/*
 * One base for everything a person can mend. Callers pass facts; the class writes the sentence and the next step.
 * No message carries a token, a person's details or a whole request. Whatever is not an ExpectedError is a defect of
 * ours and is shown only as `failed`.
 */
export interface ErrorReport {
  readonly kind: string;
  readonly message: string;
  readonly next: string;
}

export abstract class ExpectedError extends Error {
  /** A stable word for programs, snake_case. */
  abstract readonly kind: string;
  /** What the reader can do now, a full sentence. */
  readonly next: string;

  constructor(message: string, next: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.next = next;
  }
}

/** Any failure as the words a person or program reads: the only place that turns errors into text. */
export function report(error: unknown): ErrorReport {
  if (error instanceof ExpectedError) return { kind: error.kind, message: error.message, next: error.next };
  return {
    kind: 'failed',
    message: 'This failed on our side.',
    next: 'Try again; if it happens again, send the log of this time to whoever runs the copilot.',
  };
}

/**
 * Where a defect arose: its frames without its message, which may quote what must not be shown (a database quotes the
 * row, a library the request).
 */
export const framesOf = (error: Error): string =>
  (error.stack?.split('\n') ?? []).filter((line) => /^\s+at /.test(line)).join('\n');
