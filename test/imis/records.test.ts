import { expect, test } from 'vitest';
import { encodeActivity } from '../../src/imis/contracts/activity.js';
import { encodeEntityDefinition, encodeQueryDefinition } from '../../src/imis/contracts/definition.js';
import { encodeOperation, encodeRoles, encodeValidation } from '../../src/imis/contracts/envelope.js';
import { encodeEventRegistration } from '../../src/imis/contracts/events.js';
import { encodeSubscription } from '../../src/imis/contracts/membership.js';
import { encodeParty } from '../../src/imis/contracts/party.js';
import { queries } from '../../src/imis/pack.js';
import { createReader } from '../../src/imis/read.js';
import { examples } from './examples.js';
import { json, pageOf, startSite } from './site.js';

test('one record is read by its path, and one whose id changes in a path by EntityId', async () => {
  await using site = await startSite(({ path, query }, response) => {
    if (path === '/api/Party/101') return json(response, 200, encodeParty(examples.Party));
    if (path.toLowerCase() === '/api/subscription/~101%7creg')
      return json(response, 200, encodeSubscription(examples.Subscription));
    return query.get('EntityId') === 'A/B'
      ? json(response, 200, encodeParty({ ...examples.Party, partyId: 'A/B' }))
      : json(response, 404, '');
  });
  const reader = createReader(site.options);
  expect(await reader.get('Party', '101')).toEqual({ fits: true, key: '101', value: examples.Party });
  expect(await reader.get('Party', 'A/B')).toMatchObject({ key: 'A/B' });
  expect(await reader.get('Subscription', '~101|REG')).toMatchObject({ value: { itemId: 'REG' } });
});

test('a record that is not there is undefined, whether the site says 404, an empty page or an object without status', async () => {
  const { Status: _, ...never } = encodeEventRegistration(examples.EventRegistration);
  await using site = await startSite(({ path, query }, response) => {
    if (path === '/api/EventRegistration/A-1') return json(response, 200, never);
    if (query.has('EntityId')) return json(response, 200, pageOf([], query, { Offset: 0 }));
    if (path === '/api/Party/8') response.writeHead(404).end();
    else json(response, 404, { Message: 'The entity was not found.' });
  });
  const reader = createReader(site.options);
  expect(await reader.get('EventRegistration', 'A-1')).toBeUndefined();
  expect(await reader.get('Party', 'A/B')).toBeUndefined();
  expect(await reader.get('Party', '7')).toBeUndefined();
  expect(await reader.get('Party', '8')).toBeUndefined();
});

test.each([
  ['a web page', '<html>Not found</html>'],
  ['a line of text', '404 page not found'],
])('a 404 with %s is the answer of a proxy, not proof that a record is gone', async (_, body) => {
  await using site = await startSite((_asked, response) => void response.writeHead(404).end(body));
  await expect(createReader(site.options).get('Party', '7')).rejects.toMatchObject({ kind: 'imis_unexpected_shape' });
});

test('a server’s own error page in place of a description leaves the columns unstated', async () => {
  await using site = await startSite((_asked, response) => void response.writeHead(404).end('<html>No</html>'));
  expect(await createReader(site.options).columnsOf('AI_Segment')).toBeUndefined();
});

test('an empty answer is no proof that a record is gone', async () => {
  await using site = await startSite((_asked, response) => {
    response.writeHead(200).end();
  });
  await expect(createReader(site.options).get('Party', '1')).rejects.toMatchObject({ kind: 'imis_unexpected_shape' });
});

test('an activity is found by the key of our change', async () => {
  await using site = await startSite(({ query }, response) =>
    json(response, 200, pageOf([encodeActivity(examples.Activity)], query)),
  );
  const filters = { PartyId: 'eq:101', UF_1: 'eq:change-1' };
  const { rows } = await createReader(site.options).page('Activity', { filters });
  expect(rows).toEqual([{ fits: true, key: '7001', value: examples.Activity }]);
  expect(site.asked[0]?.query.get('UF_1')).toBe('eq:change-1');
});

test('roles of a user come from an operation, and its failure inside a 200 is a refusal', async () => {
  await using site = await startSite(({ body }, response) =>
    json(
      response,
      200,
      body.includes('ghost')
        ? encodeOperation(undefined, 'No user ghost')
        : encodeOperation(encodeRoles(['SysAdmin', 'RemoteService'])),
    ),
  );
  const reader = createReader(site.options);
  expect(await reader.rolesOf('membership')).toEqual(['SysAdmin', 'RemoteService']);
  await expect(reader.rolesOf('ghost')).rejects.toMatchObject({ kind: 'imis_refused' });
});

test('properties and query definitions are looked up, and undefined where a site does not offer them', async () => {
  const logins = queries.find(({ name }) => name === 'Logins');
  if (!logins) throw new Error('no such query');
  await using site = await startSite(({ path, body }, response) => {
    if (path === '/api/metadata/CsContact')
      return json(response, 200, encodeEntityDefinition('CsContact', [{ name: 'ID', type: 'text' }]));
    if (body.includes('Logins')) return json(response, 200, encodeOperation(encodeQueryDefinition(logins)));
    json(response, 501, {});
  });
  const reader = createReader(site.options);
  expect(await reader.propertiesOf('CsContact')).toEqual(['ID']);
  expect(await reader.propertiesOf('Activity')).toBeUndefined();
  expect(await reader.queryDefinition('Logins')).toMatchObject({
    prompts: ['UpdatedSince'],
    columns: [{ name: 'LoginId', typeName: 'System.String' }, {}, {}, {}],
  });
  expect(await reader.queryDefinition('Tiers')).toBeUndefined();
});

test('canRead tells what these credentials may read, and needs no event to ask about registrations', async () => {
  await using site = await startSite(({ path, query }, response) => {
    if (path === '/api/AI_Segment') return json(response, 403, { Message: 'no' });
    if (path === '/api/EventRegistration' && !query.has('EventId')) return json(response, 400, encodeValidation([]));
    if (query.get('QueryName') === '$/AICopilot/Logins') return json(response, 404, {});
    json(response, 200, pageOf([], new URLSearchParams('offset=0&limit=1')));
  });
  const reader = createReader(site.options);
  const names = ['Party', 'EventRegistration', 'Tiers', 'AI_Segment', 'Logins'];
  expect(await Promise.all(names.map((name) => reader.canRead(name)))).toEqual([true, true, true, false, false]);
});

test('the clock of the site is compared by its Date header', async () => {
  const ahead = new Date(Date.now() + 3_600_000).toUTCString();
  await using site = await startSite((asked, response) =>
    json(response, 200, pageOf([], asked.query), { date: ahead }),
  );
  const skew = await createReader(site.options).clockSkew();
  expect(Math.abs(skew - 3_600_000)).toBeLessThan(2_000);
});
