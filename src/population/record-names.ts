/** The names that stand in records of what members did: pages, documents, courses, products ... each list in one pass. */
import { nounForms } from '../language/inflect.js';
import type { Transaction } from '../store/database.js';
import type { Entry } from './entry.js';

/** List, table, and the column of its values; a name of its own where the value is a code. */
const lists = {
  pages: { table: 'page_views', id: 'page' },
  documents: { table: 'downloads', id: 'document' },
  courses: { table: 'credits', id: 'course_code', name: 'course' },
  communities: { table: 'posts', id: 'community' },
  caseCategories: { table: 'cases', id: 'category' },
  surveys: { table: 'survey_answers', id: 'survey' },
  mailboxes: { table: 'emails', id: 'mailbox' },
  volunteerRoles: { table: 'volunteer_hours', id: 'role' },
  products: { table: 'purchases', id: 'product_code', name: 'product' },
  productCategories: { table: 'purchases', id: 'category' },
  funds: { table: 'donations', id: 'fund' },
  sponsorshipLevels: { table: 'sponsorships', id: 'level' },
  programs: { table: 'certifications', id: 'program' },
  mailings: { table: 'messages', id: 'campaign' },
  purposes: { table: 'consents', id: 'purpose' },
} as const satisfies Record<string, { table: string; id: string; name?: string }>;

type List = keyof typeof lists;
type Row = { list: List; id: string; name: string };

/** Ids of categories of products, which stand in one list with the products themselves. */
export const CATEGORY = 'category:';

const sql = Object.entries(lists)
  .map(([list, { table, id, ...more }]) => {
    const name = 'name' in more ? more.name : id;
    return `select '${list}' as list, ${id} as id, max(${name}) as name from imis.${table} where ${id} <> '' group by ${id}`;
  })
  .join(' union all ');

export async function recordNames(
  database: Transaction,
): Promise<Record<Exclude<List, 'productCategories'>, readonly Entry[]>> {
  const { rows } = await database.query<Row>(`${sql} order by list, name, id`);
  const of = (list: List): Entry[] => rows.filter((row) => row.list === list).map(entryOf);
  return {
    pages: of('pages'),
    documents: of('documents'),
    courses: of('courses'),
    communities: of('communities'),
    caseCategories: of('caseCategories'),
    surveys: of('surveys'),
    mailboxes: of('mailboxes'),
    volunteerRoles: of('volunteerRoles'),
    products: [
      ...of('products'),
      ...of('productCategories').map((category) => ({ ...category, id: CATEGORY + category.id })),
    ],
    funds: of('funds'),
    sponsorshipLevels: of('sponsorshipLevels'),
    programs: of('programs'),
    mailings: of('mailings'),
    purposes: of('purposes'),
  };
}

function entryOf({ id, name }: Row): Entry {
  const shown = name.replaceAll('_', ' ');
  const isCode = id !== name && id !== shown;
  return { id, name: shown, also: [...nounForms(shown).filter((form) => form !== shown), ...(isCode ? [id] : [])] };
}
