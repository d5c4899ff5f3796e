import type { Day } from '../../domain/day.js';

export interface ImisEvent {
  readonly eventId: string;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  /** Category name: conference, webinar ... */
  readonly eventType: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
  readonly city?: string;
  readonly state?: string;
  readonly updatedOn?: string;
}

/** GET /api/EventRegistration?EventId=..; id is EVENT-PARTY. */
export interface EventRegistration {
  readonly registrationId: string;
  readonly eventId: string;
  readonly partyId: string;
  readonly registeredOn?: Day;
  readonly status: 'registered' | 'cancelled' | 'waitlisted';
  readonly updatedOn?: string;
}
