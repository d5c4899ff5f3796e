/*
 * Who could sign in: users whose customer type is one of STAFF_TYPES, the copilot's own accounts not counted, and whether
 * their roles can be looked up. The sync asks for the roles of each of them, and without roles nobody is let in.
 */
import { printCondition } from '../../imis/contracts/filter.js';
import { ImisRefused } from '../../imis/failures.js';
import type { ImisReader } from '../../imis/port.js';
import { type Finding, fromFailure, good, note, toMend } from './finding.js';

// Addresses stay well below the two thousand characters some web servers take.
const IDS_TOGETHER = 50;

export interface StaffParts {
  readonly reader: Pick<ImisReader, 'page' | 'pages' | 'rolesOf'>;
  /** In capitals. */
  readonly staffTypes: readonly string[];
  /** User names of the copilot's own accounts. */
  readonly accounts: readonly string[];
}

/** How many are staff, and whether the roles of one of them can be seen. */
export async function checkStaff(parts: StaffParts): Promise<Finding[]> {
  try {
    const ids = await staffContacts(parts);
    if (ids === undefined) return [note('iMIS', `How many users are staff cannot be told: ${UNFILTERED}`)];
    const names = await userNames(parts, ids);
    const [one] = names;
    if (one === undefined) return [nobody(parts.staffTypes)];
    const who = names.length === 1 ? 'One user is' : `${names.length} users are`;
    return [
      good('iMIS', `${who} staff by STAFF_TYPES (${parts.staffTypes.join(', ')}).`),
      ...(await checkRolesOfOther(parts, one)),
    ];
  } catch (error) {
    // That contacts or users cannot be read at all is said where the entities are looked at.
    if (error instanceof ImisRefused)
      return [note('iMIS', 'How many users are staff cannot be told: the site refuses the lists it would be told by.')];
    return [fromFailure('iMIS', error)];
  }
}

const UNFILTERED =
  'the site does not filter contacts by MemberType. After the first sync look at Administration > Staff and roles.';

const nobody = (staffTypes: readonly string[]): Finding =>
  toMend(
    'iMIS',
    `No user is staff by STAFF_TYPES (${staffTypes.join(', ')}): nobody could sign in.`,
    'Set STAFF_TYPES to the customer types your own staff have in iMIS, such as STAFF, EMP.',
  );

/** Ids of the contacts of these types; undefined where the site gives others too. */
async function staffContacts({ reader, staffTypes }: StaffParts): Promise<readonly string[] | undefined> {
  const ids = new Set<string>();
  for (const type of staffTypes)
    for await (const { rows } of reader.pages('CsContact', { filters: { MemberType: printCondition('eq', [type]) } }))
      for (const row of rows) {
        if (!row.fits) continue;
        if (row.value.memberType?.toUpperCase() !== type) return undefined;
        ids.add(row.value.id);
      }
  return [...ids];
}

async function userNames({ reader, accounts }: StaffParts, ids: readonly string[]): Promise<readonly string[]> {
  const own = new Set(accounts.map((name) => name.toLowerCase()));
  const names: string[] = [];
  for (let start = 0; start < ids.length; start += IDS_TOGETHER) {
    const some = new Set(ids.slice(start, start + IDS_TOGETHER));
    const filters = { UserId: printCondition('in', [...some]) };
    for (const row of (await reader.page('User', { filters })).rows)
      if (row.fits && some.has(row.value.userId) && !row.value.isDisabled && !own.has(row.value.userName.toLowerCase()))
        names.push(row.value.userName);
  }
  return names;
}

async function checkRolesOfOther({ reader }: StaffParts, userName: string): Promise<Finding[]> {
  try {
    await reader.rolesOf(userName);
    return [good('iMIS', 'The roles of another user can be looked up.')];
  } catch (error) {
    if (error instanceof ImisRefused) return [rolesRefused('another user')];
    return [fromFailure('iMIS', error)];
  }
}

/** Without roles the sync of users fails, and nobody is let in. */
export const rolesRefused = (whose: string): Finding =>
  toMend(
    'iMIS',
    `The roles of ${whose} cannot be looked up: nobody could sign in.`,
    'Let the reading account ask for the roles of users (UserSecurity, GetUserRoles): docs/imis-setup/README.md, step 1.',
  );
