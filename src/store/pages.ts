import type { QueryResultRow } from 'pg';
import type { Database } from './database.js';

export interface PagedStatement {
  /** A select without order or limit. */
  readonly sql: string;
  readonly parameters?: readonly unknown[];
  /** Columns of the result that together are unique and never null, in the order to read in. Not timestamptz: a Date loses microseconds. */
  readonly key: readonly [string, ...string[]];
  /** Rows a page; on the embedded database one page is one statement that everybody else waits for. */
  readonly size?: number;
}

const SIZE = 1_000;

/** The rows of a statement in key order, page by page, each page a statement of its own: nothing is held open between. */
export async function* readPages<Row extends QueryResultRow>(
  database: Pick<Database, 'query'>,
  { sql, parameters = [], key, size = SIZE }: PagedStatement,
): AsyncGenerator<readonly Row[]> {
  const columns = key.map((name) => `page."${name}"`).join(', ');
  const places = key.map((_, at) => `$${parameters.length + at + 1}`).join(', ');
  const page = (after: string) => `select * from (${sql}) as page ${after} order by ${columns} limit ${size}`;
  let last: readonly unknown[] | undefined;
  for (;;) {
    const { rows } = await database.query<Row>(
      page(last ? `where (${columns}) > (${places})` : ''),
      last ? [...parameters, ...last] : parameters,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = keyOf(rows.at(-1), key);
  }
}

/** The same rows one by one. */
export async function* readRows<Row extends QueryResultRow>(
  database: Pick<Database, 'query'>,
  statement: PagedStatement,
): AsyncGenerator<Row> {
  for await (const rows of readPages<Row>(database, statement)) yield* rows;
}

function keyOf(row: QueryResultRow | undefined, key: readonly string[]): readonly unknown[] {
  return key.map((name) => {
    const value: unknown = row?.[name];
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw new TypeError(`the page key ${name} must be a text, number or day that is never null`);
  });
}
