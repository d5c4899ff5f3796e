/* Service to the association: hours volunteered, seats on committees, special interest groups. */
import { HISTORY_BEGINS } from './association.js';
import { type DayNumber, dayNumber, textOf, yearOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { moodOn } from './renewal.js';
import { committees, interestGroups, volunteerRoles } from './words/catalog.js';

// Larger committees have more seats.
const seatsToFill = committees.flatMap((committee) => Array.from({ length: committee.weight }, () => committee));

/** Volunteers and takes seats from `from` to `to`. */
export function serve(life: Life, from: DayNumber, to: DayNumber): void {
  volunteer(life, Math.max(from, HISTORY_BEGINS), to);
  for (let year = yearOf(Math.max(from, HISTORY_BEGINS)); year <= yearOf(to); year++) {
    const begins = dayNumber(year, 7, 1);
    if (begins >= Math.max(from, HISTORY_BEGINS) && begins <= to) considerSeat(life, begins);
  }
}

function volunteer(life: Life, from: DayNumber, to: DayNumber): void {
  const { association, index, nature, ledger, id, character } = life;
  if (from > to) return;
  const draws = new Draws(association.seed, index, within(purposes.service, from));
  const drawn = 0.6 * life.engagementIn(yearOf(from)) + 0.3 * moodOn(life.impressions, from);
  const mean = 0.09 * character.interests.serving * Math.exp(drawn) * ((to - from + 1) / 365);
  const days: DayNumber[] = [];
  for (let left = draws.poisson(mean, 4); left > 0; left--) days.push(from + draws.whole(0, to - from));
  for (const on of days.sort((left, right) => left - right)) {
    const role = draws.pick(volunteerRoles);
    const hours = Math.max(1, Math.round(2 * role.hours * (0.5 + draws.uniform()))) / 2;
    const corrected = draws.chance(0.04);
    const correctedOn = on + draws.whole(30, 200);
    if (on >= nature.diesOn) continue;
    const VolunteerId = `H${numbered(id, ledger.number('VolunteerHours'), 3)}`;
    life.volunteeredOn.push(on);
    ledger.enter('VolunteerHours', VolunteerId, on, corrected ? [correctedOn] : [], {
      VolunteerId,
      ID: id,
      Role: role.name,
      Hours: corrected && correctedOn > association.today ? hours + 10 : hours,
      ServedOn: textOf(on),
    });
  }
}

const MOST_SERVE = 0.4;

function considerSeat(life: Life, from: DayNumber): void {
  const { association, index, nature, seats, character } = life;
  if (nature.kind === 'organization' || seats.some((seat) => seat.until > from)) return;
  const draws = new Draws(association.seed, index, within(purposes.committees, yearOf(from)));
  const share = draws.uniform();
  if (share >= MOST_SERVE) return;
  const served = seats.length > 0 ? 1 : 0;
  const wish = 0.6 * life.engagementIn(yearOf(from)) + 1.4 * nature.standing + 0.9 * served;
  const appointed = share < 0.006 * character.interests.serving * Math.exp(wish);
  const { groupId } = draws.pick(seatsToFill);
  const chairs = draws.chance(served === 1 ? 0.25 : 0.04);
  const vice = draws.chance(0.12);
  if (!appointed || from >= nature.diesOn) return;
  const role = chairs ? 'Chair' : vice ? 'Vice Chair' : 'Member';
  seats.push({ groupId, role, from, until: dayNumber(yearOf(from) + 2, 7, 1) });
}

/** Interest groups a person joins with the membership. */
export function interestGroupOf({ association, index, nature }: Life): string | undefined {
  const draws = new Draws(association.seed, index, purposes.committees);
  const joins = draws.chance(0.18 + 0.06 * Math.max(-1.5, Math.min(2, nature.engagement)));
  const { groupId } = draws.pick(interestGroups);
  return joins && nature.kind === 'person' ? groupId : undefined;
}
