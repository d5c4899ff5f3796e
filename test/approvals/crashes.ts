/** A process that dies at a chosen moment: there is one after each call through these doors. */
import type { ExecutorParts } from '../../src/approvals/parts.js';
import type { Database, Transaction } from '../../src/store/database.js';

export class Crash extends Error {}

export interface Life {
  /** Moments passed so far: before the first call there is none. */
  moments(): number;
  readonly parts: ExecutorParts;
}

/** The same parts, of a process that dies at moment `at` (1 is the first) and does nothing afterwards. */
export function livingUntil(at: number, parts: ExecutorParts): Life {
  let passed = 0;
  const breathe = (): void => {
    if (passed >= at) throw new Crash();
  };
  const mortal = <Given extends readonly unknown[], Answer>(work: (...given: Given) => Promise<Answer>) => {
    return async (...given: Given): Promise<Answer> => {
      breathe();
      const answer = await work(...given);
      passed += 1;
      breathe();
      return answer;
    };
  };
  const query = (on: Transaction): Transaction['query'] => mortal(on.query.bind(on)) as Transaction['query'];
  const database: Database = {
    query: query(parts.database),
    withTransaction: (work) =>
      mortal(() => parts.database.withTransaction((transaction) => work({ query: query(transaction) })))(),
  };
  const { hand, reader } = parts;
  return {
    moments: () => passed,
    parts: {
      ...parts,
      database,
      hand: {
        addActivity: mortal(hand.addActivity),
        removeActivity: mortal(hand.removeActivity),
        addPanelRow: mortal(hand.addPanelRow),
        changePanelRow: mortal(hand.changePanelRow),
        removePanelRow: mortal(hand.removePanelRow),
        changeParty: mortal(hand.changeParty),
      },
      reader: {
        database,
        activity: mortal(reader.activity),
        activityByChangeKey: mortal(reader.activityByChangeKey),
        panelRowByChangeKey: mortal(reader.panelRowByChangeKey),
        panelRow: mortal(reader.panelRow),
        party: mortal(reader.party),
      },
      refresh: mortal(parts.refresh),
    },
  };
}
