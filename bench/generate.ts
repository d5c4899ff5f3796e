/*
 * How fast members are generated and served, beside JSON.stringify of the same rows already in memory: what no server
 * can be faster than. Both sides take turns in one process.
 */
import { pinnedClock } from '../src/clock.js';
import { day } from '../src/domain/day.js';
import { numberOf } from '../src/sandbox/calendar.js';
import { type MemberRows, tableNames } from '../src/sandbox/ledger.js';
import { associationOn } from '../src/sandbox/life.js';
import { live } from '../src/sandbox/live.js';
import { type Sandbox, startSandbox } from '../src/sandbox/start.js';
import type { BenchRow } from './run.js';

const TODAY = day('2026-11-21');
const MEMBERS = 10_000;
const BATCH = 1000;
const RUNS = 5;
// More members than the server keeps generated, so that every page is made anew.
const LISTS = ['/api/Party?', '/api/InvoiceSummary?', '/api/Query?QueryName=$/AICopilot/MailEvents&'] as const;

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

async function seconds(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export async function bench(): Promise<BenchRow[]> {
  return [await generated(), ...(await served())];
}

/** Members a second, beside writing the same members down as JSON. */
async function generated(): Promise<BenchRow> {
  const association = associationOn(1, MEMBERS, numberOf(TODAY));
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    const made: MemberRows[] = [];
    const generating = await seconds(() => {
      for (let index = run * BATCH; index < (run + 1) * BATCH; index++) made.push(live(association, index).ledger.rows);
    });
    const writing = await seconds(() => {
      for (const rows of made) for (const table of tableNames) JSON.stringify(rows[table].map(({ value }) => value));
    });
    // The first run warms both sides up.
    if (run > 0) {
      ours.push(BATCH / generating);
      peer.push(BATCH / writing);
    }
  }
  return row('members generated, beside JSON.stringify of their rows', ours, peer, 'members/s');
}

/** Rows a second over HTTP, one page of 500 after another, beside writing the pages' JSON from memory. */
async function served(): Promise<BenchRow[]> {
  const sandbox = await startSandbox({ members: MEMBERS, seed: 1, clock: pinnedClock(TODAY) });
  try {
    await sandbox.ready();
    const token = await signIn(sandbox);
    const rows: BenchRow[] = [];
    for (const list of LISTS) rows.push(await servedList(sandbox, token, list));
    return rows;
  } finally {
    await sandbox.close();
  }
}

async function servedList(sandbox: Sandbox, token: string, list: string): Promise<BenchRow> {
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let run = 0; run <= RUNS; run++) {
    const pages: { readonly Items: { readonly $values: readonly unknown[] } }[] = [];
    const serving = await seconds(async () => {
      for (let page = 0; page < 4; page++) {
        const url = `${sandbox.url}${list}limit=500&offset=${(run * 4 + page) * 380}`;
        const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
        pages.push((await response.json()) as (typeof pages)[number]);
      }
    });
    const writing = await seconds(() => pages.map((page) => JSON.stringify(page)));
    const count = pages.reduce((sum, page) => sum + page.Items.$values.length, 0);
    if (run > 0) {
      ours.push(count / serving);
      peer.push(count / writing);
    }
  }
  return row(`rows served: ${list.replace(/[?&]$/, '')}, beside JSON.stringify of the pages`, ours, peer, 'rows/s');
}

async function signIn({ url, accounts }: Sandbox): Promise<string> {
  const { user, password } = accounts.read;
  const body = new URLSearchParams({ grant_type: 'password', username: user, password: password.reveal() });
  const answer = (await (await fetch(`${url}/token`, { method: 'POST', body })).json()) as { access_token: string };
  return answer.access_token;
}

function row(name: string, ours: readonly number[], peer: readonly number[], unit: string): BenchRow {
  const [mine, theirs] = [median(ours), median(peer)];
  return { name, ours: mine, peer: theirs, ratio: mine / theirs, unit, runs: ours.length };
}
