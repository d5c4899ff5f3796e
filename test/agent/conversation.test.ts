import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { definitionInWords } from '../../src/population/keep.js';
import { vocabularyOf } from '../../src/population/vocabulary.js';
import type { Store } from '../../src/store/store.js';
import { personalDetailsOutside } from '../fixtures/personal-details.js';
import { actorWith, agentWith, givenReadOnce, openOffice, settings, TODAY } from './office.js';

let store: Store;
const membership = actorWith('membership');

beforeAll(async () => {
  store = await openOffice();
});
afterAll(() => store.close());

describe('a conversation with the offline mind', () => {
  test('counts active members of a chapter, says which reading was taken, and cites a receipt for each number', async () => {
    const { ask } = await agentWith(store);
    const turn = await ask({ text: 'How many active members do we have in Texas?', actor: membership });
    expect(turn.status).toBe('answer');
    expect(turn.answer).toContain('There are 2 active members in the Texas chapter');
    expect(turn.answer).toContain('In grace beside them: 1.');
    expect(turn.answer).toContain('Texas is read as the chapter of that name');
    expect(turn.receipts.map(({ value, unit }) => [value, unit])).toContainEqual([2, 'members']);
    expect(turn.toolCalls).toMatchObject([{ tool: 'count_members' }]);
    expect(turn.sources.length).toBe(turn.receipts.length);
  });

  test('goes on from the question before', async () => {
    const { ask } = await agentWith(store);
    const { thread } = await ask({ text: 'how many active members are there', actor: membership });
    const narrowed = await ask({ text: 'only those in Ohio', actor: membership, thread });
    expect(narrowed.answer).toContain('There is 1');
    const listed = await ask({ text: 'list them', actor: membership, thread });
    expect(listed.answer).toContain('Florence Nguyen');
    const why = await ask({ text: 'how do you know?', actor: membership, thread });
    expect(why.answer).toMatch(/R-[0-9A-Z]{6}: 1 members/);
  });

  test('proposes a note with names put back, and speaks of the member as her afterwards', async () => {
    const { ask } = await agentWith(store);
    const { thread, answer } = await ask({ text: 'Show me Sandra Ortega', actor: membership });
    expect(answer).toContain('Sandra Ortega: active');
    const noted = await ask({
      text: 'add a note to her that Florence Nguyen called about the conference',
      actor: membership,
      thread,
    });
    expect(noted.status).toBe('proposal');
    expect(noted.proposal).toMatchObject({ count: 1, summary: 'Add a note to member Sandra Ortega' });
    const stored = await store.query('select member_id, after from copilot.changes where proposal_id = $1', [
      noted.proposal?.id,
    ]);
    expect(stored.rows).toMatchObject([
      { member_id: '101', after: { text: 'Florence Nguyen called about the conference' } },
    ]);
  });

  test('writes a note in the words that were typed, whoever they name, and leaves no trace of them elsewhere', async () => {
    const { ask } = await agentWith(store);
    const manager = actorWith('chapter_manager', { id: '202', scope: { kind: 'chapters', chapters: ['CH-OH'] } });
    const noteOf = async (text: string, thread?: string) => {
      const turn = await ask({ text, actor: manager, ...(thread && { thread }) });
      const stored = await store.query<{ after: { text: string } }>(
        'select after from copilot.changes where proposal_id = $1',
        [turn.proposal?.id],
      );
      return { thread: turn.thread, text: stored.rows[0]?.after.text };
    };
    const words = "Flo's colleague SANDRA ORTEGA wrote from Sandra@Ortega.example, Quill’s new address";
    const noted = await noteOf(`add a note to Florence Nguyen that ${words}`);
    expect(noted.text).toBe(words);
    const asked = await noteOf('add a note to Florence Nguyen');
    expect((await noteOf('she called with SANDRA ORTEGA', asked.thread)).text).toBe('she called with SANDRA ORTEGA');
    expect((await personalDetailsOutside(store)).map(({ table, where }) => `${table}: ${where}`)).toEqual([]);
  });

  test('asks which of two people of one name is meant, and goes on with the choice', async () => {
    const { ask } = await agentWith(store);
    const asked = await ask({ text: 'show me Michael Chen', actor: membership });
    expect(asked.status).toBe('clarify');
    expect(asked.question?.choices.map(({ text }) => text)).toEqual([
      'Michael Chen: active, Professional, Texas Chapter, TX, until 2027-06-30',
      'Michael Chen: in grace, Professional, Texas Chapter, TX, until 2026-10-31',
    ]);
    const clicked = await ask({
      text: asked.question?.choices[0]?.completes ?? '',
      actor: membership,
      thread: asked.thread,
    });
    expect(clicked.answer).toContain('Michael Chen: active');
    await ask({ text: 'show me Michael Chen', actor: membership, thread: asked.thread });
    const chosen = await ask({ text: '2', actor: membership, thread: asked.thread });
    expect(chosen.status).toBe('answer');
    expect(chosen.answer).toContain('in grace');
  });

  test.each([
    ['blue elephant members of the moon', 'clarify'],
    ['asdf qwerty', 'clarify'],
    ['delete all members', 'refuse'],
    ['catholic members in Texas', 'refuse'],
    ['platinum members', 'clarify'],
  ] as const)('%s: %s', async (text, status) => {
    const { ask } = await agentWith(store);
    expect((await ask({ text, actor: membership })).status).toBe(status);
  });

  test('completes a question by a click or by the missing word', async () => {
    const { ask } = await agentWith(store);
    const asked = await ask({ text: 'add a note to Sandra Ortega', actor: membership });
    expect(asked).toMatchObject({ status: 'clarify', question: { choices: [] } });
    const noted = await ask({ text: 'prefers the phone', actor: membership, thread: asked.thread });
    expect(noted.status).toBe('proposal');
    const platinum = await ask({ text: 'how many platinum members are in Ohio', actor: membership });
    const choice = platinum.question?.choices.find(({ text }) => text === 'Professional');
    const counted = await ask({ text: choice?.completes ?? '', actor: membership, thread: platinum.thread });
    expect(counted.answer).toContain('in the Professional tier');
    const byWord = await ask({ text: 'how many platinum members are in Ohio', actor: membership });
    expect((await ask({ text: 'professional', actor: membership, thread: byWord.thread })).toolCalls).toEqual(
      counted.toolCalls,
    );
  });

  test('offers whoever is spelled most like a name that nobody bears', async () => {
    const { ask } = await agentWith(store);
    const asked = await ask({ text: 'show me Sandara Ortiga', actor: membership });
    expect(asked.status).toBe('clarify');
    expect(asked.answer).not.toContain('pseudonym');
    const sandra = asked.question?.choices.find(({ text }) => text.startsWith('Sandra Ortega'));
    const shown = await ask({ text: sandra?.completes ?? '', actor: membership, thread: asked.thread });
    expect(shown.answer).toContain('Sandra Ortega: active');
  });

  test('shows the arguments of a call in the words that were typed', async () => {
    const { ask } = await agentWith(store);
    const turn = await ask({
      text: "add a note to Sandra Ortega: Quill's cousin, so call FLORENCE NGUYEN",
      actor: membership,
    });
    expect(turn.toolCalls).toEqual([
      {
        tool: 'propose_note',
        arguments: { member: 'Sandra Ortega', text: "Quill's cousin, so call FLORENCE NGUYEN" },
      },
    ]);
  });

  test('finds the people of an organisation by its name', async () => {
    const { ask } = await agentWith(store);
    const turn = await ask({ text: 'people who work at Eastlake Power', actor: membership });
    expect(turn.answer).toContain('There is 1 member working for Eastlake Power');
    expect(turn.answer).toContain('- Florence Nguyen');
    const person = await ask({ text: 'people who work at Sandra Ortega', actor: membership });
    expect(person.answer).toContain('Sandra Ortega is no organisation');
    const staff = await ask({ text: 'how many members are assigned to Dana Whitfield', actor: membership });
    expect(staff.answer).toContain('There are 0 members assigned to Dana Whitfield');
  });

  test.each([
    'how many active members do we have in Texas',
    'list lapsed members',
    'members who have not logged in this year',
    'how many members joined in 2020',
    'find Sandra Ortega',
    'is Sandra Ortega active?',
    'people who work at Eastlake Power',
    'delete all members',
    'members over 60',
    'help',
  ])('offers only next questions that it understands in the same thread: %s', async (text) => {
    const { ask } = await agentWith(store);
    const { next, thread } = await ask({ text, actor: membership });
    for (const question of next) {
      const answered = await ask({ text: question, actor: membership, thread });
      expect([question, answered.status]).toEqual([question, 'answer']);
      await ask({ text, actor: membership, thread });
    }
  });

  test('keeps the definition behind a number, to be opened from its receipt', async () => {
    const { ask } = await agentWith(store);
    const { receipts } = await ask({ text: 'how many active members are in Ohio', actor: membership });
    const id = receipts[0]?.definition ?? '';
    const vocabulary = await vocabularyOf(store);
    const perspective = { calendar: { today: TODAY, ...settings.association }, graceDays: 60, reach: {} };
    expect(await definitionInWords(store, id, perspective, vocabulary)).toEqual([
      'active members',
      'in the Ohio chapter',
      'active does not include grace',
    ]);
    expect(await definitionInWords(store, 'D-none', perspective, vocabulary)).toBeUndefined();
  });

  test('says that it is partial until the first sync has ended', async () => {
    const { ask } = await agentWith(store);
    await store.query("update copilot.sync_entities set full_at = null where entity = 'attendance'");
    const partial = 'The first sync has not ended: this is partial.';
    expect((await ask({ text: 'how many members do we have', actor: membership })).answer).toContain(partial);
    expect((await ask({ text: 'show me Zebulon Quark', actor: membership })).answer).toContain(partial);
    await givenReadOnce(store);
    expect((await ask({ text: 'how many members do we have', actor: membership })).answer).not.toContain('partial');
  });

  test('answers within the rows an actor may see', async () => {
    const { ask } = await agentWith(store);
    const manager = actorWith('chapter_manager', { id: '202', scope: { kind: 'chapters', chapters: ['CH-OH'] } });
    expect((await ask({ text: 'how many members do we have', actor: manager })).answer).toContain('There is 1');
    const hidden = await ask({ text: 'show me Sandra Ortega', actor: manager });
    expect(hidden.answer).toContain('hidden by your rights');
    expect(hidden.answer).not.toContain('active');
  });

  test('shows leadership aggregates, and none of fewer than five', async () => {
    const { ask } = await agentWith(store);
    const leadership = actorWith('leadership', { id: '203' });
    const few = await ask({ text: 'how many active members do we have in Texas', actor: leadership });
    expect(few.answer).toContain('fewer than five');
    expect(few.receipts).toEqual([]);
    const list = await ask({ text: 'list the lapsed members', actor: leadership });
    expect(list.answer).not.toMatch(/Quill|M-/);
  });
});

describe('a thread', () => {
  test('of another person is refused, and left as it was', async () => {
    const { ask } = await agentWith(store);
    const { thread } = await ask({ text: 'how many members do we have', actor: membership });
    const other = actorWith('finance', { id: '209' });
    const refused = await ask({ text: 'list them', actor: other, thread });
    expect(refused).toMatchObject({ status: 'error', toolCalls: [] });
    expect(refused.answer).toContain('belongs to somebody else');
    expect((await ask({ text: 'list them', actor: membership, thread })).status).toBe('answer');
  });

  test('goes on after a restart', async () => {
    const first = await agentWith(store);
    const { thread } = await first.ask({ text: 'how many active members are there in Texas', actor: membership });
    const second = await agentWith(store);
    expect((await second.ask({ text: 'what about Ohio?', actor: membership, thread })).answer).toContain(
      'Ohio chapter',
    );
  });

  test('answers two questions asked at once one after the other', async () => {
    const { ask } = await agentWith(store);
    const { thread } = await ask({ text: 'how many active members are there', actor: membership });
    const both = await Promise.all(['in Texas', 'in Ohio'].map((text) => ask({ text, actor: membership, thread })));
    expect(both.map(({ status }) => status)).toEqual(['answer', 'answer']);
    expect(both[1]?.answer).toContain('Ohio');
  });

  test('holds no name, address or number of anybody, in any checkpoint', async () => {
    const { ask } = await agentWith(store);
    const { thread } = await ask({ text: 'Show me Sandra Ortega, sandra@ortega.example', actor: membership });
    await ask({ text: 'note on Florence Nguyen: Robert Quill phoned', actor: membership, thread });
    const stored = await store.query<{ text: string }>(
      `select string_agg(text, ' ') as text from (
         select checkpoint::text || metadata::text as text from copilot.checkpoints
         union all select convert_from(blob, 'UTF8') from copilot.checkpoint_blobs where type <> 'empty'
         union all select convert_from(blob, 'UTF8') from copilot.checkpoint_writes) stored`,
    );
    expect(stored.rows[0]?.text).toMatch(/show me M-[0-9A-Z]{6}/i);
    expect(stored.rows[0]?.text).toMatch(/note on M-[0-9A-Z]{6}: M-[0-9A-Z]{6} phoned/);
    expect(stored.rows[0]?.text).not.toMatch(/Sandra|Ortega|Florence|Nguyen|Quill|Michael|ortega\.example/i);
  });

  test.each([
    ['', 'Nothing was asked'],
    ['   \n ', 'Nothing was asked'],
    ['members '.repeat(7000), '56 kB'],
  ])('is not begun by a text that cannot be read (%#)', async (text, words) => {
    const { ask } = await agentWith(store);
    const turn = await ask({ text, actor: membership });
    expect(turn.status).toBe('error');
    expect(turn.answer).toContain(words);
  });

  test('name that is none is refused', async () => {
    const { ask } = await agentWith(store);
    expect((await ask({ text: 'help', actor: membership, thread: "x'; drop" })).answer).toContain(
      'not the name of a conversation',
    );
  });
});
