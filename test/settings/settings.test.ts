import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { renderEnvExample } from '../../docs/settings.js';
import { report } from '../../src/errors.js';
import { variables } from '../../src/settings/variables.js';
import { parseSettings, SettingsInvalid } from '../../src/settings.js';

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    parseSettings(environment);
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.faults;
    throw error;
  }
  return [];
};

const SITE = { IMIS_URL: 'https://imis.example.org', IMIS_READ_USER: 'reader', IMIS_READ_PASSWORD: 'r-secret' };

test('an empty environment gives the sandbox, the embedded database and loopback', () => {
  const settings = parseSettings({});
  expect(settings.imis).toBeUndefined();
  expect(settings.database.url).toBeUndefined();
  expect(settings.http).toEqual({ host: '127.0.0.1', port: 3978 });
  expect(settings.association.graceDays).toBe(60);
  expect(settings.dataDir.endsWith('.data')).toBe(true);
});

test('every fault is reported together, with the name of the variable and the mend', () => {
  expect(
    faultsOf({ PORT: '99999', TIME_ZONE: 'Mars/Olympus', FISCAL_YEAR_STARTS: '02-30', CURRENCY: 'dollars' }),
  ).toEqual([
    'PORT: give a whole number from 0 to 65535',
    'TIME_ZONE: give an IANA time zone such as America/Chicago',
    'FISCAL_YEAR_STARTS: give a month and a day such as 07-01',
    'CURRENCY: give a code such as USD',
  ]);
});

test('an iMIS that is not on this machine is refused without TLS, a password in its address too', () => {
  expect(faultsOf({ ...SITE, IMIS_URL: 'http://imis.example.org' })).toEqual([
    'IMIS_URL: only https is used for a site that is not on this machine; write https://',
  ]);
  expect(faultsOf({ ...SITE, IMIS_URL: 'https://me:hunter2@imis.example.org' })[0]).toContain(
    'IMIS_READ_PASSWORD_FILE',
  );
  expect(faultsOf({ ...SITE, IMIS_URL: 'http://127.0.0.1:3979' })).toEqual([]);
  for (const part of ['?x=1', '#y'])
    expect(faultsOf({ ...SITE, IMIS_URL: `https://imis.example.org/${part}` })[0]).toContain('the address alone');
});

test('reading and writing use separate accounts', () => {
  expect(faultsOf({ ...SITE, IMIS_WRITE_USER: 'reader', IMIS_WRITE_PASSWORD: 'w' })[0]).toMatch(/^IMIS_WRITE_USER/);
  expect(faultsOf({ ...SITE, IMIS_WRITE_USER: 'READER', IMIS_WRITE_PASSWORD: 'w' })[0]).toContain('the same as');
  expect(faultsOf({ ...SITE, IMIS_WRITE_USER: 'writer' })[0]).toContain('give both, or neither');
  expect(parseSettings(SITE).imis?.write).toBeUndefined();
});

test('a database on another machine is refused without TLS', () => {
  expect(faultsOf({ DATABASE_URL: 'postgresql://u:p@db.example.org/copilot' })).toEqual([
    'DATABASE_URL: a database on another machine needs TLS; add ?sslmode=verify-full',
  ]);
  expect(faultsOf({ DATABASE_URL: 'postgresql://u:p@db.example.org/copilot?sslmode=verify-full' })).toEqual([]);
  expect(faultsOf({ DATABASE_URL: 'postgresql://u@127.0.0.1:5432/copilot' })).toEqual([]);
  expect(faultsOf({ DATABASE_URL: 'mysql://u@127.0.0.1/copilot' })[0]).toContain('not an address');
});

test.each([
  [
    'a host in its query goes before the one in front',
    'postgresql://u:p@localhost/db?host=db.example.org',
    'needs TLS',
  ],
  ['the last host of its query counts', 'postgresql:///db?host=/run&host=db.example.org', 'needs TLS'],
  ['the last sslmode counts', 'postgresql://db.example.org/db?sslmode=verify-full&sslmode=disable', 'needs TLS'],
  ['encryption without a verified name', 'postgresql://db.example.org/db?sslmode=no-verify', 'needs TLS'],
  ['without a host PGHOST counts', 'postgresql:///db', 'name the host'],
  ['the deadline of a statement is ours', 'postgresql://127.0.0.1/db?statement_timeout=0', 'only host, port'],
  ['options would undo the time zone', 'postgresql://127.0.0.1/db?options=-c%20timezone%3DCET', 'only host, port'],
])('a DATABASE_URL is read as the driver reads it: %s', (_, url, fault) => {
  const faults = faultsOf({ DATABASE_URL: url });
  expect(faults.join()).toContain(fault);
  expect(faults.join()).not.toContain('example.org');
});

test.each([
  'postgresql:///db?host=/run/postgresql',
  'postgresql://u@%2Frun%2Fpostgresql/db',
  'postgresql://u@[::1]:5433/db?sslmode=disable',
  'postgresql://u@db.example.org/db?sslmode=verify-full&sslrootcert=/etc/ca.pem',
])('a DATABASE_URL that stays here or is verified is taken: %s', (url) => {
  expect(faultsOf({ DATABASE_URL: url })).toEqual([]);
});

test('a secret may come from a file, and never both ways', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'password');
  writeFileSync(file, 'from-a-file\n');
  const { IMIS_READ_PASSWORD: _, ...site } = SITE;
  expect(parseSettings({ ...site, IMIS_READ_PASSWORD_FILE: file }).imis?.read.password.reveal()).toBe('from-a-file');
  expect(faultsOf({ ...SITE, IMIS_READ_PASSWORD_FILE: file })[0]).toContain('given twice');
  expect(faultsOf({ ...site, IMIS_READ_PASSWORD_FILE: `${file}-missing` })[0]).toContain('cannot be read');
});

test('a file for a secret that is empty is a fault, never a start without it', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'empty');
  writeFileSync(file, '\n');
  expect(faultsOf({ DATABASE_URL_FILE: file })).toEqual([
    'DATABASE_URL_FILE: the file is empty; write the value into it',
  ]);
  const { IMIS_READ_PASSWORD: _, ...site } = SITE;
  expect(faultsOf({ ...site, IMIS_READ_PASSWORD_FILE: file })[0]).toContain('write the value into it');
});

test('no secret is printed, whichever way settings are shown', () => {
  const settings = parseSettings({ ...SITE, DATABASE_URL: 'postgresql://u:d-secret@127.0.0.1/x' });
  const shown = [
    JSON.stringify(settings),
    inspect(settings, { depth: 9 }),
    String(settings.imis?.read.password),
  ].join();
  expect(shown).not.toMatch(/r-secret|d-secret/);
  const failure = faultsOf({ ...SITE, PORT: 'x' }).join();
  expect(failure).not.toContain('r-secret');
});

test('a failure that is not expected is shown without its own words', () => {
  expect(report(new Error('password=hunter2'))).toEqual({
    kind: 'failed',
    message: 'This failed on our side.',
    next: expect.stringContaining('Try again'),
  });
});

test('customer types of staff are codes, written in any way', () => {
  expect(parseSettings({}).sync.staffTypes).toEqual(['STAFF']);
  expect(parseSettings({ STAFF_TYPES: ' staff,Emp , STAFF,' }).sync.staffTypes).toEqual(['STAFF', 'EMP']);
  for (const line of [',', 'STAFF|REG'])
    expect(faultsOf({ STAFF_TYPES: line }).join()).toContain('STAFF_TYPES: give codes of customer types');
});

test('the example file names every variable once', () => {
  const named = [...renderEnvExample().matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(variables));
});
