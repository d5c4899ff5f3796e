import { requirePermission } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import { candidatesOf, PLACEHOLDER } from '../privacy/placeholders.js';
import { membersOf, PSEUDONYM } from '../privacy/pseudonyms.js';
import { recordsNamed } from '../privacy/records-named.js';
import type { Database } from '../store/database.js';
import { type MemberLine, memberLines } from './line.js';
import { nearestNames } from './nearest.js';

export interface FindRequest {
  /** Whose rights and scope: cannot be left out. */
  readonly actor: Actor;
  /** A pseudonym, a placeholder, an iMIS id, an e-mail address, a phone number, or the words of a name. */
  readonly who: string;
  readonly today: Day;
  /** The association's grace period. */
  readonly graceDays: number;
}

export type Found =
  | { readonly kind: 'one'; readonly memberId: string; readonly member: MemberLine }
  /** Several bear the name: at most ten lines, of `total`. */
  | { readonly kind: 'several'; readonly members: readonly MemberLine[]; readonly total: number }
  /** Nobody bears it; these three are spelled most alike. */
  | { readonly kind: 'near'; readonly members: readonly MemberLine[] }
  /** It fits somebody whom the actor's rights hide. */
  | { readonly kind: 'hidden' }
  /** A member of the staff, who has no membership. */
  | { readonly kind: 'staff' }
  | { readonly kind: 'none' };

const MOST_LINES = 10;
const MOST_NEAR = 3;

/** Who is meant, within the actor's rights. Names never come back, only pseudonyms. Throws NotPermitted. */
export async function findMembers(database: Database, { actor, who, ...dated }: FindRequest): Promise<Found> {
  requirePermission(actor, 'people.read');
  const meant = await recordsMeant(database, who.trim());
  const members = await withoutStaff(database, meant);
  const scoped = await membersInScope(database, actor.scope, members);
  const visible = members.filter((id) => scoped.has(id));
  const view = { ...dated, scope: actor.scope };
  const lines = await memberLines(database, visible.slice(0, MOST_LINES), view);
  const [memberId, member] = [visible[0], lines[0]];
  if (visible.length > 1) return { kind: 'several', members: lines, total: visible.length };
  if (memberId !== undefined && member) return { kind: 'one', memberId, member };
  if (members.length > 0) return { kind: 'hidden' };
  if (meant.length > 0) return { kind: 'staff' };
  const near = await nearestNames(database, actor.scope, who, MOST_NEAR);
  return near.length > 0 ? { kind: 'near', members: await memberLines(database, near, view) } : { kind: 'none' };
}

/** Party ids, each once: stand-ins first, then the id of iMIS itself, then names and addresses. */
async function recordsMeant(database: Database, who: string): Promise<readonly string[]> {
  const [pseudonyms, placeholders] = [who.match(PSEUDONYM) ?? [], who.match(PLACEHOLDER) ?? []];
  if (pseudonyms.length + placeholders.length > 0) {
    const members = await membersOf(database, pseudonyms);
    const candidates = await candidatesOf(database, placeholders);
    return [...new Set([...members.values(), ...[...candidates.values()].flat().map(({ memberId }) => memberId)])];
  }
  const byId = await database.query('select from imis.parties where member_id = $1', [who]);
  return byId.rowCount === 1 ? [who] : await recordsNamed(database, who);
}

async function withoutStaff(database: Database, memberIds: readonly string[]): Promise<readonly string[]> {
  const staff = await database.query<{ member_id: string }>(
    'select member_id from imis.users where is_staff and member_id = any($1::text[])',
    [memberIds],
  );
  const isStaff = new Set(staff.rows.map((row) => row.member_id));
  return memberIds.filter((id) => !isStaff.has(id));
}
