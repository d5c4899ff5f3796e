/*
 * The write path as a process of its own, for runs that kill it: store, queue, executor, hand and reader as main
 * builds them, and one member of staff who proposes, approves and lets pilots go on. It says each thing it has been told
 * was done; whatever it was about to do when it is killed, the next one goes on with.
 */
import { once } from 'node:events';
import { actorFor } from '../../src/access/actors.js';
import { approve } from '../../src/approvals/decide.js';
import { execute } from '../../src/approvals/execute.js';
import { ownKinds } from '../../src/approvals/own-kinds.js';
import type { ApprovalParts, ExecutorParts } from '../../src/approvals/parts.js';
import { continuePilot } from '../../src/approvals/pilot.js';
import type { ChangeKind } from '../../src/approvals/port.js';
import { propose } from '../../src/approvals/propose.js';
import { changeReader } from '../../src/approvals/reader.js';
import { ticket } from '../../src/approvals/ticket.js';
import { systemClock } from '../../src/clock.js';
import { ExpectedError } from '../../src/errors.js';
import { createReader } from '../../src/imis/read.js';
import { createWriter } from '../../src/imis/write.js';
import { noteDraft, noteKind } from '../../src/members/changes/note.js';
import { noteRemovalKind } from '../../src/members/changes/note-removal.js';
import { Secret } from '../../src/settings/secret.js';
import { createQueue } from '../../src/work/queue.js';
import { openPlace } from '../fixtures/open-place.js';

const { SITE = '', READ = '', WRITE = '', LIFE = '' } = process.env;
const [readUser = '', readPassword = ''] = READ.split(' ');
const [writeUser = '', writePassword = ''] = WRITE.split(' ');
const timeoutMillis = 5_000;
const clock = systemClock('America/Chicago');

// Loaded ahead of its turn: the life before holds the store until it is killed.
process.stdout.write('loaded\n');
await once(process.stdin, 'data');
process.stdin.destroy();

const database = await openPlace(process.env);
const imis = createReader({
  url: SITE,
  credentials: { user: readUser, password: new Secret(readPassword) },
  currency: 'USD',
  timeoutMillis,
});
const kinds = new Map(
  [noteKind as ChangeKind, noteRemovalKind as ChangeKind, ...ownKinds].map((one) => [one.kind, one]),
);
const executor: ExecutorParts = {
  database,
  clock,
  kinds,
  defaultPhase: 'assisted',
  hand: createWriter({
    url: SITE,
    credentials: { user: writeUser, password: new Secret(writePassword) },
    timeoutMillis,
  }),
  reader: changeReader(database, imis),
  refresh: async () => undefined,
  pause: async (millis) => new Promise((resume) => setTimeout(resume, millis / 25)),
};
const queue = await createQueue<{ execute_proposal: { proposalId: string } }>(
  database,
  {
    execute_proposal: async ({ proposalId }) => {
      await execute(executor, proposalId);
    },
  },
  { pollMillis: 50 },
);
const parts: ApprovalParts = { database, clock, kinds, defaultPhase: 'assisted', queue };
await queue.start();

const actor = await actorFor(database, 'membership', 'cli');
const members = (
  await database.query<{ member_id: string }>(`select member_id from reporting.members order by member_id`)
).rows.map((row) => row.member_id);

/** So many members, others in each life and round: a contact of the sandbox holds 500 written notes. */
function membersOf(round: number, count: number): string[] {
  const first = (Number(LIFE) * 7 + round) * 3;
  return Array.from({ length: count }, (_, at) => members[(first + at) % members.length] ?? '');
}

async function proposeNotes(text: string, memberIds: readonly string[]): Promise<void> {
  const today = clock.today();
  const drafts = await Promise.all(
    memberIds.map((memberId) => noteDraft(database, { actor, memberId, text, typed: [], today })),
  );
  await propose(parts, {
    kind: 'note',
    tool: 'propose_note',
    arguments: {},
    thread: '',
    actor,
    summary: 'Notes',
    drafts,
  });
}

/** Approves what waits, and lets pilots go on, whoever proposed it and in whichever life. */
async function decideAll(): Promise<void> {
  const open = await database.query<{ id: string; status: string; count: number }>(
    `select proposal_id as id, status, count from copilot.proposals where status in ('waiting', 'pilot_done')
     order by created_at limit 20`,
  );
  for (const { id, status, count } of open.rows) {
    const { hash, nonce } = await ticket(parts, id, actor);
    if (status === 'waiting') await approve(parts, { id, hash, nonce, actor, count });
    else await continuePilot(parts, { id, hash, nonce, actor });
  }
}

const isLast = process.argv.includes('last');
for (let round = 0; !isLast; round += 1) {
  try {
    // One in four is large: it begins with a pilot.
    await proposeNotes(`Call ${LIFE}.${round}`, membersOf(round, round % 4 === 3 ? 30 : 3));
    await decideAll();
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    process.stdout.write(`${error.kind}\n`);
  }
  // From here on it is in the middle of something.
  process.stdout.write('working\n');
}
for (;;) {
  await decideAll();
  await queue.runUntilIdle();
  const left = await database.query(
    `select from copilot.proposals where status in ('waiting', 'approved', 'executing', 'pilot_done')`,
  );
  if (left.rowCount === 0) break;
  await new Promise((resume) => setTimeout(resume, 100));
}
await queue.stop();
await database.close();
