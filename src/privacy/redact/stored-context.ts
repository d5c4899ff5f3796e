/* What the store tells redaction about one text: everybody, the words of the association, and the record of its member. */
import type { Transaction } from '../../store/database.js';
import type { OwnRecord, RedactionContext } from './context.js';
import { storedDirectory } from './stored-directory.js';
import { storedVocabulary } from './stored-vocabulary.js';

/** Columns of the own record, over `i` (imis.identity) and `p` (imis.parties). */
export const OWN_COLUMNS = `p.kind = 'organization' as is_organization, i.full_name, i.first_name, i.last_name,
  i.informal_name, i.email, i.phone, i.address_lines, i.postal_code, i.birth_date, i.user_name`;

export interface OwnRow {
  readonly member_id: string | null;
  readonly is_organization: boolean | null;
  readonly full_name: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly informal_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address_lines: readonly string[] | null;
  readonly postal_code: string | null;
  readonly birth_date: string | null;
  readonly user_name: string | null;
}

export function ownOf(row: OwnRow): OwnRecord {
  const recorded = {
    memberId: row.member_id,
    isOrganization: row.is_organization,
    fullName: row.full_name,
    firstName: row.first_name,
    lastName: row.last_name,
    informalName: row.informal_name,
    email: row.email,
    phone: row.phone,
    addressLines: row.address_lines,
    postalCode: row.postal_code,
    birthDate: row.birth_date,
    userName: row.user_name,
  };
  return Object.fromEntries(Object.entries(recorded).filter(([, value]) => value !== null)) as OwnRecord;
}

/** Loads the directory and the words once; answers the context of a text by or about a member. */
export async function storedContext(database: Transaction): Promise<(memberId: string) => Promise<RedactionContext>> {
  const shared = { directory: await storedDirectory(database), vocabulary: await storedVocabulary(database) };
  return async (memberId) => {
    const { rows } = await database.query<OwnRow>(
      `select i.member_id, ${OWN_COLUMNS} from imis.identity i left join imis.parties p on p.member_id = i.member_id
       where i.member_id = $1`,
      [memberId],
    );
    return { ...shared, own: rows[0] ? ownOf(rows[0]) : { memberId } };
  };
}
