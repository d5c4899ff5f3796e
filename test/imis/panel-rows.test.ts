import { describe, expect, test } from 'vitest';
import { unauthorizedBody } from '../../src/imis/contracts/envelope.js';
import { decodePanelRow, encodePanelRow, panelRowIdOf } from '../../src/imis/contracts/panel-row.js';
import { encodeParty } from '../../src/imis/contracts/party.js';
import { panelSourceNamed, panelSources } from '../../src/imis/pack.js';
import { createReader } from '../../src/imis/read.js';
import { createWriter } from '../../src/imis/write.js';
import { examples } from './examples.js';
import { type Answering, json, startSite } from './site.js';

const source = panelSourceNamed('AI_StaffTask');
const task = {
  partyId: '101',
  values: {
    Kind: 'task',
    Subject: 'call about the conference',
    AssignedTo: '202',
    DueOn: '2026-11-27',
    Status: 'open',
    ChangeKey: 'copilot/P-7F3KQ2/1/x',
  },
};
const stored = { ...task, rowId: '~101|3' };
const echoed =
  (rowId: string): Answering =>
  (_asked, response) =>
    json(response, 201, encodePanelRow(source, { ...task, rowId }));

test('a row of every source goes over the wire and comes back as it was', () => {
  for (const one of panelSources) {
    const values = Object.fromEntries(
      one.columns.map(({ name, type }) => [
        name,
        type === 'integer' ? 7 : type === 'day' ? '2026-11-27' : type === 'time' ? '2026-11-27T08:00:00' : `a ${name}`,
      ]),
    );
    const row = { partyId: '101', values, rowId: one.instances === 'many a party' ? '~101|3' : '101' };
    expect(decodePanelRow(one, encodePanelRow(one, row))).toEqual({ fits: true, key: row.rowId, value: row });
  }
});

test('a new row has no identity, and an answer of ordinal 0 leaves its number open', async () => {
  const sent = encodePanelRow(source, task);
  expect(JSON.stringify(sent)).not.toContain('Ordinal');
  expect(panelRowIdOf(source, encodePanelRow(source, { ...task, rowId: '~101|0' }))).toBeUndefined();
  await using zero = await startSite(echoed('~101|0'));
  expect(await createWriter(zero.options).addPanelRow('AI_StaffTask', task)).toBeUndefined();
  await using three = await startSite(echoed('~101|3'));
  expect(await createWriter(three.options).addPanelRow('AI_StaffTask', task)).toBe('~101|3');
  expect(three.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/AI_StaffTask']);
});

describe('a row is added once', () => {
  test.each<[string, Answering, string]>([
    ['uncertain when the connection is cut', (_asked, response) => void response.socket?.destroy(), 'write_uncertain'],
    ['uncertain when the site fails', (_asked, response) => json(response, 500, {}), 'write_uncertain'],
    ['refused without the right', (_asked, response) => json(response, 403, {}), 'imis_refused'],
    ['not signed in', (_asked, response) => json(response, 401, unauthorizedBody), 'imis_sign_in'],
  ])('%s', async (_, answer, kind) => {
    await using site = await startSite(answer);
    await expect(createWriter(site.options).addPanelRow('AI_StaffTask', task)).rejects.toMatchObject({ kind });
    if (kind === 'write_uncertain') expect(site.asked).toHaveLength(1);
  });
});

test('a row is changed and removed by party and ordinal; one that is gone is fine', async () => {
  await using site = await startSite(({ method }, response) => json(response, method === 'DELETE' ? 404 : 200, {}));
  const writer = createWriter(site.options);
  await writer.changePanelRow('AI_StaffTask', { ...stored, values: { Status: 'done' } });
  await writer.removePanelRow('AI_StaffTask', stored.rowId);
  expect(site.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /api/AI_StaffTask/~101%7C3',
    'DELETE /api/AI_StaffTask/~101%7C3',
  ]);
  expect(site.asked[0]?.body).toContain('"Name":"Status","Value":"done"');
  expect(site.asked[0]?.body).not.toContain('Subject');
});

test('rows are found by columns of the source alone', async () => {
  await using site = await startSite((_asked, response) => json(response, 404, {}));
  const reader = createReader(site.options);
  await expect(reader.panelPage('AI_StaffTask', { filters: { Colour: 'eq:red' } })).rejects.toThrow(
    'AI_StaffTask cannot be filtered by Colour',
  );
  expect(await reader.panelRow('AI_StaffTask', '~101|3')).toBeUndefined();
});

describe('a contact detail is put back with the whole record', () => {
  test('sent once: what happened to a lost PUT is uncertain', async () => {
    const party = { ...examples.Party, email: 'old@example.org' };
    await using site = await startSite(({ method }, response) =>
      method === 'GET' ? json(response, 200, encodeParty(party)) : void response.socket?.destroy(),
    );
    const change = { field: 'email', before: 'old@example.org', after: 'new@example.org' } as const;
    await expect(createWriter(site.options).changeParty(party.partyId, change)).rejects.toMatchObject({
      kind: 'write_uncertain',
      doing: 'changing Party',
    });
    expect(site.asked.map(({ method }) => method)).toEqual(['GET', 'PUT']);
    await createWriter(site.options).changeParty(party.partyId, { ...change, after: 'OLD@example.org' });
    await expect(
      createWriter(site.options).changeParty(party.partyId, { ...change, before: 'x@example.org' }),
    ).rejects.toMatchObject({ kind: 'contact_changed_since' });
    expect(site.asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('a record in an unknown form is not written over', async () => {
    await using site = await startSite((_asked, response) => json(response, 200, { $type: 'Something', PartyId: '1' }));
    await expect(
      createWriter(site.options).changeParty('1', { field: 'email', before: null, after: 'new@example.org' }),
    ).rejects.toMatchObject({ kind: 'imis_unexpected_shape', oddity: 'unknown record' });
    expect(site.asked.every(({ method }) => method === 'GET')).toBe(true);
  });
});
