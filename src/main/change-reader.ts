import type { ChangeReader } from '../approvals/port.js';
import type { Activity } from '../imis/contracts/activity.js';
import type { ImisReader } from '../imis/port.js';
import type { Database } from '../store/database.js';

/** What a kind of change may look at in iMIS while it is carried out: with the reading account, never from our copy. */
export const changeReader = (imis: ImisReader, database: Database): ChangeReader => ({
  database,
  async activityByChangeKey(memberId: string, changeKey: string): Promise<Activity | undefined> {
    const filters = { PartyId: `eq:${memberId}`, UF_1: `eq:${changeKey}` };
    const page = await imis.page('Activity', { filters, limit: 10 });
    return page.rows.flatMap((row) => (row.fits && row.value.changeKey === changeKey ? [row.value] : []))[0];
  },
  async activity(activityId: string): Promise<Activity | undefined> {
    const found = await imis.get('Activity', activityId);
    return found?.fits ? found.value : undefined;
  },
});
