/** What sync measured of each kind of record, as what the evaluator asks of each kind of event. */
import type { Reach as Measured } from '../sync/report.js';
import type { EventKind } from './definition.js';
import type { Reach } from './perspective.js';

const measuredAs: Readonly<Record<EventKind, string>> = {
  attendance: 'attendance',
  // Nobody is known to have stayed away before attendance was taken.
  no_show: 'attendance',
  registration: 'registrations',
  login: 'activities:login',
  note: 'activities:note',
  mail_open: 'messages',
  mail_click: 'messages',
  page_view: 'page_views',
  download: 'downloads',
  credit: 'credits',
  volunteer: 'volunteer_hours',
  post: 'posts',
  case: 'cases',
  survey: 'survey_answers',
  email: 'emails',
  purchase: 'purchases',
  donation: 'donations',
  sponsorship: 'sponsorships',
  committee: 'group_members:committee',
  payment: 'payments',
  renewal: 'terms',
};

/** First days by kind of event; `measured` is reachOfKinds of sync or the reach of its data-quality report. */
export function reachFrom(measured: readonly Pick<Measured, 'kind' | 'firstOn'>[]): Reach {
  const firstDays = new Map(measured.map(({ kind, firstOn }) => [kind, firstOn]));
  const entries = Object.entries(measuredAs).flatMap(([kind, source]) => {
    const first = firstDays.get(source);
    return first === undefined ? [] : [[kind, first]];
  });
  return Object.fromEntries(entries);
}
