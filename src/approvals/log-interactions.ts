/**
 * The association's own log: proposals, decisions, writes and exchanges of the audit go to the panel source
 * AI_Interaction, at the person who acted. Only under a signed standing approval; unsigned, the rows stay ours.
 */
import type { EntryKind } from '../audit/entry.js';
import type { Transaction } from '../store/database.js';
import { siteTime } from '../sync/watermark.js';
import { executeUnder, type HeldBack, resumeStanding } from './execute-under.js';
import { INTERACTION_KIND, INTERACTION_PURPOSE, type Interaction } from './interaction-kind.js';
import type { ExecutorParts } from './parts.js';
import type { Draft } from './port.js';
import { standingFor } from './standing.js';

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

/** Writes what the audit gained since the last time, in batches, until nothing is left or it is held back. */
export async function logInteractions(parts: ExecutorParts): Promise<InteractionReport> {
  const { database, clock } = parts;
  const standing = await standingFor(database, INTERACTION_KIND, INTERACTION_PURPOSE, clock.today());
  if (!standing) return { written: 0, because: 'unsigned' };
  await resumeStanding(parts, INTERACTION_KIND);
  for (let written = 0; ; ) {
    const rows = await nextRows(database);
    const last = rows.at(-1);
    if (!last) return { written };
    // What happened before it was signed was nobody's to send.
    const told = rows.filter((row) => isTold(row) && row.at >= standing.signedAt);
    if (told.length === 0) {
      await mark(database, last.sequence);
      continue;
    }
    const { execution, kept, because } = await executeUnder(parts, {
      kind: INTERACTION_KIND,
      purpose: INTERACTION_PURPOSE,
      step: `audit/${told[0]?.sequence}-${last.sequence}`,
      drafts: told.map((row) => draftOf(row, clock.timeZone)),
      summary: `Log ${told.length} interactions in iMIS`,
      job: 'log_interactions',
      withThem: (transaction, begun) => {
        const isWhole = begun.length === told.length;
        return mark(transaction, isWhole ? last.sequence : (told[begun.length - 1]?.sequence ?? 0));
      },
    });
    written += execution?.done ?? 0;
    if (kept > 0) return { written, ...(because && { because }) };
  }
}

/** The log of the log would never end: what was done for it is left out. */
async function nextRows(database: Transaction): Promise<readonly Row[]> {
  const found = await database.query<Row>(
    `select a.sequence, a.at, a.kind, a.actor_id, a.subject, p.kind as changed
     from copilot.audit a
     left join copilot.proposals p on p.proposal_id = split_part(a.subject, '/', 1)
     where a.sequence > (select m.sequence from copilot.interaction_mark m)
     order by a.sequence limit ${ROWS_AT_ONCE}`,
  );
  return found.rows;
}

const isTold = (row: Row): boolean => whats[row.kind] !== undefined && row.changed !== INTERACTION_KIND;

async function mark(database: Transaction, sequence: number): Promise<void> {
  await database.query('update copilot.interaction_mark set sequence = greatest(sequence, $1)', [sequence]);
}

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
