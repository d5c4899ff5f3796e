/** One contact detail of a member corrected: e-mail address, phone number or postal address, from before to after. */
import { z } from 'zod';
import type { Change, ChangeKind, ChangeReader, Draft } from '../../approvals/port.js';
import { ExpectedError } from '../../errors.js';
import type { Address } from '../../imis/contracts/party.js';
import {
  type ContactChange,
  type ContactField,
  contactOf,
  sameContact,
  sameCountry,
} from '../../imis/contracts/party-contact.js';
import type { Database } from '../../store/database.js';
import { contactValue } from './contact-value.js';

const PostalAddress = z.strictObject({
  lines: z.array(z.string()),
  city: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
});

/** One detail; null removes it, which only an undo does. */
const ContactDetail = z.union([
  z.strictObject({ email: z.string().min(1).nullable() }),
  z.strictObject({ phone: z.string().min(1).nullable() }),
  z.strictObject({ address: PostalAddress.nullable() }),
]);
export type ContactDetail = z.infer<typeof ContactDetail>;

export interface CorrectionRequest {
  readonly memberId: string;
  readonly field: ContactField;
  /** In the words it was typed in. */
  readonly value: string;
  /** Country of the association, ISO 3166. */
  readonly country: string;
}

export class ContactSame extends ExpectedError {
  readonly kind = 'contact_same';
  constructor(field: ContactField) {
    super(`iMIS already has this ${fieldWords[field]} for the member.`, 'Nothing needs to be changed.');
  }
}

export class RecordMissing extends ExpectedError {
  readonly kind = 'record_missing';
  constructor() {
    super(
      'The record is not in the copy of iMIS.',
      'Find the member again; a new record is known after the next sync.',
    );
  }
}

export const fieldWords: Readonly<Record<ContactField, string>> = {
  email: 'e-mail address',
  phone: 'phone number',
  address: 'postal address',
};

/** A correction ready to be proposed. Throws ContactValueInvalid, ContactSame, RecordMissing. */
export async function correctionDraft(
  database: Database,
  { memberId, field, value, country }: CorrectionRequest,
): Promise<Draft> {
  const stored = await storedContacts(database, memberId);
  const before = stored[field];
  const typed = contactValue(field, value, country);
  const after = typeof typed === 'string' ? typed : asCountryOf(before, typed);
  if (sameContact(field, before, after)) throw new ContactSame(field);
  return {
    memberId,
    before: ContactDetail.parse({ [field]: before }),
    after: ContactDetail.parse({ [field]: after }),
    ...(stored.updatedOn !== null && { sourceUpdatedOn: stored.updatedOn }),
    reversible: true,
  };
}

/** What the copy of iMIS says. */
async function storedContacts(database: Database, memberId: string): Promise<Stored> {
  const found = await database.query<Row>(
    `select i.email, i.phone, i.address_lines, p.city, p.state, i.postal_code, p.country,
            p.source_updated_on::text as updated_on
     from imis.identity i join imis.parties p on p.member_id = i.member_id where i.member_id = $1`,
    [memberId],
  );
  const row = found.rows[0];
  if (!row) throw new RecordMissing();
  const { email, phone, address_lines: lines, city, state, postal_code: postalCode, country, updated_on } = row;
  const isEmpty = lines.length === 0 && !city && !state && !postalCode && !country;
  const parts = { ...(city && { city }), ...(state && { state }), ...(postalCode && { postalCode }) };
  const address: Address | null = isEmpty ? null : { lines, ...parts, ...(country && { country }) };
  return { email, phone, address, updatedOn: updated_on };
}

type Row = {
  email: string | null;
  phone: string | null;
  address_lines: string[];
  city: string | null;
  state: string | null;
  postal_code: string | null;
  country: string | null;
  updated_on: string | null;
};

interface Stored {
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: Address | null;
  readonly updatedOn: string | null;
}

/** "US" stays "US" where the record writes it so. */
function asCountryOf(before: string | Address | null, after: Address): Address {
  if (before === null || typeof before === 'string' || !before.country || !after.country) return after;
  return sameCountry(before.country, after.country) ? { ...after, country: before.country } : after;
}

export const contactCorrectionKind: ChangeKind<ContactDetail> = {
  kind: 'contact_correction',
  permission: 'contacts.propose',
  hand: 'imis',
  risks: [],
  parse: (after) => ContactDetail.parse(after),
  describe: (change) => {
    const { field, after } = contactChangeOf(change);
    return after === null
      ? `Remove the ${fieldWords[field]}`
      : `Correct the ${fieldWords[field]}: ${typeof after === 'string' ? after : addressWords(after)}`;
  },
  find,
  recheck: async (reader, change) => {
    const present = await reader.party(change.memberId);
    if (!present) return 'the member is no longer in iMIS';
    const { field, before } = contactChangeOf(change);
    return sameContact(field, contactOf(present, field), before)
      ? undefined
      : `the ${fieldWords[field]} was changed in iMIS since`;
  },
  execute: async (hand, reader, change) => {
    const written = await find(reader, change);
    if (written !== undefined) return written;
    await hand.changeParty(change.memberId, contactChangeOf(change));
    return change.memberId;
  },
  verify: async (reader, change) => (await find(reader, change)) !== undefined,
  undo: ({ memberId, before, after }) => ({
    kind: 'contact_correction',
    draft: { memberId, before: after, after: ContactDetail.parse(before), reversible: true },
  }),
  touched: ({ memberId }) => [{ contract: 'Party', id: memberId }],
};

/** A party has no column for our key: the after-value standing there counts as done. */
async function find(reader: ChangeReader, change: Change<ContactDetail>): Promise<string | undefined> {
  const present = await reader.party(change.memberId);
  const { field, after } = contactChangeOf(change);
  return present && sameContact(field, contactOf(present, field), after) ? change.memberId : undefined;
}

/** Before and after are of one detail. */
function contactChangeOf(change: Change<ContactDetail>): ContactChange {
  const [before, after] = [ContactDetail.parse(change.before), change.after];
  if ('email' in before && 'email' in after) return { field: 'email', before: before.email, after: after.email };
  if ('phone' in before && 'phone' in after) return { field: 'phone', before: before.phone, after: after.phone };
  if ('address' in before && 'address' in after)
    return { field: 'address', before: compact(before.address), after: compact(after.address) };
  throw new TypeError('a correction of one contact detail names another one before');
}

const compact = (address: z.infer<typeof PostalAddress> | null): Address | null =>
  address && (JSON.parse(JSON.stringify(address)) as Address);

const addressWords = ({ lines, city, state, postalCode, country }: Address): string =>
  [...lines, city, [state, postalCode].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
