import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { ImisRefused } from '../../src/imis/failures.js';
import type { ContractName, Contracts, ListOptions, Page } from '../../src/imis/port.js';
import { carefulWays, type SiteWays } from '../../src/imis/site-profile.js';
import type { Store } from '../../src/store/store.js';
import { FilterInDoubt, watchFilter } from '../../src/sync/filtered.js';
import { createSync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { addNote, createAssociation } from './association.js';
import type { Site } from './site.js';
import { emptyStore } from './stored.js';

let database: Store;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyStore(database));

type Filter = 'honoured' | 'refused' | 'passed over' | 'gives nothing' | 'gives the future alone';
interface Filtered {
  /** What becomes of a filter on UpdatedOn from now on. */
  filter: Filter;
  /** Entities that were asked with such a filter. */
  readonly filtered: Set<ContractName>;
}

/** A site of which the profile promises that every filter on UpdatedOn is honoured. */
function filtering(site: Site, queries: SiteWays['queries'] = 'as asked'): Filtered {
  const { page } = site;
  const told: Filtered = { filter: 'honoured', filtered: new Set() };
  const gives = (updatedOn: string, since: string): boolean =>
    ({
      honoured: updatedOn >= since,
      refused: false,
      'passed over': true,
      'gives nothing': false,
      'gives the future alone': updatedOn > '2026-03',
    })[told.filter];
  Object.assign(site, {
    ways: { ...carefulWays, filtersByUpdatedOn: () => true, queries },
    page: async <N extends ContractName>(contract: N, options: ListOptions = {}): Promise<Page<Contracts[N]>> => {
      const { UpdatedOn, ...filters } = options.filters ?? {};
      if (UpdatedOn === undefined) return page(contract, options);
      told.filtered.add(contract);
      const since = UpdatedOn.replace('ge:', '');
      if (told.filter === 'refused')
        throw new ImisRefused({ site: 'imis', doing: 'reading', requestId: '1' }, 'invalid');
      const { rows } = await page(contract, { ...options, filters, offset: 0, limit: 500 });
      const given = rows.filter(
        (row) => row.fits && gives(String((row.value as { readonly updatedOn?: string }).updatedOn), since),
      );
      return { rows: given.slice(options.offset ?? 0), offset: 0, total: given.length, nextOffset: undefined };
    },
  });
  return told;
}

const syncOf = (site: Site) =>
  createSync({
    imis: site,
    database,
    clock: pinnedClock(day('2026-02-01')),
    association: { timeZone: 'UTC', currency: 'USD' },
  });
const notes = async () =>
  (
    await database.query<{ text_id: string }>(`select text_id from imis.texts where text_id ~ '^7' order by 1`)
  ).rows.map(({ text_id }) => text_id);

describe('where the profile promises a filter on UpdatedOn', () => {
  const refused = 'The site refuses the filter on UpdatedOn that its profile promises: write the profile anew.';
  const passedOver = 'The site passes over the filter on UpdatedOn that its profile promises: write the profile anew.';
  const nothing =
    'The filter on UpdatedOn that the profile of the site promises did not give even the newest row known: where this stays, write the profile anew.';
  test.each(['as asked', 'stale'] as const)(
    'what it gives is looked at each time, what changed is read all the same and the report says what is wrong: queries %s',
    async (queries) => {
      const site = createAssociation(3);
      addNote(site, '70', '10001', 'long ago', '2020-01-05T09:00:00');
      addNote(site, '71', '10001', 'lately', '2026-01-05T09:00:00');
      const told = filtering(site, queries);
      const sync = syncOf(site);
      await sync.run();
      const expected = ['70', '71'];
      expect(await notes()).toEqual(expected);
      const steps: readonly (readonly [Filter, readonly string[]])[] = [
        ['honoured', []],
        ['refused', [refused]],
        ['passed over', [passedOver]],
        ['gives nothing', [nothing]],
        ['gives the future alone', [nothing]],
        ['honoured', []],
      ];
      for (const [step, [filter, remarks]] of steps.entries()) {
        told.filter = filter;
        if (filter === 'gives the future alone') {
          addNote(site, '79', '10002', 'dated in the future', '2026-12-24T09:00:00');
          expected.push('79');
        }
        const id = String(72 + step);
        addNote(site, id, '10003', `note ${step}`, `2026-01-2${step}T10:00:00`);
        expected.push(id);
        const report = await sync.run();
        expect([filter, await notes()]).toEqual([filter, [...expected].sort()]);
        const activities = report.entities.find(({ entity }) => entity === 'activities');
        expect([filter, activities?.remarks]).toEqual([filter, remarks]);
      }
    },
    30_000,
  );

  test('parties, contacts and users are still asked by query: a role taken away is gone at the next sync', async () => {
    const site = createAssociation(3);
    const told = filtering(site);
    const sync = syncOf(site);
    const roles = async () =>
      (await database.query<{ roles: string[] }>(`select roles from imis.users where member_id = '900'`)).rows[0]
        ?.roles;
    await sync.run();
    expect(await roles()).toEqual(['role of mia']);
    site.rolesOf = async () => [];
    site.putRow('ChangedUsers', { UserName: 'mia', UpdatedOn: '2026-01-20T10:00:00' });
    await sync.run();
    expect(await roles()).toEqual([]);
    expect([...told.filtered].sort()).toEqual([
      'Activity',
      'Event',
      'InvoiceSummary',
      'PaymentSummary',
      'Subscription',
    ]);
  });
});

test('a row of the very second asked for does not count as one from before it', () => {
  const pageOf = (...times: (string | undefined)[]) => ({
    outcomes: times.map((updatedOn, index) => ({ key: String(index), rows: [], ...(updatedOn && { updatedOn }) })),
    total: times.length,
  });
  const watch = () => watchFilter('2026-01-20T10:00:00.7', '2026-02-01T00:05:00');
  const first = watch();
  first.looksAt(pageOf('2026-01-20T10:00:00', '2026-01-21T00:00:00'));
  expect(first.gaveTheNewest()).toBe(true);
  expect(() => watch().looksAt(pageOf('2026-01-21T00:00:00', '2026-01-20T09:59:59'))).toThrow(FilterInDoubt);
  const undated = watch();
  undated.looksAt(pageOf(undefined, '2026-02-02T00:00:00'));
  expect(undated.gaveTheNewest()).toBe(false);
});
