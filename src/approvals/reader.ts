import { ExpectedError } from '../errors.js';
import type { ImisReader, Page, PanelReader, Reading } from '../imis/port.js';
import type { Database } from '../store/database.js';
import type { ChangeReader } from './port.js';

/** Two records carry the key of one change: somebody copied one, or it was written twice. */
export class ChangeDoubled extends ExpectedError {
  readonly kind = 'change_doubled';
  constructor() {
    super(
      'iMIS holds more than one record with the key of this change.',
      'Look at the records in iMIS and remove the one too many.',
    );
  }
}

class SearchEndless extends ExpectedError {
  readonly kind = 'search_endless';
  constructor(what: string, property: string) {
    super(
      `iMIS does not filter ${what} by the key of a change.`,
      `Run doctor: the property ${property} must be searchable.`,
    );
  }
}

class RecordUnreadable extends ExpectedError {
  readonly kind = 'record_unreadable';
  constructor(reasons: readonly string[]) {
    super(`A record of iMIS does not have the form we know: ${reasons.join('; ')}.`, 'Run doctor with --profile.');
  }
}

// A site that does not know the filter on the key may ignore it and answer with everything about the member.
const MOST_PAGES = 20;

/** What kinds of change read while they are carried out: iMIS itself, not the store, which may be minutes old. */
export const changeReader = (
  database: Database,
  imis: Pick<ImisReader, 'page' | 'get'> & PanelReader,
): ChangeReader => ({
  database,
  activityByChangeKey: (memberId, changeKey) =>
    onlyOne(
      (offset) => imis.page('Activity', { filters: { PartyId: `eq:${memberId}`, UF_1: `eq:${changeKey}` }, offset }),
      (activity) => activity.changeKey === changeKey,
      () => new SearchEndless('activities', 'UF_1'),
    ),
  activity: async (activityId) => {
    const reading = await imis.get('Activity', activityId);
    return reading && fitting(reading);
  },
  panelRowByChangeKey: (source, memberId, changeKey) =>
    onlyOne(
      (offset) => imis.panelPage(source, { filters: { ID: `eq:${memberId}`, ChangeKey: `eq:${changeKey}` }, offset }),
      (row) => row.values['ChangeKey'] === changeKey,
      () => new SearchEndless(source, 'ChangeKey'),
    ),
  panelRow: async (source, rowId) => {
    const reading = await imis.panelRow(source, rowId);
    return reading && fitting(reading);
  },
  party: async (memberId) => {
    const reading = await imis.get('Party', memberId);
    return reading && fitting(reading);
  },
});

/** The one row that is ours, whatever the site made of the filter. */
async function onlyOne<T>(
  pageAt: (offset: number) => Promise<Page<T>>,
  isOurs: (row: T) => boolean,
  endless: () => Error,
): Promise<T | undefined> {
  const found: T[] = [];
  let offset: number | undefined = 0;
  for (let page = 0; offset !== undefined; page += 1) {
    // Not found must mean not there: a search that was given up would lead to a second write.
    if (page === MOST_PAGES) throw endless();
    const rows: Page<T> = await pageAt(offset);
    found.push(...rows.rows.map(fitting).filter(isOurs));
    offset = rows.nextOffset;
  }
  if (found.length > 1) throw new ChangeDoubled();
  return found[0];
}

function fitting<T>(reading: Reading<T>): T {
  if (!reading.fits) throw new RecordUnreadable(reading.reasons);
  return reading.value;
}
