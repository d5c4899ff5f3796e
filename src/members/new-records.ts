/** What was added about members in a stretch of days: invoices, payments, notes, cases, registrations, gifts. */
import { inScope } from '../access/scope.js';
import type { Scope } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';

export const recordKinds = [
  'invoices',
  'payments',
  'notes',
  'cases opened',
  'cases closed',
  'registrations',
  'purchases',
  'donations',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Kinds for whoever may see invoices. */
export const moneyKinds: ReadonlySet<RecordKind> = new Set(['invoices', 'payments', 'purchases', 'donations']);

export interface NewRecords {
  readonly count: number;
  /** Latest first. */
  readonly lines: readonly { readonly memberId: string; readonly on: Day; readonly what: string }[];
}

export interface NewRequest {
  readonly scope: Scope;
  readonly from: Day;
  readonly to: Day;
  readonly memberId?: string | undefined;
  readonly limit: number;
}

const sources: Readonly<
  Record<RecordKind, { readonly table: string; readonly day: string; readonly what: string; readonly where?: string }>
> = {
  invoices: { table: 'imis.invoices r', day: 'r.invoiced_on', what: `coalesce(r.invoice_number, r.invoice_id)` },
  payments: { table: 'imis.payments r', day: 'r.paid_on', what: `replace(r.status, '_', ' ')` },
  notes: { table: 'imis.activities r', day: 'r.occurred_on', what: `'note'`, where: `r.kind = 'note'` },
  'cases opened': { table: 'imis.cases r', day: 'r.opened_on', what: 'r.category' },
  'cases closed': { table: 'imis.cases r', day: 'r.closed_on', what: 'r.category' },
  registrations: {
    table: 'imis.registrations r join imis.events e on e.event_id = r.event_id',
    day: 'r.registered_on',
    what: 'e.name',
    where: `r.status = 'registered'`,
  },
  purchases: { table: 'imis.purchases r', day: 'r.purchased_on', what: 'r.product' },
  donations: { table: 'imis.donations r', day: 'r.donated_on', what: 'r.fund' },
};

export async function newRecords(
  database: Transaction,
  kind: RecordKind,
  { scope, from, to, memberId, limit }: NewRequest,
): Promise<NewRecords> {
  const { table, day, what, where = 'true' } = sources[kind];
  const scoped = inScope(scope, 'r.member_id', 5);
  const { rows } = await database.query<{ member_id: string; on: Day; what: string; total: number }>(
    `select r.member_id, ${day}::text as on, ${what} as what, (count(*) over ())::int as total
     from ${table}
     where ${day} between $1::date and $2::date and ($3::text is null or r.member_id = $3) and ${where} and ${scoped.sql}
       and not exists (select from imis.users u where u.member_id = r.member_id and u.is_staff)
     order by ${day} desc, r.member_id limit $4`,
    [from, to, memberId ?? null, limit, ...scoped.parameters],
  );
  return {
    count: rows[0]?.total ?? 0,
    lines: rows.map((row) => ({ memberId: row.member_id, on: row.on, what: row.what })),
  };
}
