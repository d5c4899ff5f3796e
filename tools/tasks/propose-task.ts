import * as z from 'zod';
import { day } from '../../src/domain/day.js';
import { relationshipManager, staffNamed } from '../../src/members/changes/assignee.js';
import { taskDraft } from '../../src/members/changes/staff-task.js';
import { defineTool } from '../define.js';
import { Day, Person, Staff, Text, toolInput } from '../parameters.js';
import { onePerson } from '../people/one-person.js';
import { Proposed, proposedOf, proposedWords } from '../proposed.js';
import { dueInWords } from './due-in-words.js';

const Output = z.strictObject({
  member: z.string(),
  assignee: z.string(),
  due: z.string().optional(),
  proposal: Proposed,
});

export const proposeTask = defineTool({
  name: 'propose_task',
  title: 'Propose a task for the staff',
  description:
    "Prepares a task about one member or organisation for somebody of the staff: by default for the member's relationship manager, else for the membership queue. Nothing is written until a person approves the proposal. Use propose_note for what has already happened. The text is the words of the person asking, unchanged.",
  input: toolInput({ member: Person, text: Text, due: Day.optional(), assignee: Staff.optional() }),
  output: Output,
  effect: 'propose',
  permission: 'tasks.propose',
  triggers: [
    'create a task',
    'create a task for',
    'add a task',
    'add a task for',
    'make a task',
    'new task',
    'open a task',
    'set a task',
    'set up a task',
    'task',
    'task for',
    '~assign a task',
    'assign',
    'propose a task',
    'remind',
    'set a reminder',
    'create a reminder',
    'reminder',
    'to-do',
    'todo',
    'follow up with',
    'follow-up',
    'schedule a call',
    'schedule a follow-up',
    '+due',
    '+due on',
    '+due by',
    '+*task',
    '+*relationship manager',
    '+*account manager',
    '+due',
    '+due on',
    '+due by',
  ],
  examples: [
    {
      says: 'create a task for {member}: call about the conference',
      arguments: { member: '{member}', text: 'call about the conference' },
    },
    {
      says: 'add a task for {member}: send the renewal form',
      arguments: { member: '{member}', text: 'send the renewal form' },
    },
    {
      says: 'create a task for {member} for 2026-12-04: call about the conference',
      arguments: { member: '{member}', text: 'call about the conference', due: '2026-12-04' },
    },
  ],
  async run({ member, text: said, due: given, assignee }, context) {
    const { actor, clock, database, settings, thread, typed } = context;
    const { memberId, line } = await onePerson(member, context);
    const today = clock.today();
    const found = given === undefined ? dueInWords(said, { today, ...settings.association }) : undefined;
    const { due, text } = found ?? { due: given, text: said };
    const doer = assignee
      ? await staffNamed(database, assignee, actor)
      : await relationshipManager(database, memberId, today);
    const dueOn = due === undefined ? {} : { dueOn: day(due) };
    const draft = await taskDraft(database, { actor, memberId, text, typed, ...dueOn, assignee: doer, today });
    const until = due === undefined ? '' : `, due ${due}`;
    const card = await context.proposals.propose({
      kind: 'staff_task',
      tool: 'propose_task',
      // The text is in the draft alone.
      arguments: { member: line.member, assignee: doer.called, ...(due !== undefined && { due }) },
      thread,
      actor,
      summary: `Create a task about ${line.kind === 'organization' ? 'organisation' : 'member'} ${line.member} for ${doer.called}${until}`,
      drafts: [draft],
    });
    return {
      member: line.member,
      assignee: doer.called,
      ...(due !== undefined && { due }),
      proposal: proposedOf(card, context.clock),
    };
  },
  words: ({ proposal }) => proposedWords(proposal),
});
