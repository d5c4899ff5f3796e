/*
 * The last check of an answer: a number that no receipt of the thread holds is taken out, and the answer says so.
 * Free are days, ids, and what the person, or the definition that was counted, said. A percentage is a figure of its own:
 * a receipt of 3 members does not hold "3 %".
 */
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import type { Receipt } from '../receipts/receipt.js';
import { COUNTED, isCount, PARTS, percentOf, timesOf, valueOfWords, WORDS } from './number-words.js';

export interface Checked {
  readonly text: string;
  readonly removed: number;
}

const REMOVED = '[number removed]';
/** What is settled stands as one letter of a private plane, which no text of ours or of a model holds. */
const KEPT = 0xf0000;
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
/** What would be counted by a year before it: "of 2000 registrations", "in 2019 active members". */
const COUNTED_NEXT = COUNTED.source.slice(1).replace('(?:[- ]\\p{L}+){0,2}?', '(?: (?:active|lapsed|new|open|more))?');
/** Ids, days and times: they are no counts. In this order, since an id may hold digits that look like one. */
const IDS = /\b(?:[A-Z]-[0-9A-Z]{4,}|[0-9a-f]{16,})\b/gi;
const DAYS = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?)?\b`,
    String.raw`\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? \d{4})?\b`,
    String.raw`\b${MONTH} (?:\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{4})\b`,
    String.raw`\b\d{1,2}:\d{2}\b`,
    String.raw`\bQ[1-4](?: (?:19|20)\d{2})?\b`,
    // A year is one after a word of time, and where nothing is counted by it: of 2000 registrations.
    String.raw`(?<!\b(?:total|sum|out|number|count|average|median|maximum|minimum|instead|excess) )\b(?:in|since|of|until|till|by|before|after|from|to|through|during|year|fiscal|FY|summer|spring|autumn|fall|winter|quarter) ?(?:19|20)\d{2}\b(?!-\d)(?!${COUNTED_NEXT})`,
    String.raw`\b(?:[12]?\d|3[01])(?:st|nd|rd|th)\b`,
  ].join('|'),
  'giu',
);
const LIST_MARKS = /^(\s*)(\d{1,2})([.)]\s)/gm;
/** With thousands set apart as in English, German, French or Swiss figures; then what makes it larger or a share. */
const NUMBER = String.raw`\d+(?:[.,'’\u00a0\u202f ]\d{3})*(?:[.,]\d+)?`;
const CODES = 'USD|EUR|GBP|CAD|AUD|NZD|CHF|JPY|MXN|INR|SEK|NOK|DKK|BRL';
/** Nothing else of letters stands beside a figure: "5000USD", "10x" and "USD5000" are figures, "B12" is a room. */
const NUMBERS = new RegExp(
  String.raw`(?:(?<![\p{L}\d_.])|(?<=(?<![\p{L}\d_])(?:${CODES})))[-+]?(${NUMBER})(?:(st|nd|rd|th)\b| ?(k|mn?|bn?|hundred|thousand|million|billion|dozen)\b)?( ?%| per ?cent\b)?(?:(?![\p{L}\d_])|(?=(?:${CODES}|x|fold|cents?|dollars?|euros?)(?![\p{L}\d_])))`,
  'giu',
);
const PERCENT = /\b(?:percent|per cent|share|ratio|rate)\b|%/i;

/**
 * `said` are texts whose numbers may be repeated: what the person typed, arguments of the calls, what a receipt says of
 * whom it counts. `before` is what was told of the same answer already: a list goes on there.
 */
export function checkNumbers(
  text: string,
  receipts: readonly Receipt[],
  said: readonly string[],
  before = '',
): Checked {
  let listed = lastListed(before);
  const held = heldBy(receipts, said);
  const kept: string[] = [];
  const keep = (found: string): string => String.fromCodePoint(KEPT + kept.push(found) - 1);
  let removed = 0;
  const check = (found: string, isHeld: boolean, rest = ''): string => {
    if (isHeld) return keep(found);
    removed++;
    return keep(REMOVED + rest);
  };
  const checked = inPlainDigits(text)
    .replace(IDS, keep)
    .replace(DAYS, keep)
    .replace(LIST_MARKS, (found: string, space: string, number: string, mark: string) => {
      const isNext = Number(number) === 1 || Number(number) === listed + 1;
      if (isNext) listed = Number(number);
      return isNext ? `${space}${keep(number)}${mark}` : found;
    })
    .replace(NUMBERS, (found: string, number: string, _ordinal, times = '', percent = '') =>
      check(
        found,
        readingsOf(number).some((value) =>
          (percent ? held.percents : held.values).has(spelt(value * (timesOf(times) ?? 1))),
        ),
        percent,
      ),
    )
    .replace(PARTS, (found: string) => {
      const percent = percentOf(found);
      const isHeld = percent !== undefined && rounded(percent).some((share) => held.percents.has(share));
      return check(found, isHeld || held.parts.has(found.toLowerCase()));
    })
    .replace(WORDS, (found: string, at: number, whole: string) => {
      const value = valueOfWords(found);
      const rest = whole.slice(at + found.length);
      return isCount(value, rest) ? check(found, held.values.has(spelt(value))) : found;
    });
  return { text: put(checked, kept), removed };
}

/** The last mark of a list that is numbered from 1; 0 when there is none. */
function lastListed(text: string): number {
  let last = 0;
  for (const [, , number] of text.matchAll(LIST_MARKS))
    if (Number(number) === 1 || Number(number) === last + 1) last = Number(number);
  return last;
}

function put(text: string, kept: readonly string[]): string {
  return text.replace(/[\u{F0000}-\u{FFFFD}]/gu, (mark) => kept[(mark.codePointAt(0) ?? 0) - KEPT] ?? '');
}

interface Held {
  readonly values: ReadonlySet<string>;
  readonly percents: ReadonlySet<string>;
  /** Shares and multiples in words, as they were said. */
  readonly parts: ReadonlySet<string>;
}

function heldBy(receipts: readonly Receipt[], said: readonly string[]): Held {
  const [values, percents] = [new Set<string>(), new Set<string>()];
  for (const { value, unit, arguments: args, population } of receipts) {
    const figures = [value, ...(/cents$/i.test(unit) ? [value / 100] : [])].flatMap(rounded);
    for (const figure of figures) values.add(figure);
    if (PERCENT.test(unit)) for (const figure of [value, value * 100].flatMap(rounded)) percents.add(figure);
    for (const number of numbersIn(`${JSON.stringify(args) ?? ''} ${population}`)) values.add(number);
  }
  for (const one of said) {
    for (const number of numbersIn(one)) values.add(number);
    for (const [, number = ''] of one.matchAll(/(\d+(?:\.\d+)?) ?(?:%|per ?cent)/gi))
      percents.add(spelt(Number(number)));
  }
  const parts = new Set(said.flatMap((one) => one.toLowerCase().match(PARTS) ?? []));
  return { values, percents, parts };
}

/** As it stands and as it may be printed. */
const rounded = (value: number): string[] =>
  [value, Math.round(value), Number(value.toFixed(1)), Number(value.toFixed(2))].map(spelt);

const spelt = (value: number): string => String(Math.abs(Number(value.toPrecision(12))));

/** "1,412" and "1.412" may be a thousand and more, or one and a fraction: whichever a receipt holds. */
function readingsOf(number: string): number[] {
  const bare = number.replaceAll(/['’\u00a0\u202f ]/g, '');
  return [bare.replaceAll(',', ''), bare.replaceAll('.', '').replace(',', '.'), bare.replaceAll(/[.,]/g, '')]
    .filter((_, index) => index < 2 || /^\d{1,3}(?:[.,]\d{3})+$/.test(bare))
    .map(Number)
    .filter((value) => !Number.isNaN(value));
}

function numbersIn(text: string): string[] {
  const plain = inPlainDigits(text).replace(IDS, ' ');
  const digits = [...plain.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', '')));
  const words = [...plain.matchAll(WORDS)].map(([number]) => valueOfWords(number));
  return [...digits, ...words].map(spelt);
}

/** Arabic, Devanagari, full-width and other digits as ours: a count in another script is a count. */
const inPlainDigits = (text: string): string =>
  text.replace(/[^\p{ASCII}]/gu, (letter) => {
    if (!/\p{Nd}/u.test(letter)) return letter;
    let zero = letter.codePointAt(0) ?? 0;
    const code = zero;
    // Digits of a script stand in a row of ten; its zero is the first of them.
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });

/** What people typed, the arguments of calls, and rules a tool words ("fewer than five"): these may be repeated. */
export const saidIn = (messages: readonly BaseMessage[]): string[] =>
  messages.flatMap((message) => {
    if (message instanceof HumanMessage) return [message.text];
    if (message instanceof ToolMessage)
      return [...(message.text.match(WORDS) ?? []), ...(message.text.match(PARTS) ?? [])];
    return message instanceof AIMessage ? (message.tool_calls ?? []).map(({ args }) => JSON.stringify(args)) : [];
  });

/** The interpreter answers in the tools' own words, whose numbers come from the store: notes and days of theirs too. */
export const wordsOfTools = (messages: readonly BaseMessage[]): string[] =>
  messages.flatMap((message) => (message instanceof ToolMessage ? [message.text] : []));

export const removedWords = (removed: number): string =>
  removed === 1
    ? 'One number was removed: nothing in this conversation shows where it came from.'
    : `${removed} numbers were removed: nothing in this conversation shows where they came from.`;
