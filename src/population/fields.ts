/*
 * The field catalogue: every fact about a person or organisation that a definition may test, with its type, where it
 * comes from and what its absence means. The words that ask for a field are in leaves.ts.
 */
import { memberKinds, statuses } from '../domain/member.js';
import * as facts from './facts.js';
import type { Field } from './field.js';
import { recordFields } from './record-fields.js';

export type { Field, FieldType } from './field.js';

const column = (name: string) => (): string => `p.${name}`;

const catalogue = [
  {
    name: 'kind',
    type: 'choice',
    label: 'kind',
    about: 'Person or organisation.',
    values: memberKinds,
    absent: 'unknown',
    sql: column('kind'),
  },
  {
    name: 'status',
    type: 'choice',
    label: 'status',
    about: 'Active: the term covers today; grace: ended, benefits kept; lapsed: grace is over and not renewed.',
    values: statuses,
    absent: 'unknown',
    sql: facts.status,
    isIn: facts.statusIn,
  },
  {
    name: 'tier',
    type: 'choice',
    label: 'tier',
    about: "Today's membership level.",
    values: 'tiers',
    absent: 'unknown',
    sql: (statement) => `${facts.contact(statement)}.member_type`,
  },
  {
    name: 'chapter',
    type: 'choice',
    label: 'chapter',
    about: 'The chapter joined last, of those still active. Rosters are whole: who is on none is in no chapter.',
    values: 'chapters',
    absent: 'no',
    sql: facts.chapter,
  },
  {
    name: 'committee',
    type: 'set',
    label: 'committee',
    about: 'Committees served on now.',
    values: 'committees',
    absent: 'no',
    sql: (statement) => facts.groupsOf(statement, 'committee'),
  },
  {
    name: 'sig',
    type: 'set',
    label: 'special interest group',
    about: 'Special interest groups joined.',
    values: 'sigs',
    absent: 'no',
    sql: (statement) => facts.groupsOf(statement, 'sig'),
  },
  {
    name: 'state',
    type: 'choice',
    label: 'state',
    about: 'State or province of the preferred address.',
    values: 'states',
    absent: 'unknown',
    sql: column('state'),
  },
  {
    name: 'city',
    type: 'choice',
    label: 'city',
    about: 'City of the preferred address.',
    values: 'cities',
    absent: 'unknown',
    sql: column('city'),
  },
  {
    name: 'country',
    type: 'choice',
    label: 'country',
    about: 'Country of the preferred address.',
    values: 'countries',
    absent: 'unknown',
    sql: column('country'),
  },
  {
    name: 'industry',
    type: 'choice',
    label: 'industry',
    about: 'Industry of an organisation; of a person, that of the employer.',
    values: 'industries',
    absent: 'unknown',
    sql: (statement) => `coalesce(${facts.organization(statement)}.industry, ${facts.employer(statement)}.industry)`,
  },
  {
    name: 'employees',
    type: 'number',
    label: 'number of employees',
    about: 'Size of an organisation; of a person, that of the employer.',
    absent: 'unknown',
    sql: (statement) => `coalesce(${facts.organization(statement)}.employees, ${facts.employer(statement)}.employees)`,
  },
  {
    name: 'job_title',
    type: 'text',
    label: 'job title',
    about: 'Title at the employer.',
    absent: 'unknown',
    sql: column('job_title'),
  },
  {
    name: 'employer',
    type: 'reference',
    label: 'employer',
    about: 'The organisation a person works for.',
    absent: 'unknown',
    sql: column('employer_id'),
  },
  {
    name: 'relationship_manager',
    type: 'reference',
    label: 'relationship manager',
    about: 'The current primary staff assignment; without one, the membership queue.',
    absent: 'no',
    sql: facts.manager,
  },
  {
    name: 'joined',
    type: 'day',
    label: 'join date',
    about: 'First join.',
    absent: 'unknown',
    sql: (statement) => `${facts.contact(statement)}.joined_on`,
  },
  {
    name: 'expires',
    type: 'day',
    label: 'expiry date',
    about: 'Last day of the present or last term.',
    absent: 'unknown',
    sql: (statement) => `${facts.contact(statement)}.paid_through`,
  },
  {
    name: 'drops',
    type: 'day',
    label: 'drop date',
    about: 'The day grace ends.',
    absent: 'unknown',
    sql: (statement) => `(${facts.contact(statement)}.paid_through + ${statement.graceDays})`,
  },
  {
    name: 'lapsed_on',
    type: 'day',
    label: 'lapse date',
    about: 'The day grace ended, of those who have lapsed and not come back.',
    absent: 'no',
    sql: (statement) =>
      `(case when ${facts.statusIn(statement, ['lapsed'])}
        then ${facts.contact(statement)}.paid_through + ${statement.graceDays} end)`,
  },
  {
    name: 'renewed_on',
    type: 'day',
    label: 'last renewal',
    about: 'The day the latest renewal was paid.',
    absent: 'no',
    sql: facts.renewedOn,
  },
  {
    name: 'member_since',
    type: 'day',
    label: 'member since',
    about: 'The last join, or rejoin after a lapse.',
    absent: 'unknown',
    sql: facts.memberSince,
  },
  {
    name: 'tenure',
    type: 'number',
    label: 'years of membership',
    about: 'Years since the last join or rejoin without a lapse.',
    absent: 'unknown',
    sql: (statement) => `round((${statement.today} - ${facts.memberSince(statement)}) / 365.25, 4)`,
  },
  {
    name: 'first_year',
    type: 'flag',
    label: 'first year',
    about: 'In the twelve months from the first join; rejoining starts no new first year.',
    absent: 'unknown',
    sql: (statement) => {
      const joined = `${facts.contact(statement)}.joined_on`;
      return `(${joined} <= ${statement.today} and ${statement.today} < ${joined} + interval '1 year')`;
    },
  },
  {
    name: 'email',
    type: 'presence',
    label: 'email address',
    about: 'Whether an email address is recorded.',
    absent: 'no',
    sql: (statement) => `nullif(${facts.identity(statement)}.email, '')`,
  },
  {
    name: 'phone',
    type: 'presence',
    label: 'phone number',
    about: 'Whether a phone number is recorded.',
    absent: 'no',
    sql: (statement) => `nullif(${facts.identity(statement)}.phone, '')`,
  },
  {
    name: 'address',
    type: 'presence',
    label: 'postal address',
    about: 'Whether an address is recorded.',
    absent: 'no',
    sql: (statement) => `nullif(${facts.identity(statement)}.address_lines, '{}')`,
  },
  ...recordFields,
] as const satisfies readonly Field[];

export type FieldName = (typeof catalogue)[number]['name'];

export const fields: readonly Field[] = catalogue;

const byName = new Map(fields.map((field) => [field.name, field]));

export const fieldNamed = (name: string): Field | undefined => byName.get(name);

/** Refused: nothing in the catalogue may become one of these, and asking for one says so. */
export const protectedFields: ReadonlySet<string> = new Set([
  'age',
  'birth_date',
  'birthday',
  'date_of_birth',
  'disability',
  'ethnicity',
  'gender',
  'health',
  'marital_status',
  'nationality',
  'politics',
  'political_party',
  'pregnancy',
  'race',
  'religion',
  'sex',
  'sexual_orientation',
  'union',
  'union_membership',
]);

/** Nobody has two values of these: two of them together are one or the other, never both. */
export const isExclusive = (field: Field): boolean => field.type === 'choice' || field.type === 'reference';
