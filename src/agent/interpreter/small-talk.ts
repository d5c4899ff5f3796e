/* What greets, thanks or gives a reason beside a request, and the sounds a clause begins with. */
import { askedFor, plain } from './asked-for.js';
import type { Span } from './senses.js';
import { isQuiet, isRefused } from './telling-spans.js';

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
export const withoutFillers = (clause: string): string => {
  const rest = clause.replace(FILLER, '');
  return plain(rest) === '' || /^(?:that|if)\b/i.test(rest) ? clause : rest;
};

/** Words that ask for, or limit, something: such a clause is never manners. */
const ASKING =
  /\b(?:want|wants|need|needs|show|give|list|count|number|name|names|include|including|exclude|excluding|leave|keep|make|add|only|just|except|not|no|never|without|but|or|if|unless|than|sort|rank|order|group|split|compare|mean|by|per|each|every|most|least|who|which|whose|what|how|where|when|why|did|does|is|are|was|were|has)\b/;

/** Nothing in the clause is asked; `isSentence` where it stands alone between two stops. */
export function isTalk(clause: string, spans: readonly Span[], isSentence: boolean): boolean {
  const said = plain(clause);
  if (said === '') return isSentence;
  if (askedFor(clause) || spans.some(isRefused)) return false;
  if (talk.reason.some((pattern) => pattern.test(said))) return true;
  if (!isSentence && said.split(' ').length < 2) return false;
  return talk.manners.test(said) && !ASKING.test(said) && spans.every(isQuiet);
}
