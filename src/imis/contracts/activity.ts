import type { Day } from '../../domain/day.js';
import { bag, identityElements } from './bag.js';
import { Fields, type Reading } from './reading.js';
import { type Wire, wireDay, wrapped } from './wire.js';

/** GET /api/Activity, a property bag keyed by SEQN. Notes are activities of type NOTE. */
export interface Activity {
  /** SEQN; absent on a new one. */
  readonly activityId?: string;
  readonly partyId: string;
  /** ACTIVITY_TYPE, at most 10 characters. */
  readonly activityType: string;
  readonly occurredOn: Day;
  /** DESCRIPTION, at most 255 characters. */
  readonly description?: string;
  /** NOTE, free text. */
  readonly note?: string;
  /** OTHER_ID: party id of the staff member who wrote it. */
  readonly authorId?: string;
  /** UF_1: the key of our change, which makes a repeated write findable. */
  readonly changeKey?: string;
  readonly updatedOn?: string;
}

/** Property names are the columns of the table behind it; PartyId for the parent is what writers use. UpdatedOn is a guess. */
export const encodeActivity = (activity: Activity): Wire =>
  bag({
    entity: 'Activity',
    identity: activity.activityId === undefined ? [] : [activity.activityId],
    parent: { entity: 'Party', id: activity.partyId },
    properties: {
      SEQN: wrapped('integer', activity.activityId === undefined ? undefined : Number(activity.activityId)),
      PartyId: activity.partyId,
      ACTIVITY_TYPE: activity.activityType,
      TRANSACTION_DATE: wireDay(activity.occurredOn),
      DESCRIPTION: activity.description,
      NOTE: activity.note,
      OTHER_ID: activity.authorId,
      UF_1: activity.changeKey,
      UpdatedOn: activity.updatedOn,
    },
  });

export function decodeActivity(wire: unknown): Reading<Activity> {
  const fields = Fields.ofBag(wire);
  const activityId = activityIdOf(wire);
  return fields.reading<Activity>(wire, activityId, {
    activityId: fields.need('SEQN', activityId),
    ...writtenIn(fields),
    updatedOn: fields.time('UpdatedOn'),
  });
}

/** What a posted activity says, before iMIS numbered it. */
export function decodeNewActivity(wire: unknown): Reading<Activity> {
  const fields = Fields.ofBag(wire);
  return fields.reading<Activity>(wire, 'new', writtenIn(fields));
}

const writtenIn = (fields: Fields) => ({
  partyId: fields.need('PartyId', fields.text('PartyId') ?? fields.text('ID')),
  activityType: fields.need('ACTIVITY_TYPE', fields.text('ACTIVITY_TYPE')),
  occurredOn: fields.need('TRANSACTION_DATE', fields.day('TRANSACTION_DATE')),
  description: fields.text('DESCRIPTION'),
  note: fields.text('NOTE'),
  authorId: fields.text('OTHER_ID'),
  changeKey: fields.text('UF_1'),
});

/** SEQN of a row, or undefined where the site did not say it: the answer to a POST may report 0. */
export function activityIdOf(wire: unknown): string | undefined {
  const id = identityElements(wire)[0] ?? Fields.ofBag(wire).text('SEQN');
  return id === '0' || id === '' ? undefined : id;
}
