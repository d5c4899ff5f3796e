/* The sandbox in a process of its own: prints where it is, then serves until its input ends. */
import { pinnedClock } from '../../src/clock.js';
import { startSandbox } from '../../src/sandbox/start.js';
import { TODAY } from './today.js';

const [members = '1000', latency = '250'] = process.argv.slice(2);
const sandbox = await startSandbox({
  members: Number(members),
  seed: 1,
  clock: pinnedClock(TODAY),
  latencyMillis: Number(latency),
});
await sandbox.ready();
const { user, password } = sandbox.accounts.read;
process.stdout.write(`${JSON.stringify({ url: sandbox.url, user, password: password.reveal() })}\n`);
process.stdin.resume();
process.stdin.on('end', () => void sandbox.close());
