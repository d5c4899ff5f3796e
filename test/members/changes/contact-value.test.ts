import { describe, expect, test } from 'vitest';
import { contactValue, fieldOf } from '../../../src/members/changes/contact-value.js';

describe('e-mail addresses', () => {
  test.each([
    ['ada@example.org', 'ada@example.org'],
    [' Ada.B+news@Mail.Example.ORG. ', 'Ada.B+news@mail.example.org'],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['<ada@example.org>', 'ada@example.org'],
  ])('%s is kept as %s', (typed, stored) => expect(contactValue('email', typed, 'US')).toBe(stored));
  test.each([
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'a da@example.org',
    'ada..b@example.org',
    'ada@-x.org',
    `${'a'.repeat(250)}@example.org`,
  ])('%s is refused', (typed) => expect(() => contactValue('email', typed, 'US')).toThrow('not an e-mail address'));
});

describe('phone numbers', () => {
  test.each([
    ['512-555-0187', 'US', '(512) 555-0187'],
    ['+1 512 555 0187 x12', 'US', '(512) 555-0187 ext. 12'],
    ['(416) 555-0187', 'US', '(416) 555-0187'],
    ['+44 20 7946 0958', 'US', '+44 20 7946 0958'],
    ['020 7946 0958', 'GB', '020 7946 0958'],
  ])('%s in %s is kept as %s', (typed, country, stored) => expect(contactValue('phone', typed, country)).toBe(stored));
  test.each(['555-0187', '123', 'call me', '512-555-018', 'ext 512-555-0187 please'])('%s is refused', (typed) =>
    expect(() => contactValue('phone', typed, 'US')).toThrow('not a phone number'),
  );
});

describe('postal addresses', () => {
  test.each([
    ['12 Oak Street, Austin, TX 78701', ['12 Oak Street'], 'Austin', 'TX', '78701', 'United States'],
    [
      '12 Oak Street, Apt 4, Austin, Texas, 78701-1234',
      ['12 Oak Street', 'Apt 4'],
      'Austin',
      'TX',
      '78701-1234',
      'United States',
    ],
    ['12 Oak Street\nAustin TX 78701\nUSA', ['12 Oak Street'], 'Austin', 'TX', '78701', 'United States'],
    ['PO Box 7, Salem, West Virginia 26426', ['PO Box 7'], 'Salem', 'WV', '26426', 'United States'],
    ['1 Yonge St, Toronto, ON m5v 2t6', ['1 Yonge St'], 'Toronto', 'ON', 'M5V 2T6', 'Canada'],
    ['Unter den Linden 1, 10117 Berlin, Germany', ['Unter den Linden 1'], 'Berlin', undefined, '10117', 'Germany'],
    [
      '10 Downing Street, London SW1A 2AA, United Kingdom',
      ['10 Downing Street'],
      'London',
      undefined,
      'SW1A 2AA',
      'United Kingdom',
    ],
  ])('%s', (typed, lines, city, state, postalCode, country) => {
    const stored = contactValue('address', typed, 'US');
    expect(stored).toEqual({ lines, city, ...(state && { state }), postalCode, country });
  });
  test.each([
    '12 Oak Street',
    'Austin, TX 78701',
    '12 Oak Street, Austin, ZZ 78701',
    '12 Oak Street, Austin, TX',
    '12 Oak Street, Toronto, ON M5V 2T6, USA',
    'somewhere, nice',
    '',
  ])('%s is refused, not guessed', (typed) =>
    expect(() => contactValue('address', typed, 'US')).toThrow('cannot be read as one postal address'),
  );
});

test('which detail is meant shows in its form', () => {
  expect(['ada@example.org', '+1 (512) 555-0187', '12 Oak Street, Austin, TX 78701'].map(fieldOf)).toEqual([
    'email',
    'phone',
    'address',
  ]);
});
