/** Short words for writing down what a request means. */
import type { Definition, GroupKey, Measure } from '../../../src/population/definition.js';
import { all, inField, meaning, status } from './reading.js';
export type Window = Extract<Definition, { op: 'event' }>['window'];
export type Kind = Extract<Definition, { op: 'event' }>['kind'];
export type Labelled = readonly [sentence: string, meaning: string];

export const L = (...of: Definition[]) => meaning('find_members', { definition: all(...of) });
export const C = (...of: Definition[]) => meaning('count_members', { definition: all(...of) });
export const G = (by: readonly GroupKey[], ...of: Definition[]) =>
  meaning('group_members', { by, ...(of.length > 0 && { definition: all(...of) }) });
export const M = (measure: Measure, statistic: string, of: readonly Definition[] = [], by?: readonly GroupKey[]) =>
  meaning('measure_members', {
    measure,
    statistic,
    ...(of.length > 0 && { definition: all(...of) }),
    ...(by && { by }),
  });
export const sorted = (sort: Measure, order: string, ...of: Definition[]) =>
  meaning('find_members', { definition: all(...of), sort, order });
export const top = (n: number, by: Measure, direction: 'asc' | 'desc', ...of: Definition[]): Definition => ({
  op: 'top',
  n,
  by,
  direction,
  of: all(...of),
});

export const calendarWindow = (calendar: 'month' | 'quarter' | 'year' | 'week', offset: number): Window => ({
  calendar,
  offset,
});
export const ly = calendarWindow('year', -1);
export const ty = calendarWindow('year', 0);
export const lq = calendarWindow('quarter', -1);
export const tq = calendarWindow('quarter', 0);
export const lm = calendarWindow('month', -1);
export const tm = calendarWindow('month', 0);
export const nm = calendarWindow('month', 1);
export const days = (last: number): Window => ({ last, unit: 'day' });
export const months = (last: number): Window => ({ last, unit: 'month' });
export const years = (last: number): Window => ({ last, unit: 'year' });
export const ahead = (next: number): Window => ({ next, unit: 'day' });
export const year = (of: number): Window => ({ from: `${of}-01-01`, to: `${of}-12-31` });
export const fiscal = (of: number): Window => ({ from: `${of - 1}-07-01`, to: `${of}-06-30` });

export const texas = inField('chapter', 'TX');
export const ohio = inField('chapter', 'OH');
export const california = inField('chapter', 'CA');
export const newYork = inField('chapter', 'NY');
export const florida = inField('state', 'FL');
export const georgia = inField('state', 'GA');
export const tier = (...of: string[]) => inField('tier', ...of);
export const students = tier('STU');
export const fellows = tier('FEL');
export const professionals = tier('PRO');
export const corporate = tier('COR');
export const retired = tier('RET');
export const active = status('active');
export const lapsed = status('lapsed');
export const grace = status('grace');
export const orgs = inField('kind', 'organization');
export const AC26 = { event: ['AC26'] };
export const LS26 = { event: ['LS26'] };
export const webinar = { eventType: ['webinar'] };
export const first: Definition = { op: 'field', field: 'first_year', test: { is: true } };
export const number = (field: string, is: 'gt' | 'gte' | 'lt' | 'lte' | 'eq', value: number): Definition => ({
  op: 'field',
  field,
  test: { is, value },
});
export const flag = (field: string, is: boolean): Definition => ({ op: 'field', field, test: { is } });
export const money = (
  measure: Extract<Definition, { op: 'money' }>['measure'],
  is: 'gt' | 'gte' | 'lt' | 'lte',
  dollars: number,
  window: Window = 'ever',
): Definition => ({
  op: 'money',
  measure,
  aggregate: 'sum',
  currency: 'USD',
  test: { is, value: dollars * 100 },
  window,
});
export const owes = money('balance', 'gt', 0);
export const overdue = money('overdue', 'gt', 0);
export const lifecycle = (
  kind: Kind,
  pattern: 'first_time' | 'stopped' | 'resumed',
  window: Window,
  where?: object,
): Definition => ({
  op: 'lifecycle',
  kind,
  pattern,
  window,
  ...(where && { where }),
});
export const last = (kind: Kind, window: Window): Definition => ({ op: 'last', kind, window });
export const employer = (of: Definition): Definition => ({
  op: 'relation',
  path: 'employer',
  quantity: { is: 'gte', value: 1 },
  of,
});
export const employees = (
  quantity: 'all' | 'none' | { is: 'gte' | 'gt'; value: number },
  of: Definition,
): Definition => ({
  op: 'relation',
  path: 'employees',
  quantity,
  of,
});
export const reach = (channel: 'email' | 'phone' | 'post' | 'sms'): Definition => ({
  op: 'contactable',
  channel,
  purpose: 'all',
});
export const thenIn = (field: 'tier' | 'status', value: string, on: string): Definition => ({
  op: 'then',
  field,
  test: { in: [value] },
  on,
});
export const spend = (
  window: Window,
  measure: 'revenue' | 'dues' | 'donated' | 'purchased' | 'balance' | 'overdue' | 'other_revenue' = 'revenue',
): Measure => ({
  money: measure,
  currency: 'USD',
  window,
});
export const times = (count: Kind, window: Window, where?: object): Measure => ({
  count,
  window,
  ...(where && { where }),
});
export const by = (...names: string[]): GroupKey[] => names.map((field) => ({ field }));
export const monthly = (field: string): GroupKey => ({ field, by: 'month' });
