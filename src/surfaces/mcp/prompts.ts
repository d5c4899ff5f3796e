/* The prompts of prompts/ that are marked for clients, as a menu of theirs shows them. */
import {
  type GetPromptResult,
  type ListPromptsResult,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { Prompt } from '../../prompts.js';

// What somebody types into a form of a menu; a longer text is no name, month or chapter.
const LONGEST_VALUE = 200;

export const listedPrompts = (prompts: readonly Prompt[]): ListPromptsResult['prompts'] =>
  prompts.map(({ id, title, purpose, inputs }) => ({
    name: id,
    ...(title !== undefined && { title }),
    description: purpose,
    arguments: inputs.map(({ name, about, isOptional }) => ({ name, description: about, required: !isOptional })),
  }));

/** Throws a protocol error that says what is missing, unknown or too long. */
export function getPrompt(
  prompts: readonly Prompt[],
  name: string,
  values: Readonly<Record<string, string>>,
): GetPromptResult {
  const prompt = prompts.find(({ id }) => id === name);
  if (!prompt)
    throw invalid(`There is no prompt "${name.slice(0, 60)}". Use one of: ${prompts.map(({ id }) => id).join(', ')}.`);
  const names = prompt.inputs.map((input) => input.name);
  const unknown = Object.keys(values).filter((given) => !names.includes(given));
  if (unknown.length > 0)
    throw invalid(`${name} takes no ${unknown[0]?.slice(0, 60)}; it takes ${names.join(', ') || 'nothing'}.`);
  const missing = prompt.inputs.filter((input) => !input.isOptional && !values[input.name]?.trim());
  if (missing.length > 0) throw invalid(`${name} needs ${missing.map((input) => input.name).join(' and ')}.`);
  const long = names.find((given) => (values[given]?.length ?? 0) > LONGEST_VALUE);
  if (long !== undefined) throw invalid(`${long} of ${name} is longer than ${LONGEST_VALUE} characters.`);
  const filled = Object.fromEntries(names.map((given) => [given, values[given]?.trim() ?? '']));
  return {
    description: prompt.purpose,
    messages: [{ role: 'user', content: { type: 'text', text: prompt.with(filled) } }],
  };
}

const invalid = (message: string): ProtocolError => new ProtocolError(ProtocolErrorCode.InvalidParams, message);
