import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Tool } from '../../../tools/define.js';
import { dueInWords } from '../../../tools/tasks/due-in-words.js';
import { proposeTask } from '../../../tools/tasks/propose-task.js';
import { type Office, openOffice, settings, TODAY } from './office.js';

const tool = proposeTask as unknown as Tool;
let office: Office;
let memberId: string;
let member: string;

beforeAll(async () => {
  office = await openOffice();
  const found = await office.store.query<{ member_id: string }>(
    `select a.member_id from imis.assignments a join imis.users u on u.member_id = a.staff_id
     where a.is_primary and coalesce(a.begins_on, '-infinity') <= $1::date and coalesce(a.ends_on, 'infinity') >= $1::date
     order by a.member_id limit 1`,
    [TODAY],
  );
  memberId = found.rows[0]?.member_id ?? '';
  member = await office.pseudonym(memberId);
}, 120_000);
afterAll(() => office.close());
beforeEach(() => office.sandbox.faults.clear());

const idIn = (words: string): string => /P-[0-9A-Z]{6}/.exec(words)?.[0] ?? '';
const rows = async (of = memberId) =>
  (await office.reader.panelPage('AI_StaffTask', { filters: { ID: `eq:${of}` } })).rows.map((row) =>
    row.fits ? row.value.values : row.reasons,
  );

test('a task for the relationship manager is proposed, approved, written to iMIS once and taken back', async () => {
  const words = `create a task for her relationship manager for Friday: call about the conference`;
  const reply = await office.call(
    'membership',
    tool,
    { member, text: 'call about the conference', due: '2026-11-27' },
    words,
  );
  expect([reply.ok, office.defects]).toEqual([true, []]);
  const id = idIn(reply.words);
  expect(await rows()).toEqual([]);

  await office.approve(id, 'membership2');
  expect(await office.execute(id)).toMatchObject({ status: 'done', done: 1 });
  const [written, ...others] = await rows();
  expect(others).toEqual([]);
  expect(written).toMatchObject({
    Kind: 'task',
    Subject: 'call about the conference',
    DueOn: '2026-11-27',
    Status: 'open',
  });
  const manager = (written as Record<string, unknown>)['AssignedTo'];
  expect(await office.pseudonym(String(manager))).toBe((reply.output as { assignee: string }).assignee);

  const undo = await office.undo(id, 'membership');
  await office.approve(undo, 'membership');
  expect(await office.execute(undo)).toMatchObject({ status: 'done', done: 1 });
  expect(await rows()).toEqual([]);
});

test('a task that was done or changed since is not taken back', async () => {
  const reply = await office.call('membership', tool, { member, text: 'send the programme' });
  const id = idIn(reply.words);
  await office.approve(id, 'membership');
  await office.execute(id);
  const { rows: live } = await office.reader.panelPage('AI_StaffTask', { filters: { ID: `eq:${memberId}` } });
  const [row] = live;
  if (!row?.fits) throw new Error('the task is not in iMIS');
  await office.writer.changePanelRow('AI_StaffTask', { ...row.value, values: { Status: 'done' } });
  expect(await rows()).toMatchObject([{ Subject: 'send the programme', Status: 'done' }]);

  const undo = await office.undo(id, 'membership');
  await office.approve(undo, 'membership');
  expect(await office.execute(undo)).toMatchObject({ done: 0, skipped: 1 });
  expect(await office.change(undo)).toMatchObject({ state: 'skipped', reason: 'the task was changed or done since' });
  expect(await rows()).toHaveLength(1);
  await office.writer.removePanelRow('AI_StaffTask', row.value.rowId);
});

test('an answer lost after the task was stored does not make two of it', async () => {
  const reply = await office.call('membership', tool, { member, text: 'ask about the renewal' });
  const id = idIn(reply.words);
  await office.approve(id, 'membership');
  office.sandbox.faults.set([{ kind: 'cut_after', route: 'POST /api/AI_StaffTask', times: 1 }]);
  expect(await office.execute(id)).toMatchObject({ status: 'done', done: 1 });
  expect(await rows()).toMatchObject([{ Subject: 'ask about the renewal' }]);
  expect(await office.execute(id)).toMatchObject({ status: 'done', done: 1 });
  expect(await rows()).toHaveLength(1);
});

test('a day that has passed is refused with the next step', async () => {
  const reply = await office.call('membership', tool, { member, text: 'call', due: '2026-11-20' });
  expect(reply).toMatchObject({ ok: false, error: { kind: 'task_due_past' } });
  expect(reply.words).toBe(
    'The task would be due on 2026-11-20, which has passed. Give today (2026-11-21) or a later day.',
  );
});

test('a day at the end of the words is when the task is due, not a part of its subject', async () => {
  const reply = await office.call(
    'membership',
    tool,
    (heard) => ({ member, text: heard.slice(5) }),
    'task call them on 2026-12-18',
  );
  expect(reply).toMatchObject({ ok: true, output: { due: '2026-12-18' } });
  expect(reply.words).toContain('due 2026-12-18');
  const id = idIn(reply.words);
  await office.approve(id, 'membership');
  await office.execute(id);
  expect(await rows()).toContainEqual(expect.objectContaining({ Subject: 'call them', DueOn: '2026-12-18' }));
  const past = await office.call('membership', tool, { member, text: 'call them by 2026-01-02' });
  expect(past).toMatchObject({ ok: false, error: { kind: 'task_due_past' } });
});

test.each([
  ['call them on 18 December', '2026-12-18', 'call them'],
  ['call them tomorrow please', '2026-11-22', 'call them'],
  ['call them next Tuesday', '2026-11-24', 'call them'],
  ['ask about the fee by 4 December', '2026-12-04', 'ask about the fee'],
  ['send the form, due 12/4/2026', '2026-12-04', 'send the form'],
  ['call about the meeting on 4 December', undefined, 'call about the meeting on 4 December'],
  ['for 2026-12-18: call them', '2026-12-18', 'call them'],
  ['due 2026-01-05: call them', '2026-01-05', 'call them'],
  ['by Friday, 4 December: send the form', '2026-12-04', 'send the form'],
  ['for last Friday - call them', '2026-11-20', 'call them'],
  ['for the fair: print badges', undefined, 'for the fair: print badges'],
  ['thank them for 2026', undefined, 'thank them for 2026'],
])('"%s" is due %s', (text, due, left) => {
  const found = dueInWords(text, { today: TODAY, ...settings.association });
  expect([found?.due, found?.text ?? text]).toEqual([due, left]);
});

test('a task goes to whoever is named, to the queue without a manager, and to nobody who is not on the staff', async () => {
  const named = await office.call('membership', tool, { member, text: 'call', assignee: 'finance' });
  const finance = await office.pseudonym(await office.idOf('finance'));
  expect(named).toMatchObject({ ok: true, output: { assignee: finance } });
  const me = await office.call('community', tool, { member, text: 'call', assignee: 'me' });
  expect(me).toMatchObject({ output: { assignee: await office.pseudonym(await office.idOf('community')) } });

  const without = await office.store.query<{ member_id: string }>(
    `select p.member_id from imis.parties p where not exists (select from imis.assignments a where a.member_id = p.member_id)
     and not exists (select from imis.users u where u.member_id = p.member_id) order by 1 limit 1`,
  );
  const alone = without.rows[0]?.member_id ?? '';
  const queued = await office.call('membership', tool, { member: alone, text: 'welcome call' });
  expect(queued).toMatchObject({ ok: true, output: { assignee: 'the membership queue' } });
  const id = idIn(queued.words);
  await office.approve(id, 'membership');
  await office.execute(id);
  expect(await rows(alone)).toMatchObject([{ Subject: 'welcome call', AssignedTo: undefined, DueOn: undefined }]);

  const nobody = await office.call('membership', tool, { member, text: 'call', assignee: member });
  expect(nobody).toMatchObject({ ok: false, error: { kind: 'staff_not_found' } });
});

test('what was typed stands in the task letter for letter, and in no other table than the change', async () => {
  const words = 'task: ring the new assistant at 512-555-0187 before noon';
  const reply = await office.call('membership', tool, (heard) => ({ member, text: heard.slice(6) }), words);
  expect(JSON.stringify(reply)).not.toContain('555-0187');
  const id = idIn(reply.words);
  await office.approve(id, 'membership');
  await office.execute(id);
  expect(await rows()).toContainEqual(expect.objectContaining({ Subject: words.slice(6) }));
  const forgotten = await office.call('membership', tool, { member, text: 'ring C-ABCDEF' });
  expect(forgotten).toMatchObject({ ok: false, error: { kind: 'task_unreadable' } });
});

test('marketing and leadership may not propose a task', async () => {
  for (const as of ['marketing', 'leadership'])
    expect(await office.call(as, tool, { member, text: 'call' })).toMatchObject({ error: { kind: 'not_permitted' } });
});
