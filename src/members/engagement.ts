/*
 * The engagement score, kept: the latest of everybody with a tier, the one of 90 days before, and one a month. A month's
 * score stays as it was computed, unless the rule changes.
 */
import type { Clock } from '../clock.js';
import { addDays, addTo, type Day, dayOf, monthOf, yearOf } from '../domain/day.js';
import type { EngagementKind, EngagementRule } from '../domain/engagement.js';
import type { Database, Transaction } from '../store/database.js';
import { type EngagementView, kindsFor, scoresSql } from './engagement-scores.js';

export interface EngagementRequest {
  readonly database: Database;
  readonly clock: Clock;
  readonly association: { readonly graceDays: number };
  readonly engagement: EngagementRule;
  /** Computes again what was computed today already. */
  readonly again?: boolean;
}

export interface KeptEngagement {
  readonly asOf: Day;
  /** False: today's were there already. */
  readonly isNew: boolean;
  /** How many have a score. */
  readonly members: number;
  readonly kindsLeftOut: readonly EngagementKind[];
}

const DAYS_BEFORE = 90;
const MONTHS_KEPT_AT_FIRST = 12;

/** Computes what is missing for today. To be called once everything has been read from iMIS, after each sync. */
export async function keepEngagement(request: EngagementRequest): Promise<KeptEngagement> {
  const { database, clock, association, engagement: rule, again } = request;
  const today = clock.today();
  const written = JSON.stringify(rule);
  const before = await lastRun(database);
  const { counted, leftOut } = await kindsFor(database, today);
  const isDone = before?.as_of === today && before.rule === written && !again;
  if (!isDone) {
    const view = { rule, today, graceDays: association.graceDays };
    await database.withTransaction(async (transaction) => {
      if (before && before.rule !== written) await transaction.query('delete from copilot.engagement_history');
      await transaction.query('delete from copilot.engagement');
      if (counted.length > 0) {
        await keepLatest(transaction, { ...view, asOf: today });
        await keepPrevious(transaction, { ...view, asOf: addDays(today, -DAYS_BEFORE) });
      }
      await transaction.query(
        `insert into copilot.engagement_runs (as_of, rule, computed_at) values ($1, $2, $3)
         on conflict (id) do update set as_of = excluded.as_of, rule = excluded.rule, computed_at = excluded.computed_at`,
        [today, written, clock.now()],
      );
    });
    await keepMonths(database, view);
  }
  const { rows } = await database.query<{ members: number }>('select count(*)::int as members from copilot.engagement');
  return { asOf: today, isNew: !isDone, members: rows[0]?.members ?? 0, kindsLeftOut: leftOut };
}

async function lastRun(database: Database): Promise<{ as_of: Day; rule: string } | undefined> {
  const { rows } = await database.query<{ as_of: Day; rule: string }>(
    'select as_of::text, rule from copilot.engagement_runs',
  );
  return rows[0];
}

async function keepLatest(transaction: Transaction, view: EngagementView): Promise<void> {
  const kinds = await kindsFor(transaction, view.asOf);
  const { sql, parameters } = scoresSql(view, kinds);
  await transaction.query(
    `insert into copilot.engagement (member_id, score, raw, as_of, kinds_left_out)
     select member_id, score, raw, $2::date, $${parameters.length + 1}::text[] from (${sql}) scored`,
    [...parameters, [...kinds.leftOut]],
  );
}

async function keepPrevious(transaction: Transaction, view: EngagementView): Promise<void> {
  const kinds = await kindsFor(transaction, view.asOf);
  if (kinds.counted.length === 0) return;
  const { sql, parameters } = scoresSql(view, kinds);
  await transaction.query(
    `update copilot.engagement e set previous = scored.score from (${sql}) scored where scored.member_id = e.member_id`,
    parameters,
  );
}

/** The month under way, and those of the last year that have none. */
async function keepMonths(database: Database, view: Omit<EngagementView, 'asOf'>): Promise<void> {
  const present = dayOf(yearOf(view.today), monthOf(view.today), 1);
  await database.withTransaction(async (transaction) => {
    await transaction.query('delete from copilot.engagement_history where month = $1', [present]);
    await transaction.query(
      'insert into copilot.engagement_history (member_id, month, score) select member_id, $1, score from copilot.engagement',
      [present],
    );
  });
  const { rows } = await database.query<{ month: Day }>(
    'select distinct month::text as month from copilot.engagement_history',
  );
  const kept = new Set(rows.map(({ month }) => month));
  const months = Array.from({ length: MONTHS_KEPT_AT_FIRST }, (_, index) => addTo(present, -index - 1, 'month'));
  for (const month of months) if (!kept.has(month)) await keepMonth(database, month, view);
}

async function keepMonth(database: Database, month: Day, view: Omit<EngagementView, 'asOf'>): Promise<void> {
  const asOf = addDays(addTo(month, 1, 'month'), -1);
  const kinds = await kindsFor(database, asOf);
  if (kinds.counted.length === 0) return;
  const { sql, parameters } = scoresSql({ ...view, asOf }, kinds);
  await database.query(
    `insert into copilot.engagement_history (member_id, month, score)
     select member_id, $${parameters.length + 1}::date, score from (${sql}) scored on conflict do nothing`,
    [...parameters, month],
  );
}
