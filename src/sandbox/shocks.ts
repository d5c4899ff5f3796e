/* The bad conference: who was there remembers it. */
import { BAD_CONFERENCE_YEAR, type Gathering } from './association.js';
import { yearOf } from './calendar.js';

export const isBadConference = ({ kind, beginsOn }: Gathering): boolean =>
  kind === 'conference' && yearOf(beginsOn) === BAD_CONFERENCE_YEAR;
