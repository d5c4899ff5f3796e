/** The words for fields people are grouped or sorted by. */
import type { FieldWords } from './leaves.js';
import { said } from './said.js';

export const fieldWords: readonly FieldWords[] = [
  { field: 'status', role: 'category', words: ['status', 'membership status', 'member status'] },
  {
    field: 'kind',
    role: 'category',
    words: ['kind', 'record type', 'people and organizations', 'person or organization'],
  },
  {
    field: 'tier',
    role: 'category',
    words: said(`
        *tier, *level, membership *level, member *type, membership *type, membership *category, *grade, customer type
      `),
  },
  { field: 'chapter', role: 'category', words: ['*chapter', 'local chapter', 'region'] },
  { field: 'state', role: 'category', words: ['*state', '*province', 'us state', 'home state'] },
  { field: 'city', role: 'category', words: ['*city', '*town'] },
  { field: 'country', role: 'category', words: ['*country', 'nation'] },
  { field: 'industry', role: 'category', words: ['*industry', '*sector', 'line of business', 'vertical'] },
  { field: 'employer', role: 'category', words: ['employer', '*company', '*organization', '*organisation'] },
  {
    field: 'relationship_manager',
    role: 'category',
    words: ['relationship *manager', 'account *manager', 'owner', 'staff member', 'rm'],
  },
  { field: 'first_year', role: 'category', words: ['first year', 'first year or not'] },
  {
    field: 'employees',
    role: 'measure',
    words: ['employees', 'number of employees', 'headcount', 'size', 'company size'],
  },
  {
    field: 'joined',
    role: 'measure',
    words: ['join date', 'date joined', 'when they joined', 'joining date', 'joined'],
  },
  {
    field: 'expires',
    role: 'measure',
    words: said(`
        expiry, expiry date, expiration, expiration date, renewal date, paid through date, end date, when
        they expire
      `),
  },
  { field: 'drops', role: 'measure', words: ['drop date', 'end of grace'] },
  { field: 'lapsed_on', role: 'measure', words: ['lapse date', 'when they lapsed'] },
  { field: 'renewed_on', role: 'measure', words: ['last renewal', 'last renewal date', 'when they renewed'] },
  { field: 'member_since', role: 'measure', words: ['member since', 'membership start'] },
  { field: 'tenure', role: 'measure', words: ['tenure', 'years of membership', 'length of membership', 'seniority'] },
];
