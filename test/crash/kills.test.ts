/* CRASH_KILLS=200 npx vitest run test/crash kills two hundred processes instead of forty. */
import { expect, test } from 'vitest';
import { killAgainAndAgain } from './kills.js';

const KILLS = Number(process.env['CRASH_KILLS'] ?? 40);
const SECONDS_A_KILL = 20;

test(`after ${KILLS} kills in the middle of approved changes iMIS holds each of them exactly once, as the journal says`, {
  timeout: KILLS * SECONDS_A_KILL * 1000 + 240_000,
}, async () => {
  const report = await killAgainAndAgain({ kills: KILLS });
  expect(report).toMatchObject({
    kills: KILLS,
    wrong: [],
    unknown: [],
    skipped: 0,
    failed: 0,
    uncertain: 0,
    auditHolds: true,
  });
  expect(report.done).toBe(report.changes);
  expect(report.takenOver).toBeGreaterThan(0);
});
