import type { Transaction } from '../store/database.js';
import { EMAIL } from './contact-values.js';
import { addressedBy, calledBy, type Named } from './directory.js';

const PHONE = /\+?\(?\d[\d\s().\-–/]{5,22}\d/g;
const FEWEST_DIGITS = 7;

interface Contact {
  readonly start: number;
  readonly end: number;
  readonly named: readonly Named[];
}

/** E-mail addresses and phone numbers of the directory, for each text. */
export async function contactsIn(database: Transaction, texts: readonly string[]): Promise<readonly Contact[][]> {
  const emails = texts.map((text) => typed(text, EMAIL, (word) => word.toLowerCase()));
  const phones = texts.map((text) => typed(text, PHONE, digitsOf).filter(({ key }) => key.length >= FEWEST_DIGITS));
  const [owners, callers] = [
    await addressedBy(
      database,
      emails.flat().map(({ key }) => key),
    ),
    await calledBy(
      database,
      phones.flat().map(({ key }) => key),
    ),
  ];
  return texts.map((_, index) =>
    [
      ...(emails[index] ?? []).map(({ key, ...place }) => ({ ...place, named: owners.get(key) ?? [] })),
      ...(phones[index] ?? []).map(({ key, ...place }) => ({ ...place, named: callers.get(key) ?? [] })),
    ].filter((contact) => contact.named.length > 0),
  );
}

const digitsOf = (number: string): string => number.replace(/\D/g, '');

const typed = (text: string, pattern: RegExp, keyOf: (word: string) => string) =>
  [...text.matchAll(pattern)].map((match) => ({
    key: keyOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
