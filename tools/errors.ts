import { ExpectedError } from '../src/errors.js';

export class ArgumentsInvalid extends ExpectedError {
  readonly kind = 'arguments_invalid';
  constructor(tool: string, faults: readonly string[]) {
    super(
      `The arguments of ${tool} do not fit: ${faults.join('; ')}.`,
      "Call it again with arguments that fit the tool's schema.",
    );
  }
}

export class ToolUnknown extends ExpectedError {
  readonly kind = 'tool_unknown';
  constructor(name: string, known: readonly string[]) {
    super(`There is no tool "${name.slice(0, 60)}".`, `Use one of: ${known.join(', ')}.`);
  }
}

export class NothingProposedHere extends ExpectedError {
  readonly kind = 'nothing_proposed_here';
  constructor(surface: string) {
    super(`Nothing can be proposed in ${surface}.`, 'Ask a member of staff to propose it in the console or in Teams.');
  }
}

export class ToolTimedOut extends ExpectedError {
  readonly kind = 'tool_timed_out';
  constructor(tool: string, millis: number) {
    super(
      `${tool} did not end within ${Math.max(1, Math.round(millis / 1000))} seconds and was given up; nothing was written to iMIS.`,
      'Ask for less at once: fewer people, a shorter time, one thing to group by. Or try again later.',
    );
  }
}

export class ToolStopped extends ExpectedError {
  readonly kind = 'tool_stopped';
  constructor(tool: string) {
    super(`${tool} was called off.`, 'Call it again if the result is still wanted.');
  }
}
