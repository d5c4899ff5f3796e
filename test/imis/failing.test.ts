import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { encodeValidation, unauthorizedBody } from '../../src/imis/contracts/envelope.js';
import { encodeParty } from '../../src/imis/contracts/party.js';
import { createReader } from '../../src/imis/read.js';
import { Secret } from '../../src/settings/secret.js';
import { examples } from './examples.js';
import { type Answering, grantToken, json, pageOf, startSite } from './site.js';

const page: Answering = (asked, response) => json(response, 200, pageOf([encodeParty(examples.Party)], asked.query));
/** The scripted answers in turn, the last one for ever. */
const inTurn = (...answers: Answering[]): Answering => {
  let turn = 0;
  return (asked, response) => answers[Math.min(turn++, answers.length - 1)]?.(asked, response);
};
const status =
  (code: number, wire: unknown = {}, headers: Record<string, string> = {}): Answering =>
  (_asked, response) =>
    json(response, code, wire, headers);
const html: Answering = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in to the network</title>');
};
const halfBody: Answering = (asked, response) => {
  const whole = JSON.stringify(pageOf([encodeParty(examples.Party)], asked.query));
  response.writeHead(200, { 'content-type': 'application/json' }).end(whole.slice(0, whole.length / 2));
};
const cut: Answering = (_asked, response) => {
  response.socket?.destroy();
};
const cutInside: Answering = (_asked, response) => {
  response.writeHead(200, { 'content-length': '5000' });
  response.write('{"Items":');
  setTimeout(() => response.socket?.destroy(), 5);
};
const silent: Answering = () => {};

describe('what passes is repeated until it is well', () => {
  test.each<[string, Answering]>([
    ['500', status(500, 'An error occurred. Please contact the administrator.')],
    ['502 with a web page', (_asked, response) => void response.writeHead(502).end('<html>Bad gateway</html>')],
    ['408', status(408)],
    ['429', status(429)],
    ['429 with Retry-After 0', status(429, {}, { 'retry-after': '0' })],
    ['a connection cut before the answer', cut],
    ['a connection cut inside the answer', cutInside],
    ['half a JSON body', halfBody],
    ['a 401 though the token is good', status(401, unauthorizedBody)],
  ])('%s', async (_, failing) => {
    await using site = await startSite(inTurn(failing, failing, page));
    const { rows } = await createReader(site.options).page('Party');
    expect(rows).toHaveLength(1);
    expect(site.asked).toHaveLength(3);
  });

  test('a time-out', async () => {
    await using site = await startSite(inTurn(silent, page));
    const { rows } = await createReader({ ...site.options, timeoutMillis: 150 }).page('Party');
    expect(rows).toHaveLength(1);
  });
});

describe('what does not pass is told apart by who must act', () => {
  test.each<[string, Answering, object]>([
    ['a proxy’s web page', html, { kind: 'imis_unexpected_shape', oddity: 'web page' }],
    ['half a JSON body each time', halfBody, { kind: 'imis_unexpected_shape', oddity: 'broken JSON' }],
    ['JSON that is no list', status(200, { hello: 1 }), { kind: 'imis_unexpected_shape', oddity: 'no page of rows' }],
    ['a list without counts', status(200, { Items: { $values: [] } }), { kind: 'imis_unexpected_shape' }],
    ['403', status(403, { Message: 'No' }), { kind: 'imis_refused', refusal: 'forbidden' }],
    ['404', status(404), { kind: 'imis_refused', refusal: 'not found' }],
    ['501', status(501), { kind: 'imis_refused', refusal: 'not offered' }],
    ['409', status(409), { kind: 'imis_refused', refusal: 'duplicate' }],
    ['500 each time', status(500), { kind: 'imis_no_answer', silence: 'server error' }],
    ['429 each time', status(429), { kind: 'imis_no_answer', silence: 'busy' }],
    ['429 for an hour', status(429, {}, { 'retry-after': '3600' }), { kind: 'imis_no_answer', silence: 'busy' }],
    ['a cut connection each time', cut, { kind: 'imis_no_answer', silence: 'connection' }],
    ['401 each time', status(401, unauthorizedBody), { kind: 'imis_sign_in', status: 401 }],
    [
      'a validation failure',
      status(400, encodeValidation([{ field: 'EventId', message: 'Ada Example needs an event' }])),
      { kind: 'imis_refused', refusal: 'invalid', fields: ['EventId'] },
    ],
  ])('%s', async (_, failing, expected) => {
    await using site = await startSite(failing);
    await expect(createReader(site.options).page('Party')).rejects.toMatchObject({
      ...expected,
      doing: 'reading Party',
      next: expect.stringMatching(/\.$/),
      message: expect.stringContaining(new URL(site.url).host),
    });
  });

  test('an hour of Retry-After is not waited for', async () => {
    await using site = await startSite(status(429, {}, { 'retry-after': '3600' }));
    await expect(createReader(site.options).page('Party')).rejects.toThrow('asks to slow down');
    expect(site.asked).toHaveLength(1);
  });

  test('a redirect is not followed, and the token goes nowhere else', async () => {
    await using elsewhere = await startSite(page);
    await using site = await startSite((_asked, response) => {
      response.writeHead(302, { location: `${elsewhere.url}/api/Party` }).end();
    });
    await expect(createReader(site.options).page('Party')).rejects.toMatchObject({ oddity: 'redirect' });
    expect(elsewhere.asked).toEqual([]);
  });

  test('a site that never answers is given up in bounded time', async () => {
    await using site = await startSite(silent);
    await expect(createReader({ ...site.options, timeoutMillis: 60 }).page('Party')).rejects.toMatchObject({
      kind: 'imis_no_answer',
      silence: 'timeout',
    });
    expect(site.asked.length).toBeLessThanOrEqual(4);
  });

  test('nobody listening there', async () => {
    const port = await freePort();
    const options = { url: `http://127.0.0.1:${port}`, credentials: { user: 'a', password: new Secret('b') } };
    const retry = { repeats: 1, firstMillis: 1, longestMillis: 10 };
    await expect(createReader({ ...options, retry }).page('Party')).rejects.toMatchObject({
      kind: 'imis_no_answer',
      silence: 'connection',
      doing: 'signing in',
    });
  });
});

describe('signing in', () => {
  test.each<[string, Answering, object]>([
    ['wrong credentials', status(400, { error: 'invalid_grant' }), { kind: 'imis_sign_in' }],
    ['a wrong address that answers 404', status(404), { kind: 'imis_unexpected_shape', oddity: 'not iMIS' }],
    ['a web page', html, { kind: 'imis_unexpected_shape', oddity: 'web page' }],
    ['JSON without a token', status(200, {}), { kind: 'imis_unexpected_shape', oddity: 'not iMIS' }],
    ['500 each time', status(500), { kind: 'imis_no_answer' }],
  ])('%s', async (_, token, expected) => {
    await using site = await startSite(page, token);
    await expect(createReader(site.options).page('Party')).rejects.toMatchObject(expected);
    expect(site.asked).toEqual([]);
  });

  test('wrong credentials are tried once: repeating them would lock the account', async () => {
    await using site = await startSite(page, status(400, { error: 'invalid_grant' }));
    await expect(createReader(site.options).page('Party')).rejects.toThrow('does not accept the reading account');
    expect(site.signIns).toHaveLength(1);
  });

  test('wrong credentials are tried once for all who ask, and again only after a quarter of an hour', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      await using site = await startSite(page, inTurn(status(400, { error: 'invalid_grant' }), grantToken));
      const reader = createReader(site.options);
      const asked = await Promise.allSettled(Array.from({ length: 20 }, () => reader.page('Party')));
      const kinds = asked.map((one) => (one.status === 'rejected' ? one.reason.kind : one.status));
      expect(new Set(kinds)).toEqual(new Set(['imis_sign_in']));
      await expect(reader.page('Party')).rejects.toMatchObject({ kind: 'imis_sign_in' });
      expect(site.signIns).toHaveLength(1);
      vi.advanceTimersByTime(16 * 60_000);
      expect((await reader.page('Party')).rows).toHaveLength(1);
      expect(site.signIns).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a sign-in that is never answered is given up in bounded time', async () => {
    await using site = await startSite(page, silent);
    const retry = { repeats: 20, firstMillis: 1, longestMillis: 10 };
    await expect(createReader({ ...site.options, timeoutMillis: 60, retry }).page('Party')).rejects.toMatchObject({
      silence: 'timeout',
    });
    expect(site.signIns.length).toBeLessThanOrEqual(4);
  });

  test('a sign-in goes on while somebody waits for it, and is given up with the last who does', async () => {
    let closed = 0;
    let answer = () => {};
    await using site = await startSite(page, (asked, response) => {
      response.on('close', () => (closed += 1));
      answer = () => void grantToken(asked, response);
    });
    const reader = createReader({ ...site.options, timeoutMillis: 60_000 });
    const [first, second] = [new AbortController(), new AbortController()];
    const asking = [first, second].map(({ signal }) => reader.page('Party', { signal }));
    await vi.waitFor(() => expect(site.signIns).toHaveLength(1));
    first.abort(new Error('enough'));
    await expect(asking[0]).rejects.toThrow('enough');
    answer();
    expect((await asking[1])?.rows).toHaveLength(1);

    const alone = createReader({ ...site.options, timeoutMillis: 60_000 }).page('Party', { signal: second.signal });
    await vi.waitFor(() => expect(site.signIns).toHaveLength(2));
    closed = 0;
    second.abort(new Error('shutting down'));
    await expect(alone).rejects.toThrow('shutting down');
    await vi.waitFor(() => expect(closed).toBe(1));
  });

  test('a failing sign-in is repeated, and the grant is the one iMIS documents', async () => {
    await using site = await startSite(page, inTurn(status(500), grantToken));
    await createReader(site.options).page('Party');
    const sent = new URLSearchParams(site.signIns[1]?.body);
    expect([...sent.keys()]).toEqual(['grant_type', 'username', 'password']);
    expect(sent.get('grant_type')).toBe('password');
  });

  test('many requests at once share one sign-in, and one new sign-in when the token is denied', async () => {
    const tokens = ['first', 'second', 'third'];
    await using site = await startSite(
      (asked, response) =>
        asked.headers.authorization === 'Bearer second'
          ? page(asked, response)
          : status(401, unauthorizedBody)(asked, response),
      (_asked, response) => json(response, 200, { access_token: tokens.shift(), expires_in: '1199' }),
    );
    const reader = createReader({ ...site.options, concurrency: 20 });
    await Promise.all(Array.from({ length: 20 }, () => reader.page('Party')));
    expect(site.signIns).toHaveLength(2);
  });

  test('a token is renewed before it ends', async () => {
    await using site = await startSite(page, (_asked, response) =>
      json(response, 200, { access_token: 'x', expires_in: 0.05 }),
    );
    const reader = createReader(site.options);
    await reader.page('Party');
    await new Promise((passed) => setTimeout(passed, 60));
    await reader.page('Party');
    expect(site.signIns).toHaveLength(2);
  });
});

test('no more requests run at once than the cap allows, and all come through', async () => {
  let running = 0;
  let most = 0;
  await using site = await startSite(async (asked, response) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((passed) => setTimeout(passed, 5));
    running -= 1;
    await (site.asked.length % 7 === 0 ? status(500)(asked, response) : page(asked, response));
  });
  const reader = createReader({ ...site.options, concurrency: 3 });
  const pages = await Promise.all(Array.from({ length: 40 }, () => reader.page('Party')));
  expect(pages).toHaveLength(40);
  expect(most).toBe(3);
});

test('a caller who gives up is let go at once, with the own reason', async () => {
  await using site = await startSite(silent);
  const gone = new AbortController();
  const asking = createReader(site.options).page('Party', { signal: gone.signal });
  setTimeout(() => gone.abort(new Error('shutting down')), 30);
  await expect(asking).rejects.toThrow('shutting down');
});

test('a caller who waits for a turn is let go at once too, and takes nobody’s turn', async () => {
  let finish = () => {};
  await using site = await startSite((asked, response) => {
    if (site.asked.length > 1) return page(asked, response);
    finish = () => void page(asked, response);
  });
  const reader = createReader({ ...site.options, concurrency: 1, timeoutMillis: 60_000 });
  const gone = new AbortController();
  const first = reader.page('Party');
  const waiting = reader.page('Party', { signal: gone.signal });
  const last = reader.page('Party');
  await vi.waitFor(() => expect(site.asked).toHaveLength(1));
  gone.abort(new Error('shutting down'));
  await expect(waiting).rejects.toThrow('shutting down');
  finish();
  expect((await Promise.all([first, last])).map(({ rows }) => rows.length)).toEqual([1, 1]);
  expect(site.asked).toHaveLength(2);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
