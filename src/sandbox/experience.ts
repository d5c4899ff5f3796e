/* Something that happened to a member, and since when such things are on record. */
import { type DayNumber, dayNumber } from './calendar.js';
import type { Telling } from './telling.js';
import type { Topic } from './words/topics.js';

/** The case system, the community and the mailbox in scope began one after the other. */
export const CASES_BEGIN: DayNumber = dayNumber(2021, 1, 1);
export const POSTS_BEGIN: DayNumber = dayNumber(2022, 3, 1);
export const EMAILS_BEGIN: DayNumber = dayNumber(2022, 9, 1);

export interface Experience extends Omit<Telling, 'channel' | 'recordId'> {
  /** What it does to the mood; 0 for none. */
  readonly size: number;
}

/** Categories of cases; mailboxes follow them. */
export const categories: Readonly<Record<Topic, string>> = {
  dues_billing: 'billing',
  renewal_process: 'membership',
  membership_value: 'membership',
  website_login: 'website',
  conference_content: 'event',
  venue: 'event',
  networking: 'community',
  certification_courses: 'education',
  customer_service: 'service',
  advocacy: 'advocacy',
  publications: 'publications',
  volunteering: 'volunteering',
};
