import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeParty } from '../../src/imis/contracts/party.js';
import { encodeRow } from '../../src/imis/contracts/row.js';
import type { Wire } from '../../src/imis/contracts/wire.js';
import { queries } from '../../src/imis/pack.js';
import type { Page } from '../../src/imis/port.js';
import { createReader } from '../../src/imis/read.js';
import { examples } from './examples.js';
import { json, pageOf, startSite } from './site.js';

const parties = (count: number): Wire[] =>
  Array.from({ length: count }, (_, index) => encodeParty({ ...examples.Party, partyId: String(index + 1) }));

const keysOf = async <T>(pages: AsyncIterable<Page<T>>): Promise<string[]> => {
  const keys: string[] = [];
  for await (const page of pages) keys.push(...page.rows.map((row) => row.key));
  return keys;
};

test('every row comes once and in order, whatever the size of the list and of its pages', async () => {
  await using site = await startSite((asked, response) => json(response, 200, pageOf(rows, asked.query)));
  let rows: Wire[] = [];
  const reader = createReader(site.options);
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 12 }), async (count, limit) => {
      rows = parties(count);
      expect(await keysOf(reader.pages('Party', { limit }))).toEqual(rows.map((row) => row['PartyId']));
    }),
    { numRuns: 25 },
  );
});

test('five hundred rows are asked for, ordered by the key, never more', async () => {
  await using site = await startSite((asked, response) => json(response, 200, pageOf([], asked.query)));
  await createReader(site.options).page('Party', { limit: 9_999, offset: 1_000, filters: { Email: 'eq:a@b.c' } });
  expect(site.asked.map(({ query }) => query.toString())).toEqual([
    'Email=eq%3Aa%40b.c&OrderBy=PartyId&limit=500&offset=1000',
  ]);
});

test('pages go by the next offset: the link is not followed, and HasNext alone does not go on', async () => {
  const rows = parties(3);
  await using site = await startSite((asked, response) =>
    json(response, 200, pageOf(rows, asked.query, { NextPageLink: 'http://127.0.0.1:1/elsewhere', HasNext: true })),
  );
  expect(await keysOf(createReader(site.options).pages('Party', { limit: 2 }))).toEqual(['1', '2', '3']);
});

test('an empty list is one empty page', async () => {
  await using site = await startSite((asked, response) => json(response, 200, pageOf([], asked.query)));
  const page = await createReader(site.options).page('Party');
  expect(page).toEqual({ rows: [], offset: 0, total: 0, nextOffset: undefined });
});

test.each<[string, Wire]>([
  ['the next offset does not grow', { NextOffset: 0.5 }],
  ['the next offset is the present one', { NextOffset: 2 }],
  ['the next offset lies beyond all rows', { NextOffset: 99 }],
  ['a page has no rows but a next one', { NextOffset: 4, Items: { $values: [] }, TotalCount: 9 }],
])('a list is given up when %s', async (_, overrides) => {
  const rows = parties(6);
  await using site = await startSite((asked, response) =>
    json(response, 200, pageOf(rows, asked.query, asked.query.get('offset') === '2' ? overrides : {})),
  );
  await expect(keysOf(createReader(site.options).pages('Party', { limit: 2 }))).rejects.toMatchObject({
    kind: 'imis_unexpected_shape',
  });
});

test('a list that grows as fast as it is read ends with a clear failure', async () => {
  await using site = await startSite(({ query }, response) => {
    const offset = Number(query.get('offset'));
    json(
      response,
      200,
      pageOf(parties(1), query, {
        Items: { $values: parties(1) },
        TotalCount: offset + 2,
        NextOffset: offset + 1,
      }),
    );
  });
  await expect(keysOf(createReader(site.options).pages('Party', { limit: 1 }))).rejects.toMatchObject({
    kind: 'imis_unexpected_shape',
    oddity: 'endless pages',
  });
  expect(site.asked.length).toBeLessThan(200);
});

test('rows that do not fit stand among those that do, with their reasons', async () => {
  const rows = parties(3);
  rows[1] = { ...rows[1], BirthDate: '2026-02-30T00:00:00' };
  await using site = await startSite((asked, response) => json(response, 200, pageOf(rows, asked.query)));
  const page = await createReader(site.options).page('Party');
  expect(page.rows.map((row) => [row.key, row.fits])).toEqual([
    ['1', true],
    ['2', false],
    ['3', true],
  ]);
  expect(page.rows[1]).toMatchObject({ reasons: ['BirthDate is not a calendar day'], row: { PartyId: '2' } });
});

test('a page too large to read is asked for again with fewer rows', async () => {
  const rows = parties(4).map((row) => ({ ...row, OrganizationName: 'x'.repeat(30 * 1024 * 1024) }));
  await using site = await startSite((asked, response) => json(response, 200, pageOf(rows, asked.query)));
  const page = await createReader({ ...site.options, timeoutMillis: 20_000 }).page('Party', { limit: 4 });
  expect(site.asked.map(({ query }) => query.get('limit'))).toEqual(['4', '1']);
  expect(page).toMatchObject({ nextOffset: 1, rows: [{ fits: false }] });
}, 30_000);

test('a query of the pack is asked for by its path and its prompt, and answers typed rows', async () => {
  const logins = queries.find(({ name }) => name === 'Logins');
  if (!logins) throw new Error('no such query');
  const row = { LoginId: 'L1', ID: '101', OccurredOn: '2026-11-20', UpdatedOn: '2026-11-20T08:00:00' };
  await using site = await startSite((asked, response) =>
    json(response, 200, pageOf([encodeRow(logins, row), { ID: '101' }], asked.query)),
  );
  const page = await createReader(site.options).queryPage('Logins', { updatedSince: '2026-11-19T00:00:00' });
  expect(page.rows).toMatchObject([{ fits: true, key: 'L1', value: row }, { fits: false }]);
  const [asked] = site.asked;
  expect(asked?.path).toBe('/api/Query');
  expect([asked?.query.get('QueryName'), asked?.query.get('UpdatedSince')]).toEqual([
    '$/AICopilot/Logins',
    '2026-11-19T00:00:00',
  ]);
});
