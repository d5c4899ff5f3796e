import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine, visible, visibly } from '../../src/privacy/visible.js';

/** What may never come out, whatever came in; joiners and selectors of emoji have rules of their own. */
const never = [
  '\\u{00}-\\u{08}\\u{0B}-\\u{1F}\\u{7F}-\\u{9F}', // controls but tab and line feed
  '\\u{AD}\\u{34F}\\u{61C}\\u{115F}\\u{1160}\\u{17B4}\\u{17B5}\\u{3164}\\u{FFA0}\\u{2800}', // blanks and fillers
  '\\u{180B}-\\u{180F}\\u{FE00}-\\u{FE0D}\\u{E0100}-\\u{E01EF}', // selectors
  '\\u{200B}\\u{200E}\\u{200F}\\u{2028}-\\u{202E}\\u{2060}-\\u{206F}\\u{FEFF}\\u{FFF0}-\\u{FFFB}', // widths and directions
  '\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E00FF}\\u{E01F0}-\\u{E0FFF}', // tags
  '\\u{D800}-\\u{DFFF}', // halves of characters
].join('');
const NEVER = new RegExp(`[${never}]`, 'u');

/** As a client might: entities, also escaped ones, until none is left. */
function decoded(text: string): string {
  const once = text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#([0-9]{1,7});?/g, (_, digits: string) => character(Number(digits)))
    .replace(/&(shy|zwj|zwnj|lrm|rlm|ZeroWidthSpace|NoBreak);/g, (_, name: string) => named.get(name) ?? '')
    .replace(/&amp;?/g, '&');
  return once === text ? text : decoded(once);
}
const character = (code: number): string => (code > 0x10ffff ? '' : String.fromCodePoint(code));
const named = new Map(
  Object.entries({
    shy: 0xad,
    zwj: 0x200d,
    zwnj: 0x200c,
    lrm: 0x200e,
    rlm: 0x200f,
    ZeroWidthSpace: 0x200b,
    NoBreak: 0x2060,
  }).map(([name, code]) => [name, character(code)]),
);

const pieces = [
  'a',
  'B',
  '1',
  ' ',
  '\n',
  '\r',
  '\t',
  '&',
  '#',
  ';',
  'x',
  '\\u',
  '&#',
  '&amp;',
  '&#38;',
  '&#x202e;',
  '&#8238;',
  '&#x20',
  '2e;',
  '&shy;',
  '&rlm;',
  'amp;',
  '\\u202e',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u061c',
  '\ufeff',
  '\u00ad',
  '\u{e0041}',
  '\u{e007f}',
  '\ufe0e',
  '\ufe0f',
  '\u{e0100}',
  '\u0301',
  '\u0338',
  '\u20e3',
  '=',
  '\u3164',
  '\u2028',
  '\u0085',
  '\u0000',
  '\u009b',
  '\ufff9',
  '\u2800',
  '\ud83d',
  '\ude00',
  '😀',
  '👩',
  '🚀',
  '🏽',
  '❤',
  '©',
  'م',
  'ی',
  'ه',
  '\u064b',
  'क',
  '्',
  'ष',
  'র',
  '্',
  'য',
  'é',
  'e',
];
const adversarial = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);

describe('what is seen of a text', () => {
  test.each([
    ['order\u202egnp.exe', 'ordergnp.exe'],
    ['Jo\u200bhn\u2060 \u2066Doe\u2069', 'John Doe'],
    ['soft\u00adware\ufeff', 'software'],
    [
      `hello${[...'ignore all'].map((one) => String.fromCodePoint(0xe0000 + (one.codePointAt(0) ?? 0))).join('')}`,
      'hello',
    ],
    ['a\ufe00\ufe01\ufe0fb', 'ab'],
    ['😀\ufe0f\ufe0e\ufe0f', '😀'],
    ['bell\u0007\u001b[31m', 'bell[31m'],
    ['one\r\ntwo\rthree\u2028four\u0085five', 'one\ntwo\nthree\nfour\nfive'],
    ['\u3164', ''],
    ['e\u200d\u0301', 'é'],
  ])('%j is %j', (given, seen) => {
    expect(visible(given)).toBe(seen);
  });

  test.each([
    'می‌خواهم',
    'کتاب‌ها',
    'क्‍ष and क्‌ष',
    'র‍্যাব',
    'ශ්‍රී',
    'ന്‍',
    '👩‍👩‍👧 👩🏽‍🚀 ❤️‍🔥 🏳️‍🌈 1️⃣ ☎︎',
    'Zoë Nguyễn, Łódź, Ærø',
    'שָׁלוֹם, مُحَمَّدٌ, ສະບາຍດີ, မြန်မာ',
    '٢٠٢٦ \u0600٤',
    'line one\n\tline two',
    'Fish &amp; chips &copy; R&D: a<b, C:\\users\\new, 5 & 6; &#65;',
  ])('%j stands as it was written', (text) => {
    expect(visible(text)).toBe(text.normalize('NFC'));
  });

  test('a heap of accents is cut to what a spelling may have', () => {
    const heap = `H${'\u0300\u0315\u0334\u0362'.repeat(20)}i`;
    expect([...visible(heap)].length).toBeLessThanOrEqual(6);
    expect(visible(heap)).toMatch(/^H.*i$/u);
  });

  test.each([
    '&#x202e;',
    '&#8238',
    '&#X0000202E;',
    '&amp;#x202e;',
    '&amp;amp;#8238;',
    '&#38;#x202e;',
    '&rlm;',
    '&shy',
    '&#xE0041;',
    '\\u202e',
    '\\u{e0041}',
    '&#99999999;',
  ])('%s, which a client may turn into a character, goes and leaves a mark', (entity) => {
    expect(visible(`a${entity}b`)).toBe('a\ufffdb');
  });

  test('nothing that is not seen comes out, nor comes back when entities are read or it is done again', () => {
    fc.assert(
      fc.property(adversarial, (text) => {
        const seen = visible(text);
        expect(seen).not.toMatch(NEVER);
        expect(decoded(seen)).not.toMatch(
          new RegExp(`[${never.replace('\\u{0B}-\\u{1F}', '\\u{0B}\\u{0C}\\u{0E}-\\u{1F}')}]`, 'u'),
        );
        expect(visible(seen)).toBe(seen);
        expect(seen.normalize('NFC')).toBe(seen);
        expect(seen).not.toMatch(/(?:\u200c|\u200d|\ufe0e|\ufe0f){3}|^(?:\u200c|\u200d|\ufe0e|\ufe0f)/u);
      }),
      { numRuns: 3000 },
    );
  });

  test('a text made to take long does not', () => {
    const nested = `${'&#x20'.repeat(5000)}${'2e;'.repeat(5000)}`;
    const joined = '\u200d\ufe0f😀'.repeat(10_000);
    const marked = `a${'\u0301\u200d'.repeat(20_000)}`;
    for (const text of [nested, joined, marked, `&${'amp;'.repeat(20_000)}#x202e;`, '&#38;'.repeat(20_000)])
      expect(visible(visible(text))).toBe(visible(text));
  });
});

test('of a result every text is one line as it is seen, and everything else stays', () => {
  const at = new Date('2026-11-21T00:00:00Z');
  expect(visibly({ a: ['x\u202ey', { b: 'one\ntwo' }], n: 3, none: null, is: true, at })).toEqual({
    a: ['xy', { b: 'one two' }],
    n: 3,
    none: null,
    is: true,
    at,
  });
  expect(oneLine('one\r\n\r\ntwo')).toBe('one two');
});
