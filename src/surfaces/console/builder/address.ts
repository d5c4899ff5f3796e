/* A definition as a part of an address, so that a list that was built can be kept as a bookmark. */
import { Definition } from '../../../population/definition.js';

export const addressOf = (definition: Definition): string =>
  Buffer.from(JSON.stringify(definition)).toString('base64url');

/** Undefined for whatever is no definition. */
export function definitionAt(text: unknown): Definition | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    const parsed = Definition.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
