/*
 * What is money, for whoever may not see any: amounts, what is owed and how it is paid, and payments counted. That
 * somebody bought, gave or sponsored something is a contribution like attendance, and is money only as an amount.
 */
import type { Definition, EventKind, GroupKey, Measure } from './definition.js';
import { fieldNamed } from './fields.js';
import { partsOf } from './parts.js';

const moneyEvents: ReadonlySet<EventKind> = new Set(['payment']);

const isMoneyField = (name: string): boolean => fieldNamed(name)?.isMoney === true;

export const keyIsMoney = ({ field }: GroupKey): boolean => isMoneyField(field);

export function measureIsMoney(measure: Measure): boolean {
  if ('money' in measure) return true;
  if ('field' in measure) return isMoneyField(measure.field);
  return 'count' in measure && moneyEvents.has(measure.count);
}

/** Also where only a condition inside another one asks for it. */
export function asksForMoney(definition: Definition): boolean {
  switch (definition.op) {
    case 'money':
      return true;
    case 'field':
      return isMoneyField(definition.field);
    case 'event':
    case 'lifecycle':
    case 'last':
      return moneyEvents.has(definition.kind);
    case 'top':
      return measureIsMoney(definition.by) || asksForMoney(definition.of);
    default:
      return partsOf(definition).some(asksForMoney);
  }
}
