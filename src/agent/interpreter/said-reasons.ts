/*
 * Why somebody asks, and what says nothing: taken out, and said in a note where it might have limited. Data: each
 * pattern has one meaning.
 */
import { monthNames } from '../../language/months.js';
import type { SetPhrase } from './rewriting.js';

const MONTHS = monthNames.join('|');

/** What the list is for, and who is to use it. */
export const reasons: readonly SetPhrase[] = [
  {
    said: new RegExp(
      String.raw`(?<!\b(?:registered|signed up|paid|gave|donated|volunteered|booked|billed|invoiced|owe|owes|owing|bought) )\bfor (?:the|our|my|next|this) (?:(?:${MONTHS}|spring|summer|fall|autumn|winter|year[- ]end|christmas|holiday|annual|quarterly|monthly|weekly) )+(?:drop|mail ?drop|mailing|mailer|appeal|campaign|blast|push|mailshot|drive|reminder|reminders|send|issue|edition|ask|letter|letters|cards?)\b`,
      'gi',
    ),
    written: '',
    note: 'what it is for is left aside',
  },
  {
    said: /\bso (?:that )?N-[0-9A-Z]{6}(?:['’]s \w+(?: \w+)?)? (?:can|could|may|might|will) [^.?!;]*/g,
    written: '',
    note: 'why it is wanted is left aside',
  },
  {
    said: /\b(need|have|want|going|plan|wish) to (ring|call|phone|write to|visit|post to|reach) (them|him|her|those)(?: by phone| up)? instead\b/gi,
    written: '$1 to $2 $3',
  },
  {
    said: /\s*(?:[-–—,]\s*|\s)(?:i |we )?(?:need|want|would like|for|it's for|this is for)(?: the)?(?: names?| list| it| them| this)*(?: for)? (?:the |our |a |my )?write[- ]?offs? (?:discussion|meeting|review|list|talk|conversation|schedule|committee|session|memo|paper)s?(?: (?:w\/|with) [^.?!]*)?(?=\s*[.?!]|\s*$)/gi,
    written: ', names please',
    note: 'nothing is written off: only the list is given',
  },
  {
    said: /[.,]?\s+(?:i|we) (?:want|need|'d like|would like|have|plan|intend) to (?:go (?:over|through)|discuss|consider|look at|review|talk (?:about|through)) (?:the |any |possible |potential |our )*write[- ]?offs?\b[^.?!]*(?=[.?!]|$)/gi,
    written: '',
    note: 'nothing is written off: only the list is given',
  },
];

/** Greetings, and what holds anyway. */
export const saysNothing: readonly SetPhrase[] = [
  { said: /(?:[.,;–—-]\s*)an? (\p{L}+) (?:is|['’]s) an? \1\b/giu, written: '' },
  { said: /^\s*g['’]?day(?: (?:mate|all|team|there))?\s*[,.!]?\s+/i, written: '' },
  {
    said: /(?<=[.,;?])\s*(?:from|as of|starting) today(?: on)?(?:wards?)?,? (?:i mean|that is|obviously|of course)\b/gi,
    written: '',
  },
  { said: /\b(and|but|who|then) just stopped\b/gi, written: '$1 stopped' },
];
