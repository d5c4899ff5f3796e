import type { Day } from '../domain/day.js';

/** Where a number came from: enough to cite it, to open its rows and to compute it again. */
export interface Receipt {
  /** R-XXXXXX, unique per installation. */
  readonly id: string;
  readonly value: number;
  /** 'members', 'USD cents', 'events' ... */
  readonly unit: string;
  /** Content address of the definition counted, where one was. */
  readonly definition?: string;
  /** The tool and arguments that compute it again: no personal details. */
  readonly tool: string;
  readonly arguments: unknown;
  readonly asOf: Day;
  /** When the data were last read from iMIS, ISO instant. */
  readonly readAt: string;
  /** In words: who was counted, in which scope. */
  readonly population: string;
}

/** A receipt before it has an id. */
export type Evidence = Omit<Receipt, 'id' | 'tool' | 'arguments'>;
