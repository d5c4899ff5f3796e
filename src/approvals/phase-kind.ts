/** Setting a phase: a rule of the copilot, confirmed by an administrator like any other change. */
import { z } from 'zod';
import { append } from '../audit/append.js';
import type { Transaction } from '../store/database.js';
import { type Cohort, cohortOf, type StoredCohort } from './cohort.js';
import { approverOf, proposalOf } from './governance.js';
import { phasesSet } from './phases.js';
import type { Change, ChangeKind, Phase } from './port.js';

const PhaseOrUnset = z.enum(['read_only', 'assisted', 'conditional', 'unset']);

export const PhaseChange = z.strictObject({
  kind: z.string().min(1),
  cohortKind: z.enum(['everybody', 'tier', 'chapter']),
  cohort: z.string(),
  cohortWords: z.string(),
  /** 'unset': the one for everybody, or the default of the site, counts again. */
  phase: PhaseOrUnset,
  /** What our own journal said when it was proposed, for whoever confirms. */
  criteria: z.array(z.string()),
});
export type PhaseChange = z.infer<typeof PhaseChange>;

export const PHASE_KIND = 'phase';

const words = (phase: string): string => phase.replace('_', '-');

export const phaseKind: ChangeKind<PhaseChange> = {
  kind: PHASE_KIND,
  permission: 'settings.manage',
  hand: 'own',
  risks: [],
  isGovernance: true,
  parse: (after) => PhaseChange.parse(after),
  describe: ({ before, after }) =>
    [
      `Phase of "${after.kind}" for ${after.cohortWords}: ${words(String(before))} to ${words(after.phase)}.`,
      ...after.criteria,
    ].join(' '),
  find: async ({ database }, change) => ((await audited(database, change)) ? referenceOf(change) : undefined),
  recheck: async ({ database }, { before, after }) =>
    (await phaseSetFor(database, after.kind, after)) === before ? undefined : 'the phase was changed since',
  execute: async (_, { database }, change) => {
    await database.withTransaction((transaction) => setPhase(transaction, change));
    return referenceOf(change);
  },
  verify: async ({ database }, { after }) => (await phaseSetFor(database, after.kind, after)) === after.phase,
  undo: ({ memberId, before, after }) => ({
    kind: PHASE_KIND,
    draft: { memberId, before: after.phase, after: { ...after, phase: before, criteria: [] }, reversible: true },
  }),
  touched: () => [],
};

/** The phase set for just this cohort. */
export async function phaseSetFor(
  database: Transaction,
  workflow: string,
  { cohortKind, cohort }: StoredCohort,
): Promise<Phase | 'unset'> {
  const set = await phasesSet(database, workflow);
  return set.find((one) => one.cohortKind === cohortKind && one.cohort === cohort)?.phase ?? 'unset';
}

const referenceOf = ({ after }: Change<PhaseChange>): string => `${after.kind}/${after.cohortKind}/${after.cohort}`;

/** The phase and its audit row come in one transaction, so that the row tells whether this change was done. */
async function audited(database: Transaction, change: Change<PhaseChange>): Promise<boolean> {
  const found = await database.query(
    `select from copilot.audit where kind = 'phase_set' and subject = $1 and facts->>'change' = $2`,
    [change.after.kind, change.id],
  );
  return found.rowCount === 1;
}

async function setPhase(transaction: Transaction, change: Change<PhaseChange>): Promise<void> {
  const { kind, cohortKind, cohort, phase } = change.after;
  const approver = await approverOf(transaction, proposalOf(change));
  if (await audited(transaction, change)) return;
  if (phase === 'unset')
    await transaction.query('delete from copilot.phases where kind = $1 and cohort_kind = $2 and cohort = $3', [
      kind,
      cohortKind,
      cohort,
    ]);
  else
    await transaction.query(
      `insert into copilot.phases (kind, cohort_kind, cohort, phase, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (kind, cohort_kind, cohort)
       do update set phase = excluded.phase, set_by = excluded.set_by, set_at = excluded.set_at`,
      [kind, cohortKind, cohort, phase, approver.id, approver.at],
    );
  const of: Cohort = cohortOf({ cohortKind, cohort });
  await append(transaction, {
    kind: 'phase_set',
    actorId: approver.id,
    subject: kind,
    facts: { change: change.id, cohort: of, from: change.before, to: phase },
    at: approver.at,
  });
}
