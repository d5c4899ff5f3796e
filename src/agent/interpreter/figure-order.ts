/*
 * A ranking as the grammar reads it: the figure, its groups, and which side comes first unless the sentence says so
 * already. Shared by all that read rankings, with the figures they rank by.
 */
import { NUMBERS, one } from './group-names.js';

/** The figures groups are ranked by. */
export const MEASURES =
  '(?:total |average |mean |avg |median |overall )?(?:volunteer(?:ing)? hours|hours volunteered|course credits|credits|dues|donations?|giving|gifts|revenue|spend(?:ing)?|purchases|sales|overdue(?: balance| amounts?| dues| money| invoices)?|open balances?|outstanding balances?|engagement(?: scores?)?|tenure|years of membership|(?:portal )?log-?ins|(?:e-?mail |newsletter )?(?:clicks|opens)|posts|downloads|page views|events attended|attendances?)';

/** An order is said already. */
const HAS_ORDER = new RegExp(
  String.raw`\b(?:first(?! (?:${NUMBERS}))|ascending|descending|at the top|on top|up top|at the bottom)\b`,
  'i',
);
const UP = /\b(?:least|fewest|lowest|smallest|worst|bottom|weakest|shortest|poorest)\b/i;

/** The order a ranking asks for, said behind its groups; nothing where the sentence has one. */
export const inOrder = (most: string, sentence: string): string =>
  HAS_ORDER.test(sentence) ? '' : `, ${UP.test(most) ? 'lowest' : 'highest'} first`;

/** A figure by its groups, in the order that was asked for. */
export const ranked = (figure: string, group: string, tail: string, most: string, whole: string): string =>
  `${totalOf(figure)}${tail.trim() ? ` ${tail.trim()}` : ''} by ${one(group)}${inOrder(most, whole)}`;

const totalOf = (figure: string): string =>
  /^(?:volunteer|hours|course|credits|dues|donation|giving|gifts|revenue|spend|purchases|sales|(?:portal )?log-?ins|(?:e-?mail |newsletter )?(?:clicks|opens)|posts|downloads|page views)/i.test(
    figure,
  )
    ? `total ${figure}`
    : figure;
