/*
 * The last check of an answer: a number that no receipt of the thread holds is taken out, and the answer says so.
 * Free are days, ids, and what the person, or the definition that was counted, said.
 */
import type { Receipt } from '../receipts/receipt.js';

export interface Checked {
  readonly text: string;
  readonly removed: number;
}

const REMOVED = '[number removed]';
/** Ids, days and times: they are no counts. In this order, since an id may hold digits that look like one. */
const IDS = /\b(?:[MNRPDT]-[0-9A-Z]{4,}|[0-9a-f]{16,})\b/gi;
const DAYS =
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}(?:, \d{4})?|\d{4})\b|\b\d{1,2}:\d{2}\b|\bQ[1-4]\b/g;
const NUMBERS = /(?<![\w.-])[-+]?\d+(?:,\d{3})*(?:\.\d+)?(?![\w-])/g;
const LIST_MARKS = /^(\s*)(\d{1,2})([.)]\s)/gm;

/**
 * `said` are texts whose numbers may be repeated: what the person typed, arguments of the calls, what a receipt says of
 * whom it counts.
 */
export function checkNumbers(text: string, receipts: readonly Receipt[], said: readonly string[]): Checked {
  const allowed = new Set<string>();
  for (const { value, arguments: args, population } of receipts) {
    allowed.add(spelt(value));
    allowed.add(spelt(Math.round(value)));
    for (const number of numbersIn(`${JSON.stringify(args) ?? ''} ${population}`)) allowed.add(number);
  }
  for (const one of said) for (const number of numbersIn(one)) allowed.add(number);

  const kept: string[] = [];
  const keep = (found: string): string => `\uE000${kept.push(found) - 1}\uE001`;
  let removed = 0;
  const guarded = text
    .replace(IDS, keep)
    .replace(DAYS, keep)
    .replace(LIST_MARKS, (_, space: string, number: string, mark: string) => `${space}${keep(number)}${mark}`);
  const checked = guarded.replace(new RegExp(`\\uE000\\d+\\uE001|${NUMBERS.source}`, 'g'), (found) => {
    if (found.startsWith('\uE000') || allowed.has(spelt(Number(found.replaceAll(',', ''))))) return found;
    removed++;
    return REMOVED;
  });
  return { text: checked.replace(/\uE000(\d+)\uE001/g, (_, index: string) => kept[Number(index)] ?? ''), removed };
}

// U+E000 and U+E001 are private: no text of ours or of a model holds them.
const spelt = (value: number): string => String(Math.abs(value));

function numbersIn(text: string): string[] {
  const found = text.replace(IDS, ' ').matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g);
  return [...found].map(([number]) => spelt(Number(number.replaceAll(',', ''))));
}

export const removedWords = (removed: number): string =>
  removed === 1
    ? 'One number was removed: nothing in this conversation shows where it came from.'
    : `${removed} numbers were removed: nothing in this conversation shows where they came from.`;
