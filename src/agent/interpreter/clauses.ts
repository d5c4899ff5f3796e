/*
 * A message as clauses: what greets, thanks or gives a reason beside a request is set aside, and said; a short clause
 * that only names what is wanted ("Number.", "who are they?") is put in front of the one before it. Nothing that holds a
 * word of logic, a figure, a person or a refused word is ever set aside.
 */
import type { Customs } from '../../language/reading.js';
import type { Lexicon } from './lexicon.js';
import type { Category, Span } from './senses.js';
import { spansOf } from './tag.js';
import { isOwnWords, tokenise } from './tokenise.js';

export interface Request {
  readonly text: string;
  /** What was set aside, in the person's own words. */
  readonly aside: readonly string[];
}

const SENTENCE_END = /(?:(?<=[.!?…])["')\]]*\s+|\s*\n+\s*|\s+[-–—]+\s+|\s*;\s+|\s*:-?[)(]\s*)/u;
const COMMA = /\s*,\s+/;

/** Openings that only say why, or that somebody is there. */
const talk = {
  /** May name a time or a person: the clause is about the asker's own day. */
  reason: [
    /^(?:because |as |since )?(?:i|we)(?: have|'ve)?(?: just)?(?: got| have)? (?:a|an|another|my|our|the)(?: \w+)? (?:call|meeting|chat|lunch|visit|appointment|presentation|deadline|interview|board meeting)\b/,
    /^(?:i|we)(?:'m| am|'re| are) (?:just |still |currently )?(?:meeting|seeing|calling|about to|on my way|putting together|preparing|prepping|working on|writing|drafting|helping|heading|running late|in a)\b/,
    /^(?:my|our|the) (?:boss|manager|board|ceo|director|president|treasurer|exec|chair) (?:\w+ )?(?:wants?|asked|asks|needs?|is asking|would like|just asked|wanted)\b/,
    /^(?:it|this|that)(?:'s| is) (?:just |only )?(?:for|because|urgent|important)\b/,
    /^(?:i|we) need (?:this|it|that|these|them) (?:for|by|before|in|asap|today|tomorrow|soon|now)\b/,
    /^(?:she|he|they)(?:'s|'re| is| are) (?:calling|coming|visiting|on the (?:phone|line)|here|waiting)\b/,
    /^(?:i|we) (?:could've|could have|would've|would have|'d have)? ?(?:sworn|sworn that|thought)\b(?!.*\b(?:but|so)\b)/,
    /^(?:just )?(?:a |one )?(?:quick|short|small|last|final|another|other|more) (?:one|question|thing|request|ask|query|favou?r)(?: (?:for you|more|please|before i (?:forget|go|leave|head out)))*$/,
    /^(?:before i (?:forget|go|leave|head out)|while i remember|while i have you|while i think of it|while you are at it|while we are at it|speaking of which|by the way|as you know|no rush|no hurry|take your time|me again|if you have a (?:minute|moment|second))$/,
    /^(?:before|for|ahead of) (?:i forget|the|our|my|a|an|next|this|tomorrow's|today's|monday's|friday's)? ?(?:(?:board|staff|budget|committee|team|weekly|monthly|quarterly|annual) )?(?:meeting|report|call|presentation|deck|planning|newsletter|agenda|minutes|update|review)\b.{0,20}$/,
  ],
  /** Only where nothing in it is understood as a request. */
  manners:
    /\b(?:i|i'm|i've|i'd|me|my|you|your|hope|hoping|thanks|thank|thx|ta|cheers|hi|hello|hey|hiya|howdy|morning|afternoon|evening|sorry|apologies|please|pls|plz|urgent|urgently|asap|appreciate|appreciated|happy|lovely|great|perfect|brilliant|awesome|excellent|wonderful|nice|ok|okay|right|well|weekend|quick|question|hurry|rush|help|promise|forget|wondering|cool|super|um|uh|er|hmm|so)\b/,
};
/** Sounds and kind words at the beginning of a clause. */
const FILLER =
  /^(?:(?:s+o+|u+m+|u+h+|e+r+m*|h+m+|o+k(?:ay)?|well|alright|righto|oh|ah|like|anyway|anyways|pls|plz)(?=[\s,.!]|$)[\s,.!]*|(?:right|lovely|great|perfect|nice|cool|super|excellent|brilliant|thanks|thank you|thx|awesome|wonderful|good|fine|sure|got it|morning|good morning|good afternoon|hi|hello|hey|hi there|hello there|hey there)[,.!]+\s*)+/i;
const withoutFillers = (clause: string): string => {
  const rest = clause.replace(FILLER, '');
  return plain(rest) === '' || /^(?:that|if)\b/i.test(rest) ? clause : rest;
};

/** Words that ask for, or limit, something: such a clause is never manners. */
const ASKING =
  /\b(?:want|wants|need|needs|show|give|list|count|number|name|names|include|including|exclude|excluding|leave|keep|make|add|only|just|except|not|no|never|without|but|or|if|unless|than|sort|rank|order|group|split|compare|mean|by|per|each|every|most|least|who|which|whose|what|how|where|when|why|did|does|is|are|was|were|has)\b/;

/** Of spans that say nothing by themselves. */
const quiet: ReadonlySet<Category> = new Set(['Day', 'Category', 'Order', 'Win', 'ContactField']);

const COUNTING =
  /^(?:and )?(?:just )?(?:(?:the|a|your|give me the|give me a|just the|only the) )?(?:number|count|total|headcount|figure|how many|how many is that|how many are there|how many are they|how many of them|number only|count only)(?: please| pls| thanks)?$/;
const LISTING =
  /^(?:and )?(?:just )?(?:(?:the|a|give me the|give me a|just the|show me the|show me|send me the|i need the) )?(?:names?|list|who|who are they|who are those|who is that|which ones|which are they|who exactly|full list|list of names|names and all|names only|list only|list them|show them|name them|who would that be)(?: please| pls| thanks)?$/;

/** What a fragment asks for of what was said before it. */
export function askedFor(clause: string): 'how many' | 'list' | undefined {
  const said = plain(clause);
  return COUNTING.test(said) ? 'how many' : LISTING.test(said) ? 'list' : undefined;
}

const plain = (clause: string): string =>
  clause
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}'\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The request in a message, with what stands beside it. A message of one clause is itself. */
export function requestOf(text: string, lexicon: Lexicon, customs: Customs): Request {
  if (isOwnWords(text)) return { text, aside: [] };
  const aside: string[] = [];
  const isTalk = (clause: string, isSentence: boolean): boolean => {
    const said = plain(clause);
    if (said === '') return isSentence;
    if (askedFor(clause)) return false;
    const spans = spansOf(tokenise(clause), lexicon, customs, undefined);
    if (spans.some(isRefused)) return false;
    if (talk.reason.some((pattern) => pattern.test(said))) return true;
    if (!isSentence && said.split(' ').length < 2) return false;
    return talk.manners.test(said) && !ASKING.test(said) && spans.every(isQuiet);
  };
  const kept: string[] = [];
  for (const sentence of text.split(SENTENCE_END).filter((one) => plain(one) !== '')) {
    const parts = sentence.split(COMMA);
    const isAlone = parts.length === 1;
    // Only at either end: inside a list a comma separates what is asked for.
    const left: string[] = [];
    while (parts[0] !== undefined && isTalk(parts[0], isAlone)) left.push(parts.shift() ?? '');
    const right: string[] = [];
    while (parts.length > 1 && isTalk(parts.at(-1) ?? '', false)) right.unshift(parts.pop() ?? '');
    aside.push(...[...left, ...right].map((part) => part.trim()).filter((part) => plain(part) !== ''));
    if (parts.length === 0) continue;
    kept.push(withoutFillers(parts.join(', ')));
  }
  if (kept.length === 0) return { text, aside: [] };
  return { text: withFragments(kept), aside };
}

const isQuiet = ({ sense }: Span): boolean =>
  quiet.has(sense.cat) || (sense.cat === 'Call' && sense.isAddition === true);
const isRefused = ({ sense }: Span): boolean => sense.cat === 'Protected' || sense.cat === 'Forbidden';

/** "Lapsed since July 1. Number." as "how many lapsed since July 1". */
function withFragments(clauses: readonly string[]): string {
  const said: string[] = [];
  for (const clause of clauses) {
    const asked = said.length > 0 ? askedFor(clause) : undefined;
    const last = said.at(-1);
    if (asked && last !== undefined) said[said.length - 1] = `${asked} ${last}`;
    else said.push(clause);
  }
  return said.join(' , ').replace(/([.!?…])\s+,\s/g, '$1 ');
}
