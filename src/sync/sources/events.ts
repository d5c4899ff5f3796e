import { contractSource, need } from '../source.js';
import { events } from '../tables.js';

export const eventSource = contractSource({
  entity: 'events',
  contract: 'Event',
  orderBy: 'EventId',
  tables: [events],
  changed: { query: 'ChangedEvents', id: (row) => need(row, 'EventId') },
  rows: (event) => [
    {
      event_id: event.eventId,
      code: event.code,
      name: event.name,
      series: seriesOf(event.name),
      event_type: event.eventType,
      status: event.status,
      begins_on: event.beginsOn,
      ends_on: event.endsOn,
      city: event.city,
      state: event.state,
    },
  ],
});

// "(December 2025)", "(12 March 2025)", "March 2025": the month goes with the year it belongs to.
const MONTH_AND_YEAR =
  /\(?(?:\d{1,2}\s)?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s\d{1,2},?)?\s(?:19|20)\d\d\b\)?/giu;

/** An event's name without its date: "Annual Conference 2025" and "2026 Annual Conference" are of one series. */
export function seriesOf(name: string): string {
  const series = name
    .replace(MONTH_AND_YEAR, ' ')
    .replace(/[('’]?\b(?:FY\s?)?(?:19|20)\d\d\b\)?|[’'](?=\d\d\b)\d\d\b/giu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[,:;])/gu, '')
    .replace(/^[\s,:;–—-]+|[\s,:;–—-]+$/gu, '');
  return series || name;
}
