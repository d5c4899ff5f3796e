/** How far changes may go: phases, kill switches, pilots, standing approvals, edits, money, the association's own log. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotPermitted } from '../../src/access/refusals.js';
import { auditPage } from '../../src/approvals/audit-page.js';
import {
  EditInvalid,
  KillSwitchOn,
  NoPilotWaiting,
  NotAdministrator,
  NotEditable,
  NothingEdited,
  PilotExpired,
  RecordNotInProposal,
  StandingRefused,
} from '../../src/approvals/boundary-refusals.js';
import type { Cohort } from '../../src/approvals/cohort.js';
import { edit } from '../../src/approvals/edit.js';
import { execute } from '../../src/approvals/execute.js';
import { executeUnder } from '../../src/approvals/execute-under.js';
import { killSwitches, setKillSwitch } from '../../src/approvals/kill-switch.js';
import { logInteractions } from '../../src/approvals/log-interactions.js';
import { phaseOf } from '../../src/approvals/phases.js';
import { continuePilot, endPilot } from '../../src/approvals/pilot.js';
import type { ChangeKind, Draft, Phase } from '../../src/approvals/port.js';
import { propose } from '../../src/approvals/propose.js';
import { phases, proposePhase } from '../../src/approvals/propose-phase.js';
import { AlreadyDecided, ReadOnlyPhase, SecondPersonNeeded, Superseded } from '../../src/approvals/refusals.js';
import { show } from '../../src/approvals/show.js';
import { proposeStanding, revokeStanding, standingApprovals } from '../../src/approvals/standing-approvals.js';
import { ticket } from '../../src/approvals/ticket.js';
import { proposeUndo } from '../../src/approvals/undo.js';
import { append } from '../../src/audit/append.js';
import { verify } from '../../src/audit/verify.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { NoWritingAccount } from '../../src/imis/failures.js';
import { noteKind } from '../../src/members/changes/note.js';
import { staffTaskKind, TaskDuePast } from '../../src/members/changes/staff-task.js';
import { noticeWords } from '../../src/notices/notice.js';
import { unread } from '../../src/notices/unread.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { Office, TODAY } from './office.js';

let store: Store;
let office: Office;
const note = noteKind as ChangeKind;
const kinds: readonly ChangeKind[] = [
  staffTaskKind as ChangeKind,
  { ...note, kind: 'job_note', standingPurposes: ['nightly notes'], editable: ['text'] },
  {
    ...note,
    kind: 'gift',
    risks: ['money'],
    amount: (after) => ({ minor: Number((after as { text: string }).text), currency: 'USD' }),
  },
];
const bulk = Array.from({ length: 40 }, (_, index) => `b${index}`);

beforeAll(async () => {
  store = await freshDatabase();
  await Office.open(store);
});
beforeEach(async () => {
  office = new Office(store, kinds);
  await store.query('delete from copilot.phases');
  await store.query('delete from copilot.kill_switches');
  await store.query('update copilot.standing_approvals set revoked_at = now(), revoked_by = $1', ['adm']);
});
afterAll(async () => {
  expect(await verify(store)).toMatchObject({ ok: true });
  await store.close();
});

const setPhase = async (kind: string, cohort: Cohort, phase: Phase | 'unset') => {
  const actor = await office.actor('adm');
  return await office.carriedOut(await proposePhase(office.parts, { kind, cohort, phase, actor }), 'adm');
};
const stop = async (kind: string, isOn = true) =>
  setKillSwitch(office.parts, { kind, isOn, actor: await office.actor('adm') });
const everybody: Cohort = { kind: 'everybody' };
const texas: Cohort = { kind: 'chapter', groupId: 'tx' };

describe('phases', () => {
  test('in the read-only phase a proposal is prepared and looked at, rejected, and not approved', async () => {
    office.phase = 'read_only';
    const card = await office.proposeNotes('s1', ['m3']);
    const shown = await show(office.parts, card.id, await office.actor('s1'));
    expect(shown).toMatchObject({ phase: 'read_only', phaseOf: 'everybody', mayDecide: false, mayEdit: true });
    expect(shown.warnings[0]).toMatch(/^Prepared in the read-only phase \(everybody\)/);
    await expect(office.approve(card.id, 's1')).rejects.toThrow(ReadOnlyPhase);
    await expect(office.reject(card.id, 's1', 'no')).resolves.toMatchObject({ status: 'rejected' });
  });

  test('a phase of a chapter stands in the place of the one for everybody; the strictest of all records wins and is named', async () => {
    office.phase = 'read_only';
    expect(await setPhase('note', texas, 'assisted')).toMatchObject({ status: 'done' });
    const of = (memberIds: string[]) => phaseOf(office.parts, { kind: 'note', memberIds });
    expect(await of(['m1', 'm2'])).toMatchObject({ phase: 'assisted', cohortWords: 'the chapter Texas' });
    expect(await of(['m1', 'm3'])).toMatchObject({ phase: 'read_only', cohortWords: 'everybody' });
    await office.approve((await office.proposeNotes('s1', ['m1'])).id, 's1');
    const mixed = await office.proposeNotes('s1', ['m1', 'm3']);
    await expect(office.approve(mixed.id, 's1')).rejects.toThrow('read-only phase for everybody');
    await setPhase('note', everybody, 'assisted');
    await setPhase('note', texas, 'read_only');
    await expect(office.approve(mixed.id, 's1')).rejects.toThrow('read-only phase for the chapter Texas');
    await setPhase('note', texas, 'unset');
    await expect(office.approve(mixed.id, 's1')).resolves.toMatchObject({ status: 'approved' });
  });

  test('a phase lowered after the approval is kept to when it is carried out', async () => {
    const card = await office.proposeNotes('s1', ['m1', 'm3']);
    await office.approve(card.id, 's1');
    await setPhase('note', texas, 'read_only');
    expect(await execute(office.executor, card.id)).toMatchObject({ done: 1, skipped: 1 });
    expect((await office.journal(card.id))[0]?.reason).toBe(
      'changes of this kind are read-only for the chapter Texas now',
    );
  });

  test('administrators alone set one, as a proposal with facts of our own beside it; it is audited and can be undone', async () => {
    await expect(
      proposePhase(office.parts, {
        kind: 'note',
        cohort: everybody,
        phase: 'conditional',
        actor: await office.actor('s1'),
      }),
    ).rejects.toThrow(NotAdministrator);
    const actor = await office.actor('adm');
    const card = await proposePhase(office.parts, { kind: 'note', cohort: texas, phase: 'conditional', actor });
    const shown = await show(office.parts, card.id, actor);
    expect(shown.summary).toBe('Set the phase of "note" for the chapter Texas to conditional');
    expect(shown.changes[0]?.describe).toMatch(
      /^Phase of "note" for the chapter Texas: unset to conditional\. proposals decided while assisted: \d+ \(at least 50\)/,
    );
    expect(shown.warnings[0]).toMatch(/^Not met: proposals decided while assisted/);
    await expect(office.approve(card.id, 's1')).rejects.toThrow(NotPermitted);
    await office.carriedOut(card, 'adm');
    const { rows } = await auditPage(office.parts, actor, { kind: 'phase_set', limit: 1 });
    expect(rows[0]).toMatchObject({ actorId: 'adm', subject: 'note', facts: { from: 'unset', to: 'conditional' } });
    const listed = await phases(office.parts, actor);
    expect(listed.filter(({ kind }) => kind === 'note')).toMatchObject([
      { cohortWords: 'everybody', phase: 'assisted', isSet: false, next: { phase: 'conditional' } },
      { cohortWords: 'the chapter Texas', phase: 'conditional', isSet: true },
    ]);
    expect(listed.some(({ kind }) => kind === 'phase' || kind === 'note_removal')).toBe(false);
  });

  test('the facts are counted from our own journal', async () => {
    office.phase = 'read_only';
    const before = await store.query<{ n: number }>(
      `select count(*) as n from copilot.proposals where kind = 'job_note' and phase = 'read_only'`,
    );
    const cards = [];
    for (let index = 0; index < 4; index++) cards.push(await office.proposeNotes('s1', ['m1'], 'x', 'job_note'));
    await office.reject(cards[0]?.id ?? '', 's2', 'no');
    const row = (await phases(office.parts, await office.actor('adm'))).find(({ kind }) => kind === 'job_note');
    expect(before.rows[0]?.n).toBe(0);
    expect(row?.next?.criteria).toMatchObject([
      { about: 'proposals prepared while read-only', value: 4, isMet: false },
      { about: 'of those, rejected', value: 0.25, isMet: false },
    ]);
  });
});

describe('the kill switch', () => {
  test('refuses new approvals of its kind, or of every kind, until it is off', async () => {
    const card = await office.proposeNotes('s1', ['m1']);
    for (const kind of ['note', '*']) {
      await stop(kind);
      await expect(office.approve(card.id, 's1')).rejects.toThrow(KillSwitchOn);
      expect(await show(office.parts, card.id, await office.actor('s1'))).toMatchObject({ mayDecide: false });
      await stop(kind, false);
    }
    await stop('gift');
    await expect(office.approve(card.id, 's1')).resolves.toMatchObject({ status: 'approved' });
  });

  test('stops a run between two changes; what was left stays left when the switch is off again', async () => {
    const card = await office.proposeNotes('s1', ['m1', 'm2', 'm3']);
    await office.approve(card.id, 's1');
    const { addActivity } = office.imis.hand;
    const hand = {
      ...office.imis.hand,
      addActivity: async (activity: Parameters<typeof addActivity>[0]) => {
        const answer = await addActivity(activity);
        await stop('*');
        return answer;
      },
    };
    const report = await execute({ ...office.executor, hand }, card.id);
    await stop('*', false);
    expect(report).toMatchObject({ status: 'partly_done', done: 1, skipped: 2 });
    expect((await office.journal(card.id))[2]?.reason).toBe('stopped by the kill switch');
    expect(await execute(office.executor, card.id)).toEqual(report);
    expect(office.imis.activities.size).toBe(1);
  });

  test('is set by administrators alone, seen by them, and audited; rules of the copilot itself go on', async () => {
    await expect(
      setKillSwitch(office.parts, { kind: '*', isOn: true, actor: await office.actor('s1') }),
    ).rejects.toThrow(NotAdministrator);
    await stop('*');
    const actor = await office.actor('adm');
    const [everything, ...others] = await killSwitches(office.parts, actor);
    expect(everything).toMatchObject({ kind: '*', isOn: true, setBy: expect.stringMatching(/^M-/) });
    expect(others.map(({ kind }) => kind)).toEqual([
      'note',
      'note_removal',
      'interaction',
      'staff_task',
      'job_note',
      'gift',
    ]);
    expect((await auditPage(office.parts, actor, { kind: 'kill_switch', limit: 1 })).rows).toMatchObject([
      { subject: '*', facts: { isOn: true }, actorId: 'adm' },
    ]);
    expect(await setPhase('note', everybody, 'read_only')).toMatchObject({ status: 'done' });
  });
});

describe('a pilot', () => {
  const piloted = async () => {
    const card = await office.proposeNotes('s1', bulk);
    await office.approve(card.id, 's1', { count: 40 });
    expect(await execute(office.executor, card.id)).toMatchObject({ status: 'pilot_done', done: 10, waiting: 30 });
    return card;
  };
  const click = async (id: string, by: string) => {
    const actor = await office.actor(by);
    return { ...(await ticket(office.parts, id, actor)), id, actor };
  };

  test('does the first ten of a bulk change, tells, and does the rest when a person lets it', async () => {
    const card = await piloted();
    expect(await execute(office.executor, card.id)).toMatchObject({ status: 'pilot_done' });
    expect(office.imis.activities.size).toBe(10);
    const told = (await unread(store, 'T-1')).findLast((notice) => notice.facts.proposal === card.id);
    expect(told && noticeWords(told)).toMatch(
      /^The first records of .* were carried out: 10 done\. The rest, 30, waits/,
    );
    const shown = await show(office.parts, card.id, await office.actor('s2'));
    expect(shown).toMatchObject({ status: 'pilot_done', mayContinue: true, mayDecide: false });
    const once = await click(card.id, 's2');
    expect(await continuePilot(office.parts, once)).toMatchObject({ repeated: false });
    expect(await continuePilot(office.parts, once)).toMatchObject({ repeated: true });
    expect(office.queued).toEqual([card.id, card.id]);
    expect(await execute(office.executor, card.id)).toMatchObject({ status: 'done', done: 40 });
    expect(office.imis.activities.size).toBe(40);
    await expect(continuePilot(office.parts, { ...once, nonce: 'x' })).rejects.toThrow(NoPilotWaiting);
  });

  test('can be ended there, and cannot be let go on by somebody without the right, too late, or while stopped', async () => {
    const card = await piloted();
    await expect(click(card.id, 'lead')).rejects.toThrow(NotPermitted);
    await stop('note');
    await expect(continuePilot(office.parts, await click(card.id, 's2'))).rejects.toThrow(KillSwitchOn);
    await stop('note', false);
    office.clock.advance(24 * 60);
    await expect(continuePilot(office.parts, await click(card.id, 's2'))).rejects.toThrow(PilotExpired);
    await endPilot(office.parts, await click(card.id, 's2'));
    expect(await show(office.parts, card.id, await office.actor('s1'))).toMatchObject({ status: 'partly_done' });
    expect((await office.journal(card.id))[39]?.reason).toBe('ended by a person after the first records');
    expect(await execute(office.executor, card.id)).toMatchObject({ status: 'partly_done', done: 10, skipped: 30 });
    expect(office.imis.activities.size).toBe(10);
  });
});

describe('an edit', () => {
  const proposed = async () => await office.proposeNotes('s1', ['m1', 'm2', 'm3'], 'she called', 'job_note');

  test('makes a new proposal of whoever edited; the old one can no longer be decided', async () => {
    const card = await proposed();
    const s1 = await office.actor('s1');
    const { nonce } = await ticket(office.parts, card.id, s1);
    const edited = await edit(office.parts, {
      id: card.id,
      hash: card.hash,
      actor: await office.actor('s2'),
      values: { [`${card.id}/1`]: { text: '  they wrote ' } },
      leaveOut: [`${card.id}/3`, `${card.id}/3`],
    });
    expect(edited).toMatchObject({ count: 2, summary: `Add a note to 2 records (edited from ${card.id}, 2 of 3)` });
    const shown = await show(office.parts, edited.id, s1);
    expect(shown).toMatchObject({
      supersedes: card.id,
      askedById: 's2',
      excluded: [{ reason: 'left out by a person' }],
    });
    expect(shown.changes.map(({ describe }) => describe)).toEqual([
      'Add a note of 2026-11-21: they wrote',
      'Add a note of 2026-11-21: she called',
    ]);
    expect(await show(office.parts, card.id, s1)).toMatchObject({ status: 'superseded', supersededBy: edited.id });
    await expect(office.approve(card.id, 's1')).rejects.toThrow(Superseded);
    const { approve } = await import('../../src/approvals/decide.js');
    await expect(approve(office.parts, { id: card.id, hash: card.hash, nonce, actor: s1 })).rejects.toThrow(Superseded);
    expect(await office.carriedOut(edited, 's1')).toMatchObject({ status: 'done', done: 2 });
  });

  test('is refused for fields the kind keeps, values its schema refuses, records of others, and when it changes nothing', async () => {
    const card = await proposed();
    const by = async (who: string, rest: object) =>
      edit(office.parts, { id: card.id, hash: card.hash, actor: await office.actor(who), ...rest });
    const first = `${card.id}/1`;
    await expect(by('s1', { values: { [first]: { authorId: 's2' } } })).rejects.toThrow(NotEditable);
    await expect(by('s1', { values: { [first]: { text: ' ' } } })).rejects.toThrow(EditInvalid);
    await expect(by('s1', { values: { 'P-AAAAAA/1': { text: 'x' } } })).rejects.toThrow(RecordNotInProposal);
    await expect(by('s1', { values: { [first]: { text: 'she called' } } })).rejects.toThrow(NothingEdited);
    await expect(by('lead', { leaveOut: [first] })).rejects.toThrow(NotPermitted);
    await office.approve(card.id, 's1');
    await expect(by('s1', { leaveOut: [first] })).rejects.toThrow(AlreadyDecided);
  });

  test('of a note is signed by who edited it; one that is only left out beside others keeps its author', async () => {
    const card = await proposed();
    const edited = await edit(office.parts, {
      id: card.id,
      hash: card.hash,
      actor: await office.actor('s2'),
      values: { [`${card.id}/1`]: { text: 'they wrote' } },
    });
    const { changes } = await show(office.parts, edited.id, await office.actor('s1'));
    expect(changes.map(({ after }) => (after as { authorId: string }).authorId)).toEqual(['s2', 's1', 's1']);
  });

  test('of a standing approval takes the texts of a form, keeps to a year, and its summary tells the new values', async () => {
    const actor = await office.actor('adm');
    const asked = { kind: 'job_note', purpose: 'nightly notes', capPerDay: 5, endsOn: addDays(TODAY, 30), actor };
    const card = await proposeStanding(office.parts, asked);
    const edited = (capPerDay: string, endsOn: string) =>
      edit(office.parts, { id: card.id, hash: card.hash, actor, values: { [`${card.id}/1`]: { capPerDay, endsOn } } });
    await expect(edited('fifty', addDays(TODAY, 30))).rejects.toThrow(EditInvalid);
    await expect(edited('', addDays(TODAY, 30))).rejects.toThrow(EditInvalid);
    await expect(edited('50', addDays(TODAY, 400))).rejects.toThrow('more than a year');
    await expect(edited('5', addDays(TODAY, 30))).rejects.toThrow(NothingEdited);
    const next = await edited(' 50 ', addDays(TODAY, 60));
    expect(next.summary).toBe(
      `Standing approval: "nightly notes", up to 50 changes of the kind "job_note" a day until ${addDays(TODAY, 60)} (edited from ${card.id})`,
    );
    await office.carriedOut(next, 'adm');
    expect((await standingApprovals(office.parts, actor))[0]).toMatchObject({ capPerDay: 50 });
    // Signed at the same moment of a clock that stands still as those of the tests to come.
    await store.query('delete from copilot.standing_approvals where cap_per_day = 50');
  });

  test('of a task sets, moves and takes away its due day, never to a day that has passed', async () => {
    const actor = await office.actor('s1');
    const proposeTask = (dueOn: Day | undefined) => {
      const after = { subject: 'call', assignee: 'the membership queue', ...(dueOn && { dueOn }) };
      const rest = { kind: 'staff_task', tool: 'propose_task', arguments: {}, thread: 'T-1', summary: 'Create a task' };
      return propose(office.parts, {
        ...rest,
        actor,
        drafts: [{ memberId: 'm1', before: null, after, reversible: true }],
      });
    };
    const edited = (card: { id: string; hash: string }, dueOn: string, subject = 'call') =>
      edit(office.parts, { id: card.id, hash: card.hash, actor, values: { [`${card.id}/1`]: { subject, dueOn } } });
    await expect(proposeTask(addDays(TODAY, -1))).rejects.toThrow(TaskDuePast);
    const card = await proposeTask(undefined);
    await expect(edited(card, addDays(TODAY, -1))).rejects.toThrow(TaskDuePast);
    await expect(edited(card, 'tomorrow')).rejects.toThrow(EditInvalid);
    const due = await edited(card, addDays(TODAY, 3));
    expect(due.summary).toMatch(
      new RegExp(`^Create a task about M-\\w{6} for the membership queue, due ${addDays(TODAY, 3)} \\(edited from`),
    );
    const undated = await edited(due, '', 'call again');
    expect(undated.summary).not.toContain('due');
    expect((await show(office.parts, undated.id, actor)).changes[0]?.after).toEqual({
      subject: 'call again',
      assignee: 'the membership queue',
    });
  });

  test('of two edits at once one stands', async () => {
    const card = await proposed();
    const asked = { id: card.id, hash: card.hash, actor: await office.actor('s1'), leaveOut: [`${card.id}/2`] };
    const both = await Promise.allSettled([edit(office.parts, asked), edit(office.parts, asked)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

test('the same change of the same person twice is one, and the header says so', async () => {
  const card = await office.proposeNotes('s1', ['m1', 'm2', 'm1']);
  const shown = await show(office.parts, card.id, await office.actor('s1'));
  expect(card.count).toBe(2);
  expect(shown.excluded).toMatchObject([{ reason: 'named twice' }]);
});

describe('money', () => {
  const gift = async (...amounts: string[]) => {
    const actor = await office.actor('s1');
    const drafts: Draft[] = amounts.map((text, index) => ({
      memberId: `b${index}`,
      before: null,
      after: { text, on: TODAY, authorId: 's1' },
      reversible: true,
    }));
    const rest = { kind: 'gift', tool: 'propose_gift', arguments: {}, thread: 'T-1', summary: 'Give' };
    return await propose(office.parts, { ...rest, actor, drafts });
  };

  test('is totalled in the header; up to the limit whoever asked may approve, above it another person does', async () => {
    office.moneyLimit = { minor: 5000, currency: 'USD' };
    const [small, large] = [await gift('2000', '3000'), await gift('2000', '3001')];
    expect(await show(office.parts, small.id, await office.actor('s1'))).toMatchObject({
      money: [{ minor: 5000, currency: 'USD' }],
      mayDecide: true,
    });
    const acknowledged = ['money'] as const;
    await expect(office.approve(small.id, 's1', { acknowledged })).resolves.toMatchObject({ status: 'approved' });
    await expect(office.approve(large.id, 's1', { acknowledged })).rejects.toThrow(SecondPersonNeeded);
    await expect(office.approve(large.id, 's2', { acknowledged })).resolves.toMatchObject({ status: 'approved' });
  });

  test('a total altered in the store is noticed', async () => {
    const card = await gift('9000');
    await store.query(`update copilot.proposals set money = '[]' where proposal_id = $1`, [card.id]);
    await expect(office.approve(card.id, 's2', { acknowledged: ['money'] })).rejects.toMatchObject({
      kind: 'proposal_changed',
    });
  });
});

describe('a standing approval', () => {
  const sign = async (kind = 'job_note', purpose = 'nightly notes', capPerDay = 5, days = 30) => {
    const actor = await office.actor('adm');
    const asked = { kind, purpose, capPerDay, endsOn: addDays(TODAY, days), actor };
    await office.carriedOut(await proposeStanding(office.parts, asked), 'adm');
    return (await standingApprovals(office.parts, actor))[0] ?? expect.unreachable();
  };
  const work = (step: string, memberIds: readonly string[]) => ({
    kind: 'job_note',
    purpose: 'nightly notes',
    step,
    summary: 'Write notes',
    job: 'night',
    drafts: memberIds.map((memberId) => ({
      memberId,
      before: null,
      after: { text: `of ${step}`, on: TODAY, authorId: 'adm' },
      reversible: true,
    })),
  });

  test('lets a job write up to the cap of the day, journalled and audited; a step is done once', async () => {
    await setPhase('job_note', everybody, 'conditional');
    const standing = await sign();
    const first = await executeUnder(office.executor, work('n1', ['m1', 'm2', 'm3']));
    expect(first).toMatchObject({ standingId: standing.id, kept: 0, execution: { status: 'done', done: 3 } });
    expect(await executeUnder(office.executor, work('n1', ['m1', 'm2', 'm3']))).toEqual(first);
    const second = await executeUnder(office.executor, work('n2', ['m1', 'm2', 'm3']));
    expect(second).toMatchObject({ kept: 1, because: 'over the cap of the day', execution: { done: 2 } });
    expect(await executeUnder(office.executor, work('n3', ['m1']))).toMatchObject({ kept: 1 });
    expect(office.imis.activities.size).toBe(5);
    const actor = await office.actor('adm');
    expect((await standingApprovals(office.parts, actor))[0]).toMatchObject({ usedToday: 5, state: 'good' });
    const used = await auditPage(office.parts, actor, { kind: 'standing_used' });
    expect(used.rows[0]).toMatchObject({ actorId: 'adm', facts: { standing: standing.id, step: 'n2', count: 2 } });
  });

  test('unsigned, expired, revoked, stopped, in a stricter phase or without its signer the rows stay ours, and it says why', async () => {
    const why = async () => (await executeUnder(office.executor, work(`w${Math.random()}`, ['m1']))).because;
    await setPhase('job_note', everybody, 'conditional');
    await store.query(`update copilot.proposals set standing_id = null, step = null where kind = 'job_note'`);
    await store.query('delete from copilot.standing_approvals');
    expect(await why()).toBe('unsigned');
    const { id } = await sign('job_note', 'nightly notes', 5, 0);
    await stop('job_note');
    expect(await why()).toBe('stopped by the kill switch');
    await stop('job_note', false);
    await setPhase('job_note', texas, 'assisted');
    expect(await why()).toBe('the phase is not conditional');
    const mixed = await executeUnder(office.executor, work('mixed', ['m1', 'm3']));
    expect(mixed).toMatchObject({ kept: 1, because: 'the phase is not conditional', execution: { done: 1 } });
    await office.setRoles('adm', ['Membership']);
    expect(await why()).toBe('the signer is no administrator any more');
    await office.setRoles('adm', ['Administrator']);
    await store.query('update copilot.standing_approvals set ends_on = $1', [addDays(TODAY, -1)]);
    expect(await why()).toBe('expired');
    await revokeStanding(office.parts, { id, actor: await office.actor('adm') });
    expect(await why()).toBe('revoked');
    expect(office.imis.activities.size).toBe(1);
  });

  test('keeps why it did nothing, and tells the audit only when that becomes another reason', async () => {
    const adm = await office.actor('adm');
    const held = async () => (await auditPage(office.parts, adm, { kind: 'standing_held', limit: 500 })).rows.length;
    await setPhase('job_note', everybody, 'assisted');
    office.clock.advance(1);
    const { id } = await sign();
    const before = await held();
    for (const step of ['k1', 'k2', 'k3']) await executeUnder(office.executor, work(step, ['m1']));
    expect(await held()).toBe(before + 1);
    const mine = async () => (await standingApprovals(office.parts, adm)).find((one) => one.id === id);
    expect(await mine()).toMatchObject({ lastHeld: 'the phase is not conditional' });
    await setPhase('job_note', everybody, 'conditional');
    await executeUnder(office.executor, work('k4', ['m1']));
    expect((await mine())?.lastHeld).toBeUndefined();
    await store.query('delete from copilot.standing_approvals where standing_id = $1', [id]);
  });

  test('does not cover drafts that turn out to be beyond taking back', async () => {
    await setPhase('job_note', everybody, 'conditional');
    office.clock.advance(1);
    const { id } = await sign();
    const given = work('final', ['m1', 'm2']);
    const drafts = given.drafts.map((draft) => ({ ...draft, reversible: false }));
    expect(await executeUnder(office.executor, { ...given, drafts })).toEqual({
      standingId: id,
      kept: 2,
      because: 'its risks need a person each time',
    });
    expect(office.imis.activities.size).toBe(0);
    await store.query('delete from copilot.standing_approvals where standing_id = $1', [id]);
  });

  test('is signed for jobs that exist, never for money, within a year, by administrators', async () => {
    const by = async (who: string, rest: object) => {
      const asked = { kind: 'job_note', purpose: 'nightly notes', capPerDay: 5, endsOn: TODAY };
      return await proposeStanding(office.parts, { ...asked, actor: await office.actor(who), ...rest });
    };
    await expect(by('s1', {})).rejects.toThrow(NotAdministrator);
    await expect(by('adm', { kind: 'gift' })).rejects.toThrow('the risk "money"');
    await expect(by('adm', { kind: 'note' })).rejects.toThrow('no job carries out');
    await expect(by('adm', { kind: 'phase' })).rejects.toThrow(StandingRefused);
    await expect(by('adm', { purpose: 'fun' })).rejects.toThrow('"nightly notes"');
    await expect(by('adm', { capPerDay: 0 })).rejects.toThrow(StandingRefused);
    await expect(by('adm', { endsOn: addDays(TODAY, 400) })).rejects.toThrow('more than a year');
  });

  test('of the kind interaction, sends facts of the audit to AI_Interaction, once and without personal details', async () => {
    await store.query(`delete from copilot.standing_approvals where kind = 'interaction'`);
    expect(await logInteractions(office.executor)).toEqual({ written: 0, because: 'unsigned' });
    await setPhase('interaction', everybody, 'conditional');
    await sign('interaction', 'log of the copilot', 1000);
    office.clock.advance(1);
    await logInteractions(office.executor);
    const before = office.imis.panelRows.size;
    const card = await office.proposeNotes('s1', ['m1'], 'met Mira Quill');
    office.imis.faults.push(undefined, 'cut after', 'unsaid number');
    await office.carriedOut(card, 's2');
    expect(await logInteractions(office.executor)).toMatchObject({ written: 3 });
    expect(await logInteractions(office.executor)).toEqual({ written: 0 });
    const rows = [...office.imis.panelRows.values()].slice(before);
    expect(rows.map(({ partyId, values }) => [partyId, values['Kind'], values['Summary']])).toEqual([
      ['s1', 'proposal', expect.stringMatching(`^proposal: ${card.id} \\(note\\), audit \\d+$`)],
      ['s2', 'decision', expect.stringMatching(`^approval: ${card.id} \\(note\\)`)],
      ['s2', 'write', expect.stringMatching(`^change done: ${card.id}/1 \\(note\\)`)],
    ]);
    expect(rows[0]?.values['OccurredOn']).toMatch(/^2026-11-21T12:01:\d\d$/);
    expect(JSON.stringify(rows)).not.toMatch(/Mira|Quill|Larkin/);
  });
});

describe("the association's own log", () => {
  const begin = async (capPerDay = 1000) => {
    await store.query(`delete from copilot.standing_approvals where kind = 'interaction'`);
    await setPhase('interaction', everybody, 'conditional');
    await signLog(capPerDay);
    office.clock.advance(1);
    await store.query('update copilot.interaction_mark set sequence = (select max(sequence) from copilot.audit)');
  };
  const signLog = async (capPerDay: number) => {
    const actor = await office.actor('adm');
    const asked = { kind: 'interaction', purpose: 'log of the copilot', capPerDay, endsOn: addDays(TODAY, 30), actor };
    await office.carriedOut(await proposeStanding(office.parts, asked), 'adm');
  };
  const happened = async (actorId: string) => {
    const entry = { kind: 'exchange', actorId, subject: 'cli', facts: {}, at: office.clock.now() } as const;
    return (await store.withTransaction((transaction) => append(transaction, entry))).sequence;
  };
  /** Audit rows in iMIS, as often as they are there. */
  const logged = () =>
    [...office.imis.panelRows.values()].map(({ values }) =>
      Number(/audit (\d+)$/.exec(String(values['Summary']))?.[1]),
    );
  const among = (rows: readonly number[]) => logged().filter((row) => rows.includes(row));

  test('waits behind a row whose person is in a stricter phase, and sends each row once when that is lifted', async () => {
    await begin();
    await setPhase('interaction', texas, 'assisted');
    await logInteractions(office.executor);
    const rows = [await happened('s1'), await happened('m1'), await happened('s2')];
    for (let times = 0; times < 2; times += 1)
      expect(await logInteractions(office.executor)).toMatchObject({ because: 'the phase is not conditional' });
    expect(among(rows)).toEqual(rows.slice(0, 1));
    await setPhase('interaction', texas, 'unset');
    await logInteractions(office.executor);
    expect(among(rows)).toEqual(rows);
  });

  test('of two processes at once sends each row once, also when one of them has read fewer rows', async () => {
    await begin();
    const rows = [await happened('s1'), await happened('s2')];
    let isRaced = false;
    const query = async (sql: string, parameters?: readonly unknown[]) => {
      const found = await store.query(sql, parameters);
      if (!isRaced && sql.includes('from copilot.audit a')) {
        isRaced = true;
        rows.push(await happened('s1'));
        await logInteractions(office.executor);
      }
      return found;
    };
    const database = { query: query as Store['query'], withTransaction: store.withTransaction.bind(store) };
    await logInteractions({ ...office.executor, database });
    expect(among(rows)).toEqual(rows);
    rows.push(await happened('s2'));
    await Promise.all([logInteractions(office.executor), logInteractions(office.executor)]);
    await logInteractions(office.executor);
    expect(among(rows)).toEqual(rows);
  });

  test('keeps its backlog when it is signed anew; what was not signed for when it happened is never sent', async () => {
    await begin(1);
    const backlog = [await happened('s1'), await happened('s2')];
    expect(await logInteractions(office.executor)).toMatchObject({ written: 1, because: 'over the cap of the day' });
    const all = await standingApprovals(office.parts, await office.actor('adm'));
    const signed = all.find(({ kind }) => kind === 'interaction');
    office.clock.advance(1);
    await revokeStanding(office.parts, { id: signed?.id ?? '', actor: await office.actor('adm') });
    office.clock.advance(1);
    const unsigned = await happened('s1');
    expect(await logInteractions(office.executor)).toEqual({ written: 0, because: 'revoked' });
    office.clock.advance(1);
    await signLog(1000);
    await logInteractions(office.executor);
    expect(among([...backlog, unsigned])).toEqual(backlog);
  });

  test("is a matter of jobs: no count of people's decisions is asked for before its phase is raised", async () => {
    const asked = { kind: 'interaction', cohort: everybody, phase: 'conditional' as const };
    const card = await proposePhase(office.parts, { ...asked, actor: await office.actor('adm') });
    expect((await show(office.parts, card.id, await office.actor('adm'))).warnings).toEqual([]);
  });
});

describe('who may no longer', () => {
  test('somebody who asked and has lost the right since sees the header, without before and after', async () => {
    const card = await office.proposeNotes('s1', ['m1'], 'a secret of theirs');
    await office.setRoles('s1', ['Leadership']);
    const shown = await show(office.parts, card.id, await office.actor('s1'));
    await office.setRoles('s1', ['Membership']);
    expect(shown).toMatchObject({ id: card.id, count: 1, changes: [], arguments: null, mayDecide: false });
    expect(shown.whyNot).toBeTruthy();
    expect(JSON.stringify(shown)).not.toContain('secret');
    expect((await show(office.parts, card.id, await office.actor('s1'))).changes).toHaveLength(1);
  });

  test('is told why: a kill switch, a phase, a second person, a pilot that waited too long', async () => {
    const why = async (id: string, who = 's1') => (await show(office.parts, id, await office.actor(who))).whyNot;
    const card = await office.proposeNotes('s1', ['m1']);
    expect(await why(card.id)).toBeUndefined();
    await stop('note');
    expect(await why(card.id)).toMatch(/^The kill switch for "note" is on/);
    await stop('note', false);
    await setPhase('note', texas, 'read_only');
    expect(await why(card.id)).toMatch(/read-only phase for the chapter Texas/);
    await setPhase('note', texas, 'unset');
    const large = await office.proposeNotes('s1', bulk);
    await office.approve(large.id, 's1', { count: 40 });
    await execute(office.executor, large.id);
    await stop('*');
    expect(await show(office.parts, large.id, await office.actor('s1'))).toMatchObject({
      mayContinue: false,
      mayEnd: true,
      whyNot: expect.stringMatching(/^The kill switch is on/),
    });
    await stop('*', false);
    expect(await show(office.parts, large.id, await office.actor('s1'))).toMatchObject({ mayContinue: true });
    office.clock.advance(24 * 60);
    expect(await why(large.id)).toMatch(/^The first records were done too long ago/);
    expect(await show(office.parts, large.id, await office.actor('s1'))).toMatchObject({ mayContinue: false });
  });
});

test('without a writing account no phase of changes in iMIS is raised, and rules of the copilot still are', async () => {
  office.phase = 'read_only';
  const parts = { ...office.parts, hasWritingAccount: false };
  const asked = { kind: 'note', cohort: everybody, actor: await office.actor('adm') };
  await expect(proposePhase(parts, { ...asked, phase: 'assisted' })).rejects.toThrow(NoWritingAccount);
  await expect(proposePhase(parts, { ...asked, phase: 'read_only' })).resolves.toMatchObject({ status: 'waiting' });
});

test('an undo that raises a phase again brings the facts of today', async () => {
  const actor = await office.actor('adm');
  await setPhase('note', texas, 'assisted');
  const lowered = await proposePhase(office.parts, { kind: 'note', cohort: texas, phase: 'read_only', actor });
  await office.carriedOut(lowered, 'adm');
  const undo = await show(office.parts, (await proposeUndo(office.parts, { id: lowered.id, actor })).id, actor);
  expect(undo.changes[0]?.describe).toMatch(/read-only to assisted\. proposals prepared while read-only: \d+/);
  expect(undo.warnings[0]).toMatch(/^Not met: /);
});

test('the audit page is for administrators, newest first, a page at a time', async () => {
  await expect(auditPage(office.parts, await office.actor('s1'))).rejects.toThrow(NotPermitted);
  const actor = await office.actor('adm');
  const card = await office.proposeNotes('s1', ['m1']);
  await office.carriedOut(card, 's2');
  const all = await auditPage(office.parts, actor, { subject: card.id });
  expect(all.rows.map(({ kind }) => kind)).toEqual([
    'execution_ended',
    'change_done',
    'execution_began',
    'approval',
    'proposal',
  ]);
  const first = await auditPage(office.parts, actor, { limit: 2 });
  const next = await auditPage(office.parts, actor, { limit: 2, ...(first.older && { before: first.older }) });
  expect([...first.rows, ...next.rows].map(({ sequence }) => sequence)).toEqual(
    (await auditPage(office.parts, actor, { limit: 4 })).rows.map(({ sequence }) => sequence),
  );
});
