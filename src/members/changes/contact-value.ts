/*
 * One contact detail as somebody typed it, checked and brought into the form it is stored in. What cannot be read as
 * one is refused with what it should look like, never guessed. The words of a refusal do not repeat what was typed.
 */
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { ExpectedError } from '../../errors.js';
import type { Address } from '../../imis/contracts/party.js';
import type { ContactField } from '../../imis/contracts/party-contact.js';
import { addressOf } from './postal-address.js';

export class ContactValueInvalid extends ExpectedError {
  readonly kind = 'contact_value_invalid';
  readonly field: ContactField;
  constructor(field: ContactField) {
    super(wrong[field], right[field]);
    this.field = field;
  }
}

const wrong = {
  email: 'This is not an e-mail address.',
  phone: 'This is not a phone number that exists in its country.',
  address: 'This cannot be read as one postal address.',
} as const;
const right = {
  email: 'Give it in full, such as name@example.org.',
  phone: 'Give it with its area code, and with + and the country code when it is abroad.',
  address:
    'Give street, town, state and postal code, separated by commas, and the country last when it is another: 12 Oak Street, Austin, TX 78701.',
} as const;

/** Which detail a value is of, by its form: a name@host, a number, else an address. */
export function fieldOf(value: string): ContactField {
  if (/^\S+@\S+$/.test(value.trim())) return 'email';
  return /^\+?[\d\s().\-–/x]+$/i.test(value.trim()) ? 'phone' : 'address';
}

/** The detail as it is stored. Throws ContactValueInvalid. */
export function contactValue(field: 'email' | 'phone', typed: string, country: string): string;
export function contactValue(field: ContactField, typed: string, country: string): string | Address;
export function contactValue(field: ContactField, typed: string, country: string): string | Address {
  const value = field === 'address' ? addressOf(typed) : field === 'email' ? emailOf(typed) : phoneOf(typed, country);
  if (value === undefined) throw new ContactValueInvalid(field);
  return value;
}

// RFC 5321 allows 254 characters. Quoted local parts and addresses by number are nobody's mailbox.
const EMAIL =
  /^[\p{L}\p{N}_+%'-]+(?:\.[\p{L}\p{N}_+%'-]+)*@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63})$/u;
const LONGEST_EMAIL = 254;

function emailOf(typed: string): string | undefined {
  // A full stop or bracket that ended the sentence.
  const value = typed.trim().replace(/^<|[>.,;]+$/g, '');
  const [, host] = EMAIL.exec(value) ?? [];
  if (host === undefined || value.length > LONGEST_EMAIL) return undefined;
  return value.slice(0, -host.length) + host.toLowerCase();
}

/** As people of the association's country write it; numbers abroad with their country code. */
function phoneOf(typed: string, country: string): string | undefined {
  const home = isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const number = parsePhoneNumberFromString(typed.trim(), home && { defaultCountry: home, extract: false });
  if (!number?.isValid()) return undefined;
  // Countries that share a code (United States, Canada) write numbers in the same way.
  const isHome = home !== undefined && number.countryCallingCode === getCountryCallingCode(home);
  return isHome ? number.formatNational() : number.formatInternational();
}
