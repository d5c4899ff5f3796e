/*
 * Details that were typed and are nobody's in the directory: a new e-mail address, phone number or street, a card, an
 * account, a paper. They are details of a person all the same, mostly the very correction that is asked for. What stands for one, C- and six
 * letters, is known to the typed messages alone: only what was typed turns it back.
 */
import { findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js/min';
import { randomId } from '../receipts/id.js';
import { foreignStreets, saidAddresses } from './addresses.js';
import { emails } from './redact/emails.js';
import { bankAccounts, cards, governmentIds } from './redact/numbers.js';
import { streets } from './redact/streets.js';

export const CONTACT_VALUE = /\bC-[2-9A-HJ-NP-Z]{6}\b/g;

export interface ContactValue {
  readonly start: number;
  readonly end: number;
  /** An address with its town and postal code: it is one detail, whoever else lives in its street. */
  readonly isWhole: boolean;
  /** A name inside it is a part of it, as in an e-mail address made of somebody's names. */
  readonly holdsNames?: boolean;
}

// Looking back first keeps a long run of letters from being tried at every place of it.
export const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

const STREETS =
  'street|st|avenue|ave|av|road|rd|boulevard|blvd|drive|dr|lane|ln|way|court|ct|place|pl|terrace|ter|circle|cir|parkway|pkwy|highway|hwy|square|sq|trail|trl|loop|plaza|row|crescent|close|gardens|grove|mews|quay|alley';
const NUMBERED = `\\b\\d{1,6}[A-Za-z]?\\s+(?:[\\p{L}\\d.'’-]+\\s+){1,5}?(?:${STREETS})\\b\\.?`;
const BOX = '\\bP\\.?\\s?O\\.?\\s?Box\\s+\\d+';
const UNIT = '(?:,?\\s+(?:apt|apartment|suite|ste|unit|floor|fl|#)\\.?\\s*#?[\\w-]+)?';
// A town, a state or province, and its postal code; what follows the street up to there is the address too.
const REST =
  "(?:\\s*,\\s*[\\p{L}\\d .'’-]{1,40}){0,3}?\\s*,?\\s*(?:\\d{5}(?:-\\d{4})?|[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2})\\b";
const COUNTRY =
  '(?:\\s*,\\s*(?:USA?|U\\.S\\.A\\.|United States|Canada|UK|United Kingdom|England|Scotland|Wales|Ireland))?';
const ADDRESS = new RegExp(`(?:${NUMBERED}|${BOX})${UNIT}(${REST}${COUNTRY})?`, 'giu');

// "3 events in court" is no street: without a postal code its words begin with capitals, or addresses are spoken of.
const CAPITALS = /^\d+\w?(\s+[\p{Lu}\d][\p{L}\d.'’-]*)+/u;
const SPOKEN_OF = /\b(address|moved|moving|relocated|lives? at)\b/i;

/** Where contact details stand in a text, in order; `country` reads phone numbers without a code (ISO 3166). */
export function contactValuesIn(text: string, country = 'US'): readonly ContactValue[] {
  const isSpokenOf = SPOKEN_OF.test(text);
  const addresses = [...text.matchAll(ADDRESS)]
    .filter(([words, rest]) => rest || isSpokenOf || isCapital(words))
    .map((match) => place(match.index, match[0], Boolean(match[1])));
  const phones = findPhoneNumbersInText(text, isSupportedCountry(country) ? country : undefined).map(
    ({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, isWhole: false }),
  );
  const written = [...text.matchAll(EMAIL)].map((match) => ({
    ...place(match.index, match[0], false),
    holdsNames: true,
  }));
  const further = [...emails(text), ...bankAccounts(text), ...cards(text), ...governmentIds(text)];
  // A postal code alone chooses people of a place; it is nobody's address.
  const lines = [...streets(text)].filter(({ start, end }) => /\p{L}{2}/u.test(text.slice(start, end)));
  const isPart = [...further, ...lines].map(({ start, end }) => ({ start, end, isWhole: false }));
  const found: ContactValue[] = [];
  for (const one of [...saidAddresses(text), ...addresses, ...foreignStreets(text), ...written, ...isPart, ...phones])
    if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
  return found.sort((left, right) => left.start - right.start);
}

const isCapital = (words: string): boolean => /^p/i.test(words) || CAPITALS.exec(words)?.[0] === words;

const place = (start: number, words: string, isWhole: boolean): ContactValue => ({
  start,
  end: start + words.trimEnd().length,
  isWhole,
});

export const contactStandIn = (): string => randomId('C');
