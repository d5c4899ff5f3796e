/**
 * The association's own log: proposals, decisions, writes and exchanges of the audit go to the panel source
 * AI_Interaction, at the person who acted. Only under a signed standing approval; unsigned, the rows stay ours.
 */
import type { EntryKind } from '../audit/entry.js';
import type { Transaction } from '../store/database.js';
import { siteTime } from '../sync/watermark.js';
import { executeUnder, type HeldBack, resumeStanding, type StandingReport } from './execute-under.js';
import { INTERACTION_KIND, INTERACTION_PURPOSE, type Interaction } from './interaction-kind.js';
import type { ExecutorParts } from './parts.js';
import type { Draft } from './port.js';
import { ExecutionUnderWay } from './refusals.js';
import { allStanding, isGood, type StoredStanding, standingFor } from './standing.js';

const ROWS_AT_ONCE = 200;

export interface InteractionReport {
  /** Rows now in iMIS. */
  readonly written: number;
  /** Why the rest stays with us for now. */
  readonly because?: HeldBack;
}

const whats: Readonly<Partial<Record<EntryKind, Interaction['what']>>> = {
  exchange: 'exchange',
  proposal: 'proposal',
  approval: 'decision',
  rejection: 'decision',
  edit: 'decision',
  pilot_continued: 'decision',
  pilot_stopped: 'decision',
  change_done: 'write',
};

type Row = { sequence: number; at: Date; kind: EntryKind; actor_id: string; subject: string; changed: string | null };

/** Another process has sent rows since they were read. */
class MarkMoved extends Error {}

/**
 * Writes what the audit gained since the last time, in batches, until nothing is left or it is held back. Each row goes
 * out once: the mark moves with the rows that are begun, over no row that is held back. A row is sent when some signature
 * was good as it was written; what nobody had signed for then is nobody's to send.
 */
export async function logInteractions(parts: ExecutorParts): Promise<InteractionReport> {
  const { database, clock } = parts;
  const standing = await standingFor(database, INTERACTION_KIND, INTERACTION_PURPOSE, clock.today());
  if (!standing) return { written: 0, because: 'unsigned' };
  if (!isGood(standing, clock.today()))
    return { written: 0, because: standing.revokedAt === null ? 'expired' : 'revoked' };
  await resumeStanding(parts, INTERACTION_KIND);
  for (let written = 0; ; ) {
    const sent = await sendNext(parts).catch((error: unknown) => {
      // Whoever was faster carries out what it began; here it goes on behind the mark.
      if (error instanceof MarkMoved || error instanceof ExecutionUnderWay) return undefined;
      throw error;
    });
    if (sent === 'nothing left') return { written };
    written += sent?.execution?.done ?? 0;
    if (sent && sent.kept > 0) return { written, ...(sent.because && { because: sent.because }) };
  }
}

async function sendNext(parts: ExecutorParts): Promise<StandingReport | 'nothing left' | undefined> {
  const { database, clock } = parts;
  const from = await marked(database);
  const rows = await nextRows(database, from);
  const last = rows.at(-1);
  if (!last) return 'nothing left';
  const signatures = (await allStanding(database)).filter(
    ({ kind, purpose }) => kind === INTERACTION_KIND && purpose === INTERACTION_PURPOSE,
  );
  const told = rows.filter((row) => isTold(row) && signatures.some((one) => wasGood(one, row, clock.timeZone)));
  const [first] = told;
  if (!first) {
    await database.withTransaction((transaction) => move(transaction, from, last.sequence));
    return undefined;
  }
  return await executeUnder(parts, {
    kind: INTERACTION_KIND,
    purpose: INTERACTION_PURPOSE,
    step: `audit/${first.sequence}-${last.sequence}`,
    drafts: told.map((row) => draftOf(row, clock.timeZone)),
    inOrder: true,
    summary: `Log ${told.length} interactions in iMIS`,
    job: 'log_interactions',
    withThem: (transaction, begun) => {
      const isWhole = begun.length === told.length;
      return move(transaction, from, isWhole ? last.sequence : (told[begun.length - 1]?.sequence ?? from));
    },
  });
}

const wasGood = ({ signedAt, revokedAt, endsOn }: StoredStanding, { at }: Row, timeZone: string): boolean =>
  signedAt <= at && (revokedAt === null || at < revokedAt) && siteTime(at, timeZone).slice(0, 10) <= endsOn;

async function marked(database: Transaction, lock: 'for update' | '' = ''): Promise<number> {
  const found = await database.query<{ sequence: number }>(`select sequence from copilot.interaction_mark ${lock}`);
  const [mark] = found.rows;
  if (!mark) throw new Error('the mark of the log is gone');
  return Number(mark.sequence);
}

/** Throws MarkMoved, and with it undoes what was stored beside, when another process has moved it meanwhile. */
async function move(transaction: Transaction, from: number, to: number): Promise<void> {
  if ((await marked(transaction, 'for update')) !== from) throw new MarkMoved();
  await transaction.query('update copilot.interaction_mark set sequence = $1', [to]);
}

/** The log of the log would never end: what was done for it is left out. */
async function nextRows(database: Transaction, from: number): Promise<readonly Row[]> {
  const found = await database.query<Row>(
    `select a.sequence, a.at, a.kind, a.actor_id, a.subject, p.kind as changed
     from copilot.audit a
     left join copilot.proposals p on p.proposal_id = split_part(a.subject, '/', 1)
     where a.sequence > $1 order by a.sequence limit ${ROWS_AT_ONCE}`,
    [from],
  );
  return found.rows;
}

const isTold = (row: Row): boolean => whats[row.kind] !== undefined && row.changed !== INTERACTION_KIND;

function draftOf(row: Row, timeZone: string): Draft {
  const what = whats[row.kind] ?? 'write';
  const about = row.changed === null ? row.subject : `${row.subject} (${row.changed.replaceAll('_', ' ')})`;
  const after: Interaction = {
    what,
    summary: `${row.kind.replaceAll('_', ' ')}: ${about}, audit ${row.sequence}`,
    at: siteTime(row.at, timeZone),
  };
  return { memberId: row.actor_id, before: null, after, reversible: false };
}
