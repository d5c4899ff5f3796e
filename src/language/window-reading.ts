import type { Window } from '../domain/window.js';
import type { Reading, Tense } from './reading.js';

export interface WindowReading extends Reading<Window> {
  /** Fits only a verb of that tense: "March" is the latest one in the past and the coming one in the future. */
  readonly tense?: Tense;
}

export const reading = (
  value: Window,
  end: number,
  more: { readonly tense?: Tense; readonly note?: string | undefined } = {},
): WindowReading => ({
  value,
  end,
  ...(more.tense && { tense: more.tense }),
  ...(more.note !== undefined && { note: more.note }),
});
