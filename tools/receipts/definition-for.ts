import { requirePermission } from '../../src/access/require.js';
import type { Day } from '../../src/domain/day.js';
import { definitionInWords } from '../../src/population/keep.js';
import { auditRead } from '../audit-read.js';
import type { CallContext } from '../call-context.js';
import type { ToolContext } from '../define.js';
import { viewOf } from '../perspective.js';

type Reader = Pick<CallContext, 'actor' | 'thread' | 'database' | 'clock' | 'settings'> &
  Pick<ToolContext, 'vocabulary'>;

/**
 * What a kept description says, a line each, as of the day of the latest number of it that the actor was given, as
 * open_receipt says it; undefined for whoever was given no such number. Told to the audit as any other reading. Throws
 * NotPermitted.
 */
export async function definitionFor(id: string, context: Reader): Promise<readonly string[] | undefined> {
  const { actor, database } = context;
  requirePermission(actor, 'aggregates.read');
  const given = await database.query<{ as_of: Day }>(
    `select max(as_of)::text as as_of from copilot.receipts
     where actor_id = $1 and definition = $2 having count(*) > 0`,
    [actor.id, id],
  );
  const today = given.rows[0]?.as_of;
  if (today === undefined) return undefined;
  const view = await viewOf(context);
  const then = { ...view, calendar: { ...view.calendar, today } };
  const lines = await definitionInWords(database, id, then, await context.vocabulary());
  if (lines) await auditRead('definition', { definition: id, lines }, context);
  return lines;
}
