/*
 * Messages no client should send: good ones of both eras, mutated as JSON, as text and as an HTTP request. A seed gives
 * the same ones each time.
 */
import fc from 'fast-check';
import { initialize, legacy, modern, modernHeaders } from './raw.js';

/** One attempt: what is written to the socket. */
export interface Attempt {
  readonly method: 'POST' | 'GET' | 'DELETE' | 'PUT' | 'OPTIONS';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Bytes promised and never sent; the client then goes away. */
  readonly lacking: number;
  readonly says: string;
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What attempts may name of sessions: one of the sender's own, one of somebody else's. */
export interface Known {
  readonly ownSession: string;
  readonly foreignSession: string;
}

const everyone = { op: 'field', field: 'status', test: { in: ['active', 'grace'] } };
const calls: readonly [method: string, params: Record<string, unknown>][] = [
  ['tools/list', {}],
  ['tools/call', { name: 'count_members', arguments: { definition: everyone } }],
  ['tools/call', { name: 'find_members', arguments: { definition: everyone, limit: 3 } }],
  ['tools/call', { name: 'member_profile', arguments: { member: 'M-7F3KQ2' } }],
  ['tools/call', { name: 'open_receipt', arguments: { receipt: 'R-7F3KQ2' } }],
  ['tools/call', { name: 'propose_note', arguments: { member: 'M-7F3KQ2', text: 'Called.' } }],
  ['tools/call', { name: 'what_can_you_do', arguments: {}, _meta: { progressToken: 7 } }],
  ['resources/list', {}],
  ['resources/templates/list', {}],
  ['resources/read', { uri: 'imis://fields' }],
  ['resources/read', { uri: 'imis://receipt/R-7F3KQ2' }],
  ['prompts/list', {}],
  ['prompts/get', { name: 'renewals-due', arguments: {} }],
  [
    'completion/complete',
    { ref: { type: 'ref/resource', uri: 'imis://receipt/{id}' }, argument: { name: 'id', value: 'R-' } },
  ],
  ['server/discover', {}],
  ['ping', {}],
  ['logging/setLevel', { level: 'debug' }],
  ['notifications/cancelled', { requestId: 1 }],
  ['notifications/initialized', {}],
];

const era = fc.constantFrom<'modern' | 'legacy'>('modern', 'legacy');
const valid = fc.tuple(era, fc.constantFrom(...calls)).map(([of, [method, params]]) => ({
  of,
  message: (of === 'modern' ? modern(method, params) : legacy(method, params)) as unknown as Json,
}));
const opening = fc.constant({ of: 'legacy' as const, message: initialize as unknown as Json });

const nested = (levels: number): Json => {
  let value: Json = [];
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};
/** Made by parsing, since an object literal would set the prototype instead. */
const poisoned: Json = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"toString":1}');

const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 0, 1.5, 1e308, 2 ** 53, '', 'x', [], {}, [null], poisoned, nested(1000)),
  fc.constantFrom<Json>(
    'a'.repeat(5000),
    '../../../../etc/passwd',
    "'; drop table members; --",
    '\u202e\u0000\u200b',
    '\ud800',
    '{{constructor}}',
    '__proto__',
    'constructor',
    'toString',
    'tools/call',
    'rpc.discover',
    'notifications/unknown',
    '2026-07-28',
    '1999-01-01',
  ),
  fc.double(),
  fc.string({ maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

interface Edit {
  readonly at: readonly number[];
  readonly kind: 'drop' | 'replace' | 'rename' | 'add';
  readonly value: Json;
  readonly name: string;
}
const names = [
  '__proto__',
  'constructor',
  'id',
  'method',
  'params',
  'jsonrpc',
  'result',
  'error',
  '_meta',
  'hasOwnProperty',
];
const edit: fc.Arbitrary<Edit> = fc.record({
  // The fourth of a message is its params: what stands there reaches our own code.
  at: fc
    .tuple(fc.oneof({ weight: 3, arbitrary: fc.constant(3) }, fc.nat(20)), fc.array(fc.nat(20), { maxLength: 4 }))
    .map(([first, others]) => [first, ...others]),
  kind: fc.constantFrom('drop', 'replace', 'replace', 'rename', 'add'),
  value: junk,
  name: fc.constantFrom(...names),
});

/** The same value with one place of it changed; `at` says which way to go, again from the start where it is too long. */
function edited(value: Json, change: Edit, depth = 0): Json {
  if (value === null || typeof value !== 'object') return change.value;
  const entries = Object.entries(value);
  const place = (change.at[depth] ?? 0) % Math.max(1, entries.length);
  const next = entries[place];
  if (!next || change.kind === 'add') return rebuilt(value, [...entries, [change.name, change.value]]);
  const [key, inner] = next;
  const goesOn = depth + 1 < change.at.length && inner !== null && typeof inner === 'object';
  const others = entries.filter((_, index) => index !== place);
  if (goesOn) return rebuilt(value, [...others, [key, edited(inner, change, depth + 1)]]);
  if (change.kind === 'drop') return rebuilt(value, others);
  return rebuilt(value, [...others, change.kind === 'rename' ? [change.name, inner] : [key, change.value]]);
}

const rebuilt = (like: Json, entries: [string, Json][]): Json =>
  Array.isArray(like)
    ? entries.map(([, value]) => value)
    : // By parsing, so that __proto__ is a name like any other.
      (JSON.parse(
        `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`,
      ) as Json);

type Spoil = (text: string) => Buffer;
const unspoiled: readonly [says: string, spoil: Spoil] = ['as it is', (text) => Buffer.from(text)];
const spoils: readonly (readonly [says: string, spoil: Spoil])[] = [
  ['half', (text) => Buffer.from(text.slice(0, text.length / 2))],
  ['twice', (text) => Buffer.from(`${text}${text}`)],
  ['two lines', (text) => Buffer.from(text.replace('{', '{\n\n'))],
  ['duplicate keys', (text) => Buffer.from(text.replace('{', '{"method":"tools/list","id":{"a":1},"jsonrpc":"1.0",'))],
  ['poisoned keys', (text) => Buffer.from(text.replace('{', '{"__proto__":{"method":"tools/list","id":9},'))],
  ['a number too long', (text) => Buffer.from(text.replace(/"id":[^,}]+/, `"id":${'9'.repeat(400)}`))],
  ['a number too large', (text) => Buffer.from(text.replace(/"id":[^,}]+/, '"id":1e999'))],
  [
    'bad UTF-8',
    (text) =>
      Buffer.concat([Buffer.from(text.slice(0, -10)), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(text.slice(-10))]),
  ],
  ['UTF-16', (text) => Buffer.from(text, 'utf16le')],
  ['with a mark before it', (text) => Buffer.from(`\ufeff${text}`)],
  ['with a null byte', (text) => Buffer.from(text.replace(':', ':\u0000'))],
  ['nested without end', () => Buffer.from('['.repeat(5000))],
  ['nested 1,000 deep', (text) => Buffer.from(`${'['.repeat(1000)}${text}${']'.repeat(1000)}`)],
  ['comments', (text) => Buffer.from(`/* x */ ${text}`)],
  ['nothing', () => Buffer.alloc(0)],
];

const body = fc
  .tuple(
    fc.oneof({ weight: 12, arbitrary: valid }, { weight: 1, arbitrary: opening }),
    fc.array(edit, { maxLength: 3 }),
    fc.oneof({ weight: 3, arbitrary: fc.constant(unspoiled) }, { weight: 2, arbitrary: fc.constantFrom(...spoils) }),
    fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 120 }) }),
  )
  .map(([{ of, message }, edits, [says, spoil], many]) => {
    const changed = edits.reduce<Json>((value, one) => edited(value, one), message);
    const sent = many > 0 ? Array.from({ length: many }, (_, at) => (at % 3 === 0 ? message : changed)) : changed;
    const kinds = [...edits.map(({ kind }) => kind), ...(many > 0 ? ['batch'] : []), says];
    return { of, message, bytes: spoil(JSON.stringify(sent)), says: kinds.join(' + ') };
  });

/** Lines for stdin: each malformed in itself, none of them two. */
export const malformedLines = (count: number, seed: number): readonly Buffer[] =>
  fc.sample(body, { numRuns: count, seed }).map(({ bytes }) => Buffer.from(bytes.filter((byte) => byte !== 0x0a)));

const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    'mcp-protocol-version': fc.constantFrom(
      '2026-07-28',
      '2025-11-25',
      '1999-01-01',
      '',
      'x'.repeat(300),
      '2026-07-28, 2025-11-25',
    ),
    'mcp-method': fc.constantFrom('tools/list', 'tools/call', '', '__proto__', 'initialize'),
    'mcp-name': fc.constantFrom('count_members', '', 'constructor', '=?base64?!!?='),
    'content-type': fc.constantFrom(
      'text/plain',
      'application/json; charset=klingon',
      'multipart/form-data',
      '',
      'application/xml',
    ),
    'content-encoding': fc.constantFrom('gzip', 'br', 'klingon', 'identity'),
    accept: fc.constantFrom('text/html', '', 'application/json', 'text/event-stream', '*/*'),
    'last-event-id': fc.constantFrom('1', 'x', "' or 1=1"),
  },
  { requiredKeys: [] },
);

const attemptsOf = ({ ownSession, foreignSession }: Known): fc.Arbitrary<Attempt> =>
  fc
    .record({
      body,
      method: fc.oneof(
        { weight: 14, arbitrary: fc.constant('POST' as const) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('GET' as const, 'DELETE' as const, 'PUT' as const, 'OPTIONS' as const),
        },
      ),
      session: fc.constantFrom(
        undefined,
        ...[ownSession, ownSession, ownSession, ownSession],
        foreignSession,
        'nothing',
        '__proto__',
        'x'.repeat(200),
      ),
      isOdd: fc.nat(3).map((roll) => roll === 0),
      odd: oddHeaders,
      lacking: fc.oneof(
        { weight: 30, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 50 }) },
      ),
    })
    .map(({ body: { of, message, bytes, says }, method, session, isOdd, odd, lacking }) => {
      const asked = message as unknown as { method: string; params: Record<string, unknown> };
      // The sender's own session is never ended, so that later attempts meet a living one.
      const named = method === 'DELETE' && session === ownSession ? 'nothing' : session;
      return {
        method,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...(of === 'modern' ? modernHeaders(asked) : { 'mcp-protocol-version': '2025-11-25' }),
          ...(of === 'legacy' && named !== undefined && { 'mcp-session-id': named }),
          ...(isOdd && odd),
        },
        body: method === 'GET' ? Buffer.alloc(0) : bytes,
        lacking: method === 'GET' ? 0 : lacking,
        says: `${of} ${says}${isOdd ? ' + odd headers' : ''}${lacking > 0 ? ' + never ends' : ''}`,
      };
    });

export const attempts = (known: Known, count: number, seed: number): readonly Attempt[] =>
  fc.sample(attemptsOf(known), { numRuns: count, seed });
