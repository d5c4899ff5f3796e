/* What is derived of a member from the records of what they did and owe, in SQL. */
import { contact, heldTerms, statusIn } from './facts.js';
import { moneyRows } from './money-rows.js';
import type { Statement } from './statement.js';

const onMember = (alias: string): string => `${alias} on ${alias}.member_id = p.member_id`;

export const autoRenew = (statement: Statement): string =>
  `${statement.join('renewing', () => `imis.renewal_settings ${onMember('renewing')}`)}.auto_renew`;

/** An invoice is being paid in instalments. */
export const paymentPlan = (statement: Statement): string =>
  `(${statement.join(
    'plan',
    () => `(select distinct member_id from imis.payment_plans where status = 'running') ${onMember('plan')}`,
  )}.member_id is not null)`;

/** Names of certifications held today, or worked towards, as a text array; null for none. */
export function certifications(statement: Statement, which: 'held' | 'in progress'): string {
  const alias = which === 'held' ? 'certified' : 'certifying';
  const held = () => `status = 'certified' and (expires_on is null or expires_on >= ${statement.today})`;
  return `${statement.join(
    alias,
    () => `(select member_id, array_agg(distinct program) as programs from imis.certifications
      where ${which === 'held' ? held() : `status = 'in_progress'`} group by member_id) ${onMember(alias)}`,
  )}.programs`;
}

/** Runs of membership without a lapse: how many, days of the earlier ones, first day of the first. */
const runs = (statement: Statement): string =>
  statement.join(
    'runs',
    () => `(select member_id, count(*) as how_many, min(begins_on) as first_on,
        coalesce(sum(ends_on - begins_on + 1) filter (where not is_last), 0) as earlier_days
      from (select member_id, run, min(begins_on) as begins_on, max(ends_on) as ends_on,
          run = max(run) over (partition by member_id) as is_last
        from (select member_id, begins_on, ends_on, count(*) filter (where not continues)
            over (partition by member_id order by begins_on, ends_on rows unbounded preceding) as run
          from (${heldTerms(statement, `and begins_on <= ${statement.today}`)}) terms) numbered
        group by member_id, run) spans
      group by member_id) ${onMember('runs')}`,
  );

export const rejoined = (statement: Statement): string => `coalesce(${runs(statement)}.how_many > 1, false)`;

/** Years of memberships that ended in a lapse; the first counts from the join date where older terms are not in the data. */
export function earlierYears(statement: Statement): string {
  const held = runs(statement);
  const joined = `${contact(statement)}.joined_on`;
  const before = `case when ${held}.how_many > 1 then greatest(${held}.first_on - ${joined}, 0) end`;
  return `(coalesce(${held}.earlier_days, 0) + coalesce(${before}, 0)) / 365.25`;
}

export const renewals = (statement: Statement): string =>
  `coalesce(${statement.join(
    'renewed',
    () => `(select member_id, count(*) as how_many from (${heldTerms(statement, '')}) terms
      where continues and renewed_on <= ${statement.today} group by member_id) ${onMember('renewed')}`,
  )}.how_many, 0)`;

export const engagement = (statement: Statement): string =>
  statement.join('engaged', () => `copilot.engagement ${onMember('engaged')}`);

const TOP_SHARE = 0.2;

/**
 * Top fifth of the tier by yearly dues and other revenue of 12 months, of those active or in grace. Equals stand
 * together: where everybody pays the same, nobody is. Amounts of another currency than the dues are not looked at.
 */
export function highValue(statement: Statement): string {
  const alias = statement.join(
    'value',
    () => `(select member_id, cume_dist() over (partition by tier, currency order by amount desc) <= ${TOP_SHARE} as is_high
      from (select t.member_id, c.member_type as tier, t.currency,
          t.dues * 365.25 / greatest(t.ends_on - t.begins_on + 1, 1) + coalesce(o.amount, 0) as amount
        from (select distinct on (member_id) member_id, begins_on, ends_on, dues, currency from imis.terms
          where (is_comp or paid_on is not null) and begins_on <= ${statement.today}
          order by member_id, begins_on desc, ends_on desc) t
        join imis.contacts c on c.member_id = t.member_id
          and c.paid_through >= ${statement.today} - ${statement.graceDays}
        join imis.parties q on q.member_id = t.member_id and q.status not in ('deceased', 'suspended')
        left join (select member_id, currency, sum(amount) as amount
          from (${moneyRows('other_revenue', statement)}) x
          where on_day > ${statement.today} - interval '12 months' and on_day <= ${statement.today}
          group by member_id, currency) o on o.member_id = t.member_id and o.currency = t.currency) valued
      ) ${onMember('value')}`,
  );
  const isMember = statusIn(statement, ['active', 'grace']);
  return `(case when ${isMember} then ${alias}.is_high else false end)`;
}

/** Begun and not ended; one without an end lasts a year. */
export const sponsor = (statement: Statement): string =>
  `(${statement.join(
    'sponsoring',
    () => `(select distinct member_id from imis.sponsorships
      where begins_on <= ${statement.today}
        and coalesce(ends_on, (begins_on + interval '1 year')::date - 1) >= ${statement.today}) ${onMember('sponsoring')}`,
  )}.member_id is not null)`;

export const lastPaymentFailed = (statement: Statement): string =>
  `coalesce(${statement.join(
    'last_payment',
    () => `(select distinct on (member_id) member_id, status = 'failed' as failed from imis.payments
      where status in ('received', 'failed') and paid_on <= ${statement.today}
      order by member_id, paid_on desc, payment_id desc) ${onMember('last_payment')}`,
  )}.failed, false)`;

export const openCases = (statement: Statement): string =>
  `coalesce(${statement.join(
    'open_case',
    () => `(select member_id, count(*) as how_many from imis.cases where status = 'open'
      group by member_id) ${onMember('open_case')}`,
  )}.how_many, 0)`;

/** Days since the due date of the oldest open invoice; null where none is overdue. */
export const daysOverdue = (statement: Statement): string =>
  `(${statement.today} - ${statement.join(
    'owing',
    () => `(select member_id, min(due_on) as due_on from imis.invoices
      where balance > 0 and due_on < ${statement.today} group by member_id) ${onMember('owing')}`,
  )}.due_on)`;
