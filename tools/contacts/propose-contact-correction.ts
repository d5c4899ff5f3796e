import * as z from 'zod';
import { ExpectedError } from '../../src/errors.js';
import { correctionDraft, fieldWords } from '../../src/members/changes/contact-correction.js';
import { fieldOf } from '../../src/members/changes/contact-value.js';
import { asTyped, standInsIn } from '../../src/privacy/typed.js';
import { defineTool } from '../define.js';
import { ContactField, ContactValue, Person, toolInput } from '../parameters.js';
import { onePerson } from '../people/one-person.js';
import { Proposed, proposedOf, proposedWords } from '../proposed.js';

export class ContactValueForgotten extends ExpectedError {
  readonly kind = 'contact_value_forgotten';
  constructor() {
    super('What this stands for was typed too long ago, or somewhere else.', 'Ask again with the value written out.');
  }
}

/** "C-4T8WXB please": of what is handed on, the detail alone. */
const onlyStandIn = (value: string): string | undefined => {
  const [first, ...others] = standInsIn(value);
  return others.length === 0 ? first : undefined;
};

const Output = z.strictObject({ member: z.string(), field: ContactField, proposal: Proposed });

export const proposeContactCorrection = defineTool({
  name: 'propose_contact_correction',
  title: 'Propose a corrected contact detail',
  description:
    'Prepares the correction of one contact detail of one member or organisation: e-mail address, phone number or postal address. The value comes from the person asking, never from a record or from you. Whoever decides sees it before and after. Nothing is written until a person approves the proposal.',
  input: toolInput({ member: Person, field: ContactField.optional(), value: ContactValue }),
  output: Output,
  effect: 'propose',
  permission: 'contacts.propose',
  triggers: [
    '~correct',
    '~change',
    '~update',
    '~replace',
    '~fix',
    'set',
    'new',
    'moved to',
    'has moved to',
    '+*address',
    '+*detail',
    '+*contact',
  ],
  examples: [
    {
      says: 'correct the e-mail address of {member} to C-4T8WXB',
      arguments: { member: '{member}', field: 'email', value: 'C-4T8WXB' },
    },
    {
      says: 'change the phone number of {member} to C-4T8WXB',
      arguments: { member: '{member}', field: 'phone', value: 'C-4T8WXB' },
    },
  ],
  async run({ member, field, value }, context) {
    const { actor, database, settings, thread, typed } = context;
    const { memberId, line } = await onePerson(member, context);
    // In plain words the value stays between what was typed and the stored change.
    const written = asTyped(field === 'address' ? value : (onlyStandIn(value) ?? value), typed);
    if (standInsIn(written).length > 0) throw new ContactValueForgotten();
    const meant = field ?? fieldOf(written);
    const draft = await correctionDraft(database, {
      memberId,
      field: meant,
      value: written,
      country: settings.association.country,
    });
    const card = await context.proposals.propose({
      kind: 'contact_correction',
      tool: 'propose_contact_correction',
      arguments: { member: line.member, field: meant },
      thread,
      actor,
      summary: `Correct the ${fieldWords[meant]} of ${line.kind === 'organization' ? 'organisation' : 'member'} ${line.member}`,
      drafts: [draft],
    });
    return { member: line.member, field: meant, proposal: proposedOf(card, context.clock) };
  },
  words: ({ proposal }) => proposedWords(proposal),
});
