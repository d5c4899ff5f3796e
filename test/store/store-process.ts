/* A process of its own with a store, told over its stdin what to do: one JSON line a request, one a reply. */
import { createInterface } from 'node:readline';
import { ExpectedError } from '../../src/errors.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore, type Store } from '../../src/store/open.js';

export type Request =
  | { readonly do: 'open' | 'migrate' | 'role' | 'close' }
  | { readonly do: 'query'; readonly sql: string; readonly parameters?: readonly unknown[] }
  /** Begins, runs the statement, and commits after the wait. */
  | { readonly do: 'transaction'; readonly sql: string; readonly waitMillis: number };
export type Reply = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

const [dataDir = '', statementMillis = '60000'] = process.argv.slice(2);
let store: Store;

async function obey(request: Request): Promise<unknown> {
  switch (request.do) {
    case 'open':
      store = await openStore({ dataDir, database: { statementMillis: Number(statementMillis) } });
      return store.role;
    case 'migrate':
      return await migrate(store);
    case 'role':
      return store.role;
    case 'close':
      return await store.close();
    case 'query':
      return (await store.query(request.sql, request.parameters)).rows;
    case 'transaction':
      return await store.withTransaction(async (transaction) => {
        await transaction.query(request.sql);
        await new Promise((resolve) => setTimeout(resolve, request.waitMillis));
        return 'committed';
      });
  }
}

createInterface(process.stdin).on('line', (line) => {
  const { id, ...request } = JSON.parse(line) as Request & { id: number };
  const say = (reply: Reply) => process.stdout.write(`${JSON.stringify(reply)}\n`);
  obey(request as Request).then(
    (value) => say({ id, value: value ?? null }),
    (error: unknown) => say({ id, error: error instanceof ExpectedError ? error.kind : String(error) }),
  );
});
