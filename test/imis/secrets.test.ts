import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { report } from '../../src/errors.js';
import { encodeValidation } from '../../src/imis/contracts/envelope.js';
import { encodeParty } from '../../src/imis/contracts/party.js';
import type { Log } from '../../src/imis/options.js';
import { createReader } from '../../src/imis/read.js';
import { createWriter } from '../../src/imis/write.js';
import { Secret } from '../../src/settings/secret.js';
import { examples } from './examples.js';
import { json, startSite } from './site.js';

const word = fc.string({ unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz'), minLength: 12, maxLength: 16 });

/** Ways a site may hand back what it was told. */
const replies = {
  'echoes the record in a message': (said: string) => [
    400,
    encodeValidation([{ field: said, message: `${said} exists` }]),
  ],
  'echoes it in a body that is no list': (said: string) => [200, { said }],
  'echoes it in a refusal': (said: string) => [403, { Message: said }],
  'echoes it and fails': (said: string) => [500, said],
  'echoes it in half a row': (said: string) => [
    200,
    { Items: { $values: [said] }, Offset: 0, TotalCount: 1, NextOffset: 9 },
  ],
} as const;

test('no failure and no log line ever shows a password, a token, a person or what was asked', async () => {
  let reply: readonly [number, unknown] = [200, {}];
  let token = '';
  let grant = true;
  await using site = await startSite(
    (_asked, response) => json(response, reply[0], reply[1]),
    (_asked, response) => json(response, grant ? 200 : 400, { access_token: token, expires_in: 1199, error: token }),
  );
  await fc.assert(
    fc.asyncProperty(
      word,
      word,
      word,
      fc.constantFrom(...(Object.keys(replies) as (keyof typeof replies)[])),
      fc.boolean(),
      async (password, secretToken, person, way, granted) => {
        // A field's name is quoted only where it looks like one; a person's name has a space.
        const said = `${person} ${secretToken}`;
        [reply, token, grant] = [replies[way](said) as [number, unknown], secretToken, granted];
        const logged: unknown[] = [];
        const log: Log = { debug: (...facts) => void logged.push(facts), warn: (...facts) => void logged.push(facts) };
        const options = { ...site.options, credentials: { user: person, password: new Secret(password) }, log };
        const retry = { repeats: 1, firstMillis: 1, longestMillis: 5 };
        const reader = createReader({ ...options, retry });
        const failures = await Promise.all([
          reader.page('Party', { filters: { Email: `eq:${person}` } }).catch((error: unknown) => error),
          reader.rolesOf(person).catch((error: unknown) => error),
          reader.queryPage('Logins', { updatedSince: person }).catch((error: unknown) => error),
          createWriter({ ...options, retry })
            .addActivity({ ...examples.Activity, note: person })
            .catch((error: unknown) => error),
        ]);
        expect(failures.filter((failure) => failure instanceof Error).length).toBeGreaterThan(0);
        const shown = [failures, failures.map(report), failures.map((failure) => JSON.stringify(failure)), logged];
        const text = inspect([shown, options.credentials.password], { depth: 20, showHidden: true });
        for (const secret of [password, secretToken, person]) expect(text).not.toContain(secret);
      },
    ),
    { numRuns: 40 },
  );
});

test('reasons of a row that does not fit name fields only', async () => {
  const row = {
    ...encodeParty(examples.Party),
    BirthDate: 'Ada was born in May',
    Status: { PartyStatusId: 'Ada Example' },
  };
  await using site = await startSite((_asked, response) => json(response, 200, row));
  const reading = await createReader(site.options).get('Party', '101');
  expect(reading?.fits === false && reading.reasons).toEqual([
    'Status.PartyStatusId is an unknown code',
    'BirthDate is not a calendar day',
  ]);
});
