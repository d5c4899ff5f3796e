import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Hidden } from '../../src/privacy/hide.js';
import { asTyped, type Typed } from '../../src/privacy/typed.js';

const ORLA = 'M-AAAAAA';
const OTHER = 'N-BBBBBB';

/** A message in which each [words, stand-in] was hidden. */
function message(...pieces: readonly (string | readonly [words: string, standIn: string])[]): Typed {
  let [words, text] = ['', ''];
  const replaced: Hidden['replaced'][number][] = [];
  for (const piece of pieces) {
    const [typed, heard] = typeof piece === 'string' ? [piece, piece] : piece;
    if (typed !== heard)
      replaced.push({ standIn: heard, memberIds: ['1'], start: words.length, end: words.length + typed.length });
    words += typed;
    text += heard;
  }
  return { words, hidden: { text, replaced } };
}

const note = message(
  'add a note to ',
  ["Orla O'Brien", ORLA],
  ' that ',
  ['Orla', ORLA],
  '’s number is ',
  ['(210) 555-0139', ORLA],
  ', not the one of ',
  ['Mary', OTHER],
);

test.each([
  [`${ORLA}’s number is ${ORLA}, not the one of ${OTHER}`, 'Orla’s number is (210) 555-0139, not the one of Mary'],
  [`number is ${ORLA}`, 'number is (210) 555-0139'],
  [`${ORLA}’s number`, 'Orla’s number'],
  ['no stand-in', 'no stand-in'],
  ['M-CCCCCC was not typed', 'M-CCCCCC was not typed'],
])('%s', (written, expected) => {
  expect(asTyped(written, [note])).toBe(expected);
});

test('the latest message wins, and an earlier one is still known', () => {
  const later = message('it was ', ['O’Brien', ORLA]);
  expect(asTyped(`${ORLA} and ${OTHER}`, [later, note])).toBe('O’Brien and Mary');
});

test('whatever part of a message is quoted comes back letter for letter', () => {
  const word = fc.constantFrom('she', 'said', 'that', 'and', 'to');
  const name = fc
    .tuple(fc.constantFrom('Orla', 'O’Brien', 'orla@example.org', '555-0139'), fc.constantFrom(ORLA, OTHER))
    .map((pair) => pair as readonly [string, string]);
  // Names are told apart by what stands around them: here each is followed by a number of its own.
  const pieces = fc.array(fc.tuple(fc.oneof(name, word), fc.nat(9)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(pieces, fc.nat(11), (list, from) => {
      const parts = list.flatMap(([piece], place) => [piece, ` ${'abcdefghijkl'[place]} `]);
      const whole = message(...parts);
      const quoted = message(...parts.slice(Math.min(from, list.length - 1) * 2));
      expect(asTyped(quoted.hidden.text, [whole])).toBe(quoted.words);
    }),
    { numRuns: 200 },
  );
});
