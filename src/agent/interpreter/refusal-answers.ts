/* A refusal as it is answered: why, what can be done instead, and what can be asked near to it. */
import { type Answer, said } from './answer.js';
import type { Focus } from './focus.js';
import type { Mind } from './interpret.js';
import { examplesOf, spoken } from './questions.js';
import { readAs } from './read-as.js';
import { isOnlyPeople, type Refused, recipientsIn } from './refusals.js';
import { pseudonymsIn } from './tokenise.js';

/** Why an order is never carried out, of a password as of anything else. */
export const neverDone = (word: string): string =>
  /^passwords?$/i.test(word)
    ? 'No password is kept here, and none can be shown or set.'
    : `I never ${word.toLowerCase()} anything: records are changed only by a proposal that somebody approves.`;

/** What cannot be done, what can, and the people it was for as a list to go on from. */
export function refusal(refused: Refused, text: string, focus: Focus | undefined, mind: Mind): Answer {
  const { because, instead } = refused;
  const people = recipientsIn(text);
  const list = people ? `list ${people}` : undefined;
  const isListed = list !== undefined && readAs(list, undefined, mind) !== undefined;
  if (isListed && isOnlyPeople(text)) {
    const question = {
      text: `${because} ${instead}`,
      understood: [],
      unexplained: [],
      choices: [{ text: list, completes: list }],
    };
    return said(spoken(question), { status: 'clarify', question, sentence: text });
  }
  const next = isListed ? [list] : nearestTo(refused, text, focus, mind);
  return said(`${because} ${instead}`, { status: 'refuse', next });
}

export const INSTEAD_OF_PROTECTED = ['how many members by tier', 'how many members by chapter'];

/** What can be asked near to what was refused, about the one it names where it names one; else examples. */
export function nearestTo(
  { nearest = [], ofOne = [] }: Pick<Refused, 'nearest' | 'ofOne'>,
  text: string,
  focus: Focus | undefined,
  mind: Mind,
): readonly string[] {
  const [person, ...others] = pseudonymsIn(text).filter((name) => name.startsWith('M-'));
  const spokenOf = person ?? (/\b(?:him|her|his|their|them|she|he)\b/i.test(text) ? focus?.member : undefined);
  const near = spokenOf && others.length === 0 ? ofOne.map((words) => words.replace('{member}', spokenOf)) : nearest;
  const read = near.filter((words) => readAs(words, undefined, mind));
  return read.length > 0 ? read : examplesOf(mind);
}
