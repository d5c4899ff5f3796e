import type { Day } from '../domain/day.js';
import type { Database } from '../store/database.js';

/** Open invoices of one currency: amounts of different currencies are never added. */
export interface OpenInvoices {
  readonly currency: string;
  readonly count: number;
  /** Whole minor units. */
  readonly balance: number;
  /** Of those, past their due date. */
  readonly overdue: number;
  readonly oldestDueOn?: Day;
}

type Row = { currency: string; count: number; balance: string; overdue: number; oldest: Day | null };

export async function openInvoices(database: Database, memberId: string, today: Day): Promise<readonly OpenInvoices[]> {
  const found = await database.query<Row>(
    `select currency, count(*)::int as count, sum(balance)::text as balance,
            (count(*) filter (where due_on < $2))::int as overdue, min(due_on)::text as oldest
     from imis.invoices where member_id = $1 and balance > 0 group by currency order by currency`,
    [memberId, today],
  );
  return found.rows.map(({ oldest, balance, ...row }) => ({
    ...row,
    balance: Number(balance),
    ...(oldest ? { oldestDueOn: oldest } : {}),
  }));
}
