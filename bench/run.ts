/*
 * npm run bench -- NAME [--json]: runs bench/NAME.ts and prints our figure beside the peer's, measured in the same run.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root.js';

/** One line of the performance table; medians of `runs`. `ratio` is ours to peer, null where there is no peer. */
export interface BenchRow {
  readonly name: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly ratio: number | null;
  readonly unit: string;
  readonly runs: number;
}

interface Bench {
  bench(): Promise<readonly BenchRow[] | { readonly rows: readonly BenchRow[]; readonly notes: readonly string[] }>;
}

const names = readdirSync(join(packageRoot, 'bench'))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace('.ts', ''));

const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
if (!name || !names.includes(name)) {
  console.error(`Name a benchmark: ${names.join(', ')}.`);
  process.exit(2);
}

const { bench } = (await import(`./${name}.ts`)) as Bench;
const result = await bench();
const { rows, notes } = 'rows' in result ? result : { rows: result, notes: [] };
if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: name, rows, notes }, undefined, 2));
else {
  const round = (value: number | null) => (value === null ? '–' : Number(value.toPrecision(4)).toString());
  for (const row of rows)
    console.log(
      `${row.name}: ours ${round(row.ours)} ${row.unit}, peer ${round(row.peer)}, ratio ${round(row.ratio)} (${row.runs} runs)`,
    );
  for (const note of notes) console.log(note);
}
