/** Taking a task back: its row is removed, if it is still open and as we wrote it. */
import { z } from 'zod';
import type { ChangeKind } from '../../approvals/port.js';
import { dueWords, isOurs, StaffTask, TASK_SOURCE } from './staff-task.js';

const StaffTaskRemoval = z.strictObject({
  rowId: z.string().min(1),
  /** The key the task was written with. */
  changeKey: z.string().min(1),
});
type StaffTaskRemoval = z.infer<typeof StaffTaskRemoval>;

export const staffTaskRemovalKind: ChangeKind<StaffTaskRemoval> = {
  kind: 'staff_task_removal',
  workflow: 'staff_task',
  permission: 'tasks.propose',
  hand: 'imis',
  risks: [],
  parse: (after) => StaffTaskRemoval.parse(after),
  describe: ({ before }) => {
    const task = StaffTask.parse(before);
    return `Remove the task for ${task.assignee}${dueWords(task)}: ${task.subject}`;
  },
  find: async (reader, { after }) =>
    (await reader.panelRow(TASK_SOURCE, after.rowId)) === undefined ? after.rowId : undefined,
  recheck: async (reader, { after, before, memberId }) => {
    const present = await reader.panelRow(TASK_SOURCE, after.rowId);
    if (!present) return 'the task is gone already';
    const isSame =
      present.values['ChangeKey'] === after.changeKey &&
      present.partyId === memberId &&
      isOurs(present, StaffTask.parse(before));
    return isSame ? undefined : 'the task was changed or done since';
  },
  execute: async (hand, reader, { after }) => {
    if (await reader.panelRow(TASK_SOURCE, after.rowId)) await hand.removePanelRow(TASK_SOURCE, after.rowId);
    return after.rowId;
  },
  verify: async (reader, { after }) => (await reader.panelRow(TASK_SOURCE, after.rowId)) === undefined,
  undo: ({ memberId, before }) => ({
    kind: 'staff_task',
    draft: { memberId, before: null, after: StaffTask.parse(before), reversible: true },
  }),
  touched: () => [],
};
