import type { Transaction } from './database.js';

const waiting = new WeakMap<Transaction, (() => void)[]>();

/** Calls `action` once the transaction has committed, and never when it rolls back. */
export function afterCommit(transaction: Transaction, action: () => void): void {
  const actions = waiting.get(transaction);
  if (!actions) throw new TypeError('not a transaction of the store, or one that is over');
  actions.push(action);
}

export const beginWaiting = (transaction: Transaction): void => {
  waiting.set(transaction, []);
};

/** Ends the waiting; with `committed`, calls what waited. */
export function endWaiting(transaction: Transaction, committed: boolean): void {
  const actions = waiting.get(transaction) ?? [];
  waiting.delete(transaction);
  if (committed) for (const action of actions) action();
}
