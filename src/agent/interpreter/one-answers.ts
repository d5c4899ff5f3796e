/* One clause about one member: which record holds what it asks, or which fact is to be checked. */
import type { Mind } from './interpret.js';
import type { Found } from './one-calls.js';
import { COUNTS, checked } from './one-checks.js';
import * as words from './one-member-words.js';

/** What one clause asks; 'unknown' where it asks for what no record of one member holds. */
export function answering(
  clause: string,
  person: string,
  before: Found | undefined,
  mind: Mind,
): Found | 'unknown' | undefined {
  const rest = clause.replaceAll(`${person}'s`, 'their').replaceAll(person, ' ').replace(/\s+/g, ' ').trim();
  if (!/\p{L}{2}/u.test(rest.replace(/'s\b/g, ''))) return undefined;
  if (words.CHANGES.test(rest) && !/\b(?:changed|switched) (?:jobs?|employers?)\b/i.test(rest))
    return { tool: 'changes', clause };
  if (words.ENGAGEMENT.test(rest)) return { tool: 'engagement', clause };
  const isYesNo = !ASKS_WHAT.test(clause) && (YES_NO.test(clause) || /\?\s*$/.test(clause) || !QUESTION.test(rest));
  const check =
    isYesNo || COUNTS.test(rest) || /\bwhy\b/i.test(rest) ? checked(clause, person, before, mind) : undefined;
  if (words.CONSENTS.test(rest) && !words.BY_WHAT.test(rest)) return { tool: 'profile', clause };
  if (words.ONE_OF_OURS.test(rest)) return { tool: 'profile', clause };
  if (ENDING.test(rest) && before && CASES.test(before.clause)) return { tool: 'profile', clause };
  const isOwed = words.isMoney(rest);
  if (isOwed && !(check && /\b(?:payment plan|instal)/i.test(rest))) return { tool: 'invoices', clause };
  if (check) return { check, clause };
  if (COUNTS.test(rest) && !words.ON_RECORD.test(rest)) return 'unknown';
  if (words.COMPARES.test(rest)) return 'unknown';
  if (words.ON_RECORD.test(rest)) return { tool: 'profile', clause };
  return !before && clause.includes(person) ? 'unknown' : undefined;
}

const CASES = /\b(?:cases?|tickets?|complaints?|issues?)\b/i;
const ENDING =
  /\b(?:end(?:ed)?|(?:still |yet )?open|pending|waiting|unresolved|resol\w+|turn(?:ed)? out|closed|outcomes?|results?|sorted|settled|finish(?:ed)?)\b/i;
/** "What was she paying" is no yes or no, with or without its mark. */
const ASKS_WHAT = /^(?:and |or |so |but |also |then |ok )*(?:what|when|where|which|who|whose|how)\b/i;
export const YES_NO =
  /^(?:and |or |but |also |so |then |ok )*(?:is|are|was|were|has|have|had|did|does|do|can|could|may|will|would|whether|if|confirm|check|verify|any chance|that)\b|\b(?:whether|confirm|verify|true that|make sure)\b/i;
const QUESTION = /\b(?:what|when|where|who|whom|whose|which|how|why|show|list|tell|pull|give|see|look|find)\b/i;
