/*
 * Fundraisers' words for who gave and gives no more: "gave last year but nothing this one", LYBUNT, SYBUNT. Data: each
 * wording once, as the two conditions it is.
 */
import { type Rewriting, rewritten } from './rewriting.js';

const thisOne = (now: string, before: string): string =>
  /one|so far/i.test(now)
    ? /fiscal|financial|fy/i.test(before)
      ? 'this fiscal year'
      : 'this year'
    : /^this/i.test(now)
      ? now
      : `in ${now.replace(/^the /i, '')}`;

const givers: readonly Rewriting[] = [
  [
    /\b(?:(?:has |have |had |who )?(?:gave|given|made|donated|give)(?: us)?(?: something| anything| a gift| a donation| gifts| money| donations| at least (?:once|one gift))?) ((?:in |during |last |the |calendar |fiscal |financial |year |previous |prior |fy ?)+(?:20\d\d|year|fy))(?: calendar year| fiscal year)?,?(?: (?:but|and|yet|though|however),?)?(?: (?:has|have|had))?(?: (?:given|donated|made|sent)(?: us)?)? (?:nothing|not (?:a (?:penny|dime|cent|thing|gift)|anything|one)|none|zilch|zero|nada|no gifts?|no donations?|not|never)(?: at all| whatsoever| else| yet)*(?: so far| to date| since)?(?: (?:in|during|for))? ?(this one|this(?: (?:fiscal|calendar|financial))? year|(?:calendar |fiscal |fy ?)?20\d\d|the current (?:fiscal |calendar )?year|so far)(?: so far| to date| yet)?/gi,
    ([, before = '', now = '']) =>
      `donated ${/^(?:in|during|last)/i.test(before) ? before : `in ${before}`} and did not donate ${thisOne(now, before)}`,
  ],
  [
    /^([^.?!]*)\b(?:LYBUNTs?|last year but unfortunately not this(?: year)?)\b[^.?!]*?(?:[.?!]|\s[–—-]\s)\s*(?=.*\bdonated\b.*\bdid not donate\b)/i,
    ([, before = '']) =>
      /\b(?:who|list|names?|show|pull me|give me|how many)\b/i.test(before) ? 'list people who ' : '',
  ],
  [
    /\(?\bLYBUNTs?\b\)?(?: (?:donors|people|list|givers|folks))?/gi,
    (_, whole) =>
      /\bdid not donate\b/.test(whole) ? '' : 'people who donated last fiscal year and did not donate this fiscal year',
  ],
  [
    /\(?\bSYBUNTs?\b\)?(?: (?:donors|people|list|givers|folks))?/gi,
    (_, whole) =>
      /\bdid not donate\b/.test(whole) ? '' : 'people who have ever donated and did not donate this fiscal year',
  ],
];

/** Who gave and gives no more, in plain words, before anything else of the sentence is read. */
export const giversPlainly = (text: string): string => rewritten(text, givers);
