/* What the sampled rows say of guesses about shapes: counted, never kept. */
import { memberOf, propertiesOf } from '../../imis/contracts/bag.js';
import { type ContractName, type Endpoint, endpoints } from '../../imis/contracts/endpoints.js';
import type { Guess } from '../../imis/contracts/site-profile.js';
import { EMPTY_DATE, isWire } from '../../imis/contracts/wire.js';
import { type Failed, type Reply, rowsOf } from './asking.js';
import { fails, holds, unknown } from './guess.js';

/** Members our contracts read although no public description of the entity has them. */
const guessedMembers: Readonly<Partial<Record<ContractName, readonly string[]>>> = {
  CsContact: ['JoinDate', 'UpdatedOn'],
  Activity: ['UpdatedOn'],
  Subscription: ['PaidThrough', 'BillBegin', 'BillThrough', 'BillAmount', 'UpdateInformation'],
  User: ['IsDisabled', 'UpdateInformation'],
  Group: ['GroupClass'],
  GroupMember: ['UpdateInformation'],
  InvoiceSummary: ['InvoiceAmount', 'DueDate', 'UpdateInformation'],
  PaymentSummary: ['PaymentId', 'PayorParty', 'PaymentDate', 'Amount', 'Status', 'UpdateInformation'],
  Event: ['Location', 'UpdateInformation'],
  EventRegistration: ['UpdateInformation'],
};

export interface SampledContract {
  readonly contract: ContractName;
  readonly reply: Reply;
}

/** By the guess in words. */
export function findInRows(samples: readonly SampledContract[], currency: string): Record<string, Guess> {
  const others: Record<string, Guess> = {};
  for (const { contract, reply } of samples) {
    const rows = rowsOf(reply);
    others[`rows of ${contract} fit`] = judgedFit(contract, reply, currency);
    for (const member of guessedMembers[contract] ?? [])
      others[`${contract} has ${member}`] = judgedMember(member, rows);
  }
  const parties = rowsOf(samples.find(({ contract }) => contract === 'Party')?.reply ?? NOTHING);
  others['PartyId is of digits'] = judgedForm(parties, 'PartyId', /^\d{1,10}$/);
  others['UniformId is a GUID'] = judgedForm(parties, 'UniformId', /^\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?$/i);
  const seen = samples.reduce((found, { reply }) => lookedThrough(rowsOf(reply), found), NONE_SEEN);
  others['times have no zone'] = judgedCount(seen.zoneless, seen.zoned, 'times without a zone', 'with one');
  others['numbers and booleans of a property bag are wrapped'] = judgedCount(
    seen.wrapped,
    seen.bare,
    'values wrapped',
    'bare',
  );
  others['a date never set is that of the year 1'] =
    seen.never > 0 ? holds(`${seen.never} seen`) : unknown('none seen');
  return others;
}

const NOTHING: Failed = { isGiven: false, why: 'not asked', kind: 'not asked', isNotOffered: false };

function judgedFit(contract: ContractName, reply: Reply, currency: string): Guess {
  if (!reply.isGiven) return unknown(`the list cannot be read (${reply.why})`);
  const rows = rowsOf(reply);
  if (rows.length === 0) return unknown('no rows');
  const endpoint: Endpoint<unknown> = endpoints[contract] as Endpoint<unknown>;
  const reasons = rows.flatMap((row) => {
    const reading = endpoint.decode(row, { currency });
    return reading.fits ? [] : [reading.reasons.map(withoutCode).join(', ')];
  });
  if (reasons.length === 0) return holds(`${rows.length} of ${rows.length} rows`);
  const told = [...new Set(reasons)].slice(0, 5).join('; ');
  return fails(`${rows.length - reasons.length} of ${rows.length} rows; ${told}`.slice(0, 400));
}

/** An unknown code is quoted in a reason: here it could be anything. */
const withoutCode = (reason: string): string => reason.replace(/ \([^)]*\)$/, '');

function judgedMember(member: string, rows: readonly unknown[]): Guess {
  const having = rows.filter((row) => memberIn(row, member) !== undefined).length;
  // Members without a value are left out: that none has it proves nothing.
  return having > 0 ? holds(`in ${having} of ${rows.length} rows`) : unknown(`in none of ${rows.length} rows`);
}

function judgedForm(rows: readonly unknown[], member: string, form: RegExp): Guess {
  const texts = rows.map((row) => memberIn(row, member)).filter((value) => typeof value === 'string');
  return judgedCount(
    texts.filter((text) => form.test(text)).length,
    texts.filter((text) => !form.test(text)).length,
    'rows as expected',
    'otherwise',
  );
}

function judgedCount(fitting: number, unfitting: number, as: string, otherwise: string): Guess {
  if (fitting + unfitting === 0) return unknown('none seen');
  const found = `${fitting} ${as}, ${unfitting} ${otherwise}`;
  return unfitting === 0 ? holds(found) : fails(found);
}

const memberIn = (row: unknown, member: string): unknown =>
  isWire(row) ? (memberOf(row, member) ?? propertiesOf(row).get(member)) : undefined;

interface Seen {
  readonly zoneless: number;
  readonly zoned: number;
  readonly wrapped: number;
  readonly bare: number;
  readonly never: number;
}
const NONE_SEEN: Seen = { zoneless: 0, zoned: 0, wrapped: 0, bare: 0, never: 0 };

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

function lookedThrough(value: unknown, seen: Seen): Seen {
  if (typeof value === 'string') {
    const time = TIME.exec(value);
    if (!time) return seen;
    const never = seen.never + Number(value === EMPTY_DATE);
    return time[1] ? { ...seen, never, zoned: seen.zoned + 1 } : { ...seen, never, zoneless: seen.zoneless + 1 };
  }
  if (Array.isArray(value)) return value.reduce<Seen>((found, item) => lookedThrough(item, found), seen);
  if (!isWire(value)) return seen;
  const { Name: name, Value: held } = value;
  const slot = typeof name !== 'string' ? undefined : isWire(held) && '$value' in held ? 'wrapped' : bareSlot(held);
  const counted = slot ? { ...seen, [slot]: seen[slot] + 1 } : seen;
  return Object.values(value).reduce<Seen>((found, item) => lookedThrough(item, found), counted);
}

const bareSlot = (held: unknown): 'bare' | undefined =>
  ['number', 'boolean'].includes(typeof held) ? 'bare' : undefined;
