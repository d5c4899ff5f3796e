/* What the thread speaks of: the last call, the people it was about, the one person, and the question left open. */

import type { Definition } from '../../population/definition.js';
import type { Offered } from './offered.js';

export interface Focus {
  /** The last call that answered something. */
  readonly tool?: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  readonly definition?: Definition;
  /** Pseudonym of the one person spoken of. */
  readonly member?: string;
  /** The last answer was about that person, and not about people. */
  readonly isAboutOne?: true;
  /** The last call about one person. */
  readonly one?: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> };
}

/** A question that waits for its answer, with the sentence it was about. */
export interface Pending {
  readonly question: Offered;
  readonly sentence: string;
}

/** What is spoken of once a call about people is taken as answered. */
export const focusAfter = (
  focus: Focus,
  call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> },
): Focus => ({
  ...(focus.member && { member: focus.member }),
  tool: call.tool,
  arguments: call.arguments,
  definition: call.arguments['definition'] as Definition,
});
