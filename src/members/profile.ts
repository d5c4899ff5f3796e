import { HiddenByRights } from '../access/refusals.js';
import { may, requirePermission } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import { addDays, addTo, type Day } from '../domain/day.js';
import { ExpectedError } from '../errors.js';
import { membersOf } from '../privacy/pseudonyms.js';
import type { Database } from '../store/database.js';
import { type Activity12, activityOf } from './activity.js';
import { type MemberLine, memberLines } from './line.js';
import { type NoteDate, noteDates } from './note-dates.js';
import { type OpenInvoices, openInvoices } from './open-invoices.js';
import { type TermLine, termLines } from './terms.js';

export interface ProfileRequest {
  readonly actor: Actor;
  /** M-XXXXXX. */
  readonly member: string;
  readonly today: Day;
  /** The association's grace period. */
  readonly graceDays: number;
}

export interface MemberProfile extends MemberLine {
  readonly memberId: string;
  readonly jobTitle?: string;
  readonly joinedOn?: Day;
  /** Last day of grace after the present or last term. */
  readonly dropsOn?: Day;
  /** All active chapters, latest first. */
  readonly chapters: readonly string[];
  /** Latest first, at most ten. */
  readonly terms: readonly TermLine[];
  readonly activity: Activity12;
  /** Only for an actor who may see invoices. */
  readonly invoices?: readonly OpenInvoices[];
  /** Days and authors of the last five notes; their words are never here. */
  readonly notes: readonly NoteDate[];
  /** When the record was last read from iMIS, ISO instant. */
  readonly readAt: string;
}

export class MemberUnknown extends ExpectedError {
  readonly kind = 'member_unknown';
  constructor() {
    super('This pseudonym belongs to no member.', 'Find the member first and use the pseudonym that is answered.');
  }
}

type Row = {
  job_title: string | null;
  joined_on: Day | null;
  chapters: string[];
  read_at: Date;
};

const sql = `
  select p.job_title, c.joined_on::text as joined_on, greatest(p.read_at, c.read_at) as read_at,
         array(select k.name from imis.group_members g join imis.groups k on k.group_id = g.group_id and k.kind = 'chapter'
               where g.member_id = p.member_id and g.is_active
               order by g.begins_on desc nulls last, g.group_id) as chapters
  from imis.parties p left join imis.contacts c on c.member_id = p.member_id
  where p.member_id = $1`;

/** What is known of one member today. Throws NotPermitted, MemberUnknown, HiddenByRights. */
export async function memberProfile(
  database: Database,
  { actor, member, today, graceDays }: ProfileRequest,
): Promise<MemberProfile> {
  requirePermission(actor, 'people.read');
  const memberId = (await membersOf(database, [member])).get(member);
  const row = memberId && (await database.query<Row>(sql, [memberId])).rows[0];
  if (!memberId || !row) throw new MemberUnknown();
  if (!(await membersInScope(database, actor.scope, [memberId])).has(memberId)) throw new HiddenByRights();
  const [line] = await memberLines(database, [memberId], { scope: actor.scope, today, graceDays });
  if (!line) throw new MemberUnknown();
  // Today is the last of the days of the twelve months.
  const since = addDays(addTo(today, -1, 'year'), 1);
  return {
    ...line,
    memberId,
    ...(row.job_title ? { jobTitle: row.job_title } : {}),
    ...(row.joined_on ? { joinedOn: row.joined_on } : {}),
    ...(line.expiresOn ? { dropsOn: addDays(line.expiresOn, graceDays) } : {}),
    chapters: row.chapters,
    terms: await termLines(database, memberId),
    activity: await activityOf(database, memberId, since, today),
    ...(may(actor, 'invoices.read') ? { invoices: await openInvoices(database, memberId, today) } : {}),
    notes: await noteDates(database, memberId),
    readAt: row.read_at.toISOString(),
  };
}
