import * as z from 'zod';
import { cameTo as eventsOf } from '../../../src/members/came-to.js';
import { listed } from '../../saying.js';
import { latestOf } from './quotable.js';
import { section } from './section.js';

const EventOn = z.strictObject({ name: z.string(), on: z.string() });
type EventOn = z.infer<typeof EventOn>;
const CameTo = z.strictObject({
  total: z.number().int(),
  lines: z.array(EventOn).describe('Latest first.'),
  toCome: z.array(EventOn).describe('Registered for.'),
});
type CameTo = z.infer<typeof CameTo>;

/** Events by name: all on record that the member came to, and those to come. */
export const cameTo = section<CameTo>({
  shape: CameTo,
  absent: 'events attended or to come',
  async read({ memberId }, { clock, database }) {
    const { total, lines, toCome } = await eventsOf(database, memberId, clock.today());
    return { total, lines: [...lines], toCome: [...toCome] };
  },
  words: ({ total, lines, toCome }) => [
    ...(total > 0
      ? [`Came to ${listed(total, 'event', 'events')}${latestOf(total, lines.length)}: ${said(lines)}.`]
      : []),
    ...(toCome.length > 0 ? [`Registered for: ${said(toCome)}.`] : []),
  ],
  async receipts({ total, lines, toCome }, give, member) {
    if (total > 0) await give(total, 'events', `${member} came to, all on record; the latest: ${said(lines)}`);
    if (toCome.length > 0)
      await give(toCome.length, 'events', `to come that ${member} is registered for: ${said(toCome)}`);
  },
});

const said = (events: readonly EventOn[]): string => events.map(({ name, on }) => `${name} (${on})`).join(', ');
