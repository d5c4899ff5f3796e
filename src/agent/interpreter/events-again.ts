/* What goes on from events that were shown: in another order, in other days, fewer of them. */
import { countsAt } from '../../language/counts.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';

const EVENTS = 'list_events';
const LEAD =
  /^(?:(?:and|so|ok|okay|now|then|also|great|right|good|lovely|cool|thanks|alright|well|please|pls|can you|could you|would you|i'd like to|let me)[,.!]*\s+)+/i;
/** Says how they are put, or which days: never who came to them. */
const SAYS_HOW =
  /^(?:sort|order|rank|arrange|put|show|list|give|by|just|only|top|first|last|best|worst|biggest|largest|smallest|most|least|highest|lowest|busiest|emptiest|poorest|what about|how about|what of|same|the same|for|in|during|make it|try|from|since|between|this|next|q[1-4]|the (?:top|first|best|worst|biggest|largest|three|five|ten|one|year|quarter|month))\b/i;
const OF_PEOPLE =
  /\b(?:who|whom|whose|members?|people|ppl|folks|students?|fellows?|professionals?|individuals?|retirees|companies|organi[sz]ations|prospects|everyone|everybody|names|attendees|no[- ]shows)\b/i;
const POINTING =
  /\b(?:them|those|these|it|that|em|the same|the events|that list|the list|all of them|all of those)\b\s*(?:again\s*)?(?:,\s*)?/i;
const VERBS =
  /^\s*(?:show|list|give|sort(?:ed)?|order(?:ed)?|rank(?:ed)?|arrange|put|what about|how about|what of|same|make it|try|and|just|only|the)(?: me)?(?:\s+|$)/i;

const byWords: readonly (readonly [words: RegExp, by: string])[] = [
  [
    /\b(?:by|on|for|in terms of|according to)?\s*(?:the )?(?:turn ?outs?|show rates?|attendance rates?|share who came|percent\w* who came)\b/i,
    'turnout',
  ],
  [
    /\b(?:by|on|for|in terms of)\s+(?:the )?(?:number of )?(?:registrations?|registered|sign[- ]?ups|bookings)\b/i,
    'registered',
  ],
  [
    /\b(?:by|on|for|in terms of)\s+(?:the )?(?:number of )?(?:attendance|attended|attendees|crowds?|people|heads|headcount|how many came)\b/i,
    'attended',
  ],
];
const LEAST =
  /\b(?:worst|lowest|least|smallest|emptiest|poorest|fewest|weakest|quietest|bottom|ascending|asc)\b(?:[- ](?:attended|visited|first|to (?:best|highest|largest)))*(?: (?:ones?|events?|first|at the top|on top))*/i;
const MOST =
  /\b(?:best|highest|most|biggest|largest|busiest|fullest|strongest|descending|desc)\b(?:[- ](?:attended|visited|popular|first|to (?:worst|lowest|smallest)))*(?: (?:ones?|events?|first|at the top|on top))*/i;
/** What comes, with nobody named: after events, events. */
const TO_COME =
  /^(?:(?:what|which)(?:'s| is| else is| ones are| do we have| have we got| have we)?\s+)?(?:(?:still |now )?(?:coming|to come|coming up|coming next|next|ahead|upcoming|planned|scheduled|in the pipeline|on the (?:horizon|calendar|books|agenda)|lined up|up next)(?: (?:next|soon|up|for us|ahead))*)$/i;

const FEW =
  /\b(?:the )?(?:top|first|best|biggest|largest|worst|only|just)\s+([\p{L}\d]+)\b|^(?:the )?([\p{L}\d]+) (?=biggest|best|worst|largest|busiest)/iu;
const numberOf = (word: string): number | undefined => {
  const [count] = countsAt([word.toLowerCase()], 0);
  return count && 'value' in count.value ? count.value.value : undefined;
};

/** "What's coming up", after a question about events. */
export const asksWhatComes = (said: string): boolean => TO_COME.test(said.replace(/[\s.?!]+$/, '').replace(LEAD, ''));

/** The events asked about last, with what is said now in the place of what was said before. */
export function eventsAgain(said: string, { tool, arguments: known }: Focus, mind: Mind): GoingOn | undefined {
  const text = said.replace(/[\s.?!]+$/, '').replace(LEAD, '');
  if (tool !== EVENTS) return undefined;
  if (asksWhatComes(said)) return { call: { tool: EVENTS, arguments: {} }, notes: [] };
  if (!SAYS_HOW.test(text) || OF_PEOPLE.test(text.replace(/\bby (?:the )?(?:number of )?people\b/i, '')))
    return undefined;
  const { cursor: _, ...before } = known ?? {};
  const [few, number] = FEW.exec(text) ?? [];
  const limit = number === undefined ? undefined : numberOf(number);
  const [words, by] = byWords.find(([pattern]) => pattern.test(text)) ?? [];
  const order = LEAST.test(text) ? 'asc' : MOST.test(text) || by ? 'desc' : undefined;
  const rest = (words ? text.replace(words, ' ') : text)
    .replace(limit === undefined || few === undefined ? /^$/ : few, ' ')
    .replace(order === 'asc' ? LEAST : MOST, ' ')
    .replace(POINTING, ' ')
    .replace(VERBS, '')
    .replace(POINTING, ' ')
    .replace(/\b(?:by|but|for|first|at the top|events?|please|pls)\b|,/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const how = {
    ...(limit !== undefined && { limit }),
    ...(order && { order }),
    ...(by && by !== 'attended' && { by }),
  };
  if (rest === '')
    return Object.keys(how).length > 0
      ? { call: { tool: EVENTS, arguments: { ...before, ...how } }, notes: [] }
      : undefined;
  for (const words of [rest, `in ${rest}`]) {
    const { tool: found, arguments: args } = readAs(`list events ${words}`, undefined, mind) ?? {};
    if (found?.tool.name === EVENTS && args && Object.keys(args).length > 0)
      return { call: { tool: EVENTS, arguments: { ...before, ...args, ...how } }, notes: [] };
  }
  return undefined;
}
