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
