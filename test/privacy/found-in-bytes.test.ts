import { expect, test } from 'vitest';
import { detailsOf, foundIn } from '../../evals/bytes/found.js';

const details = detailsOf([
  {
    name: 'Sandra Ortega',
    email: 'so@mail.example',
    phone: '+1 (512) 555-0188',
    lines: ['1402 Elm Street'],
    born: '1971-03-04',
  },
]);

test.each([
  ['about SANDRA  ortega', 'name'],
  ['at 1402 elm street, Austin', 'street'],
  ['to SO@Mail.example.', 'email'],
  ['call 512.555.0188', 'phone'],
  ['born March 4, 1971', 'birth date'],
  ['born 3/4/1971', 'birth date'],
])('a search of what was sent finds: %s', (content, kind) => {
  expect(foundIn([{ messages: [] }, { messages: [{ content }] }], details)).toEqual([{ request: 1, kind }]);
});

test('a search of what was sent finds nothing in stand-ins, ids and other numbers', () => {
  const content = 'M-7F3KQ2, 1402 members, joined 2024-03-04, R-7F3KQ2, 5551 188 of 1971, sandra, M-4T8WXB ortega';
  expect(foundIn([{ messages: [{ content }] }], details)).toEqual([]);
});
