/*
 * What was told to somebody who sees numbers of people only. Two answers about nearly the same people differ by what a
 * few people add, however large both are: so the sets behind answers are remembered, and one that differs from an earlier
 * one by fewer than five people is not told.
 */
import type { Database, Transaction } from '../store/database.js';

/** Fewer people than this are nobody's number. */
export const FEWEST_TOLD = 5;
const REMEMBERED_DAYS = 30;

/** The set behind one number. */
export interface Told {
  /** Which number it is: the same one may be told again on another day, though people have come and gone. */
  readonly answer: string;
  /** Only like is compared with like: members with members, amounts of a currency with such amounts. */
  readonly unit: string;
  /** Each member with what they add; whoever adds nothing is left out. Of a count everybody adds '1'. */
  readonly adds: ReadonlyMap<string, string>;
}

/** known: told before; near: too near to something told or kept back before; free: neither. */
export type Standing = 'free' | 'known' | 'near';

interface Row {
  answer: string;
  unit: string;
  members: string[];
  amounts: string[] | null;
  is_shown: boolean;
}

export interface Decision<Result> {
  readonly result: Result;
  /** One for each set: told now, or kept back; undefined where it plays no part. */
  readonly isShown: readonly (boolean | undefined)[];
}

/**
 * Decides what of an answer is told, by how its sets stand to those before, and remembers it. One answer of an actor
 * waits for the other. What `decide` throws is passed on, and then nothing is remembered.
 */
export async function disclose<Result>(
  database: Database,
  { actorId, at }: { readonly actorId: string; readonly at: Date },
  sets: readonly Told[],
  decide: (standings: readonly Standing[]) => Decision<Result>,
): Promise<Result> {
  return await database.withTransaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock(hashtextextended('disclosures ' || $1, 0))", [actorId]);
    await forgetOld(transaction, actorId, at);
    const before = await nearIn(transaction, actorId, sets);
    const { result, isShown } = decide(sets.map((set) => standingOf(set, before)));
    await remember(transaction, actorId, at, sets, isShown);
    return result;
  });
}

/** Sets of which the sizes lie so close that they may be near. */
async function nearIn(transaction: Transaction, actorId: string, sets: readonly Told[]): Promise<readonly Row[]> {
  const found = await transaction.query<Row>(
    `select d.answer, d.unit, d.members, d.amounts, d.is_shown from copilot.disclosures d
     where d.actor_id = $1 and exists (
       select from unnest($2::text[], $3::integer[]) as asked (unit, size)
       where asked.unit = d.unit and abs(asked.size - d.size) < $4)`,
    [actorId, sets.map(({ unit }) => unit), sets.map(({ adds }) => adds.size), FEWEST_TOLD],
  );
  return found.rows;
}

function standingOf(set: Told, before: readonly Row[]): Standing {
  let standing: Standing = 'free';
  for (const row of before) {
    if (row.unit !== set.unit || Math.abs(row.members.length - set.adds.size) >= FEWEST_TOLD) continue;
    const apart = differing(set.adds, row);
    if (apart >= FEWEST_TOLD) continue;
    // What was told can be told again. The same number of another day tells of who came and went since, and singles out
    // nobody.
    if (row.is_shown && (row.answer === set.answer || apart === 0)) return 'known';
    standing = 'near';
  }
  return standing;
}

/** How many add something else to one than to the other. */
function differing(adds: ReadonlyMap<string, string>, { members, amounts }: Row): number {
  const alike = members.filter((member, index) => adds.get(member) === (amounts?.[index] ?? '1')).length;
  const common = members.filter((member) => adds.has(member)).length;
  return adds.size + members.length - common - alike;
}

async function forgetOld(transaction: Transaction, actorId: string, at: Date): Promise<void> {
  await transaction.query(
    `delete from copilot.disclosures where actor_id = $1 and answered_at < $2::timestamptz - interval '${REMEMBERED_DAYS} days'`,
    [actorId, at],
  );
}

async function remember(
  transaction: Transaction,
  actorId: string,
  at: Date,
  sets: readonly Told[],
  isShown: readonly (boolean | undefined)[],
): Promise<void> {
  for (const [index, { answer, unit, adds }] of sets.entries()) {
    const shown = isShown[index];
    if (shown === undefined || adds.size === 0) continue;
    const isCount = [...adds.values()].every((amount) => amount === '1');
    await transaction.query(
      `insert into copilot.disclosures (actor_id, answer, unit, members, amounts, is_shown, answered_at)
       values ($1, $2, $3, $4::text[], $5::text[], $6, $7)
       on conflict (actor_id, answer, unit) do update
         set members = excluded.members, amounts = excluded.amounts,
             is_shown = excluded.is_shown or copilot.disclosures.is_shown, answered_at = excluded.answered_at`,
      [actorId, answer, unit, [...adds.keys()], isCount ? null : [...adds.values()], shown, at],
    );
  }
}

/** A set of which everybody adds one. */
export const countOf = (answer: string, members: readonly string[]): Told => ({
  answer,
  unit: 'members',
  adds: new Map(members.map((member) => [member, '1'])),
});
