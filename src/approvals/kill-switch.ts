/*
 * The kill switch: one for everything (*) and one for each kind of change. While it is on nothing is approved, and a run
 * that is under way stops before its next change; what it left is skipped and stays so when the switch is off again.
 */
import { append } from '../audit/append.js';
import type { Actor } from '../domain/actor.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Transaction } from '../store/database.js';
import { requireAdministrator } from './administrators.js';
import { KillSwitchOn, WorkflowUnknown } from './boundary-refusals.js';
import type { ApprovalParts } from './parts.js';

export const EVERYTHING = '*';

export interface KillSwitch {
  /** A kind of change, or * for everything. */
  readonly kind: string;
  readonly isOn: boolean;
  /** Pseudonym of who set it last, for reveal(). */
  readonly setBy?: string;
  readonly setAt?: string;
}

type Parts = Pick<ApprovalParts, 'database' | 'clock' | 'kinds'>;
type Row = { kind: string; is_on: boolean; set_by: string; set_at: Date };

/** Every switch there is, the one for everything first. Administrators only. */
export async function killSwitches({ database, kinds }: Parts, actor: Actor): Promise<readonly KillSwitch[]> {
  await requireAdministrator(database, actor, 'see the kill switches');
  const found = await database.query<Row>('select kind, is_on, set_by, set_at from copilot.kill_switches');
  const set = new Map(found.rows.map((row) => [row.kind, row]));
  const pseudonyms = await pseudonymsFor(
    database,
    found.rows.map((row) => row.set_by),
  );
  return [EVERYTHING, ...stoppable(kinds)].map((kind) => {
    const row = set.get(kind);
    return row
      ? { kind, isOn: row.is_on, setBy: pseudonyms.get(row.set_by) ?? '', setAt: row.set_at.toISOString() }
      : { kind, isOn: false };
  });
}

/** Switches on (stop) or off. Audited, also when it changes nothing. Throws NotAdministrator, WorkflowUnknown. */
export async function setKillSwitch(
  { database, clock, kinds }: Parts,
  { kind, isOn, actor }: { readonly kind: string; readonly isOn: boolean; readonly actor: Actor },
): Promise<void> {
  if (kind !== EVERYTHING && !stoppable(kinds).includes(kind)) throw new WorkflowUnknown();
  await database.withTransaction(async (transaction) => {
    await requireAdministrator(transaction, actor, 'set the kill switch');
    const at = clock.now();
    await transaction.query(
      `insert into copilot.kill_switches (kind, is_on, set_by, set_at) values ($1, $2, $3, $4)
       on conflict (kind) do update set is_on = excluded.is_on, set_by = excluded.set_by, set_at = excluded.set_at`,
      [kind, isOn, actor.id, at],
    );
    await append(transaction, { kind: 'kill_switch', actorId: actor.id, subject: kind, facts: { isOn }, at });
  });
}

const stoppable = (kinds: Parts['kinds']): readonly string[] =>
  [...kinds.values()].filter((kind) => !kind.isGovernance).map(({ kind }) => kind);

/** The switch that stops a kind of change now: *, the kind, or undefined. A rule of the copilot itself is never stopped. */
export async function stoppedBy(
  database: Transaction,
  kinds: Parts['kinds'],
  kind: string,
): Promise<string | undefined> {
  if (kinds.get(kind)?.isGovernance) return undefined;
  const found = await database.query<{ kind: string }>(
    'select kind from copilot.kill_switches where is_on and kind in ($1, $2) order by kind limit 1',
    [EVERYTHING, kind],
  );
  return found.rows[0]?.kind;
}

/** Throws KillSwitchOn. */
export async function requireNotStopped(database: Transaction, kinds: Parts['kinds'], kind: string): Promise<void> {
  const stopped = await stoppedBy(database, kinds, kind);
  if (stopped !== undefined) throw new KillSwitchOn(stopped);
}
