/** An iMIS in memory, honest about change keys: it stores what it is sent, as often as it is sent, and can be cut. */
import type { ImisHand } from '../../src/approvals/port.js';
import { changeReader } from '../../src/approvals/reader.js';
import type { Activity } from '../../src/imis/contracts/activity.js';
import type { Party } from '../../src/imis/contracts/party.js';
import { type ContactChange, contactOf, sameContact } from '../../src/imis/contracts/party-contact.js';
import { ContactChangedSince, ImisNoAnswer, ImisRefused, WriteUncertain } from '../../src/imis/failures.js';
import type { ImisReader, PanelReader, PanelRow } from '../../src/imis/port.js';
import type { Database } from '../../src/store/database.js';

export type Fault = 'cut before' | 'cut after' | 'refuse' | 'no answer' | 'unsaid number' | 'carried out late';

const facts = { site: 'fake', doing: 'writing Activity', requestId: 'r1' };

export class FakeImis {
  readonly activities = new Map<string, Activity>();
  /** By source and row id. */
  readonly panelRows = new Map<string, PanelRow>();
  readonly parties = new Map<string, Party>();
  /** One for each write to come, in order; undefined is no fault. */
  readonly faults: (Fault | undefined)[] = [];
  readonly #late: (() => void)[] = [];
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
    addPanelRow: async (source, row) =>
      this.#write(() => {
        const rowId = `~${row.partyId}|${this.#next++}`;
        this.panelRows.set(`${source} ${rowId}`, { ...row, rowId });
        return rowId;
      }),
    changePanelRow: async (source, row) => {
      await this.#write(() => {
        const present = this.panelRows.get(`${source} ${row.rowId}`);
        this.panelRows.set(`${source} ${row.rowId}`, { ...row, values: { ...present?.values, ...row.values } });
        return row.rowId;
      });
    },
    removePanelRow: async (source, rowId) => {
      await this.#write(() => {
        this.panelRows.delete(`${source} ${rowId}`);
        return rowId;
      });
    },
    changeParty: async (partyId, change) => {
      await this.#write(() => {
        this.#changeContact(partyId, change);
        return partyId;
      });
    },
  };

  readonly reading: Pick<ImisReader, 'page' | 'get'> & PanelReader = {
    page: async (_contract: string, options?: { readonly filters?: Readonly<Record<string, string>> }) => {
      const [party, key] = [options?.filters?.['PartyId'], options?.filters?.['UF_1']];
      const rows = [...this.activities.values()]
        .filter((one) => `eq:${one.partyId}` === party && `eq:${one.changeKey}` === key)
        .map((value) => ({ fits: true, key: value.activityId ?? '', value }));
      return { rows, offset: 0, total: rows.length, nextOffset: undefined };
    },
    get: async (contract: string, id: string) => {
      const value = contract === 'Party' ? this.parties.get(id) : this.activities.get(id);
      return value && { fits: true, key: id, value };
    },
    panelPage: async (source: string, options?: { readonly filters?: Readonly<Record<string, string>> }) => {
      const [party, key] = [options?.filters?.['ID'], options?.filters?.['ChangeKey']];
      const rows = [...this.panelRows]
        .filter(([id, row]) => id.startsWith(`${source} `) && `eq:${row.partyId}` === party)
        .filter(([, row]) => `eq:${row.values['ChangeKey']}` === key)
        .map(([, value]) => ({ fits: true, key: value.rowId, value }));
      return { rows, offset: 0, total: rows.length, nextOffset: undefined };
    },
    panelRow: async (source: string, rowId: string) => {
      const value = this.panelRows.get(`${source} ${rowId}`);
      return value && { fits: true, key: rowId, value };
    },
  } as unknown as Pick<ImisReader, 'page' | 'get'> & PanelReader;

  reader(database: Database) {
    return changeReader(database, this.reading);
  }

  /** What was sent and cut off is carried out after all. */
  carryOutLate(): void {
    for (const work of this.#late.splice(0)) work();
  }

  /** How many records carry this key. */
  count(changeKey: string): number {
    return [...this.activities.values()].filter((one) => one.changeKey === changeKey).length;
  }

  #changeContact(partyId: string, change: ContactChange): void {
    const party = this.parties.get(partyId);
    if (!party) throw new ImisRefused(facts, 'not found');
    const present = contactOf(party, change.field);
    if (sameContact(change.field, present, change.after)) return;
    if (!sameContact(change.field, present, change.before)) throw new ContactChangedSince();
    const { [change.field]: _, ...rest } = party;
    this.parties.set(partyId, change.after === null ? rest : { ...rest, [change.field]: change.after });
  }

  #write(work: () => string): string | undefined {
    const fault = this.faults.shift();
    if (fault === 'refuse') throw new ImisRefused(facts, 'invalid', ['NOTE']);
    if (fault === 'no answer') throw new ImisNoAnswer(facts, 'busy');
    if (fault === 'cut before') throw new WriteUncertain(facts, new ImisNoAnswer(facts, 'connection'));
    if (fault === 'carried out late') {
      this.#late.push(work);
      throw new WriteUncertain(facts, new ImisNoAnswer(facts, 'connection'));
    }
    const answer = work();
    if (fault === 'cut after') throw new WriteUncertain(facts, new ImisNoAnswer(facts, 'connection'));
    return fault === 'unsaid number' ? undefined : answer;
  }
}
