/* What doctor concludes from answers of which some are wrong, or fail in passing. */
import { describe, expect, test } from 'vitest';
import type { Asker, Reply } from '../../src/commands/doctor/asking.js';
import { findFilter } from '../../src/commands/doctor/filters-found.js';
import { judgedMetadata } from '../../src/commands/doctor/metadata-found.js';
import { findPages, findQueryPages } from '../../src/commands/doctor/pages-found.js';
import { day } from '../../src/domain/day.js';
import { endpoints } from '../../src/imis/contracts/endpoints.js';
import { decodePage } from '../../src/imis/contracts/envelope.js';
import { pageOf } from './site.js';

const timeOf = (index: number) =>
  `2026-${String(1 + (index % 8)).padStart(2, '0')}-11T${String(8 + (index % 3)).padStart(2, '0')}:30:00`;
const activities = Array.from({ length: 300 }, (_, index) => ({
  updatedOn: timeOf(index),
  wire: endpoints.Activity.encode({
    activityId: String(1000 + index),
    partyId: '101',
    activityType: 'NOTE',
    occurredOn: day('2026-01-05'),
    updatedOn: timeOf(index),
  }),
}));
type Listed = (typeof activities)[number];

const given = (rows: readonly Listed[], query: URLSearchParams): Reply => {
  const wire = pageOf(
    rows.map((row) => row.wire),
    query,
  );
  return { isGiven: true, wire, page: decodePage(wire), headers: new Headers(), millis: 5, at: 0 };
};
const refused: Reply = { isGiven: false, why: 'imis_refused, invalid', kind: 'imis_refused', isNotOffered: false };
const silent: Reply = { isGiven: false, why: 'imis_no_answer', kind: 'imis_no_answer', isNotOffered: false };
const odd: Reply = {
  isGiven: false,
  why: 'imis_unexpected_shape',
  kind: 'imis_unexpected_shape',
  isNotOffered: false,
};

/** A site that answers what a filter, or a window, says; the paths it was asked for. */
const asking = (answer: (query: URLSearchParams, since: string | undefined) => Reply): Asker & { asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    async ask(path) {
      asked.push(path);
      const { searchParams } = new URL(path, 'http://site');
      return answer(searchParams, searchParams.get('UpdatedOn')?.slice(3));
    },
  };
};
const filtering = (lets: (row: Listed, since: string) => boolean) =>
  asking((query, since) =>
    given(
      activities.filter((row) => since === undefined || lets(row, since)),
      query,
    ),
  );

describe('a filter on UpdatedOn', () => {
  test('is honoured where totals agree and a time of the sample parts its rows', async () => {
    const site = filtering((row, since) => row.updatedOn >= since);
    const { guess } = await findFilter(site, 'Activity');
    expect(guess).toMatchObject({ state: 'holds', answer: 'honoured' });
    expect(site.asked).toHaveLength(4);
  });

  test('is ignored where it changes no total', async () => {
    const { guess } = await findFilter(
      filtering(() => true),
      'Activity',
    );
    expect(guess).toMatchObject({ state: 'does not hold', answer: 'ignored' });
  });

  test.each<[string, (row: Listed, since: string) => boolean]>([
    ['sees 200 rows of 300', (row, since) => row.updatedOn >= since && Number(row.updatedOn.slice(12, 13)) !== 0],
    ['looks at the month alone', (row, since) => row.updatedOn.slice(0, 7) >= since.slice(0, 7)],
    ['leaves out the time itself', (row, since) => row.updatedOn > since],
    ['knows only of the far past and the far future', (_, since) => since < '2500'],
  ])('that %s is not known to be honoured', async (_, lets) => {
    const { guess, sample } = await findFilter(filtering(lets), 'Activity');
    expect(guess.state).toBe('not known');
    expect(guess.answer).toBeUndefined();
    expect(sample.isGiven).toBe(true);
  });

  test('is rejected where iMIS says so, and not known where it is silent or answers with something else', async () => {
    const failing = (reply: Reply) =>
      findFilter(
        asking((query, since) => (since === undefined ? given(activities, query) : reply)),
        'Activity',
      );
    expect((await failing(refused)).guess).toMatchObject({ state: 'does not hold', answer: 'rejected' });
    for (const reply of [silent, odd]) expect((await failing(reply)).guess.state).toBe('not known');
  });
});

describe('a large page', () => {
  const longest = given(activities, new URLSearchParams('limit=20&offset=0'));
  /** Beyond `most` rows the site answers `reply`. */
  const upTo = (most: number, reply: Reply) =>
    asking((query) => (Number(query.get('limit')) > most ? reply : given(activities, query)));

  test('that iMIS refuses is a rule', async () => {
    const { pageRows } = await findPages(upTo(500, refused), 'Activity', longest);
    expect(pageRows).toMatchObject({ state: 'does not hold', largest: 500, above: 'rejected' });
    expect(await findQueryPages(upTo(500, refused), '/api/Query?QueryName=x', pageRows)).toMatchObject({
      largest: 500,
      above: 'rejected',
    });
  });

  test.each([
    ['gets no answer', silent],
    ['is too much for us', odd],
  ])('that %s tells nothing', async (_, reply) => {
    for (const most of [500, 100]) {
      const { pageRows } = await findPages(upTo(most, reply), 'Activity', longest);
      expect([pageRows.state, pageRows.largest]).toEqual(['not known', undefined]);
      const ofQueries = await findQueryPages(upTo(most, reply), '/api/Query?QueryName=x', pageRows);
      expect([ofQueries.state, ofQueries.largest]).toEqual(['not known', undefined]);
    }
  });
});

test('a description that is refused as not offered is not given; an error page, or silence, tells nothing', () => {
  expect(judgedMetadata({ ...refused, isNotOffered: true }).state).toBe('does not hold');
  for (const reply of [refused, silent, odd]) expect(judgedMetadata(reply).state).toBe('not known');
});
