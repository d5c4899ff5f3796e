/** Names back into what an actor reads: the answer, a page, a note about to be stored. */
import { may } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import type { Part } from './directory.js';
import { candidatesOf, PLACEHOLDER } from './placeholders.js';
import { membersOf, PSEUDONYM } from './pseudonyms.js';
import { oneLine } from './visible.js';

type Identity = {
  member_id: string;
  full_name: string;
  first_name: string | null;
  last_name: string | null;
  informal_name: string | null;
  email: string | null;
  phone: string | null;
  address_lines: string[];
  is_staff: boolean;
};

/**
 * Replaces pseudonyms and placeholders anywhere in a text, array or plain object by names: of staff, who are known to
 * all staff, and of people in the actor's scope where the actor may see people. Everything else is kept.
 */
export async function reveal<Value>(database: Transaction, value: Value, actor: Actor): Promise<Value> {
  const text = JSON.stringify(value) ?? '';
  const names = await namesFor(database, text.match(PSEUDONYM) ?? [], text.match(PLACEHOLDER) ?? [], actor);
  return names.size === 0 ? value : (replaced(value, names) as Value);
}

async function namesFor(
  database: Transaction,
  pseudonyms: readonly string[],
  placeholders: readonly string[],
  actor: Actor,
): Promise<ReadonlyMap<string, string>> {
  if (pseudonyms.length + placeholders.length === 0) return new Map();
  const members = await membersOf(database, pseudonyms);
  const candidates = await candidatesOf(database, placeholders);
  const ids = [...members.values(), ...[...candidates.values()].flat().map((one) => one.memberId)];
  const found = await database.query<Identity>(
    `select i.member_id, i.full_name, i.first_name, i.last_name, i.informal_name, i.email, i.phone, i.address_lines,
            exists (select 1 from imis.users u where u.member_id = i.member_id and u.is_staff) as is_staff
     from imis.identity i where i.member_id = any($1::text[])`,
    [[...new Set(ids)]],
  );
  const scoped = may(actor, 'people.read') ? await membersInScope(database, actor.scope, ids) : new Set<string>();
  const visible = new Map(
    found.rows.filter((row) => row.is_staff || scoped.has(row.member_id)).map((row) => [row.member_id, row]),
  );
  const names = new Map<string, string>();
  for (const [pseudonym, id] of members) {
    const identity = visible.get(id);
    if (identity) names.set(pseudonym, oneLine(identity.full_name));
  }
  // All candidates share what was typed, so any visible one of them spells it.
  for (const [placeholder, named] of candidates) {
    const seen = named.find((one) => visible.has(one.memberId));
    const identity = seen && visible.get(seen.memberId);
    if (seen && identity) names.set(placeholder, oneLine(spelled(identity, seen.part)));
  }
  return names;
}

function spelled(identity: Identity, part: Part): string {
  const { full_name: full, first_name: first, last_name: last, informal_name: informal } = identity;
  if (part === 'first') return first ?? full;
  if (part === 'initial_last') return first && last ? `${[...first][0]}. ${last}` : full;
  if (part === 'last') return last ?? full;
  if (part === 'informal') return informal ?? full;
  if (part === 'email') return identity.email ?? full;
  if (part === 'phone') return identity.phone ?? full;
  // Age is protected: a day of birth is never put in, only quoted where it was typed.
  if (part === 'birth') return 'that date of birth';
  if (part === 'street') return identity.address_lines[0] ?? full;
  return full;
}

function replaced(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    const named = (standIn: string) => names.get(standIn) ?? standIn;
    return value.replace(PSEUDONYM, named).replace(PLACEHOLDER, named);
  }
  if (Array.isArray(value)) return value.map((item) => replaced(item, names));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, replaced(field, names)]));
}
