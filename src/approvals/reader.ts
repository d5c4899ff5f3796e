import { ExpectedError } from '../errors.js';
import type { Activity } from '../imis/contracts/activity.js';
import type { ImisReader, Page, Reading } from '../imis/port.js';
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
  constructor() {
    super(
      'iMIS does not filter activities by the key of a change.',
      'Run doctor: the property UF_1 must be searchable.',
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
export const changeReader = (database: Database, imis: Pick<ImisReader, 'page' | 'get'>): ChangeReader => ({
  database,
  activityByChangeKey: async (memberId, changeKey) => {
    const found: Activity[] = [];
    const filters = { PartyId: `eq:${memberId}`, UF_1: `eq:${changeKey}` };
    let offset: number | undefined = 0;
    for (let page = 0; offset !== undefined; page += 1) {
      // Not found must mean not there: a search that was given up would lead to a second write.
      if (page === MOST_PAGES) throw new SearchEndless();
      const rows: Page<Activity> = await imis.page('Activity', { filters, offset });
      found.push(...rows.rows.map(fitting).filter((activity) => activity.changeKey === changeKey));
      offset = rows.nextOffset;
    }
    if (found.length > 1) throw new ChangeDoubled();
    return found[0];
  },
  activity: async (activityId) => {
    const reading = await imis.get('Activity', activityId);
    return reading && fitting(reading);
  },
});

function fitting(reading: Reading<Activity>): Activity {
  if (!reading.fits) throw new RecordUnreadable(reading.reasons);
  return reading.value;
}
