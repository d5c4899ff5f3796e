/*
 * The directory as redaction asks it: everybody's names, streets and phone numbers in memory. Loaded once for a run over
 * many texts: a look into the store for each text would cost more than redacting it. 100,000 records take some 100 MB.
 */
import type { Transaction } from '../../store/database.js';
import { normal } from '../name-words.js';
import type { Directory } from './context.js';
import { lastDigits } from './phones.js';

const PAGE = 5000;
const SHORTEST_PHONE = 7;

interface Row {
  readonly member_id: string;
  readonly is_organization: boolean;
  readonly full_name: string;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly informal_name: string | null;
  readonly phone: string | null;
  readonly address_lines: readonly string[];
}

export async function storedDirectory(database: Transaction): Promise<Directory> {
  const phrases = new Map<string, 'name' | 'organization' | 'address'>();
  const [firstNames, lastNames, phones] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (let last = ''; ; ) {
    const { rows } = await database.query<Row>(
      `select i.member_id, coalesce(p.kind = 'organization', i.last_name is null) as is_organization, i.full_name,
              i.first_name, i.last_name, i.informal_name, i.phone, i.address_lines
       from imis.identity i left join imis.parties p on p.member_id = i.member_id
       where i.member_id > $1 order by i.member_id limit ${PAGE}`,
      [last],
    );
    for (const row of rows) {
      for (const line of row.address_lines) if (/^\s*(?:\d|p\.? ?o\.? ?box)/i.test(line)) add(phrases, line, 'address');
      for (const name of fullNames(row)) add(phrases, name, row.is_organization ? 'organization' : 'name');
      const digits = lastDigits(row.phone ?? '');
      if (digits.length >= SHORTEST_PHONE) phones.add(digits);
      if (row.is_organization) continue;
      for (const name of [row.first_name, row.informal_name]) {
        addSingle(firstNames, name);
        // "Ji-woo", "De la Cruz": of two words, it is hardly anything else.
        add(phrases, name ?? '', 'name');
      }
      addSingle(lastNames, row.last_name);
      add(phrases, row.last_name ?? '', 'name');
    }
    if (rows.length < PAGE) return { phrases, firstNames, lastNames, phones };
    last = rows.at(-1)?.member_id ?? last;
  }
}

/** In every order people write them; the spellings of imis.name_phrases that have two words or more. */
function fullNames(row: Row): readonly string[] {
  const { full_name: full, first_name: first, last_name: last, informal_name: informal } = row;
  const pairs = [first, informal].flatMap((given) => (given && last ? [`${given} ${last}`, `${last} ${given}`] : []));
  return [full, normal(full).replace(/ [a-z](?= )/g, ''), ...pairs];
}

function add<Kind>(phrases: Map<string, Kind>, words: string, kind: Kind): void {
  const phrase = normal(words);
  if (phrase.includes(' ')) phrases.set(phrase, kind);
}

function addSingle(names: Set<string>, name: string | null): void {
  const word = normal(name ?? '');
  if (word.length > 1 && !word.includes(' ')) names.add(word);
}
