/** A note on a member: an iMIS activity of type NOTE with our change key, the author and the day. */
import { z } from 'zod';
import type { Change, ChangeKind, ChangeReader, Draft } from '../../approvals/port.js';
import type { Actor } from '../../domain/actor.js';
import { type Day, isDay } from '../../domain/day.js';
import { ExpectedError } from '../../errors.js';
import type { Activity } from '../../imis/contracts/activity.js';
import type { Typed } from '../../privacy/typed.js';
import type { Database } from '../../store/database.js';
import { fitting, inOwnWords, storable } from './own-words.js';

export const NOTE_TYPE = 'NOTE';
const LONGEST_NOTE = 4000;

export const Note = z.strictObject({
  text: z.string().transform(storable).pipe(z.string().min(1).max(LONGEST_NOTE)),
  on: z.custom<Day>(isDay, 'not a calendar day'),
  /** Party id of whoever asked for it. */
  authorId: z.string().min(1),
});
export type Note = z.infer<typeof Note>;

export interface NoteRequest {
  readonly actor: Actor;
  readonly memberId: string;
  /** As the model heard it, with stand-ins for people. */
  readonly text: string;
  /** What the actor typed lately, latest first: the note says it again in the same words, whoever it names. */
  readonly typed: readonly Typed[];
  readonly today: Day;
}

export class NoteUnreadable extends ExpectedError {
  readonly kind = 'note_unreadable';
  constructor() {
    super(
      'The note would name somebody by an id of the copilot, which nobody could read in iMIS.',
      'Ask again with the name written out, as it should stand in the note.',
    );
  }
}

/** A note ready to be proposed. Throws TextEmpty, TextTooLong, and NoteUnreadable where a stand-in is left that the actor neither typed nor may see. */
export async function noteDraft(
  database: Database,
  { actor, memberId, text, typed, today }: NoteRequest,
): Promise<Draft> {
  const named = await inOwnWords(database, { text, typed, actor });
  if (named === undefined) throw new NoteUnreadable();
  return {
    memberId,
    before: null,
    after: Note.parse({ text: fitting(named, 'note', LONGEST_NOTE), on: today, authorId: actor.id }),
    reversible: true,
  };
}

export const noteKind: ChangeKind<Note> = {
  kind: 'note',
  permission: 'notes.propose',
  hand: 'imis',
  risks: [],
  editable: ['text'],
  editedBy: (after, actor) => ({ ...after, authorId: actor.id }),
  summarise: (_, about) => `Add a note to ${about}`,
  parse: (after) => Note.parse(after),
  describe: ({ after }) => `Add a note of ${after.on}: ${after.text}`,
  find,
  recheck: async (reader, { memberId }) => {
    const member = await reader.database.query('select from imis.parties where member_id = $1', [memberId]);
    return member.rowCount === 0 ? 'the member is no longer in iMIS' : undefined;
  },
  execute: async (hand, reader, change) => {
    const written = await find(reader, change);
    if (written !== undefined) return written;
    const answered = await hand.addActivity(activityOf(change));
    const reference = answered ?? (await find(reader, change));
    // Accepted without a number, and not to be found yet: the executor looks again before it writes again.
    if (reference === undefined) throw new Error('iMIS accepted a note and did not say its number');
    return reference;
  },
  verify: async (reader, change, reference) => {
    const found = await reader.activityByChangeKey(change.memberId, change.changeKey);
    return found?.activityId === reference && isOurs(found, change.after);
  },
  undo: ({ memberId, after, changeKey }, reference) => ({
    kind: 'note_removal',
    draft: { memberId, before: after, after: { activityId: reference, changeKey }, reversible: true },
  }),
  touched: (_, reference) => [{ contract: 'Activity', id: reference }],
};

async function find(reader: ChangeReader, change: Change<Note>): Promise<string | undefined> {
  return (await reader.activityByChangeKey(change.memberId, change.changeKey))?.activityId;
}

const activityOf = ({ memberId, after, changeKey }: Change<Note>): Activity => ({
  partyId: memberId,
  activityType: NOTE_TYPE,
  occurredOn: after.on,
  description: 'Note',
  note: after.text,
  authorId: after.authorId,
  changeKey,
});

/** Sites trim texts and turn line ends into their own. */
export const isOurs = (activity: Activity, note: Note): boolean =>
  storable(activity.note ?? '') === note.text && activity.occurredOn === note.on;
