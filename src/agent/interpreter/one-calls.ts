/* What the clauses about one member were found to ask, and the calls that answer them together. */
import type { Definition } from '../../population/definition.js';
import type { Mind } from './interpret.js';
import * as words from './one-member-words.js';
import { windowIn } from './one-windows.js';

/** The calls a question about one member comes to, and what is said beside their answers. */
export interface AboutOne {
  readonly calls: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
  readonly notes: readonly string[];
}

/** What one clause was found to ask: a record, or conditions to be checked. */
export interface Found {
  tool?: 'profile' | 'invoices' | 'engagement' | 'changes';
  check?: readonly Definition[];
  readonly clause: string;
  /** As it was typed. */
  readonly typed?: string;
}

const NAMES = {
  profile: 'member_profile',
  invoices: 'member_invoices',
  engagement: 'member_engagement',
  changes: 'what_changed',
} as const;

const AS_OF_TODAY = /\b(?:(?:as )?(?:of|at) )?(?:today|now|right now)\b/gi;

/** One call for each record that was asked for, in the order of an answer; what changed stands alone. */
export function callsFor(found: readonly Found[], person: string, said: string, mind: Mind): AboutOne['calls'] {
  const checks = found.flatMap(({ check }) => check ?? []);
  const of = (tool: Found['tool']) => found.filter((one) => one.tool === tool).map(({ clause }) => clause);
  const member = person;
  const isPaidToo = words.PAID_TOO.test(said);
  const isLatest = words.LATEST_INVOICE.test(said);
  const asked = of('invoices').map((clause) => clause.replace(words.LATEST_INVOICE, 'invoice'));
  // The balance of today says nothing of the days of the bills.
  const bills = asked.length > 1 ? asked.map((clause) => clause.replace(AS_OF_TODAY, ' ')) : asked;
  const window = windowIn(bills, mind.grammar.world.customs);
  const days = windowIn(of('changes'), mind.grammar.world.customs);
  // What changed says the rest too: "like a payment or a new address".
  if (of('changes').length > 0) return [{ tool: NAMES.changes, arguments: { member, ...(days && { window: days }) } }];
  return [
    ...(checks.length > 0
      ? [
          {
            tool: 'check_member',
            arguments: { member, definition: checks.length === 1 ? checks[0] : { op: 'all', of: checks } },
          },
        ]
      : []),
    ...(of('profile').length > 0 ? [{ tool: NAMES.profile, arguments: { member } }] : []),
    ...(of('invoices').length > 0
      ? [
          {
            tool: NAMES.invoices,
            arguments: {
              member,
              ...(window && { window }),
              ...(isPaidToo || isLatest
                ? { state: 'all' }
                : window && words.OPEN_ONLY.test(said)
                  ? { state: 'open' }
                  : {}),
              ...(isLatest && { limit: 1 }),
            },
          },
        ]
      : []),
    ...(of('engagement').length > 0 ? [{ tool: NAMES.engagement, arguments: { member } }] : []),
  ];
}
