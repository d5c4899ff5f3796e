import type { Day } from '../domain/day.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Database } from '../store/database.js';

export interface NoteDate {
  readonly on: Day;
  /** Pseudonym of the author, where iMIS says who. */
  readonly author?: string;
}

const MOST_NOTES = 5;

/** When the last notes were written and by whom, latest first; what they say is other people's words and not here. */
export async function noteDates(database: Database, memberId: string): Promise<readonly NoteDate[]> {
  const found = await database.query<{ on: Day; author_id: string | null }>(
    `select occurred_on::text as on, author_id from imis.activities
     where member_id = $1 and kind = 'note' order by occurred_on desc, activity_id desc limit ${MOST_NOTES}`,
    [memberId],
  );
  const authors = await pseudonymsFor(
    database,
    found.rows.flatMap((row) => row.author_id ?? []),
  );
  return found.rows.map((row) => {
    const author = authors.get(row.author_id ?? '');
    return author ? { on: row.on, author } : { on: row.on };
  });
}
