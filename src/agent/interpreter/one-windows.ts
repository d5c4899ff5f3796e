/* The days a question about one member names. */
import { resolve } from '../../domain/window.js';
import type { Customs } from '../../language/reading.js';
import { type WindowReading, windowsAt } from '../../language/windows.js';
import { wordsOf } from '../../language/words.js';
import type { Window } from '../../population/definition.js';

/** The first stretch of days in the words that say it; empty where there is none. */
export function windowWords(text: string, customs: Customs): string {
  const all = wordsOf(text);
  const [found] = windowsOf(all, customs);
  return found ? all.slice(found.from, found.end).join(' ') : '';
}

/** The longest windows of a clause, none inside another. */
function windowsOf(all: readonly string[], customs: Customs): (WindowReading & { readonly from: number })[] {
  const found = all
    .flatMap((_, from) => windowsAt(all, from, customs).map((reading) => ({ ...reading, from })))
    .filter(({ value }) => value !== 'ever' && typeof value === 'object')
    .sort((a, b) => b.end - b.from - (a.end - a.from));
  const kept: typeof found = [];
  for (const one of found) if (!kept.some(({ from, end }) => one.from < end && from < one.end)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

/** "Invoices from 1 July": from there on; "the invoice from 1 July" is of that day. */
const FROM_A_DAY =
  /(?<!\b(?:invoice|bill|one|payment|statement|that|the) )\bfrom (?=(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d|\d{4}-\d\d|\d{1,2}\/\d))(?!.*\b(?:to|until|till|til|through|thru|up to)\b)/gi;

/** The window of some clauses; of several, from the first day to the last. Undefined where there is none, or one has no beginning. */
export function windowIn(clauses: readonly string[], customs: Customs): Window | undefined {
  const found = clauses
    .flatMap((clause) => windowsOf(wordsOf(clause.replace(FROM_A_DAY, 'since ')), customs))
    .map(({ value }) => value);
  const [first, ...others] = found;
  if (first === undefined || others.length === 0) return first && closed(first, customs);
  const days = found.map((value) => resolve(value as Parameters<typeof resolve>[0], customs));
  const froms = days.map(({ from }) => from).filter((one) => one !== undefined);
  const tos = days.map(({ to }) => to).filter((one) => one !== undefined);
  if (froms.length !== days.length) return undefined;
  return { from: froms.sort()[0], ...(tos.length === days.length && { to: tos.sort().at(-1) }) } as Window;
}

/** "Since September" ends today. */
const closed = (window: Window, { today }: Customs): Window =>
  typeof window === 'object' &&
  'from' in window &&
  window.from &&
  window.from <= today &&
  !('to' in window && window.to)
    ? ({ from: window.from, to: today } as Window)
    : window;
