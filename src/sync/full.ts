/*
 * A full reading of one entity: every page of every partition, each committed with its rows, so that it goes on after a
 * crash; then what the site counts is compared with the keys met, and known records that were not met are looked after.
 */
import { eachOf, together } from './flow.js';
import type { PageAt } from './position.js';
import { type PageMark, readList } from './read-list.js';
import { commit, inTurn, type Run } from './run.js';
import type { OutcomePage, Source } from './source.js';
import * as state from './state.js';
import { removeVanished } from './vanished.js';
import { watermarkAfter } from './watermark.js';

const ATTEMPTS = 3;
// Pages of a reading interrupted longer ago say little about the list of today.
const STALE_AFTER_HOURS = 6;
// Rows of small pages that are committed together; a statement over these takes a tenth of a second.
const ROWS_TOGETHER = 2000;

interface PageRead extends PageAt {
  readonly page: OutcomePage;
}
const rowsIn = ({ mark }: PageRead): number => mark.rows;

/** Reads an entity in full, or goes on where `known` says that a reading was interrupted. */
export async function readFull(run: Run, source: Source, known: state.EntityState | undefined): Promise<void> {
  const { entity } = source;
  const began = performance.now();
  const reading = await resumeOrBegin(run, source, known);
  const partitions = source.partitions ? await source.partitions(run.database) : [''];
  const full = new FullReading(run, source, reading.compares);
  await full.readAll(partitions, reading.isResumed ? await state.pagesOf(run.database, entity) : new Map());
  await full.agree(partitions);
  if (full.compares) await removeVanished(run, source, full.older, full.total);

  const { startedAt } = reading;
  await inTurn(run, async (transaction) => {
    const ended = await state.stateOf(transaction, entity);
    const at = run.clock.now();
    const took = Math.max(performance.now() - began, at.getTime() - startedAt.getTime());
    const watermark = watermarkAfter(ended?.watermark, ended?.newest, took);
    await state.endReading(transaction, entity, { startedAt, at, reading: 'full', ...(watermark && { watermark }) });
  });
  run.onProgress({ entity, read: full.total, total: full.total, done: true });
}

interface Begun {
  readonly startedAt: Date;
  readonly compares: boolean;
  readonly isResumed: boolean;
}

async function resumeOrBegin(run: Run, source: Source, known: state.EntityState | undefined): Promise<Begun> {
  const startedAt = run.clock.now();
  const interrupted = known?.readingStartedAt;
  if (interrupted && Math.abs(startedAt.getTime() - interrupted.getTime()) < STALE_AFTER_HOURS * 3_600_000)
    return { startedAt: interrupted, compares: known.compares, isResumed: true };
  const main = { table: source.tables[0].name, owns: source.owns ?? 'true' };
  const compares = await inTurn(run, (transaction) => state.beginReading(transaction, source.entity, startedAt, main));
  return { startedAt, compares, isResumed: false };
}

class FullReading {
  readonly older = new Set<string>();
  compares: boolean;
  readonly #run: Run;
  readonly #source: Source;
  readonly #totals = new Map<string, number>();
  readonly #add: (page: PageRead) => Promise<void>;
  #read = 0;

  constructor(run: Run, source: Source, compares: boolean) {
    this.#run = run;
    this.#source = source;
    this.compares = compares;
    this.#add = together(run.flow, ROWS_TOGETHER, rowsIn, (pages) => this.#apply(pages));
  }

  get total(): number {
    let sum = 0;
    for (const total of this.#totals.values()) sum += total;
    return sum;
  }

  /** Keys are kept where something may have been deleted, and where each partition is counted on its own. */
  get #keepsKeys(): boolean {
    return this.compares || this.#source.partitions !== undefined;
  }

  async readAll(partitions: readonly string[], known: ReadonlyMap<string, readonly PageMark[]>): Promise<void> {
    const run = this.#run;
    await eachOf(partitions, run.flow.places, async (partition) => {
      const marks = known.get(partition) ?? [];
      this.#read += marks.reduce((sum, mark) => sum + rowsOf(mark), 0);
      const { total } = await readList({
        fetch: (request) => this.#source.list(run, partition, request),
        apply: (page, mark) => this.#add({ partition, page, mark }),
        flow: run.flow,
        marks,
        ...(run.signal && { signal: run.signal }),
      });
      this.#totals.set(partition, total);
    });
  }

  /** Reads again what the site counts otherwise than we do: rows came, went or moved while pages were read. */
  async agree(partitions: readonly string[]): Promise<void> {
    const run = this.#run;
    const { entity } = this.#source;
    let before = '';
    for (let attempt = 1; ; attempt++) {
      const met = await this.#met();
      const differing = partitions.filter((partition) => (met.get(partition) ?? 0) !== this.#totals.get(partition));
      if (differing.length === 0) return;
      const found = differing.map((one) => `${met.get(one) ?? 0} of ${this.#totals.get(one) ?? 0}`).join(', ');
      if (found === before || attempt === ATTEMPTS) {
        const what = found === before ? 'keys occur more than once' : 'the list changed while it was read';
        const shown = differing.length > 3 ? `in ${differing.length} lists` : found;
        return inTurn(run, (transaction) => state.remark(transaction, entity, `distinct rows: ${shown}; ${what}`));
      }
      before = found;
      this.compares = true;
      await inTurn(run, async (transaction) => {
        await state.compareFromNow(transaction, entity);
        for (const partition of differing) await state.forgetReading(transaction, entity, partition);
      });
      await this.readAll(differing, new Map());
    }
  }

  async #apply(pages: readonly PageRead[]): Promise<void> {
    const run = this.#run;
    const { entity } = this.#source;
    for (const { partition, page } of pages) this.#totals.set(partition, page.total);
    const [read, total] = [pages.reduce((sum, { mark }) => sum + rowsOf(mark), 0), this.total];
    const applied = await commit(
      run,
      this.#source,
      pages.flatMap(({ page }) => page.outcomes),
      {
        read,
        total,
        pages,
        isFirst: !this.compares,
        ...(this.#keepsKeys && {
          met: pages.map(({ partition, page }) => ({ partition, keys: page.outcomes.map(({ key }) => key) })),
        }),
      },
    );
    for (const key of applied.older) this.older.add(key);
    this.#read += read;
    run.onProgress({ entity, read: Math.min(this.#read, total), total, done: false });
  }

  async #met(): Promise<ReadonlyMap<string, number>> {
    if (this.#keepsKeys) return state.seenOf(this.#run.database, this.#source.entity);
    return new Map([['', await stored(this.#run, this.#source)]]);
  }
}

/** Rows in the store, and rejects, that come from this source. */
async function stored({ database }: Run, source: Source): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select (select count(*) from imis.${source.tables[0].name} t where ${source.owns ?? 'true'})::integer
          + (select count(*) from imis.rejects where entity = $1)::integer as count`,
    [source.entity],
  );
  return rows[0]?.count ?? 0;
}

// Every page but the first begins with a row of the page before it.
const rowsOf = ({ start, rows }: PageMark): number => (start === 0 ? rows : Math.max(0, rows - 1));
