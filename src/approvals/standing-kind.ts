/** Signing a standing approval: a rule of the copilot, confirmed by an administrator like any other change. */
import { z } from 'zod';
import { append } from '../audit/append.js';
import { addDays, type Day, isDay } from '../domain/day.js';
import { randomId } from '../receipts/id.js';
import type { Transaction } from '../store/database.js';
import { StandingRefused } from './boundary-refusals.js';
import { approverOf, proposalOf } from './governance.js';
import type { Change, ChangeKind } from './port.js';

export const Standing = z.strictObject({
  kind: z.string().min(1),
  purpose: z.string().min(1),
  capPerDay: z.int().min(1).max(1_000_000),
  endsOn: z.custom<Day>(isDay, 'not a calendar day'),
});
export type Standing = z.infer<typeof Standing>;

/** A year is long enough to look at it again. */
const LONGEST_DAYS = 366;

export function reasonOfEnd(endsOn: Day, today: Day): string | undefined {
  if (endsOn < today) return 'the end lies in the past';
  return endsOn > addDays(today, LONGEST_DAYS) ? 'the end lies more than a year ahead' : undefined;
}

export function standingWords({ kind, purpose, capPerDay, endsOn }: Standing): string {
  return `Standing approval: "${purpose}", up to ${capPerDay} changes of the kind "${kind}" a day until ${endsOn}`;
}

export const STANDING_KIND = 'standing_approval';

export const standingKind: ChangeKind<Standing> = {
  kind: STANDING_KIND,
  permission: 'settings.manage',
  hand: 'own',
  risks: [],
  isGovernance: true,
  editable: ['capPerDay', 'endsOn'],
  fromForm: { capPerDay: (text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN) },
  summarise: standingWords,
  check: ({ endsOn }, { today }) => {
    const reason = reasonOfEnd(endsOn, today);
    if (reason !== undefined) throw new StandingRefused(reason);
  },
  parse: (after) => Standing.parse(after),
  describe: ({ after }) =>
    `Let the job "${after.purpose}" carry out up to ${after.capPerDay} changes of the kind "${after.kind}" a day until ${after.endsOn}, without asking each time.`,
  find: ({ database }, change) => signed(database, change),
  recheck: async () => undefined,
  execute: (_, { database }, change) => database.withTransaction((transaction) => sign(transaction, change)),
  verify: async ({ database }, change, reference) => (await signed(database, change)) === reference,
  touched: () => [],
};

async function signed(database: Transaction, { changeKey }: Change): Promise<string | undefined> {
  const found = await database.query<{ id: string }>(
    'select standing_id as id from copilot.standing_approvals where change_key = $1',
    [changeKey],
  );
  return found.rows[0]?.id;
}

async function sign(transaction: Transaction, change: Change<Standing>): Promise<string> {
  const proposalId = proposalOf(change);
  const signer = await approverOf(transaction, proposalId);
  const present = await signed(transaction, change);
  if (present !== undefined) return present;
  const { kind, purpose, capPerDay, endsOn } = change.after;
  const id = randomId('A');
  await transaction.query(
    `insert into copilot.standing_approvals (standing_id, change_key, proposal_id, kind, purpose, cap_per_day, ends_on,
                                             signed_by, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, change.changeKey, proposalId, kind, purpose, capPerDay, endsOn, signer.id, signer.at],
  );
  await append(transaction, {
    kind: 'standing_signed',
    actorId: signer.id,
    subject: id,
    facts: { proposal: proposalId, kind, purpose, capPerDay, endsOn },
    at: signer.at,
  });
  return id;
}
