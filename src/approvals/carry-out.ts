/*
 * One change, from looking whether iMIS has it already to reading it back. Safe to call again after a crash at any
 * point: what was written is found by its key and never written twice.
 */
import { setTimeout } from 'node:timers/promises';
import { actorById } from '../access/actors.js';
import { may } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import { ExpectedError } from '../errors.js';
import { ImisNoAnswer, WriteUncertain } from '../imis/failures.js';
import { journalWriting, type Outcome, type Run } from './journal.js';
import { stoppedBy } from './kill-switch.js';
import { lend } from './lend.js';
import type { ExecutorParts } from './parts.js';
import { isFree, phaseOf } from './phases.js';
import type { Change, ChangeKind } from './port.js';
import { LeaseLost } from './refusals.js';
import { isGood, standingById } from './standing.js';
import { changeId, type StoredChange } from './stored.js';

// iMIS may answer before a write can be read, and may carry one out after the connection was cut.
const PAUSES = [250, 1000, 4000];
const MOST_WRITES = 3;
/** Nothing that was left for this reason is taken up again. */
export const STOPPED_BY_SWITCH = 'stopped by the kill switch';

/**
 * With `stop`, the reason why nothing more is written, it only looks whether an earlier run had written this change
 * already.
 */
export async function carryOut(
  parts: ExecutorParts,
  run: Run,
  kind: ChangeKind,
  stored: StoredChange,
  stop?: string,
): Promise<Outcome> {
  const change = changeOf(run, kind, stored);
  const mayBeWritten = stored.state !== 'waiting';
  try {
    if (mayBeWritten) {
      // What a run that died had sent may arrive after it: as much patience as after an uncertain answer.
      const found = await look(parts, kind, change);
      if (found.reference !== undefined) return await readBack(parts, kind, change, found.reference);
      if (!found.isSure) return { state: 'uncertain', reason: found.reason };
    }
    const reason = stop ?? (await reasonToSkip(parts, run, kind, change));
    if (reason !== undefined) return { state: 'skipped', reason };
  } catch (error) {
    // Nothing was written by this run. Where an earlier one may have, a person must look.
    if (!(error instanceof ExpectedError) || error instanceof LeaseLost) throw error;
    return { state: mayBeWritten ? 'uncertain' : 'failed', reason: error.message };
  }
  return await write(parts, run, kind, stored, change);
}

const changeOf = (run: Run, kind: ChangeKind, stored: StoredChange): Change => ({
  id: changeId(run.proposalId, stored.ordinal),
  memberId: stored.memberId,
  before: stored.before,
  after: kind.parse(stored.after),
  changeKey: stored.changeKey,
});

/** The kill switch, the phase, the approver's right and scope, and the kind's own conditions, at this moment. */
async function reasonToSkip(
  parts: ExecutorParts,
  run: Run,
  kind: ChangeKind,
  change: Change,
): Promise<string | undefined> {
  if ((await stoppedBy(parts.database, parts.kinds, kind.kind)) !== undefined) return STOPPED_BY_SWITCH;
  const barred = (await reasonOfPhase(parts, run, kind, change)) ?? (await reasonOfRights(parts, run, kind, change));
  if (barred !== undefined) return barred;
  return await patiently(parts, () => kind.recheck(parts.reader, change));
}

async function reasonOfPhase(
  parts: ExecutorParts,
  run: Run,
  kind: ChangeKind,
  { memberId }: Change,
): Promise<string | undefined> {
  if (isFree(kind)) return undefined;
  const { phase, cohortWords } = await phaseOf(parts, { kind: kind.kind, memberIds: [memberId] });
  if (phase === 'read_only') return `changes of this kind are read-only for ${cohortWords} now`;
  if (phase !== 'conditional' && run.standingId)
    return `changes of this kind need a person's approval for ${cohortWords} now`;
  return undefined;
}

async function reasonOfRights(
  parts: ExecutorParts,
  run: Run,
  kind: ChangeKind,
  { memberId }: Change,
): Promise<string | undefined> {
  const { database, clock } = parts;
  const approver = await actorById(database, run.approverId, 'job').catch((error: unknown) => {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  });
  if (run.standingId) {
    const standing = await standingById(database, run.standingId);
    if (!standing || !isGood(standing, clock.today())) return 'the standing approval is no longer good';
    return approver && may(approver, 'settings.manage') ? undefined : 'whoever signed it is no administrator any more';
  }
  if (!approver || !may(approver, kind.permission)) return 'whoever approved it no longer has the right';
  const scoped = await membersInScope(database, approver.scope, [memberId]);
  return scoped.has(memberId) ? undefined : 'the record has left the scope of whoever approved it';
}

/** Writes, and after an uncertain answer looks before it writes again. */
async function write(
  parts: ExecutorParts,
  run: Run,
  kind: ChangeKind,
  stored: StoredChange,
  change: Change,
): Promise<Outcome> {
  let uncertain = false;
  for (let attempt = 1; ; attempt += 1) {
    await journalWriting(parts, run, stored);
    const lent = lend(parts.hand);
    // What is ours is written to the store: iMIS is out of its reach.
    if (kind.hand !== 'imis') lent.takeBack();
    try {
      const reference = await kind.execute(lent.hand, parts.reader, change);
      return await readBack(parts, kind, change, reference);
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      const isRefused = error instanceof ExpectedError && !(error instanceof WriteUncertain);
      uncertain ||= !isRefused;
      const found: Look = uncertain ? await look(parts, kind, change) : { isSure: true };
      if (found.reference !== undefined) return await readBack(parts, kind, change, found.reference);
      const reason = error instanceof ExpectedError ? error.message : 'the write failed in a way nobody foresaw';
      if (!found.isSure) return { state: 'uncertain', reason };
      const isWorthAnother = error instanceof WriteUncertain || error instanceof ImisNoAnswer;
      if (attempt >= MOST_WRITES || !isWorthAnother) return { state: 'failed', reason };
      await pause(parts, PAUSES[attempt - 1] ?? 0);
    } finally {
      lent.takeBack();
    }
  }
}

type Look =
  | { readonly isSure: true; readonly reference?: string | undefined }
  | { readonly isSure: false; readonly reference?: undefined; readonly reason: string };

/** Whether the write arrived after all; not sure where iMIS cannot be read. */
async function look(parts: ExecutorParts, kind: ChangeKind, change: Change): Promise<Look> {
  let last = await lookOnce(parts, kind, change);
  // Our own store has carried out a write or never will.
  for (const millis of kind.hand === 'imis' || !last.isSure ? PAUSES : []) {
    if (last.reference !== undefined) return last;
    await pause(parts, millis);
    last = await lookOnce(parts, kind, change);
  }
  return last;
}

async function lookOnce(parts: ExecutorParts, kind: ChangeKind, change: Change): Promise<Look> {
  try {
    return { isSure: true, reference: await kind.find(parts.reader, change) };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return { isSure: false, reason: error.message };
  }
}

/** Done only when iMIS shows it; else a person looks, because it was accepted. */
async function readBack(parts: ExecutorParts, kind: ChangeKind, change: Change, reference: string): Promise<Outcome> {
  let reason = 'iMIS accepted the change, but reading it back does not show it once';
  for (const millis of [...PAUSES, 0]) {
    try {
      if (await kind.verify(parts.reader, change, reference)) return { state: 'done', reference };
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      reason = error.message;
    }
    await pause(parts, millis);
  }
  return { state: 'uncertain', reason };
}

/** Tries again while iMIS does not answer. */
async function patiently<Answer>(parts: ExecutorParts, ask: () => Promise<Answer>): Promise<Answer> {
  for (const millis of PAUSES) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ImisNoAnswer)) throw error;
      await pause(parts, millis);
    }
  }
  return await ask();
}

const pause = (parts: ExecutorParts, millis: number): Promise<unknown> =>
  parts.pause ? parts.pause(millis) : setTimeout(millis);
