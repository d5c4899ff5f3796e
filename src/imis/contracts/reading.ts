import { createHash } from 'node:crypto';
import { type Day, day, isDay } from '../../domain/day.js';
import { fromMajor, type Money } from '../../domain/money.js';
import { memberOf, propertiesOf } from './bag.js';
import { EMPTY_DATE, isWire, unwrapped, valuesOf, type Wire } from './wire.js';

/** One row of a list as read: a value, or why it does not fit, with the row itself for the reject table. */
export type Reading<T> =
  | { readonly fits: true; readonly key: string; readonly value: T }
  | { readonly fits: false; readonly key: string; readonly reasons: readonly string[]; readonly row: unknown };

/** What a row may leave to the site's settings. */
export interface DecodeContext {
  /** ISO 4217, for amounts without a currency; unset: such a row does not fit. */
  readonly currency?: string;
}

/** Longer texts do not fit: no field of iMIS is meant to hold more, and one row must not fill the memory. */
export const MAX_TEXT_BYTES = 1024 * 1024;
// Amounts above this lose cents in a JSON number.
const MAX_AMOUNT = 10_000_000_000_000;
const EARLIEST = EMPTY_DATE.slice(0, 10);

/**
 * Reads the members of one row and collects what does not fit. Reasons name fields, never a person's details: only
 * short codes of a fixed list are quoted.
 */
export class Fields {
  readonly reasons: string[];
  readonly #member: (name: string) => unknown;
  readonly #path: string;

  private constructor(member: (name: string) => unknown, reasons: string[], path: string) {
    this.#member = member;
    this.reasons = reasons;
    this.#path = path;
  }

  /** Of a typed entity or a flat row. */
  static ofObject(wire: unknown): Fields {
    if (!isWire(wire)) return new Fields(() => undefined, ['the row is not an object'], '');
    return new Fields((name) => memberOf(wire, name), [], '');
  }

  /** Of the properties of a property bag. */
  static ofBag(wire: unknown): Fields {
    const properties = new Map([...propertiesOf(wire)].map(([name, value]) => [name.toLowerCase(), value]));
    const reasons = properties.size > 0 ? [] : ['the row has no Properties'];
    return new Fields((name) => properties.get(name.toLowerCase()), reasons, '');
  }

  /** The members of an inner object; of none when it is absent. */
  inner(name: string): Fields {
    return this.within(this.#member(name), name);
  }

  within(wire: unknown, name: string): Fields {
    return new Fields(
      (member) => (isWire(wire) ? memberOf(wire, member) : undefined),
      this.reasons,
      `${this.#path}${name}.`,
    );
  }

  list(name: string): readonly unknown[] {
    return valuesOf(this.#member(name));
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  text(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'string') return this.#fault(name, 'is not a text');
    if (value.length * 3 > MAX_TEXT_BYTES && Buffer.byteLength(value) > MAX_TEXT_BYTES)
      return this.#fault(name, `is longer than ${MAX_TEXT_BYTES} bytes`);
    return value.trim() === '' ? undefined : value;
  }

  /** Dates of typed entities carry a time of 00:00:00 or a real one; the day is taken either way. The empty date is none. */
  day(name: string): Day | undefined {
    const text = this.#dateText(name);
    if (text === undefined) return undefined;
    if (!isLocalTime(text)) return this.#fault(name, 'is not a calendar day');
    return day(text.slice(0, 10));
  }

  /** Site-local time without zone, as sent. */
  time(name: string): string | undefined {
    const text = this.#dateText(name);
    if (text === undefined) return undefined;
    return isLocalTime(text) ? text : this.#fault(name, 'is not a time');
  }

  number(name: string): number | undefined {
    const value = this.#value(name);
    if (value === undefined || value === '') return undefined;
    const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : this.#fault(name, 'is not a number');
  }

  integer(name: string): number | undefined {
    const number = this.number(name);
    return number === undefined || Number.isSafeInteger(number) ? number : this.#fault(name, 'is not a whole number');
  }

  boolean(name: string): boolean | undefined {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'boolean') return value;
    if (value === 1 || value === 0) return value === 1;
    const word = typeof value === 'string' ? value.toLowerCase() : '';
    if (word === '') return undefined;
    return word === 'true' || word === 'false' ? word === 'true' : this.#fault(name, 'is not true or false');
  }

  /** One of the codes of a fixed list, compared without regard to case; an unknown one does not fit. */
  code<T>(name: string, known: Readonly<Record<string, T>>): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = Object.entries(known).find(([code]) => code.toLowerCase() === text.trim().toLowerCase());
    return found ? found[1] : this.#fault(name, `is an unknown code${/^[\w-]{1,20}$/.test(text) ? ` (${text})` : ''}`);
  }

  /** MonetaryAmountData, or a bare number in the currency of `context`. */
  money(name: string, context: DecodeContext): Money | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    const inner = isWire(value) ? this.inner(name) : undefined;
    if (inner?.boolean('IsAmountDefined') === false) return undefined;
    const amount = inner ? inner.number('Amount') : this.number(name);
    const currency = inner?.inner('Currency').text('CurrencyCode') ?? context.currency;
    return this.amount(name, amount, currency);
  }

  /** An amount and its currency, found separately. */
  amount(name: string, amount: number | undefined, currency: string | undefined): Money | undefined {
    if (amount === undefined) return undefined;
    if (!currency || !/^[A-Z]{3}$/.test(currency)) return this.#fault(name, 'has no currency');
    if (Math.abs(amount) > MAX_AMOUNT) return this.#fault(name, 'is too large an amount');
    return fromMajor(amount, currency);
  }

  /** A value that must be there: names the field among the reasons when it is not, unless something else is wrong with it. */
  need<T>(name: string, value: T | undefined): T {
    const full = `${this.#path}${name}`;
    if (value === undefined && !this.reasons.some((reason) => reason.startsWith(`${full} `)))
      this.reasons.push(`${full} is missing`);
    // A row with a reason is never built into a value, so the placeholder does not get out.
    return value as T;
  }

  /** The row as a value when nothing was wrong; `key` falls back to a hash of the row. */
  reading<T>(wire: unknown, key: string | undefined, value: T): Reading<T> {
    const named =
      key ||
      `row-${createHash('sha256')
        .update(JSON.stringify(wire) ?? '')
        .digest('hex')
        .slice(0, 16)}`;
    if (this.reasons.length === 0) return { fits: true, key: named, value: withoutUndefined(value) };
    return { fits: false, key: named, reasons: [...new Set(this.reasons)], row: wire };
  }

  #value(name: string): unknown {
    return unwrapped(this.#member(name)) ?? undefined;
  }

  #dateText(name: string): string | undefined {
    const value = this.#value(name);
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') return this.#fault(name, 'is not a date');
    return value.startsWith(EARLIEST) ? undefined : value;
  }

  #fault(name: string, what: string): undefined {
    this.reasons.push(`${this.#path}${name} ${what}`);
    return undefined;
  }
}

const isLocalTime = (text: string): boolean =>
  isDay(text.slice(0, 10)) && /^(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,7})?)?$/.test(text.slice(10));

function withoutUndefined<T>(value: T): T {
  if (!isWire(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

/** True for a wire object whose `$type` names the given contract, whatever its assembly. */
export const isOfType = (wire: Wire, name: string): boolean =>
  String(wire['$type'] ?? '')
    .split(',')[0]
    ?.split('.')
    .pop() === name;
