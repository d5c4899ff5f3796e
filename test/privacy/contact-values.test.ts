import { describe, expect, test } from 'vitest';
import { contactValuesIn } from '../../src/privacy/contact-values.js';

const hidden = (text: string): string[] => contactValuesIn(text).map(({ start, end }) => text.slice(start, end));

describe('a detail that is typed and nobody has yet is found', () => {
  test.each([
    ['correct the email of M-AAAAAA to jo.smith (at) example dot org', 'jo.smith (at) example dot org'],
    ['her new address is Hauptstraße 12, 10115 Berlin', 'Hauptstraße 12, 10115 Berlin'],
    ['note on M-AAAAAA: moved to Hauptstraße 12, 10115 Berlin', 'Hauptstraße 12, 10115 Berlin'],
    ['note on M-AAAAAA: now at 12 rue de la Paix, 75002 Paris', '12 rue de la Paix, 75002 Paris'],
    ['note on M-AAAAAA: lives in Calle Mayor 5, Madrid', 'Calle Mayor 5, Madrid'],
    ['note on M-AAAAAA: Keizersgracht 5 it is', 'Keizersgracht 5'],
    ['change the address of M-AAAAAA to Rose Cottage, Little Wenlock', 'Rose Cottage, Little Wenlock'],
    ['correct the address of M-AAAAAA to 1-2-3 Ginza, Chuo-ku, Tokyo 104-0061', '1-2-3 Ginza, Chuo-ku, Tokyo 104-0061'],
    [
      'change the address of M-AAAAAA to 10 Downing Street, London SW1A 2AA, please',
      '10 Downing Street, London SW1A 2AA',
    ],
    ['note on M-AAAAAA: paid with card 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['note on M-AAAAAA: SSN 219-09-9999', '219-09-9999'],
    ['note on M-AAAAAA: passport number C01234567', 'C01234567'],
    ['note on M-AAAAAA: IBAN DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
    ['change the phone number of M-AAAAAA to 614-555-0199', '614-555-0199'],
    ['correct the e-mail address of M-AAAAAA to new@example.org', 'new@example.org'],
    ['correct the address of M-AAAAAA to 12 Harbor Street, Columbus, OH 43215', '12 Harbor Street, Columbus, OH 43215'],
  ])('%s', (text, value) => expect(hidden(text)).toEqual([value]));
});

describe('a question stays as it was asked', () => {
  test.each([
    'members whose address is in Texas, since 2020',
    'how many members have an address in Austin, TX',
    'members whose email address is missing, by chapter',
    'members in zip 43215',
    'the address of M-AAAAAA is not right',
    'how many members attended 2 events in court',
    'invoice 2026-00412 of M-AAAAAA, order number 4111111111111',
    'which members joined in 2024, and which in 2025',
    'give me the top 10 members in Ohio by donations',
    'who came to the 2025 Annual Conference',
  ])('%s', (text) => expect(hidden(text)).toEqual([]));
});

test('text made to be slow is read all the same', () => {
  for (const piece of [
    'a',
    'a.',
    'a-',
    '1 ',
    '1 a ',
    ' ',
    '.-',
    'a@',
    'at ',
    'address is ',
    'address to 1,',
    '1-',
    'Am a ',
  ])
    expect(contactValuesIn(piece.repeat(50_000 / piece.length))).toBeDefined();
}, 60_000);
