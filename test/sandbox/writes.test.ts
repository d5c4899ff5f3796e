import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { encodeActivity } from '../../src/imis/contracts/activity.js';
import { encodeGroupMember } from '../../src/imis/contracts/membership.js';
import { decodeParty, encodeParty } from '../../src/imis/contracts/party.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { properties, WireClient } from './client.js';

const MEMBER = '100104';
/** Has a second e-mail address. */
const TWO_MAILS = '100110';
const clock = pinnedClock(day('2026-11-21'));
const note = (text: string, changeKey = 'key-1') =>
  encodeActivity({ partyId: MEMBER, activityType: 'NOTE', occurredOn: day('2026-11-21'), note: text, changeKey });
const panelRow = (entity: string, values: Record<string, unknown>) => ({
  $type: 'Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts',
  EntityTypeName: entity,
  PrimaryParentIdentity: { IdentityElements: { $values: [MEMBER] } },
  Properties: { $values: Object.entries(values).map(([Name, Value]) => ({ Name, Value })) },
});

let dataDir: string;
let sandbox: Sandbox;
let client: WireClient;

async function start(): Promise<void> {
  sandbox = await startSandbox({ members: 60, seed: 3, clock, dataDir });
  client = await WireClient.signedIn(sandbox, 'write');
}
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'));
  await start();
});
afterEach(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

const notesOf = async () =>
  (await client.all(`/api/Activity?PartyId=${MEMBER}&UF_1=notEmpty:`)).map((row) => properties(row)['NOTE']);

test('a note is made, found by its key, changed, and deleted', async () => {
  const made = await client.send('POST', '/api/Activity', note('She called about the conference.'));
  const seqn = String(properties(made.body)['SEQN']);
  expect(made.status).toBe(201);
  expect(await notesOf()).toEqual(['She called about the conference.']);
  expect((await client.all('/api/Activity?UF_1=key-1')).length).toBe(1);
  const changed = await client.page(
    '/api/Query?QueryName=$/AICopilot/ChangedActivities&UpdatedSince=2026-11-21T12:00:00',
  );
  expect(changed.rows.map((row) => row['SEQN'])).toEqual([seqn]);
  expect((await client.send('PUT', `/api/Activity/${seqn}`, note('She wrote.'))).status).toBe(200);
  expect(await notesOf()).toEqual(['She wrote.']);
  expect((await client.send('DELETE', `/api/Activity/${seqn}`)).text).toBe('');
  expect([await notesOf(), (await client.get(`/api/Activity/${seqn}`)).status]).toEqual([[], 404]);
});

test('every generated row stays where it is when others are written', async () => {
  const before = await client.all('/api/Activity');
  await client.send('POST', '/api/Activity', note('one'));
  const after = await client.all('/api/Activity', 13);
  expect(after.filter((row) => properties(row)['UF_1'] === undefined)).toEqual(before);
  expect(after.length).toBe(before.length + 1);
});

test('what was written is there after a restart, even when the last line was cut off', async () => {
  await client.send('POST', '/api/Activity', note('first', 'key-1'));
  await client.send('POST', '/api/Activity', note('second', 'key-2'));
  await sandbox.close();
  const file = join(dataDir, 'sandbox-writes.jsonl');
  const whole = readFileSync(file, 'utf8');
  appendFileSync(file, '{"table":"Activity","owner":"1001');
  await start();
  expect(await notesOf()).toEqual(['first', 'second']);
  expect(readFileSync(file, 'utf8')).toBe(whole);
  await client.send('POST', '/api/Activity', note('third', 'key-3'));
  await sandbox.close();
  await start();
  expect(await notesOf()).toEqual(['first', 'second', 'third']);
});

test('a damaged line in the middle is an error, not a loss', async () => {
  await client.send('POST', '/api/Activity', note('first'));
  await sandbox.close();
  appendFileSync(join(dataDir, 'sandbox-writes.jsonl'), 'rubbish\n');
  await expect(startSandbox({ members: 60, seed: 3, clock, dataDir })).rejects.toThrow('Line 2');
  rmSync(join(dataDir, 'sandbox-writes.jsonl'));
  await start();
});

test('contact details of a party can be changed, its name cannot', async () => {
  const before = (await client.get(`/api/Party/${MEMBER}`)).body;
  const wanted = {
    ...before,
    Name: 'Somebody Else',
    Emails: { $type: 'x', $values: [{ Address: 'new@mail.example.org', EmailType: '_Primary', IsPrimary: true }] },
  };
  expect((await client.send('PUT', `/api/Party/${MEMBER}`, wanted)).status).toBe(200);
  const after = (await client.get(`/api/Party/${MEMBER}`)).body;
  expect(after['Name']).toBe(before['Name']);
  expect(JSON.stringify(after['Emails'])).toContain('new@mail.example.org');
  expect(JSON.stringify(after['UpdateInformation'])).toContain('2026-11-21T12:00:00');
});

test('a changed telephone number and address are read back, and the party is among those that changed', async () => {
  const reading = decodeParty((await client.get(`/api/Party/${MEMBER}`)).body);
  if (!reading.fits) throw new Error('the party is readable');
  const address = { lines: ['12 Heron Way', 'Unit 3'], city: 'Boise', state: 'ID', postalCode: '83702', country: 'US' };
  const wanted = { ...reading.value, phone: '(208) 555-0142', address };
  expect((await client.send('PUT', `/api/Party/${MEMBER}`, encodeParty(wanted))).status).toBe(200);
  const after = decodeParty((await client.get(`/api/Party/${MEMBER}`)).body);
  expect(after.fits && [after.value.phone, after.value.address, after.value.email]).toEqual([
    '(208) 555-0142',
    address,
    reading.value.email,
  ]);
  const changed = await client.page('/api/Query?QueryName=$/AICopilot/ChangedParties&UpdatedSince=2026-11-21T12:00:00');
  expect(changed.rows.map((row) => row['ID'])).toEqual([MEMBER]);
  const wrong = await client.send('PUT', `/api/Party/${MEMBER}`, encodeParty({ ...wanted, email: 'not an address' }));
  expect([wrong.status, wrong.text.includes('Email')]).toEqual([400, true]);
});

test('e-mail addresses and numbers besides the first are kept when only the first is changed', async () => {
  const party = (await client.get(`/api/Party/${TWO_MAILS}`)).body;
  const listed = (body: Record<string, unknown>) =>
    (body['Emails'] as { $values: { Address: string; IsPrimary?: boolean }[] }).$values;
  expect(listed(party).map(({ IsPrimary }) => IsPrimary ?? false)).toEqual([true, false]);
  const second = listed(party)[1]?.Address;
  const wanted = structuredClone(party);
  for (const mail of listed(wanted)) if (mail.IsPrimary) mail.Address = 'new@mail.example.org';
  await client.send('PUT', `/api/Party/${TWO_MAILS}`, wanted);
  const after = (await client.get(`/api/Party/${TWO_MAILS}`)).body;
  expect(listed(after).map(({ Address }) => Address)).toEqual(['new@mail.example.org', second]);
});

const panelValues: Readonly<Record<string, Record<string, unknown>>> = {
  AI_Segment: { Segment: 'Texas leavers v2' },
  Member_Sentiment_Log: { SourceRecord: 'case-K1', Sentiment: 'negative' },
  AI_StaffTask: {
    Kind: 'task',
    Subject: 'Call back',
    AssignedTo: '100001',
    DueOn: '2026-11-27T00:00:00',
    Status: 'open',
  },
  AI_Outbox: { Channel: 'email', Body: 'Hello', Status: 'waiting' },
  AI_Interaction: { Kind: 'write', Summary: 'A note was added.', OccurredOn: '2026-11-21T12:00:00' },
};

test.each(Object.entries(panelValues))(
  'a row of %s is found by its key and its party, changed and removed',
  async (name, values) => {
    const found = async (query: string) => (await client.all(`/api/${name}?${query}`)).map(properties);
    for (const ChangeKey of ['key-1', 'key-2'])
      expect((await client.send('POST', `/api/${name}`, panelRow(name, { ...values, ChangeKey }))).status).toBe(201);
    expect((await found('ChangeKey=key-2')).map(({ Ordinal }) => Ordinal)).toEqual([2]);
    expect((await found(`ID=${MEMBER}&ChangeKey=eq:key-1`)).length).toBe(1);
    expect((await found(`ID=${MEMBER}`)).length).toBe(2);
    expect((await found('ID=100103')).length).toBe(0);
    const path = `/api/${name}/~${MEMBER}%7C2`;
    expect(properties((await client.get(path)).body)['ChangeKey']).toBe('key-2');
    await client.send('PUT', path, panelRow(name, { ChangeKey: 'key-3' }));
    expect((await found('ChangeKey=key-3')).map(({ Ordinal }) => Ordinal)).toEqual([2]);
    expect((await client.send('DELETE', path)).status).toBe(200);
    expect([(await client.get(path)).status, (await found(`ID=${MEMBER}`)).length]).toEqual([404, 1]);
  },
);

test('a write that was cut off after the commit is there, and a throttled one is not', async () => {
  const row = (ChangeKey: string) => panelRow('AI_StaffTask', { ...panelValues['AI_StaffTask'], ChangeKey });
  sandbox.faults.set([{ kind: 'cut_after', route: 'POST /api/AI_StaffTask', times: 1 }]);
  await expect(client.send('POST', '/api/AI_StaffTask', row('cut'))).rejects.toThrow();
  sandbox.faults.set([{ kind: 'too_many_requests', route: 'POST /api/AI_StaffTask', times: 1, retryAfterSeconds: 1 }]);
  expect((await client.send('POST', '/api/AI_StaffTask', row('throttled'))).status).toBe(429);
  expect((await client.all('/api/AI_StaffTask')).map((one) => properties(one)['ChangeKey'])).toEqual(['cut']);

  const party = (await client.get(`/api/Party/${MEMBER}`)).body;
  const emails = { $type: 'x', $values: [{ Address: 'cut@mail.example.org', EmailType: '_Primary', IsPrimary: true }] };
  sandbox.faults.set([{ kind: 'cut_after', route: 'PUT /api/Party', times: 1 }]);
  await expect(client.send('PUT', `/api/Party/${MEMBER}`, { ...party, Emails: emails })).rejects.toThrow();
  expect(JSON.stringify((await client.get(`/api/Party/${MEMBER}`)).body['Emails'])).toContain('cut@mail.example.org');
});

test('a group membership is made and ended', async () => {
  const wire = (isActive: boolean) =>
    encodeGroupMember({
      groupMemberId: 'new',
      groupId: 'CH-NE',
      partyId: MEMBER,
      role: 'Member',
      beginsOn: day('2026-11-21'),
      isActive,
    });
  const made = await client.send('POST', '/api/GroupMember', wire(true));
  const id = String(made.body['GroupMemberId']);
  expect(made.status).toBe(201);
  const emptied = { ...made.body, MembershipDetails: { $type: 'x', $values: [] } };
  expect((await client.send('PUT', `/api/GroupMember/${id}`, emptied)).body['IsActive']).toBe(false);
  const unknown = await client.send(
    'POST',
    '/api/GroupMember',
    JSON.parse(JSON.stringify(wire(true)).replace('CH-NE', 'CH-ZZ')),
  );
  expect([unknown.status, unknown.text.includes('GroupId')]).toEqual([400, true]);
});

test('a row of a source with many rows is answered with ordinal 0 and kept under the next one', async () => {
  const row = { Channel: 'email', Body: 'Hello', Status: 'waiting', ChangeKey: 'k' };
  const answers = [
    await client.send('POST', '/api/AI_Outbox', panelRow('AI_Outbox', row)),
    await client.send('POST', '/api/AI_Outbox', panelRow('AI_Outbox', row)),
  ];
  expect(answers.map(({ status, body }) => [status, properties(body)['Ordinal']])).toEqual([
    [201, 0],
    [201, 0],
  ]);
  const kept = await client.all(`/api/AI_Outbox?ID=${MEMBER}`);
  expect(kept.map((one) => properties(one)['Ordinal'])).toEqual([1, 2]);
  const sent = await client.send('PUT', `/api/AI_Outbox/~${MEMBER}%7C2`, panelRow('AI_Outbox', { Status: 'sent' }));
  expect([properties(sent.body)['Status'], properties(sent.body)['Body']]).toEqual(['sent', 'Hello']);
  expect((await client.send('DELETE', `/api/AI_Outbox/~${MEMBER}%7C1`)).status).toBe(200);
  expect((await client.all('/api/AI_Outbox')).length).toBe(1);
});

test('a source with one row a party takes one: before it 404, a second is a duplicate', async () => {
  const score = { RenewalScore: { $type: 'System.Int32', $value: 71 }, Band: 'Medium', ChangeKey: 'k' };
  const path = `/api/AIMemberInsights/${MEMBER}`;
  expect((await client.get(path)).status).toBe(404);
  expect((await client.send('POST', '/api/AIMemberInsights', panelRow('AIMemberInsights', score))).status).toBe(201);
  expect((await client.send('POST', '/api/AIMemberInsights', panelRow('AIMemberInsights', score))).status).toBe(409);
  expect(properties((await client.get(path)).body)['RenewalScore']).toBe(71);
});

test('what is missing or wrong is a validation error that names the field', async () => {
  const faults = async (path: string, body: unknown) => {
    const reply = await client.send('POST', path, body);
    return [reply.status, /"FieldName":"([^"]*)"/.exec(reply.text)?.[1]];
  };
  const unknownParty = {
    ...note('x'),
    Properties: {
      $values: [
        { Name: 'PartyId', Value: '999999' },
        { Name: 'ACTIVITY_TYPE', Value: 'NOTE' },
        { Name: 'TRANSACTION_DATE', Value: '2026-11-21' },
      ],
    },
  };
  expect(await faults('/api/Activity', unknownParty)).toEqual([400, 'PartyId']);
  expect(await faults('/api/AI_Outbox', panelRow('AI_Outbox', { Channel: 'email' }))).toEqual([400, 'Body']);
  const checked = await client.send('POST', '/api/AI_Outbox/_validate', panelRow('AI_Outbox', { Channel: 'email' }));
  expect([checked.status, checked.body['IsValid']]).toEqual([200, false]);
  expect((await client.send('POST', '/api/Activity', { Properties: {} })).status).toBe(400);
  expect((await client.send('POST', '/api/InvoiceSummary', { $type: 'x' })).status).toBe(501);
});

test('the reading account may not write, and is told so when it asks', async () => {
  const reader = await WireClient.signedIn(sandbox, 'read');
  const path = '/api/Activity/_haspermission/Add?Id=';
  expect((await reader.send('POST', '/api/Activity', note('x'))).status).toBe(403);
  expect([(await reader.send('POST', path, {})).text, (await client.send('POST', path, {})).text]).toEqual([
    'false',
    'true',
  ]);
});

test('the accounts are kept for other processes of the same person, and for nobody else', async () => {
  const before = sandbox.accounts.write.password.reveal();
  expect(statSync(join(dataDir, 'sandbox-accounts.json')).mode & 0o777).toBe(0o600);
  await sandbox.close();
  await start();
  expect(sandbox.accounts.write.password.reveal()).toBe(before);
});
