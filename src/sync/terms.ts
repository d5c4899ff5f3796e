/*
 * Terms from dues lines: one paid or complimentary line is one term. A line whose period lies within another's (billed
 * twice, or an upgrade during the term) makes none; of two with the same period the one paid first counts. What does
 * not agree is in the data-quality report.
 */
import type { Transaction } from '../store/database.js';

// Members in one transaction.
const BATCH = 500;

const derive = `
with lines as materialized (
  select * from copilot.paid_dues_lines where member_id = any($1::text[]) and begins_on <= through_on
), kept as (
  select l.*, md5(row(l.member_id, l.tier_code, l.begins_on, l.through_on, l.dues, l.currency, l.paid_on, l.is_comp)::text) as hash
  from lines l where not exists (
    select 1 from lines o
    where o.member_id = l.member_id and o.invoice_line_id <> l.invoice_line_id
      and o.begins_on <= l.begins_on and o.through_on >= l.through_on
      and (o.begins_on < l.begins_on or o.through_on > l.through_on
           or (coalesce(o.paid_on, 'infinity'), o.invoice_line_id) < (coalesce(l.paid_on, 'infinity'), l.invoice_line_id)))
), gone as (
  delete from imis.terms t
  where t.member_id = any($1::text[]) and not exists (select 1 from kept k where k.invoice_line_id = t.term_id)
)
insert into imis.terms as t (term_id, member_id, tier_code, begins_on, ends_on, dues, currency, paid_on, is_comp,
                             invoice_line_id, source_key, source_updated_on, read_at, content_hash)
select invoice_line_id, member_id, tier_code, begins_on, through_on, dues, currency, paid_on, is_comp,
       invoice_line_id, source_key, source_updated_on, $2::timestamptz, hash
from kept
on conflict (term_id) do update set
  member_id = excluded.member_id, tier_code = excluded.tier_code, begins_on = excluded.begins_on,
  ends_on = excluded.ends_on, dues = excluded.dues, currency = excluded.currency, paid_on = excluded.paid_on,
  is_comp = excluded.is_comp, source_updated_on = excluded.source_updated_on,
  read_at = case when t.content_hash = excluded.content_hash then t.read_at else excluded.read_at end,
  content_hash = excluded.content_hash
where t.content_hash <> excluded.content_hash or t.source_updated_on is distinct from excluded.source_updated_on`;

export async function haveTermsBeenDerived(database: Transaction): Promise<boolean> {
  const { rows } = await database.query('select 1 from copilot.sync_terms');
  return rows.length > 0;
}

/** Every member with a dues line, or with a term that may have lost its line. */
export async function deriveAllTerms(
  transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>,
  readAt: string,
): Promise<number> {
  let derived = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const members: readonly string[] = await transact(async (transaction) => {
      const { rows } = await transaction.query<{ member_id: string }>(
        `select member_id from (select member_id from imis.invoice_lines union select member_id from imis.terms) m
         where member_id > $1 order by member_id limit ${BATCH}`,
        [after],
      );
      const ids = rows.map(({ member_id }) => member_id);
      if (ids.length > 0) await transaction.query(derive, [ids, readAt]);
      return ids;
    });
    derived += members.length;
    after = members.at(-1);
  }
  await transact((transaction) =>
    transaction.query('insert into copilot.sync_terms (derived_at) values ($1) on conflict do nothing', [readAt]),
  );
  return derived;
}

/** Members whose invoices, lines or payments changed since. */
export async function deriveTouchedTerms(
  transact: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>,
  readAt: string,
): Promise<number> {
  let derived = 0;
  for (;;) {
    const members = await transact(async (transaction) => {
      const ids = await takeTouched(transaction);
      if (ids.length > 0) await transaction.query(derive, [ids, readAt]);
      return ids;
    });
    if (members.length === 0) return derived;
    derived += members.length;
  }
}

/** Some touched members, taken off the list: invoices stand for everybody with a line on them. */
async function takeTouched(transaction: Transaction): Promise<readonly string[]> {
  const { rows } = await transaction.query<{ member_id: string | null }>(
    `with taken as (
       delete from copilot.sync_touched
       where (scope, id) in (select scope, id from copilot.sync_touched order by scope, id limit ${BATCH})
       returning scope, id)
     select id as member_id from taken where scope = 'member'
     union select l.member_id from taken join imis.invoice_lines l on scope = 'invoice' and l.invoice_id = taken.id
     union select null from taken`,
  );
  // The row without a member says that something was taken, even where an invoice has no line yet.
  return rows.map(({ member_id }) => member_id ?? '');
}
