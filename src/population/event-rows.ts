/*
 * Where each kind of event is recorded: rows (member_id, on_day, is_sure). A row that is not sure may have happened:
 * a registration at an event whose attendance was not taken is a possible attendance and a possible no-show.
 */
import type { EventKind, EventWhere, QuantityName } from './definition.js';
import { heldTerms } from './facts.js';
import { CATEGORY } from './record-names.js';
import type { Statement } from './statement.js';
import type { Vocabulary } from './vocabulary.js';

export interface EventRows {
  readonly sql: string;
  /** Every row is sure and has a day. */
  readonly isSure: boolean;
}

interface Recorded {
  readonly table: string;
  readonly day: string;
  readonly only?: string;
  /** The column `what` is about. */
  readonly what?: string;
  /** The column that is summed: the rows then have a `quantity`. */
  readonly quantity?: string;
  /** The table says at which event it was. */
  readonly hasEvent?: true;
  /** Some rows have no day. */
  readonly dayMayBeMissing?: true;
}

const recorded = {
  login: { table: 'activities', day: 'occurred_on', only: "x.kind = 'login'" },
  note: { table: 'activities', day: 'occurred_on', only: "x.kind = 'note'" },
  mail_open: { table: 'messages', day: 'opened_on', only: 'x.opened_on is not null', what: 'campaign' },
  mail_click: { table: 'messages', day: 'clicked_on', only: 'x.clicked_on is not null', what: 'campaign' },
  page_view: { table: 'page_views', day: 'viewed_on', what: 'page' },
  download: { table: 'downloads', day: 'downloaded_on', what: 'document' },
  credit: { table: 'credits', day: 'earned_on', what: 'course_code', quantity: 'credits' },
  volunteer: { table: 'volunteer_hours', day: 'served_on', what: 'role', quantity: 'hours' },
  post: { table: 'posts', day: 'posted_on', what: 'community' },
  case: { table: 'cases', day: 'opened_on', what: 'category' },
  survey: { table: 'survey_answers', day: 'answered_on', what: 'survey', hasEvent: true },
  email: { table: 'emails', day: 'received_on', what: 'mailbox' },
  purchase: { table: 'purchases', day: 'purchased_on', what: 'product_code' },
  donation: { table: 'donations', day: 'donated_on', what: 'fund' },
  sponsorship: { table: 'sponsorships', day: 'begins_on', what: 'level', hasEvent: true },
  committee: {
    table: 'group_members',
    day: 'begins_on',
    only: "x.group_id in (select group_id from imis.groups where kind = 'committee')",
    what: 'group_id',
    dayMayBeMissing: true,
  },
  payment: { table: 'payments', day: 'paid_on', only: "x.status = 'received'" },
} as const satisfies Partial<Record<EventKind, Recorded>>;

const isRecorded = (kind: EventKind): kind is keyof typeof recorded => kind in recorded;

/** The kind of event each quantity is recorded with. */
export const quantityKind = {
  credits: 'credit',
  hours: 'volunteer',
} as const satisfies Record<QuantityName, EventKind>;

/** Which list of the vocabulary `what` of a kind is about; a kind that is absent cannot be narrowed by it. */
export const aboutOf = {
  mail_open: 'mailings',
  mail_click: 'mailings',
  page_view: 'pages',
  download: 'documents',
  credit: 'courses',
  volunteer: 'volunteerRoles',
  post: 'communities',
  case: 'caseCategories',
  survey: 'surveys',
  email: 'mailboxes',
  purchase: 'products',
  donation: 'funds',
  sponsorship: 'sponsorshipLevels',
  committee: 'committees',
} as const satisfies Partial<Record<EventKind, keyof Vocabulary>>;

/** Kinds that happen at an event of the association, and so may be narrowed to one. */
export const atEvents: ReadonlySet<EventKind> = new Set([
  'attendance',
  'registration',
  'no_show',
  'survey',
  'sponsorship',
]);

export function eventRows(kind: EventKind, where: EventWhere | undefined, statement: Statement): EventRows {
  if (isRecorded(kind)) return recordedRows(recorded[kind], where, statement);
  switch (kind) {
    case 'attendance':
    case 'registration':
    case 'no_show':
      return { isSure: false, sql: registrationRows(kind, where, statement) };
    case 'renewal':
      return {
        isSure: true,
        sql: `select member_id, renewed_on as on_day, true as is_sure from (${heldTerms(statement, '')}) terms
            where continues and renewed_on <= ${statement.today}`,
      };
  }
}

function recordedRows(
  { table, day, only, what, quantity, hasEvent, dayMayBeMissing }: Recorded,
  where: EventWhere | undefined,
  statement: Statement,
): EventRows {
  const isNarrowed = hasEvent && (where?.event?.length || where?.series?.length || where?.eventType?.length);
  const events = isNarrowed ? 'join imis.events e on e.event_id = x.event_id' : '';
  const tests = [
    only,
    isNarrowed ? eventFilter(where, statement) : undefined,
    what && where?.what && where.what.length > 0 ? whatFilter(what, where.what, statement) : undefined,
  ].filter(Boolean);
  return {
    isSure: !dayMayBeMissing,
    sql: `select x.member_id, x.${day} as on_day, true as is_sure${quantity ? `, x.${quantity} as quantity` : ''} from imis.${table} x ${events}
        ${tests.length > 0 ? `where ${tests.join(' and ')}` : ''}`,
  };
}

/** A product may be named, or a category of products. */
function whatFilter(column: string, values: readonly string[], statement: Statement): string {
  const isCategory = (value: string) => column === 'product_code' && value.startsWith(CATEGORY);
  const named = values.filter((value) => !isCategory(value));
  const categories = values.filter(isCategory).map((value) => value.slice(CATEGORY.length));
  const tests = [
    ...(named.length > 0 ? [`x.${column} = any(${statement.parameter(named, 'text[]')})`] : []),
    ...(categories.length > 0 ? [`x.category = any(${statement.parameter(categories, 'text[]')})`] : []),
  ];
  return `(${tests.join(' or ')})`;
}

function registrationRows(
  kind: 'attendance' | 'registration' | 'no_show',
  where: EventWhere | undefined,
  statement: Statement,
): string {
  const held = () => `${eventFilter(where, statement)} and lower(e.status) not in ('cancelled', 'canceled')`;
  const over = () => `e.ends_on < ${statement.today}`;
  const taken = 'e.event_id in (select event_id from imis.attendance)';
  switch (kind) {
    case 'attendance':
      return `select a.member_id, e.begins_on as on_day, true as is_sure
            from imis.attendance a join imis.events e on e.event_id = a.event_id
            where a.attended and ${eventFilter(where, statement)}
          union all
          select r.member_id, e.begins_on, false
            from imis.registrations r join imis.events e on e.event_id = r.event_id
            where r.status = 'registered' and ${held()} and ${over()} and not ${taken}`;
    case 'no_show':
      return `select r.member_id, e.begins_on as on_day, ${taken} as is_sure
            from imis.registrations r join imis.events e on e.event_id = r.event_id
            where r.status = 'registered' and ${held()} and ${over()}
              and not exists (select 1 from imis.attendance a
                where a.event_id = r.event_id and a.member_id = r.member_id and a.attended)`;
    case 'registration':
      return `select r.member_id, r.registered_on as on_day, true as is_sure
            from imis.registrations r join imis.events e on e.event_id = r.event_id
            where r.status = 'registered' and ${eventFilter(where, statement)}`;
  }
}

function eventFilter(where: EventWhere | undefined, statement: Statement): string {
  const columns = { event: 'e.event_id', series: 'e.series', eventType: 'e.event_type' } as const;
  const tests = Object.entries(columns).flatMap(([key, column]) => {
    const values = where?.[key as keyof typeof columns];
    return values && values.length > 0 ? [`${column} = any(${statement.parameter(values, 'text[]')})`] : [];
  });
  return tests.length > 0 ? tests.join(' and ') : 'true';
}
