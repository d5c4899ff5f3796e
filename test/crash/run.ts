/* npm run crash -- --kills 1000 [--minutes N]: kills the write path so often and says what was found. */
import { parseArgs } from 'node:util';
import { killAgainAndAgain } from './kills.js';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, minutes: { type: 'string' }, json: { type: 'boolean' } },
});
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new RangeError('--kills takes a whole number');
const until = values.minutes === undefined ? Infinity : performance.now() + Number(values.minutes) * 60_000;

const report = await killAgainAndAgain({
  kills,
  enough: () => performance.now() >= until,
  onKill: (done) => {
    if (done % 10 === 0) process.stderr.write(`${done} of ${kills} killed\n`);
  },
});
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
if (report.wrong.length > 0 || report.unknown.length > 0 || report.uncertain > 0 || !report.auditHolds)
  process.exitCode = 1;
