/*
 * A membership described: unbroken years, the size of an organization, the tier that is paid for, and the nicknames
 * members go by in an office. Data: each pattern has one meaning.
 */
import type { SetPhrase } from './rewriting.js';

/** Tenure begins with the last join or rejoin. */
const UNBROKEN = 'years of membership are counted from the last join or rejoin, without a break';

/** "Ten years without a break". */
export const unbrokenYears: readonly SetPhrase[] = [
  {
    said: /(\byears?\b[^.?!;,]{0,40}?)\s*,?\s*\b(?:without|with no|and no|no) (?:a |any |ever )?(?:single )?(?:breaks?|gaps?|interruptions?|pauses?|lapses?|lapsing)(?: at all)?(?: (?:in|of|to|between) (?:their |the |any |his |her )?(?:memberships?|standing|service|terms?|renewals?|tenure))?/gi,
    written: '$1',
    note: UNBROKEN,
  },
  {
    said: /\b(?:unbroken|uninterrupted|unbroken and current)(?: years)?,? (?=(?:of )?(?:memberships?|tenure|service|years?|standing)\b)/gi,
    written: '',
    note: UNBROKEN,
  },
];

/** A size ends before what is said of the membership; the tier paid for is the tier. */
export const sizeAndTier: readonly SetPhrase[] = [
  {
    said: /\bwith ((?:more than|over|fewer than|less than|under|at least|at most|upwards of) [\d,]+ )(?:staff|employees|people|workers|heads|on staff)(?= (?:whose (?:membership|term|dues|account|subscription|invoice|balance)|paying|on the|in the))/gi,
    written: 'with $1employees,',
  },
  {
    said: /\bpaying for (?:a |the )?(corporate|small business|professional|individual|student|fellow|retired)(?: membership| tier| dues)? (?:instead of|rather than|and not)(?: for)? [^?.!,]{3,25}/gi,
    written: 'in the $1 tier',
  },
];

/** A nickname, and what it means. */
export const nicknames: readonly SetPhrase[] = [
  {
    said: /\b(?:my|our|the) (?:long[- ]?timers|old[- ]?timers|veterans|stalwarts|loyalists|long[- ]?standers|old guard|faithful|regulars)\s*(?::|\(|\s[–—-]\s|,\s*(?:i mean|i\.?e\.?|that is|meaning)\s)\s*(?=tenure|members?\b|people|with us|at least|more than|\d|five|ten|fifteen|twenty)/gi,
    written: 'members, ',
  },
  {
    said: /\b(?:the |our |my |all )?lybunts?\s*(?:[:(,–—-])\s*(?:that is |meaning |i\.?e\.? )?(?:people |those |anyone |everyone )?(?:who |that |they )?(?=gave|donated|made|contributed|gifts?\b)/gi,
    written: 'people who ',
  },
  {
    said: /\b(?:the |our |my |all )?lybunts?\b(?! for\b)/gi,
    written: 'people who donated last year but not this year',
    note: 'LYBUNT: gave last calendar year and not this one',
  },
  {
    said: /^\s*(?:to be (?:precise|clear|exact|specific)[,:]? )?(?:(?:i|we)(?: only| just)? mean|by members (?:i|we) mean) (?:only |just )?((?:active|current|paid-up|lapsed) (?:members|people|fellows|students|professionals))(?:,? excluding (?:anyone|those|everyone|people|members) in grace)?\s*[.;:]\s+how many\b/gi,
    written: 'how many $1',
  },
];
