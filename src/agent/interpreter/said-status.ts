/*
 * Whose status is meant: "I don't mind whether they have lapsed", "include the lapsed", "people, no companies". Data:
 * each pattern has one meaning.
 */
import { ORGANIZATIONS } from './group-names.js';
import type { SetPhrase } from './rewriting.js';

const THEY = `(?:they|it|those|he|she|somebody|someone|people|anyone|the (?:member|person|people|account|accounts|company|companies|donor|donors)|these)`;
const STANDING =
  '(?:lapsed|left|active|current|expired|gone|dropped|members?|(?:an? )?(?:paid[- ]up )?members?|still members?|still with us|with us(?: still)?|in grace|paid up|prospects?|former|past)';

/** Any status, one left out, one as it is today; persons as against organizations. */
export const whoseStatus: readonly SetPhrase[] = [
  {
    said: new RegExp(
      String.raw`(?:\s*[,;.?!–—-]+\s*|\s+)(?:and )?(?:(?:i|we) )?(?:really |just )?(?:don['’]?t|do not|dont|needn['’]t) (?:really |much )?(?:mind|care|fuss|worry|bother)(?: about)? (?:whether|if) ${THEY}(?:['’]ve|['’]re|['’]s| have| are| is| has| had)?(?: (?:since|still|already|now|currently))* ${STANDING}(?: (?:or|and) (?:not|${STANDING}))?`,
      'gi',
    ),
    written: ', of any status',
  },
  {
    said: new RegExp(
      String.raw`\b(?:whether|no matter (?:whether|if)|regardless of (?:whether|if)|irrespective of whether)(?: or not)? ${THEY}(?:['’]ve|['’]re|['’]s| have| are| is| has| had)(?: (?:since|still|already|now|currently))* ${STANDING}(?: (?:or|and) (?:not|${STANDING}))?`,
      'gi',
    ),
    written: 'of any status',
  },
  {
    said: /\b(?:whatever|whichever|any|no matter what|regardless of|irrespective of)(?: the| their)?(?: current| membership| present)? (?:status|standing)(?: is| may be| they (?:have|are in))?,? (?:and |with |incl(?:uding|\.)? )?(?:the )?(?:prospects|lapsed|lapsed ones|non[- ]?members|leads|everyone|everybody)(?: (?:too|included|as well|are fine too|are fine|in as well|in too|also))*\b/gi,
    written: 'of any status',
  },
  {
    said: /\b(?:whatever|regardless of|irrespective of|no matter)(?: the| their)?(?: current| present| own)? membership (?:status|standing)\b/gi,
    written: 'of any status',
  },
  {
    said: /\bany status,? (?:(?:the )?lapsed(?: ones| members| people)?|prospects|ex[- ]?members|former members) (?:are |is )?(?:fine|ok|okay|good|in|included|welcome)(?: too| as well| also)?\b/gi,
    written: 'of any status',
  },
  {
    said: /\b(?:members|current members|current) and (?:ex[- ]?members|former members|past members|non[- ]?members|former|ex)(?: alike| both| equally| too)\b/gi,
    written: 'of any status',
  },
  {
    said: /(?:[.,;–—-]\s*|\s+)(?:please |pls |do |and )?(?:include|incl\.?|count|add|keep|leave) (?:in )?(?:the )?lapsed(?: ones| members| accounts| people| too| as well| in)*(?=\s*(?:[.,;!?–—-]|$))/gi,
    written: ', lapsed included',
  },
  {
    said: /(?:[.,;–—-]\s*|\s+)(?:please |pls |and |just )?(?:leave|keep|drop|take) (?:the |anyone in |everyone in |those in |people in )?(grace|lapsed|prospects?|students?|organi[sz]ations?|companies) (?:members |people |ones )?(?:out(?: of (?:it|this|that|there|the count|the list))?)(?=\s*(?:[.,;!?–—-]|$))/gi,
    written: ', excluding $1',
  },
  {
    said: /\b(?:are|is|remain|remains|stay|stays|still are)(?: still)? (lapsed|active|in grace)(?: as of (?:today|now|right now|this morning)| as at today| today| to this day| now)\b/gi,
    written: 'are $1',
  },
  {
    said: /\b(?:who |and who |that )?remain(?:s|ed)? (lapsed|active|in grace)\b/gi,
    written: 'who are $1',
  },
  {
    said: /\bmembers? whose term (?:covers|includes|runs past|extends past) (?:today|now|this day)\b/gi,
    written: 'active members',
  },
  { said: /\bpersons? \(not (?:the )?(?:organi[sz]ations?|companies|orgs|firms)\)/gi, written: 'persons only' },
  {
    said: new RegExp(`\\b(?:just |only )?(?:active )?people,? (?:no|not) (?:the )?${ORGANIZATIONS}\\b`, 'gi'),
    written: (said) => `${/active/i.test(said) ? 'active ' : ''}persons only`,
  },
];

/** Both that make a member, said to be in. */
export const activeOrInGrace: readonly SetPhrase[] = [
  {
    said: /(?:[.,;–—-]\s*)(?:active and grace|grace and active|both active and grace|active plus grace)(?: (?:both|people|members|ones))? (?:count|included|are fine|is fine|are in|in)\b/gi,
    written: ', active or in grace',
  },
];
