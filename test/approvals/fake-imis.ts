/** An iMIS in memory, honest about change keys: it stores what it is sent, as often as it is sent, and can be cut. */
import type { ImisHand } from '../../src/approvals/port.js';
import { changeReader } from '../../src/approvals/reader.js';
import type { Activity } from '../../src/imis/contracts/activity.js';
import { ImisNoAnswer, ImisRefused, WriteUncertain } from '../../src/imis/failures.js';
import type { ImisReader } from '../../src/imis/port.js';
import type { Database } from '../../src/store/database.js';

export type Fault = 'cut before' | 'cut after' | 'refuse' | 'no answer' | 'unsaid number';

const facts = { site: 'fake', doing: 'writing Activity', requestId: 'r1' };

export class FakeImis {
  readonly activities = new Map<string, Activity>();
  /** One for each write to come, in order; undefined is no fault. */
  readonly faults: (Fault | undefined)[] = [];
  #next = 1;

  readonly hand: ImisHand = {
    addActivity: async (activity) =>
      this.#write(() => {
        const activityId = String(this.#next++);
        this.activities.set(activityId, { ...activity, activityId });
        return activityId;
      }),
    removeActivity: async (activityId) => {
      await this.#write(() => {
        this.activities.delete(activityId);
        return activityId;
      });
    },
  };

  readonly reading: Pick<ImisReader, 'page' | 'get'> = {
    page: async (_contract: string, options?: { readonly filters?: Readonly<Record<string, string>> }) => {
      const [party, key] = [options?.filters?.['PartyId'], options?.filters?.['UF_1']];
      const rows = [...this.activities.values()]
        .filter((one) => `eq:${one.partyId}` === party && `eq:${one.changeKey}` === key)
        .map((value) => ({ fits: true, key: value.activityId ?? '', value }));
      return { rows, offset: 0, total: rows.length, nextOffset: undefined };
    },
    get: async (_contract: string, id: string) => {
      const value = this.activities.get(id);
      return value && { fits: true, key: id, value };
    },
  } as unknown as Pick<ImisReader, 'page' | 'get'>;

  reader(database: Database) {
    return changeReader(database, this.reading);
  }

  /** How many records carry this key. */
  count(changeKey: string): number {
    return [...this.activities.values()].filter((one) => one.changeKey === changeKey).length;
  }

  #write(work: () => string): string | undefined {
    const fault = this.faults.shift();
    if (fault === 'refuse') throw new ImisRefused(facts, 'invalid', ['NOTE']);
    if (fault === 'no answer') throw new ImisNoAnswer(facts, 'busy');
    if (fault === 'cut before') throw new WriteUncertain(facts, new ImisNoAnswer(facts, 'connection'));
    const answer = work();
    if (fault === 'cut after') throw new WriteUncertain(facts, new ImisNoAnswer(facts, 'connection'));
    return fault === 'unsaid number' ? undefined : answer;
  }
}
