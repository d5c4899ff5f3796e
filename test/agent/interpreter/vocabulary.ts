import { day } from '../../../src/domain/day.js';
import type { Entry, Vocabulary } from '../../../src/population/vocabulary.js';

/** A small association for sentences: a chapter of Texas and none of Florida, a series with three editions. */
const entry = (id: string, name: string, ...also: string[]): Entry => ({ id, name, also });
const conference = (year: number) => ({
  ...entry(`AC${year % 100}`, `Annual Conference ${year}`, `${year} Annual Conference`),
  series: 'annual conference',
  eventType: 'conference',
  beginsOn: day(`${year}-06-10`),
  endsOn: day(`${year}-06-13`),
});
const summit = (year: number) => ({
  ...entry(`LS${year % 100}`, `Leadership Summit ${year}`, `${year} Leadership Summit`),
  series: 'leadership summit',
  eventType: 'summit',
  beginsOn: day(`${year}-09-17`),
  endsOn: day(`${year}-09-18`),
});

export const vocabulary: Vocabulary = {
  tiers: [
    { ...entry('STU', 'Student', 'Students'), rank: 1, isOrganization: false },
    { ...entry('RET', 'Retired', 'retiree', 'retirees'), rank: 2, isOrganization: false },
    { ...entry('PRO', 'Professional', 'Professionals'), rank: 3, isOrganization: false },
    { ...entry('FEL', 'Fellow', 'Fellows'), rank: 4, isOrganization: false },
    { ...entry('COR', 'Corporate', 'Corporates'), rank: 5, isOrganization: true },
  ],
  chapters: [
    entry('TX', 'Texas Chapter', 'Texas'),
    entry('OH', 'Ohio Chapter', 'Ohio'),
    entry('CA', 'California Chapter', 'California'),
    entry('NY', 'New York Chapter', 'New York'),
  ],
  committees: [entry('ETH', 'Ethics Committee'), entry('EDU', 'Education Committee')],
  sigs: [entry('DATA', 'Data SIG')],
  states: [
    entry('TX', 'Texas', 'TX'),
    entry('OH', 'Ohio', 'OH'),
    entry('FL', 'Florida', 'FL'),
    entry('GA', 'Georgia', 'GA'),
    entry('IN', 'Indiana', 'IN'),
    entry('ME', 'Maine', 'ME'),
    entry('OR', 'Oregon', 'OR'),
  ],
  countries: [entry('US', 'United States', 'US', 'USA')],
  cities: [entry('Austin', 'Austin'), entry('Columbus', 'Columbus')],
  industries: [entry('health', 'health'), entry('energy', 'energy')],
  events: [
    conference(2024),
    conference(2025),
    conference(2026),
    summit(2025),
    summit(2026),
    {
      ...entry('WIL26', 'Women in Leadership'),
      eventType: 'webinar',
      beginsOn: day('2026-03-08'),
      endsOn: day('2026-03-08'),
    },
    {
      ...entry('ETHW26', 'Ethics in Practice'),
      eventType: 'webinar',
      beginsOn: day('2026-02-12'),
      endsOn: day('2026-02-12'),
    },
  ].sort((a, b) => (a.beginsOn < b.beginsOn ? -1 : 1)),
  series: [
    entry('annual conference', 'annual conference', 'annual conferences'),
    entry('leadership summit', 'leadership summit', 'leadership summits'),
  ],
  eventTypes: [
    entry('conference', 'conference', 'conferences'),
    entry('webinar', 'webinar', 'webinars'),
    entry('summit', 'summit', 'summits'),
  ],
  pages: [entry('pricing', 'pricing'), entry('renewal', 'renewal'), entry('job board', 'job board', 'job boards')],
  documents: [
    entry('Salary Survey Report', 'Salary Survey Report'),
    entry('Onboarding Guide', 'Onboarding Guide', 'Onboarding Guides'),
  ],
  courses: [entry('PRIV101', 'Privacy Basics'), entry('LEAD200', 'Leading Teams')],
  communities: [entry('Open Forum', 'Open Forum'), entry('Young Professionals', 'Young Professionals')],
  caseCategories: [
    entry('billing', 'billing'),
    entry('login problems', 'login problems'),
    entry('certification', 'certification'),
  ],
  surveys: [entry('Member Satisfaction', 'Member Satisfaction'), entry('Exit Survey', 'Exit Survey')],
  mailboxes: [entry('membership', 'membership')],
  volunteerRoles: [
    entry('mentor', 'mentor', 'mentors'),
    entry('abstract reviewer', 'abstract reviewer', 'abstract reviewers'),
  ],
  products: [entry('BOOK1', 'Practice Handbook'), entry('category:book', 'book', 'books')],
  funds: [entry('Scholarship Fund', 'Scholarship Fund'), entry('Annual Fund', 'Annual Fund')],
  sponsorshipLevels: [entry('gold', 'gold'), entry('silver', 'silver')],
  programs: [entry('Certified Practitioner', 'Certified Practitioner', 'Certified Practitioners')],
  mailings: [entry('Monthly Digest', 'Monthly Digest'), entry('Renewal Notice', 'Renewal Notice', 'Renewal Notices')],
  purposes: [entry('marketing', 'marketing')],
};
