/*
 * "Call her on 2026-12-18", "for 2026-12-18: call her": the day a task is due, where it stands at the end of the words of
 * the task or before them.
 */
import type { Day } from '../../src/domain/day.js';
import { daysAt } from '../../src/language/days.js';
import type { Customs } from '../../src/language/reading.js';
import { wordsOf } from '../../src/language/words.js';

export interface DueInWords {
  readonly due: Day;
  /** Without the day. */
  readonly text: string;
}

/** These say a deadline, whatever they follow. */
const DEADLINE = String.raw`(?:,?\s+(?:that (?:is|'s) )?due(?: on| by)?|,?\s+(?:by|before|until|no later than|not later than|latest on))`;
/** These may also say when something else is: "about the meeting on 4 December". */
const DAY_OF = String.raw`(?:,?\s+(?:on|for))`;
const BARE = /^(?:today|tomorrow|(?:this|next|coming)\s+\p{L}+day|\p{L}+day)$/iu;
/** Between the verb and the day nothing but whom it is done to. */
const OF_SOMETHING =
  /\b(?:about|regarding|re|concerning|of|from|at|in|that|whether|because|since|what|which|who|after|and)\b/i;
const MOST_WORDS_OF_A_DAY = 6;
/** Before the words of the task; a mark ends it, which a day may hold too: "Friday, 4 December: call". */
const AHEAD = /^(?:due(?: on| by)?|for|on|by|before|until|no later than|not later than)\s+/i;
const MARKS = /(?:[:,;]|\s[-–—])\s+(?=\S)/g;
/** The date beside it says which one. */
const WEEKDAY = /^\p{L}+day,?\s+(?=\S)/iu;
const LONGEST_DAY = 40;

/** Undefined where the words begin with no day and end in none, or in one of something else; the text is left as it is then. */
export function dueInWords(text: string, customs: Customs): DueInWords | undefined {
  return dueAhead(text, customs) ?? dueAtTheEnd(text, customs);
}

function dueAhead(text: string, customs: Customs): DueInWords | undefined {
  const [ahead = ''] = AHEAD.exec(text) ?? [];
  if (ahead === '') return undefined;
  const rest = text.slice(ahead.length);
  for (const mark of [...rest.matchAll(MARKS)].reverse()) {
    if (mark.index > LONGEST_DAY) continue;
    const said = rest.slice(0, mark.index);
    const due = dayOf(said, customs) ?? dayOf(said.replace(WEEKDAY, ''), customs);
    if (due !== undefined) return { due, text: rest.slice(mark.index + mark[0].length) };
  }
  return undefined;
}

function dueAtTheEnd(text: string, customs: Customs): DueInWords | undefined {
  const ending = text.replace(/(?:[\s,]+(?:please|pls|thanks|thank you))*[\s.!]*$/i, '');
  const pieces = ending.split(/\s+/);
  for (let count = Math.min(MOST_WORDS_OF_A_DAY, pieces.length - 1); count > 0; count--) {
    const said = pieces.slice(-count).join(' ');
    const day = dayOf(said, customs);
    if (day === undefined) continue;
    const before = ending.slice(0, ending.length - said.length).trimEnd();
    const deadline = new RegExp(`${DEADLINE}$`, 'i').exec(before);
    const dated = new RegExp(`${DAY_OF}$`, 'i').exec(before);
    const end = deadline?.index ?? dated?.index ?? (BARE.test(said) ? before.length : undefined);
    if (end === undefined) continue;
    const left = before.slice(0, end).replace(/[\s,;:]+$/, '');
    if (left === '' || (deadline === null && OF_SOMETHING.test(left))) return undefined;
    return { due: day, text: left };
  }
  return undefined;
}

/** The first day the words name that has not passed; where all have, the last, which the task itself refuses. */
function dayOf(said: string, customs: Customs): Day | undefined {
  if (/^(?:on|by|before|until)\b/i.test(said)) return undefined;
  const words = wordsOf(said);
  const days = daysAt(words, 0, customs)
    .filter(({ end }) => end === words.length)
    .map(({ value }) => value)
    .sort();
  return days.find((day) => day >= customs.today) ?? days.at(-1);
}
