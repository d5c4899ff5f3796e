/*
 * Personal details out of free text, before anything but a person sees it. Patterns for what has a form, libphonenumber
 * for phones, the directory, the member's own record and English names for people. Names of events, places and products,
 * order numbers, amounts and years stay: a text has to tell what it is about.
 */
import { birthDates } from './birth-dates.js';
import type { RedactionContext } from './context.js';
import type { Detail } from './detail.js';
import { emails } from './emails.js';
import { names } from './names.js';
import { bankAccounts, cards, governmentIds, secrets } from './numbers.js';
import { phones } from './phones.js';
import { plainText } from './plain.js';
import { endOfAddress, streets } from './streets.js';
import { handles, links } from './web.js';

/** Changes with every change of the rules: texts redacted by another version are redacted again. */
export const REDACTOR = 'redact-1';

/** What stands behind is left out: a letter is shorter, and the time per character is bounded. */
export const MOST_CHARACTERS = 60_000;
const CUT = ' [cut]';

export interface Redacted {
  /** Plain text: without control, direction and invisible characters. */
  readonly text: string;
  /** What was replaced, in order, by place in the text given. */
  readonly spans: readonly Detail[];
}

/** The text with every personal detail replaced by its kind in brackets. Pure, and the same each time. */
export function redact(given: string, context: RedactionContext = {}): Redacted {
  const plain = plainText(given.slice(0, MOST_CHARACTERS));
  const whole = (detail: Detail): Detail =>
    detail.kind === 'address' ? { ...detail, end: endOfAddress(plain.text, detail.end) } : detail;
  const details = withoutOverlaps(detailsIn(plain.text, context).map(whole));
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, kind } of details) {
    pieces.push(plain.text.slice(from, start), `[${kind}]`);
    from = end;
  }
  pieces.push(plain.text.slice(from), given.length > MOST_CHARACTERS ? CUT : '');
  return {
    text: pieces.join(''),
    spans: details.map(({ start, end, kind }) => ({
      start: plain.placeOf(start),
      end: plain.placeOf(end - 1) + 1,
      kind,
    })),
  };
}

/** In the order of belief: of two that overlap the earlier gives the kind. */
function detailsIn(text: string, { own, directory, vocabulary }: RedactionContext): readonly Detail[] {
  return [
    ...emails(text),
    ...links(text, directory, own),
    ...bankAccounts(text),
    ...cards(text),
    ...governmentIds(text),
    ...birthDates(text, own?.birthDate),
    ...streets(text, own),
    ...secrets(text, own),
    ...phones(text, directory, own),
    ...handles(text, vocabulary),
    ...names(text, { ...(own && { own }), ...(directory && { directory }), ...(vocabulary && { vocabulary }) }),
  ];
}

/** Details by place, those that share characters made one. */
function withoutOverlaps(details: readonly Detail[]): readonly Detail[] {
  const ranked = details.map((detail, rank) => ({ ...detail, rank }));
  ranked.sort((left, right) => left.start - right.start || left.rank - right.rank);
  const apart: (typeof ranked)[number][] = [];
  for (const detail of ranked) {
    const last = apart.at(-1);
    if (!last || detail.start >= last.end) apart.push(detail);
    else {
      const believed = detail.rank < last.rank ? detail : last;
      apart[apart.length - 1] = { ...believed, start: last.start, end: Math.max(last.end, detail.end) };
    }
  }
  return apart.map(({ start, end, kind }) => ({ start, end, kind }));
}
