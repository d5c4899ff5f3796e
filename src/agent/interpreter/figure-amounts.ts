/*
 * Groupings and amounts said as nouns: "tier split", "donations by chapter", "overdue $", "in dollars, not headcount",
 * and of whom they are. Data: each wording once.
 */
import type { Rewriting } from './rewriting.js';

export const amounts: readonly Rewriting[] = [
  // "Tier split", "chapter breakdown": a noun for a grouping.
  [
    /(^|[.:;,–—-]\s*|\b(?:the|a|our|need|give me|show me|want) )(tier|chapter|state|status|level|membership type) (?:split|break ?down|mix|distribution|composition|counts|headcounts?|headcount)\b(?: of (?:our |the )?((?:active |lapsed )?(?:members(?:hip)?|people|organi[sz]ations)))?/gi,
    ([, before = '', group = '', whom = '']) =>
      `${before.replace(/\b(?:a|the|our) $/i, '')}${whom || 'members'} by ${group}`,
  ],
  [
    /\b(?:so )?(?:count|treat|include|put|take) (?:the )?(?:ones|those|people|members|everyone|everybody|anybody|anyone|them)? ?(?:with|who have|without) (?:none|any|nothing|no \p{L}+)(?: down)? (?:as|at) (?:a )?(?:zeros?|0|nil|nought)(?:,? (?:don't|do not|and don't) (?:skip|leave|drop|ignore) (?:them|those)(?: out)?)?/giu,
    () => '',
  ],
  [
    /^((?:(?:and|so|please|pls|ok|now|i need|i want|i'd like|we need|give me|show me|can i (?:get|have|see)|get me|need|want|the|our|all)\s+)*)((?:donations?|giving|gifts|purchases|sales|volunteer(?:ing)? hours|course credits|credits)\b(?! (?:per|a) (?:head|member|person|capita))(?=.*\b(?:by|per|for each|in each|vs|versus|against)\b))/i,
    ([, before = '', figure = '']) => `${before}total ${figure}`,
  ],
  [
    /(?<=\S)\s*,?\s*\b(?:(?:and|then) )?(?:broken|split|cut|sliced|grouped|divided|carved|chopped)(?: (?:it|that|them))?(?: (?:down|out|up))? (?:by|per|into|across|along)\b/gi,
    () => ' by',
  ],
  // Money.
  [
    /\b(dues|donations|gifts|payments|money|revenue|cash|fees|contributions) (?:actually|really|truly|physically) (received|collected|paid|taken|in)\b/gi,
    ([, what = '', how = '']) => `${what} ${how}`,
  ],
  [/\b((?:overdue|past[- ]due|outstanding|open|unpaid)) ?\$(?!\s?\d)/gi, ([, state = '']) => `${state} balance`],
  [
    /(?:^|(?<=[.;]\s))\s*(?:(?:in )?(?:dollars|amounts?|money|sums?|totals?),? not (?:(?:the )?(?:number of )?(?:donors|people|heads|counts?|headcounts?|averages?|members|gifts|payers)))\s*[.]?\s*$/gi,
    () => '',
  ],
  [
    /,?\s*\b(?:organi[sz]ations|companies|orgs) (?:are )?in(?:cluded)?(?: as well| too| also)?(?=\s*(?:[,.;]|please|$))/gi,
    () => '',
  ],
  [/,?\s*\b(?:totals?|sums?),? not (?:the )?averages?\b/gi, () => ''],
  [
    /\b(?:whatever|regardless of|irrespective of|never mind|no matter|ignoring)(?: (?:their|the|its|what))?(?: (?:current|membership|member))? (?:status|standing)(?: (?:is|may be|they have))?\b/gi,
    () => 'any status',
  ],
  [
    /(?<=\bany status)(?:\s*,|\s+and)?\s*(?:the )?lapsed(?: (?:ones|people|members|too))? (?:are |is )?(?:fine|ok|okay|welcome|included|in)(?: too| as well)?/gi,
    () => '',
  ],
  // Two kinds of record, as groups.
  [
    /\b(?:of|for|from|between) (?:people|persons|individuals) (?:and|vs\.?|versus|against) (?:organi[sz]ations|companies|orgs|firms)(?=,? by (?:kind|record type|type of record)\b)/gi,
    () => '',
  ],
];
