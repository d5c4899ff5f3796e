/*
 * Groups ranked by a figure: "rank the tiers by dues", "the top five chapters for credits", "which chapter has the most",
 * "which state pays us most", two groups held against each other. Data: each wording once.
 */
import { monthNames } from '../../language/months.js';
import { inOrder, MEASURES, ranked } from './figure-order.js';
import { GROUP, NUMBERS } from './group-names.js';
import type { Rewriting } from './rewriting.js';

const MONTHS = monthNames.join('|');

/** "How much is overdue", "the number of volunteers": the figure itself. */
const asFigure = (words: string): string =>
  words
    .replace(
      /^how much (?:(?:money|dues) )?(?:is|are|they have|they've got|there is|we have)(?: still)? overdue.*$/i,
      'total overdue balance',
    )
    .replace(/^how much (?:they|it|each|people|members) (?:still )?owes?(?: us)?.*$/i, 'total open balance')
    .replace(/^how much (?:is|are) (?:still )?(?:owed|open|outstanding|unpaid).*$/i, 'total open balance')
    .replace(/^how many /i, 'how many ')
    .replace(/^number of /i, 'how many ')
    .replace(/^(how many )(?:people |members )?(?:volunteers)\b/i, '$1members volunteered')
    .replace(/^(how many )(?:new )?(?:joiners|joins|new members)\b/i, '$1members joined')
    .replace(/^(how many )(?:lapses|losses|lapsers)\b/i, '$1members lapsed');

export const ranks: readonly Rewriting[] = [
  [
    new RegExp(
      String.raw`\b(?:rank|order|sort|list|put|compare|line up)(?: me| for me)?(?: all)?(?: of)?(?: the| our| my| your)? ${GROUP}(?: for me| in order| up)? (?:by|on|according to|in order of|for|in terms of) (?:the |their )?(.+?)(?=\s*(?:,|[.?!;–—]|$))`,
      'gi',
    ),
    ([, group = '', figure = ''], whole) => ranked(asFigure(figure), group, '', 'most', whole),
  ],
  [
    new RegExp(
      String.raw`\b(?:the )?(top|best|bottom|worst|first) (?:(?:${NUMBERS}) )?${GROUP} (?:for|by|in terms of|on|in) (?:the )?(${MEASURES})([^,.?!;]*)`,
      'gi',
    ),
    ([, most = '', group = '', figure = '', tail = ''], whole) => ranked(figure, group, tail, most, whole),
  ],
  [
    /(?<=[?.!]\s+|,\s*)(?:and |please |then |now )*rank (?:the (?:whole )?lot(?: of (?:'?em|them))?|them(?: all)?|'?em(?: all)?|all of (?:them|'em))(?: for me)?(?: please)?\s*,?/gi,
    () => ',',
  ],
  [
    /,?\s*\b(?:and )?(?:roughly |about )?how (?:do|does|did) the (?:others|rest|other \w+) (?:compare|look|stack up|do|fare)(?: to (?:it|that|this))?/gi,
    () => '',
  ],
  // "By tier. Who reads us most?": in which order the groups come.
  [
    /(\bby (?:tier|chapter|state|month|quarter|year|level|region|status|industry)s?\b[^.?!]*)[.?!–—]+\s+(?:and |so )?(?:who(?:'s| is|se)?|which (?:one|tier|chapter|state|month|of (?:them|these)))\b[^.?!,]*\b(most|best|highest|least|worst|lowest|fewest|biggest|largest)\b[^.?!,]*\??\s*$/gi,
    ([, before = '', most = '']) => `${before}${inOrder(most, before)}`,
  ],
  [
    /^(?:and |so )?(\p{L}+(?: \p{L}+)?) (?:vs\.?|versus|or|against) (\p{L}+(?: \p{L}+)?)\s*[,:–—-]\s*(?:who|which(?: (?:one|chapter|tier|state))?)(?: has| have| had|'s)?(?: got| had| seen| brought in| brought| gained| signed up| added| recruited)? (?:the )?(?:more|most) (?:new )?(?:joiners|members|joins|sign-?ups|recruits|faces)\b([^.?!]*)\??/giu,
    ([, first = '', second = '', tail = '']) => `how many members joined${tail}, ${first} vs ${second}`,
  ],
  [
    new RegExp(
      String.raw`(?<=\b(?:total|average|median|how (?:much|many)|mean)\b.*)\b(?:from|of|for|in) (?!(?:${MONTHS}|Q\d)\b)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?) and (?:from|of|for|in) (?!(?:${MONTHS}|Q\d)\b)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)\b`,
      'gu',
    ),
    ([, first = '', second = '']) => `of ${first} vs ${second}`,
  ],
  [/\bacross (?:the|our) (?:whole |entire |full )?membership\b/gi, () => 'of members'],
];
