/* A party as the site keeps it: with the further e-mail addresses and numbers that a real record holds beside the first. */
import { encodeParty, type Party } from '../imis/contracts/party.js';
import { asiType, isWire, typed, valuesOf, type Wire } from '../imis/contracts/wire.js';

export interface PartyRecord extends Party {
  readonly furtherEmails?: readonly Further[];
  readonly furtherPhones?: readonly Further[];
}

export interface Further {
  readonly value: string;
  /** As the site names it: 'Home Email', 'Fax'. */
  readonly type: string;
}

const lists = [
  { list: 'Emails', item: 'EmailData', value: 'Address', type: 'EmailType', of: 'furtherEmails' },
  { list: 'Phones', item: 'PhoneData', value: 'Number', type: 'PhoneType', of: 'furtherPhones' },
] as const;

/** The record on the wire: the first address and number as the contract has them, then the further ones. */
export function encodePartyRecord(record: PartyRecord): Wire {
  const wire: Record<string, unknown> = { ...encodeParty(record) };
  for (const { list, item, value, type, of } of lists) {
    const further = record[of];
    const before = wire[list];
    if (further === undefined || !isWire(before)) continue;
    const added = further.map((one) => typed(asiType('Membership', item), { [value]: one.value, [type]: one.type }));
    wire[list] = { ...before, $values: [...valuesOf(before), ...added] };
  }
  return wire;
}

/** What a PUT leaves beside the first address and number: collections are replaced whole. */
export function furtherOf(wire: unknown): Pick<PartyRecord, 'furtherEmails' | 'furtherPhones'> {
  const found: { furtherEmails?: readonly Further[]; furtherPhones?: readonly Further[] } = {};
  for (const { list, value, type, of } of lists) {
    const all = isWire(wire) ? valuesOf(wire[list]) : [];
    const further = all.filter(isWire).filter((one) => !isFirst(one, String(one[type] ?? '')));
    if (further.length > 0)
      found[of] = further.map((one) => ({ value: String(one[value]), type: String(one[type] ?? '') }));
  }
  return found;
}

const isFirst = (one: Wire, type: string): boolean => one['IsPrimary'] === true || type.startsWith('_');
