/* Rows that belong to no party: tiers, prices, groups and events. */
import type { ImisEvent } from '../imis/contracts/events.js';
import type { Group } from '../imis/contracts/membership.js';
import type { IqaRow } from '../imis/contracts/row.js';
import {
  currency,
  duesOn,
  type Gathering,
  HISTORY_BEGINS,
  priceDays,
  type Tier,
  type TierCode,
  tiers,
} from './association.js';
import { type DayNumber, stampOf, textOf } from './calendar.js';
import type { Row } from './ledger.js';
import type { Association } from './life.js';
import { purposes } from './purposes.js';
import { hashOf } from './random.js';
import { committees, interestGroups } from './words/catalog.js';
import { chapters } from './words/places.js';

const eventTypes: Readonly<Record<Gathering['kind'], string>> = {
  conference: 'conference',
  summit: 'summit',
  webinar: 'webinar',
  chapter: 'chapter meeting',
};

/** Events on sale or over, in order of ids. */
export const announcedEvents = (association: Association): readonly Row<ImisEvent>[] =>
  association.gatherings
    .filter(({ announcedOn }) => announcedOn <= association.today)
    .map((gathering) => {
      const updatedOn = stampAt(association.seed, gathering.announcedOn, gathering.place);
      const value: ImisEvent = {
        eventId: gathering.eventId,
        code: gathering.eventId,
        name: gathering.name,
        status: 'P',
        eventType: eventTypes[gathering.kind],
        beginsOn: textOf(gathering.beginsOn),
        endsOn: textOf(gathering.endsOn),
        ...(gathering.city !== undefined && { city: gathering.city }),
        ...(gathering.state !== undefined && { state: gathering.state }),
        updatedOn,
      };
      return { key: gathering.eventId, changedOn: gathering.announcedOn, updatedOn, value };
    })
    .sort((left, right) => (left.key < right.key ? -1 : 1));

export const groupRows = ({ seed }: Association): readonly Row<Group>[] =>
  [
    ...chapters.map(({ groupId, name }): Group => ({ groupId, name, kind: 'chapter' })),
    ...committees.map(({ groupId, name }): Group => ({ groupId, name, kind: 'committee' })),
    ...interestGroups.map(({ groupId, name }): Group => ({ groupId, name, kind: 'sig' })),
  ]
    .map((value, place) => {
      const { groupId } = value;
      return { key: groupId, changedOn: HISTORY_BEGINS, updatedOn: stampAt(seed, HISTORY_BEGINS, place), value };
    })
    .sort((left, right) => (left.key < right.key ? -1 : 1));

export const tierRows = ({ seed }: Association): readonly Row<IqaRow>[] =>
  Object.values(tiers).map((tier: Tier, place) => {
    const UpdatedOn = stampAt(seed, HISTORY_BEGINS, place);
    const value = {
      TierCode: tier.code,
      Name: tier.name,
      Rank: tier.rank,
      IsOrganization: tier.isOrganization,
      UpdatedOn,
    };
    return { key: tier.code, changedOn: HISTORY_BEGINS, updatedOn: UpdatedOn, value };
  });

/** Prices are entered three months before they hold; a tier whose dues stay the same gets no new row. */
export function priceRows({ seed, today }: Association): readonly Row<IqaRow>[] {
  return (Object.keys(tiers) as TierCode[]).flatMap((code, place) =>
    priceDays(today)
      .filter((from, at, days) => at === 0 || duesOn(code, from) !== duesOn(code, days[at - 1] ?? from))
      .map((from) => {
        const enteredOn = from <= HISTORY_BEGINS ? HISTORY_BEGINS : from - 92;
        const UpdatedOn = stampAt(seed, enteredOn, place);
        const value = {
          TierCode: code,
          FromOn: textOf(from),
          Amount: duesOn(code, from) / 100,
          Currency: currency,
          UpdatedOn,
        };
        return { key: `${code}|${textOf(from)}`, changedOn: enteredOn, updatedOn: UpdatedOn, value };
      }),
  );
}

const stampAt = (seed: number, on: DayNumber, place: number): string =>
  stampOf(on, hashOf(seed, place, purposes.stamp));
