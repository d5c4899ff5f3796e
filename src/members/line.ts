/** One line about a member, with pseudonyms: what a list, a choice and a profile begin with. */
import { inScope } from '../access/scope.js';
import type { Scope } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import { type MemberKind, type Standing, type Status, statusOn } from '../domain/member.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Transaction } from '../store/database.js';

export interface MemberLine {
  /** M-XXXXXX. */
  readonly member: string;
  readonly kind: MemberKind;
  readonly status: Status;
  readonly tier?: string;
  /** The chapter joined last, of those still active. */
  readonly chapter?: string;
  readonly city?: string;
  readonly state?: string;
  /** Pseudonym of the organisation, where the scope holds it. */
  readonly employer?: string;
  /** Last day of the present or last term. */
  readonly expiresOn?: Day;
}

type Row = {
  member_id: string;
  kind: MemberKind;
  record: Standing['record'];
  tier: string | null;
  chapter: string | null;
  city: string | null;
  state: string | null;
  employer_id: string | null;
  expires_on: Day | null;
};

/** From where lines are seen. */
export interface LineView {
  readonly scope: Scope;
  readonly today: Day;
  readonly graceDays: number;
}

const sqlFor = (employerInScope: string) => `
  select p.member_id, p.kind, p.status as record, coalesce(t.name, c.member_type) as tier, k.name as chapter, p.city,
         p.state, case when ${employerInScope} then p.employer_id end as employer_id,
         c.paid_through::text as expires_on
  from imis.parties p
  left join imis.contacts c on c.member_id = p.member_id
  left join imis.tiers t on t.tier_code = c.member_type
  left join lateral (
    select k.name from imis.group_members g join imis.groups k on k.group_id = g.group_id and k.kind = 'chapter'
    where g.member_id = p.member_id and g.is_active
    order by g.begins_on desc nulls last, g.group_id limit 1
  ) k on true
  where p.member_id = any($1::text[])`;

/** Lines in the order of the ids, which the caller has found in scope; ids that are nobody's are left out. */
export async function memberLines(
  database: Transaction,
  memberIds: readonly string[],
  view: LineView,
): Promise<readonly MemberLine[]> {
  const employer = inScope(view.scope, 'p.employer_id', 2);
  const found = await database.query<Row>(sqlFor(employer.sql), [memberIds, ...employer.parameters]);
  const ids = found.rows.flatMap((row) => (row.employer_id ? [row.member_id, row.employer_id] : [row.member_id]));
  const pseudonyms = await pseudonymsFor(database, ids);
  const lines = new Map(found.rows.map((row) => [row.member_id, lineOf(row, view, pseudonyms)]));
  return memberIds.flatMap((id) => lines.get(id) ?? []);
}

function lineOf(row: Row, { today, graceDays }: LineView, pseudonyms: ReadonlyMap<string, string>): MemberLine {
  const employer = pseudonyms.get(row.employer_id ?? '');
  return {
    member: pseudonyms.get(row.member_id) ?? '',
    kind: row.kind,
    status: statusOn({ record: row.record, expires: row.expires_on ?? undefined }, today, graceDays),
    ...(row.tier ? { tier: row.tier } : {}),
    ...(row.chapter ? { chapter: row.chapter } : {}),
    ...(row.city ? { city: row.city } : {}),
    ...(row.state ? { state: row.state } : {}),
    ...(employer ? { employer } : {}),
    ...(row.expires_on ? { expiresOn: row.expires_on } : {}),
  };
}
