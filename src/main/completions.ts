/* Values that somebody could mean while typing an argument, each within the rights of whoever types. */
import { auditRead } from '../../tools/audit-read.js';
import { may } from '../access/require.js';
import type { ProposalDesk } from '../approvals/looking.js';
import type { House } from '../main.js';
import { findMembers } from '../members/find.js';
import type { Entry } from '../population/vocabulary.js';
import { oneLine } from '../privacy/visible.js';
import type { Caller, McpParts } from '../surfaces/mcp/parts.js';

// Fewer letters fit half the directory.
const FEWEST_LETTERS = 2;

/** A completion for an argument by its name; an argument nobody knows has none. */
export function completionsIn(house: House, desk: Pick<ProposalDesk, 'list'>): McpParts['completions'] {
  const { database, clock, settings, vocabulary } = house;
  const named = (entries: readonly Entry[], typed: string): string[] =>
    entries.map(({ name }) => oneLine(name)).filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));

  const of: Readonly<Record<string, (typed: string, caller: Caller, most: number) => Promise<readonly string[]>>> = {
    async member(typed, { actor, thread }) {
      if (typed.trim().length < FEWEST_LETTERS || !may(actor, 'people.read')) return [];
      const { graceDays } = settings.association;
      const found = await findMembers(database, { actor, who: typed, today: clock.today(), graceDays });
      const people = found.kind === 'one' ? [found.member] : 'members' in found ? found.members : [];
      const members = people.map(({ member }) => member);
      // A name was turned into a pseudonym, as the tool does it.
      if (members.length > 0) await auditRead('find_members', { members }, { actor, thread, clock, database });
      return members;
    },
    async proposal(typed, { actor }, most) {
      const listed = await desk.list(actor, { idBegins: typed.toUpperCase(), limit: most });
      return listed.map(({ id }) => id);
    },
    receipt: (typed, caller, most) => ownReceipts(house, 'receipt_id', typed, caller, most),
    definition: (typed, caller, most) => ownReceipts(house, 'definition', typed, caller, most),
    chapter: async (typed) => named((await vocabulary()).chapters, typed),
    tier: async (typed) => named((await vocabulary()).tiers, typed),
    event: async (typed) => named([...(await vocabulary()).events].reverse(), typed),
    committee: async (typed) => named((await vocabulary()).committees, typed),
  };
  return async (argument, typed, caller, most) => {
    if (!Object.hasOwn(of, argument)) return [];
    const found = (await of[argument]?.(typed, caller, most)) ?? [];
    return [...new Set(found)].slice(0, most);
  };
}

/** What the caller was given, latest first. */
async function ownReceipts(
  { database }: House,
  column: 'receipt_id' | 'definition',
  typed: string,
  { actor }: Caller,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select ${column} as id from copilot.receipts
     where actor_id = $1 and ${column} is not null and starts_with(lower(${column}), lower($2))
     group by ${column} order by max(recorded_at) desc limit $3`,
    [actor.id, typed, most],
  );
  return rows.map(({ id }) => id);
}
