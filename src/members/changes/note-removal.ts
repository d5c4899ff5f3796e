/** Taking a note back: the activity is deleted by its number (SEQN), if it is still as we wrote it. */
import { z } from 'zod';
import type { ChangeKind } from '../../approvals/port.js';
import { isOurs, Note } from './note.js';

const NoteRemoval = z.strictObject({
  activityId: z.string().min(1),
  /** The key the note was written with. */
  changeKey: z.string().min(1),
});
type NoteRemoval = z.infer<typeof NoteRemoval>;

export const noteRemovalKind: ChangeKind<NoteRemoval> = {
  kind: 'note_removal',
  permission: 'notes.propose',
  hand: 'imis',
  risks: [],
  workflow: 'note',
  parse: (after) => NoteRemoval.parse(after),
  describe: ({ before }) => `Remove the note of ${Note.parse(before).on}: ${Note.parse(before).text}`,
  find: async (reader, { after }) =>
    (await reader.activity(after.activityId)) === undefined ? after.activityId : undefined,
  recheck: async (reader, { after, before, memberId }) => {
    const present = await reader.activity(after.activityId);
    if (!present) return 'the note is gone already';
    const isSame =
      present.changeKey === after.changeKey && present.partyId === memberId && isOurs(present, Note.parse(before));
    return isSame ? undefined : 'the note was changed since';
  },
  execute: async (hand, reader, { after }) => {
    if (await reader.activity(after.activityId)) await hand.removeActivity(after.activityId);
    return after.activityId;
  },
  verify: async (reader, { after }) => (await reader.activity(after.activityId)) === undefined,
  undo: ({ memberId, before }) => ({
    kind: 'note',
    draft: { memberId, before: null, after: Note.parse(before), reversible: true },
  }),
  touched: (_, reference) => [{ contract: 'Activity', id: reference }],
};
