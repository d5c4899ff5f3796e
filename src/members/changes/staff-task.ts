/** A task for somebody of the staff about a member: an open row of the panel source AI_StaffTask with our change key. */
import { z } from 'zod';
import type { Change, ChangeKind, ChangeReader, Draft } from '../../approvals/port.js';
import type { Actor } from '../../domain/actor.js';
import { type Day, isDay } from '../../domain/day.js';
import { ExpectedError } from '../../errors.js';
import type { NewPanelRow, PanelRow } from '../../imis/port.js';
import type { Typed } from '../../privacy/typed.js';
import type { Database } from '../../store/database.js';
import type { Assignee } from './assignee.js';
import { fitting, inOwnWords, storable } from './own-words.js';

export const TASK_SOURCE = 'AI_StaffTask';
const LONGEST_SUBJECT = 1000;

export const StaffTask = z.strictObject({
  subject: z.string().transform(storable).pipe(z.string().min(1).max(LONGEST_SUBJECT)),
  dueOn: z.custom<Day>(isDay, 'not a calendar day').optional(),
  /** A pseudonym, or the name of a queue: for those who decide. */
  assignee: z.string().min(1),
  /** Party id of the member of staff; absent: the membership queue. */
  assigneeId: z.string().min(1).optional(),
});
export type StaffTask = z.infer<typeof StaffTask>;

export interface TaskRequest {
  readonly actor: Actor;
  readonly memberId: string;
  /** As the model heard it, with stand-ins for people. */
  readonly text: string;
  readonly typed: readonly Typed[];
  readonly dueOn?: Day;
  readonly assignee: Assignee;
  readonly today: Day;
}

export class TaskDuePast extends ExpectedError {
  readonly kind = 'task_due_past';
  constructor(dueOn: Day, today: Day) {
    super(`The task would be due on ${dueOn}, which has passed.`, `Give today (${today}) or a later day.`);
  }
}

export class TaskUnreadable extends ExpectedError {
  readonly kind = 'task_unreadable';
  constructor() {
    super(
      'The task would name somebody by an id of the copilot, which nobody could read in iMIS.',
      'Ask again with the name written out, as it should stand in the task.',
    );
  }
}

function requireDueAhead({ dueOn }: { readonly dueOn?: Day | undefined }, today: Day): void {
  if (dueOn !== undefined && dueOn < today) throw new TaskDuePast(dueOn, today);
}

/** A task ready to be proposed. Throws TaskDuePast, TaskUnreadable, TextEmpty, TextTooLong. */
export async function taskDraft(
  database: Database,
  { actor, memberId, text, typed, dueOn, assignee, today }: TaskRequest,
): Promise<Draft> {
  requireDueAhead({ dueOn }, today);
  const subject = await inOwnWords(database, { text, typed, actor });
  if (subject === undefined) throw new TaskUnreadable();
  return {
    memberId,
    before: null,
    after: StaffTask.parse({
      subject: fitting(subject, 'task', LONGEST_SUBJECT),
      ...(dueOn !== undefined && { dueOn }),
      assignee: assignee.called,
      ...(assignee.staffId !== undefined && { assigneeId: assignee.staffId }),
    }),
    reversible: true,
  };
}

export const staffTaskKind: ChangeKind<StaffTask> = {
  kind: 'staff_task',
  permission: 'tasks.propose',
  hand: 'imis',
  risks: [],
  editable: ['subject', 'dueOn'],
  summarise: (after, about) => `Create a task about ${about} for ${after.assignee}${dueWords(after)}`,
  check: (after, { today }) => requireDueAhead(after, today),
  parse: (after) => StaffTask.parse(after),
  describe: ({ after }) => `Create a task for ${after.assignee}${dueWords(after)}: ${after.subject}`,
  find,
  recheck: async (reader, { memberId, after }) => {
    const member = await reader.database.query('select from imis.parties where member_id = $1', [memberId]);
    if (member.rowCount === 0) return 'the member is no longer in iMIS';
    if (after.assigneeId === undefined) return undefined;
    const staff = await reader.database.query('select from imis.users where member_id = $1 and not disabled', [
      after.assigneeId,
    ]);
    return staff.rowCount === 0 ? 'whoever should do the task is no longer on the staff' : undefined;
  },
  execute: async (hand, reader, change) => {
    const written = await find(reader, change);
    if (written !== undefined) return written;
    const answered = await hand.addPanelRow(TASK_SOURCE, rowOf(change));
    // Of several rows a party the answer rarely says which one it made.
    const reference = answered ?? (await find(reader, change));
    if (reference === undefined) throw new Error('iMIS accepted a task and does not show it yet');
    return reference;
  },
  verify: async (reader, change, reference) => {
    const found = await reader.panelRowByChangeKey(TASK_SOURCE, change.memberId, change.changeKey);
    return found?.rowId === reference && isOurs(found, change.after);
  },
  undo: ({ memberId, after, changeKey }, reference) => ({
    kind: 'staff_task_removal',
    draft: { memberId, before: after, after: { rowId: reference, changeKey }, reversible: true },
  }),
  // Tasks are not synced: the panel source is ours alone.
  touched: () => [],
};

export const dueWords = ({ dueOn }: StaffTask): string => (dueOn === undefined ? '' : `, due ${dueOn}`);

async function find(reader: ChangeReader, change: Change<StaffTask>): Promise<string | undefined> {
  return (await reader.panelRowByChangeKey(TASK_SOURCE, change.memberId, change.changeKey))?.rowId;
}

const rowOf = ({ memberId, after, changeKey }: Change<StaffTask>): NewPanelRow => ({
  partyId: memberId,
  values: {
    Kind: 'task',
    Subject: after.subject,
    AssignedTo: after.assigneeId,
    DueOn: after.dueOn,
    Status: 'open',
    ChangeKey: changeKey,
  },
});

/** Still open, and still as we wrote it. Sites trim texts and turn line ends into their own. */
export const isOurs = ({ values }: PanelRow, task: StaffTask): boolean =>
  storable(String(values['Subject'] ?? '')) === task.subject &&
  values['Status'] === 'open' &&
  values['AssignedTo'] === task.assigneeId &&
  values['DueOn'] === task.dueOn;
