import { inScope } from '../access/scope.js';
import type { Scope } from '../domain/actor.js';
import { normal } from '../privacy/name-words.js';
import type { Database } from '../store/database.js';

type Row = { member_id: string; full_name: string; first_name: string | null; last_name: string | null };

const PAGE = 5000;
// "Okafro" shares two thirds of its letter pairs with "Okafor"; unrelated names share under a third.
const LEAST_ALIKE = 0.5;

/** Party ids of members in scope whose names are spelled most like the words, best first. */
export async function nearestNames(
  database: Database,
  scope: Scope,
  words: string,
  most: number,
): Promise<readonly string[]> {
  const sought = pairsOf(normal(words));
  if (sought.size < 2) return [];
  // A slip in the first letter is rare, and comparing everybody takes seconds in a large association.
  const initials = normal(words)
    .split(' ')
    .map((word) => word.slice(0, 1));
  const scoped = inScope(scope, 'i.member_id', 3);
  const best: { id: string; alike: number }[] = [];
  for (let after = ''; ; ) {
    const page = await database.query<Row>(
      `select i.member_id, i.full_name, i.first_name, i.last_name from imis.identity i
       where i.member_id > $1 and ${scoped.sql}
         and (lower(left(i.full_name, 1)) = any($2::text[]) or lower(left(i.last_name, 1)) = any($2::text[]))
         and not exists (select 1 from imis.users u where u.member_id = i.member_id and u.is_staff)
       order by i.member_id limit ${PAGE}`,
      [after, initials, ...scoped.parameters],
    );
    for (const row of page.rows) {
      const alike = Math.max(...waysOf(row).map((way) => likeness(sought, pairsOf(normal(way)))));
      if (alike >= LEAST_ALIKE) best.push({ id: row.member_id, alike });
    }
    best.sort((left, right) => right.alike - left.alike || (left.id < right.id ? -1 : 1)).splice(most);
    const last = page.rows.at(-1);
    if (!last || page.rows.length < PAGE) return best.map(({ id }) => id);
    after = last.member_id;
  }
}

const waysOf = ({ full_name: full, first_name: first, last_name: last }: Row): readonly string[] => [
  full,
  ...(first && last ? [`${first} ${last}`, last] : []),
];

/** Neighbouring letters, with the word's edges. */
function pairsOf(text: string): ReadonlySet<string> {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)));
}

/** Sørensen-Dice: 1 for the same pairs, 0 for none in common. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of right) if (left.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}
