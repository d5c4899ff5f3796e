import { ExpectedError } from '../errors.js';

/** Not a definition at all: the shape is wrong, a group is empty, it is too deep or too long. */
export class DefinitionMalformed extends ExpectedError {
  readonly kind = 'definition_malformed';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `This is no description of people: ${faults.join('; ')}.`,
      'Correct the condition named, or say in words whom you mean.',
    );
    this.faults = faults;
  }
}

export class FieldUnknown extends ExpectedError {
  readonly kind = 'field_unknown';
  readonly field: string;
  readonly nearest: readonly string[];
  constructor(field: string, nearest: readonly string[]) {
    super(
      `There is no field "${field}".`,
      nearest.length > 0 ? `Use one of: ${nearest.join(', ')}.` : 'Use a field of the catalogue.',
    );
    this.field = field;
    this.nearest = nearest;
  }
}

export class FieldProtected extends ExpectedError {
  readonly kind = 'field_protected';
  readonly field: string;
  constructor(field: string) {
    super(
      `"${field.replaceAll('_', ' ')}" is protected: people are never chosen by it.`,
      'Leave this condition out; tier, chapter, place, dates, events and engagement can be used.',
    );
    this.field = field;
  }
}

export class TestUnfit extends ExpectedError {
  readonly kind = 'test_unfit';
  readonly field: string;
  constructor(field: string, type: string) {
    super(
      `The field "${field}" cannot be tested in that way: it is a ${type} field.`,
      `Give a test that fits: ${fitting[type] ?? 'see the catalogue'}.`,
    );
    this.field = field;
  }
}

const fitting: Readonly<Record<string, string>> = {
  choice: '{"in": [values]} or {"recorded": true}',
  set: '{"in": [values]} or {"recorded": true}',
  reference: '{"in": [ids]} or {"recorded": true}',
  text: '{"in": [texts]}, {"contains": [texts]} or {"recorded": true}',
  number: '{"is": "gte", "value": 5}, {"between": [1, 5]} or {"recorded": true}',
  day: '{"within": window} or {"recorded": true}',
  flag: '{"is": true}',
  presence: '{"recorded": true} or {"recorded": false}',
};

export class ValueUnknown extends ExpectedError {
  readonly kind = 'value_unknown';
  readonly field: string;
  readonly value: string;
  readonly nearest: readonly string[];
  constructor(field: string, value: string, nearest: readonly string[]) {
    super(
      `There is no ${field} "${value}" here.`,
      nearest.length > 0 ? `The nearest are: ${nearest.join(', ')}.` : `No ${field} is in use at all.`,
    );
    this.field = field;
    this.value = value;
    this.nearest = nearest;
  }
}

export class SortUnknown extends ExpectedError {
  readonly kind = 'sort_unknown';
  readonly field: string;
  constructor(field: string, sortable: readonly string[]) {
    super(`People cannot be ordered by "${field}".`, `Order by one of: ${sortable.join(', ')}.`);
    this.field = field;
  }
}

export class MeasureUnfit extends ExpectedError {
  readonly kind = 'measure_unfit';
  readonly field: string;
  constructor(field: string, type: string) {
    super(
      `"${field}" cannot be measured: it is a ${type} field.`,
      'Use a number or a day of the catalogue, an amount of money, or how often something happened.',
    );
    this.field = field;
  }
}

export class GroupUnfit extends ExpectedError {
  readonly kind = 'group_unfit';
  readonly field: string;
  constructor(field: string, why: string, groupable: readonly string[]) {
    super(`People cannot be grouped by "${field}": ${why}.`, `Group by one of: ${groupable.join(', ')}.`);
    this.field = field;
  }
}

export class CursorInvalid extends ExpectedError {
  readonly kind = 'cursor_invalid';
  constructor() {
    super('This cursor does not belong to this list.', 'Ask for the first page again, without a cursor.');
  }
}
