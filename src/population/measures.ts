/** A measure as SQL: what people are ordered by, and what is summed and averaged over them. */
import type { Measure } from './definition.js';
import { FieldUnknown, MeasureUnfit } from './errors.js';
import { sureEvents } from './event-counts.js';
import { fieldNamed } from './fields.js';
import { summed } from './money-conditions.js';
import { summedQuantity } from './quantity-conditions.js';
import type { Statement } from './statement.js';

export interface Measured {
  readonly sql: string;
  readonly type: 'numeric' | 'date';
}

/** Null for who has no value; of money that is who has no amount in the window. */
export function measured(measure: Measure, statement: Statement): Measured {
  if ('money' in measure) {
    const sums = summed({ measure: measure.money, currency: measure.currency, window: measure.window }, statement);
    return { sql: sums ? `${sums.total}::numeric` : 'null::numeric', type: 'numeric' };
  }
  if ('count' in measure) {
    const sql = sureEvents({ kind: measure.count, where: measure.where, window: measure.window }, statement);
    return { sql: `${sql}::numeric`, type: 'numeric' };
  }
  if ('quantity' in measure) {
    const sums = summedQuantity(measure, statement);
    return { sql: sums ? `${sums.total}::numeric` : 'null::numeric', type: 'numeric' };
  }
  const field = fieldNamed(measure.field);
  if (!field) throw new FieldUnknown(measure.field, []);
  if (field.type === 'number') return { sql: `(${field.sql(statement)})::numeric`, type: 'numeric' };
  if (field.type === 'day') return { sql: `(${field.sql(statement)})::date`, type: 'date' };
  throw new MeasureUnfit(field.name, field.type);
}

/** As people are ordered: nothing paid is 0, so that who paid nothing stands below who paid a little. */
export function ordered(measure: Measure, statement: Statement): Measured {
  const { sql, type } = measured(measure, statement);
  const isKnown = 'money' in measure && sql !== 'null::numeric';
  return { sql: isKnown ? `coalesce(${sql}, 0)` : sql, type };
}
