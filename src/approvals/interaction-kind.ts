/** One line of the association's own log: a row of AI_Interaction at the person who acted. */
import { z } from 'zod';
import type { Change, ChangeKind, ChangeReader } from './port.js';

export const Interaction = z.strictObject({
  what: z.enum(['exchange', 'proposal', 'decision', 'write']),
  /** Ids, counts and words of our own: no personal details. */
  summary: z.string().min(1).max(500),
  /** As iMIS writes times: YYYY-MM-DDTHH:MM:SS in the time zone of the site. */
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
});
export type Interaction = z.infer<typeof Interaction>;

export const INTERACTION_KIND = 'interaction';
export const INTERACTION_PURPOSE = 'log of the copilot';
const SOURCE = 'AI_Interaction';

export const interactionKind: ChangeKind<Interaction> = {
  kind: INTERACTION_KIND,
  permission: 'settings.manage',
  hand: 'imis',
  risks: [],
  standingPurposes: [INTERACTION_PURPOSE],
  // A log is not taken back, and a line too many harms nobody.
  standingDespite: ['irreversible'],
  isJobOnly: true,
  parse: (after) => Interaction.parse(after),
  describe: ({ after }) => `Log in iMIS: ${after.summary}`,
  find,
  recheck: async () => undefined,
  execute: async (hand, reader, change) => {
    const written = await find(reader, change);
    if (written !== undefined) return written;
    const { memberId, after, changeKey } = change;
    const answered = await hand.addPanelRow(SOURCE, {
      partyId: memberId,
      values: { Kind: after.what, Summary: after.summary, OccurredOn: after.at, ChangeKey: changeKey },
    });
    const reference = answered ?? (await find(reader, change));
    // Accepted without a number, and not to be found yet: the executor looks again before it writes again.
    if (reference === undefined) throw new Error('iMIS accepted a row and did not say its number');
    return reference;
  },
  verify: async (reader, change, reference) => {
    const row = await reader.panelRowByChangeKey(SOURCE, change.memberId, change.changeKey);
    return row?.rowId === reference && row.values['Summary'] === change.after.summary;
  },
  touched: () => [],
};

async function find(reader: ChangeReader, { memberId, changeKey }: Change<Interaction>): Promise<string | undefined> {
  return (await reader.panelRowByChangeKey(SOURCE, memberId, changeKey))?.rowId;
}
