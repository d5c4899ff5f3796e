import { expect, test } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { clockOf } from '../../src/main/clock.js';
import { parseSettings } from '../../src/settings.js';

const SITE = { IMIS_URL: 'https://imis.example.org', IMIS_READ_USER: 'reader', IMIS_READ_PASSWORD: 'secret' };

test('the sandbox may be told its day; iMIS has the real one, whatever SANDBOX_AS_OF says', () => {
  const given = { SANDBOX_AS_OF: '2024-02-29', TIME_ZONE: 'UTC' };
  expect(clockOf(parseSettings(given)).today()).toBe('2024-02-29');
  expect(clockOf(parseSettings({ ...given, ...SITE })).today()).toBe(systemClock('UTC').today());
});
