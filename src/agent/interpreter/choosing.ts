/* An answer to a question that waits: a number, the choice's own words, or the missing word itself. */
import type { Focus, Pending } from './focus.js';
import type { Mind } from './interpret.js';
import type { OfferedChoice } from './offered.js';
import { readAs } from './read-as.js';
import { tokenise } from './tokenise.js';

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: -1,
  latter: 2,
  former: 1,
};
const MOST_WORDS_OF_A_REPAIR = 6;

/** The sentence the answer completes, or undefined where it is a new sentence. */
export function choosing(text: string, pending: Pending, focus: Focus | undefined, mind: Mind): string | undefined {
  return (
    choiceTaken(text, pending)?.completes ?? repaired(text, pending.question.unexplained, pending.sentence, focus, mind)
  );
}

/** The choice that is taken by its number, a yes to the only one, or its own words. */
export function choiceTaken(text: string, { question }: Pending): OfferedChoice | undefined {
  const said = asSaid(text);
  const { choices } = question;
  const number = numberOf(said);
  if (number !== undefined) {
    const choice = number < 0 ? choices.at(number) : choices[number - 1];
    if (choice) return choice;
  }
  if (/^(yes|y|yep|yeah|correct|right|exactly|ok|okay|sure|that one)$/.test(said) && choices.length === 1)
    return choices[0];
  return choices.find((choice) => [choice.text, choice.completes].some((one) => asSaid(one) === said));
}

const asSaid = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, '');

function numberOf(said: string): number | undefined {
  const [, digit] = /^(?:option |number |choice |no\.? |#|\()?(\d)\)?$/.exec(said) ?? [];
  if (digit) return Number(digit);
  const [, word = ''] = /^(?:the )?(first|second|third|fourth|last|latter|former)(?: one| choice)?$/.exec(said) ?? [];
  return ORDINALS[word];
}

/** Says how, or which of them, and never what a word means. */
const GOES_ON =
  /^(?:(?:and|now|ok|so)\s+)*(?:by|per|only|just|split|break|sort|group|how many|which|who|list|show|count|what|where|when|how|is|are|was|were|do|does|did|has|have|had|can|could|add|put|make|create|set|top|same|of those|of them)\b/i;

/** One word may end the question: put in the place of the word that was not understood, or after a colon. */
function repaired(
  text: string,
  unexplained: readonly string[],
  sentence: string,
  focus: Focus | undefined,
  mind: Mind,
): string | undefined {
  if (!sentence || tokenise(text).tokens.length > MOST_WORDS_OF_A_REPAIR) return undefined;
  const [word] = unexplained;
  if (word !== undefined && unexplained.length === 1 && !GOES_ON.test(text)) {
    const at = sentence.toLowerCase().indexOf(word.toLowerCase());
    const mended = at < 0 ? undefined : `${sentence.slice(0, at)}${text.trim()}${sentence.slice(at + word.length)}`;
    if (mended && readAs(mended, focus, mind)) return mended;
  }
  const added = [`${sentence}: ${text}`, `${sentence} ${text}`];
  const isNew = readAs(text, focus, mind) !== undefined;
  return isNew ? undefined : added.find((candidate) => readAs(candidate, focus, mind));
}
