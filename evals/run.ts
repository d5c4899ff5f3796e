/*
 * npm run eval -- SUITE [--cases FILE] [--seed N] [--as-of DAY] [--json] [--check]
 *
 * Exit 0 when it ran, 1 when it could not or when --check found a metric worse than thresholds.json, 2 on wrong usage.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../src/domain/day.js';
import { report } from '../src/errors.js';
import { bytes } from './bytes/suite.js';
import { conversations } from './conversations/suite.js';
import { redaction } from './redaction/suite.js';
import { type Suite, type SuiteResult, type Thresholds, worse } from './suite.js';
import { toolChoice } from './tools/suite.js';

const suites: readonly Suite[] = [conversations, toolChoice, redaction, bytes];
const DAY_OF_THE_EVALS = '2026-11-21';

const usage = `Usage: npm run eval -- SUITE [--cases FILE] [--seed N] [--as-of DAY] [--json] [--check]

Suites:
${suites.map(({ name, about }) => `  ${name}  ${about}`).join('\n')}`;

interface Asked {
  readonly suite: Suite;
  readonly casesFile?: string | undefined;
  readonly seed: number;
  readonly asOf: string;
  readonly json: boolean;
  readonly check: boolean;
}

/** What was asked for, or the words that say what is wrong with it. */
export function askedFor(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        cases: { type: 'string' },
        seed: { type: 'string', default: '1' },
        'as-of': { type: 'string', default: DAY_OF_THE_EVALS },
        json: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return usage;
    const suite = suites.find(({ name }) => name === positionals[0]);
    if (!suite || positionals.length !== 1) return `There is no suite "${positionals.join(' ')}".\n\n${usage}`;
    if (!/^\d+$/.test(values.seed)) return `--seed: give a whole number.\n\n${usage}`;
    if (!isDay(values['as-of'])) return `--as-of: give a day as YYYY-MM-DD.\n\n${usage}`;
    const { json, check, cases: casesFile } = values;
    return { suite, casesFile, seed: Number(values.seed), asOf: values['as-of'], json, check };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${usage}`;
  }
}

async function main(args: readonly string[]): Promise<number> {
  const asked = askedFor(args);
  if (typeof asked === 'string') {
    const isHelp = args.includes('--help');
    (isHelp ? process.stdout : process.stderr).write(`${asked}\n`);
    return isHelp ? 0 : 2;
  }
  const { suite, casesFile, seed, asOf, json, check } = asked;
  try {
    const result = await suite.run({ casesFile, seed, asOf, onProgress: progress });
    print(suite, seed, result, json);
    if (!check) return 0;
    const thresholds = JSON.parse(await readFile(join(import.meta.dirname, 'thresholds.json'), 'utf8')) as Thresholds;
    const faults = worse(suite.name, result.metrics, thresholds);
    for (const fault of faults) process.stderr.write(`${suite.name}: ${fault}\n`);
    return faults.length > 0 ? 1 : 0;
  } catch (error) {
    const isOurs = error instanceof TypeError || (error as NodeJS.ErrnoException).code === 'ENOENT';
    const told = isOurs
      ? {
          kind: 'cases_invalid',
          message: (error as Error).message,
          next: 'Correct the file of cases; evals/README.md has its format.',
        }
      : report(error);
    if (json) process.stdout.write(`${JSON.stringify({ error: told })}\n`);
    else process.stderr.write(`${told.message} ${told.next}\n`);
    return 1;
  }
}

/** Progress is for a person at a terminal. */
function progress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
}

function print({ name }: Suite, seed: number, { cases, metrics, failures }: SuiteResult, json: boolean): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (json) {
    process.stdout.write(`${JSON.stringify({ suite: name, cases, seed, metrics, failures })}\n`);
    return;
  }
  const lines = Object.entries(metrics).map(([metric, value]) => `  ${metric}: ${value.toFixed(3)}`);
  const failed = failures.map((failure) => `  ${JSON.stringify(failure)}`);
  process.stdout.write([`${name}: ${cases} cases, seed ${seed}`, ...lines, ...failed].join('\n').concat('\n'));
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));
