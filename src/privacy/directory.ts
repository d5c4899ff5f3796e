/** Who in the directory is named by some words, an e-mail address or a phone number. Names stand in imis.identity alone. */
import type { Transaction } from '../store/database.js';
import { normal } from './name-words.js';

export const parts = [
  'full',
  'first_last',
  'last_first',
  'informal_last',
  'last_informal',
  'initial_last',
  'first',
  'last',
  'informal',
  'email',
  'phone',
  'street',
  'birth',
] as const;
export type Part = (typeof parts)[number];

export interface Named {
  readonly memberId: string;
  /** Which part of the record was typed. */
  readonly part: Part;
}

interface Row {
  readonly member_id: string;
  readonly full_name: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly informal_name: string | null;
  readonly address_lines: readonly string[];
}

// One text has some hundred phrases; a statement stays well under a second with this many.
const PHRASES_AT_ONCE = 5000;

/** Records by a normal phrase; phrases nobody bears are absent. */
export async function namedBy(
  database: Transaction,
  phrases: readonly string[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  const found = new Map<string, Named[]>();
  const wanted = [...new Set(phrases)];
  for (let from = 0; from < wanted.length; from += PHRASES_AT_ONCE) {
    const some = wanted.slice(from, from + PHRASES_AT_ONCE);
    // The index knows no initials: those of a surname are looked through.
    const asked = [...new Set([...some, ...some.flatMap(surnameOf)])];
    const rows = await database.query<Row>(
      `select i.member_id, i.full_name, i.first_name, i.last_name, i.informal_name, i.address_lines from imis.identity i
       where imis.name_phrases(i.full_name, i.first_name, i.last_name, i.informal_name, i.address_lines) && $1::text[]
       order by i.member_id`,
      [asked],
    );
    const isWanted = new Set(some);
    for (const row of rows.rows)
      for (const [phrase, part] of waysOf(row))
        if (isWanted.has(phrase)) {
          const named = found.get(phrase) ?? [];
          named.push({ memberId: row.member_id, part });
          found.set(phrase, named);
        }
  }
  return found;
}

/** "j smith", "smith j". */
const surnameOf = (phrase: string): string[] => {
  const [, surname] = /^\p{L} (\p{L}{2,})$/u.exec(phrase) ?? /^(\p{L}{2,}) \p{L}$/u.exec(phrase) ?? [];
  return surname ? [surname] : [];
};

/** Every phrase of a record, each with the first part that spells it: the phrases of imis.name_phrases, and initials. */
function waysOf(row: Row): ReadonlyMap<string, Part> {
  const [full, first, last, informal] = [row.full_name, row.first_name, row.last_name, row.informal_name].map((name) =>
    normal(name ?? ''),
  ) as [string, string, string, string];
  const both = (left: string, right: string): string => (left && right ? `${left} ${right}` : '');
  const ways: readonly (readonly [string, Part])[] = [
    [full, 'full'],
    [full.replace(/ [a-z](?= )/g, ''), 'full'],
    [both(first, last), 'first_last'],
    [both(last, first), 'last_first'],
    [both(informal, last), 'informal_last'],
    [both(last, informal), 'last_informal'],
    [both([...first][0] ?? '', last), 'initial_last'],
    [both(last, [...first][0] ?? ''), 'initial_last'],
    [last, 'last'],
    [first, 'first'],
    [informal, 'informal'],
    ...row.address_lines.map((line) => [normal(line), 'street'] as const),
  ];
  return new Map([...ways].reverse().filter(([phrase]) => phrase !== ''));
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
