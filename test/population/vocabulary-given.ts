import { day } from '../../src/domain/day.js';
import type { Vocabulary } from '../../src/population/vocabulary.js';

/** What vocabularyOf reads of the hand-made association; a test holds the two together. */
export const vocabulary: Vocabulary = {
  tiers: [
    { id: 'STU', name: 'Student', also: ['Students'], rank: 0, isOrganization: false },
    { id: 'IND', name: 'Individual', also: ['Individuals'], rank: 1, isOrganization: false },
    { id: 'CORP', name: 'Corporate', also: ['Corporates'], rank: 2, isOrganization: false },
  ],
  chapters: [
    { id: 'CH-OH', name: 'Ohio Chapter', also: ['Ohio'] },
    { id: 'CH-TX', name: 'Texas Chapter', also: ['Texas'] },
  ],
  committees: [{ id: 'CM-ETH', name: 'Ethics Committee', also: ['Ethics'] }],
  sigs: [],
  states: [
    { id: 'FL', name: 'Florida', also: ['FL'] },
    { id: 'NY', name: 'New York', also: ['NY'] },
    { id: 'OH', name: 'Ohio', also: ['OH'] },
    { id: 'TX', name: 'Texas', also: ['TX'] },
  ],
  countries: [],
  cities: [],
  industries: [{ id: 'health', name: 'health', also: [] }],
  events: [
    {
      id: 'E25',
      name: 'Annual Conference 2025',
      also: ['2025 Annual Conference'],
      series: 'Annual Conference',
      eventType: 'conference',
      beginsOn: day('2025-06-10'),
      endsOn: day('2025-06-12'),
    },
    {
      id: 'E26',
      name: 'Annual Conference 2026',
      also: ['2026 Annual Conference'],
      series: 'Annual Conference',
      eventType: 'conference',
      beginsOn: day('2026-06-09'),
      endsOn: day('2026-06-11'),
    },
    {
      id: 'W26',
      name: 'Privacy Webinar',
      also: [],
      eventType: 'webinar',
      beginsOn: day('2026-12-03'),
      endsOn: day('2026-12-03'),
    },
  ],
  series: [{ id: 'Annual Conference', name: 'Annual Conference', also: ['Annual Conferences'] }],
  eventTypes: [
    { id: 'conference', name: 'conference', also: ['conferences'] },
    { id: 'webinar', name: 'webinar', also: ['webinars'] },
  ],
  pages: [],
  documents: [],
  courses: [],
  communities: [],
  caseCategories: [],
  surveys: [],
  mailboxes: [],
  volunteerRoles: [],
  products: [],
  funds: [],
  sponsorshipLevels: [],
  programs: [],
  mailings: [],
  purposes: [],
};
