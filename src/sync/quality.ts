import type { Database } from '../store/database.js';
import { reachOfKinds } from './reach.js';
import { type DataQuality, type DisagreementKind, entities } from './report.js';
import { sources } from './sources/all.js';
import { statesOf } from './state.js';

const SAMPLE = 10;

/** What is missing, how far back each kind reaches, what did not fit and what does not agree. Looks at the store, not at iMIS. */
export async function qualityOf(database: Database): Promise<DataQuality> {
  return {
    missing: await missing(database),
    reach: await reachOfKinds(database),
    rejects: await rejects(database),
    disagreements: await disagreements(database),
  };
}

async function missing(database: Database): Promise<DataQuality['missing']> {
  const states = await statesOf(database);
  const found: { entity: (typeof entities)[number]; reason: string }[] = [];
  for (const entity of entities) {
    const source = sources.find((one) => one.entity === entity);
    if (!states.get(entity)?.fullAt) found.push({ entity, reason: 'never read to its end' });
    else if (source && (await isEmpty(database, source.tables[0].name, source.owns)))
      found.push({ entity, reason: 'iMIS lists no row that fits' });
  }
  return found;
}

async function isEmpty(database: Database, table: string, owns = 'true'): Promise<boolean> {
  const { rows } = await database.query(`select 1 from imis.${table} t where ${owns} limit 1`);
  return rows.length === 0;
}

async function rejects(database: Database): Promise<DataQuality['rejects']> {
  const { rows } = await database.query<{ entity: string; rows: number; sample: string[] }>(
    `select entity, count(*)::integer as rows, (array_agg(source_key order by source_key))[1:${SAMPLE}] as sample
     from imis.rejects group by entity order by entity`,
  );
  const counted = await reasonsOf(database);
  return rows.map((row) => ({ ...row, reasons: counted.get(row.entity) ?? [] }));
}

/** Reasons of rejected rows by entity, most frequent first. */
export async function reasonsOf(
  database: Database,
): Promise<ReadonlyMap<string, readonly { readonly reason: string; readonly rows: number }[]>> {
  const { rows } = await database.query<{ entity: string; reason: string; rows: number }>(
    `select entity, reason, count(*)::integer as rows from imis.rejects, unnest(reasons) as reason
     group by entity, reason order by entity, rows desc, reason`,
  );
  const byEntity = new Map<string, { reason: string; rows: number }[]>();
  for (const { entity, ...reason } of rows) byEntity.set(entity, [...(byEntity.get(entity) ?? []), reason]);
  return byEntity;
}

// Each select gives the ids to look at; the last paid day by the terms is compared with CsContact.PaidThrough.
const lastDays = `
select c.member_id, c.paid_through, t.ends_on
from imis.contacts c left join (select member_id, max(ends_on) as ends_on from imis.terms group by member_id) t
  on t.member_id = c.member_id`;
const withoutTerm = `
from copilot.paid_dues_lines l where not exists (select 1 from imis.terms t where t.term_id = l.invoice_line_id)`;
const looks: Readonly<Record<DisagreementKind, string>> = {
  paid_through_after_terms: `select member_id as id from (${lastDays}) d where paid_through > ends_on`,
  paid_through_before_terms: `select member_id as id from (${lastDays}) d where paid_through < ends_on`,
  paid_through_without_term: `select member_id as id from (${lastDays}) d where paid_through is not null and ends_on is null`,
  term_without_paid_through: `select member_id as id from (${lastDays}) d where paid_through is null and ends_on is not null`,
  dues_line_within_another: `select member_id as id ${withoutTerm} and l.begins_on <= l.through_on`,
  dues_line_without_period: `select member_id as id ${withoutTerm} and (l.begins_on <= l.through_on) is not true`,
  dues_lines_overlap: `
    select distinct t.member_id as id from imis.terms t join imis.terms o
      on o.member_id = t.member_id and o.term_id <> t.term_id and o.begins_on between t.begins_on and t.ends_on`,
};

async function disagreements(database: Database): Promise<DataQuality['disagreements']> {
  const found: { kind: DisagreementKind; rows: number; sample: readonly string[] }[] = [];
  for (const [kind, look] of Object.entries(looks) as [DisagreementKind, string][]) {
    const { rows } = await database.query<{ rows: number; sample: string[] | null }>(
      `select count(*)::integer as rows, (array_agg(id order by id))[1:${SAMPLE}] as sample from (${look}) as l`,
    );
    const [counted] = rows;
    if (counted && counted.rows > 0) found.push({ kind, rows: counted.rows, sample: counted.sample ?? [] });
  }
  return found;
}
