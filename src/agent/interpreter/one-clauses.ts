/* A message about one member as clauses, each of which asks something or only tells it. */

const JOINTS =
  /(?<=[?!;])\s+|(?<=\p{L}{2}|\d|\))\.\s+|\s+[-–—]+\s+|\s*;\s+|\s*:\s+|\s*,\s*(?:and |or |but |also |plus |so |n )*(?=(?:is|are|was|were|did|does|do|has|have|had|what|when|where|how|which|who|why|can|could|would|will|show|list|please|whether|on what|since when|until when|she|he|they|M-[0-9A-Z]{6})\b)|\s*,?\s+(?:and|or|but|n|&)\s+(?:also |then |only |just )*(?=(?:is|are|was|were|did|does|do|has|have|had|what|when|where|how|which|who|why|whether|that (?:M-|she|he|they)|on what|since when|can|could|may)\b)|,\s+(?=(?:yes or no|y\/n|pd or|paid or|last term|if any)|(?:her|his|their|our|my|we|i|i'm|it|the)\b)/iu;

/** The clauses of a message, trimmed, none empty. */
export const clausesOf = (text: string): string[] =>
  text
    .split(JOINTS)
    .map((part) => part.replace(/[\s,.;:]+$/, '').trim())
    .filter((part) => /[\p{L}\d]/u.test(part));

const TELLER =
  /^(?:and |but |so |because |before |since |as )?(?:i|i'm|im|i've|i'd|we|we're|we've|my|our|the|this|that|these|somebody|someone|boss|caller|nominations?|it|it's|there|for|on|in case|wants?|needs?|thanks|thank you|sorry|hi|hello|hey|(?:just )?(?:got|had|took|have|received|spoke|spoken|speaking|talked|talking|met|meeting|calling|ringing|phoning|seeing|visiting|writing|emailing|replying|ran into|bumped into|sitting|preparing|prepping|planning|about to|off to|here (?:is|with)|before (?:i|we)|access request|request (?:from|coming)|a (?:call|letter|message|mail|voicemail|request|complaint|note)|(?:call|letter|message|voicemail|email|mail|request|complaint|word) (?:from|for|about|came|coming)))\b/i;
/** "I need every invoice of hers": an order, in the form of telling. */
const WANTED =
  /^(?:and |but |so |because )?(?:i|we)(?:'d| would)?(?: really| also| just)? (?:need|want|like|require|could use|am after|'m after|must have)(?: to (?:know|see|have|look at|check|view|get|find out|hear))?\b.*\b(?:invoices?|bills?|statements?|profile|records?|file|details?|history|status|engagement|score|notes?|cases?|phone|e-?mail|address|everything|all (?:we|you) have|picture|dues|balance|expiry|tier|committees?)\b/i;
/** What the one spoken of did, whose name stood before: "rang about her credits". */
const TOLD_OF_THEM =
  /^(?:just )?(?:rang|called|phoned|wrote|says?|said|asks|asked|told|swears?|swore|claims?|insists?|wants?|needs?|emailed|texted|thinks?|reckons?|believes?|mentioned|complained|complains?|wonders?|wondered|popped|turned up|dropped)\b/i;
const ABOUT_THEM =
  /^(?:wants?|needs?|is|was|has|had|rang|says?|said|called|calls|calling|wrote|writes|asked|asks|told|tells|just|claims?|thinks?|reckons?|swears?|swore|insists?|insisted|maintains?|believes?|complains?|mentions?|reports?|reported|emailed|mailed|texted|pinged|messaged|popped|dropped (?:by|in|us)|stopped by|visited|walked|turned up|showed up|came (?:by|in|back|over)|comes|keeps?|kept|wonders?|wondered|heard|can't|cannot|couldn't|didn't|doesn't|hasn't|isn't|won't|would like|'s|will|would|phoned|mentioned|complained|left|sent|gets?|got|retires?|retired|turns|celebrates|speaks|may|might|could|should|on (?:the )?(?:phone|line))\b/i;

/** It tells something, and asks for nothing by its form: no question mark, no verb of asking at its head. */
export function isStatement(clause: string, person: string): boolean {
  if (/\?\s*$/.test(clause) || new RegExp(`^that ${person}\\b`, 'i').test(clause)) return false;
  if (WANTED.test(clause)) return false;
  if (TELLER.test(clause) || TOLD_OF_THEM.test(clause)) return true;
  const [before = '', after] = clause.split(person);
  return before.trim() === '' && after !== undefined && ABOUT_THEM.test(after.trim());
}

/** The question inside a statement: "I'm trying to work out when her membership ran out". */
export function questionIn(clause: string): string | undefined {
  const [, asked] =
    /\b(?:know|see|find out|work out|figure out|wonder(?:ing)?|asks?|asked|asking|wants?|tell|tell me|check|confirm|say|sure|idea|remember|curious|learn|hear|understand)\b[^?]*?\s((?:what|when|where|who|whether|if|how|which|why)\b.*)$/i.exec(
      clause,
    ) ??
    /\b((?:what|when|whether|how (?:much|many|long|active|engaged|involved)|which|why)\b.*)$/i.exec(clause) ??
    [];
  return asked;
}
