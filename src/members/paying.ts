/** How one member pays: automatic renewal and payment plans. */
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';

export interface PaymentPlan {
  readonly beginsOn: Day;
  readonly status: 'running' | 'finished' | 'broken';
  readonly installments: number;
  readonly paid: number;
}

export interface Paying {
  /** Absent where iMIS does not say. */
  readonly autoRenews?: boolean;
  /** Latest first, at most three. */
  readonly plans: readonly PaymentPlan[];
  readonly total: number;
}

const MOST_PLANS = 3;

export async function payingOf(database: Transaction, memberId: string): Promise<Paying> {
  const [setting] = (
    await database.query<{ autoRenews: boolean }>(
      'select auto_renew as "autoRenews" from imis.renewal_settings where member_id = $1',
      [memberId],
    )
  ).rows;
  const { rows } = await database.query<PaymentPlan & { total: number }>(
    `select begins_on::text as "beginsOn", status, installments, paid_installments as paid, (count(*) over ())::int as total
     from imis.payment_plans where member_id = $1 order by begins_on desc, plan_id desc limit ${MOST_PLANS}`,
    [memberId],
  );
  return {
    ...(setting && { autoRenews: setting.autoRenews }),
    plans: rows.map(({ total: _, ...plan }) => plan),
    total: rows[0]?.total ?? 0,
  };
}
