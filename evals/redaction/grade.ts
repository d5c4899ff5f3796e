import type { Redacted } from '../../src/privacy/redact/redact.js';
import type { RedactionCase } from './case.js';

export interface RedactionGrade {
  /** Spans of which no letter or digit was left. */
  readonly found: number;
  readonly spans: number;
  /** What was left of the others. */
  readonly missed: readonly string[];
  /** Words that had to stay and went. */
  readonly lost: readonly string[];
}

export function grade({ text, spans }: RedactionCase, redacted: Redacted): RedactionGrade {
  const isGone = covered(text.length, redacted.spans);
  const isMeant = covered(text.length, spans);
  const missed = spans.flatMap(({ start, end }) => {
    const left = [...range(start, end)].filter((place) => !isGone[place] && /[\p{L}\p{N}]/u.test(text[place] ?? ''));
    return left.length > 0 ? [text.slice(start, end)] : [];
  });
  // A title before a name, or the blank before a unit, is no loss: only a whole word is.
  const lost = [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const places = [...range(index, index + word.length)];
    return places.every((place) => isGone[place] && !isMeant[place]) && !isTitle(word) ? [word] : [];
  });
  return { found: spans.length - missed.length, spans: spans.length, missed, lost };
}

const isTitle = (word: string): boolean => /^(?:mr|mrs|ms|dr|prof|iban)$/i.test(word);

function covered(length: number, spans: readonly { readonly start: number; readonly end: number }[]): Uint8Array {
  const places = new Uint8Array(length);
  for (const { start, end } of spans) places.fill(1, start, end);
  return places;
}

function* range(start: number, end: number): Generator<number> {
  for (let place = start; place < end; place += 1) yield place;
}
