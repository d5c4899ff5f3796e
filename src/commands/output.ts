/*
 * What every command keeps to: with --json one JSON value on stdout and nothing else there; progress on stderr, none
 * when that is not a terminal; exit 0 done, 1 refused or failed, 2 wrong usage.
 */
import { framesOf, report } from '../errors.js';

export interface OutputOptions {
  readonly json?: boolean | undefined;
}

/** Prints a result: as JSON, or as the text `words` makes of it. */
export function print<T>(value: T, options: OutputOptions, words: (value: T) => string): void {
  process.stdout.write(`${options.json ? JSON.stringify(value, undefined, 2) : words(value)}\n`);
}

/** Prints a failure in the words of src/errors.ts and makes the command exit with 1. */
export function printError(error: unknown, options: OutputOptions): void {
  const facts = report(error);
  if (options.json) process.stdout.write(`${JSON.stringify({ error: facts })}\n`);
  else process.stderr.write(`${facts.message}\n${facts.next}\n`);
  if (facts.kind === 'failed' && error instanceof Error) process.stderr.write(`${error.name}\n${framesOf(error)}\n`);
  process.exitCode = 1;
}

/** Runs a command's work; whatever it throws is printed, never a stack of an expected failure. */
export async function guarded(options: OutputOptions, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    printError(error, options);
  }
}

/** One line on stderr that is written over; silent when stderr is not a terminal. */
export function progressLine(): { show(text: string): void; end(): void } {
  const isTerminal = process.stderr.isTTY === true;
  let shown = false;
  return {
    show(text) {
      if (!isTerminal) return;
      process.stderr.write(`\r\x1b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      shown = true;
    },
    end() {
      if (shown) process.stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}
