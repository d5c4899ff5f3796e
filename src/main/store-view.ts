import type { House } from '../main.js';
import type { StoreView } from '../surfaces/console/pages/administration/data.js';

const kindName = (entity: string): string => entity.replaceAll('_', ' ');

/** What was read, how far back it reaches, and what does not fit, for the data page. */
export async function storeView({ sync }: House, time: (instant: string) => string): Promise<StoreView> {
  const [status, quality] = [await sync.status(), await sync.quality()];
  const reach = new Map(quality.reach.map(({ kind, firstOn }) => [kind, firstOn]));
  return {
    readAt: status.dataReadAt && time(status.dataReadAt),
    kinds: status.entities.map((one) => ({
      kind: kindName(one.entity),
      rows: one.rowsRead,
      reaches: reach.get(one.entity),
      readAt: one.readAt && time(one.readAt),
      state: one.state,
    })),
    missing: quality.missing.map(({ entity, reason }) => ({ kind: kindName(entity), reason })),
    rejects: quality.rejects.map(({ entity, rows, reasons }) => ({
      kind: kindName(entity),
      rows,
      reasons: reasons.map((one) => `${one.reason} (${one.rows})`).join('; '),
    })),
    disagreements: quality.disagreements.map((one) => ({
      what: one.kind.replaceAll('_', ' '),
      rows: one.rows,
      sample: one.sample.join(', '),
    })),
  };
}
