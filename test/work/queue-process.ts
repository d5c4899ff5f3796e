/* A process of its own that runs the queue: told of a job, it prints the job's id and then holds it, or ends it. */
import { openNative } from '../../src/store/native.js';
import { openStore } from '../../src/store/open.js';
import { createQueue } from '../../src/work/queue.js';

const [where = '', hold = 'hold'] = process.argv.slice(2);
const store = where.startsWith('postgres')
  ? openNative({ url: where, statementMillis: 30_000, connections: 4 })
  : await openStore({ dataDir: where, database: { statementMillis: 30_000 } });
const queue = await createQueue<{ note: { readonly id: string } }>(store, {
  note: async ({ id }, { attempt }) => {
    process.stdout.write(`${id} ${attempt}\n`);
    if (hold === 'hold') await new Promise((resolve) => setTimeout(resolve, 600_000));
  },
});
await queue.start();
process.stdout.write('started\n');
