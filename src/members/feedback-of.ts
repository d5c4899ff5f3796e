/** What one member wrote to the association and its communities: texts as the redaction left them. */
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';
import { type Latest, shortened } from './latest.js';

export interface FeedbackLine {
  readonly on: Day;
  /** The community of a post; the survey of an answer, with its event; "to the association" of a letter. */
  readonly where: string;
  /** 1 to 5, where one was asked. */
  readonly rating?: number;
  readonly text?: string;
}

export type FeedbackOf = Latest<FeedbackLine>;

export interface Feedback {
  readonly posts: FeedbackOf;
  readonly answers: FeedbackOf;
  readonly letters: FeedbackOf;
}

type Row = { on: Day; where: string; rating: number | null; text: string | null; total: number };

const MOST_LINES = 3;
const TEXT = `concat(t.subject || case when t.subject ~ '[.?!:]$' then ' ' when t.subject <> '' then ': ' end, t.body) as text,
         (count(*) over ())::int as total`;

const POSTS = `
  select p.posted_on::text as on, p.community as where, null::int as rating, ${TEXT}
  from imis.posts p left join copilot.redacted_texts t on t.text_id = 'post-' || p.post_id
  where p.member_id = $1 order by p.posted_on desc, p.post_id desc limit ${MOST_LINES}`;

const ANSWERS = `
  select a.answered_on::text as on, case when strpos(a.survey, e.name) > 0 then a.survey else concat_ws(', ', a.survey, e.name) end as where, a.rating, ${TEXT}
  from imis.survey_answers a
  left join imis.events e on e.event_id = a.event_id
  left join copilot.redacted_texts t on t.text_id = 'survey-' || a.answer_id
  where a.member_id = $1 order by a.answered_on desc, a.answer_id desc limit ${MOST_LINES}`;

const LETTERS = `
  select l.received_on::text as on, 'to the association' as where, null::int as rating, ${TEXT}
  from imis.emails l left join copilot.redacted_texts t on t.text_id = 'email-' || l.email_id
  where l.member_id = $1 order by l.received_on desc, l.email_id desc limit ${MOST_LINES}`;

/** The latest posts, answers to surveys and letters. */
export async function feedbackOf(database: Transaction, memberId: string): Promise<Feedback> {
  const latest = async (sql: string): Promise<FeedbackOf> => {
    const { rows } = await database.query<Row>(sql, [memberId]);
    return {
      total: rows[0]?.total ?? 0,
      lines: rows.map(({ on, where, rating, text }) => ({
        on,
        where,
        ...(rating !== null && { rating }),
        ...(text && { text: shortened(text) }),
      })),
    };
  };
  return { posts: await latest(POSTS), answers: await latest(ANSWERS), letters: await latest(LETTERS) };
}
