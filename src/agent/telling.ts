/*
 * A model's words as they come, told a sentence at a time: a stand-in for a person is never cut in two, and each
 * sentence passes the same checks as the whole answer before anybody reads it.
 */

// Not after a digit: "1. Sandra" and "3.5" are no ends of sentences.
const END = /(?<=[^\d\s][.!?:;]["”')\]]?)\s+|\n+/g;

export interface Teller {
  /** A piece of any length. */
  hear(piece: string): void;
  /** What is left is told too; resolves when everything has been. */
  end(): Promise<void>;
}

/** `checked` makes a sentence fit to be read; `tell` gets it. Nothing thrown by either stops the turn. */
export function teller(checked: (sentence: string) => Promise<string>, tell: (text: string) => void): Teller {
  let heard = '';
  let told = Promise.resolve();
  const pass = (sentence: string): void => {
    told = told.then(async () => tell(await checked(sentence))).catch(() => undefined);
  };
  return {
    hear(piece) {
      heard += piece;
      const last = [...heard.matchAll(END)].at(-1);
      if (!last) return;
      const whole = last.index + last[0].length;
      pass(heard.slice(0, whole));
      heard = heard.slice(whole);
    },
    async end() {
      if (heard) pass(heard);
      heard = '';
      await told;
    },
  };
}
