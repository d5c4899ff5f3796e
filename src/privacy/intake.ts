/*
 * Free text at intake: imis.texts keeps the words as they came, copilot.redacted_texts what everybody else may read. A
 * text is redacted again when it, the record of its member or the rules have changed.
 */
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import type { Database } from '../store/database.js';
import type { RedactionContext } from './redact/context.js';
import { MOST_CHARACTERS, REDACTOR, redact } from './redact/redact.js';
import { OWN_COLUMNS, type OwnRow, ownOf } from './redact/stored-context.js';
import { storedDirectory } from './redact/stored-directory.js';
import { storedVocabulary } from './redact/stored-vocabulary.js';

export interface IntakeParts {
  readonly database: Database;
  readonly clock: Clock;
}

export interface IntakeReport {
  /** Texts that were new, changed, or redacted by earlier rules. */
  readonly redacted: number;
  /** Redacted texts whose text is gone. */
  readonly removed: number;
  /** False when the signal stopped it: the next call goes on. */
  readonly complete: boolean;
}

// Keys looked at in one statement, and texts committed together: 100 take about as long as a page of a sync.
const RANGE = 1000;
const TOGETHER = 100;
// The embedded database counts rows for its planner when told to.
const WORTH_COUNTING = 500;

/**
 * Redacts every text of imis.texts that is new or changed, in short ranges, each committed: called again after a crash it
 * goes on. Stops between two ranges when the signal says so.
 */
export async function redactTexts(
  { database, clock }: IntakeParts,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<IntakeReport> {
  let known: Pick<RedactionContext, 'directory' | 'vocabulary'> | undefined;
  let redacted = 0;
  for (let last: string | undefined = ''; last !== undefined; ) {
    if (signal?.aborted) return { redacted, removed: 0, complete: false };
    const range: Range = await dueAfter(database, last);
    for (let from = 0; from < range.due.length; from += TOGETHER) {
      if (signal?.aborted) return { redacted, removed: 0, complete: false };
      known ??= { directory: await storedDirectory(database), vocabulary: await storedVocabulary(database) };
      const some = range.due.slice(from, from + TOGETHER);
      const done: Redacted[] = [];
      for (const text of some) {
        done.push(redactedOf(text, { ...known, own: ownOf(text) }));
        // Others have the thread between two texts: this is work in the background.
        await setImmediate();
      }
      await keep(database, done, clock.now());
      redacted += done.length;
    }
    last = range.last;
  }
  const removed = await database.query(
    `delete from copilot.redacted_texts r where not exists (select 1 from imis.texts t where t.text_id = r.text_id)`,
  );
  if (redacted >= WORTH_COUNTING) await database.query('vacuum (analyze) copilot.redacted_texts');
  return { redacted, removed: removed.rowCount ?? 0, complete: true };
}

interface Due extends OwnRow {
  readonly text_id: string;
  readonly kind: string;
  readonly occurred_on: string | null;
  readonly event_id: string | null;
  readonly subject: string | null;
  readonly body: string;
  readonly source_hash: string;
}

interface Range {
  readonly due: readonly Due[];
  /** Undefined when no text is left. */
  readonly last: string | undefined;
}

async function dueAfter(database: Database, after: string): Promise<Range> {
  const keys = await database.query<{ last: string | null }>(
    `select max(text_id) as last from (select text_id from imis.texts where text_id > $1 order by text_id limit ${RANGE}) t`,
    [after],
  );
  const last = keys.rows[0]?.last ?? undefined;
  if (last === undefined) return { due: [], last };
  const { rows } = await database.query<Due>(
    `select t.text_id, t.member_id, t.kind, t.occurred_on, s.event_id, t.subject,
            left(t.body, ${MOST_CHARACTERS + 1}) as body, t.content_hash || ' ' || coalesce(i.content_hash, '') as source_hash,
            ${OWN_COLUMNS}
     from imis.texts t
     left join imis.identity i on i.member_id = t.member_id
     left join imis.parties p on p.member_id = t.member_id
     left join imis.survey_answers s on t.kind = 'survey' and s.answer_id = substr(t.text_id, length('survey-') + 1)
     left join copilot.redacted_texts r on r.text_id = t.text_id
     where t.text_id > $1 and t.text_id <= $2
       and (r.text_id is null or r.redactor <> $3 or r.event_id is distinct from s.event_id
            or r.source_hash <> t.content_hash || ' ' || coalesce(i.content_hash, ''))
     order by t.text_id`,
    [after, last, REDACTOR],
  );
  return { due: rows, last };
}

interface Redacted {
  readonly text: Due;
  readonly subject: string | undefined;
  readonly body: string;
}

const redactedOf = (text: Due, context: RedactionContext): Redacted => ({
  text,
  subject: text.subject === null ? undefined : redact(text.subject, context).text,
  body: redact(text.body, context).text,
});

async function keep(database: Database, done: readonly Redacted[], at: Date): Promise<void> {
  await database.query(
    `insert into copilot.redacted_texts
       (text_id, member_id, kind, occurred_on, event_id, subject, body, source_hash, redactor, redacted_at)
     select n.*, $9, $10::timestamptz
     from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[]) as n
     on conflict (text_id) do update set member_id = excluded.member_id, kind = excluded.kind,
       occurred_on = excluded.occurred_on, event_id = excluded.event_id, subject = excluded.subject, body = excluded.body,
       source_hash = excluded.source_hash, redactor = excluded.redactor, redacted_at = excluded.redacted_at`,
    [
      done.map(({ text }) => text.text_id),
      done.map(({ text }) => text.member_id),
      done.map(({ text }) => text.kind),
      done.map(({ text }) => text.occurred_on),
      done.map(({ text }) => text.event_id),
      done.map(({ subject }) => subject ?? null),
      done.map(({ body }) => body),
      done.map(({ text }) => text.source_hash),
      REDACTOR,
      at.toISOString(),
    ],
  );
}
