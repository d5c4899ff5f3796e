/* What one sentence is answered with: words, or calls, and what is kept of it for the sentences after. */
import type { Mark } from './memory.js';

/** What is said, what is called for it, and the mark the next sentence is read with. */
export interface Answer {
  readonly text: string;
  readonly calls: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
  readonly mark: Mark;
}

/** Words alone: nothing is called. */
export const said = (text: string, mark: Mark): Answer => ({ text, calls: [], mark });
