/* "N-5D8XW3 asked me how many fellows we have": who asked is no part of the question. */
import { MANY } from './one-member-words.js';

export interface AskedBy {
  /** What was asked. */
  readonly text: string;
  /** Who asked, as it was said. */
  readonly aside?: string;
}

const ASKER =
  /^((?:(?:hi|hiya|hello|hey|morning|good morning|afternoon|evening|so|ok|okay|right|well|and|also|quick one|quick question|oh|btw|fyi)[,.!:–—-]*\s+)*[MN]-[0-9A-Z]{6}(?:\s+(?:from|in|at|over in|upstairs|here)(?: (?:our|the))?(?: \w+)?)?(?:'s)?\s+(?:(?:has|had|was|is|have|been|just|also|again|only|now|really|still|would|'d)\s+)*(?:asked|asks|asking|ask|pinged|texted|emailed|e-mailed|messaged|called|rang|wanted|wants|wondered|wonders|wondering|needs|needed|likes?|love|curious)(?:\s+(?:me|us|around|again|today|this morning|this afternoon|just now|earlier|yesterday|last night))*(?:\s+(?:to (?:know|see|have|find out|hear|learn)|about|for|with|asking(?: me| us)?|wanting to know))*)(?:\s*[:,–—-]+)?\s+(?=(?:how (?:many|much|big|large)|which|who|what|where|whether|if|(?:the|a) (?:number|count|list|total|share|percentage|breakdown|names) of)\b)/i;
const OF_ONE = /\b(?:she|he|her|him|his|hers)\b|\b[MN]-[0-9A-Z]{6}\b/i;
const OF_US = /\b(?:we|our|ours|we've|we're)\b/i;
/** "Which states our members are in": they, by state. */
const TURNED =
  /^(?:in |on )?(?:which|what) (states|chapters|tiers|cities|countries|industries) ((?:our|the) [\p{L} -]{3,50}?) (?:are|live|work|sit|belong)(?: (?:in|on|at|to|from))?(?=\s*[?.!,;]|\s*$)/iu;
const one = (groups: string): string => groups.replace(/ies$/i, 'y').replace(/s$/i, '');

/** The question without who asked it, where it is about many and not about who asked. */
export function withoutAsker(said: string): AskedBy {
  const [head, aside = ''] = ASKER.exec(said) ?? [];
  if (head === undefined) return { text: said };
  const rest = said.slice(head.length);
  const [first = ''] = rest.split(/[,.;?!]/);
  if (OF_ONE.test(first) || !(OF_US.test(first) || MANY.test(first))) return { text: said };
  const text = rest.replace(TURNED, (_, groups: string, whom: string) => `${whom} by ${one(groups)}`);
  return { text, aside: aside.trim() };
}
