import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { pinnedClock, shiftedClock } from '../../src/clock.js';
import { judgedCaching } from '../../src/commands/doctor/caching-found.js';
import { figuresOf } from '../../src/commands/doctor/figures.js';
import { filteredContracts } from '../../src/commands/doctor/filters-found.js';
import { describedNames } from '../../src/commands/doctor/metadata-found.js';
import { mostCalls } from '../../src/commands/doctor/profile.js';
import { writeOnceMade } from '../../src/commands/doctor/profile-file.js';
import { readProfile } from '../../src/commands/doctor/read-profile.js';
import { day } from '../../src/domain/day.js';
import type { ContractName } from '../../src/imis/contracts/endpoints.js';
import {
  type FilterGuess,
  type Guesses,
  type PageGuess,
  parseSiteProfile,
  type SiteProfile,
} from '../../src/imis/contracts/site-profile.js';
import { createReader } from '../../src/imis/read.js';
import { waysFor } from '../../src/imis/site-profile.js';
import { createWriter } from '../../src/imis/write.js';
import { profileOfSettings } from '../../src/main/site-profile.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { parseSettings } from '../../src/settings.js';
import { profileFile, profileNamed, profileNames } from '../fixtures/site-profiles.js';
import { json, pageOf, startSite } from './site.js';

const settings = parseSettings({});
const clock = shiftedClock(day('2026-11-21'), 'America/Chicago');
const folder = mkdtempSync(join(tmpdir(), 'site-profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A sandbox of enough members for a list of more than a thousand rows; every request hits a latency of nothing. */
const sandboxLike = async (profile: SiteProfile | undefined): Promise<Sandbox> => {
  const sandbox = await startSandbox({ members: 200, seed: 3, clock, ...(profile && { profile }) });
  sandbox.faults.set([{ kind: 'latency', millis: 0 }]);
  return sandbox;
};

async function found(sandbox: Sandbox): Promise<SiteProfile> {
  return parseSiteProfile(
    JSON.parse(JSON.stringify(await readProfile(settings, { url: sandbox.url, ...sandbox.accounts }))),
  );
}

/** What a profile says without the words it says it in, and without what nothing is chosen by. */
const said = ({ others: _, ...guesses }: Guesses) =>
  JSON.parse(JSON.stringify(guesses, (name, value) => (name === 'found' ? undefined : value)));

describe('doctor reads a site into a profile', () => {
  test.each(profileNames)('and finds of a sandbox like the %s one what that profile says', async (name) => {
    const sandbox = await sandboxLike(profileNamed(name));
    try {
      const profile = await found(sandbox);
      expect(said(profile.guesses)).toEqual(said(profileNamed(name).guesses));
      expect(profile.calls).toBe(sandbox.faults.hits.latency);
      expect(profile.calls).toBeLessThanOrEqual(mostCalls);
      expect(mostCalls).toBeLessThan(120);
      expect(profile.accounts).toMatchObject({
        readingSignsIn: { state: 'holds' },
        writingSignsIn: { state: 'holds' },
        writingMayAddNotes: { state: 'holds' },
        writingMayRemoveNotes: { state: 'holds' },
      });
    } finally {
      await sandbox.close();
    }
  });

  test('and finds the same a minute later, whatever the site has kept since', async () => {
    const sandbox = await sandboxLike(profileNamed('awkward'));
    try {
      const [one, another] = [await found(sandbox), await found(sandbox)];
      expect(said(another.guesses)).toEqual(said(one.guesses));
      expect(one.guesses.queriesCached).toMatchObject({ anotherPromptIsFresh: true, promptKeepsAll: true });
    } finally {
      await sandbox.close();
    }
  });

  test('with no name, address, number, e-mail or id of anybody, no user name, no password and no token in it', async () => {
    const sandbox = await sandboxLike(profileNamed('generous'));
    try {
      const text = JSON.stringify(await found(sandbox));
      const reader = createReader({ url: sandbox.url, credentials: sandbox.accounts.read });
      const values = new Set<string>(Object.values(sandbox.accounts).map(({ user }) => user));
      for (const { password } of Object.values(sandbox.accounts)) values.add(password.reveal());
      for await (const { rows } of reader.pages('Party'))
        for (const row of rows) {
          if (!row.fits) throw new Error('a party does not fit');
          const { partyId, fullName, email, phone, address, birthDate, firstName, lastName } = row.value;
          for (const value of [partyId, fullName, email, phone, address?.postalCode, birthDate, firstName, lastName])
            if (value) values.add(value);
          for (const line of address?.lines ?? []) values.add(line);
        }
      for await (const { rows } of reader.pages('User')) for (const row of rows) values.add(row.key);
      for await (const { rows } of reader.pages('InvoiceSummary')) for (const row of rows) values.add(row.key);
      expect(values.size).toBeGreaterThan(1000);
      const within = (whole: string): readonly string[] => {
        const words = new Set(whole.split(/[^\p{L}\p{N}]+/u));
        return [...values].filter((value) =>
          /^[\p{L}\p{N}]+$/u.test(value) ? words.has(value) : whole.includes(value),
        );
      };
      expect(within(text)).toEqual([]);
      // The search finds what there is to be found.
      expect(within(JSON.stringify(await reader.page('Party', { limit: 20 }))).length).toBeGreaterThan(100);
    } finally {
      await sandbox.close();
    }
  });

  test('and a site that cannot be signed in to has none', async () => {
    await using site = await startSite(
      (_asked, response) => json(response, 200, {}),
      (_asked, response) => json(response, 400, { error: 'invalid_grant' }),
    );
    await expect(readProfile(settings, { url: site.url, read: site.options.credentials })).rejects.toMatchObject({
      kind: 'imis_sign_in',
    });
    expect(site.signIns).toHaveLength(1);
  });

  test('and a site whose entities cannot be read has none, nor is a profile of before lost', async () => {
    await using site = await startSite((_asked, response) => json(response, 403, {}));
    const file = join(folder, 'before.json');
    const make = () => readProfile(settings, { url: site.url, read: site.options.credentials });
    await expect(writeOnceMade(file, make)).rejects.toMatchObject({ kind: 'nothing_to_profile' });
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, 'of before');
    await expect(writeOnceMade(file, make)).rejects.toMatchObject({ kind: 'nothing_to_profile' });
    expect(readFileSync(file, 'utf8')).toBe('of before');
    const asked = site.asked.length;
    await expect(writeOnceMade(join(folder, 'nowhere', 'a.json'), make)).rejects.toMatchObject({
      kind: 'profile_not_written',
    });
    expect(site.asked).toHaveLength(asked);
  });

  test('and its requests are counted with those repeated and with sign-ins anew', async () => {
    const sandbox = await sandboxLike(undefined);
    try {
      sandbox.faults.set([
        { kind: 'latency', millis: 0 },
        { kind: 'unauthorized', route: '/api/Event', times: 1 },
      ]);
      const { read } = sandbox.accounts;
      const profile = await readProfile(settings, { url: sandbox.url, read });
      expect([profile.calls, sandbox.faults.hits.latency]).toEqual([79, 79]);
    } finally {
      await sandbox.close();
    }
  });

  test('and a writing account that cannot sign in, or may not write, is said so', async () => {
    const sandbox = await sandboxLike(undefined);
    try {
      const { read } = sandbox.accounts;
      const mayNot = await readProfile(settings, { url: sandbox.url, read, write: read });
      expect(mayNot.accounts).toMatchObject({
        writingSignsIn: { state: 'holds' },
        writingMayAddNotes: { state: 'does not hold' },
      });
      const unknown = await readProfile(settings, { url: sandbox.url, read, write: { ...read, user: 'nobody' } });
      expect(unknown.accounts).toMatchObject({
        writingSignsIn: { state: 'does not hold', found: 'imis_sign_in' },
        writingMayAddNotes: { state: 'not known' },
      });
      const none = await readProfile(settings, { url: sandbox.url, read });
      expect(none.accounts?.writingSignsIn).toEqual({ state: 'not known', found: 'no writing account is set' });
      expect(figuresOf(none)).toMatchObject({ calls: 77, entries: 61 });
    } finally {
      await sandbox.close();
    }
  });
});

const filterGuesses = fc.constantFrom<FilterGuess>(
  { state: 'holds', found: '.', answer: 'honoured' },
  { state: 'does not hold', found: '.', answer: 'ignored' },
  { state: 'does not hold', found: '.', answer: 'rejected' },
  { state: 'does not hold', found: '.', answer: 'matches nothing' },
);
const pageGuesses = fc.constantFrom<PageGuess>(
  { state: 'holds', found: '.', largest: 500, above: 'cut' },
  { state: 'does not hold', found: '.', largest: 50, above: 'cut' },
  { state: 'does not hold', found: '.', largest: 100, above: 'rejected' },
  { state: 'does not hold', found: '.', largest: 500, above: 'rejected' },
  { state: 'does not hold', found: '.', largest: 1000 },
);
const someGuesses = fc.record({
  updatedOnFilter: fc.record(
    Object.fromEntries(filteredContracts.map((contract) => [contract, filterGuesses])) as Record<
      ContractName,
      fc.Arbitrary<FilterGuess>
    >,
  ),
  pageRows: pageGuesses,
  metadata: fc.record(
    Object.fromEntries(
      describedNames.map((name) => [
        name,
        fc.constantFrom({ state: 'holds', found: '.' } as const, { state: 'does not hold', found: '.' } as const),
      ]),
    ),
  ),
  queriesCached: fc.constantFrom<Guesses['queriesCached']>(
    { state: 'not known', found: '.' },
    { state: 'holds', found: '.', told: 'header', anotherPromptIsFresh: true, promptKeepsAll: true },
    { state: 'holds', found: '.', told: 'header', anotherPromptIsFresh: false, promptKeepsAll: true },
  ),
});

test('whatever mixture of ways a site has, the profile says each of them', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someGuesses, async (some) => {
      // Where a query is refused a large page, no request is spent on how large a smaller one may be.
      const guesses: Guesses = { ...profileNamed('careful').guesses, ...some, queryPageRows: some.pageRows };
      const sandbox = await sandboxLike({ ...profileNamed('careful'), guesses });
      try {
        const profile = await found(sandbox);
        const { offsetsFit: _, ...rest } = said(profile.guesses);
        const { offsetsFit: __, ...expected } = said(guesses);
        expect(rest).toEqual(expected);
        expect(profile.calls).toBeLessThanOrEqual(mostCalls);
      } finally {
        await sandbox.close();
      }
    }),
    { numRuns: 8 },
  );
});

describe('kept answers', () => {
  const answer = (millis: number, total: number, headers: Record<string, string> = {}) => ({
    millis,
    page: { rows: [], offset: 0, total, nextOffset: 0 },
    headers: new Headers(headers),
  });
  const told = (...[plain, first, again, other, last]: readonly ReturnType<typeof answer>[]) => {
    if (!plain || !first || !again || !other || !last) throw new Error('five answers are told of');
    return judgedCaching({ plain, first, again, other, last });
  };
  /** Answers of these many milliseconds, all of five rows. */
  const taking = (...millis: readonly number[]) => millis.map((each) => answer(each, 5));
  const counting = (...totals: readonly number[]) => totals.map((each) => answer(9, each));
  const hit = answer(9, 5, { 'x-cache': 'HIT from proxy' });
  const [miss, dynamic] = [answer(9, 5, { 'x-cache': 'MISS' }), answer(9, 5, { 'cf-cache-status': 'DYNAMIC' })];
  const slowMiss = (millis: number) => answer(millis, 5, { 'cf-cache-status': 'DYNAMIC' });
  test.each([
    ['a header that says how old it is', taking(9, 9, 9, 9).toSpliced(2, 0, answer(9, 5, { age: '3' })), 'header'],
    ['a header that says hit', [miss, miss, hit, miss, hit], 'header'],
    ['a total that stays before and after others say more', counting(5, 6, 6, 6, 5), 'total'],
    ['repeats that take a tenth', taking(9, 2000, 200, 1900, 180), 'time'],
    ['repeats that take a tenth, whatever a proxy says', [9, 2000, 200, 1900, 180].map(slowMiss), 'time'],
  ] as const)('are told by %s', (_, answers, by) => {
    expect(told(...answers)).toMatchObject({ state: 'holds', told: by, promptKeepsAll: true });
  });
  test.each([
    ['a proxy that did not keep the answer', [miss, miss, miss, miss, miss]],
    ['a proxy that keeps nothing of its kind', [dynamic, dynamic, dynamic, dynamic, dynamic]],
    ['a row that came between two answers', counting(5, 5, 5, 6, 6)],
    ['one fast repeat of two', taking(9, 2000, 200, 1900, 1800)],
    ['repeats that take half', taking(9, 2000, 900, 1900, 900)],
    ['answers too fast to tell', taking(20, 20, 1, 19, 1)],
  ] as const)('are not told by %s', (_, answers) => {
    const { state, told: by } = told(...answers);
    expect([state, by]).toEqual(['not known', undefined]);
  });
  test('are ruled out by repeats that take as long', () => {
    expect(told(...taking(9, 2000, 1800, 1900, 1700))).toMatchObject({ state: 'does not hold', told: 'time' });
  });
  test('are not led around by a prompt that drops rows', () => {
    const dropping = [1000, 700, 700, 700, 1000].map((total, index) => answer(index % 2 === 1 ? 2000 : 100, total));
    const guess = told(...dropping);
    expect(guess).toMatchObject({ state: 'holds', anotherPromptIsFresh: true, promptKeepsAll: false });
    const waysWith = (queriesCached: Guesses['queriesCached']) =>
      waysFor({ ...profileNamed('careful'), guesses: { ...profileNamed('careful').guesses, queriesCached } }).queries;
    const { promptKeepsAll: _, ...unknown } = guess;
    expect([waysWith(guess), waysWith(unknown)]).toEqual(['as asked', 'as asked']);
    expect(waysWith({ ...guess, promptKeepsAll: true })).toBe('by another prompt');
    expect(waysWith({ ...guess, promptKeepsAll: true, anotherPromptIsFresh: false })).toBe('stale');
  });
});

describe('the client with a profile', () => {
  test('asks for no more rows than the site gives, and for no description it does not give', async () => {
    await using site = await startSite((asked, response) => json(response, 200, pageOf([], asked.query)));
    const reader = createReader({ ...site.options, profile: profileNamed('awkward') });
    await reader.page('Party');
    await reader.queryPage('Logins', { limit: 9_999 });
    await reader.panelPage('AI_Segment', { limit: 60 });
    expect(site.asked.map(({ query }) => query.get('limit'))).toEqual(['100', '100', '60']);
    expect(await reader.propertiesOf('Party')).toBeUndefined();
    expect(site.asked).toHaveLength(3);
  });

  test('filters by UpdatedOn where the profile proves it, and nowhere else', async () => {
    await using site = await startSite((asked, response) => json(response, 200, pageOf([], asked.query)));
    const list = { filters: { UpdatedOn: 'ge:2026-11-01T00:00:00' } };
    await createReader({ ...site.options, profile: profileNamed('generous') }).page('Party', list);
    expect(site.asked[0]?.query.get('UpdatedOn')).toBe('ge:2026-11-01T00:00:00');
    for (const name of ['careful', 'awkward'] as const)
      await expect(createReader({ ...site.options, profile: profileNamed(name) }).page('Party', list)).rejects.toThrow(
        'cannot be filtered by UpdatedOn',
      );
    await expect(createReader(site.options).page('Party', list)).rejects.toThrow('cannot be filtered by UpdatedOn');
    expect(site.asked).toHaveLength(1);
  });

  test('asks for all rows of a query at an address of its own each time, where answers are kept', async () => {
    await using site = await startSite((asked, response) => json(response, 200, pageOf([], asked.query)));
    const prompts = () => site.asked.map(({ query }) => query.get('UpdatedSince'));
    expect(createReader(site.options).plainQueryPage).toBeUndefined();
    const reader = createReader({ ...site.options, profile: profileNamed('awkward') });
    for (let turn = 0; turn < 3; turn++) await reader.queryPage('Logins');
    expect(new Set(prompts()).size).toBe(3);
    for (const prompt of prompts()) expect(prompt).toMatch(/^17(5[3-9]|6[0-3])-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    await reader.queryPage('Logins', { updatedSince: '2026-11-01T00:00:00' });
    expect(prompts().at(-1)).toBe('2026-11-01T00:00:00');
    await reader.plainQueryPage?.('Logins');
    expect(prompts().at(-1)).toBeNull();
    await createReader({ ...site.options, profile: profileNamed('generous') }).queryPage('Logins');
    expect(prompts().at(-1)).toBeNull();
  });
});

test('a site that keeps answers tells nothing new without its profile, and the truth with it', async () => {
  const profile = profileNamed('awkward');
  const sandbox = await startSandbox({ members: 60, seed: 3, clock, profile });
  try {
    const options = { url: sandbox.url, credentials: sandbox.accounts.read };
    const [unknowing, knowing] = [createReader(options), createReader({ ...options, profile })];
    const total = async (reader: typeof knowing) => (await reader.queryPage('ChangedActivities', { limit: 1 })).total;
    const before = [await total(unknowing), await total(knowing)];
    const [party] = (await knowing.page('Party', { limit: 1 })).rows;
    await createWriter({ ...options, credentials: sandbox.accounts.write }).addActivity({
      partyId: party?.key ?? '',
      activityType: 'NOTE',
      occurredOn: day('2026-11-20'),
    });
    expect([await total(unknowing), await total(knowing)]).toEqual([before[0], Number(before[1]) + 1]);
  } finally {
    await sandbox.close();
  }
});

describe('a profile as a setting', () => {
  const faultOf = (file: string, more: Record<string, string> = {}): string => {
    try {
      profileOfSettings(parseSettings({ IMIS_PROFILE: file, ...more }));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return '';
  };
  const written = (profile: unknown): string => {
    const file = join(folder, 'profile.json');
    writeFileSync(file, typeof profile === 'string' ? profile : JSON.stringify(profile));
    return file;
  };

  test('is read from its file, and none is none', () => {
    expect(profileOfSettings(parseSettings({}))).toBeUndefined();
    expect(profileOfSettings(parseSettings({ IMIS_PROFILE: profileFile('generous') }))).toEqual(
      profileNamed('generous'),
    );
  });

  const careful = profileNamed('careful');
  const { pageRows } = careful.guesses;
  test.each<[string, unknown, string]>([
    ['a file that is no JSON', '{', 'the file is not JSON'],
    ['any other JSON', { Party: 'text' }, 'it is no site profile'],
    ['a profile of another version', { ...careful, version: 2 }, 'it is not of version 1'],
    ['a state nobody knows', withGuess({ orderKept: { state: 'maybe', found: '.' } }), 'guesses.orderKept.state'],
    [
      'a state that contradicts what was found',
      withGuess({ updatedOnFilter: { Party: { state: 'holds', found: '.', answer: 'ignored' } } }),
      'guesses.updatedOnFilter.Party: the state does not go with the answer',
    ],
    ['an entity there is none of', withGuess({ updatedOnFilter: { Partei: pageRows } }), 'guesses.updatedOnFilter'],
    ['a page of no rows', withGuess({ pageRows: { ...pageRows, largest: 0 } }), 'guesses.pageRows.largest'],
    ['something more', { ...careful, more: true }, 'more'],
  ])('refuses %s as a fault of the setting, with the next step', (_, profile, why) => {
    const fault = faultOf(written(profile));
    expect(fault).toContain(`IMIS_PROFILE: `);
    expect(fault).toContain(why);
    expect(fault).toContain('write it anew with doctor --profile FILE, or unset IMIS_PROFILE');
  });

  function withGuess(guess: Record<string, unknown>): unknown {
    return { ...profileNamed('careful'), guesses: { ...profileNamed('careful').guesses, ...guess } };
  }

  test('refuses a file that is not there, and the profile of another site', () => {
    expect(faultOf(join(folder, 'nowhere.json'))).toContain('the file cannot be read');
    const guess = { state: 'holds', found: '.' };
    const endpoint = { address: 'https://imis.example.org/', encryption: guess, clocksAgree: guess, software: {} };
    const file = written({ ...careful, endpoint });
    const site = { IMIS_READ_USER: 'reader', IMIS_READ_PASSWORD: 'secret' };
    expect(faultOf(file, { IMIS_URL: 'https://IMIS.example.org', ...site })).toBe('');
    expect(faultOf(file, { IMIS_URL: 'https://other.example.org', ...site })).toContain('of another site');
    expect(faultOf(file)).toBe('');
    expect(faultOf(written(careful), { IMIS_URL: 'https://imis.example.org', ...site })).toContain('it names no site');
  });
});

test('a pinned sandbox without a profile behaves like the careful one', async () => {
  const [plain, careful] = await Promise.all(
    [undefined, profileNamed('careful')].map((profile) =>
      startSandbox({ members: 60, seed: 3, clock: pinnedClock(day('2026-11-21')), ...(profile && { profile }) }),
    ),
  );
  if (!plain || !careful) throw new Error('no sandbox');
  try {
    expect(said((await found(plain)).guesses)).toEqual(said((await found(careful)).guesses));
  } finally {
    await Promise.all([plain.close(), careful.close()]);
  }
});
