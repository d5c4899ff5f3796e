import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markOf } from '../../../src/agent/interpreter/memory.js';
import { readAs } from '../../../src/agent/interpreter/read-as.js';
import { meaning, mind, read } from './reading.js';

const called = (said: string): string => {
  const { status, tool, arguments: args, text } = read(said);
  return status === 'call' ? meaning(tool, args) : text;
};
const notes = (said: string): readonly string[] => markOf(read(said).message)?.assumptions ?? [];
const choices = (said: string) => markOf(read(said).message)?.question?.choices ?? [];

describe('a clause that frames a request is told by its grammar, and set aside', () => {
  test.each([
    ['Slide seven. How many students are in Texas?', 'how many students are in Texas'],
    ['Governance section: how many fellows are in Ohio?', 'how many fellows are in Ohio'],
    ['For the welcome brochure, list students in Texas', 'list students in Texas'],
    ['For the holiday party give me a list of fellows in Ohio', 'list fellows in Ohio'],
    ['list lapsed members in Ohio for the January renewal drop', 'list lapsed members in Ohio'],
    ['The auditors are coming on Monday, so how many students are in Texas?', 'how many students are in Texas'],
    ['Board meets on the 3rd of December. How many fellows are in Ohio?', 'how many fellows are in Ohio'],
    ["I'm putting together the volunteer packets so how many students are in Texas?", 'how many students are in Texas'],
    ['students in Texas, names please, we would like them in the summer series', 'list students in Texas'],
    ['how many fellows are in Ohio because the treasurer keeps asking', 'how many fellows are in Ohio'],
    ['list fellows in Ohio so I can ring them myself', 'list fellows in Ohio'],
    ["how many students are in Texas, I don't need to know whose", 'how many students are in Texas'],
    ['how many fellows are in Ohio, nothing else please', 'how many fellows are in Ohio'],
    ["list fellows in Ohio, and it's fine if it's long", 'list fellows in Ohio'],
  ])('%s', (said, plainly) => {
    expect(called(said)).toBe(called(plainly));
    expect(notes(said).some((note) => note.startsWith('I left aside'))).toBe(true);
  });

  test('what somebody needs is the request, also where it goes on with a negation', () => {
    const said = 'I need everyone who registered for the leadership summit but did not pay';
    expect(JSON.stringify(read(said).arguments)).toMatch(/balance.*registration/);
  });

  test.each([
    'I have fellows in Ohio who quibble, so who are they?',
    'The board wants members who blorf',
    'how many members are in Ohio? Only the ones with a halo.',
    'lapsed members in Ohio, except the quibbly',
    'for the Quorl chapter: how many members',
  ])('what could restrict is asked about: %s', (said) => {
    expect(read(said).status).toBe('clarify');
  });
});

const sentences = [
  ['how many ', 'students', ' are in Texas'],
  ['list ', 'lapsed members', ' in Ohio'],
  ['how many ', 'active members', ' attended a webinar this year'],
  ['list ', 'fellows', ' with an overdue invoice'],
  ['how many ', 'members', ' joined last year'],
  ['list ', 'corporate members', ' not on automatic renewal'],
] as const;
const nonsense = ['blorf', 'quibbly', 'snarfed', 'wibbling', 'zorple'] as const;
const restricting: readonly ((sentence: readonly [string, string, string], word: string) => string)[] = [
  ([verb, people, rest], word) => `${verb}${word} ${people}${rest}`,
  ([verb, people, rest], word) => `${verb}${people} with a ${word}${rest}`,
  ([verb, people, rest], word) => `${verb}${people} who ${word}${rest}`,
  ([verb, people, rest], word) => `${verb}${people}${rest} from ${word}`,
  ([verb, people, rest], word) => `${verb}${people}${rest} that ${word}`,
  ([verb, people], word) => `${verb}${people} in ${word}`,
  ([verb, people, rest], word) => `${verb}${people}${rest} and ${word}`,
  ([verb, people, rest], word) => `${verb}only ${word} ${people}${rest}`,
];
const framed: readonly ((sentence: string, word: string) => string)[] = [
  (sentence, word) => `For the ${word} deck, ${sentence}`,
  (sentence, word) => `The treasurer wants a ${word}, so ${sentence}`,
  (sentence, word) => `I'm preparing the ${word}, so ${sentence}`,
  (sentence, word) => `${sentence}, it's for the ${word} newsletter`,
  (sentence, word) => `${sentence} because the board loves a ${word}`,
  (sentence, word) => `${sentence} so that I have it for the ${word} papers`,
];

describe('a word nobody knows', () => {
  const drawn = fc.tuple(fc.constantFrom(...sentences), fc.constantFrom(...nonsense));

  test('is asked about wherever it could restrict', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...restricting), ([sentence, word], place) => {
        expect(read(place(sentence, word)).status).toBe('clarify');
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('is set aside where it frames, and the reading stays the same', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...framed), ([sentence, word], place) => {
        expect(called(place(sentence.join(''), word))).toBe(called(sentence.join('')));
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('a question offers a way on', () => {
  test.each([
    'how many wibbling frobnicated students in Texas quibbled zorply over the snarf',
    'list lapsed members in Ohio with a halo',
    'members at risk of blorfing in Texas',
  ])('also with many words unexplained: %s', (said) => {
    const offered = choices(said);
    expect(offered.length).toBeGreaterThan(0);
    for (const { completes } of offered) expect(readAs(completes, undefined, mind)).toBeDefined();
    expect(offered[0]?.text).toMatch(/^Answer without|leaving out|members/);
  });

  test('an unknown word before members may be any tier there is', () => {
    expect(choices('how many platinum members are in Ohio').map(({ text }) => text)).toContain('Student');
  });

  test('words of grammar are not asked about', () => {
    const asked = markOf(read('I am told, as it were, that students in Texas frobnicated').message)?.question;
    expect(asked?.unexplained.join(' ')).not.toMatch(/\b(?:as|it|that|I)\b/);
  });
});

describe('words that support what is said', () => {
  test.each([
    ['members who still have an open balance', 'members who have an open balance'],
    ['how many students are in Texas as of today', 'how many students are in Texas'],
    ['status active, tier student, chapter Texas', 'active students in Texas'],
    ['students in Texas only, please', 'students in Texas'],
    ['average logins per active member by tier', 'average logins of active members by tier'],
  ])('%s', (said, plainly) => {
    expect(called(said)).toBe(called(plainly));
  });
});

describe('typed in haste', () => {
  test.each([
    ['tx students w/ overdue invocie, need teh list b4 noon', 'texas students with overdue invoice'],
    ['how many studs in tx rn', 'how many students in texas right now'],
    ['lapsed ohioans, count is fine', 'how many lapsed ohio members'],
    ['lsit students in Texas', 'list students in Texas'],
  ])('%s', (said, plainly) => {
    expect(called(said)).toBe(called(plainly));
  });

  test('a word of English is never respelt towards a word of the data', () => {
    expect(notes('how many students joined before november').join(' ')).not.toContain('is read as "nonmember"');
  });
});
