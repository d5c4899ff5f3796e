/** Carries out one approved proposal: the task `execute_proposal` of the queue. */
import { randomUUID } from 'node:crypto';
import { append } from '../audit/append.js';
import { ExpectedError } from '../errors.js';
import { notify } from '../notices/notify.js';
import { carryOut, STOPPED_BY_SWITCH } from './carry-out.js';
import { journalOutcome, type Run } from './journal.js';
import { keep, take } from './lease.js';
import type { ExecutorParts, Touched } from './parts.js';
import type { ChangeKind, ChangeState, ProposalStatus } from './port.js';
import { KindUnknown, LeaseLost, ProposalChanged, ProposalUnknown } from './refusals.js';
import { changeId, changesOf, isIntact, proposalById, type StoredChange, type StoredProposal } from './stored.js';

export interface ExecutionReport {
  readonly proposalId: string;
  /** pilot_done: the first records of a large change; the rest waits for a person. */
  readonly status: Extract<ProposalStatus, 'pilot_done' | 'done' | 'partly_done' | 'failed'>;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly uncertain: number;
  /** Not begun: after a pilot only. */
  readonly waiting: number;
}

/** Records of a large change that are carried out before a person looks. */
export const PILOT = 10;
const FEWEST_FAILURES_TO_STOP = 3;
const SHARE_OF_FAILURES_TO_STOP = 0.02;

/**
 * Runs what is left of an approved proposal, and answers what came of all of it. Calling it again changes nothing; a
 * second run at the same time throws ExecutionUnderWay, which the queue tries again later. Also throws NotApproved,
 * ProposalChanged, KindUnknown.
 */
export async function execute(parts: ExecutorParts, proposalId: string): Promise<ExecutionReport> {
  const runId = randomUUID();
  if (!(await take(parts, proposalId, runId))) return await reportOf(parts, proposalId);
  const release = keep(parts, proposalId, runId);
  try {
    const { proposal, kind, run } = await prepared(parts, proposalId, runId);
    await carryOutAll(parts, run, kind, proposal);
    await refreshTouched(parts, kind, proposal);
    return await end(parts, run, proposal);
  } finally {
    release();
  }
}

/** The proposal as it was approved; one that was altered since, or whose kind is gone, is given up for good. */
async function prepared(
  parts: ExecutorParts,
  id: string,
  runId: string,
): Promise<{ readonly proposal: StoredProposal; readonly kind: ChangeKind; readonly run: Run }> {
  const proposal = await proposalById(parts.database, id);
  const decision = await parts.database.query<{ actor_id: string; proposal_hash: string }>(
    `select coalesce(p.actor_id, d.actor_id) as actor_id, d.proposal_hash
     from copilot.decisions d
     left join copilot.pilot_decisions p on p.proposal_id = d.proposal_id and p.decision = 'continue'
     where d.proposal_id = $1 and d.decision = 'approve'`,
    [id],
  );
  const decided = decision.rows[0];
  if (!proposal || !decided) throw new ProposalUnknown();
  const run: Run = {
    id: runId,
    proposalId: id,
    approverId: decided.actor_id,
    ...(proposal.standingId !== null && { standingId: proposal.standingId }),
  };
  const isSame = decided.proposal_hash === proposal.hash && isIntact(proposal, await changesOf(parts.database, id));
  const kind = parts.kinds.get(proposal.kind);
  if (isSame && kind) return { proposal, kind, run };
  await giveUp(parts, run);
  await end(parts, run, proposal);
  throw isSame ? new KindUnknown(proposal.kind) : new ProposalChanged();
}

/** What an earlier run was writing when it died may be in iMIS: a person looks. The rest is left undone. */
async function giveUp(parts: ExecutorParts, run: Run): Promise<void> {
  await parts.database.query(
    `update copilot.changes set state = case state when 'waiting' then 'skipped' else 'uncertain' end,
            reason = 'the proposal is no longer what was approved', ended_at = $2
     where proposal_id = $1 and state in ('waiting', 'writing', 'uncertain')`,
    [run.proposalId, parts.clock.now()],
  );
}

async function carryOutAll(parts: ExecutorParts, run: Run, kind: ChangeKind, proposal: StoredProposal): Promise<void> {
  const changes = await changesOf(parts.database, proposal.id);
  const first = isPiloted(proposal) ? PILOT : changes.length;
  let failures = 0;
  let stop = changes.some(({ reason }) => reason === STOPPED_BY_SWITCH) ? STOPPED_BY_SWITCH : undefined;
  for (const change of changes) {
    if (isSettled(change)) failures += Number(change.state === 'failed');
    else if (change.ordinal > first && stop === undefined) return;
    else {
      const outcome = await carryOut(parts, run, kind, change, stop);
      await journalOutcome(parts, run, change, outcome);
      failures += Number(outcome.state === 'failed' || outcome.state === 'uncertain');
      if (outcome.state === 'skipped' && outcome.reason === STOPPED_BY_SWITCH) stop = STOPPED_BY_SWITCH;
    }
    if (mustStop(failures, proposal.count)) stop ??= `stopped after ${failures} failures`;
  }
}

/** A large change that a person approved begins with its first records; they let it go on by looking at those. */
const isPiloted = ({ risks, pilotEndedAt, standingId, count }: StoredProposal): boolean =>
  risks.includes('bulk') && pilotEndedAt === null && standingId === null && count > PILOT;

const isSettled = (change: StoredChange): boolean => ['done', 'skipped', 'failed'].includes(change.state);

const mustStop = (failures: number, count: number): boolean =>
  failures >= FEWEST_FAILURES_TO_STOP && failures > count * SHARE_OF_FAILURES_TO_STOP;

/** The store is read again before the result is told. A refresh that fails is made good by the next sync. */
async function refreshTouched(parts: ExecutorParts, kind: ChangeKind, proposal: StoredProposal): Promise<void> {
  const touched = (await changesOf(parts.database, proposal.id)).flatMap((change): readonly Touched[] =>
    change.state === 'done' && change.reference !== null
      ? kind.touched(
          {
            id: changeId(proposal.id, change.ordinal),
            memberId: change.memberId,
            before: change.before,
            after: kind.parse(change.after),
            changeKey: change.changeKey,
          },
          change.reference,
        )
      : [],
  );
  if (touched.length === 0) return;
  await parts.refresh(touched).catch((error: unknown) => {
    if (!(error instanceof ExpectedError)) throw error;
  });
}

async function end(parts: ExecutorParts, run: Run, proposal: StoredProposal): Promise<ExecutionReport> {
  const report = reportFor(proposal.id, await changesOf(parts.database, proposal.id));
  const { proposalId, status, ...counts } = report;
  const isPilot = status === 'pilot_done';
  await parts.database.withTransaction(async (transaction) => {
    const now = parts.clock.now();
    const ended = await transaction.query(
      `update copilot.proposals set status = $3, executor = null, executor_process = null, lease_until = null,
              ended_at = case when $5 then null else $4::timestamptz end,
              pilot_ended_at = case when $5 then $4::timestamptz else pilot_ended_at end
       where proposal_id = $1 and executor = $2 and status = 'executing'`,
      [proposalId, run.id, status, now, isPilot],
    );
    if (ended.rowCount !== 1) throw new LeaseLost();
    await transaction.query('update copilot.executions set ended_at = $2, outcome = $3 where execution_id = $1', [
      run.id,
      now,
      status,
    ]);
    await notify(transaction, {
      thread: proposal.thread,
      kind: isPilot ? 'proposal_piloted' : 'proposal_executed',
      facts: { proposal: proposalId, summary: proposal.summary, status, ...counts },
      at: now,
    });
    await append(transaction, {
      kind: isPilot ? 'pilot_ended' : 'execution_ended',
      actorId: run.approverId,
      subject: proposalId,
      facts: { execution: run.id, status, ...counts },
      at: now,
    });
  });
  return report;
}

/** What came of a proposal so far. */
async function reportOf(parts: ExecutorParts, proposalId: string): Promise<ExecutionReport> {
  return reportFor(proposalId, await changesOf(parts.database, proposalId));
}

export function reportFor(proposalId: string, changes: readonly StoredChange[]): ExecutionReport {
  const count = (state: ChangeState) => changes.filter((change) => change.state === state).length;
  const [done, uncertain, waiting] = [count('done'), count('uncertain'), count('waiting')];
  // What is uncertain may stand in iMIS: only where nothing can, the proposal has failed.
  const status =
    waiting > 0 ? 'pilot_done' : done === changes.length ? 'done' : done + uncertain > 0 ? 'partly_done' : 'failed';
  return {
    proposalId,
    status,
    done,
    skipped: count('skipped'),
    failed: count('failed'),
    uncertain,
    waiting,
  };
}
