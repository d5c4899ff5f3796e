/* A write after its checks: ready to be kept, refused, or at fault. */
import type { Answer, invalid } from './answer.js';

export type Faults = Parameters<typeof invalid>[0];

export interface Ready {
  readonly table: string;
  /** Party the row belongs to. */
  readonly owner: string;
  readonly key: string;
  readonly value: object;
  readonly answer: Answer;
}
export type Prepared = { readonly ready: Ready } | { readonly refused: Answer } | { readonly faults: Faults };

export const unknownParty = { field: 'PartyId', message: 'PartyId names no contact.' };
