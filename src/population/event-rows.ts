/*
 * Where each kind of event is recorded: rows (member_id, on_day, is_sure). A row that is not sure may have happened:
 * a registration at an event whose attendance was not taken is a possible attendance and a possible no-show.
 */
import type { EventKind, EventWhere } from './definition.js';
import type { Statement } from './statement.js';

export interface EventRows {
  readonly sql: string;
  /** Every row is sure and has a day. */
  readonly isSure: boolean;
}

export function eventRows(kind: EventKind, where: EventWhere | undefined, statement: Statement): EventRows {
  const held = () => `${eventFilter(where, statement)} and lower(e.status) not in ('cancelled', 'canceled')`;
  const over = () => `e.ends_on < ${statement.today}`;
  const taken = 'e.event_id in (select event_id from imis.attendance)';
  switch (kind) {
    case 'attendance':
      return {
        isSure: false,
        sql: `select a.member_id, e.begins_on as on_day, true as is_sure
            from imis.attendance a join imis.events e on e.event_id = a.event_id
            where a.attended and ${eventFilter(where, statement)}
          union all
          select r.member_id, e.begins_on, false
            from imis.registrations r join imis.events e on e.event_id = r.event_id
            where r.status = 'registered' and ${held()} and ${over()} and not ${taken}`,
      };
    case 'no_show':
      return {
        isSure: false,
        sql: `select r.member_id, e.begins_on as on_day, ${taken} as is_sure
            from imis.registrations r join imis.events e on e.event_id = r.event_id
            where r.status = 'registered' and ${held()} and ${over()}
              and not exists (select 1 from imis.attendance a
                where a.event_id = r.event_id and a.member_id = r.member_id and a.attended)`,
      };
    case 'registration':
      return {
        isSure: false,
        sql: `select r.member_id, r.registered_on as on_day, true as is_sure
            from imis.registrations r join imis.events e on e.event_id = r.event_id
            where r.status = 'registered' and ${eventFilter(where, statement)}`,
      };
    case 'login':
    case 'note':
      return {
        isSure: true,
        sql: `select member_id, occurred_on as on_day, true as is_sure from imis.activities where kind = '${kind}'`,
      };
    case 'mail_open':
    case 'mail_click': {
      const column = kind === 'mail_open' ? 'opened_on' : 'clicked_on';
      return {
        isSure: true,
        sql: `select member_id, ${column} as on_day, true as is_sure from imis.messages where ${column} is not null`,
      };
    }
  }
}

function eventFilter(where: EventWhere | undefined, statement: Statement): string {
  const columns = { event: 'e.event_id', series: 'e.series', eventType: 'e.event_type' } as const;
  const tests = Object.entries(columns).flatMap(([key, column]) => {
    const values = where?.[key as keyof EventWhere];
    return values && values.length > 0 ? [`${column} = any(${statement.parameter(values, 'text[]')})`] : [];
  });
  return tests.length > 0 ? tests.join(' and ') : 'true';
}

/** Kinds that happen at an event of the association, and so may be narrowed to one. */
export const atEvents: ReadonlySet<EventKind> = new Set(['attendance', 'registration', 'no_show']);
