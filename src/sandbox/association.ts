/*
 * What is the same for every member: tiers and their dues, the calendar of events, mailings, and the two shocks the
 * history is known to hold. Everything here depends on the seed and the calendar alone.
 */
import { type DayNumber, dayNumber, weekdayOf, yearOf } from './calendar.js';
import { purposes } from './purposes.js';
import { Draws } from './random.js';
import { chapters, states } from './words/places.js';

export const currency = 'USD';

/** Invoices, registrations and notes reach back to here; memberships are older. */
export const HISTORY_BEGINS: DayNumber = dayNumber(2018, 7, 1);
/** The portal that records logins opened late. */
export const LOGINS_BEGIN: DayNumber = dayNumber(2023, 1, 1);
/** So did the mail system that reports opens and clicks. */
export const MAILS_BEGIN: DayNumber = dayNumber(2024, 7, 1);
/** By this day as many have arrived as were asked for; others keep arriving afterwards. */
export const SETTLED: DayNumber = dayNumber(2026, 10, 31);

/** Individual dues rose by this share on this day, far above the yearly adjustment. */
export const PRICE_RISE = { on: dayNumber(2024, 1, 1), share: 0.18 } as const;
/** The annual conference of this year went badly for those who were there. */
export const BAD_CONFERENCE_YEAR = 2025;

export interface Tier {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly isOrganization: boolean;
  /** Dues for a year at the beginning of the history, whole dollars. */
  readonly dues: number;
  /** The month all terms of the tier end with; undefined: each member's own twelve months. */
  readonly cycleEndsIn?: number;
  readonly rose: boolean;
}

export const tiers = {
  STU: { code: 'STU', name: 'Student', rank: 1, isOrganization: false, dues: 45, cycleEndsIn: 8, rose: false },
  RET: { code: 'RET', name: 'Retired', rank: 2, isOrganization: false, dues: 75, rose: false },
  IND: { code: 'IND', name: 'Individual', rank: 3, isOrganization: false, dues: 180, rose: true },
  PRO: { code: 'PRO', name: 'Professional', rank: 4, isOrganization: false, dues: 260, rose: true },
  FEL: { code: 'FEL', name: 'Fellow', rank: 5, isOrganization: false, dues: 340, rose: true },
  SMB: { code: 'SMB', name: 'Small Business', rank: 6, isOrganization: true, dues: 950, cycleEndsIn: 12, rose: false },
  COR: { code: 'COR', name: 'Corporate', rank: 7, isOrganization: true, dues: 2800, cycleEndsIn: 12, rose: false },
} as const satisfies Record<string, Tier>;
export type TierCode = keyof typeof tiers;

const YEARLY_ADJUSTMENT = 1.025;
const FIRST_PRICE_YEAR = 2018;
const priceCache = new Map<number, number>();

/** Dues in cents for a year's term of the tier that begins on the day: adjusted every 1 January, to whole 5 dollars. */
export function duesOn(code: TierCode, on: DayNumber): number {
  const tier: Tier = tiers[code];
  const year = Math.max(FIRST_PRICE_YEAR, yearOf(on));
  const cacheKey = year * 16 + tier.rank;
  const cached = priceCache.get(cacheKey);
  if (cached !== undefined) return cached;
  const adjusted = tier.dues * YEARLY_ADJUSTMENT ** (year - FIRST_PRICE_YEAR);
  const risen = tier.rose && on >= PRICE_RISE.on ? adjusted * (1 + PRICE_RISE.share) : adjusted;
  const price = Math.round(risen / 5) * 500;
  priceCache.set(cacheKey, price);
  return price;
}

/** First days of the prices known by `today`; the next year's are announced in October. */
export function priceDays(today: DayNumber): readonly DayNumber[] {
  const last = yearOf(today + 92);
  return Array.from({ length: last - FIRST_PRICE_YEAR + 1 }, (_, count) => dayNumber(FIRST_PRICE_YEAR + count, 1, 1));
}

export type GatheringKind = 'conference' | 'summit' | 'webinar' | 'chapter';

export interface Gathering {
  /** Position in the calendar, the same on every day. */
  readonly place: number;
  readonly eventId: string;
  readonly kind: GatheringKind;
  readonly name: string;
  readonly beginsOn: DayNumber;
  readonly endsOn: DayNumber;
  readonly announcedOn: DayNumber;
  readonly city?: string;
  readonly state?: string;
  /** For meetings of one chapter. */
  readonly chapter?: string;
  /** Cents; 0 is free. */
  readonly fee: number;
  readonly attendanceTaken: boolean;
  /** What being there did to those who came, in the unit of `Mood`. */
  readonly impression: number;
}

const webinarTopics = [
  'Ethics in Practice',
  'Data Privacy Basics',
  'Budgeting for Small Teams',
  'Standards Update',
  'Hiring and Keeping Staff',
  'Writing Better Reports',
  'New Rules for Contracts',
  'Measuring Outcomes',
  'Risk and Safety',
  'Working with Volunteers',
];
const webinarMonths = [1, 3, 5, 7, 10, 12];

/** No event is announced longer before it begins. */
export const LONGEST_NOTICE = 200;

/** Every event up to the end of next year, announced or not; earlier places never change as days go by. */
export function calendarOf(seed: number, today: DayNumber): readonly Gathering[] {
  const gatherings: Gathering[] = [];
  for (let year = yearOf(HISTORY_BEGINS); year <= yearOf(today) + 1; year++) {
    for (const planned of gatheringsOf(seed, year)) {
      if (planned.beginsOn >= HISTORY_BEGINS) gatherings.push({ ...planned, place: gatherings.length });
    }
  }
  return gatherings;
}

type Planned = Omit<Gathering, 'place'>;

function gatheringsOf(seed: number, year: number): readonly Planned[] {
  const draws = new Draws(seed, year, purposes.calendar);
  const host = draws.pick(states);
  const summitHost = draws.pick(states);
  const short = String(year).slice(2);
  const bad = year === BAD_CONFERENCE_YEAR;
  const planned: Planned[] = [
    {
      eventId: `AC${short}`,
      kind: 'conference',
      name: `Annual Conference ${year}`,
      beginsOn: onWeekday(dayNumber(year, 9, 8 + draws.whole(0, 6)), 3),
      endsOn: 3,
      announcedOn: LONGEST_NOTICE,
      city: host.cities[0]?.name ?? '',
      state: host.code,
      fee: 39_500 + (year - 2018) * 1_500,
      attendanceTaken: true,
      impression: bad ? -2.6 : 0.2,
    },
    {
      eventId: `LS${short}`,
      kind: 'summit',
      name: `Leadership Summit ${year}`,
      beginsOn: onWeekday(dayNumber(year, 4, 10 + draws.whole(0, 8)), 4),
      endsOn: 1,
      announcedOn: 150,
      city: summitHost.cities[0]?.name ?? '',
      state: summitHost.code,
      fee: 29_500 + (year - 2018) * 1_000,
      attendanceTaken: true,
      impression: 0.25,
    },
    ...webinarMonths.map((month, count): Planned => {
      const topic = webinarTopics[(year * webinarMonths.length + count) % webinarTopics.length];
      return {
        eventId: `WB${short}-${String(month).padStart(2, '0')}`,
        kind: 'webinar',
        name: `Webinar: ${topic} (${monthNames[month - 1]} ${year})`,
        beginsOn: onWeekday(dayNumber(year, month, 8 + draws.whole(0, 12)), 2),
        endsOn: 0,
        announcedOn: 60,
        fee: 0,
        attendanceTaken: true,
        impression: 0.05,
      };
    }),
    ...chapters.flatMap((chapter) =>
      ([3, 10] as const).map((month): Planned => {
        const season = month === 3 ? 'Spring' : 'Fall';
        return {
          eventId: `${chapter.groupId.slice(3)}${short}-${season.slice(0, 1)}`,
          kind: 'chapter',
          name: `${chapter.name} Chapter ${season} Meeting ${year}`,
          beginsOn: onWeekday(dayNumber(year, month, 5 + draws.whole(0, 20)), 4),
          endsOn: 0,
          announcedOn: 75,
          city: chapter.city,
          state: chapter.state,
          chapter: chapter.groupId,
          fee: 0,
          // Nobody keeps the list at about every third small meeting.
          attendanceTaken: draws.chance(0.68),
          impression: 0.12,
        };
      }),
    ),
  ];
  return planned
    .map((plan) => ({
      ...plan,
      endsOn: plan.beginsOn + plan.endsOn,
      announcedOn: plan.beginsOn - plan.announcedOn,
    }))
    .sort((left, right) => left.beginsOn - right.beginsOn || (left.eventId < right.eventId ? -1 : 1));
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** The same day or the next one that falls on the weekday (Monday is 1). */
const onWeekday = (from: DayNumber, weekday: number): DayNumber => from + ((weekday - weekdayOf(from) + 7) % 7);

export interface Newsletter {
  readonly campaign: string;
  readonly sentOn: DayNumber;
}

/** Quarterly newsletters of the years up to the next. */
export function newslettersOf(today: DayNumber): readonly Newsletter[] {
  const sent: Newsletter[] = [];
  for (let year = yearOf(MAILS_BEGIN); year <= yearOf(today) + 1; year++) {
    [2, 5, 8, 11].forEach((month, quarter) => {
      const sentOn = onWeekday(dayNumber(year, month, 4), 2);
      if (sentOn >= MAILS_BEGIN) sent.push({ campaign: `Newsletter ${year} Q${quarter + 1}`, sentOn });
    });
  }
  return sent;
}
