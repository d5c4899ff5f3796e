/*
 * Daily words for groups, ranks and tables, as the grammar reads them. The wordings stand by theme in files of their
 * own; here is the order they are taken in, and what a figure is for, which is taken out first.
 */
import { monthNames } from '../../language/months.js';
import { amounts } from './figure-amounts.js';
import { mostAndLeast } from './figure-changes.js';
import { ranks } from './figure-ranks.js';
import { tables } from './figure-tables.js';
import { type Rewriting, rewritten } from './rewriting.js';

const OFFICE =
  "(?:board|council|staff|committee|budget|exec(?:utive)?|finance|treasurer's|treasurers?|ceo's|chair's|annual|monthly|quarterly|weekly|year[- ]end|leadership|membership|retention|cpd|education|ar|dues|donor|volunteer|events?)";
const DATED = String.raw`(?:the |our |my |this |next |\p{L}+day's |tomorrow's |next (?:week|month)'s |(?:${monthNames.join('|')})(?:'s)? )*`;
const PAPER = '(?:pack|packet|book|deck|report|slides?|paper|dashboard|agenda|minutes|review|binder|briefing|handout)';

/** What the figure is for: taken out, and said. */
const purposes: readonly RegExp[] = [
  new RegExp(
    String.raw`^\s*(?:for|in|on) ${DATED}(?:${OFFICE} )*(?:${PAPER}|${OFFICE} (?:meeting|retreat|call))\b(?: \d+)?\s*(?:,|:|\s[–—-])?\s*(?=\S)(?=(?:i|we|please|could|can|give|show|what|how|which|the|our|total|average)\b|.*\bby\b)`,
    'iu',
  ),
  new RegExp(
    String.raw`\s*,?\s*(?<!\b(?:it's|its|that's|thats|is|are)\s{0,3})\bfor ${DATED}(?:${OFFICE} )*(?:${PAPER}|${OFFICE} (?:meeting|retreat|call))\b(?: \d+)?(?=\s*(?:[.,?!;]|please|pls|$))`,
    'iu',
  ),
  new RegExp(String.raw`^\s*${OFFICE} ${PAPER}\s*:\s*`, 'iu'),
  /,?\s*\bthe (?:chair|boss|board|treasurer|ceo|president|director) (?:hates|dislikes|can't stand|loathes|loves|likes) (?:it )?when\b[^.?!]*/i,
];
const ASKS =
  /^(?:(?:i|we) (?:need|want|would like|'d like|have to have)|i'd like|we'd like)(?: to (?:see|have|know))? (?:(?:one|a|the) table\s*:\s*)?/i;

/** In this order: a later one reads what an earlier one has written. */
const figures: readonly Rewriting[] = [...tables, ...ranks, ...mostAndLeast, ...amounts];

export interface Plainly {
  readonly text: string;
  /** What was taken out, in the person's own words. */
  readonly aside: readonly string[];
}

const ABOUT_FIGURES =
  /\b(?:by|per|each|total|average|median|mean|how (?:many|much)|percent\w*|share|rank|table|split|breakdown|number|count)\b|%/i;

/** The sentence with its groups, ranks and tables in plain words; what it is for is taken out. */
export function figuresPlainly(text: string): Plainly {
  let plain = text.replace(/[’‘]/g, "'");
  const aside: string[] = [];
  if (ABOUT_FIGURES.test(plain) && !/\b[MN]-[0-9A-Z]{6}\b/.test(plain))
    for (const purpose of purposes) {
      const [found] = purpose.exec(plain) ?? [];
      const rest = found === undefined ? '' : plain.replace(purpose, ' ').trim().replace(ASKS, '');
      if (found === undefined || rest.split(' ').length < 2) continue;
      aside.push(found.replace(/^[\s,]+|[\s,:–—-]+$/g, ''));
      plain = rest;
    }
  plain = rewritten(plain, figures);
  const whole = plain
    .replace(/\s{2,}/g, ' ')
    .replace(/\s+([,.])/g, '$1')
    .replace(/^[\s,]+/, '')
    .trim();
  return plain === text || whole === '' ? { text, aside: [] } : { text: whole, aside };
}
