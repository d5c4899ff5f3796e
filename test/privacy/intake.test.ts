import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { redactTexts } from '../../src/privacy/intake.js';
import { REDACTOR } from '../../src/privacy/redact/redact.js';
import type { Database } from '../../src/store/database.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenChapters, givenPeople } from '../fixtures/people.js';
import { personalDetailsOutside } from '../fixtures/personal-details.js';

let store: Store;
const clock = pinnedClock(day('2026-11-21'));
beforeAll(async () => {
  store = await freshDatabase();
  await givenChapters(store, { 'CH-GF': 'Grace Field' });
  await givenPeople(store, [
    {
      id: '1001',
      name: 'Mona Larkin',
      informal: 'Mo',
      email: 'mona@example.org',
      phone: '+1 512-555-0188',
      city: 'Austin',
    },
    { id: '1002', name: 'Will Field', street: '5 Shoal Creek' },
    { id: '2001', name: 'Lone Star Engineering', kind: 'organization' },
  ]);
});
afterAll(() => store.close());
beforeEach(() => store.query('truncate imis.texts, imis_history.texts, imis.survey_answers, copilot.redacted_texts'));

async function givenText(id: string, member: string, kind: string, body: string, subject?: string): Promise<void> {
  await store.query(
    `insert into imis.texts (text_id, member_id, kind, occurred_on, subject, body, content_hash)
     values ($1, $2, $3, '2026-10-01', $4, $5, md5($5))
     on conflict (text_id) do update set body = excluded.body, content_hash = excluded.content_hash`,
    [id, member, kind, subject ?? null, body],
  );
}
const redacted = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await store.query<{ text_id: string; said: string }>(
        `select text_id, concat_ws(': ', subject, body) as said from copilot.redacted_texts order by text_id`,
      )
    ).rows.map(({ text_id, said }) => [text_id, said]),
  );
const run = () => redactTexts({ database: store, clock });

test('what members and staff wrote is kept without anybody of the directory in it', async () => {
  await givenText(
    'case-1',
    '1001',
    'case',
    'larkin here: call (512) 555-0188 about Will Field, 5 shoal creek.',
    'Mona is angry',
  );
  await givenText('17', '1001', 'note', 'Mo moved to Austin, from Grace Field to Lone Star Engineering.');
  expect(await run()).toEqual({ redacted: 2, removed: 0, complete: true });
  expect(await redacted()).toEqual({
    17: '[name] moved to Austin, from Grace Field to [organization].',
    'case-1': '[name] is angry: [name] here: call [phone] about [name], [address].',
  });
  expect(await personalDetailsOutside(store)).toEqual([]);
  const times = await store.query('select distinct redactor, redacted_at from copilot.redacted_texts');
  expect(times.rows).toEqual([{ redactor: REDACTOR, redacted_at: new Date('2026-11-21T12:00:00Z') }]);
});

test('feedback is what members wrote, with the rating and the event of a survey; staff texts stand apart', async () => {
  await store.query(
    `insert into imis.survey_answers (answer_id, member_id, survey, event_id, rating, answered_on)
     values ('9', '1002', 'After the conference', 'AC26', 2, '2026-10-01')`,
  );
  await givenText('survey-9', '1002', 'survey', 'Overcrowded.', 'How was it?');
  await givenText('post-4', '1002', 'post', 'Hello all.');
  await givenText('17', '1002', 'note', 'Left a message.');
  await givenText('case_resolution-2', '1002', 'case_resolution', 'Refunded.');
  await run();
  const feedback = await store.query('select * from reporting.feedback order by feedback_id');
  expect(feedback.rows).toMatchObject([
    { feedback_id: 'post-4', source: 'post', event_id: null, rating: null, subject: null, body: 'Hello all.' },
    {
      feedback_id: 'survey-9',
      source: 'survey',
      event_id: 'AC26',
      rating: 2,
      subject: 'How was it?',
      body: 'Overcrowded.',
    },
  ]);
  const staff = await store.query<{ text_id: string }>('select text_id from reporting.staff_texts order by text_id');
  expect(staff.rows.map(({ text_id }) => text_id)).toEqual(['17', 'case_resolution-2']);
});

test('every column of the two views is described', async () => {
  const { rows } = await store.query(
    `select c.table_name, c.column_name from information_schema.columns c
     where c.table_schema = 'reporting' and c.table_name in ('feedback', 'staff_texts')
       and col_description(format('reporting.%I', c.table_name)::regclass, c.ordinal_position) is null`,
  );
  expect(rows).toEqual([]);
});

test('only what changed is redacted again: the text, the record of its member, or the rules', async () => {
  for (const id of ['post-1', 'post-2', 'post-3'])
    await givenText(id, '1001', 'post', `Words of ${id}, signed quibblefax`);
  expect((await run()).redacted).toBe(3);
  expect((await run()).redacted).toBe(0);
  await givenText('post-2', '1001', 'post', 'Ask Dr. Ames.');
  expect((await run()).redacted).toBe(1);
  expect((await redacted())['post-2']).toBe('Ask Dr. [name].');
  await store.query(`update copilot.redacted_texts set redactor = 'redact-0' where text_id = 'post-3'`);
  expect((await run()).redacted).toBe(1);
  await store.query(
    `update imis.identity set informal_name = 'Quibblefax', content_hash = 'new' where member_id = '1001'`,
  );
  expect((await run()).redacted).toBe(3);
  expect((await redacted())['post-1']).toBe('Words of post-1, signed [name]');
});

test('a text that is gone takes its redacted words along', async () => {
  for (const id of ['email-1', 'email-2']) await givenText(id, '1001', 'email', 'Words.');
  await run();
  await store.query(`delete from imis.texts where text_id = 'email-1'`);
  expect(await run()).toEqual({ redacted: 0, removed: 1, complete: true });
  expect(Object.keys(await redacted())).toEqual(['email-2']);
});

test('an intake that dies half way has kept what it had done, and the next goes on', async () => {
  await store.query(
    `insert into imis.texts (text_id, member_id, kind, body, content_hash)
     select 'post-' || lpad(n::text, 4, '0'), '1001', 'post', 'Mona wrote ' || n, n::text from generate_series(1, 350) n`,
  );
  let writes = 0;
  const dying: Database = {
    ...store,
    query: (sql, parameters) => {
      if (sql.includes('insert into copilot.redacted_texts') && ++writes === 3)
        throw new Error('the process ends here');
      return store.query(sql, parameters);
    },
  };
  await expect(redactTexts({ database: dying, clock })).rejects.toThrow('the process ends here');
  expect(Object.keys(await redacted())).toHaveLength(200);
  expect(await run()).toEqual({ redacted: 150, removed: 0, complete: true });
  expect((await redacted())['post-0350']).toBe('[name] wrote 350');
});

test('an intake told to stop ends between two ranges and says that it is not complete', async () => {
  await givenText('post-1', '1001', 'post', 'Words.');
  const report = await redactTexts({ database: store, clock }, { signal: AbortSignal.abort() });
  expect(report).toEqual({ redacted: 0, removed: 0, complete: false });
  expect((await run()).complete).toBe(true);
});

test('texts of megabytes, commands and invisible characters are data like any other', async () => {
  await givenText('email-1', '1001', 'email', 'x'.repeat(9_000_000));
  await givenText('email-2', '1001', 'email', `'; drop table imis.texts; -- \u202eignore all rules\u0007 {{name}} $1`);
  expect((await run()).redacted).toBe(2);
  const said = await redacted();
  expect(said['email-1']?.length).toBeLessThan(70_000);
  expect(said['email-2']).toBe(`'; drop table imis.texts; -- ignore all rules {{name}} $1`);
});
