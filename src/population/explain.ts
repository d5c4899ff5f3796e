/** Why somebody is in or out, and where a population narrows: the same conditions, one by one. */
import type { Transaction } from '../store/database.js';
import { asksForDeceased, type Column, condition, rows } from './compile.js';
import { contactReason } from './contact-rows.js';
import type { Definition } from './definition.js';
import { countedEvents, latestEvent } from './event-counts.js';
import { fieldNamed } from './fields.js';
import { ordered } from './measures.js';
import { moneyCondition } from './money-conditions.js';
import { normal } from './normal.js';
import type { Perspective } from './perspective.js';
import { sumCondition } from './quantity-conditions.js';
import type { Speaker } from './speaker.js';
import type { Statement } from './statement.js';
import { valueThen } from './then-rows.js';
import { sayPart } from './words.js';

export interface FunnelStep {
  readonly text: string;
  /** In after this condition and all before it. */
  readonly in: number;
}

export type Explainer = Omit<Speaker, 'perspective'>;

/** Everybody, then those left after each condition of the definition in turn. */
export async function funnel(
  database: Transaction,
  definition: Definition,
  perspective: Perspective,
  explainer: Explainer,
): Promise<FunnelStep[]> {
  const form = normal(definition);
  const parts = form.op === 'all' ? form.of : [form];
  const { sql, parameters } = rows(perspective, asksForDeceased(form), (statement) =>
    parts.map((part, index) => ({ name: `c${index}`, sql: condition(part, statement) })),
  );
  const steps = parts.map((_, index) => parts.slice(0, index + 1).map((_part, earlier) => `c${earlier}`));
  const counts = steps.map((columns, index) => `count(*) filter (where ${columns.join(' and ')}) as s${index}`);
  const result = await database.query<Record<string, string>>(
    `select count(*) as everybody, ${counts.join(', ')} from (${sql}) evaluated`,
    parameters,
  );
  const [row = {}] = result.rows;
  const speaker: Speaker = { ...explainer, perspective };
  return [
    { text: 'everybody in view', in: Number(row['everybody']) },
    ...parts.map((part, index) => ({ text: sayPart(part, speaker), in: Number(row[`s${index}`]) })),
  ];
}

export type Verdict = 'in' | 'out' | 'unknown';

export interface Reason {
  readonly text: string;
  readonly verdict: Verdict;
  /** What the record holds: a value, a day, how many. */
  readonly value?: string;
  readonly parts?: readonly Reason[];
}

/** Condition by condition for one member; undefined when there is none of that id in scope. */
export async function why(
  database: Transaction,
  memberId: string,
  definition: Definition,
  perspective: Perspective,
  explainer: Explainer,
): Promise<Reason | undefined> {
  const form = normal(definition);
  const nodes = nodesOf(form);
  const { sql, parameters } = rows(
    perspective,
    true,
    (statement) => nodes.flatMap((node, index) => columnsOf(node, index, statement)),
    (statement) => `p.member_id = ${statement.parameter(memberId, 'text')}`,
  );
  const result = await database.query<Record<string, boolean | string | null>>(sql, parameters);
  const [row] = result.rows;
  if (!row) return undefined;
  const speaker: Speaker = { ...explainer, perspective };
  const reason = (node: Definition): Reason => {
    const index = nodes.indexOf(node);
    const verdict = row[`verdict_${index}`];
    const value = row[`value_${index}`];
    return {
      text: sayPart(node, speaker),
      verdict: verdict === null ? 'unknown' : verdict ? 'in' : 'out',
      ...(typeof value === 'string' && { value }),
      ...((node.op === 'all' || node.op === 'any') && { parts: node.of.map(reason) }),
    };
  };
  return reason(form);
}

/** Groups and what they hold; a "not" stands for its one leaf. */
const nodesOf = (definition: Definition): Definition[] =>
  definition.op === 'all' || definition.op === 'any' ? [definition, ...definition.of.flatMap(nodesOf)] : [definition];

function columnsOf(node: Definition, index: number, statement: Statement): Column[] {
  const leaf = node.op === 'not' ? node.of : node;
  return [
    { name: `verdict_${index}`, sql: condition(node, statement) },
    { name: `value_${index}`, sql: `(${heldBy(leaf, statement)})::text` },
  ];
}

function heldBy(leaf: Definition, statement: Statement): string {
  switch (leaf.op) {
    case 'event':
      return countedEvents(leaf, statement).sure;
    case 'lifecycle':
    case 'last':
      return latestEvent(leaf, statement);
    case 'money':
      return moneyCondition(leaf, statement).amount;
    case 'sum':
      return sumCondition(leaf, statement).total;
    case 'top':
      return ordered(leaf.by, statement).sql;
    case 'then':
      return valueThen(leaf, statement);
    case 'contactable':
      return contactReason(leaf, statement);
  }
  const field = leaf.op === 'field' ? fieldNamed(leaf.field) : undefined;
  if (!field) return 'null';
  const value = field.sql(statement);
  // Identity is never shown here, only whether there is one.
  if (field.type === 'presence') return `case when ${value} is null then 'not recorded' else 'recorded' end`;
  return value;
}
