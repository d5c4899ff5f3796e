/*
 * What there is none of: "opened nothing", "not a single event", "a blank phone". Data: each pattern has one meaning.
 */
import type { SetPhrase } from './rewriting.js';

export const NEGATION = String.raw`(?:n['’]t|\bnot|\bnever|\bwithout|\bnobody|\bno one|\bnone|\bneither|\bhardly|\bcannot|\bhavent|\bhasnt|\bdidnt|\bhadnt|\bdont|\bdoesnt|\byet to)`;
const WINDOW_BEGINS = String.raw`(?=(?:in|during|over|for|this|since|after|within|throughout|so far|to date|the past|the last|ytd|year to date)\b)`;

/** Nothing of what is named, and nothing of it in a stretch of time. */
export const nothingOf: readonly SetPhrase[] = [
  {
    said: new RegExp(
      String.raw`(${NEGATION}[^.?!;]{0,50}?)\b(?:(?:so much as |even )?(?:a|one) (?:single|solitary|lone) (?:little )?|so much as (?:a|one) |even (?:a|one) )(?=thing\b|one\b)(?:thing|one)\b`,
      'gi',
    ),
    written: '$1anything',
  },
  {
    said: new RegExp(
      String.raw`(${NEGATION}[^.?!;]{0,50}?),?\s*\b(?:even once|once|not once|not even once|(?:a|one) single time|a solitary time|even one time|even a single time)(?=\s*(?:[.?!,;–—-]|$|since\b|in\b|this\b|over\b|during\b|so far\b|after\b|all (?:year|month|summer|autumn|fall|winter|spring)\b))`,
      'gi',
    ),
    written: '$1',
  },
  {
    said: new RegExp(
      String.raw`(${NEGATION}[^.?!;]{0,50}?)\b(?:so much as |even )?(?:a|one) (?:single|solitary|lone) (?=\p{L})`,
      'giu',
    ),
    written: '$1any ',
  },
  {
    said: /\b(opened|clicked|attended|downloaded|posted|answered|bought|purchased|sponsored|registered for|signed up for|come to|came to|been to|clicked on|read)(?: on)? (?:nothing|zero|zilch|nada)(?: at all| whatsoever)?(?= (?:in|since|during|over|this|from|for|of|within|so far)\b|\s*[,.?!;]|\s*$)/gi,
    written: (_said, verb = '') => `not ${verb.replace(/ on$/i, '')} anything`,
  },
  {
    said: /\s*(?:,\s*(?:and |but |yet )?|\s(?:and|but|yet) (?:then )?)(?:has |have |had |with |gave |given |did )?(?:nothing|zilch|nada|not a (?:penny|cent|dime|thing|bean)|zero|not)(?: at all| whatsoever| yet)?(?: (?:so far|thus far|yet))? (?:so far )?(?:in|for) (this (?:calendar |fiscal )?(?:year|quarter|month)|(?:calendar |fiscal )?20\d\d|the (?:current|present) (?:calendar |fiscal )?(?:year|quarter|month))(?: so far| yet| to date)?/gi,
    written: ' but not in $1',
  },
  {
    said: new RegExp(
      String.raw`\s*(?:,\s*(?:and |but |yet )?|\s(?:and|but|yet) (?:then )?)(?:nothing|zilch|nada|not a (?:penny|cent|dime|thing|bean))(?: at all| whatsoever)?(?: (?:yet|so far(?= since)))? ${WINDOW_BEGINS}`,
      'gi',
    ),
    written: ' but not ',
  },
  {
    said: /\b(last|previous) ((?:calendar |fiscal |financial )?(?:year|quarter|month))\b([^.?!]{0,80}?)\b(?:in |for |during )?this one\b(?: (?:so far|yet|to date))?/gi,
    written: '$1 $2$3this $2',
  },
  {
    said: /\b(?:but|and|yet) nothing (overdue|past due|outstanding|late)\b/gi,
    written: 'but without an overdue balance',
  },
  {
    said: new RegExp(String.raw`(${NEGATION}[^.?!;]{0,60}?|\bno [^.?!;]{2,40}?),?\s+either(?=\s*[,.?!;]|\s*$)`, 'gi'),
    written: '$1',
  },
];

/** What the record has no entry for. */
export const notOnRecord: readonly SetPhrase[] = [
  {
    said: /\b(?:with |have |has |having |and |who have |whose )?(?:an? |the )?(?:blank|empty|missing|null|vacant|unfilled|absent) (email|phone|telephone|mobile|postal address|mailing address|address)(?:[- ](?:address(?:es)?|numbers?|fields?|column|box|on (?:file|record)))*\b/gi,
    written: 'with no $1',
  },
  {
    said: /\bwhose (email|phone|telephone|postal address|mailing address|address)(?: (?:address|number|field|column))* (?:is|are|was|has been left) (?:blank|empty|missing|null|not (?:there|filled in|recorded|on file))\b/gi,
    written: 'with no $1',
  },
  {
    said: /\b(email|phone|telephone|postal address|mailing address)(?: (?:address|number|field|column))* (?:is |are |being |left )*(?:blank|empty|missing|null|not (?:filled in|recorded|on file))\b/gi,
    written: 'with no $1',
  },
  {
    said: /\bno (phone|telephone|mobile|email|postal address|mailing address|address)(?: (?:number|address))?s? (?:in there|in here|there|on there|against (?:their|the) name|held|recorded|in the (?:file|record|system|database))(?: at all)?\b/gi,
    written: 'no $1 on file',
  },
];
