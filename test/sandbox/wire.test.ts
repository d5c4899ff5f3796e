import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pinnedClock, shiftedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { queries } from '../../src/imis/pack.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { properties, WireClient } from './client.js';

let sandbox: Sandbox;
let client: WireClient;
beforeAll(async () => {
  sandbox = await startSandbox({ members: 400, seed: 3, clock: pinnedClock(day('2026-11-21')) });
  client = await WireClient.signedIn(sandbox);
});
afterAll(() => sandbox.close());

describe('signing in', () => {
  test('gives a bearer token for 1199 seconds', async () => {
    const { user, password } = sandbox.accounts.read;
    const reply = await client.token({ Grant_type: 'password', Username: user, password: password.reveal() });
    expect([reply.status, reply.body['token_type'], reply.body['expires_in']]).toEqual([200, 'bearer', 1199]);
  });

  test('with a wrong password is answered 400 invalid_grant', async () => {
    const reply = await client.token({ grant_type: 'password', username: sandbox.accounts.read.user, password: 'no' });
    expect([reply.status, reply.body['error']]).toEqual([400, 'invalid_grant']);
  });

  test('is needed: without a token the answer is 401 with the body iMIS sends', async () => {
    const response = await fetch(`${sandbox.url}/api/Party`);
    expect([response.status, await response.json()]).toEqual([
      401,
      {
        $type: 'System.Web.Http.HttpError, System.Web.Http',
        Message: 'Authorization has been denied for this request.',
      },
    ]);
  });

  test('a token ends after 20 minutes', async () => {
    let now = Date.parse('2026-11-21T12:00:00Z');
    const clock = { ...pinnedClock(day('2026-11-21')), now: () => new Date(now) };
    const short = await startSandbox({ members: 20, seed: 3, clock });
    const soon = await WireClient.signedIn(short);
    const before = (await soon.get('/api/Party?limit=1')).status;
    now += 1_200_000;
    expect([before, (await soon.get('/api/Party?limit=1')).status]).toEqual([200, 401]);
    await short.close();
  });
});

describe('paging', () => {
  test('gives 100 rows unless told otherwise, 500 at most, and 0 as the last NextOffset', async () => {
    const [plain, clamped, last] = await Promise.all([
      client.get('/api/InvoiceSummary'),
      client.get('/api/InvoiceSummary?limit=9999'),
      client.get('/api/Party?offset=400&limit=500'),
    ]);
    expect([plain.body['Count'], plain.body['Limit'], plain.body['NextOffset']]).toEqual([100, 100, 100]);
    expect([clamped.body['Count'], clamped.body['Limit']]).toEqual([500, 500]);
    expect([last.body['HasNext'], last.body['NextOffset'], last.body['NextPageLink']]).toEqual([false, 0, null]);
  });

  const keyed = [
    ['/api/Party', (row: Record<string, unknown>) => row['PartyId']],
    ['/api/GroupMember', (row: Record<string, unknown>) => row['GroupMemberId']],
    ['/api/PaymentSummary?OrderBy=PaymentId', (row: Record<string, unknown>) => row['PaymentId']],
    ['/api/Activity?OrderBy=SEQN', (row: Record<string, unknown>) => properties(row)['SEQN']],
  ] as const;
  test.each(keyed)('%s gives every row once, in order of its key', async (path, key) => {
    const pages = (await client.all(path, 37)).map(key);
    const whole = (await client.all(path)).map(key);
    expect(pages).toEqual(whole);
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toEqual(pages.toSorted());
  });

  test.each(queries.map(({ name, columns }) => [name, columns] as const))(
    'the query %s gives flat rows with the columns of the pack',
    async (name, columns) => {
      const { rows, total } = await client.page(`/api/Query?QueryName=$/AICopilot/${name}`);
      expect(total).toBeGreaterThan(0);
      for (const row of rows) {
        const required = columns.filter((column) => column.required).map((column) => column.name);
        expect(required.filter((column) => row[column] === undefined)).toEqual([]);
        expect(Object.keys(row).filter((column) => !columns.some((one) => one.name === column))).toEqual(['$type']);
      }
    },
  );
});

describe('filters', () => {
  const ids = async (query: string) => (await client.all(`/api/Party?${query}`)).map((row) => row['PartyId']);

  test('compare, join by AND, and take any case', async () => {
    const all = await client.all('/api/Party');
    const lastName = (row: Record<string, unknown>) =>
      String((row['PersonName'] as Record<string, unknown> | undefined)?.['LastName'] ?? '');
    const wanted = all.filter((row) => lastName(row).toLowerCase().startsWith('m')).map((row) => row['PartyId']);
    expect(wanted.length).toBeGreaterThan(3);
    expect(await ids('lastname=StartsWith:M')).toEqual(wanted);
    expect(await ids('LastName=startsWith:m&isOrganization=true')).toEqual([]);
    expect(await ids(`PartyId=in:${wanted.slice(0, 2).join('|')}`)).toEqual(wanted.slice(0, 2));
    expect(await ids(`partyid=between:${wanted[0]}|${wanted[1]}&LastName=startsWith:M`)).toEqual(wanted.slice(0, 2));
    expect((await ids('isOrganization=isTrue:')).length).toBeGreaterThan(20);
  });

  test('pages of a filtered list cover it once', async () => {
    const open = await client.all('/api/InvoiceSummary?Balance=gt:0', 7);
    expect(new Set(open.map((row) => row['InvoiceId'])).size).toBe(open.length);
    expect(open.every((row) => Number((row['Balance'] as Record<string, unknown>)['Amount']) > 0)).toBe(true);
    expect(open.length).toBeGreaterThan(5);
  });

  test('order descending when asked, and by a property that is no key', async () => {
    const names = (await client.all('/api/Party?OrderBy=Name:Descending')).map((row) =>
      String(row['Name']).toLowerCase(),
    );
    expect(names).toEqual(names.toSorted().toReversed());
  });

  test('updated since gives what changed on that day or later', async () => {
    const path = '/api/Query?QueryName=$/AICopilot/ChangedInvoices';
    const all = await client.all(path);
    const since = '2026-09-01T00:00:00';
    const changed = await client.all(`${path}&UpdatedSince=${since}`);
    expect(changed).toEqual(all.filter((row) => String(row['UpdatedOn']) >= since));
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.length).toBeLessThan(all.length / 2);
  });

  const dated = queries.filter(({ columns }) => columns.some(({ name }) => name === 'ID') && columns.length > 3);
  test.each(dated.map(({ name }) => name))(
    '%s gives its pages once, and by UpdatedSince and party the same rows',
    async (name) => {
      const path = `/api/Query?QueryName=$/AICopilot/${name}`;
      const all = await client.all(path);
      expect(await client.all(path, 83)).toEqual(all);
      const since = '2025-11-15T00:00:00';
      expect(await client.all(`${path}&UpdatedSince=${since}`)).toEqual(
        all.filter((row) => String(row['UpdatedOn']) >= since),
      );
      const party = String(all[all.length >> 1]?.['ID']);
      expect(await client.all(`${path}&ID=${party}`)).toEqual(all.filter((row) => row['ID'] === party));
    },
  );

  test('registrations need an event, and NotIn is refused on panel sources', async () => {
    expect((await client.get('/api/EventRegistration')).status).toBe(400);
    const refused = await client.get('/api/AI_Outbox?Status=notIn:sent|failed');
    expect([refused.status, refused.text.includes('Not a supported comparison type')]).toEqual([400, true]);
  });

  test('an unknown property is refused rather than passed over', async () => {
    expect((await client.get('/api/Party?ShoeSize=eq:9')).status).toBe(400);
  });
});

describe('one record', () => {
  test('is found by its id, by parts of it, and by EntityId', async () => {
    const [line] = await client.all('/api/Subscription?limit=1');
    const [party, item] = [String(line?.['PartyId']), String(line?.['ItemId'])];
    expect((await client.get(`/api/Subscription/~${party}%7C${item}`)).body['ItemId']).toBe(item);
    expect((await client.get(`/api/party/${party}`)).body['PartyId']).toBe(party);
    expect((await client.get(`/api/Party?EntityId=${party}`)).body['PartyId']).toBe(party);
    expect((await client.get('/api/Party/999999')).status).toBe(404);
    expect((await client.get('/api/Nonsense/1')).status).toBe(404);
  });

  test('a registration is named by event and party, and who never registered has no Status', async () => {
    const registered = await client.all('/api/EventRegistration?EventId=AC25');
    const [one] = registered;
    const party = (row: Record<string, unknown>) => String((row['Registrant'] as Record<string, unknown>)['PartyId']);
    const parties = new Set(registered.map(party));
    const absent = (await client.all('/api/Party')).map((row) => String(row['PartyId'])).find((id) => !parties.has(id));
    expect(registered.length).toBeGreaterThan(10);
    expect((await client.get(`/api/EventRegistration/AC25-${party(one ?? {})}`)).body['Status']).toBeDefined();
    const never = await client.get(`/api/EventRegistration/AC25-${absent}`);
    expect([never.status, never.body['Status']]).toEqual([200, undefined]);
  });
});

describe('what the site says about itself', () => {
  test('every member of staff has a user and roles', async () => {
    const users = (await client.all('/api/User')).map((row) => String(row['UserName']));
    expect(users).toEqual(expect.arrayContaining(['membership', 'finance2', 'leadership', 'chapter-tx']));
    expect(users.length).toBe(12);
    const roles = await execute('UserSecurity', 'GetUserRoles', 'chapter-tx');
    expect(JSON.stringify(roles)).toContain('"RoleName":"ChapterManager"');
  });

  test('an operation that fails is answered 200 and says so', async () => {
    const reply = await client.send('POST', '/api/UserSecurity/_execute', request('GetUserRoles', 'nobody'));
    expect([reply.status, reply.body['IsSuccessStatusCode']]).toEqual([200, false]);
  });

  test('chapter managers are members of their chapter with that role', async () => {
    const members = await client.all('/api/GroupMember?GroupId=CH-TX');
    const managers = members.filter((row) => JSON.stringify(row).includes('Chapter Manager'));
    expect(managers.length).toBe(1);
    expect(members.length).toBeGreaterThan(5);
  });

  test('metadata tells the columns of a panel source, and 501 for Activity', async () => {
    expect((await client.get('/api/metadata/AI_Outbox')).text).toContain('"Name":"ChangeKey"');
    expect((await client.get('/api/metadata/Activity')).status).toBe(501);
  });

  test('the pack can be looked up', async () => {
    expect(JSON.stringify(await execute('QueryDefinition', 'FindByPath', '$/AICopilot/Tiers'))).toContain(
      'UpdatedSince',
    );
  });

  const request = (operation: string, parameter: string) => ({
    $type: 'Asi.Soa.Core.DataContracts.GenericExecuteRequest, Asi.Contracts',
    OperationName: operation,
    Parameters: { $type: 'x', $values: [{ $type: 'System.String', $value: parameter }] },
  });
  const execute = async (entity: string, operation: string, parameter: string) =>
    (await client.send('POST', `/api/${entity}/_execute`, request(operation, parameter))).body['Result'];
});

test('as days go by there are more rows', async () => {
  let today = day('2026-11-20');
  const clock = { ...pinnedClock(today), today: () => today };
  const growing = await startSandbox({ members: 400, seed: 3, clock });
  const visitor = await WireClient.signedIn(growing);
  const mails = async () => (await visitor.page('/api/Query?QueryName=$/AICopilot/MailEvents&limit=1')).total;
  const before = await mails();
  today = day('2026-12-03');
  expect(await mails()).toBeGreaterThan(before);
  await growing.close();
});

test('a hundred rows of each kind say that they changed before now', async () => {
  const clock = shiftedClock(day('2026-11-21'), 'America/New_York');
  const now = await startSandbox({ members: 60, seed: 3, clock });
  const visitor = await WireClient.signedIn(now);
  const rows = await visitor.all('/api/Query?QueryName=$/AICopilot/ChangedPayments');
  expect(rows.every((row) => String(row['UpdatedOn']) < '2026-11-21T00:05:00')).toBe(true);
  await now.close();
});
