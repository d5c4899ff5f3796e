import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RedactionContext } from '../../src/privacy/redact/context.js';
import { hasCheckDigit } from '../../src/privacy/redact/numbers.js';
import { MOST_CHARACTERS, redact } from '../../src/privacy/redact/redact.js';

const own: RedactionContext = {
  own: {
    memberId: '104412',
    fullName: 'Mona R. Larkin-Vale',
    firstName: 'Mona',
    lastName: 'Larkin-Vale',
    informalName: 'Mo',
    email: 'mona@example.org',
    phone: '+1 512-555-0188 x12',
    addressLines: ['12 Elm', 'Unit 4'],
    postalCode: '78701',
    birthDate: '1961-03-07',
    userName: 'mlv1961',
  },
};
const directory: RedactionContext = {
  directory: {
    phrases: new Map([
      ['will price', 'name'],
      ['lone star engineering', 'organization'],
      ['5 shoal creek', 'address'],
    ]),
    firstNames: new Set(['will', 'zubeida']),
    lastNames: new Set(['price', 'quillfeather']),
    phones: new Set(['5125550143']),
  },
  vocabulary: new Set(['grace hopper breakfast', 'hopper', 'zubeida springs']),
};
const said = (text: string, context?: RedactionContext) => redact(text, context).text;

test('e-mail addresses go, written and spelled out; addresses of sites stay', () => {
  expect(said('Write to jane.doe+dues@mail.example.co.uk.')).toBe('Write to [email].');
  expect(said('jsmith at example dot com, or j.smith [at] example.com')).toBe('[email], or [email]');
  expect(said('Register at example.org and meet me at noon.')).toBe('Register at example.org and meet me at noon.');
});

test('phone numbers go, order numbers, dates and amounts stay', () => {
  expect(said('Call (512) 555-0188 ext. 4 or +44 20 7946 0958')).toBe('Call [phone] or [phone]');
  expect(said('text 7135550162')).toBe('text [phone]');
  for (const text of [
    'Order 7135550162 is late.',
    'On 2025-06-12 10:30 I paid $1,250.00',
    'in 2023-2024 and 2024 2025',
  ])
    expect(said(text)).toBe(text);
});

test('a number in one piece goes without a word of phones where the directory has it', () => {
  expect(said('it is 5125550143 as ever', directory)).toBe('it is [phone] as ever');
  expect(said('it is 5125550199 as ever', directory)).toBe('it is 5125550199 as ever');
});

test('cards are told by their check digit and not by their length', () => {
  expect(said('card 4242 4242 4242 4242 exp 12/27 cvv 123')).toBe('card [card] exp 12/27 cvv [card]');
  expect(said('tracking 9400 1118 9922 3100 0012')).toBe('tracking 9400 1118 9922 3100 0012');
  fc.assert(
    fc.property(fc.stringMatching(/^4\d{14}$/), (digits) => {
      const last = [...'0123456789'].find((digit) => hasCheckDigit(digits + digit));
      expect(said(`Please use ${digits}${last} from now on`)).toBe('Please use [card] from now on');
    }),
    { numRuns: 50 },
  );
});

test('bank accounts, papers, memberships and passwords go', () => {
  expect(said('IBAN DE89 3704 0044 0532 0130 00')).toBe('IBAN [bank account]');
  expect(said('my bank account number is 000123456789')).toBe('my bank account number is [bank account]');
  expect(said('account number 000123 of the society')).toBe('account number 000123 of the society');
  expect(said('SSN 123-45-6789')).toBe('SSN [government id]');
  expect(said('my member number is 200318')).toBe('my member number is [member id]');
  expect(said('the password is Spring2024! but the password is wrong')).toBe(
    'the password is [password]! but the password is wrong',
  );
});

test('birth dates go with their year, other dates stay', () => {
  expect(said('I was born on 7 March 1961 and joined on 7 March 1999')).toBe(
    'I was born on [date of birth] and joined on 7 March 1999',
  );
  expect(said('as of 3/7/1961 or March 7, 1961 or 1961-03-07', own)).toBe(
    'as of [date of birth] or [date of birth] or [date of birth]',
  );
});

test('streets go with unit, city, state and postal code of the same address; cities alone stay', () => {
  expect(said('I moved to 1420 Westheimer Rd, Apt 12, Houston, TX 77006 in May')).toBe('I moved to [address] in May');
  expect(said('P.O. Box 4471, Akron, OH 44309')).toBe('[address]');
  expect(said('Houston was hot, 200 miles of bad road')).toBe('Houston was hot, 200 miles of bad road');
  expect(said('deliver to 5 Shoal Creek please', directory)).toBe('deliver to [address] please');
});

test('links to people and handles go, links of the association stay', () => {
  expect(said('see linkedin.com/in/jane-doe and @jane_doe')).toBe('see [web address] and [social handle]');
  expect(said('https://example.org/events/2026 and https://example.org/will-price', directory)).toBe(
    'https://example.org/events/2026 and [web address]',
  );
});

test('names go, known here or not; words, places and events that look like names stay', () => {
  expect(said('I spoke with Priya Venkataraman and Dr. Ames')).toBe('I spoke with [name] and Dr. [name]');
  expect(said('thanks to janet from billing')).toBe('thanks to [name] from billing');
  expect(said('Will will price it. WILL PRICE said so. Quillfeather too.', directory)).toBe(
    'Will [name] it. [name] said so. [name] too.',
  );
  expect(said('Lone Star Engineering paid for Zubeida', directory)).toBe('[organization] paid for [name]');
  const kept = 'The Grace Hopper Breakfast in Zubeida Springs was rich. Will you mark it? May is fine.';
  expect(said(kept, directory)).toBe(kept);
});

test('the own record goes in any part: names, number, address, user name', () => {
  expect(
    said('mona larkin-vale here, or Mo, id 104412, user mlv1961, 555-0188, 12 elm unit 4. Larkin called.', own),
  ).toBe('[name] here, or [name], id [member id], user [member id], [phone], [address] [address]. [name] called.');
});

test('characters nobody sees hide nothing, and places are those of the text given', () => {
  const given = 'mail ja\u200bne@exam\u202eple.org now';
  const { text, spans } = redact(given);
  expect(text).toBe('mail [email] now');
  expect(spans.map(({ start, end }) => given.slice(start, end))).toEqual(['ja\u200bne@exam\u202eple.org']);
  expect(said('line\r\n\tnext\u0007')).toBe('line\r\n\tnext');
});

test('a text redacted twice says the same, and spans tell what was replaced', () => {
  const piece = fc.constantFrom(
    'Mary Johnson',
    'a@b.org',
    '(512) 555-0188',
    '4242424242424242',
    ' ',
    ', ',
    '. ',
    '\n',
    'my name is ',
    'call ',
    'é',
    '’s ',
    '@jane',
    'P.O. Box 9',
    'born 1961',
    '12 Main St',
    'www.',
    '🙂',
    'i',
    'DE89',
    '[name]',
    '\u200f',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const given = pieces.join('');
      const { text, spans } = redact(given);
      expect(redact(given)).toEqual({ text, spans });
      let [from, rebuilt] = [0, ''];
      for (const { start, end, kind } of spans) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        rebuilt += `${given.slice(from, start)}[${kind}]`;
        from = end;
      }
      expect((rebuilt + given.slice(from)).replaceAll('\u200f', '')).toBe(text);
    }),
    { numRuns: 200 },
  );
});

// A pattern that costs the square of its text would need minutes for these and meet the deadline of the test.
const hostile = [
  'a',
  '1',
  '1 ',
  'a@',
  '@',
  '.',
  '-',
  ' ',
  '\n',
  '(',
  'A ',
  'Mary ',
  'http://',
  'www.',
  'at dot ',
  '12 Main ',
  'thanks, ',
  'account 12 ',
  'one two ',
  'de la ',
  'my name is ',
  '12/12/12 ',
  "o'",
  'p.o. box ',
  'password is ',
  '\u202e',
  'é',
  'x.com/',
];
test.each(hostile)('50 kB of %j are read to their end', (piece) => {
  expect(redact(piece.repeat(50_000 / piece.length)).text.length).toBeLessThanOrEqual(50_000 * 3);
});

test('what stands behind the longest text is left out, and said to be', () => {
  const { text } = redact(`${'ok '.repeat(MOST_CHARACTERS / 3)}mail me: a@example.org`);
  expect(text.endsWith('ok  [cut]')).toBe(true);
});
