import * as z from 'zod';
import { noteDraft } from '../../src/members/changes/note.js';
import { defineTool } from '../define.js';
import { Person, Text, toolInput } from '../parameters.js';
import { onePerson } from '../people/one-person.js';
import { Proposed, proposedOf, proposedWords } from '../proposed.js';

const Output = z.strictObject({ member: z.string(), proposal: Proposed });

export const proposeNote = defineTool({
  name: 'propose_note',
  title: "Propose a note on a member's record",
  description:
    'Prepares a note for one member or organisation. Nothing is written until a person approves the proposal. The text is the words of the person asking, unchanged.',
  input: toolInput({ member: Person, text: Text }),
  output: Output,
  effect: 'propose',
  permission: 'notes.propose',
  triggers: [
    'add a note to',
    'note',
    'add a note',
    'add note',
    'add this note',
    '~log a note',
    'log',
    '~note',
    'make a note',
    'put a note',
    'leave a note',
    'write a note',
    'create a note',
    '~jot',
    'jot down',
    'record a note',
    'record',
    'take a note',
    'new note',
    'attach a note',
    'enter a note',
    'propose a note',
    'memo',
    'put down',
    'add to',
    'log a call',
    'log the call',
    'log a phone call',
    'log a conversation',
    'write down',
    '+*note',
    '+*account',
    '+*record',
    '+*file',
    '+*profile',
  ],
  examples: [
    {
      says: 'add a note to {member} that she called about the conference',
      arguments: { member: '{member}', text: 'she called about the conference' },
    },
    { says: 'note on {member}: prefers the phone', arguments: { member: '{member}', text: 'prefers the phone' } },
  ],
  async run({ member, text }, context) {
    const { actor, clock, database, thread, typed } = context;
    const { memberId, line } = await onePerson(member, context);
    const draft = await noteDraft(database, { actor, memberId, text, typed, today: clock.today() });
    const card = await context.proposals.propose({
      kind: 'note',
      tool: 'propose_note',
      // The text is in the draft alone.
      arguments: { member: line.member },
      thread,
      actor,
      summary: `Add a note to ${line.kind === 'organization' ? 'organisation' : 'member'} ${line.member}`,
      drafts: [draft],
    });
    return { member: line.member, proposal: proposedOf(card, context.clock) };
  },
  words: ({ proposal }) => proposedWords(proposal),
});
