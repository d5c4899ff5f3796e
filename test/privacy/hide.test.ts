import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.js';
import { hide } from '../../src/privacy/hide.js';
import { normal } from '../../src/privacy/name-words.js';
import { candidatesOf } from '../../src/privacy/placeholders.js';
import { membersOf, pseudonymsFor } from '../../src/privacy/pseudonyms.js';
import { reveal } from '../../src/privacy/reveal.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenChapters, givenPeople } from '../fixtures/people.js';

let store: Store;
const everyone: Actor = {
  id: 'staff',
  userName: 'membership',
  roles: ['membership'],
  permissions: new Set(['people.read']),
  scope: { kind: 'everyone' },
  surface: 'cli',
};

beforeAll(async () => {
  store = await freshDatabase();
  await givenChapters(store, { tx: 'Texas', nc: 'Charlotte Metro' });
  await givenPeople(store, [
    {
      id: '101',
      name: 'Renée J. O’Brien',
      informal: 'Rennie',
      email: 'Renee.OBrien@example.org',
      phone: '+1 (512) 555-0142',
      street: '4120 Willow Creek Dr',
      city: 'Austin',
      state: 'TX',
      chapters: ['tx'],
    },
    { id: '102', name: 'Mary Okafor', state: 'OH' },
    { id: '103', name: 'Mary Lindqvist', chapters: ['tx'] },
    { id: '104', name: 'Austin Young', city: 'Houston' },
    { id: '105', name: 'Will Park' },
    { id: '106', name: 'José Núñez-Ortiz' },
    { id: '107', name: 'Larkspur Biomedical Systems', kind: 'organization' },
    { id: '108', name: 'Mary Okafor', state: 'CA' },
    { id: '109', name: 'Charlotte Metro' },
    { id: '110', name: '王 小明' },
    { id: '111', name: 'Иван Петров' },
    { id: '112', name: 'Ada Okonjo', city: 'Lagos' },
    { id: '113', name: 'Jan Vos' },
    { id: '114', name: 'Greta Hall' },
    { id: '115', name: 'Otis New' },
  ]);
});
afterAll(() => store.close());

const who = async (text: string): Promise<readonly (readonly string[])[]> =>
  (await hide(store, text)).replaced.map((one) => one.memberIds);

describe('typed names are hidden', () => {
  test.each([
    ['add a note to Renée J. O’Brien that she called', '101'],
    ["add a note to renee o'brien that she called", '101'],
    ["Is RENEE OBRIEN's membership paid?", '101'],
    ["O'Brien, Renée called", '101'],
    ['please ask Rennie O’Brien', '101'],
    ['the last note about O’Brien’s renewal', '101'],
    ['has Rennie renewed?', '101'],
    ['who is jose nunez ortiz', '106'],
    ['who is José Núñez-Ortiz', '106'],
    ['how many people work at larkspur biomedical systems', '107'],
    ['write to renee.obrien@EXAMPLE.org', '101'],
    ['call (512) 555-0142', '101'],
    ['call 5550142 today', '101'],
    ['who lives at 4120 Willow Creek Dr.?', '101'],
    ['note for Dr. Austin Young', '104'],
    ['add a note to will park', '105'],
    ['ASK OKONJO NOW', '112'],
    ['Email Okonjo', '112'],
    ['the members Lagos Okonjo knows', '112'],
    ['find Иван Петров', '111'],
    ['find 王 小明', '110'],
    ["find o'brien", '101'],
    ['tell me about hall', '114'],
    ["what about hall's dues?", '114'],
    ['find okonjo in texas', '112'],
    ['add a note to rennie: she called', '101'],
    ['add a note for okonjo that she called', '112'],
    ['show me okonjo', '112'],
    ['who is okonjo?', '112'],
    ['please look up lindqvist today', '103'],
    ['pull up will', '105'],
  ])('%s', async (text, id) => {
    const hidden = await hide(store, text);
    expect(hidden.replaced.map((one) => one.memberIds)).toEqual([[id]]);
    expect(hidden.replaced[0]?.standIn).toMatch(/^M-[0-9A-Z]{6}$/);
  });

  test.each([
    ['Mary Lindqvist got a new cell 512 555 0142', '512 555 0142'],
    ['change the phone of Mary Lindqvist to (512) 555-0142', '(512) 555-0142'],
    ["update lindqvist's email: renee.obrien@example.org", 'renee.obrien@example.org'],
    ['Mary Lindqvist moved to 4120 Willow Creek Dr', '4120 Willow Creek Dr'],
  ])('%s: the new value is a value, whoever has it now', async (text, value) => {
    const { replaced } = await hide(store, text);
    const [of, given] = [replaced.find(({ memberIds }) => memberIds.length > 0), replaced.at(-1)];
    expect(of?.memberIds).toEqual(['103']);
    expect(given).toMatchObject({ memberIds: [], end: text.indexOf(value) + value.length });
    expect(given?.standIn).toMatch(/^C-/);
    expect(replaced).toHaveLength(2);
  });

  test('without a correction, or beside their own name, such details still say who is meant', async () => {
    expect(await who('add a note to 512-555-0142 that Mary Lindqvist called')).toEqual([['101'], ['103']]);
    expect(await who("change Rennie O'Brien's phone from 512-555-0142 to 512 555 0199")).toEqual([
      ['101'],
      ['101'],
      [],
    ]);
  });

  test('a name that several bear becomes a placeholder for all of them', async () => {
    const hidden = await hide(store, 'add a note to Mary Okafor');
    expect(hidden.text).toMatch(/^add a note to N-[0-9A-Z]{6}$/);
    expect(await who('what about Mary?')).toEqual([['102', '103', '108']]);
    const candidates = await candidatesOf(store, [hidden.replaced[0]?.standIn ?? '']);
    expect([...candidates.values()].flat().map((one) => one.memberId)).toEqual(['102', '108']);
  });

  test.each([
    ['who is J. Núñez-Ortiz', ['106']],
    ['who is J Nunez Ortiz?', ['106']],
    ['show me M. Okafor', ['102', '108']],
    ['show me Okafor, M.', ['102', '108']],
    ['the invoices of m okafor', ['102', '108']],
    ["R. O'Brien called", ['101']],
    ['who is A. Okonjo', ['112']],
  ])('an initial and a surname are whoever it fits: %s', async (text, ids) => {
    expect(await who(text)).toEqual([ids]);
  });

  test('a new e-mail address made of a name is one detail, not a name', async () => {
    const { text } = await hide(
      store,
      'Correct the e-mail address of Mary Lindqvist to mary.lindqvist@newmail.example',
    );
    expect(text).toMatch(/^Correct the e-mail address of M-[0-9A-Z]{6} to C-[0-9A-Z]{6}$/);
  });

  test('the words around a name stay as they are, possessives too', async () => {
    const [pseudonym] = [...(await pseudonymsFor(store, ['101'])).values()];
    const hidden = await hide(store, 'Add “she called” to Renée O’Brien’s record, (now)!');
    expect(hidden.text).toBe(`Add “she called” to ${pseudonym}’s record, (now)!`);
  });

  test('a name keeps its pseudonym, and a shared name its placeholder', async () => {
    const texts = ['ask Mary', 'ask Renée O’Brien'];
    for (const text of texts) expect((await hide(store, text)).text).toBe((await hide(store, text)).text);
  });
});

describe('words that are no names are left alone', () => {
  test.each([
    'how many members do we have in Austin?',
    'how many active members are there in Texas',
    'members of Charlotte Metro',
    'members in the Charlotte chapter',
    'Will the renewals go out in May?',
    'Young members in Houston',
    'how many will renew',
    'who is Michael Okonjo',
    'who is B. Okonjo',
    'is there a hall in Texas',
    'who is Ada Lindqvist',
    'Ada Lindqvist owes dues',
    'everyone renewing in Jan',
    'a lark spurred on biomedical things',
    'find ada lindqvist',
    'who is ada okafor',
    'show me new members',
    'find new members in texas',
    'show me new',
    'who is new?',
    'tell me about austin',
    'the hall was full',
    'invoice 20260142 of 2026-05-01',
  ])('%s', async (text) => {
    const hidden = await hide(store, text);
    expect(hidden.replaced.filter((one) => !one.memberIds.includes('109'))).toEqual([]);
  });

  test('words the caller reserves are no names', async () => {
    expect((await hide(store, 'the Okafor scholarship', { reserved: ['Okafor'] })).replaced).toEqual([]);
    expect((await hide(store, 'the Okafor scholarship')).replaced).toHaveLength(1);
  });

  test('only certain finds: single names stay, full names and numbers go', async () => {
    const hidden = await hide(store, 'Rennie and Renée O’Brien, 512-555-0142', { only: 'certain' });
    expect(hidden.text).toMatch(/^Rennie and M-\w{6}, M-\w{6}$/);
  });
});

describe('names come back for those who may see them', () => {
  test('in texts, arrays and objects', async () => {
    const hidden = await hide(store, 'Mary and Renée O’Brien');
    const value = { answer: [hidden.text], count: 2, at: undefined };
    expect(await reveal(store, value, everyone)).toEqual({ answer: ['Mary and Renée J. O’Brien'], count: 2 });
  });

  test('not without the right to see people', async () => {
    const { text } = await hide(store, 'Renée O’Brien');
    expect(await reveal(store, text, { ...everyone, permissions: new Set(['aggregates.read']) })).toBe(text);
  });

  test('of staff to all staff, also to those who may not see people or see one chapter only', async () => {
    await givenPeople(store, [{ id: '120', name: 'Dana Whitfield', user: { name: 'dana', roles: ['Membership'] } }]);
    const { text } = await hide(store, 'asked by Dana Whitfield for Renée O’Brien');
    const administrator: Actor = { ...everyone, permissions: new Set(['audit.read']) };
    const ohio: Actor = { ...everyone, scope: { kind: 'chapters', chapters: ['oh'] } };
    for (const actor of [administrator, ohio])
      expect(await reveal(store, text, actor)).toMatch(/^asked by Dana Whitfield for M-[0-9A-Z]{6}$/);
  });

  test('not outside the scope', async () => {
    const texas: Actor = { ...everyone, scope: { kind: 'chapters', chapters: ['tx'] } };
    const { text } = await hide(store, 'Renée O’Brien, José Núñez-Ortiz');
    expect(await reveal(store, text, texas)).toMatch(/^Renée J\. O’Brien, M-[0-9A-Z]{6}$/);
  });

  test('pseudonyms work both ways and are never shared', async () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `x${index}`);
    const [one, two] = await Promise.all([pseudonymsFor(store, ids), pseudonymsFor(store, ids)]);
    expect([...one]).toHaveLength(3000);
    expect(new Map([...two].sort())).toEqual(new Map([...one].sort()));
    expect(new Set(one.values()).size).toBe(3000);
    expect((await membersOf(store, [one.get('x7') ?? ''])).get(one.get('x7') ?? '')).toBe('x7');
  });
});

test('names are spelled alike in SQL and here', async () => {
  const names = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[A-Za-zÀ-ÿŁłØøßŒ'’ .,-]{0,30}$/),
  );
  const clean = (text: string) => text.replaceAll('\0', '').replace(/[\ud800-\udfff]/g, '');
  const samples = [...fc.sample(names, 300), 'Dr. Renée O’Neil, Jr.', 'MD PhD Ii', 'Smith III Esq.'].map(clean);
  const found = await store.query<{ words: string }>(
    'select imis.name_words(t.text) as words from unnest($1::text[]) with ordinality as t(text, n) order by t.n',
    [samples],
  );
  // Beyond these letters the two may differ by the age of their Unicode tables.
  const differing = samples.filter((text, index) => found.rows[index]?.words !== normal(text));
  expect(differing.filter((text) => /^[\u0020-\u024f\u2000-\u206f]*$/.test(text))).toEqual([]);
});
