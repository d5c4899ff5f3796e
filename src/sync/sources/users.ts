/*
 * Users of iMIS: whether they are staff and with which roles goes to imis.users, the user name to imis.identity beside
 * the person's other details. A user name may be an e-mail address, so the party id is the key everywhere.
 */
import type { User } from '../../imis/contracts/membership.js';
import type { Reading } from '../../imis/port.js';
import type { Transaction } from '../../store/database.js';
import { type Fitting, need, type Outcome, type PageRequest, type ReadContext, type Source } from '../source.js';
import { users } from '../tables.js';
import { contentHash } from '../upsert.js';

// A changed user is named by user name: this mark tells such a key from a party id.
const BY_NAME = '@';

interface UserFitting extends Fitting {
  readonly userName: string;
}

export const userSource: Source = {
  entity: 'users',
  tables: [users],
  after: ['parties', 'contacts'],
  // Not filterable: roles are no column of a user, and one that is taken away must not stay in force.
  list: async (context, _partition, request) => {
    const page = await context.imis.page('User', { ...request, orderBy: 'UserName' });
    return {
      outcomes: await outcomesOf(context, page.rows),
      total: page.total,
    };
  },
  get: async (context, key) => {
    const filters: Record<string, string> = key.startsWith(BY_NAME)
      ? { UserName: `eq:${key.slice(BY_NAME.length)}` }
      : { UserId: `eq:${key}` };
    const page = await context.imis.page('User', { filters, limit: 1 });
    return (await outcomesOf(context, page.rows))[0];
  },
  changedIds: async ({ imis }, since, request: PageRequest) => {
    const page = await imis.queryPage('ChangedUsers', { ...request, updatedSince: since });
    return {
      ids: page.rows.flatMap((row) => (row.fits ? [{ id: `${BY_NAME}${need(row.value, 'UserName')}` }] : [])),
      total: page.total,
    };
  },
  alongside: async (transaction, outcomes) => {
    const named = outcomes.filter((outcome): outcome is UserFitting => 'userName' in outcome);
    if (named.length > 0) await nameIdentities(transaction, named);
  },
  unsettled,
};

async function outcomesOf(context: ReadContext, readings: readonly Reading<User>[]): Promise<readonly Outcome[]> {
  const staff = await staffAmong(
    context,
    readings.flatMap((reading) => (reading.fits ? [reading.value.userId] : [])),
  );
  return Promise.all(
    readings.map(async (reading): Promise<Outcome> => {
      // The key of a row that does not fit would be its user name.
      if (!reading.fits) return { ...reading, key: `row-${contentHash(['key'], { key: reading.key })}` };
      const { userId, userName, isDisabled, updatedOn } = reading.value;
      const isStaff = staff.has(userId);
      const roles = isStaff ? [...(await context.imis.rolesOf(userName))].sort() : [];
      const row = { member_id: userId, is_staff: isStaff, disabled: isDisabled, roles };
      return { key: userId, rows: [row], userName, ...(updatedOn && { updatedOn }) } as UserFitting;
    }),
  );
}

/** Only the roles of staff are asked for: that is a request each. */
async function staffAmong({ database, staffTypes }: ReadContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ member_id: string }>(
    'select member_id from imis.contacts where member_id = any($1::text[]) and upper(member_type) = any($2::text[])',
    [ids, staffTypes],
  );
  return new Set(rows.map(({ member_id }) => member_id));
}

/** A name may have moved from one person to another: it is taken from the one before it is given to the other. */
async function nameIdentities(transaction: Transaction, named: readonly UserFitting[]): Promise<void> {
  const ids = named.map(({ key }) => key);
  const names = named.map(({ userName }) => userName);
  await transaction.query(
    `update imis.identity i set user_name = null
     from unnest($1::text[], $2::text[]) as n (member_id, user_name)
     where lower(i.user_name) = lower(n.user_name) and i.member_id <> n.member_id`,
    [ids, names],
  );
  await transaction.query(
    `update imis.identity i set user_name = n.user_name
     from unnest($1::text[], $2::text[]) as n (member_id, user_name)
     where i.member_id = n.member_id and i.user_name is distinct from n.user_name`,
    [ids, names],
  );
}

/**
 * Users whose person or member type arrived or changed after them, or whose type has become one of staff by the setting;
 * a name nobody uses any more is taken away.
 */
async function unsettled({ database, staffTypes }: ReadContext): Promise<readonly string[]> {
  await database.query(
    `update imis.identity i set user_name = null
     where user_name is not null and not exists (select 1 from imis.users u where u.member_id = i.member_id)`,
  );
  const { rows } = await database.query<{ member_id: string }>(
    `select u.member_id from imis.users u
     left join imis.identity i on i.member_id = u.member_id
     left join imis.contacts c on c.member_id = u.member_id
     where (i.member_id is not null and i.user_name is null)
        or u.is_staff <> coalesce(upper(c.member_type) = any($1::text[]), false)`,
    [staffTypes],
  );
  return rows.map(({ member_id }) => member_id);
}
