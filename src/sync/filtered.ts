/*
 * Whether the rows a filter on UpdatedOn gave can be what changed. A profile may be older than the site: after an upgrade
 * the filter may be refused, passed over, or give nothing, and nobody would notice.
 */
import { fits, type OutcomePage } from './source.js';

export const REFUSED = 'The site refuses the filter on UpdatedOn that its profile promises: write the profile anew.';
export const PASSED_OVER =
  'The site passes over the filter on UpdatedOn that its profile promises: write the profile anew.';
export const GAVE_NOTHING =
  'The filter on UpdatedOn that the profile of the site promises did not give even the newest row known: where this stays, write the profile anew.';

/** The filter was passed over; the message is the remark. */
export class FilterInDoubt extends Error {
  constructor() {
    super(PASSED_OVER);
  }
}

export interface FilterWatch {
  /** Hands the page on, or throws FilterInDoubt for a row from before the time asked for. */
  looksAt(page: OutcomePage): OutcomePage;
  /** The row the watermark was taken from has not changed before it: without a row of a true time no list is believed. */
  gaveTheNewest(): boolean;
}

/** Rows asked for from `since` on; those dated later than `latest` are so by mistake. Both in site-local time. */
export function watchFilter(since: string, latest: string): FilterWatch {
  let isNewestGiven = false;
  return {
    looksAt: (page) => {
      const times = page.outcomes.flatMap((one) => (fits(one) && one.updatedOn !== undefined ? [one.updatedOn] : []));
      if (times.some((time) => secondOf(time) < secondOf(since))) throw new FilterInDoubt();
      isNewestGiven ||= times.some((time) => time <= latest);
      return page;
    },
    gaveTheNewest: () => isNewestGiven,
  };
}

// Sites compare parts of a second that they do not always show.
const secondOf = (time: string): string => time.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
