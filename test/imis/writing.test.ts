import { describe, expect, test } from 'vitest';
import { activityIdOf, decodeNewActivity, encodeActivity } from '../../src/imis/contracts/activity.js';
import { encodeValidation, unauthorizedBody } from '../../src/imis/contracts/envelope.js';
import { createWriter } from '../../src/imis/write.js';
import { examples } from './examples.js';
import { type Answering, json, startSite } from './site.js';

const { activityId: _, updatedOn: __, ...note } = examples.Activity;

const added: Answering = (_asked, response) => json(response, 201, encodeActivity({ ...note, activityId: '7002' }));
const withoutNumber: Answering = (_asked, response) =>
  json(response, 201, encodeActivity({ ...note, activityId: '0' }));
const nothing: Answering = (_asked, response) => void response.writeHead(204).end();

describe('adding a note', () => {
  test('sends the whole activity with its type first and answers the number iMIS gave it', async () => {
    await using site = await startSite(added);
    expect(await createWriter(site.options).addActivity(note)).toBe('7002');
    const [asked] = site.asked;
    expect([asked?.method, asked?.path, asked?.headers['content-type']]).toEqual([
      'POST',
      '/api/Activity',
      'application/json',
    ]);
    expect(asked?.body.startsWith('{"$type":"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts"')).toBe(true);
    expect(decodeNewActivity(JSON.parse(asked?.body ?? ''))).toEqual({ fits: true, key: 'new', value: note });
    expect(activityIdOf(JSON.parse(asked?.body ?? ''))).toBeUndefined();
  });

  test.each([
    ['reports number 0', withoutNumber],
    ['has no body', nothing],
  ])('an answer that %s leaves the number open', async (_, answer) => {
    await using site = await startSite(answer);
    expect(await createWriter(site.options).addActivity(note)).toBeUndefined();
  });

  test.each<[string, Answering]>([
    ['the connection is cut', (_asked, response) => void response.socket?.destroy()],
    ['the site says 500', (_asked, response) => json(response, 500, 'An error occurred')],
    ['a proxy says 504', (_asked, response) => void response.writeHead(504).end('<html>')],
    ['no answer comes in time', () => {}],
    ['the answer breaks off', (_asked, response) => void response.writeHead(201).end('{"Identity":{')],
    ['the answer is a web page', (_asked, response) => void response.writeHead(200).end('<html>Welcome</html>')],
  ])('is not sent again and uncertain when %s', async (_, answer) => {
    await using site = await startSite(answer);
    await expect(createWriter({ ...site.options, timeoutMillis: 200 }).addActivity(note)).rejects.toMatchObject({
      kind: 'write_uncertain',
      doing: 'adding Activity',
    });
    expect(site.asked).toHaveLength(1);
  });

  test.each<[string, number, unknown, string]>([
    ['a validation failure', 400, encodeValidation([{ field: 'ACTIVITY_TYPE', message: 'x' }]), 'imis_refused'],
    ['a missing right', 403, {}, 'imis_refused'],
    ['an operation that is not there', 501, {}, 'imis_refused'],
    ['a denied sign-in', 401, unauthorizedBody, 'imis_sign_in'],
  ])('is certainly not written after %s', async (_, code, wire, kind) => {
    await using site = await startSite((_asked, response) => json(response, code, wire));
    await expect(createWriter(site.options).addActivity(note)).rejects.toMatchObject({ kind });
  });

  test('is sent again where iMIS turned it away before looking at it', async () => {
    let turn = 0;
    await using site = await startSite((asked, response) => {
      turn += 1;
      if (turn === 1) return json(response, 401, unauthorizedBody);
      return turn === 2 ? json(response, 429, {}) : added(asked, response);
    });
    expect(await createWriter(site.options).addActivity(note)).toBe('7002');
    expect(site.asked).toHaveLength(3);
  });
});

describe('taking a note back', () => {
  test('deletes by number, repeats what passes, and a note that is gone is fine', async () => {
    let turn = 0;
    await using site = await startSite((_asked, response) => {
      turn += 1;
      if (turn === 1) return void response.socket?.destroy();
      json(response, 404, {});
    });
    await createWriter(site.options).removeActivity('7002');
    expect(site.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /api/Activity/7002',
      'DELETE /api/Activity/7002',
    ]);
  });

  test('a proxy’s 404 is not taken for a note that is gone', async () => {
    await using site = await startSite((_asked, response) => void response.writeHead(404).end('<html>Oops</html>'));
    await expect(createWriter(site.options).removeActivity('7002')).rejects.toMatchObject({
      kind: 'imis_unexpected_shape',
    });
  });

  test('a site that refuses says so', async () => {
    await using site = await startSite((_asked, response) => json(response, 403, {}));
    await expect(createWriter(site.options).removeActivity('7002')).rejects.toMatchObject({ refusal: 'forbidden' });
  });
});

test('whether something may be written is asked, not tried', async () => {
  await using site = await startSite(({ path }, response) =>
    path.includes('AI_Segment') ? json(response, 403, {}) : json(response, 200, path.includes('Activity')),
  );
  const writer = createWriter(site.options);
  const answers = await Promise.all(
    ['Activity', 'AI_Outbox', 'AI_Segment'].map((entity) => writer.canWrite(entity, 'add')),
  );
  expect(answers).toEqual([true, false, false]);
  expect(site.asked.every(({ path }) => path.endsWith('/_haspermission/Add'))).toBe(true);
  await writer.canWrite('Activity', 'remove');
  expect(site.asked.at(-1)?.path).toBe('/api/Activity/_haspermission/Delete');
});
