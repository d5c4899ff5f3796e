import { expect, test } from 'vitest';
import { ChangeDoubled, changeReader } from '../../src/approvals/reader.js';
import { day } from '../../src/domain/day.js';
import type { Activity } from '../../src/imis/contracts/activity.js';
import type { ImisReader, PanelReader, Reading } from '../../src/imis/port.js';
import type { Database } from '../../src/store/database.js';

const activity = (activityId: string, changeKey?: string): Activity => ({
  activityId,
  partyId: '1',
  activityType: 'NOTE',
  occurredOn: day('2026-11-21'),
  ...(changeKey ? { changeKey } : {}),
});
const fits = (value: Activity): Reading<Activity> => ({ fits: true, key: value.activityId ?? '', value });

/** A site that ignores every filter and answers two rows a page. */
function careless(rows: readonly Reading<Activity>[], size = 2) {
  const imis = {
    page: async (_: string, { offset = 0 } = {}) => ({
      rows: rows.slice(offset, offset + size),
      offset,
      total: rows.length,
      nextOffset: offset + size < rows.length ? offset + size : undefined,
    }),
    get: async (_: string, id: string) => rows.find((row) => row.key === id),
  } as unknown as ImisReader & PanelReader;
  return changeReader({} as Database, imis);
}

test('a note is found by its key even where the site ignores the filter', async () => {
  const rows = [activity('1'), activity('2', 'other'), activity('3', 'mine')].map(fits);
  expect(await careless(rows).activityByChangeKey('1', 'mine')).toMatchObject({ activityId: '3' });
  expect(await careless(rows).activityByChangeKey('1', 'nobody')).toBeUndefined();
});

test('two with one key, a row we cannot read, and a search without end are no "not there"', async () => {
  const misfit: Reading<Activity> = { fits: false, key: '9', reasons: ['SEQN is missing'], row: {} };
  const doubled = careless([activity('1', 'mine'), activity('2', 'mine')].map(fits));
  await expect(doubled.activityByChangeKey('1', 'mine')).rejects.toThrow(ChangeDoubled);
  await expect(careless([misfit]).activityByChangeKey('1', 'mine')).rejects.toMatchObject({
    kind: 'record_unreadable',
  });
  await expect(careless([misfit]).activity('9')).rejects.toMatchObject({ kind: 'record_unreadable' });
  const endless = Array.from({ length: 100 }, (_, index) => fits(activity(String(index))));
  await expect(careless(endless).activityByChangeKey('1', 'mine')).rejects.toMatchObject({ kind: 'search_endless' });
});

test('an activity that is gone is undefined', async () => {
  expect(await careless([fits(activity('1'))]).activity('2')).toBeUndefined();
});
