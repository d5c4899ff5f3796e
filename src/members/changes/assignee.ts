/** Who shall do a task: the member's relationship manager, somebody of the staff by name, or whoever takes the queue. */
import type { Actor } from '../../domain/actor.js';
import type { Day } from '../../domain/day.js';
import { ExpectedError } from '../../errors.js';
import { candidatesOf, PLACEHOLDER } from '../../privacy/placeholders.js';
import { membersOf, PSEUDONYM, pseudonymOf, pseudonymsFor } from '../../privacy/pseudonyms.js';
import { recordsNamed } from '../../privacy/records-named.js';
import type { Database } from '../../store/database.js';

export interface Assignee {
  /** Party id, undefined for the membership queue. */
  readonly staffId?: string;
  /** M-XXXXXX, or the name of the queue. */
  readonly called: string;
}

export const MEMBERSHIP_QUEUE = 'the membership queue';

export class StaffNotFound extends ExpectedError {
  readonly kind = 'staff_not_found';
  constructor() {
    super(
      'Nobody of the staff is known by this name.',
      "Give the name or the user name as iMIS has it, or leave it out: the task then goes to the member's relationship manager.",
    );
  }
}

export class StaffAmbiguous extends ExpectedError {
  readonly kind = 'staff_ambiguous';
  constructor(pseudonyms: readonly string[]) {
    super(`${pseudonyms.length} members of the staff bear this name: ${pseudonyms.join(', ')}.`, 'Which one is meant?');
  }
}

/** Current means today inside the days of the assignment; of several the latest. */
export async function relationshipManager(database: Database, memberId: string, today: Day): Promise<Assignee> {
  const found = await database.query<{ staff_id: string }>(
    `select a.staff_id from imis.assignments a
     join imis.users u on u.member_id = a.staff_id and not u.disabled
     where a.member_id = $1 and a.is_primary
       and coalesce(a.begins_on, '-infinity') <= $2::date and coalesce(a.ends_on, 'infinity') >= $2::date
     order by a.begins_on desc nulls last, a.assignment_id desc limit 1`,
    [memberId, today],
  );
  const staffId = found.rows[0]?.staff_id;
  return staffId === undefined
    ? { called: MEMBERSHIP_QUEUE }
    : { staffId, called: await pseudonymOf(database, staffId) };
}

/**
 * Somebody of the staff by stand-in, name or user name; "me" is the actor. Staff are known to all staff. Throws
 * StaffNotFound, StaffAmbiguous.
 */
export async function staffNamed(database: Database, who: string, actor: Actor): Promise<Assignee> {
  const words = who.trim();
  const meant = /^(me|myself)$/i.test(words) ? [actor.id] : await recordsMeant(database, words);
  const found = await database.query<{ member_id: string }>(
    `select u.member_id from imis.users u join imis.identity i on i.member_id = u.member_id
     where u.is_staff and not u.disabled and (u.member_id = any($1::text[]) or lower(i.user_name) = lower($2))
     order by u.member_id`,
    [meant, words],
  );
  const [staffId] = found.rows.map((row) => row.member_id);
  if (staffId === undefined) throw new StaffNotFound();
  const pseudonyms = await pseudonymsFor(
    database,
    found.rows.map((row) => row.member_id),
  );
  if (found.rows.length > 1) throw new StaffAmbiguous([...pseudonyms.values()]);
  return { staffId, called: pseudonyms.get(staffId) ?? '' };
}

async function recordsMeant(database: Database, words: string): Promise<readonly string[]> {
  const [pseudonyms, placeholders] = [words.match(PSEUDONYM) ?? [], words.match(PLACEHOLDER) ?? []];
  if (pseudonyms.length + placeholders.length === 0) return await recordsNamed(database, words);
  const members = await membersOf(database, pseudonyms);
  const candidates = await candidatesOf(database, placeholders);
  return [...new Set([...members.values(), ...[...candidates.values()].flat().map(({ memberId }) => memberId)])];
}
