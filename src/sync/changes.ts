/*
 * An incremental reading of one entity: what the pack's queries say has changed since the watermark, with an overlap; or
 * the entity's own filter on UpdatedOn, where the site is known to honour it and does so still. Deletions do not show
 * here; a full reading finds them.
 */
import { ImisRefused } from '../imis/failures.js';
import { carefulWays, type SiteWays } from '../imis/site-profile.js';
import { FilterInDoubt, GAVE_NOTHING, REFUSED, watchFilter } from './filtered.js';
import { eachOf } from './flow.js';
import { readFull } from './full.js';
import { readList } from './read-list.js';
import { readSingly } from './read-singly.js';
import { commitInTurn, inTurn, type Run } from './run.js';
import type { ChangedKey, OutcomePage, PageRequest, Source } from './source.js';
import { beginChanges, type EntityState, endReading, remark, stateOf } from './state.js';
import { askSince, latestTrue, newestOf, watermarkAfter } from './watermark.js';

// Reading a record singly costs one request, a page costs one too: beyond these the whole list is cheaper.
const SINGLE_READS_AT_LEAST = 100;
const SINGLE_READS_PER_PAGE = 4;
// A row may change again within the second its UpdatedOn names.
const UNSETTLED_MILLIS = 60_000;

export async function readChanges(run: Run, source: Source, before: EntityState | undefined): Promise<void> {
  const { entity } = source;
  // Without a watermark, or without anything that tells changes, the list itself is read and compared.
  if (!before?.watermark || !tellsChanges(run, source)) return readFull(run, source, before);
  const startedAt = run.clock.now();
  const began = performance.now();
  await inTurn(run, (transaction) => beginChanges(transaction, entity));
  const since = askSince(before.watermark, run.turn);
  const rows = await readRows(run, source, since);
  if (!rows.areRead && waysOf(run).queries === 'stale') {
    await readFull(run, source, before);
    // Only now: a full reading begins without remarks.
    return inDoubt(run, source, rows.doubt);
  }
  await inDoubt(run, source, rows.doubt);
  const changed = rows.areRead ? [] : await changedKeys(run, source, since);
  if (changed.length > 0) await readKeys(run, source, changed, before.rowsTotal ?? 0);

  const now = run.clock.now();
  const ended = await stateOf(run.database, entity);
  const newest = newestOf([ended?.newest, ...changed.map((key) => key.updatedOn)], now, run.timeZone);
  const watermark = watermarkAfter(before.watermark, newest, performance.now() - began);
  const ending = { startedAt, at: now, reading: 'changes', ...(watermark && { watermark }) } as const;
  await inTurn(run, (transaction) => endReading(transaction, entity, ending));
  run.onProgress({ entity, read: ended?.rowsRead ?? 0, done: true });
}

const waysOf = ({ imis }: Run): SiteWays => imis.ways ?? carefulWays;

const isFiltered = (run: Run, { filterable }: Source): boolean =>
  filterable !== undefined && waysOf(run).filtersByUpdatedOn(filterable);

/** Keys of what changed are worth nothing where queries answer from a cache; the rows of a query come from nowhere else. */
function tellsChanges(run: Run, source: Source): boolean {
  if (isFiltered(run, source) || source.listChanged) return true;
  return source.changedIds !== undefined && waysOf(run).queries !== 'stale';
}

interface RowsRead {
  /** False where only a query of keys can tell. */
  readonly areRead: boolean;
  /** Why the filter that should have told is not believed. */
  readonly doubt?: string;
}

const inDoubt = async (run: Run, { entity }: Source, doubt: string | undefined): Promise<void> => {
  if (doubt !== undefined) await inTurn(run, (transaction) => remark(transaction, entity, doubt));
};

/** Reads the rows that changed, where a list gives them whole. */
async function readRows(run: Run, source: Source, since: string): Promise<RowsRead> {
  const { listChanged } = source;
  if (listChanged) {
    await readListed(run, source, (request) => listChanged(run, since, request));
    return { areRead: true };
  }
  if (!isFiltered(run, source)) return { areRead: false };
  const filter = watchFilter(since, latestTrue(run.clock.now(), run.timeZone));
  try {
    await readListed(run, source, async (request) => filter.looksAt(await source.list(run, '', request, since)));
    return filter.gaveTheNewest() ? { areRead: true } : { areRead: false, doubt: GAVE_NOTHING };
  } catch (error) {
    if (source.changedIds === undefined) throw error;
    if (error instanceof FilterInDoubt) return { areRead: false, doubt: error.message };
    if (error instanceof ImisRefused) return { areRead: false, doubt: REFUSED };
    throw error;
  }
}

async function readListed(
  run: Run,
  source: Source,
  fetch: (request: PageRequest) => Promise<OutcomePage>,
): Promise<void> {
  let read = 0;
  await readList({
    fetch,
    apply: async ({ outcomes, total }, { start, rows }) => {
      const counted = start === 0 ? rows : Math.max(0, rows - 1);
      await commitInTurn(run, source, outcomes, { read: counted });
      read += counted;
      run.onProgress({ entity: source.entity, read: Math.min(read, total), total, done: false });
    },
    flow: run.flow,
    ...(run.signal && { signal: run.signal }),
  });
}

async function changedKeys(run: Run, source: Source, since: string): Promise<readonly ChangedKey[]> {
  const changed = new Map<string, ChangedKey>();
  await readList({
    fetch: async (request) => {
      const page = (await source.changedIds?.(run, since, request)) ?? { ids: [], total: 0 };
      const outcomes = page.ids.map(({ id, updatedOn }) => ({ key: id, rows: [], ...(updatedOn && { updatedOn }) }));
      return { outcomes, total: page.total };
    },
    apply: async ({ outcomes }) => {
      for (const { key, ...one } of outcomes)
        changed.set(key, { id: key, ...('updatedOn' in one && one.updatedOn && { updatedOn: one.updatedOn }) });
    },
    flow: run.flow,
    ...(run.signal && { signal: run.signal }),
  });
  return [...changed.values()];
}

async function readKeys(run: Run, source: Source, changed: readonly ChangedKey[], rowsTotal: number): Promise<void> {
  const keys = await unknownVersions(run, source, changed);
  const singly = Math.max(SINGLE_READS_AT_LEAST, SINGLE_READS_PER_PAGE * Math.ceil(rowsTotal / waysOf(run).pageRows));
  if (keys.length <= singly) return readSingly(run, source, keys);
  const partitions = source.partitions ? await source.partitions(run.database) : [''];
  await eachOf(partitions, run.flow.places, async (partition) => {
    await readList({
      fetch: (request) => source.list(run, partition, request),
      apply: async ({ outcomes }) => void (await commitInTurn(run, source, outcomes)),
      flow: run.flow,
      ...(run.signal && { signal: run.signal }),
    });
  });
}

/** Without those we hold in the version named, unless it is so new that it may have changed again. */
async function unknownVersions(
  { database }: Run,
  source: Source,
  changed: readonly ChangedKey[],
): Promise<readonly string[]> {
  const { rows } = await database.query<{ source_key: string; updated_on: string }>(
    `select source_key, source_updated_on as updated_on from imis.${source.tables[0].name}
     where source_key = any($1::text[]) and source_updated_on is not null`,
    [changed.map(({ id }) => id)],
  );
  const held = new Map(rows.map(({ source_key, updated_on }) => [source_key, millis(updated_on)]));
  const settled = Math.max(...changed.map(({ updatedOn }) => (updatedOn ? millis(updatedOn) : 0))) - UNSETTLED_MILLIS;
  return changed
    .filter(({ id, updatedOn }) => {
      const [ours, theirs] = [held.get(id), updatedOn === undefined ? undefined : millis(updatedOn)];
      return ours === undefined || theirs === undefined || ours < theirs || theirs > settled;
    })
    .map(({ id }) => id);
}

const millis = (time: string): number => Date.parse(`${time.replace(' ', 'T')}Z`);
