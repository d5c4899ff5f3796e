/* Who comes to what: registrations, fees, presence, and the impression that stays. */
import { type Gathering, LONGEST_NOTICE } from './association.js';
import { current } from './background.js';
import { billFee } from './billing.js';
import { type DayNumber, textOf, yearOf } from './calendar.js';
import { earn } from './learning.js';
import { inYearBefore, type Life } from './life.js';
import { purposes, within } from './purposes.js';
import { chanceOf, Draws, sigmoid } from './random.js';
import { moodOn } from './renewal.js';
import { isBadConference } from './shocks.js';
import { undergo } from './speaking-up.js';
import { evaluate } from './surveys.js';

/**
 * Considers what is announced from `from` to `to`, as a member does who is covered then; somebody who has just come
 * (`isNew`) also what was announced before and is still ahead.
 */
export function gather(life: Life, from: DayNumber, to: DayNumber, isNew: boolean): void {
  const { byAnnouncement } = life.association;
  for (
    let place = firstSince(byAnnouncement, isNew ? from - LONGEST_NOTICE : from);
    place < byAnnouncement.length;
    place++
  ) {
    const gathering = byAnnouncement[place];
    if (gathering === undefined || gathering.announcedOn > to) return;
    if (gathering.announcedOn < from && gathering.beginsOn <= from + 3) continue;
    if (!isFor(life, gathering) || life.registeredFor.has(gathering.place)) continue;
    const interest = interestIn(life, gathering);
    if (chanceOf(life.association.seed, life.index, within(purposes.gatherings, gathering.place)) < interest)
      register(life, gathering, from);
  }
}

function firstSince(byAnnouncement: readonly Gathering[], on: DayNumber): number {
  let low = 0;
  let high = byAnnouncement.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byAnnouncement[middle]?.announcedOn ?? 0) < on) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Chapters meet for those who live in one of their states. */
const isFor = ({ background }: Life, { chapter, beginsOn }: Gathering): boolean =>
  chapter === undefined || current(background.homes, beginsOn)?.residence.state.chapter === chapter;

/** Probability of registering. */
function interestIn(life: Life, gathering: Gathering): number {
  const { nature } = life;
  const home = current(life.background.homes, gathering.beginsOn)?.residence.state;
  const engagement = life.engagementIn(yearOf(gathering.beginsOn));
  const mood = moodOn(life.impressions, gathering.announcedOn);
  const habit = 0.06 * Math.min(5, inYearBefore(life.attendedOn, gathering.announcedOn));
  const near = home !== undefined && home.code === gathering.state ? 0.6 : 0;
  const inclined = Math.min(1.7, 0.85 * engagement + habit + 0.5 * mood);
  switch (gathering.kind) {
    case 'conference':
      return sigmoid(-2.0 + inclined + 0.6 * nature.sociability + near - 0.5 * nature.priceSensitivity);
    case 'summit':
      return sigmoid(-4.1 + inclined + 0.5 * nature.sociability + near + 2 * nature.standing);
    case 'webinar':
      return sigmoid(-3.1 + inclined + 0.5 * nature.digital);
    case 'chapter':
      return sigmoid(-2.3 + inclined + 0.8 * nature.sociability);
  }
}

const PRESENCE = { conference: 2.9, summit: 3, webinar: 0.6, chapter: 1.4 } as const;

function register(life: Life, gathering: Gathering, from: DayNumber): void {
  const { ledger, id, association, index } = life;
  const draws = new Draws(association.seed, index, within(purposes.gatherings, gathering.place) + 31);
  const opensOn = Math.max(gathering.announcedOn, from) + 1;
  const registeredOn = gathering.beginsOn - 1 - Math.floor(draws.uniform() ** 1.5 * (gathering.beginsOn - opensOn));
  const cancels = draws.chance(gathering.fee > 0 ? 0.04 : 0.03);
  const waitlisted = gathering.kind === 'summit' && draws.chance(0.04);
  const cancelledOn = registeredOn + 1 + Math.floor(draws.uniform() * (gathering.beginsOn - registeredOn - 1));
  const comes = draws.chance(sigmoid(PRESENCE[gathering.kind] + 0.4 * life.engagementIn(yearOf(gathering.beginsOn))));
  const felt = (gathering.impression + 0.12 * draws.normal()) * life.nature.temper;
  const misread = draws.chance(0.012);

  if (registeredOn >= life.nature.diesOn) return;
  life.registeredFor.add(gathering.place);
  const isCancelled = cancels && cancelledOn <= association.today;
  const registrationId = `${gathering.eventId}-${id}`;
  ledger.enter('EventRegistration', registrationId, registeredOn, cancels ? [cancelledOn] : [], {
    registrationId,
    eventId: gathering.eventId,
    partyId: id,
    registeredOn: textOf(registeredOn),
    status: isCancelled ? 'cancelled' : waitlisted ? 'waitlisted' : 'registered',
  });
  if (gathering.fee > 0 && !waitlisted)
    billFee(life, gathering.eventId, gathering.fee, registeredOn, cancels ? cancelledOn : undefined);
  if (cancels || waitlisted) return;

  const present = comes && gathering.endsOn < life.nature.diesOn;
  if (present) {
    life.attendedOn.push(gathering.endsOn);
    life.impressions.push({ on: gathering.endsOn, size: felt });
    if (isBadConference(gathering)) life.attendedBadConferenceOn.push(gathering.endsOn);
    evaluate(life, gathering, felt);
    if (Math.abs(felt) > 0.28) tellAbout(life, gathering, felt);
  }
  if (gathering.attendanceTaken) markPresence(life, gathering, present, misread);
  if (present && gathering.kind === 'webinar' && draws.chance(0.25 * life.character.interests.learning))
    earn(
      life,
      { code: gathering.eventId, name: gathering.name, creditType: 'Continuing education', credits: 1 },
      gathering.endsOn + 2,
    );
}

/** A strong impression, good or bad, is told to somebody now and then. */
function tellAbout(life: Life, gathering: Gathering, felt: number): void {
  const { association, index } = life;
  const draws = new Draws(association.seed, index, within(purposes.posts, gathering.place));
  const tells = draws.chance(felt < 0 ? Math.min(0.75, 0.3 * -felt) : 0.25);
  const kind = draws.pick(felt < 0 ? upsetting : pleasing);
  const on = gathering.endsOn + 1 + draws.whole(0, 14);
  if (tells) undergo(life, { kind, on, size: 0, event: gathering.name }, 400_000 + gathering.place);
}

const upsetting = ['cancelled_sessions', 'crowded_rooms', 'dull_sessions', 'cancelled_sessions'] as const;
const pleasing = ['great_sessions', 'great_sessions', 'met_people', 'lovely_venue'] as const;

/** Lists are typed in the day after; one in eighty is read wrongly and put right nine days later. */
function markPresence(life: Life, gathering: Gathering, came: boolean, misread: boolean): void {
  const takenOn = gathering.endsOn + 1;
  const correctedOn = takenOn + 9;
  const stillWrong = misread && correctedOn > life.association.today;
  life.ledger.enter('Attendance', `${gathering.eventId}|${life.id}`, takenOn, misread ? [correctedOn] : [], {
    EventId: gathering.eventId,
    ID: life.id,
    Attended: stillWrong ? !came : came,
  });
}
