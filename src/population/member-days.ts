/** Windows of each member's own dates, as SQL. */
import type { MemberWindow } from '../domain/window.js';
import { contact, renewedOn, termDays } from './facts.js';
import type { Statement } from './statement.js';

/** First and last day as SQL, both included; null where the member has no such date. */
export function memberDays(window: MemberWindow, statement: Statement): { begins: string; ends: string } {
  if ('term' in window) return termDays(statement, window.term);
  const anchor = {
    expiry: () => `${contact(statement)}.paid_through`,
    join: () => `${contact(statement)}.joined_on`,
    last_renewal: () => renewedOn(statement),
  }[window.relativeTo]();
  const offset = (days: number) => `(${anchor} + ${statement.parameter(days, 'integer')})`;
  return { begins: offset(window.fromDays), ends: offset(window.toDays) };
}
