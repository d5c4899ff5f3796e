/*
 * Which facts of members changed in iMIS, from the versions that sync kept. What a contact detail was or became is never
 * here, only that it changed; the day is the one on which the copilot read the new version.
 */
import { inScope } from '../access/scope.js';
import type { Scope } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';

export interface ChangedFact {
  readonly memberId: string;
  readonly on: Day;
  /** 'tier', 'place', 'email address' ... */
  readonly fact: string;
  /** Of a tier: from and to. */
  readonly from?: string;
  readonly to?: string;
}

export interface ChangedRequest {
  readonly scope: Scope;
  readonly from: Day;
  readonly to: Day;
  readonly timeZone: string;
  readonly memberId?: string | undefined;
}

interface Watched {
  readonly table: string;
  /** Fact and the columns whose change is one. */
  readonly facts: readonly (readonly [fact: string, columns: readonly string[]])[];
}

const watched: readonly Watched[] = [
  { table: 'contacts', facts: [['tier', ['member_type']]] },
  {
    table: 'parties',
    facts: [
      ['place', ['city', 'state', 'country']],
      ['employer', ['employer_id']],
      ['job title', ['job_title']],
      ['record status', ['status']],
    ],
  },
  {
    table: 'identity',
    facts: [
      ['name', ['full_name', 'first_name', 'last_name', 'informal_name']],
      ['email address', ['email']],
      ['phone number', ['phone']],
      ['postal address', ['address_lines', 'postal_code']],
    ],
  },
];

type Row = { member_id: string; on: Day; facts: string[]; old_tier: string | null; new_tier: string | null };

/** Latest first; several changes of one fact on one day are one. */
export async function changedFacts(database: Transaction, request: ChangedRequest): Promise<readonly ChangedFact[]> {
  const found: ChangedFact[] = [];
  for (const one of watched) found.push(...(await changesOf(database, one, request)));
  return found.sort((left, right) => (left.on === right.on ? 0 : left.on > right.on ? -1 : 1));
}

async function changesOf(
  database: Transaction,
  { table, facts }: Watched,
  { scope, from, to, timeZone, memberId }: ChangedRequest,
): Promise<readonly ChangedFact[]> {
  const scoped = inScope(scope, 'h.member_id', 5);
  const columns = facts.flatMap(([, names]) => names);
  const differs = facts
    .map(
      ([fact, names]) =>
        `case when ${names.map((name) => `h.${name} is distinct from n.${name}`).join(' or ')} then '${fact}' end`,
    )
    .join(', ');
  const tiers =
    table === 'contacts'
      ? `(select name from imis.tiers where tier_code = h.member_type) as old_tier,
         (select name from imis.tiers where tier_code = n.member_type) as new_tier`
      : 'null as old_tier, null as new_tier';
  const { rows } = await database.query<Row>(
    `select h.member_id, (h.superseded_at at time zone $3)::date::text as on,
            array_remove(array[${differs}], null) as facts, ${tiers}
     from imis_history.${table} h
     cross join lateral (
       select ${columns.join(', ')} from (
         select later.superseded_at, ${columns.map((name) => `later.${name}`).join(', ')}
         from imis_history.${table} later
         where later.member_id = h.member_id and later.superseded_at > h.superseded_at
         union all
         select 'infinity'::timestamptz, ${columns.map((name) => `present.${name}`).join(', ')}
         from imis.${table} present where present.member_id = h.member_id
       ) versions order by superseded_at limit 1
     ) n
     where not h.is_gone and (h.superseded_at at time zone $3)::date between $1::date and $2::date
       and ($4::text is null or h.member_id = $4) and ${scoped.sql}
       and not exists (select from imis.users u where u.member_id = h.member_id and u.is_staff)
     order by h.superseded_at desc`,
    [from, to, timeZone, memberId ?? null, ...scoped.parameters],
  );
  const seen = new Set<string>();
  return rows.flatMap(({ member_id, on, facts: changed, old_tier, new_tier }) =>
    changed.flatMap((fact) => {
      const key = `${member_id} ${on} ${fact}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        { memberId: member_id, on, fact, ...(fact === 'tier' && { from: old_tier ?? 'none', to: new_tier ?? 'none' }) },
      ];
    }),
  );
}

/** The first day whose changes were kept: before it there is nothing to compare with. */
export async function firstKeptDay(database: Transaction, timeZone: string): Promise<Day | undefined> {
  const { rows } = await database.query<{ on: Day | null }>(
    `select (min(full_at) at time zone $1)::date::text as on from copilot.sync_entities where entity in ('parties', 'contacts')`,
    [timeZone],
  );
  return rows[0]?.on ?? undefined;
}
