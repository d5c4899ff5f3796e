/** Who in the directory is named by some words, an e-mail address or a phone number. Names stand in imis.identity alone. */
import type { Transaction } from '../store/database.js';

export const parts = [
  'full',
  'first_last',
  'last_first',
  'informal_last',
  'last_informal',
  'first',
  'last',
  'informal',
  'email',
  'phone',
  'street',
] as const;
export type Part = (typeof parts)[number];

export interface Named {
  readonly memberId: string;
  /** Which part of the record was typed. */
  readonly part: Part;
}

type Row = { phrase: string; member_id: string; part: Part };

// One text has some hundred phrases; a statement stays well under a second with this many.
const PHRASES_AT_ONCE = 5000;

const byPhrase = `
  select distinct on (w.phrase, i.member_id) w.phrase, i.member_id, w.part
  from imis.identity i
  cross join lateral (
    select imis.name_words(i.full_name) as whole, imis.name_words(i.first_name) as first,
           imis.name_words(i.last_name) as last, imis.name_words(i.informal_name) as informal
  ) n
  cross join lateral (
    values (1, n.whole, 'full'), (2, regexp_replace(n.whole, ' [a-z](?= )', '', 'g'), 'full'),
           (3, n.first || ' ' || n.last, 'first_last'), (4, n.last || ' ' || n.first, 'last_first'),
           (5, n.informal || ' ' || n.last, 'informal_last'), (6, n.last || ' ' || n.informal, 'last_informal'),
           (7, n.last, 'last'), (8, n.first, 'first'), (9, n.informal, 'informal')
    union all select 10, imis.name_words(line), 'street' from unnest(i.address_lines) as line
  ) as w(rank, phrase, part)
  where imis.name_phrases(i.full_name, i.first_name, i.last_name, i.informal_name, i.address_lines) && $1::text[]
    and w.phrase = any($1::text[])
  order by w.phrase, i.member_id, w.rank`;

/** Records by a normal phrase; phrases nobody bears are absent. */
export async function namedBy(
  database: Transaction,
  phrases: readonly string[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  const found = new Map<string, Named[]>();
  const distinct = [...new Set(phrases)];
  for (let from = 0; from < distinct.length; from += PHRASES_AT_ONCE) {
    const rows = await database.query<Row>(byPhrase, [distinct.slice(from, from + PHRASES_AT_ONCE)]);
    for (const row of rows.rows) {
      const named = found.get(row.phrase) ?? [];
      named.push({ memberId: row.member_id, part: row.part });
      found.set(row.phrase, named);
    }
  }
  return found;
}

/** Records by e-mail address in small letters. */
export async function addressedBy(
  database: Transaction,
  emails: readonly string[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  if (emails.length === 0) return new Map();
  const rows = await database.query<{ email: string; ids: string[] }>(
    `select lower(email) as email, array_agg(member_id order by member_id) as ids
     from imis.identity where lower(email) = any($1::text[]) group by lower(email)`,
    [emails],
  );
  return new Map(rows.rows.map((row) => [row.email, row.ids.map((memberId) => ({ memberId, part: 'email' }))]));
}

/** Records by the digits of a phone number, at least seven: one may lack the country or area code of the other. */
export async function calledBy(
  database: Transaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  if (numbers.length === 0) return new Map();
  const rows = await database.query<{ number: string; ids: string[] }>(
    `select typed.number, array_agg(i.member_id order by i.member_id) as ids
     from unnest($1::text[]) as typed(number)
     join imis.identity i on right(imis.phone_digits(i.phone), 7) = right(typed.number, 7)
     where right(imis.phone_digits(i.phone), length(typed.number)) = typed.number
        or right(typed.number, length(imis.phone_digits(i.phone))) = imis.phone_digits(i.phone)
     group by typed.number`,
    [numbers],
  );
  return new Map(rows.rows.map((row) => [row.number, row.ids.map((memberId) => ({ memberId, part: 'phone' }))]));
}
