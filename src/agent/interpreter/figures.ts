/* Figures that take more than one reading of a sentence: a share of a whole, two figures side by side, ranked events. */
import { requestOf } from './clauses.js';
import { eventsRanked } from './event-ranks.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import { LEFT_ASIDE, type Mind } from './interpret.js';
import { readAs } from './read-as.js';
import { inPlainWords } from './set-phrases.js';
import { SPEAKS_OF_SHARES, shareIn } from './shares.js';
import { isTwofold, sideBySide } from './side-by-side.js';
import { isOwnWords, pseudonymsIn } from './tokenise.js';

/** Amounts at the head of a sentence, in groups: they are summed, and nobody who paid is counted. */
const SUMMED =
  /^(?:(?:please|pls|i need|give me|show me|the|our|all) )*(?:dues|revenue|membership (?:dues|fees|revenue))\b.*\b(?:by|per|for each|vs|versus|against)\b/i;

function summed(text: string, mind: Mind): GoingOn | undefined {
  if (!SUMMED.test(text)) return undefined;
  const reading = readAs(`total ${text}`, undefined, mind);
  if (!reading || reading.arguments['measure'] === undefined || reading.arguments['statistic'] !== 'total')
    return undefined;
  return { call: { tool: reading.tool.tool.name, arguments: reading.arguments }, notes: reading.notes };
}

const SHARE_BY_NAME = /\b(?:adoption|uptake|take[- ]?up|penetration)\b/i;
const AMOUNTS = /\b(?:dues|revenue)\b/i;
const RANKS_EVENTS = /\b(?:events?|meetings?|webinars?|conferences?|turn ?outs?)\b/i;

/** The calls that answer, or undefined where the sentence asks for one plain figure or none. */
export function figuresIn(said: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined {
  if (isOwnWords(said) || pseudonymsIn(said).length > 0) return undefined;
  if (![SPEAKS_OF_SHARES, SHARE_BY_NAME, RANKS_EVENTS, AMOUNTS].some((words) => words.test(said)) && !isTwofold(said))
    return undefined;
  const plainly = inPlainWords(said);
  const request = requestOf(plainly.text, mind.lexicon, mind.grammar.world.customs);
  const found =
    shareIn(request.text, mind) ??
    eventsRanked(request.text, mind) ??
    sideBySide(request.text, focus, mind) ??
    summed(request.text, mind);
  if (!found) return undefined;
  const aside = request.aside.map((words) => `${LEFT_ASIDE}: "${words}"`);
  return { ...found, notes: [...new Set([...plainly.notes, ...aside, ...found.notes])] };
}
