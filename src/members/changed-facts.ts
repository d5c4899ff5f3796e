/*
 * Which facts of members changed in iMIS, from the versions that sync kept. What a contact detail was or became is never
 * here, only that it changed; the day is the one on which the copilot read the new version.
 */
import { inScope } from '../access/scope.js';
import type { Scope } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';

export interface ChangedFact {
  /** 'tier', 'place', 'email address' ... */
  readonly fact: string;
  readonly count: number;
  /** Latest first. */
  readonly lines: readonly {
    readonly memberId: string;
    readonly on: Day;
    /** Of a tier: from and to. */
    readonly from?: string;
    readonly to?: string;
  }[];
}

export interface ChangedRequest {
  readonly scope: Scope;
  readonly from: Day;
  readonly to: Day;
  readonly timeZone: string;
  readonly memberId?: string | undefined;
  /** Most lines of a fact. */
  readonly limit: number;
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

type Row = {
  fact: string;
  count: number;
  member_id: string;
  on: Day;
  old_tier: string | null;
  new_tier: string | null;
};

/** The latest of each fact, and how many; several changes of one fact on one day are one. */
export async function changedFacts(database: Transaction, request: ChangedRequest): Promise<readonly ChangedFact[]> {
  const found: ChangedFact[] = [];
  for (const one of watched) found.push(...(await changesOf(database, one, request)));
  return found;
}

async function changesOf(
  database: Transaction,
  { table, facts }: Watched,
  { scope, from, to, timeZone, memberId, limit }: ChangedRequest,
): Promise<readonly ChangedFact[]> {
  const scoped = inScope(scope, 'h.member_id', 6);
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
    `with versions as (
       select h.member_id, h.superseded_at, (h.superseded_at at time zone $3)::date as on_day,
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
     ), once as (
       select distinct on (v.member_id, v.on_day, changed.fact) v.member_id, v.on_day, changed.fact, v.old_tier, v.new_tier
       from versions v cross join lateral unnest(v.facts) as changed(fact)
       order by v.member_id, v.on_day, changed.fact, v.superseded_at desc
     )
     select fact, count, member_id, on_day::text as on, old_tier, new_tier from (
       select once.*, (count(*) over (partition by fact))::int as count,
              row_number() over (partition by fact order by on_day desc, member_id) as place
       from once
     ) placed where place <= $5 order by fact, place`,
    [from, to, timeZone, memberId ?? null, limit, ...scoped.parameters],
  );
  return facts.flatMap(([fact]) => {
    const those = rows.filter((row) => row.fact === fact);
    const [first] = those;
    if (!first) return [];
    const lines = those.map(({ member_id, on, old_tier, new_tier }) => ({
      memberId: member_id,
      on,
      ...(fact === 'tier' && { from: old_tier ?? 'none', to: new_tier ?? 'none' }),
    }));
    return [{ fact, count: first.count, lines }];
  });
}

/** The first day whose changes were kept: before it there is nothing to compare with. */
export async function firstKeptDay(database: Transaction, timeZone: string): Promise<Day | undefined> {
  const { rows } = await database.query<{ on: Day | null }>(
    `select (min(full_at) at time zone $1)::date::text as on from copilot.sync_entities where entity in ('parties', 'contacts')`,
    [timeZone],
  );
  return rows[0]?.on ?? undefined;
}
