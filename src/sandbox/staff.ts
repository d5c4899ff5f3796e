/* The association's own staff: ordinary people with generated names, known by the user names they sign in with. */
import type { Party } from '../imis/contracts/party.js';
import { HISTORY_BEGINS } from './association.js';
import type { DayNumber } from './calendar.js';
import { groupMemberKey, Ledger, type MemberRows } from './ledger.js';
import { type PersonName, personName, phoneIn, plain, residenceOf } from './people.js';
import { purposes } from './purposes.js';
import { Draws } from './random.js';
import { chapters, states } from './words/places.js';

interface Post {
  readonly userName: string;
  readonly roles: readonly string[];
  readonly title: string;
  readonly chapter?: string;
}

export const staffPosts = [
  { userName: 'membership', roles: ['Staff', 'Membership'], title: 'Membership Director' },
  { userName: 'membership2', roles: ['Staff', 'Membership'], title: 'Membership Coordinator' },
  { userName: 'marketing', roles: ['Staff', 'Marketing'], title: 'Marketing Manager' },
  { userName: 'finance', roles: ['Staff', 'Finance'], title: 'Finance Director' },
  { userName: 'finance2', roles: ['Staff', 'Finance'], title: 'Accountant' },
  { userName: 'community', roles: ['Staff', 'Community'], title: 'Community and Events Manager' },
  { userName: 'leadership', roles: ['Staff', 'Leadership'], title: 'Executive Director' },
  { userName: 'administrator', roles: ['Staff', 'Administrator'], title: 'Systems Administrator' },
  { userName: 'chapter-tx', roles: ['Staff', 'ChapterManager'], title: 'Chapter Manager', chapter: 'CH-TX' },
  { userName: 'chapter-oh', roles: ['Staff', 'ChapterManager'], title: 'Chapter Manager', chapter: 'CH-OH' },
  { userName: 'chapter-ca', roles: ['Staff', 'ChapterManager'], title: 'Chapter Manager', chapter: 'CH-CA' },
  { userName: 'chapter-ny', roles: ['Staff', 'ChapterManager'], title: 'Chapter Manager', chapter: 'CH-NY' },
] as const satisfies readonly Post[];
export type StaffName = (typeof staffPosts)[number]['userName'];

/** Staff come before members in every list. */
export const staffId = (place: number): string => String(100_001 + place);
export const idOfStaff = (userName: StaffName): string =>
  staffId(staffPosts.findIndex((post) => post.userName === userName));

/** Chance about staff lies below the members' indices. */
const staffIndex = (place: number): number => -2 - place;

/** Their name: ordinary people. */
export const staffPerson = (seed: number, place: number): PersonName => personName(seed, staffIndex(place));

export function staffRows(seed: number, place: number, today: DayNumber): MemberRows {
  const post: Post | undefined = staffPosts[place];
  if (post === undefined) throw new RangeError(`no staff member at place ${place}`);
  const index = staffIndex(place);
  const draws = new Draws(seed, index, purposes.contact);
  const name = personName(seed, index);
  const chapter = chapters.find((one) => one.groupId === post.chapter);
  const home = residenceOf(
    seed,
    index,
    0,
    states.find((state) => state.code === (chapter?.state ?? 'OH')),
  );
  const id = staffId(place);
  const since = HISTORY_BEGINS - draws.whole(30, 900);
  const party: Party = {
    partyId: id,
    kind: 'person',
    status: 'active',
    fullName: `${name.first} ${name.last}`,
    firstName: name.first,
    lastName: name.last,
    jobTitle: post.title,
    email: `${plain(name.first)}.${plain(name.last)}@association.example.org`,
    phone: phoneIn(home.areaCode, draws),
    address: {
      lines: home.lines,
      city: home.city,
      state: home.state.code,
      postalCode: home.postalCode,
      country: 'US',
    },
  };
  const ledger = new Ledger(seed, index, today);
  ledger.enter('Party', id, since, [], party);
  ledger.enter('CsContact', id, since, [], { id, memberType: 'STAFF' });
  ledger.enter('User', id, since, [], { userId: id, userName: post.userName, isDisabled: false });
  if (chapter !== undefined) {
    const groupMemberId = groupMemberKey(id, chapter.groupId);
    ledger.enter('GroupMember', groupMemberId, since, [], {
      groupMemberId,
      groupId: chapter.groupId,
      partyId: id,
      role: 'Chapter Manager',
      isActive: true,
    });
  }
  return ledger.rows;
}
