/** Cases and notes of one member, in words without personal details: texts as the redaction left them. */
import type { Day } from '../domain/day.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Transaction } from '../store/database.js';
import { type Latest, shortened } from './latest.js';

export interface CaseLine {
  readonly category: string;
  readonly status: 'open' | 'closed';
  readonly openedOn: Day;
  readonly closedOn?: Day;
  readonly text?: string;
  readonly resolution?: string;
}

export interface NoteLine {
  readonly on: Day;
  /** Pseudonym of the author, where iMIS says who. */
  readonly author?: string;
  readonly text?: string;
}

type CaseRow = Omit<CaseLine, 'closedOn' | 'text' | 'resolution'> & {
  closedOn: Day | null;
  text: string | null;
  resolution: string | null;
  total: number;
};
type NoteRow = { on: Day; author_id: string | null; text: string | null; total: number };

const MOST_LINES = 5;

export async function casesOf(database: Transaction, memberId: string): Promise<Latest<CaseLine>> {
  const { rows } = await database.query<CaseRow>(
    `select c.category, c.status, c.opened_on::text as "openedOn", c.closed_on::text as "closedOn",
            concat_ws(': ', nullif(t.subject, ''), t.body) as text, r.body as resolution, (count(*) over ())::int as total
     from imis.cases c
     left join copilot.redacted_texts t on t.text_id = 'case-' || c.case_id
     left join copilot.redacted_texts r on r.text_id = 'case_resolution-' || c.case_id
     where c.member_id = $1 order by c.opened_on desc, c.case_id desc limit ${MOST_LINES}`,
    [memberId],
  );
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map(({ category, status, openedOn, closedOn, text, resolution }) => ({
      category,
      status,
      openedOn,
      ...(closedOn && { closedOn }),
      ...(text && { text: shortened(text) }),
      ...(resolution && { resolution: shortened(resolution) }),
    })),
  };
}

export async function notesOf(database: Transaction, memberId: string): Promise<Latest<NoteLine>> {
  const { rows } = await database.query<NoteRow>(
    `select a.occurred_on::text as on, a.author_id, concat_ws(': ', nullif(t.subject, ''), t.body) as text,
            (count(*) over ())::int as total
     from imis.activities a left join copilot.redacted_texts t on t.text_id = a.activity_id
     where a.member_id = $1 and a.kind = 'note' order by a.occurred_on desc, a.activity_id desc limit ${MOST_LINES}`,
    [memberId],
  );
  const authors = await pseudonymsFor(
    database,
    rows.flatMap((row) => row.author_id ?? []),
  );
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map(({ on, author_id, text }) => {
      const author = authors.get(author_id ?? '');
      return { on, ...(author && { author }), ...(text && { text: shortened(text) }) };
    }),
  };
}
