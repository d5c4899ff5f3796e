import type { Sense, Span } from './senses.js';

export const spanOf = (sense: Sense, from: number, to: number, cost = 0, notes: readonly string[] = []): Span => ({
  sense,
  from,
  to,
  cost,
  notes,
});
