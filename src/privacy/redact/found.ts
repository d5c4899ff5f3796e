import type { Detail, DetailKind } from './detail.js';

/** What a pattern found: the whole match, or its group `part`. Groups need the `d` flag. */
export function* found(
  text: string,
  pattern: RegExp,
  kind: DetailKind,
  accept: (match: RegExpExecArray) => boolean = () => true,
): Generator<Detail> {
  for (const match of text.matchAll(pattern)) {
    if (!accept(match)) continue;
    const part = match.indices?.groups?.['part'];
    const [start, end] = part ?? [match.index, match.index + match[0].length];
    if (end > start) yield { start, end, kind };
  }
}

/** The words just before a place, in small letters: cues stand there. */
export const before = (text: string, place: number, characters = 40): string =>
  text.slice(Math.max(0, place - characters), place).toLowerCase();

export const after = (text: string, place: number, characters = 30): string =>
  text.slice(place, place + characters).toLowerCase();
