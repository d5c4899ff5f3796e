/*
 * How a count or a list is asked for, and what limits nothing beside it: courtesies, "both", "as well". Data: each
 * pattern has one meaning.
 */

import type { SetPhrase } from './rewriting.js';
import { NEGATION } from './said-none.js';

/** "Both, not either", of two things that hold anyway. */
export const bothNotEither: readonly SetPhrase[] = [
  {
    said: /(?:\s*[,–—-]\s*|\s+)\(?both,?(?: of them)? not (?:just )?(?:either|one or the other|only one|one)\)?/gi,
    written: '',
  },
];

/** "Ever so grateful", "down here in"; "of how many people", which is the question itself. */
export const courtesies: readonly SetPhrase[] = [
  { said: /\b(?:right |over |down |up |out )?here (?=(?:in|at|with) )/gi, written: '' },
  {
    said: /\b(?:most|very|so|ever so|extremely|really|exceedingly|awfully|terribly|much|eternally) (grateful|obliged|thankful|appreciative|indebted)\b/gi,
    written: '$1',
  },
  { said: /(^|[,;:]\s*)(?:and )?(?:of|as to|about|on|regarding|to do with) (?=how (?:many|much)\b)/gi, written: '$1' },
];

/** A count, names, and "both" of two things that hold anyway. */
export const askedFor: readonly SetPhrase[] = [
  { said: /^(\s*(?:so |and |ok |okay )?)who all\b/i, written: '$1who' },
  { said: /\b(?:who|which) (?:among|amongst|out of) (?:the|our|all|all the|all our|my)\b/gi, written: 'which of the' },
  {
    said: /\b(?:give|get|show|find|fetch|send) me (?:a |the )?(?:head ?)?count of\b(?: the\b| our\b)?/gi,
    written: 'how many',
  },
  {
    said: /\b(?:could|can|may|might) (?:i|we) (?:please )?(?:have|get|see) (?:the|a) (?:total )?(?:number|count|head ?count) of\b(?: the\b| our\b)?/gi,
    written: 'how many',
  },
  { said: /^\s*(?:N|n)\s*(?:for|of|=)\s*:?\s+/, written: 'how many ' },
  { said: /\s*[,–—-]\s*how many,? and who(?: (?:are|is) (?:they|it|that))?\s*(?=[?.!]|$)/gi, written: ', list them' },
  {
    said: /(?:\s*[,–—-]\s*|\s+)(?:the )?names? (?:and|plus|with|\+) (?:the |their )?(?:tiers?|chapters?|levels?|emails?|phones?|towns?|states?)(?: (?:will|would) do| is (?:fine|enough|plenty)| are (?:fine|enough|plenty)|,? please| pls)?\s*(?=[.?!]|$)/gi,
    written: ', names please',
  },
  {
    said: /(?:^|[.,;]\s*|\s+)(?:please |pls |kindly )?(?:report|show|count|list|give|flag|state) (?:the |any )?(?:missings?|unknowns?|not recorded|blanks?|nulls?|unrecorded)(?: ones| values| cases| data)? (?:separately|apart|on their own|on its own|as well|too)\b/gi,
    written: '',
    note: 'what is not recorded is counted apart in every answer',
  },
  {
    said: new RegExp(
      String.raw`(?:^|(?<=[.?!]\s))((?:(?!${NEGATION})[^.?!])*?\b(?:who|that|have|has|members|people))(?: have| has)? both (?=(?:[a-z]+ed|sit|sits|serve|serves|on|bought|gave|given|made|came|come|hold|holds|have|has|been|belong|took|taken|put|went|did|done|an?)\b[^.?!]* and )`,
      'gi',
    ),
    written: (said) => said.replace(/ both $/i, ' '),
  },
];

/** What adds nothing at the end of a request. */
export const asWell: readonly SetPhrase[] = [
  { said: /\bon file with us\b/gi, written: 'on file' },
  {
    said: /(?<!\b(?:lapsed|grace|expired|prospects?|active|former|ex)(?: (?:ones|members|accounts|people|firms|companies|included))?)\s+(?:as well|too|also)(?=\s*(?:[.?!]|$))/gi,
    written: '',
  },
];
