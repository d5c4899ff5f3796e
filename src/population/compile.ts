/*
 * One compiler: a definition to a boolean expression of SQL over the tables of imis, three-valued as SQL itself is:
 * true in, false out, null unknown.
 */
import { inScope } from '../access/scope.js';
import { isMemberWindow, resolve } from '../domain/window.js';
import { contactableCondition } from './contact-rows.js';
import type { Definition, Test } from './definition.js';
import { DefinitionMalformed, FieldUnknown, TestUnfit } from './errors.js';
import { comparison, countedEvents } from './event-counts.js';
import { lastTree, lifecycleTree } from './event-patterns.js';
import { type Field, fieldNamed } from './fields.js';
import { memberDays } from './member-days.js';
import { moneyCondition } from './money-conditions.js';
import { relationCondition, type Selects, sampleCondition, topCondition } from './nested.js';
import { partsOf } from './parts.js';
import type { Perspective } from './perspective.js';
import { sumCondition } from './quantity-conditions.js';
import { Statement } from './statement.js';
import { thenCondition } from './then-rows.js';

/** The boolean expression of a definition; joins and parameters go to the statement. */
export function condition(definition: Definition, statement: Statement): string {
  switch (definition.op) {
    case 'everyone':
      return 'true';
    case 'all':
    case 'any':
      if (definition.of.length === 0) throw new DefinitionMalformed(['a group needs at least one condition']);
      return `(${definition.of.map((part) => condition(part, statement)).join(definition.op === 'all' ? ' and ' : ' or ')})`;
    case 'not':
      return `(not ${condition(definition.of, statement)})`;
    case 'field':
      return fieldCondition(definition.field, definition.test, statement);
    case 'event':
      return countedEvents(definition, statement).condition;
    case 'lifecycle':
      return condition(lifecycleTree(definition, statement.perspective.calendar), statement);
    case 'last':
      return condition(lastTree(definition, statement.perspective.calendar), statement);
    case 'money':
      return moneyCondition(definition, statement).condition;
    case 'sum':
      return sumCondition(definition, statement).condition;
    case 'relation':
      return relationCondition(definition, statement, selects(statement));
    case 'contactable':
      return contactableCondition(definition, statement);
    case 'top':
      return topCondition(definition, statement, selects(statement));
    case 'sample':
      return sampleCondition(definition, statement, selects(statement));
    case 'then':
      return thenCondition(definition, statement);
  }
}

/** Everybody in view with the verdict of a definition, as a select within another. */
const selects =
  (statement: Statement): Selects =>
  (definition, columns) =>
    select(statement.nested(), asksForDeceased(definition), (inner) => [
      { name: 'member_id', sql: 'p.member_id' },
      { name: 'kind', sql: 'p.kind' },
      { name: 'employer_id', sql: 'p.employer_id' },
      { name: 'verdict', sql: condition(definition, inner) },
      ...columns(inner),
    ]);

function fieldCondition(name: string, test: Test, statement: Statement): string {
  const field = fieldNamed(name);
  if (!field) throw new FieldUnknown(name, []);
  const value = field.sql(statement);
  if ('recorded' in test) return ifRead(field, `(${value} is ${test.recorded ? 'not ' : ''}null)`);
  const held = testOf(field, value, test, statement);
  return ifRead(field, field.absent === 'no' ? `(${value} is not null and ${held})` : held);
}

/** Where iMIS never gave a kind of record, its absence says nothing of anybody. */
const ifRead = ({ source }: Field, held: string): string =>
  source ? `(case when exists (select 1 from ${source}) then ${held} end)` : held;

function testOf(field: Field, value: string, test: Test, statement: Statement): string {
  if ('in' in test) {
    if (field.type === 'text')
      return `(lower(${value}) = any(${statement.parameter(
        test.in.map((text) => text.toLowerCase()),
        'text[]',
      )}))`;
    if (field.isIn) return field.isIn(statement, test.in);
    const [only] = test.in;
    if (field.type !== 'set' && test.in.length === 1 && only !== undefined)
      return `(${value} = ${statement.parameter(only, 'text')})`;
    const values = statement.parameter(test.in, 'text[]');
    return field.type === 'set' ? `(${value} && ${values})` : `(${value} = any(${values}))`;
  }
  if ('contains' in test) {
    const parts = test.contains.map(
      (text) => `strpos(lower(${value}), lower(${statement.parameter(text, 'text')})) > 0`,
    );
    return `(${parts.join(' or ')})`;
  }
  if ('within' in test) return dayTest(value, test.within, statement);
  if ('between' in test) {
    const [low, high] = test.between;
    return `(${value} between ${statement.parameter(low, 'numeric')} and ${statement.parameter(high, 'numeric')})`;
  }
  if ('value' in test) return `(${value} ${comparison[test.is]} ${statement.parameter(test.value, 'numeric')})`;
  if ('is' in test) return test.is ? `(${value})` : `(not ${value})`;
  throw new TestUnfit(field.name, field.type);
}

function dayTest(value: string, window: Extract<Test, { within: unknown }>['within'], statement: Statement): string {
  if (isMemberWindow(window)) {
    const { begins, ends } = memberDays(window, statement);
    return `(${value} between ${begins} and ${ends})`;
  }
  const { from, to } = resolve(window, statement.perspective.calendar);
  if (from && to) return `(${value} between ${statement.day(from)} and ${statement.day(to)})`;
  if (from) return `(${value} >= ${statement.day(from)})`;
  // Any day: true where there is one, unknown (not false) where none is recorded.
  return to ? `(${value} <= ${statement.day(to)})` : `(${value} = ${value})`;
}

/** Everybody a definition is asked about: not staff, in scope, and not deceased unless that status is named. */
export function population(statement: Statement, { withDeceased }: { readonly withDeceased: boolean }): string {
  const scope = inScope(statement.perspective.scope, 'p.member_id', statement.nextParameter);
  statement.append(scope.parameters);
  const deceased = withDeceased ? '' : `and p.status <> 'deceased'`;
  return `not exists (select 1 from imis.users staff where staff.member_id = p.member_id and staff.is_staff)
    ${deceased} and ${scope.sql}`;
}

/** True when a definition names the status "deceased" somewhere: only then do the dead count at all. */
export function asksForDeceased(definition: Definition): boolean {
  // Of a relation, the other side alone is asked about there.
  if (definition.op === 'relation') return false;
  if ('of' in definition) return partsOf(definition).some(asksForDeceased);
  return (
    definition.op === 'field' &&
    definition.field === 'status' &&
    'in' in definition.test &&
    definition.test.in.includes('deceased')
  );
}

export interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export interface Column {
  readonly name: string;
  readonly sql: string;
}

/** `select p.member_id, ... from imis.parties p ...`: one row a member of the population, with the columns asked for. */
export function rows(
  perspective: Perspective,
  withDeceased: boolean,
  columns: (statement: Statement) => readonly Column[],
  where?: (statement: Statement) => string,
): Compiled {
  const statement = new Statement(perspective);
  const sql = select(statement, withDeceased, columns, where);
  return { sql, parameters: statement.parameters };
}

function select(
  statement: Statement,
  withDeceased: boolean,
  columns: (statement: Statement) => readonly Column[],
  where: (statement: Statement) => string = () => 'true',
): string {
  const selected = columns(statement);
  const filter = where(statement);
  const everybody = population(statement, { withDeceased });
  return `select ${selected.map(({ name, sql }) => `${sql} as ${name}`).join(', ')}
      from imis.parties p
      ${statement.joins}
      where ${everybody} and ${filter}`;
}

/** Member id, kind and the definition's verdict (true, false, null) of the whole population. */
export const compile = (definition: Definition, perspective: Perspective): Compiled =>
  rows(perspective, asksForDeceased(definition), (statement) => [
    { name: 'member_id', sql: 'p.member_id' },
    { name: 'kind', sql: 'p.kind' },
    { name: 'verdict', sql: condition(definition, statement) },
  ]);
