/* A filled-in form as one condition. Throws ConditionIncomplete: an empty field never becomes a condition that holds for everybody. */
import * as z from 'zod';
import { ExpectedError } from '../../../errors.js';
import {
  comparators,
  type Definition,
  eventKinds,
  moneyMeasures,
  type Test,
  type Window,
} from '../../../population/definition.js';

export class ConditionIncomplete extends ExpectedError {
  readonly kind = 'condition_incomplete';
  constructor(what: string) {
    super(`This condition lacks ${what}.`, 'Fill it in and add it again.');
  }
}

const list = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()));
const blank = (value: unknown) => (value === '' ? undefined : value);

export const ConditionForm = z.object({
  what: z.string().max(100),
  isNot: z.string().optional(),
  values: list,
  is: z.preprocess(blank, z.enum([...comparators, 'between', 'recorded', 'missing']).optional()),
  number: z.preprocess(blank, z.coerce.number().optional()),
  upper: z.preprocess(blank, z.coerce.number().optional()),
  text: z.preprocess(blank, z.string().trim().max(200).optional()),
  flag: z.enum(['true', 'false']).optional(),
  window: z.preprocess(blank, z.string().max(200).optional()),
  from: z.preprocess(blank, z.iso.date().optional()),
  to: z.preprocess(blank, z.iso.date().optional()),
});
export type ConditionForm = z.output<typeof ConditionForm>;

/** Stretches of days that are offered by name. */
export const windows: readonly (readonly [label: string, window: Window])[] = [
  ['at any time', 'ever'],
  ['in the last 30 days', { last: 30, unit: 'day' }],
  ['in the last 90 days', { last: 90, unit: 'day' }],
  ['in the last 12 months', { last: 12, unit: 'month' }],
  ['this year', { calendar: 'year', offset: 0 }],
  ['last year', { calendar: 'year', offset: -1 }],
  ['this quarter', { calendar: 'quarter', offset: 0 }],
  ['last quarter', { calendar: 'quarter', offset: -1 }],
  ['this month', { calendar: 'month', offset: 0 }],
  ['last month', { calendar: 'month', offset: -1 }],
  ['this fiscal year', { calendar: 'fiscal_year', offset: 0 }],
  ['in the next 30 days', { next: 30, unit: 'day' }],
  ['in the next 90 days', { next: 90, unit: 'day' }],
];

/** `currency` in which amounts are meant. */
export function conditionOf(form: ConditionForm, currency: string): Definition {
  const leaf = leafOf(form, currency);
  return form.isNot ? { op: 'not', of: leaf } : leaf;
}

function leafOf(form: ConditionForm, currency: string): Definition {
  const [kind, name = ''] = form.what.split(':');
  const event = eventKinds.find((one) => one === name);
  const measure = moneyMeasures.find((one) => one === name);
  if (kind === 'event' && event)
    return { op: 'event', kind: event, count: countOf(form), window: windowOf(form) ?? 'ever' };
  if (kind === 'money' && measure) {
    const test = numberOf(form, (amount) => Math.round(amount * MINOR_UNITS));
    return { op: 'money', measure, aggregate: 'sum', currency, test, window: windowOf(form) ?? 'ever' };
  }
  if (kind === 'field') return { op: 'field', field: name, test: testOf(form) };
  throw new ConditionIncomplete('what it is about');
}

// Every currency of the catalogue has hundredths; domain/money.ts refuses others.
const MINOR_UNITS = 100;

function testOf(form: ConditionForm): Test {
  if (form.is === 'recorded' || form.is === 'missing') return { recorded: form.is === 'recorded' };
  if (form.values.length > 0) return { in: form.values };
  if (form.flag !== undefined) return { is: form.flag === 'true' };
  if (form.text !== undefined) return { contains: [form.text] };
  if (form.number !== undefined) return numberOf(form);
  const window = windowOf(form);
  if (window !== undefined) return { within: window };
  throw new ConditionIncomplete('a value');
}

function numberOf({ is, number, upper }: ConditionForm, unit = (value: number): number => value) {
  if (number === undefined) throw new ConditionIncomplete('a number');
  if (is === 'between') {
    if (upper === undefined) throw new ConditionIncomplete('the upper number');
    return { between: [unit(number), unit(upper)] as [number, number] };
  }
  const comparator = comparators.find((one) => one === is);
  if (!comparator) throw new ConditionIncomplete('how it compares');
  return { is: comparator, value: unit(number) };
}

function countOf({ is, number }: ConditionForm) {
  const comparator = comparators.find((one) => one === is) ?? 'gte';
  return { is: comparator, value: number ?? 1 };
}

function windowOf({ window, from, to }: ConditionForm): Window | undefined {
  if (from !== undefined || to !== undefined)
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (window === undefined) return undefined;
  const named = windows.find(([label]) => label === window);
  if (!named) throw new ConditionIncomplete('a stretch of days');
  return named[1];
}
