/*
 * What a call over MCP costs the server: processor time of a tools/call of an echo that exists only here, through token,
 * rights, runTool with its audit row and output schema, beside a bare echo of the SDK on the same kind of stack. Two
 * server processes of the compiled program take turns in small batches; this process is their client. The embedded
 * database works in a thread of the server and is counted with it, a server of its own (TEST_DATABASE_URL) is not.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root.js';
import { type Asked, type Caller, COUNTED, closedLoop, opened } from './mcp/calls.js';
import { staffNamed } from './mcp/database.js';
import { type Provider, startProvider } from './mcp/provider.js';
import { type MeasuredServer, startServer } from './mcp/server.js';
import type { BenchRow } from './run.js';

const RUNS = Number(process.env['BENCH_RUNS'] ?? 15);
const CALLS = 100;
// Where the bare server writes its schemas anew for every request, which takes it up to a second.
const SLOW_CALLS = 8;
const WARM_UP = 3;
// So that nobody calls more in a minute than the setting allows at its most.
const CALLERS = 30;
// Where tokens of the provider are for; every server here also answers to its own port of this machine.
const PUBLIC_URL = 'http://127.0.0.1:3978';

const TEXT = 'Members in Texas who joined this year';
const echo: Asked = {
  method: 'tools/call',
  params: { name: 'echo', arguments: { text: TEXT } },
  check({ content, structuredContent }) {
    const [first] = content as readonly { text: string }[];
    if (first?.text !== TEXT || (structuredContent as { text: string }).text !== TEXT)
      throw new Error('another text than was sent came back');
  },
};
const count: Asked = {
  method: 'tools/call',
  params: { name: 'count_members', arguments: COUNTED },
  check({ content, structuredContent }) {
    if (structuredContent === undefined) throw new Error(`no count came back: ${JSON.stringify(content)}`);
    const { counts } = structuredContent as { counts: { in: number } };
    counted.add(counts.in);
    if (counted.size > 1) throw new Error(`counted ${[...counted].join(' and ')}`);
  },
};
const counted = new Set<number>();
const list: Asked = {
  method: 'tools/list',
  params: {},
  check({ tools }) {
    const { length } = tools as readonly unknown[];
    if (length !== 17) throw new Error(`${length} tools were listed`);
  },
};

interface Row {
  readonly name: string;
  readonly asked: Asked;
  readonly ours: readonly Caller[];
  readonly peer: readonly Caller[];
  /** In a turn; left out: 100. */
  readonly calls?: number;
}

export async function bench(): Promise<{ rows: BenchRow[]; notes: string[] }> {
  const [before = 0] = loadavg();
  execFileSync(process.execPath, [
    join(packageRoot, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(packageRoot, 'bench/mcp/tsconfig.json'),
    '--noCheck',
  ]);
  const provider = await startProvider();
  const servers: MeasuredServer[] = [];
  try {
    const tokens = await tokensOf(provider);
    const ours = await startServer(join(packageRoot, 'dist/bench/mcp/ours-process.js'), {
      ISSUER: provider.issuer,
      PUBLIC_URL,
      PROVIDER_TOKEN: tokens[0] ?? '',
      CALLERS: String(CALLERS),
    });
    servers.push(ours);
    const peer = await startServer(join(packageRoot, 'dist/bench/mcp/peer-process.js'), {});
    servers.push(peer);
    const rows: BenchRow[] = [];
    for (const row of await rowsOf(ours, peer, tokens)) rows.push(await inTurn(row, ours, peer));
    for (const { name, millis } of await ours.parts())
      rows.push({ name: `alone: ${name}`, ours: millis, peer: null, ratio: null, unit: UNIT, runs: 1 });
    const [after = 0] = loadavg();
    return {
      rows,
      notes: [
        `${CALLS} calls a turn, eight at a time, ${counted.values().next().value} people counted; the database is ${process.env['TEST_DATABASE_URL'] ? 'a server of its own and not counted' : 'embedded in the server process and counted'}.`,
        `Load of the machine ${before.toFixed(1)} before and ${after.toFixed(1)} after.`,
      ],
    };
  } finally {
    await Promise.all(servers.map((server) => server.end()));
    provider.close();
  }
}

const tokensOf = (provider: Provider): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: CALLERS }, (_, place) => provider.token(staffNamed(place), PUBLIC_URL)));

async function rowsOf(ours: MeasuredServer, peer: MeasuredServer, tokens: readonly string[]): Promise<readonly Row[]> {
  const at = ({ addresses }: MeasuredServer, name: string, held: readonly string[]): readonly Caller[] =>
    Array.from({ length: CALLERS }, (_, place) => {
      const [address, token] = [addresses[name], held[place]];
      if (address === undefined) throw new Error(`no server is called ${name}`);
      return { address, ...(token !== undefined && { token }) };
    });
  const inSessions = (callers: readonly Caller[]) => Promise.all(callers.map(opened));
  const provider = at(ours, 'provider', tokens);
  const provider60 = at(ours, 'provider, 60', tokens);
  const personal = at(ours, 'personal', ours.tokens);
  // All of them are one person there, who has ten sessions at the most.
  const alone = at(ours, 'alone', tokens).slice(0, 8);
  const [bare, bare60] = [at(peer, 'usual', []), at(peer, '60', [])];
  const bareSessions = await inSessions(bare);
  const all: readonly Row[] = [
    { name: "echo, a provider's token", asked: echo, ours: provider, peer: bare },
    { name: 'echo, a personal token', asked: echo, ours: personal, peer: bare },
    { name: "echo, a provider's token, 60 tools", asked: echo, ours: provider60, peer: bare60 },
    { name: 'echo, the surface alone', asked: echo, ours: alone, peer: bare },
    {
      name: "echo in a session, a provider's token",
      asked: echo,
      ours: await inSessions(provider),
      peer: bareSessions,
    },
    { name: 'echo in a session, a personal token', asked: echo, ours: await inSessions(personal), peer: bareSessions },
    { name: 'echo in a session, the surface alone', asked: echo, ours: await inSessions(alone), peer: bareSessions },
    { name: "count_members, a provider's token", asked: count, ours: provider, peer: bare, calls: SLOW_CALLS },
    {
      name: "count_members in a session, a provider's token",
      asked: count,
      ours: await inSessions(provider),
      peer: bareSessions,
    },
    { name: 'tools/list, 17 tools', asked: list, ours: provider, peer: bare, calls: SLOW_CALLS },
  ];
  const only = process.env['BENCH_ONLY'];
  return only ? all.filter(({ name }) => name.includes(only)) : all;
}

const UNIT = 'ms of processor a call';

/** Turn by turn, who begins changing each time; the first turns warm both up. */
async function inTurn(
  { name, asked, ours, peer, calls = CALLS }: Row,
  our: MeasuredServer,
  their: MeasuredServer,
): Promise<BenchRow> {
  const spent: [number[], number[]] = [[], []];
  const sides = [
    { callers: ours, server: our, spent: spent[0] },
    { callers: peer, server: their, spent: spent[1] },
  ];
  for (let run = -WARM_UP; run < RUNS; run++)
    for (const side of run % 2 === 0 ? sides : [...sides].reverse()) {
      const before = await side.server.cpu();
      await closedLoop(side.callers, asked, calls);
      const cpu = ((await side.server.cpu()) - before) / calls;
      if (run >= 0) side.spent.push(cpu);
    }
  const [mine, theirs] = spent.map(median) as [number, number];
  // The rest takes minutes: whoever waits sees what there is, and keeps it should a later row fail.
  console.error(`${name}: ${mine.toFixed(2)} beside ${theirs.toFixed(2)}, ${(mine / theirs).toFixed(2)}`);
  return { name, ours: mine, peer: theirs, ratio: mine / theirs, unit: UNIT, runs: RUNS };
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
