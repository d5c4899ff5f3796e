/**
 * standing approval: what an administrator signed in advance for a job, one kind of change and purpose, with a cap of
 * changes a day and a last day
 */
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';

export interface StoredStanding {
  /** A-XXXXXX. */
  readonly id: string;
  readonly proposalId: string;
  readonly kind: string;
  readonly purpose: string;
  readonly capPerDay: number;
  /** Last day on which it is good. */
  readonly endsOn: Day;
  readonly signedBy: string;
  readonly signedAt: Date;
  readonly revokedBy: string | null;
  readonly revokedAt: Date | null;
  /** Why the last piece of work, or a part of it, stayed with us. */
  readonly lastHeld: string | null;
}

const columns = `standing_id as id, proposal_id as "proposalId", kind, purpose, cap_per_day as "capPerDay",
  ends_on as "endsOn", signed_by as "signedBy", signed_at as "signedAt", revoked_by as "revokedBy",
  revoked_at as "revokedAt", last_held as "lastHeld"`;

export const isGood = ({ revokedAt, endsOn }: StoredStanding, today: Day): boolean =>
  revokedAt === null && endsOn >= today;

export async function standingById(database: Transaction, id: string): Promise<StoredStanding | undefined> {
  const found = await database.query<StoredStanding>(
    `select ${columns} from copilot.standing_approvals where standing_id = $1`,
    [id],
  );
  return found.rows[0];
}

/** All that were ever signed, the newest first. */
export async function allStanding(database: Transaction): Promise<readonly StoredStanding[]> {
  const found = await database.query<StoredStanding>(
    `select ${columns} from copilot.standing_approvals order by signed_at desc, standing_id`,
  );
  return found.rows;
}

/** The one signed last for a kind and purpose; one that is not good any more only where no other is. */
export async function standingFor(
  database: Transaction,
  kind: string,
  purpose: string,
  today: Day,
): Promise<StoredStanding | undefined> {
  const found = await database.query<StoredStanding>(
    `select ${columns} from copilot.standing_approvals where kind = $1 and purpose = $2
     order by (revoked_at is null and ends_on >= $3) desc, signed_at desc, standing_id limit 1`,
    [kind, purpose, today],
  );
  return found.rows[0];
}

/** Changes carried out, or under way, on a day. */
export async function usedOn(database: Transaction, id: string, day: Day): Promise<number> {
  const found = await database.query<{ used: number }>(
    `select coalesce(sum(count), 0)::int as used from copilot.proposals where standing_id = $1 and standing_day = $2`,
    [id, day],
  );
  return found.rows[0]?.used ?? 0;
}
