/*
 * A life in the association, lived forward day by day from joining until today: what is known of a member while it
 * goes on, and what it leaves in the ledger.
 */
import { calendarOf, type Gathering, type Newsletter, newslettersOf } from './association.js';
import { type Background, backgroundOf } from './background.js';
import type { DayNumber } from './calendar.js';
import { type Character, characterOf } from './interests.js';
import { Ledger } from './ledger.js';
import { engagementByYear, type Nature, natureOf } from './nature.js';
import type { Impression } from './renewal.js';
import type { Term } from './terms.js';
import type { Told } from './told.js';

/** One association as of one day. */
export interface Association {
  readonly seed: number;
  readonly members: number;
  readonly today: DayNumber;
  /** In order of place. */
  readonly gatherings: readonly Gathering[];
  readonly byAnnouncement: readonly Gathering[];
  readonly conferences: readonly Gathering[];
  readonly newsletters: readonly Newsletter[];
}

export function associationOn(seed: number, members: number, today: DayNumber): Association {
  const gatherings = calendarOf(seed, today);
  const byAnnouncement = [...gatherings].sort(
    (left, right) => left.announcedOn - right.announcedOn || left.place - right.place,
  );
  const conferences = gatherings.filter(({ kind }) => kind === 'conference');
  return { seed, members, today, gatherings, byAnnouncement, conferences, newsletters: newslettersOf(today) };
}

/** Ids have six digits, so that they sort alike as texts and as numbers; members come after the staff. */
const FIRST_ID = 100_101;
export const MOST_MEMBERS = 850_000;
export const partyId = (index: number): string => String(FIRST_ID + index);
export const indexOfParty = (id: string): number => Number(id) - FIRST_ID;

/** A renewal notice and what came of it; `probability` is known to evaluations alone. */
export interface Decision {
  readonly termEndsOn: DayNumber;
  readonly noticeOn: DayNumber;
  readonly probability: number;
  readonly renewed: boolean;
  readonly afterBadConference: boolean;
}

/** A seat on a committee, from 1 July for two years. */
export interface Seat {
  readonly groupId: string;
  readonly role: 'Chair' | 'Vice Chair' | 'Member';
  readonly from: DayNumber;
  readonly until: DayNumber;
}

export interface Earned {
  readonly on: DayNumber;
  readonly credits: number;
  /** What is written down today: a wrong entry may still wait for its correction. */
  readonly recorded: number;
}

export interface Life {
  readonly association: Association;
  readonly index: number;
  readonly id: string;
  readonly nature: Nature;
  readonly character: Character;
  readonly background: Background;
  readonly engagementIn: (year: number) => number;
  readonly ledger: Ledger;
  readonly impressions: Impression[];
  /** Places of gatherings. */
  readonly registeredFor: Set<number>;
  readonly attendedOn: DayNumber[];
  readonly loggedInOn: DayNumber[];
  readonly attendedBadConferenceOn: DayNumber[];
  readonly volunteeredOn: DayNumber[];
  readonly earned: Earned[];
  readonly seats: Seat[];
  /** Texts written by today. */
  readonly told: (() => Told)[];
  /** Terms that were paid for, or given. */
  readonly terms: Paid[];
  readonly decisions: Decision[];
}
export type Paid = Term & { readonly paidOn: DayNumber };

// A term and what is announced in it reach at most this far ahead; what lies there must not change when tomorrow comes.
const LOOK_AHEAD = 800;

export function bornInto(association: Association, index: number): Life {
  const { seed, members, today } = association;
  const nature = natureOf(seed, index, members);
  return {
    association,
    index,
    id: partyId(index),
    nature,
    character: characterOf(seed, index, nature),
    background: backgroundOf(seed, index, nature, today + LOOK_AHEAD),
    engagementIn: engagementByYear(seed, index, nature, today + LOOK_AHEAD),
    ledger: new Ledger(seed, index, today),
    impressions: [],
    registeredFor: new Set(),
    attendedOn: [],
    loggedInOn: [],
    attendedBadConferenceOn: [],
    volunteeredOn: [],
    earned: [],
    seats: [],
    told: [],
    terms: [],
    decisions: [],
  };
}

/** How many of the days lie in the 365 before `on`, that day included. */
export const inYearBefore = (days: readonly DayNumber[], on: DayNumber): number => {
  let count = 0;
  for (const day of days) if (day <= on && day > on - 365) count++;
  return count;
};
