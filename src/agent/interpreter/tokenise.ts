/*
 * A sentence as tokens. What follows a colon, quotes, "saying", or the "that" of a note is somebody's own words: it is
 * set aside whole and never parsed.
 */
import { wordsOf } from '../../language/words.js';
import { isNoteSaid } from './said-notes.js';

export interface Token {
  /** As typed. */
  readonly raw: string;
  /** Lower case; pseudonyms keep their capitals. */
  readonly text: string;
}

export interface Sentence {
  readonly tokens: readonly Token[];
  /** The person's own words, unchanged. */
  readonly ownWords?: string;
}

const RECORD = /\b([PR])-([0-9A-Z]{6,})\b/gi;
const PSEUDONYM = /\b([MN])-([0-9A-Z]{6})\b/gi;
const NOTE = String.raw`(?:notes?|noting|log|record|jot(?:\s+down)?|memo|tasks?|reminder|remind|to-?do|follow[- ]?up|assign)`;
const CHANGE = String.raw`(?:please\s+|can you\s+|could you\s+)?(?:correct|change|update|fix|replace|set|amend|edit)`;
const DETAIL = '(?:e-?mail|phone|mobile|cell|telephone|number|address)';
/** Each splits a sentence about a note into what is asked and the text of the note. */
const OWN_WORDS = [
  // "Correct her e-mail address to ...", "her new address is ...".
  new RegExp(
    String.raw`^(${CHANGE}\b.*?\b${DETAIL}(?:\s+address|\s+number)?\b.*?)(?:\s*:\s*|\s+(?:to|as|with|is now)\s+(?:be\s+)?)(\S.*)$`,
    'is',
  ),
  // "Create a task to call her on Friday", "remind her manager to send the form".
  /^((?:please\s+|can you\s+|could you\s+)?(?:add|make|create|set|set up|open|new|assign|propose)\b[^:]*?\b(?:tasks?|reminder|to-?do|follow[- ]?up)\b[^:]*?)\s+to\s+((?!me\b|him\b|her\b|them\b|[MN]-)[a-z].*)$/is,
  /^((?:please\s+)?remind\b[^:]*?)\s+(?:to|about)\s+(.+)$/is,
  new RegExp(String.raw`^(.*?\b${NOTE}\b[^:]*?)\s*:\s+(.+)$`, 'is'),
  new RegExp(String.raw`^(.*?\b${NOTE}\b.*?)\s*["“]([^"”]+)["”]\s*[.!]?\s*$`, 'is'),
  new RegExp(String.raw`^(.*?\b${NOTE}\b.*?)\s+(?:saying|to say|which says|that says)(?:\s+that)?\s+(.+)$`, 'is'),
  new RegExp(
    String.raw`^((?:please\s+|can you\s+|could you\s+)?(?:add|make|put|write|leave|log|create|enter|take|attach|propose)\b.*?\b${NOTE}\b.*?)\s+that\s+(.+)$`,
    'is',
  ),
  new RegExp(
    String.raw`^((?:please\s+|can you\s+|could you\s+)?${NOTE}(?:\s+(?:on|for|to|about)\s+\S+)?)\s+that\s+(.+)$`,
    'is',
  ),
];

/** Part of the text is somebody's own words. */
export const isOwnWords = (text: string): boolean =>
  isNoteSaid(text) || OWN_WORDS.some((pattern) => pattern.test(text));

export function tokenise(text: string): Sentence {
  for (const pattern of OWN_WORDS) {
    const [, asked, ownWords] = pattern.exec(text) ?? [];
    if (asked !== undefined && ownWords !== undefined) return { tokens: tokensOf(asked), ownWords: ownWords.trim() };
  }
  return { tokens: tokensOf(text) };
}

const COUNTED = '(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)';
/** "Which five states have the most": the first five of the groups, or of what is listed. */
const LEADING_NUMBER = new RegExp(
  String.raw`\b((?:in )?which|(?:in )?what) ${COUNTED} (?!of\b|or\b|years?\b|days?\b|months?\b|weeks?\b|times\b|and\b|percent\b|%)([^.?!;]+)`,
  'i',
);
/** "Per state, top 10 states". */
const TOP_GROUPS = new RegExp(
  String.raw`\b(top|bottom) ${COUNTED} (state|chapter|tier|citi|city|countri|country|industri|industry|employer|committee|month|region|group)(?:e?s|)\b`,
  'i',
);
const topGroups = (_: string, side: string, number: string, noun: string, at: number, whole: string): string => {
  const one = noun.replace(/i$/, 'y');
  const isSaid = new RegExp(String.raw`\b(?:by|per|each|every) ${one}\b`, 'i').test(whole);
  const order = /^top$/i.test(side) ? 'highest first' : 'lowest first';
  return `${at > 0 ? ', ' : ''}${isSaid ? '' : `by ${one} `}${order} , first ${number}`;
};

function tokensOf(text: string): Token[] {
  const kept: string[] = [];
  const guarded = text
    .replace(RECORD, (found: string) => ` qq${kept.push(found.toUpperCase()) - 1}qq `)
    .replace(PSEUDONYM, (_, kind: string, code: string) => ` qq${kept.push(`${kind}-${code}`.toUpperCase()) - 1}qq `)
    .replace(/\b(do|does|did|have|has|had|is|are|was|were|would|could|should|ca|wo)nt\b/gi, "$1n't")
    // Marks that carry nothing: dashes between clauses, faces, pictures, dots in a row.
    .replace(/\p{Extended_Pictographic}|\uFE0F|(?<=\s|^)[:;]-?[)(DPp](?=\s|$)|(?<=\s)(?:<3|xx+)(?=\s|$)/gu, ' ')
    .replace(/(?<=\s|^)[-–—*•~]+(?=\s|$)|\.{2,}|…|:(?=\s|$)/g, ' , ')
    .replace(
      /(?<=\b(?:last|past|next|prior|previous|within|over|every) )(\d+)\s?(d|w|m|y)\b|\b(\d+)(d|wk|mo|yr)s?\b/gi,
      inFull,
    )
    .replace(
      /(?:(?<=\b(?:have|has|had|having|did|do|does) )neither\b|\bneither\b(?= (?!lapsed|retired|certified|expired|employed|suspended)(?:\w+ed|came|paid|gave|given|bought|been|went|gone|made|put|sent|wrote|took|taken|spent)\b))([^.?!;]{1,60}?)\s*,?\s*\bnor\b/gi,
      'neither$1 or',
    )
    .replace(/\b(i)['’]m\b/gi, '$1 am')
    .replace(/\bnew yorkers\b/gi, 'New York members')
    // Written as a query: "open_balance > 0 ORDER BY open_balance DESC LIMIT 15".
    .replace(/(?<=\p{L})_(?=\p{L})/gu, ' ')
    .replace(
      /\bORDER BY ([\w ]+?) (DESC|ASC)\b/g,
      (_, by: string, order: string) => `sorted by ${by} ${order === 'DESC' ? 'highest' : 'lowest'} first`,
    )
    .replace(/\bLIMIT (?=\d)/g, 'first ')
    .replace(/\bGROUP BY\b/g, 'by')
    .replace(/\bWHERE\b/g, ' , ')
    .replace(/\b1st[ -]yrs?\b/gi, 'first year')
    .replace(/\b1st(?=[ -](?:yrs?|years?|times?|timers?)\b)/gi, 'first')
    .replace(/\bw\/(?=\s)/gi, 'with ')
    .replace(/(?<=\s|^)(\p{L}[\p{L}-]+)\+(?=\p{L})/gu, '$1 + ')
    .replace(LEADING_NUMBER, '$1 $3 , first $2')
    .replace(TOP_GROUPS, topGroups)
    .replace(/\bnot only\b/gi, ' ')
    .replace(/\bbut also\b/gi, ' and ');
  return wordsOf(guarded).map((raw) => {
    const [, index] = /^qq(\d+)qq$/.exec(raw) ?? [];
    const pseudonym = index === undefined ? undefined : kept[Number(index)];
    return pseudonym ? { raw: pseudonym, text: pseudonym } : { raw, text: raw.toLowerCase() };
  });
}

const units: Readonly<Record<string, string>> = {
  d: 'days',
  w: 'weeks',
  wk: 'weeks',
  m: 'months',
  mo: 'months',
  y: 'years',
  yr: 'years',
};
/** "Last 90d". */
const inFull = (_: string, number?: string, unit?: string, other?: string, otherUnit?: string): string =>
  `${number ?? other} ${units[(unit ?? otherUnit ?? '').toLowerCase()]}`;

/** The pseudonyms and placeholders in a text, each once. */
export const pseudonymsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PSEUDONYM)].map(([found]) => found.toUpperCase())),
];
