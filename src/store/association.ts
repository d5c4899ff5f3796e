import type { Clock } from '../clock.js';
import type { AssociationSettings } from '../settings.js';
import type { Database } from './database.js';

const sql = `insert into copilot.association (name, time_zone, today, grace_days, fiscal_year_starts)
  values ($1, $2, $3, $4, $5)
  on conflict (id) do update set name = excluded.name, time_zone = excluded.time_zone, today = excluded.today,
    grace_days = excluded.grace_days, fiscal_year_starts = excluded.fiscal_year_starts`;

/** Tells the views of `reporting` which day it is and by which rules: at start, and when the day turns. */
export async function writeAssociation(
  database: Database,
  association: AssociationSettings,
  clock: Clock,
): Promise<void> {
  const { name, timeZone, graceDays, fiscalYearStarts } = association;
  await database.query(sql, [name, timeZone, clock.today(), graceDays, fiscalYearStarts]);
}
