/** How many a definition holds, by the same conditions as lists and groups: so that they cannot differ. */
import type { Transaction } from '../store/database.js';
import { asksForDeceased, condition, rows } from './compile.js';
import type { Definition } from './definition.js';
import type { Perspective } from './perspective.js';

export interface Counts {
  readonly in: number;
  readonly out: number;
  /** Missing data: neither in nor out. */
  readonly unknown: number;
  /** in + out + unknown: everybody in scope who is not staff, and (unless asked for) not deceased. */
  readonly population: number;
  /** Of those in. */
  readonly people: number;
  readonly organizations: number;
  /** Those who meet everything else and are in grace; only where active status was asked. */
  readonly inGrace?: number;
}

interface CountRow {
  yes: string;
  no: string;
  unknown: string;
  population: string;
  people: string;
  organizations: string;
  in_grace: string | null;
}

/** How many are in, out and unknown. */
export async function count(database: Transaction, definition: Definition, perspective: Perspective): Promise<Counts> {
  const instead = inGraceInstead(definition);
  const { sql, parameters } = rows(perspective, asksForDeceased(definition), (statement) => [
    { name: 'kind', sql: 'p.kind' },
    { name: 'verdict', sql: condition(definition, statement) },
    { name: 'in_grace', sql: instead ? condition(instead, statement) : 'null::boolean' },
  ]);
  const result = await database.query<CountRow>(
    `select count(*) filter (where verdict) as yes,
       count(*) filter (where not verdict) as no,
       count(*) filter (where verdict is null) as unknown,
       count(*) as population,
       count(*) filter (where verdict and kind = 'person') as people,
       count(*) filter (where verdict and kind = 'organization') as organizations,
       count(*) filter (where in_grace) as in_grace
     from (${sql}) evaluated`,
    parameters,
  );
  const [row] = result.rows;
  if (!row) throw new Error('a count without group by gives one row');
  return {
    in: Number(row.yes),
    out: Number(row.no),
    unknown: Number(row.unknown),
    population: Number(row.population),
    people: Number(row.people),
    organizations: Number(row.organizations),
    ...(instead && { inGrace: Number(row.in_grace) }),
  };
}

/** The same people in grace, where exactly "active" was asked: so that the answer can say how many there are. */
export function inGraceInstead(definition: Definition): Definition | undefined {
  if (definition.op === 'field' && definition.field === 'status' && 'in' in definition.test) {
    const { in: values } = definition.test;
    return values.length === 1 && values[0] === 'active'
      ? { op: 'field', field: 'status', test: { in: ['grace'] } }
      : undefined;
  }
  if (definition.op !== 'all') return undefined;
  const parts = definition.of.map(inGraceInstead);
  if (parts.filter(Boolean).length !== 1) return undefined;
  return { op: 'all', of: definition.of.map((part, index) => parts[index] ?? part) };
}
