/** What our own journal says about a workflow in a cohort, beside what an administrator should see before raising its phase. */
import type { Transaction } from '../store/database.js';
import type { StoredCohort } from './cohort.js';
import type { ChangeKinds } from './parts.js';
import { workflowOf } from './phases.js';
import type { Phase } from './port.js';

export interface Criterion {
  readonly about: string;
  /** A count, or a share from 0 to 1; undefined where there is nothing to take a share of. */
  readonly value: number | undefined;
  readonly unit: 'count' | 'share';
  readonly needed: { readonly is: 'at least' | 'at most'; readonly value: number };
  readonly isMet: boolean;
}

/** "proposals decided while assisted: 12 (at least 50)". */
export function criterionWords({ about, value, unit, needed }: Criterion): string {
  const number = (of: number): string => (unit === 'share' ? `${Math.round(of * 1000) / 10} %` : String(of));
  return `${about}: ${value === undefined ? 'nothing to judge by yet' : number(value)} (${needed.is} ${number(needed.value)})`;
}

const TO_ASSISTED = { prepared: 10, rejected: 0.2 };
const TO_CONDITIONAL = { decided: 50, rejected: 0.05, edited: 0.1, missed: 0.02 };

type Counts = {
  prepared: number;
  preparedRejected: number;
  decided: number;
  rejected: number;
  edited: number;
  ended: number;
  missed: number;
};

/** The entry criteria of a phase with today's facts; read-only has none, nor has what jobs alone carry out. */
export async function entryCriteria(
  database: Transaction,
  kinds: ChangeKinds,
  { kind, cohort, phase }: { readonly kind: string; readonly cohort: StoredCohort; readonly phase: Phase },
): Promise<readonly Criterion[]> {
  if (phase === 'read_only' || kinds.get(kind)?.isJobOnly) return [];
  const names = [...kinds.keys()].filter((name) => workflowOf(kinds, name) === kind);
  const of = await countsOf(database, names, cohort);
  if (phase === 'assisted')
    return [
      atLeast('proposals prepared while read-only', of.prepared, TO_ASSISTED.prepared),
      atMost('of those, rejected', of.preparedRejected, of.prepared, TO_ASSISTED.rejected),
    ];
  return [
    atLeast('proposals decided while assisted', of.decided, TO_CONDITIONAL.decided),
    atMost('of those, rejected', of.rejected, of.decided, TO_CONDITIONAL.rejected),
    atMost('proposals edited before they were decided', of.edited, of.decided + of.edited, TO_CONDITIONAL.edited),
    atMost('changes that failed, were skipped or are uncertain', of.missed, of.ended, TO_CONDITIONAL.missed),
  ];
}

const atLeast = (about: string, value: number, needed: number): Criterion => ({
  about,
  value,
  unit: 'count',
  needed: { is: 'at least', value: needed },
  isMet: value >= needed,
});

function atMost(about: string, part: number, whole: number, needed: number): Criterion {
  const value = whole === 0 ? undefined : part / whole;
  return {
    about,
    value,
    unit: 'share',
    needed: { is: 'at most', value: needed },
    isMet: value !== undefined && value <= needed,
  };
}

async function countsOf(database: Transaction, kinds: readonly string[], { cohortKind, cohort }: StoredCohort) {
  const concerns = {
    everybody: '$2::text is not null',
    tier: 'exists (select 1 from reporting.members m where m.member_id = c.member_id and m.tier_code = $2)',
    chapter: `exists (select 1 from reporting.group_members g
                      where g.member_id = c.member_id and g.is_active and g.group_id = $2)`,
  }[cohortKind];
  const found = await database.query<Counts>(
    `with concerned as (
       select c.proposal_id, count(*) filter (where c.state in ('done', 'failed', 'skipped', 'uncertain')) as ended,
              count(*) filter (where c.state in ('failed', 'skipped', 'uncertain')) as missed
       from copilot.changes c join copilot.proposals p on p.proposal_id = c.proposal_id
       where p.kind = any($1::text[]) and p.standing_id is null and ${concerns}
       group by c.proposal_id)
     select count(*) filter (where p.phase = 'read_only') as prepared,
            count(*) filter (where p.phase = 'read_only' and p.status = 'rejected') as "preparedRejected",
            count(*) filter (where d.phase <> 'read_only') as decided,
            count(*) filter (where d.phase <> 'read_only' and d.decision = 'reject') as rejected,
            count(*) filter (where p.phase <> 'read_only' and p.status = 'superseded') as edited,
            coalesce(sum(c.ended) filter (where d.decision = 'approve'), 0)::int as ended,
            coalesce(sum(c.missed) filter (where d.decision = 'approve'), 0)::int as missed
     from concerned c join copilot.proposals p on p.proposal_id = c.proposal_id
     left join copilot.decisions d on d.proposal_id = p.proposal_id`,
    [kinds, cohort],
  );
  const [counts] = found.rows;
  if (!counts) throw new Error('a count answers one row');
  return counts;
}
