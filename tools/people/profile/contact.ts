import * as z from 'zod';
import { contactability } from '../../../src/members/consents.js';
import { section } from './section.js';

const Contact = z.strictObject({
  recorded: z.array(z.string()),
  missing: z.array(z.string()),
  lastBounced: z.boolean(),
  optedOut: z.array(z.string()),
  optedIn: z.array(z.string()),
});
type Contact = z.infer<typeof Contact>;

/** Which details are recorded, never what they are. */
export const contact = section<Contact>({
  shape: Contact,
  async read({ memberId }, { database }) {
    const { recorded, missing, lastBounced, optedOut, optedIn } = await contactability(database, memberId);
    return {
      recorded: [...recorded],
      missing: [...missing],
      lastBounced,
      optedOut: [...optedOut],
      optedIn: [...optedIn],
    };
  },
  words: ({ recorded, missing, lastBounced, optedOut, optedIn }) => [
    [
      `Contact details recorded: ${recorded.join(', ') || 'none'}${missing.length > 0 ? `; not recorded: ${missing.join(', ')}` : ''}.`,
      ...(lastBounced ? ['The last message came back.'] : []),
      ...(optedOut.length > 0 ? [`Opted out of ${optedOut.join(', ')}.`] : []),
      ...(optedIn.length > 0 ? [`Agreed to ${optedIn.join(', ')}.`] : []),
    ].join(' '),
  ],
});
