import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HiddenByRights, NotPermitted } from '../../src/access/refusals.js';
import { approve } from '../../src/approvals/decide.js';
import { execute } from '../../src/approvals/execute.js';
import { countListed, list } from '../../src/approvals/list.js';
import type { ChangeKind } from '../../src/approvals/port.js';
import { propose } from '../../src/approvals/propose.js';
import {
  AlreadyDecided,
  CannotUndo,
  CountNotTyped,
  ExecutionUnderWay,
  KindUnknown,
  NotAcknowledged,
  NotApproved,
  NothingToChange,
  ProposalChanged,
  ProposalExpired,
  ProposalUnknown,
  ReadOnlyPhase,
  SecondPersonNeeded,
  TicketInvalid,
} from '../../src/approvals/refusals.js';
import { risksOf } from '../../src/approvals/risks.js';
import { show } from '../../src/approvals/show.js';
import { ticket } from '../../src/approvals/ticket.js';
import { proposeUndo } from '../../src/approvals/undo.js';
import { verify } from '../../src/audit/verify.js';
import { noteDraft, noteKind } from '../../src/members/changes/note.js';
import { noticeWords } from '../../src/notices/notice.js';
import { unread } from '../../src/notices/unread.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { Office, TODAY } from './office.js';

let store: Store;
let office: Office;
const note = noteKind as ChangeKind;
const moneyNote: ChangeKind = { ...note, kind: 'money_note', risks: ['money'] };
const finalNote: ChangeKind = { ...note, kind: 'final_note', risks: ['irreversible'] };

beforeAll(async () => {
  store = await freshDatabase();
  office = await Office.open(store, [moneyNote, finalNote]);
});
beforeEach(() => {
  office = new Office(store, [moneyNote, finalNote]);
});
afterAll(async () => {
  expect(await verify(store)).toMatchObject({ ok: true });
  await store.close();
});

describe('proposing', () => {
  test('stores what would be done and writes nothing', async () => {
    const card = await office.proposeNotes('s1', ['m1', 'm2']);
    expect(card).toMatchObject({ status: 'waiting', risks: [], count: 2, expiresAt: '2026-11-22T12:00:00.000Z' });
    expect(office.imis.activities.size).toBe(0);
    const shown = await show(office.parts, card.id, await office.actor('s1'));
    expect(shown.changes.map((change) => change.describe)).toEqual(
      Array(2).fill('Add a note of 2026-11-21: she called'),
    );
    expect(shown).toMatchObject({ mayDecide: true, mayUndo: false, arguments: { text: 'she called' }, decisions: [] });
  });

  test('is refused without the right, outside the scope, of an unknown kind, and for nobody', async () => {
    const [actor, lead] = [await office.actor('tx'), await office.actor('lead')];
    await expect(office.proposeNotes('tx', ['m1', 'm3'])).rejects.toThrow(HiddenByRights);
    await expect(office.proposeNotes('lead', ['m1'])).rejects.toThrow(NotPermitted);
    await expect(office.proposeNotes('s1', [])).rejects.toThrow(NothingToChange);
    await expect(office.proposeNotes('s1', ['m1'], 'x', 'teleport')).rejects.toThrow(KindUnknown);
    expect([actor.scope.kind, lead.roles]).toEqual(['chapters', ['leadership']]);
  });

  test('the header carries no name, whatever the tool put in it', async () => {
    const actor = await office.actor('s1');
    const card = await propose(office.parts, {
      kind: 'note',
      tool: 'propose_note',
      arguments: { text: 'met Mira Quill' },
      thread: 'T-1',
      actor,
      summary: 'Add a note to Mona Larkin',
      drafts: [await noteDraft(store, { actor, memberId: 'm1', text: 'met Mira Quill', typed: [], today: TODAY })],
      warnings: ['Milo Ferris was asked already'],
      excluded: [{ memberId: 'm3', reason: 'works for Mira Quill' }],
    });
    const [row] = (
      await store.query<{ row: string; excluded: unknown; warnings: string[] }>(
        'select p::text as row, excluded, warnings from copilot.proposals p where proposal_id = $1',
        [card.id],
      )
    ).rows;
    expect(row?.row).not.toMatch(/Mona|Larkin|Milo|Ferris|Mira|Quill/);
    expect(card.summary).toMatch(/^Add a note to M-[0-9A-Z]{6}$/);
    expect(row).toMatchObject({
      warnings: [expect.stringMatching(/^M-[0-9A-Z]{6} was asked already$/)],
      excluded: [{ memberId: 'm3', reason: expect.stringMatching(/^works for M-[0-9A-Z]{6}$/) }],
    });
  });

  test('a kind nobody registered would need every ceremony', () => {
    expect(risksOf(undefined, [])).toEqual(['bulk', 'external', 'money', 'irreversible']);
  });
});

describe('deciding', () => {
  test('an approval enqueues the execution, tells the conversation and is done once however often it is clicked', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    const actor = await office.actor('s1');
    const click = { id: card.id, hash: card.hash, nonce: (await ticket(office.parts, card.id, actor)).nonce, actor };
    const answers = await Promise.all([approve(office.parts, click), approve(office.parts, click)]);
    expect(answers.map((answer) => answer.repeated).sort()).toEqual([false, true]);
    expect(office.queued).toEqual([card.id]);
    expect((await unread(store, 'T-1')).filter((notice) => notice.facts.proposal === card.id)).toHaveLength(1);
  });

  test('a colleague with the right may approve; leadership, and a manager of another chapter, may not', async () => {
    const card = await office.proposeNotes('s1', ['m3']);
    await expect(office.approve(card.id, 'lead')).rejects.toThrow(NotPermitted);
    await expect(office.approve(card.id, 'tx')).rejects.toThrow(HiddenByRights);
    await expect(office.approve(card.id, 's2')).resolves.toMatchObject({ status: 'approved' });
  });

  test('a right lost since the page was opened counts at the click', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    const actor = await office.actor('s2');
    const { hash, nonce } = await ticket(office.parts, card.id, actor);
    await office.setRoles('s2', ['Leadership']);
    await expect(approve(office.parts, { id: card.id, hash, nonce, actor })).rejects.toThrow(NotPermitted);
    await office.setRoles('s2', ['Membership']);
    await expect(approve(office.parts, { id: card.id, hash, nonce, actor })).resolves.toMatchObject({
      repeated: false,
    });
  });

  test("another person's ticket, a used one, and one for another proposal are refused", async () => {
    const [one, two] = [await office.proposeNotes('s1', ['m1']), await office.proposeNotes('s1', ['m1'])];
    const [s1, s2] = [await office.actor('s1'), await office.actor('s2')];
    const { nonce } = await ticket(office.parts, one.id, s1);
    await expect(approve(office.parts, { id: one.id, hash: one.hash, nonce, actor: s2 })).rejects.toThrow(
      TicketInvalid,
    );
    await expect(approve(office.parts, { id: two.id, hash: two.hash, nonce, actor: s1 })).rejects.toThrow(
      TicketInvalid,
    );
    await expect(approve(office.parts, { id: one.id, hash: one.hash, nonce: 'guess', actor: s1 })).rejects.toThrow(
      TicketInvalid,
    );
    await approve(office.parts, { id: one.id, hash: one.hash, nonce, actor: s1 });
    await expect(approve(office.parts, { id: one.id, hash: two.hash, nonce, actor: s1 })).rejects.toThrow(
      AlreadyDecided,
    );
  });

  test('tickets are cleared when the proposal is decided, or has expired; a second click is still known', async () => {
    const ticketsOf = async (id: string) =>
      (await store.query('select from copilot.nonces where proposal_id = $1', [id])).rowCount;
    const [decided, forgotten] = [await office.proposeNotes('s1', ['m1']), await office.proposeNotes('s1', ['m1'])];
    const [s1, s2] = [await office.actor('s1'), await office.actor('s2')];
    for (const actor of [s1, s2]) await ticket(office.parts, forgotten.id, actor);
    await ticket(office.parts, decided.id, s2);
    const { nonce } = await ticket(office.parts, decided.id, s1);
    const click = { id: decided.id, hash: decided.hash, nonce, actor: s1 };
    await approve(office.parts, click);
    expect([await ticketsOf(decided.id), await ticketsOf(forgotten.id)]).toEqual([0, 2]);
    await expect(approve(office.parts, click)).resolves.toMatchObject({ repeated: true });
    office.clock.advance(24 * 60);
    const next = await office.proposeNotes('s1', ['m1']);
    await ticket(office.parts, next.id, s1);
    expect([await ticketsOf(forgotten.id), await ticketsOf(next.id)]).toEqual([0, 1]);
  });

  test('what was altered after it was shown is refused', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    await store.query(
      `update copilot.changes set after = jsonb_set(after, '{text}', '"other"') where proposal_id = $1`,
      [card.id],
    );
    await expect(office.approve(card.id, 's1')).rejects.toThrow(ProposalChanged);
  });

  test('it expires after a day', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    const actor = await office.actor('s1');
    const { hash, nonce } = await ticket(office.parts, card.id, actor);
    office.clock.advance(24 * 60);
    expect((await show(office.parts, card.id, actor)).status).toBe('expired');
    await expect(approve(office.parts, { id: card.id, hash, nonce, actor })).rejects.toThrow(ProposalExpired);
  });

  test('more than 25 records need the number typed', async () => {
    const card = await office.proposeNotes(
      's1',
      Array.from({ length: 26 }, (_, index) => `b${index}`),
    );
    expect(card.risks).toEqual(['bulk']);
    await expect(office.approve(card.id, 's1')).rejects.toThrow(CountNotTyped);
    await expect(office.approve(card.id, 's1', { count: 25 })).rejects.toThrow(CountNotTyped);
    await expect(office.approve(card.id, 's1', { count: 26 })).resolves.toMatchObject({ status: 'approved' });
  });

  test('money needs another person, a second word, and waits a quarter of an hour', async () => {
    const card = await office.proposeNotes('s1', ['m1'], 'refund', 'money_note');
    expect(card.expiresAt).toBe('2026-11-21T12:15:00.000Z');
    const acknowledged = ['money'] as const;
    await expect(office.approve(card.id, 's1', { acknowledged })).rejects.toThrow(SecondPersonNeeded);
    await expect(office.approve(card.id, 's2')).rejects.toThrow(NotAcknowledged);
    await expect(office.approve(card.id, 's2', { acknowledged })).resolves.toMatchObject({ status: 'approved' });
  });

  test('what cannot be taken back is asked twice', async () => {
    const card = await office.proposeNotes('s1', ['m1'], 'x', 'final_note');
    await expect(office.approve(card.id, 's1')).rejects.toThrow(NotAcknowledged);
    await expect(office.approve(card.id, 's1', { acknowledged: ['irreversible'] })).resolves.toBeDefined();
  });

  test('a rejection keeps its reason as typed, with the changes and nowhere else, and ends the matter', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.reject(card.id, 's2', 'that oaf Mira did that already');
    for (const table of ['proposals', 'decisions', 'thread_events', 'audit', 'executions', 'nonces', 'receipts']) {
      const rows = await store.query(`select from copilot.${table} t where t::text ~ 'oaf|Mira'`);
      expect([table, rows.rowCount]).toEqual([table, 0]);
    }
    await expect(office.approve(card.id, 's1')).rejects.toThrow(AlreadyDecided);
    const shown = await show(office.parts, card.id, await office.actor('s1'));
    expect(shown.status).toBe('rejected');
    expect(shown.decisions[0]?.reason).toBe('that oaf Mira did that already');
    await expect(execute(office.executor, card.id)).rejects.toThrow(NotApproved);
  });

  test('nothing is approved in the read-only phase', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    office.phase = 'read_only';
    await expect(office.approve(card.id, 's1')).rejects.toThrow(ReadOnlyPhase);
  });

  test('every refusal of a decision is in the audit', async () => {
    const card = await office.proposeNotes('s1', ['m3']);
    const [s1, lead] = [await office.actor('s1'), await office.actor('lead')];
    const { hash, nonce } = await ticket(office.parts, card.id, s1);
    await expect(approve(office.parts, { id: card.id, hash, nonce, actor: lead })).rejects.toThrow(NotPermitted);
    const rows = await store.query(
      `select actor_id, facts from copilot.audit where kind = 'refusal' and subject = $1`,
      [card.id],
    );
    expect(rows.rows).toEqual([{ actor_id: 'lead', facts: { step: 'approve', why: 'not_permitted' } }]);
  });

  test('a refusal to let somebody decide at all is in the audit, and an id that is none is not', async () => {
    const card = await office.proposeNotes('s1', ['m3']);
    await expect(office.approve(card.id, 'lead')).rejects.toThrow(NotPermitted);
    await expect(office.reject(card.id, 'tx', 'no')).rejects.toThrow(HiddenByRights);
    await expect(office.approve('P-222222', 'lead')).rejects.toThrow(ProposalUnknown);
    const rows = await store.query(
      `select actor_id, facts from copilot.audit where kind = 'refusal' and subject = any($1) order by sequence`,
      [[card.id, 'P-222222']],
    );
    expect(rows.rows).toEqual([
      { actor_id: 'lead', facts: { step: 'ticket', why: 'not_permitted' } },
      { actor_id: 'tx', facts: { step: 'ticket', why: 'hidden_by_rights' } },
    ]);
  });
});

describe('seeing', () => {
  test('whoever asked, and whoever could decide, see it; the audit reader sees headers only', async () => {
    const card = await office.proposeNotes('s1', ['m3']);
    const ids = async (actorId: string) => (await list(office.parts, await office.actor(actorId))).map(({ id }) => id);
    expect(await ids('s2')).toContain(card.id);
    expect(await ids('adm')).toContain(card.id);
    expect(await ids('tx')).not.toContain(card.id);
    expect(await ids('lead')).not.toContain(card.id);
    for (const actorId of ['tx', 'lead', 'adm'])
      await expect(show(office.parts, card.id, await office.actor(actorId))).rejects.toThrow(ProposalUnknown);
    expect(await show(office.parts, card.id, await office.actor('s2'))).toMatchObject({ mayDecide: true });
  });

  test('the list goes on where the page before ended', async () => {
    const actor = await office.actor('s1');
    const all = await list(office.parts, actor);
    const first = await list(office.parts, actor, { limit: 3 });
    const after = first.at(-1)?.id ?? '';
    const rest = await list(office.parts, actor, { after });
    expect([...first, ...rest].slice(0, all.length)).toEqual(all);
  });

  test('those that wait, and those about one member, are found however many others are newer', async () => {
    const actor = await office.actor('s1');
    const mine = await office.proposeNotes('s1', ['m2']);
    const expired = await office.proposeNotes('s1', ['m2']);
    await store.query('update copilot.proposals set expires_at = created_at where proposal_id = $1', [expired.id]);
    for (let other = 0; other < 3; other++) await office.proposeNotes('s1', ['m3']);
    const about = { memberId: 'm2', statuses: ['waiting'] } as const;
    const waiting = (await list(office.parts, actor, about)).map(({ id }) => id);
    expect(waiting).toContain(mine.id);
    expect(waiting).not.toContain(expired.id);
    expect(await list(office.parts, actor, { ...about, limit: 1 })).toHaveLength(1);
    expect(await countListed(office.parts, actor, about)).toBe(waiting.length);
    const all = await list(office.parts, actor, { limit: 1000 });
    expect(await countListed(office.parts, actor)).toBe(all.length);
    expect(await countListed(office.parts, actor, { statuses: ['waiting'] })).toBe(
      all.filter(({ status }) => status === 'waiting').length,
    );
    const gone = await list(office.parts, actor, { memberId: 'm2', statuses: ['expired'] });
    expect(gone.map(({ id, status }) => [id, status])).toContainEqual([expired.id, 'expired']);
    // Nobody is told of proposals that may not be seen.
    expect(await countListed(office.parts, await office.actor('lead'), about)).toBe(0);
  });
});

describe('carrying out', () => {
  test('writes each note once with its key, reads it back, refreshes, and tells the conversation', async () => {
    const card = await office.proposeNotes('s1', ['m1', 'm2'], 'met Mira Quill 🎉');
    await office.approve(card.id, 's2');
    const report = await execute(office.executor, card.id);
    expect(report).toEqual({
      proposalId: card.id,
      status: 'done',
      done: 2,
      skipped: 0,
      failed: 0,
      uncertain: 0,
      waiting: 0,
    });
    const written = [...office.imis.activities.values()];
    expect(written).toMatchObject([
      { partyId: 'm1', activityType: 'NOTE', note: 'met Mira Quill 🎉', authorId: 's1', occurredOn: '2026-11-21' },
      { partyId: 'm2' },
    ]);
    expect(written.map((activity) => activity.changeKey)).toEqual(
      (await office.journal(card.id)).map((row) => row.change_key),
    );
    expect(office.refreshed).toEqual(written.map(({ activityId }) => ({ contract: 'Activity', id: activityId })));
    const told = (await unread(store, 'T-1')).filter((notice) => notice.facts.proposal === card.id);
    expect(told.at(-1)).toMatchObject({ kind: 'proposal_executed', facts: { status: 'done', done: 2 } });
  });

  test('a second call does nothing, and one at the same time waits its turn', async () => {
    const card = await office.proposeNotes('s1', ['m1', 'm2']);
    await office.approve(card.id, 's1');
    const both = await Promise.allSettled([execute(office.executor, card.id), execute(office.executor, card.id)]);
    expect(both.filter((one) => one.status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    for (const one of both) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(ExecutionUnderWay);
    expect((await execute(office.executor, card.id)).status).toBe('done');
    expect(office.imis.activities.size).toBe(2);
  });

  test.each([
    ['cut before', 'done', 1],
    ['cut after', 'done', 1],
    ['no answer', 'done', 1],
    ['unsaid number', 'done', 1],
    ['refuse', 'failed', 0],
  ] as const)('after "%s" the change is %s, and iMIS holds it %i times', async (fault, state, times) => {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.approve(card.id, 's1');
    office.imis.faults.push(fault);
    await execute(office.executor, card.id);
    const [row] = await office.journal(card.id);
    expect(row?.state).toBe(state);
    expect(office.imis.count(row?.change_key ?? '')).toBe(times);
  });

  test('a site that cuts every write ends in a failure, with nothing written', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.approve(card.id, 's1');
    office.imis.faults.push('cut before', 'cut before', 'cut before');
    expect(await execute(office.executor, card.id)).toMatchObject({ status: 'failed', failed: 1 });
    expect(office.imis.activities.size).toBe(0);
  });

  test('when iMIS cannot be read after a cut, the change is uncertain and a person looks', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.approve(card.id, 's1');
    office.imis.faults.push('cut after');
    const { ImisNoAnswer } = await import('../../src/imis/failures.js');
    const silent = async () => {
      throw new ImisNoAnswer({ site: 'fake', doing: 'reading', requestId: 'r' }, 'timeout');
    };
    let looks = 0;
    const reader = office.executor.reader;
    const first = {
      ...reader,
      activityByChangeKey: async (...given: [string, string]) =>
        looks++ === 0 ? reader.activityByChangeKey(...given) : silent(),
    };
    expect(await execute({ ...office.executor, reader: first }, card.id)).toMatchObject({
      status: 'partly_done',
      done: 0,
      uncertain: 1,
    });
    const told = (await unread(store, 'T-1')).findLast((notice) => notice.facts.proposal === card.id);
    expect(told && noticeWords(told)).toMatch(/was carried out: 1 uncertain\.$/);
  });

  test('a record that is gone, or has left the scope, is skipped with the reason', async () => {
    const card = await office.proposeNotes('tx', ['m1', 'm2']);
    await office.approve(card.id, 'tx');
    await store.query(`update imis.group_members set is_active = false where member_id = 'm2'`);
    const report = await execute(office.executor, card.id);
    await store.query(`update imis.group_members set is_active = true where member_id = 'm2'`);
    expect(report).toMatchObject({ status: 'partly_done', done: 1, skipped: 1 });
    expect((await office.journal(card.id))[1]?.reason).toMatch(/scope/);
  });

  test('nothing is written when the approver has lost the right', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.approve(card.id, 's2');
    await office.setRoles('s2', ['Leadership']);
    const report = await execute(office.executor, card.id);
    await office.setRoles('s2', ['Membership']);
    expect(report).toMatchObject({ status: 'failed', skipped: 1 });
    expect(office.imis.activities.size).toBe(0);
  });

  test('it stops at more than two per cent and at least three failures', async () => {
    const card = await office.proposeNotes(
      's1',
      Array.from({ length: 40 }, (_, index) => `b${index}`),
    );
    await office.approve(card.id, 's1', { count: 40 });
    office.imis.faults.push(undefined, 'refuse', undefined, 'refuse', 'refuse');
    expect(await execute(office.executor, card.id)).toMatchObject({
      status: 'partly_done',
      done: 2,
      failed: 3,
      skipped: 35,
    });
    expect((await office.journal(card.id))[39]?.reason).toBe('stopped after 3 failures');
  });

  test('what was altered after the approval is not carried out', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.approve(card.id, 's1');
    await store.query(`update copilot.changes set member_id = 'm3' where proposal_id = $1`, [card.id]);
    await expect(execute(office.executor, card.id)).rejects.toThrow(ProposalChanged);
    expect(office.imis.activities.size).toBe(0);
    expect(await execute(office.executor, card.id)).toMatchObject({ done: 0 });
  });
});

describe('undoing', () => {
  const done = async (text = 'she called') => {
    const card = await office.proposeNotes('s1', ['m1'], text);
    await office.approve(card.id, 's1');
    await execute(office.executor, card.id);
    return card;
  };

  test('is a proposal that removes the note, and can itself be undone', async () => {
    const card = await done();
    const actor = await office.actor('s1');
    expect((await show(office.parts, card.id, actor)).mayUndo).toBe(true);
    const undo = await proposeUndo(office.parts, { id: card.id, actor });
    expect((await show(office.parts, undo.id, actor)).changes[0]?.describe).toBe(
      'Remove the note of 2026-11-21: she called',
    );
    expect(office.imis.activities.size).toBe(1);
    await office.approve(undo.id, 's1');
    expect(await execute(office.executor, undo.id)).toMatchObject({ status: 'done' });
    expect(office.imis.activities.size).toBe(0);
    await expect(proposeUndo(office.parts, { id: card.id, actor })).rejects.toThrow(CannotUndo);
    const redo = await proposeUndo(office.parts, { id: undo.id, actor });
    await office.approve(redo.id, 's1');
    await execute(office.executor, redo.id);
    expect([...office.imis.activities.values()]).toMatchObject([{ partyId: 'm1', note: 'she called', authorId: 's1' }]);
  });

  test('a note that somebody changed since is left alone', async () => {
    const card = await done();
    const undo = await proposeUndo(office.parts, { id: card.id, actor: await office.actor('s1') });
    await office.approve(undo.id, 's1');
    for (const [id, activity] of office.imis.activities)
      office.imis.activities.set(id, { ...activity, note: 'she called twice' });
    expect(await execute(office.executor, undo.id)).toMatchObject({ status: 'failed', skipped: 1 });
    expect((await office.journal(undo.id))[0]?.reason).toBe('the note was changed since');
    expect(office.imis.activities.size).toBe(1);
  });

  test('what was not carried out cannot be undone', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    await expect(proposeUndo(office.parts, { id: card.id, actor: await office.actor('s1') })).rejects.toThrow(
      CannotUndo,
    );
  });
});
