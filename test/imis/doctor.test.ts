import { afterAll, describe, expect, test } from 'vitest';
import { checkDatabase, judged } from '../../src/commands/doctor/database.js';
import { type Finding, inWords, isAllGood } from '../../src/commands/doctor/finding.js';
import { readProfile } from '../../src/commands/doctor/read-profile.js';
import { runDoctor } from '../../src/commands/doctor/run.js';
import { shapeOf } from '../../src/commands/doctor/shape.js';
import { clockFinding } from '../../src/commands/doctor/site.js';
import { certificateFinding, checkHop, checkTransport, hopsOf } from '../../src/commands/doctor/transport.js';
import { encodeParty } from '../../src/imis/contracts/party.js';
import { Secret } from '../../src/settings/secret.js';
import { parseSettings } from '../../src/settings.js';
import { serverFacts } from '../../src/store/requirements.js';
import { freshDatabase } from '../fixtures/database.js';
import { examples } from './examples.js';
import { PASSWORD, startSite } from './site.js';
import { type Wrong, wholeSite } from './whole-site.js';

const settings = parseSettings({ IMIS_TIMEOUT_SECONDS: '5' });
const database = await freshDatabase();
afterAll(() => database.close());
const openDatabase = async () => ({ ...database, kind: database.kind, close: async () => {} });

async function examined(wrong: Wrong, withWriter = true, set = settings): Promise<Finding[]> {
  await using site = await wholeSite(wrong);
  const read = site.options.credentials;
  const write = { user: 'SVCW', password: read.password };
  return await runDoctor({ settings: set, site: { url: site.url, read, ...(withWriter && { write }) }, openDatabase });
}

const toMend = (findings: readonly Finding[]): string[] =>
  findings.filter(({ state }) => state === 'mend').map(({ found, mend }) => `${found} -> ${mend}`);

describe('doctor', () => {
  test('finds nothing to mend on a site that was set up as the pack says', async () => {
    const findings = await examined({});
    expect(toMend(findings)).toEqual([]);
    expect(isAllGood(findings)).toBe(true);
    expect(findings.every(({ state }) => state === 'good')).toBe(true);
    expect(findings.map(({ area }) => area)).toEqual(expect.arrayContaining(['database', 'transport', 'iMIS']));
    expect(inWords(findings)).toMatch(/^ok {4}database: .*PostgreSQL.*All is well\.$/s);
  });

  test.each<[string, Wrong, string]>([
    ['a role that is missing', { roles: ['Everyone'] }, 'does not have the role RemoteService'],
    [
      'roles of nobody that may be looked up',
      { rolesRefused: ['SVC'] },
      'The roles of the reading account cannot be looked up: nobody could sign in.',
    ],
    [
      'roles of others that may not be looked up',
      { rolesRefused: ['membership'] },
      'The roles of another user cannot be looked up: nobody could sign in.',
    ],
    [
      'staff with another customer type',
      { staffType: 'EMP' },
      'No user is staff by STAFF_TYPES (STAFF): nobody could sign in.',
    ],
    ['an entity that may not be read', { hidden: ['InvoiceSummary'] }, 'InvoiceSummary cannot be read'],
    ['a query that is not open to REST', { hidden: ['Tiers'] }, 'query $/AICopilot/Tiers cannot be read'],
    [
      'a column a query lacks',
      { without: { Tiers: 'Rank' } },
      '$/AICopilot/Tiers: column Rank (whole number) is missing',
    ],
    [
      'a prompt a query lacks',
      { noPrompt: 'Consents' },
      '$/AICopilot/Consents: the optional prompt UpdatedSince is missing',
    ],
    [
      'a column a panel source lacks',
      { without: { AI_Segment: 'ChangeKey' } },
      'AI_Segment: column ChangeKey (text) is missing',
    ],
    ['a panel source that is not there', { hidden: ['AI_Outbox'] }, 'panel source AI_Outbox cannot be read'],
    ['a right to write that is missing', { unwritable: ['AI_StaffTask'] }, 'may not add rows to AI_StaffTask'],
    ['notes that may not be written', { unwritable: ['Activity'] }, 'may not add notes'],
    ['a clock that is an hour ahead', { clockOffMillis: 3_600_000 }, 'ahead of the clock of this machine'],
    [
      'rows that do not fit',
      { rows: { Party: { ...encodeParty(examples.Party), BirthDate: 'May' } } },
      'Party can be read, but rows do not fit: BirthDate is not a calendar day',
    ],
  ])('says how to mend %s, and nothing else', async (_, wrong, expected) => {
    const mends = toMend(await examined(wrong));
    expect(mends).toHaveLength(1);
    expect(mends[0]).toContain(expected);
    expect(mends[0]).toMatch(/-> .+\.$/);
  });

  test('counts the users who are staff by the customer types of the setting', async () => {
    const found = async (wrong: Wrong, types?: string) =>
      (await examined(wrong, true, parseSettings(types ? { STAFF_TYPES: types } : {}))).filter(({ found }) =>
        found.includes('staff'),
      );
    const one = (types: string) => ({
      area: 'iMIS',
      state: 'good',
      found: `One user is staff by STAFF_TYPES (${types}).`,
    });
    expect(await found({})).toEqual([one('STAFF')]);
    expect(await found({ staffType: 'EMP' }, 'staff, emp')).toEqual([one('STAFF, EMP')]);
  });

  test('says that it cannot count them where the site passes over the customer type it is asked for', async () => {
    const findings = await examined({ unfiltered: true });
    expect(findings.filter(({ state }) => state !== 'good').map(({ state, found }) => [state, found])).toEqual([
      ['note', expect.stringMatching(/^How many users are staff cannot be told: the site does not filter contacts/)],
    ]);
  });

  test('stops at a sign-in that fails, for each account once', async () => {
    const findings = await examined({ credentials: true });
    expect(toMend(findings).map((line) => line.replace(/\(.*?\)/, ''))).toEqual([
      expect.stringContaining('does not accept the reading account'),
      expect.stringContaining('does not accept the writing account'),
    ]);
    expect(JSON.stringify(findings)).not.toContain(PASSWORD);
  });

  test('a site whose definitions cannot be looked up is judged by its rows', async () => {
    const findings = await examined({ noDefinitions: true, rows: { Tiers: { TierCode: 'REG' } } });
    expect(toMend(findings)).toEqual([expect.stringContaining('$/AICopilot/Tiers: in a row, Name is missing')]);
  });

  test('a copilot without a writing account is noted, not mended', async () => {
    const findings = await examined({}, false);
    expect(isAllGood(findings)).toBe(true);
    expect(findings.filter(({ state }) => state === 'note').map(({ found }) => found)).toEqual([
      'No writing account is set: the copilot only reads.',
    ]);
  });

  test('a query a site may leave out is noted with what is then unknown', async () => {
    const findings = await examined({ hidden: ['MailEvents'] });
    expect(isAllGood(findings)).toBe(true);
    expect(findings.filter(({ state }) => state === 'note')).toEqual([
      {
        area: 'iMIS',
        state: 'note',
        found:
          'The query $/AICopilot/MailEvents cannot be read: the copilot does not know which mailings members were sent, opened and clicked.',
        mend: expect.stringMatching(/^Only if the site has its source/),
      },
    ]);
  });

  test('notes that cannot be taken back are noted', async () => {
    const findings = await examined({ undeletable: true });
    expect(isAllGood(findings)).toBe(true);
    expect(findings.filter(({ state }) => state === 'note').map(({ found }) => found)).toEqual([
      'The writing account may not delete notes (Activity): a note that was added cannot be taken back.',
    ]);
  });

  test('a web page in place of iMIS is named as such', async () => {
    const html = (_asked: unknown, response: { end(text: string): void }) => response.end('<html>Welcome</html>');
    await using site = await startSite(html, html);
    const findings = await runDoctor({
      settings,
      site: { url: site.url, read: site.options.credentials },
      openDatabase,
    });
    expect(toMend(findings)).toEqual([expect.stringMatching(/web page instead of data.*-> Check IMIS_URL/)]);
  });
});

describe('the database', () => {
  test('is told with its version, its extension and whether its tables are there', async () => {
    const found = (await checkDatabase(database)).map((finding) => finding.found);
    expect(found).toEqual([
      expect.stringMatching(/PostgreSQL 1\d/),
      expect.stringMatching(/pgvector \d/),
      'The tables are there.',
    ]);
  });

  test('what keeps migrations from running is to be mended, each with its own mend', async () => {
    const facts = { ...(await serverFacts(database)), may_create: false, vector: null, vector_allowed: false };
    const findings = judged(facts, 'native', false);
    expect(findings.map(({ state }) => state)).toEqual(['mend', 'mend', 'note']);
    expect(findings.map(({ mend }) => mend).join()).toMatch(/grant create on database.*create extension vector/);
  });

  test('one that cannot be asked is to be mended', async () => {
    const broken = {
      ...database,
      kind: 'native' as const,
      query: () => Promise.reject(new Error('password authentication failed')),
    };
    const [finding] = await checkDatabase(broken);
    expect(finding).toMatchObject({ state: 'mend', mend: expect.stringContaining('DATABASE_URL') });
  });
});

describe('ways out of this machine', () => {
  test('each is listed with its encryption', () => {
    const remote = parseSettings({
      IMIS_URL: 'https://imis.example.org/',
      IMIS_READ_USER: 'a',
      IMIS_READ_PASSWORD: 'b',
      DATABASE_URL: 'postgresql://u@db.example.org:6432/x?sslmode=verify-full',
    });
    expect(hopsOf(remote)).toEqual([
      { name: 'iMIS', host: 'imis.example.org', port: 443, encryption: 'tls' },
      { name: 'database', host: 'db.example.org', port: 6432, encryption: 'in the protocol' },
    ]);
  });

  test('a database is listed by the host the driver goes to, and as verified only when nothing undoes that', () => {
    const hop = (url: string) => hopsOf({ database: { url: new Secret(url), statementMillis: 1 } })[0];
    expect(hop('postgresql://u@localhost/x?host=db.example.org')).toMatchObject({
      host: 'db.example.org',
      encryption: 'none',
    });
    expect(hop('postgresql://u@db.example.org/x?sslmode=verify-full&sslmode=disable')).toMatchObject({
      encryption: 'none',
    });
  });

  test('an unencrypted one is to be mended unless it stays on this machine', async () => {
    const hop = { name: 'database', port: 5432, encryption: 'none' } as const;
    expect((await checkHop({ ...hop, host: '127.0.0.1' })).state).toBe('good');
    expect((await checkHop({ ...hop, host: 'db.example.org' })).state).toBe('mend');
  });

  test.each([
    [100, 'good'],
    [20, 'mend'],
    [-3, 'mend'],
  ])('a certificate that holds %i more days is %s', (days, state) => {
    const hop = { name: 'iMIS', host: 'imis.example.org', port: 443, encryption: 'tls' } as const;
    expect(certificateFinding(hop, new Date(Date.now() + (days + 0.5) * 86_400_000)).state).toBe(state);
  });

  test('pages served to other machines need a certificate before them, and certificates must be verified', async () => {
    const findings = await checkTransport({ ...settings, http: { host: '0.0.0.0', port: 1 } }, false);
    expect(findings).toMatchObject([
      { state: 'mend', mend: expect.stringContaining('HOST') },
      { state: 'mend', found: expect.stringContaining('certificates are not verified') },
    ]);
  });
});

test.each([
  [0, 'good'],
  [-59_000, 'good'],
  [61_000, 'mend'],
  [-3_600_000, 'mend'],
])('a clock that is %i ms off is %s', (skew, state) => {
  expect(clockFinding(skew).state).toBe(state);
});

describe('a profile', () => {
  test('holds the structure of every answer and none of its values', async () => {
    await using site = await wholeSite({ hidden: ['Logins'] });
    const profile = await readProfile(settings, { url: site.url, read: site.options.credentials });
    const text = JSON.stringify(profile);
    for (const value of [
      'Ada',
      'Example',
      'example.org',
      '555',
      'Springfield',
      '1980',
      '101',
      'Austin',
      'ANNCONF',
      'membership',
    ])
      expect(text).not.toContain(`${value}`);
    expect(profile.shapes).toMatchObject({
      Party: { Items: { $values: { 'each item': { BirthDate: 'date and time', PartyId: 'text of digits' } } } },
      CsContact: {
        Items: {
          $values: {
            'each item': {
              Properties: { $values: { 'each item': { 'property PaidThrough': { Value: 'date and time' } } } },
            },
          },
        },
      },
      '$/AICopilot/Logins': 'failed: imis_refused',
      'metadata of AI_Segment': {
        Properties: { $values: { 'each item': { 'property ChangeKey': { PropertyTypeName: 'text' } } } },
      },
    });
  });

  test('kinds that differ between rows are joined, and names that could be values are not shown', () => {
    expect(shapeOf([{ a: 1 }, { a: 'x', b: null }, { a: '0001-01-01T00:00:00' }])).toEqual({
      'each item': { a: 'empty date or text or whole number', b: 'null' },
    });
    expect(shapeOf({ 'ada@example.org': true })).toEqual({ 'a member whose name is not shown': 'boolean' });
    expect(shapeOf({ $type: 'Ada <ada@example.org>' })).toEqual({ $type: 'text' });
  });
});
