/*
 * How people, measures and windows are written as arguments, for models: a notation of a few lines instead of a schema
 * of some thousand. The words in it come from the catalogue and the language itself; what arrives is checked by the schema.
 */
import { calendarUnits } from '../src/domain/window.js';
import {
  channels,
  comparators,
  eventKinds,
  moneyMeasures,
  patterns,
  quantities,
  relations,
} from '../src/population/definition.js';
import { fields } from '../src/population/fields.js';

const either = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(' | ');

const window = `window = {"last": 30, "unit": "day"|"week"|"month"|"quarter"|"year"} (today is the last day) | {"next": 2, "unit": "week"} (today is the first) | {"from": "2026-01-01", "to": "today"} (either may be left out; both days included) | {"calendar": ${either(calendarUnits)}, "offset": -1} (0 this one, -1 the last, 1 the next) | "ever"`;

const ownWindow = `in conditions also {"relativeTo": "expiry"|"join"|"last_renewal", "fromDays": -90, "toDays": -1} and {"term": "current"|"previous"}, by each member's own dates`;

const where = `where = {"event"|"series"|"eventType"|"what": [names]} ("what": page, document, course, community, case category, survey, product, fund, level, committee), left out for any`;

const kinds = `kind = ${either(eventKinds)}`;
const measures = `money = ${either(moneyMeasures)}, in whole minor units (cents) of "currency"; revenue = dues + other_revenue; balance and overdue are open now, window "ever"`;

const periods = ['week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'];

const sums = `quantity = ${either(quantities)}: course credits, volunteer hours`;

const measure = `{"field": name of a number or a day} | {"quantity": quantity, "where"?: where, "window": window} | {"money": money, "currency": "USD", "window": window} | {"count": kind, "where"?: where, "window": window}`;

const fieldLines = fields.map(({ name, type, values, about }) => {
  const fixed = Array.isArray(values) ? `: ${values.join(', ')}` : '';
  return `${name} (${type}${fixed}) ${about}`;
});

/** By slot: what a parameter of that kind holds. */
export const notations: Readonly<Record<'Cond' | 'Measure' | 'Win' | 'GroupBy', string>> = {
  Cond: [
    'One of:',
    '{"op": "everyone"}',
    '{"op": "all"|"any", "of": [conditions]}',
    '{"op": "not", "of": condition}',
    '{"op": "field", "field": name, "test": test}; test of a choice, set or reference {"in": [values]}, of a text {"contains": [texts]}, of a number {"is": comparator, "value": 5} or {"between": [1, 5]}, of a day {"within": window}, of a flag {"is": true}, of any {"recorded": true}',
    '{"op": "event", "kind": kind, "where"?: where, "count": {"is": comparator, "value": 1}, "window": window}; never: count eq 0, window "ever"',
    `{"op": "lifecycle", "kind": kind, "where"?: where, "pattern": ${either(patterns)}, "window": window}; stopped: at least 3 in the 12 months before, then none`,
    '{"op": "last", "kind": kind, "where"?: where, "window": window}: the latest one falls in the window',
    '{"op": "money", "measure": money, "aggregate": "sum"|"largest", "currency": "USD", "test": test of a number, "window": window}',
    '{"op": "sum", "quantity": quantity, "where"?: where, "test": {"is": comparator, "value": 10} or {"between": [5, 10]}, "window": window}: the sum, where "event" counts how often',
    `{"op": "relation", "path": ${either(relations)}, "quantity": "all"|"none"|{"is": comparator, "value": 1}, "of": condition}`,
    `{"op": "contactable", "channel": ${either(channels)}, "purpose": text}`,
    '{"op": "top", "n": 10, "by": measure, "direction": "asc"|"desc", "of": condition}',
    '{"op": "sample", "size": {"n": 20}|{"percent": 10}, "seed": 1, "of": condition}',
    '{"op": "then", "field": "tier"|"status", "test": {"in": [values]}, "on": "2025-12-31"}: as it was on that day',
    `comparator = ${either(comparators)}`,
    kinds,
    where,
    `measure = ${measure}`,
    measures,
    sums,
    `${window}; ${ownWindow}`,
    'Values are names as people say them ("Texas", "Professional"); "in Texas" is the chapter where one bears the name, else the state; pseudonyms for employers and staff.',
    `Fields: ${fieldLines.join(' ')}`,
  ].join('\n'),
  Measure: [`One of: ${measure}`, kinds, where, measures, sums, window].join('\n'),
  Win: window,
  GroupBy: `[{"field": name}], or two; of a day also "by": ${either(periods)}; of status and tier also "on": "2025-03-01", as it was on that day`,
};
