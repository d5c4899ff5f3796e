/** The words for the fields people are grouped by, sorted by, or averaged over. */
import type { FieldWords } from './leaves.js';
import { said } from './said.js';

export const fieldWords: readonly FieldWords[] = [
  {
    field: 'status',
    role: 'category',
    words: said('membership status, member status, *status, standing, membership standing, active or lapsed'),
  },
  {
    field: 'kind',
    role: 'category',
    words: said(
      'kind, record type, people and organizations, person or organization, people vs organizations, individual or organization, individuals vs organizations, party type, type of record',
    ),
  },
  {
    field: 'tier',
    role: 'category',
    words: said(`
      *tier, *level, membership *level, member *type, membership *type, membership *category, member *category, *grade, member *grade, membership *grade, customer type, membership *tier, member *tier, type of
      membership, level of membership, type of member, kind of membership, membership class, member class, membership *plan, *type, *category, dues category, billing category, mbr type, mbr tier
    `),
  },
  {
    field: 'chapter',
    role: 'category',
    words: said(
      '*chapter, chapters and no chapter, local *chapter, *region, regional *chapter, local *group, *branch, *section, chapter affiliation, home chapter, geo chapter, *affiliate, chapter name',
    ),
  },
  {
    field: 'state',
    role: 'category',
    words: said(
      '*state, *province, us *state, home *state, state or province, st, states or provinces, mailing state, geography, location, geo',
    ),
  },
  { field: 'city', role: 'category', words: said('*city, *town, home city, *municipality, metro area, metro') },
  { field: 'country', role: 'category', words: said('*country, *nation, home country') },
  {
    field: 'industry',
    role: 'category',
    words: said(
      '*industry, *sector, line of business, *vertical, business type, type of business, *field, industry code, line of work, type of company, type of employer',
    ),
  },
  {
    field: 'employer',
    role: 'category',
    words: said(
      '*employer, *company, *organization, *organisation, *firm, *workplace, *org, member company, company name, place of work',
    ),
  },
  {
    field: 'relationship_manager',
    role: 'category',
    words: said(
      'relationship *manager, account *manager, owner, account owner, staff member, rm, rms, assigned staff, staff owner, portfolio, membership manager, rep',
    ),
  },
  { field: 'committee', role: 'category', words: said('*committee, committee name, task force, *council') },
  {
    field: 'sig',
    role: 'category',
    words: said('*sig, special interest *group, interest *group, *community of practice'),
  },
  { field: 'job_title', role: 'category', words: said('*title, job *title, job role, position, *role') },
  {
    field: 'first_year',
    role: 'category',
    words: said('first year, first year or not, new or not, new vs returning, new versus returning, first year status'),
  },
  {
    field: 'auto_renew',
    role: 'category',
    words: said(
      'auto renew, auto renewal, autorenew, autorenewal, auto renew status, auto renewal status, auto renew setting',
    ),
  },
  {
    field: 'certification',
    role: 'category',
    words: said('*certification, certification program, *credential, *designation, certificate'),
  },
  { field: 'joined', role: 'category', words: [] },
  {
    field: 'employees',
    role: 'measure',
    words: said(
      '*employee, number of employees, headcount, size, company size, organization size, organisation size, staff size, workforce, employee count, company headcount, firm size, number of staff',
    ),
  },
  {
    field: 'joined',
    role: 'measure',
    words: said(
      'join date, date joined, when they joined, joining date, date of joining, joined date, start date, membership start date, how recently they joined, newest, date they joined',
    ),
  },
  {
    field: 'expires',
    role: 'measure',
    words: said(
      'expiry, expiry date, expiration, expiration date, renewal date, paid through date, paid thru date, end date, when they expire, exp date, date of expiry, expires, paid through, paid thru, due date, soonest expiry',
    ),
  },
  { field: 'drops', role: 'measure', words: said('drop date, end of grace, grace end date, end of the grace period') },
  {
    field: 'lapsed_on',
    role: 'measure',
    words: said('lapse date, lapsed date, when they lapsed, date lapsed, date they lapsed, date of lapse'),
  },
  {
    field: 'renewed_on',
    role: 'measure',
    words: said(
      'last renewal, last renewal date, when they renewed, date of last renewal, latest renewal, date renewed, renewed date',
    ),
  },
  { field: 'member_since', role: 'measure', words: said('member since, membership start, member since date') },
  {
    field: 'tenure',
    role: 'measure',
    words: said(
      'tenure, years in membership, years of being a member, years with the association, length of time as members, length of time as a member, time in membership, membership age, membership years, years of membership, length of membership, seniority, membership length, time as a member, time as members, years as a member, years as members, length of tenure, membership duration, years with us, duration of membership, member tenure, length of service, years of tenure, time with us, how long they have been members',
    ),
  },
  {
    field: 'lifetime_years',
    role: 'measure',
    words: said(
      'lifetime years, total years of membership, lifetime membership, lifetime tenure, all years of membership, years in total, total tenure, total years',
    ),
  },
  {
    field: 'engagement',
    role: 'measure',
    words: said(
      'engagement, engagement *score, engagement level, engagement rating, engagement percentile, member engagement, engagement rank, level of engagement, how engaged they are, participation score',
    ),
  },
];
