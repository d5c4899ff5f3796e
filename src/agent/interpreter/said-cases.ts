/*
 * Cases by how long they have been open: "a complaint that has been sitting for three weeks". Data: each pattern has one
 * meaning.
 */
import type { SetPhrase } from './rewriting.js';

const CASE = '(?:support |service |help ?desk )?(?:cases?|tickets?|complaints?|requests?|issues?)';
const OPEN_CASE = `(?:open|unresolved|unanswered|outstanding|pending) ${CASE}`;
const WAITED =
  'sitting|waiting|open|going|running|hanging|lying around|around|outstanding|pending|logged|raised|opened|came in|come in|in the queue|unanswered|unresolved|dragging on|stuck|there';
const STANDS_OPEN = String.raw`\b(?:with |w\/? |have |has |having |had )?(?:an? )?(?:still )?(?:${OPEN_CASE}|${CASE} (?:that (?:is|are) )?(?:still )?open)(?:,? (?:that|which|thats|that['’]s|and))?(?: (?:has|have|is|are|had|was|were|['’]s))?(?: (?:been|still|just|now))*(?: (?:${WAITED}))?`;
const CASE_NOTE =
  'with a case open today, and a case opened by that day: whether it is the same one, the record of each tells';

/** An open case, and the day by which a case was opened. */
export const openCases: readonly SetPhrase[] = [
  { said: /\bsince before\b/gi, written: 'before' },
  {
    said: new RegExp(
      String.raw`${STANDS_OPEN}(?: for)? ((?:more than|over|longer than|at least) (?:\w+ )?(?:\d+|an?|one|two|three|four|five|six) (?:days?|weeks?|months?|years?))(?: ago)?(?: (?:now|already))?`,
      'gi',
    ),
    written: 'with an open case who opened a case $1 ago',
    note: CASE_NOTE,
  },
  {
    said: new RegExp(`${STANDS_OPEN} (?=before )`, 'gi'),
    written: 'with an open case who opened a case ',
    note: CASE_NOTE,
  },
  {
    said: /(with an open case who opened a case [^?.!]*?)(?: and|,)? (?:it['’]?s|it is|they['’]re|they are|that['’]?s|still) (?:still )?(?:not (?:been )?(?:closed|resolved|settled|answered)|open|unresolved|unanswered)\b/gi,
    written: '$1',
  },
];
