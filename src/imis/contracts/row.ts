import type { Day } from '../../domain/day.js';
import type { Column, IqaDefinition } from '../pack.js';
import { Fields, type Reading } from './reading.js';
import { typed, type Wire, wireDay } from './wire.js';

/** A value of an IQA row after its column's type was checked. */
export type IqaValue = string | number | boolean | undefined;
export type IqaRow = Readonly<Record<string, IqaValue>>;

/** `$type` inside the page of /api/Query. */
export const queryRowType = 'System.Object, mscorlib';
// A guess: rows of /api/Query are of some dynamic type.
const rowType = 'System.Dynamic.ExpandoObject, System.Core';

/** A flat row keyed by column alias. */
export const encodeRow = (query: IqaDefinition, row: IqaRow): Wire =>
  typed(
    rowType,
    Object.fromEntries(query.columns.map((column) => [column.name, encodeValue(column, row[column.name])])),
  );

const encodeValue = (column: Column, value: IqaValue): unknown =>
  column.type === 'day' ? wireDay(value as Day | undefined) : value;

/** The key joins the key columns with `|`. */
export function decodeRow(query: IqaDefinition, wire: unknown): Reading<IqaRow> {
  const fields = Fields.ofObject(wire);
  const row: Record<string, IqaValue> = {};
  for (const column of query.columns) {
    const value = decodeValue(fields, column);
    if (column.required) fields.need(column.name, value);
    row[column.name] = value;
  }
  const key = query.key.every((name) => row[name] !== undefined)
    ? query.key.map((name) => row[name]).join('|')
    : undefined;
  return fields.reading<IqaRow>(wire, key, row);
}

export function decodeValue(fields: Fields, column: Column): IqaValue {
  switch (column.type) {
    case 'text':
      return fields.text(column.name);
    case 'integer':
      return fields.integer(column.name);
    case 'decimal':
      return fields.number(column.name);
    case 'boolean':
      return fields.boolean(column.name);
    case 'day':
      return fields.day(column.name);
    case 'time':
      return fields.time(column.name);
  }
}
