import { describe, expect, test } from 'vitest';
import { markOf } from '../../../src/agent/interpreter/memory.js';
import type { Definition } from '../../../src/population/definition.js';
import { all, event, inField, meaning, members, not, read, status, within } from './reading.js';

const list = (...of: Definition[]) => meaning('find_members', { definition: all(...of) });
const count = (...of: Definition[]) => meaning('count_members', { definition: all(...of) });
const nextMonth = within('expires', { calendar: 'month', offset: 1 });
const students = inField('tier', 'STU');

describe('a sentence that goes on from the one before', () => {
  test.each([
    [['how many members expire next month', 'only those in Ohio'], count(members, nextMonth, inField('chapter', 'OH'))],
    [['members expiring next month', 'of those, only fellows'], list(members, nextMonth, inField('tier', 'FEL'))],
    [['students in Texas', 'what about Ohio?'], list(members, students, inField('chapter', 'OH'))],
    [['students in Texas', 'in Florida'], list(members, students, inField('chapter', 'TX'), inField('state', 'FL'))],
    [['lapsed members in Florida', 'in Georgia'], list(status('lapsed'), inField('state', 'GA'))],
    [['show lapsed professionals', 'and fellows?'], list(status('lapsed'), inField('tier', 'FEL'))],
    [['members in california', 'exclude students'], list(members, inField('chapter', 'CA'), not(students))],
    [
      ['members in california', 'without fellows'],
      list(members, inField('chapter', 'CA'), not(inField('tier', 'FEL'))),
    ],
    [
      ['how many joined last year', 'and this year?'],
      count(members, within('joined', { calendar: 'year', offset: 0 })),
    ],
    [
      ['how many members joined last month', 'list them'],
      list(members, within('joined', { calendar: 'month', offset: -1 })),
    ],
    [['students in Texas', 'how many are there?'], count(members, students, inField('chapter', 'TX'))],
    [
      ['students in Texas', 'those who attended an event in 2025'],
      list(
        members,
        students,
        inField('chapter', 'TX'),
        event('attendance', { window: { from: '2025-01-01', to: '2025-12-31' } }),
      ),
    ],
    [
      ['how many active members in Texas', 'by tier'],
      meaning('group_members', {
        by: [{ field: 'tier' }],
        definition: all(status('active'), inField('chapter', 'TX')),
      }),
    ],
    [
      ['how many active members in Texas', 'how many is that by tier?'],
      meaning('group_members', {
        by: [{ field: 'tier' }],
        definition: all(status('active'), inField('chapter', 'TX')),
      }),
    ],
    [
      ['members expiring in the next 30 days', 'make it 60'],
      list(members, within('expires', { next: 60, unit: 'day' })),
    ],
    [
      ['students in Texas', 'only those who joined this year', 'go back'],
      list(members, students, inField('chapter', 'TX')),
    ],
    [
      ['students in Texas', 'sort by engagement'],
      meaning('find_members', {
        definition: all(members, students, inField('chapter', 'TX')),
        sort: { field: 'engagement' },
        order: 'desc',
      }),
    ],
    [
      ['students in Texas', 'how many lapsed members are there in Ohio?'],
      count(status('lapsed'), inField('chapter', 'OH')),
    ],
  ])('%j', (said, expected) => {
    const reading = read(...said);
    expect(reading.status === 'call' ? meaning(reading.tool, reading.arguments) : reading.text).toBe(expected);
  });

  test('asks whether the people before or everybody is meant', () => {
    const reading = read('students in Texas', 'who are in California');
    expect(reading.status).toBe('clarify');
    expect(markOf(reading.message)?.question?.choices).toHaveLength(2);
  });

  test('means the person last spoken of by her, him and this member', () => {
    expect(read('show me M-7F3KQ2', 'add a note to her: wants a call')).toMatchObject({
      tool: 'propose_note',
      arguments: { member: 'M-7F3KQ2', text: 'wants a call' },
    });
    expect(read('show me M-7F3KQ2', 'add a note that he called')).toMatchObject({ arguments: { member: 'M-7F3KQ2' } });
    expect(read('show me M-7F3KQ2', "show me this member's profile")).toMatchObject({ tool: 'member_profile' });
  });

  test('tells where the last number came from', () => {
    for (const why of ['why?', 'How do you know?', 'how did you count that', 'show me the sources'])
      expect(read('how many members are there', why).text).toContain('R-7F3KQ2: 3 members');
  });

  test('is a new question after thanks', () => {
    expect(read('how many members are there', 'thanks!').text).toBe('You are welcome.');
  });
});

describe('a question', () => {
  const questions = [
    'platinum members in Ohio',
    'engaged members in Ohio',
    'inactive students',
    'loyal fellows in Texas',
    'members not active',
    'members who missed the annual conference',
    'Everyone except retirees in the Texas chapter',
    'members who are big',
    'lapsed fellows and retired members',
    'asdf qwerty',
  ];

  test.each(questions)(
    'offers only choices that are understood, and each by number, by its words and by a click: %s',
    (sentence) => {
      const question = markOf(read(sentence).message)?.question;
      expect(question?.choices.length).toBeGreaterThan(0);
      for (const [index, choice] of (question?.choices ?? []).entries()) {
        const chosen = read(sentence, choice.completes);
        expect(chosen.status).toBe('call');
        const expected = meaning(chosen.tool, chosen.arguments);
        for (const answer of [String(index + 1), choice.text]) {
          const again = read(sentence, answer);
          expect(meaning(again.tool, again.arguments)).toBe(expected);
        }
      }
    },
  );

  test('says what was understood and which word was not', () => {
    const question = markOf(read('platinum members in Ohio').message)?.question;
    expect(question?.unexplained).toEqual(['platinum']);
    expect(question?.understood).toContain('in the Ohio chapter');
  });

  test('keeps every other condition in its choices', () => {
    const question = markOf(read('engaged members in Ohio').message)?.question;
    for (const { completes } of question?.choices ?? []) {
      const { arguments: args } = read(completes);
      expect(JSON.stringify(args)).toContain('"chapter","test":{"in":["OH"]}');
    }
  });

  test('is ended by the missing word', () => {
    const reading = read('how many platinum members are in Ohio', 'fellow');
    expect(meaning(reading.tool, reading.arguments)).toBe(
      count(members, inField('tier', 'FEL'), inField('chapter', 'OH')),
    );
  });

  test('is ended by the missing text or person', () => {
    expect(read('add a note to M-7F3KQ2', 'she called today')).toMatchObject({
      tool: 'propose_note',
      arguments: { member: 'M-7F3KQ2', text: 'she called today' },
    });
  });

  test('is dropped when something else is said', () => {
    const reading = read('platinum members', 'how many lapsed members are there?');
    expect(meaning(reading.tool, reading.arguments)).toBe(count(status('lapsed')));
  });
});
