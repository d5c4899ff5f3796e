/*
 * Changes to one person said without a verb of proposing: "have N-5D8XW3 call M-7F3KQ2 by Friday", "M-7F3KQ2's email is
 * now C-4T8WXB", "put on file for M-7F3KQ2 that ...". One person, and free text or a contact value, must be there; words
 * outside the patterns leave the sentence to the chart. What comes of it is a proposal that waits for a person.
 */
import type { Customs } from '../../language/reading.js';
import { correctionOf } from './said-corrections.js';
import { noteOf } from './said-notes.js';
import { inPlainMarks, type SaidChange } from './said-people.js';
import { taskOf } from './said-tasks.js';

/** The change a sentence says of one person, or of the one spoken of. */
export function saidChange(text: string, spokenOf: string | undefined, customs: Customs): SaidChange | undefined {
  const said = inPlainMarks(text).replace(/\s+/g, ' ').trim();
  if (/^(?:who|which|whose|how|what|when|where|list|count|show)\b/i.test(said)) return undefined;
  return noteOf(text, spokenOf) ?? taskOf(said, spokenOf, customs) ?? correctionOf(said, spokenOf);
}
