/*
 * A question with what each of its choices stands for. A choice is a sentence; where the interpreter would ask about that very
 * sentence again, the call it was written from is kept beside it, and taking it up is that call.
 */
import type { Choice, Question } from '../turn.js';

export interface Call {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface OfferedChoice extends Choice {
  readonly call?: Call;
}

export interface Offered extends Question {
  readonly choices: readonly OfferedChoice[];
}

/** As every surface shows it: sentences alone. */
export const asShown = ({ choices, ...question }: Offered): Question => ({
  ...question,
  choices: choices.map(({ text, completes }) => ({ text, completes })),
});
