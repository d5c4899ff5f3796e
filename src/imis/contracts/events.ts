import type { Day } from '../../domain/day.js';
import { memberOf } from './bag.js';
import { Fields, type Reading } from './reading.js';
import { asiType, isWire, typed, updateInformation, type Wire, wireDay } from './wire.js';

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

const events = (name: string): string => asiType('Events', name);
export const eventRowType = events('EventData');
export const registrationRowType = events('EventRegistrationData');

// Location and UpdateInformation are guesses.
export const encodeEvent = (event: ImisEvent): Wire =>
  typed(eventRowType, {
    EventId: event.eventId,
    EventCode: event.code,
    Name: event.name,
    StartDateTime: wireDay(event.beginsOn),
    EndDateTime: wireDay(event.endsOn),
    Status: event.status,
    Category: typed(events('EventCategorySummaryData'), { EventCategoryId: event.eventType, Name: event.eventType }),
    Location:
      event.city || event.state
        ? typed(asiType('Membership', 'AddressData'), { CityName: event.city, CountrySubEntityCode: event.state })
        : undefined,
    UpdateInformation: updateInformation(event.updatedOn),
  });

export function decodeEvent(wire: unknown): Reading<ImisEvent> {
  const fields = Fields.ofObject(wire);
  const eventId = fields.text('EventId');
  const beginsOn = fields.need('StartDateTime', fields.day('StartDateTime'));
  const category = fields.inner('Category');
  return fields.reading<ImisEvent>(wire, eventId, {
    eventId: fields.need('EventId', eventId),
    code: fields.text('EventCode') ?? eventId ?? '',
    name: fields.need('Name', fields.text('Name')),
    status: fields.text('Status') ?? 'unknown',
    eventType: category.text('Name') ?? category.text('EventCategoryId') ?? 'other',
    beginsOn,
    endsOn: fields.day('EndDateTime') ?? beginsOn,
    city: fields.inner('Location').text('CityName'),
    state: fields.inner('Location').text('CountrySubEntityCode'),
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}

// 1 is active, every other number has been seen on cancelled ones; 2 for waitlisted is a guess.
const statusNumbers = { registered: 1, waitlisted: 2, cancelled: 0 } as const;
const statuses: Readonly<Record<string, EventRegistration['status']>> = {
  '1': 'registered',
  '2': 'waitlisted',
  '0': 'cancelled',
  '-1': 'cancelled',
  '3': 'cancelled',
};

export const registrationId = (eventId: string, partyId: string): string => `${eventId}-${partyId}`;

/** Who never registered is answered with an object that has no Status. */
export const isRegistration = (wire: unknown): boolean => isWire(wire) && memberOf(wire, 'Status') !== undefined;

export const encodeEventRegistration = (registration: EventRegistration): Wire =>
  typed(registrationRowType, {
    EventRegistrationId: registration.registrationId,
    Event: typed(events('EventSummaryData'), { EventId: registration.eventId }),
    Registrant: typed(asiType('Membership', 'PartySummaryData'), { PartyId: registration.partyId }),
    RegistrationDate: wireDay(registration.registeredOn),
    Status: statusNumbers[registration.status],
    UpdateInformation: updateInformation(registration.updatedOn),
  });

export function decodeEventRegistration(wire: unknown): Reading<EventRegistration> {
  const fields = Fields.ofObject(wire);
  const eventId = fields.inner('Event').text('EventId') ?? fields.text('EventId');
  const partyId = fields.inner('Registrant').text('PartyId');
  const id = eventId && partyId && registrationId(eventId, partyId);
  return fields.reading<EventRegistration>(wire, id, {
    registrationId: id ?? '',
    eventId: fields.need('Event.EventId', eventId),
    partyId: fields.need('Registrant.PartyId', partyId),
    registeredOn: fields.day('RegistrationDate'),
    status: fields.need('Status', fields.code('Status', statuses)),
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}
