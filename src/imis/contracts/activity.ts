import type { Day } from '../../domain/day.js';

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
