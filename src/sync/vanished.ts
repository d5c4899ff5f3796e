/*
 * Records we know that a full reading did not meet. Nothing is removed on the word of a list: a record with an address
 * is asked for and removed when the site has none such; rows of a query are removed when a second reading does not show
 * them either, and no fewer rows than the site counts without the prompt that leads around kept answers. The history
 * keeps what was removed.
 */
import { readList } from './read-list.js';
import { readSingly, removeGone } from './read-singly.js';
import { commitInTurn, inTurn, type Run } from './run.js';
import type { Source } from './source.js';
import { remark } from './state.js';

// Keys looked at in one statement.
const RANGE = 20_000;
const TOGETHER = 500;

/** `older`: keys of rows the list gave in an older state than ours, which are asked for too. */
export async function removeVanished(
  run: Run,
  source: Source,
  older: ReadonlySet<string>,
  total: number,
): Promise<void> {
  await inTurn(run, (transaction) =>
    transaction.query(
      `delete from imis.rejects r where r.entity = $1
         and not exists (select 1 from copilot.sync_seen s where s.entity = $1 and s.key = r.source_key)`,
      [source.entity],
    ),
  );
  const unmet = await unmetKeys(run, source);
  if (unmet.length + older.size === 0) return;
  if (source.get) return readSingly(run, source, [...unmet, ...older]);
  if (total === 0) {
    const text = `the site listed no row at all although ${unmet.length} are known, so nothing was removed; check the query and the rights of the reading account`;
    return inTurn(run, (transaction) => remark(transaction, source.entity, text));
  }
  const again = await readAgain(run, source);
  const plain = await plainTotal(run, source);
  if (plain !== undefined && again < plain) {
    const text = `the query gave ${again} rows with a prompt and counts ${plain} without one, so nothing was removed; write the profile of the site anew`;
    return inTurn(run, (transaction) => remark(transaction, source.entity, text));
  }
  const gone = await unmetKeys(run, source);
  for (let start = 0; start < gone.length; start += TOGETHER)
    await removeGone(run, source, gone.slice(start, start + TOGETHER));
}

/** Rows the site counts without a prompt of the reader's own; undefined where it adds none. */
async function plainTotal(run: Run, source: Source): Promise<number | undefined> {
  const queryPage = run.imis.plainQueryPage;
  if (!queryPage) return undefined;
  const request = { offset: 0, limit: 1, ...(run.signal && { signal: run.signal }) };
  return (await source.list({ ...run, imis: { ...run.imis, queryPage } }, '', request)).total;
}

/** The second reading: it adds to the keys met, and its rows are believed even where ours seem newer. Rows in all. */
async function readAgain(run: Run, source: Source): Promise<number> {
  const { total } = await readList({
    fetch: (request) => source.list(run, '', request),
    apply: async ({ outcomes }) => {
      const met = [{ partition: '', keys: outcomes.map(({ key }) => key) }];
      await commitInTurn(run, source, outcomes, { force: true, read: 0, met });
    },
    flow: run.flow,
    ...(run.signal && { signal: run.signal }),
  });
  return total;
}

async function unmetKeys(run: Run, source: Source): Promise<readonly string[]> {
  const [{ name, key }] = source.tables;
  const unmet: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { rows }: { rows: { last: string | null; unmet: string[] }[] } = await run.database.query(
      `select max(r.key) as last, coalesce(array_agg(r.source_key) filter (where s.key is null), '{}') as unmet
       from (select t.${key} as key, t.source_key from imis.${name} t
             where t.${key} > $2 and ${source.owns ?? 'true'} order by t.${key} limit ${RANGE}) r
       left join copilot.sync_seen s on s.entity = $1 and s.key = r.source_key`,
      [source.entity, after],
    );
    unmet.push(...(rows[0]?.unmet ?? []));
    after = rows[0]?.last ?? undefined;
  }
  return unmet;
}
