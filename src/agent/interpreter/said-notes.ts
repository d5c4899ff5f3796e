/* A note said in words of its own: "put on file for M-7F3KQ2 that ...". Its text is cut from what was typed. */
import { CODE, inPlainMarks, LEAD, peopleIn, personOf, type SaidChange, WHO } from './said-people.js';

const VERB =
  '(?:jot|write|put|note|log|record|add|enter|make|leave|drop|keep|attach|save|place|pop|stick|bung|chuck|slap|tack|append|file|post|pen|scribble|lodge|capture|mark|document|register|set down|take|do|create|stash)';
const NOTE_WORDS = String.raw`(?:\s*(?:down|a|an|the|quick|short|brief|little|new|note|notes|memo|entry|comment|remark|line|in|on|to|into|for|under|against|onto|file|record|records|account|profile|card|page|please|pls|plz|of|it|this|that|about|re|regarding|concerning|up)\b)*`;
const ASIDE = String.raw`(?:\s*,?\s*(?:would you|will you|could you|can you|please|pls|plz|if you would|if you don't mind|ta|thanks|thank you|real quick|quick|quickly|asap|for me)\b)*`;
const JOINT = String.raw`\s*(?:,?\s+that\s+|,?\s+saying(?:\s+that)?\s+|,?\s+to say(?:\s+that)?\s+|,?\s+to the effect that\s+|\s*:\s*|\s+[-–—]+\s+|\s*\.\s+)`;
/** What was said before the request itself. */
const BEFORE = String.raw`^(?:.*?(?:[.!?;]\s+|,\s+|\s[-–—]+\s+))?(?:(?:and|so|then|ok|but)\s+)*`;
const THERE = `(?:there|that|this|it|that one|this one|(?:the|that|this|his|her|their|its) (?:file|record|account|profile|page|card|member|person|notes?))`;

const patterns = [
  new RegExp(String.raw`${LEAD}${VERB}\b${NOTE_WORDS}\s+(${WHO})(?:'s)?${NOTE_WORDS}${ASIDE}${JOINT}(.+)$`, 'i'),
  new RegExp(
    String.raw`${LEAD}(?:for|on)\s+(${WHO})(?:'s\s+(?:file|record|account|profile))?,?\s+(?:please\s+)?(?:note|write|jot|log|record|put|add a note|make a note|write down|jot down|note down)(?:\s+down)?\s+(?:that\s+|:\s*)(.+)$`,
    'i',
  ),
  // "For M-7F3KQ2, please note she has agreed".
  new RegExp(
    String.raw`${LEAD}(?:for|on)\s+(${CODE})(?:'s\s+(?:file|record|account|profile))?,?\s+(?:(?:please|pls|kindly|can you|could you)\s+)*(?:note|record|jot down|note down|write down|put down)\s+(?=(?:she|he|they|it|her|his|their)\b)(.+)$`,
    'i',
  ),
  // "Jot this down against M-7F3KQ2 please, he is happy to".
  new RegExp(
    String.raw`${LEAD}(?:jot|note|write|put|get|take|mark|set)\s+(?:this|that|it|something|one)?\s*down\s+(?:against|for|on|about|under|re|with)\s+(${CODE})(?:'s(?: \w+)?)?${ASIDE}\s*,\s+(?=(?:she|he|they|it|her|his|their)\b)(.+)$`,
    'i',
  ),
  // "Note for M-7F3KQ2 pls - ...", "for the file of M-7F3KQ2: ...".
  new RegExp(
    String.raw`${LEAD}(?:an?\s+|the\s+)?(?:new\s+|quick\s+|short\s+)?(?:notes?|memo|file note|for the (?:file|record)|(?:just )?(?:so (?:that )?)?(?:it|this|we)(?:'s| is| has| have it)? on (?:the )?(?:file|record)|record)(?:\s+(?:on|for|to|about|re|regarding|of|against))?\s+(${WHO})(?:'s)?(?:\s+(?:file|record|account|profile))?${ASIDE}${JOINT}(.+)$`,
    'i',
  ),
  // "M-7F3KQ2 put a note wants to help", "M-7F3KQ2 note: ...".
  new RegExp(
    String.raw`${LEAD}(${CODE})\s*[,:.-]*\s*(?:please\s+|pls\s+)?(?:(?:put|add|make|log|leave|drop|write|pop|jot)\s+(?:down\s+)?(?:an?|this|the)?\s*(?:quick\s+)?note|note|notes)(?:\s+(?:on (?:file|record)|down|please|pls))*(?:\s*[:,.–—-]\s*|\s+(?:that|saying)\s+|\s+)(?!task\b)(.+)$`,
    'i',
  ),
];
/** After other words, with the person in them or in what comes before. */
const further = [
  new RegExp(
    String.raw`${BEFORE}(?:please\s+|pls\s+|kindly\s+|just\s+|(?:could|can|would|will) you(?: please| pls| kindly)?\s+)*${VERB}\b${NOTE_WORDS}\s+(${WHO})(?:'s)?${NOTE_WORDS}${ASIDE}${JOINT}(.+)$`,
    'i',
  ),
  new RegExp(
    String.raw`${LEAD}(?:${VERB}\s+)?(?:an?\s+|this\s+|the\s+)?(?:quick\s+|new\s+)?note(?:\s+(?:on|to|for|in|under|against)\s+(${THERE}))?${ASIDE}\s*(?::\s*|\s+[-–—]+\s+|\s+(?:that|saying)\s+)(.+)$`,
    'i',
  ),
  // "... . Please log a note: ...", "could you put down that she ...", behind what was told.
  new RegExp(
    String.raw`^.*?(?:[.!?;]\s+|,\s+|\s[-–—]+\s+)(?:(?:please|pls|plz|kindly|just|so|and|then|(?:could|can|would|will) (?:you|u)(?: please| pls| kindly)?)\s+)*(?:${VERB}\s+(?:down\s+)?(?:an?|this|the|that as a)\s+(?:quick\s+|new\s+|short\s+)?note(?:\s+(?:on|to|for|in|under|against)\s+(${THERE}))?${ASIDE}(?:,? and nothing (?:else|more)|,? nothing (?:else|more))?\s*(?::\s*|\s+[-–—]+\s+|\s+(?:that|saying|to say)\s+)|(?:put|write|jot|note|get|take|mark)\s+down\s+that\s+)(.+)$`,
    'i',
  ),
];
/** What was said first, then: "please log it". */
const logIt = new RegExp(
  String.raw`^(.*\b${CODE}\b.+?)[\s,.;–—-]+(?:and\s+)?(?:please\s+|pls\s+|can you\s+|could you\s+|would you\s+|kindly\s+|just\s+)*(?:log|note|record|put|write|jot|file|add|stick|pop|bung|slap|chuck|keep|save|get)\s+(?:it|that|this)(?:\s+(?:down|please|pls|up))*(?:\s+(?:on|in|to|under|against)\s+(?:file|record|the record|(?:the|his|her|their|its) (?:record|file|account|notes?|profile)))?(?:[\s,]+(?:for me|please|pls|thanks|would you|will you|could you|can you))*\s*[.!?]*$`,
  'i',
);

/** "... - worth a note on her record I think". */
const worthIt = new RegExp(
  String.raw`^(.*\b${CODE}\b.+?)[\s,.;–—-]+(?:and\s+|so\s+)?(?:(?:that|it|this)(?:'s| is)\s+|probably\s+|surely\s+|definitely\s+|maybe\s+)*(?:well\s+)?worth\s+(?:an?\s+(?:quick\s+)?note|noting|recording|writing down|putting down|having on (?:file|record)|keeping on (?:file|record)|a line)(?:\s+(?:down|on|in|to|under|against|for)(?:\s+(?:file|record|the record|(?:the|his|her|their|its) (?:record|file|account|notes?|profile)))?)*(?:,?\s+(?:i think|i'd say|i would say|i reckon|i guess|please|pls|no|right|thanks))*\s*[.!?]*$`,
  'i',
);

/** The text of a note is in it, which stays as it was typed. */
export const isNoteSaid = (text: string): boolean => {
  const said = inPlainMarks(text.trim());
  return !ASKS.test(said) && (patterns.some((pattern) => pattern.test(said)) || furtherFound(said) !== undefined);
};

const ASKS = /^(?:who|which|whose|how|what|when|where|list|count|show)\b/i;
const SET_TO_WORK = /\b(?:task|to-?do|reminder)\b/i;
const VALUE = /\bC-[0-9A-Z]{6}\b/;

/** The words of the note are cut from the text as it was typed. */
export function noteOf(text: string, spokenOf: string | undefined): SaidChange | undefined {
  const typed = text.trim();
  const said = inPlainMarks(typed);
  for (const pattern of patterns) {
    const [, who, words] = pattern.exec(said) ?? [];
    const member = personOf(who, spokenOf);
    if (member && words && !SET_TO_WORK.test(said.slice(0, said.length - words.length)))
      return noted(member, typed.slice(-words.length), said);
  }
  const found = furtherFound(said);
  const named = peopleIn(found ? said.slice(0, said.length - found.words.length) : said);
  const member = found && personOf(found.who, named.length === 1 ? named[0] : spokenOf);
  if (found && member && named.length < 2) return noted(member, typed.slice(-found.words.length), said);
  const [, told] = logIt.exec(said) ?? worthIt.exec(said) ?? [];
  const [one, ...others] = told ? peopleIn(told) : [];
  if (told && one && others.length === 0 && !VALUE.test(told) && !SET_TO_WORK.test(told))
    return noted(one, typed.slice(0, told.length).replace(ONLY_THAT, ''), said);
  return undefined;
}

/** What leads up to what is told. */
const ONLY_THAT =
  /^(?:hey|hi|hello|ok|okay|so|and|well|nothing \w+|not urgent|no drama|no rush|[, ])*(?:(?:only|just) that |(?:hey|hi|hello|ok|okay|so|well)\b[,.!]*\s+)/i;

function furtherFound(said: string): { readonly who: string | undefined; readonly words: string } | undefined {
  for (const pattern of further) {
    const [, who, words] = pattern.exec(said) ?? [];
    if (words && !SET_TO_WORK.test(said.slice(0, said.length - words.length))) return { who, words };
  }
  return undefined;
}

/** Thanks behind the note are no part of it. */
const THANKED = /([.!?])\s+(?:many thanks|thanks|thank you|thx|ta|cheers|much appreciated)\b[^.?!]{0,25}[.!]*\s*$/i;

/** "Could you note that she called?" asks, and the note does not. */
const noted = (member: string, whole: string, said: string): SaidChange => {
  const words = whole.replace(THANKED, '$1');
  const isAsked = /\?\s*$/.test(words) && /\b(?:can|could|would|will) (?:you|we|u)\b/i.test(said);
  return {
    tool: 'propose_note',
    arguments: { member, text: unquoted(isAsked ? words.replace(/[\s?]+$/, '') : words) },
  };
};

const unquoted = (words: string): string => words.replace(/^["“](.*)["”]\s*\.?$/, '$1').trim();
