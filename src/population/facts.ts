/*
 * What is derived of a member in SQL: status, chapter, unbroken membership, renewals and terms. The rules are those of
 * domain/member.ts and domain/term.ts; a test holds the two together.
 */
import type { Status } from '../domain/member.js';
import type { Statement } from './statement.js';

export const contact = (statement: Statement): string =>
  statement.join('c', () => 'imis.contacts c on c.member_id = p.member_id');

export const organization = (statement: Statement): string =>
  statement.join('o', () => 'imis.organizations o on o.member_id = p.member_id');

/** The organisation a person works for. */
export const employer = (statement: Statement): string =>
  statement.join('employer', () => 'imis.organizations employer on employer.member_id = p.employer_id');

export const identity = (statement: Statement): string =>
  statement.join('i', () => 'imis.identity i on i.member_id = p.member_id');

/** One value for each status, by the rule of domain/member.ts. */
function statusCase(statement: Statement, sqlOf: (status: Status) => string): string {
  const c = contact(statement);
  return `(case when p.status = 'deceased' then ${sqlOf('deceased')}
    when ${c}.paid_through is null then ${sqlOf('prospect')}
    when p.status = 'suspended' then ${sqlOf('suspended')}
    when ${c}.paid_through >= ${statement.today} then ${sqlOf('active')}
    when ${c}.paid_through >= ${statement.today} - ${statement.graceDays} then ${sqlOf('grace')}
    else ${sqlOf('lapsed')} end)`;
}

export const status = (statement: Statement): string => statusCase(statement, (of) => `'${of}'`);

/** Whether the status is one of these: said at once, which spares comparing texts for every member. */
export const statusIn = (statement: Statement, values: readonly string[]): string =>
  statusCase(statement, (of) => String(values.includes(of)));

/** The chapter joined last, of those still active. */
export const chapter = (statement: Statement): string =>
  `${statement.join(
    'chapter',
    () => `(select distinct on (gm.member_id) gm.member_id, gm.group_id
      from imis.group_members gm join imis.groups g on g.group_id = gm.group_id and g.kind = 'chapter'
      where gm.is_active order by gm.member_id, gm.begins_on desc nulls last, gm.group_id) chapter
      on chapter.member_id = p.member_id`,
  )}.group_id`;

/** Member ids' active groups of a kind, as a text array; null for none. */
export const groupsOf = (statement: Statement, kind: 'committee' | 'sig'): string =>
  `${statement.join(
    kind,
    () => `(select gm.member_id, array_agg(gm.group_id) as ids
      from imis.group_members gm join imis.groups g on g.group_id = gm.group_id and g.kind = '${kind}'
      where gm.is_active group by gm.member_id) ${kind} on ${kind}.member_id = p.member_id`,
  )}.ids`;

/** Terms held, each with whether it continues what came before: it begins by the end of that grace. */
export const heldTerms = (statement: Statement, until: string): string =>
  `select member_id, begins_on, ends_on, coalesce(paid_on, begins_on) as renewed_on, is_first,
      not is_first and begins_on <= reached_on + ${statement.graceDays} + 1 as continues
    from (select member_id, begins_on, ends_on, paid_on,
        max(ends_on) over before as reached_on, row_number() over before = 1 as is_first
      from imis.terms where (is_comp or paid_on is not null) ${until}
      window before as (partition by member_id order by begins_on, ends_on
        rows between unbounded preceding and 1 preceding)) held`;

/**
 * First day of the membership held without a lapse. A run that begins with the first term on record counts from the
 * join date: older terms are not in the data.
 */
export function memberSince(statement: Statement): string {
  const c = contact(statement);
  const run = statement.join(
    'run',
    () => `(select member_id, max(begins_on) as since, bool_and(is_first) as from_first
      from (${heldTerms(statement, `and begins_on <= ${statement.today}`)}) terms
      where not continues group by member_id) run on run.member_id = p.member_id`,
  );
  return `(case when ${run}.since is null then ${c}.joined_on
    when ${run}.from_first then least(${c}.joined_on, ${run}.since) else ${run}.since end)`;
}

/** The day of the latest renewal: the day it was paid. */
export const renewedOn = (statement: Statement): string =>
  `${statement.join(
    'renewal',
    () => `(select member_id, max(renewed_on) as renewed_on
      from (${heldTerms(statement, '')}) terms
      where continues and renewed_on <= ${statement.today} group by member_id) renewal on renewal.member_id = p.member_id`,
  )}.renewed_on`;

/** The term that runs or ran last, and the one before it. */
export function termDays(statement: Statement, which: 'current' | 'previous'): { begins: string; ends: string } {
  const alias = `${which}_term`;
  statement.join(
    alias,
    () => `(select member_id, begins_on, ends_on
      from (select member_id, begins_on, ends_on,
          row_number() over (partition by member_id order by begins_on desc, ends_on desc) as place
        from imis.terms where (is_comp or paid_on is not null) and begins_on <= ${statement.today}) placed
      where place = ${which === 'current' ? 1 : 2}) ${alias} on ${alias}.member_id = p.member_id`,
  );
  return { begins: `${alias}.begins_on`, ends: `${alias}.ends_on` };
}

/** The current primary assignment, the one begun last; null: the membership queue. */
export const manager = (statement: Statement): string =>
  `${statement.join(
    'manager',
    () => `(select distinct on (member_id) member_id, staff_id from imis.assignments
      where is_primary and (begins_on is null or begins_on <= ${statement.today})
        and (ends_on is null or ends_on >= ${statement.today})
      order by member_id, begins_on desc nulls last, assignment_id) manager on manager.member_id = p.member_id`,
  )}.staff_id`;
