/* Short sentences that only make sense after an answer: "Names.", "versus a year earlier", "just the top three". */
import type { CalendarWindow } from '../../domain/window.js';
import { isMemberWindow, resolve } from '../../domain/window.js';
import { countsAt } from '../../language/counts.js';
import type { Customs } from '../../language/reading.js';
import type { Definition, Measure, Window } from '../../population/definition.js';
import { named } from './arguments.js';
import { askedFor } from './clauses.js';
import type { Focus } from './focus.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';
import { sayMeasure } from './sentences.js';

export interface GoingOn {
  /** The sentence in full. */
  readonly text?: string;
  readonly call?: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> };
  readonly notes: readonly string[];
}

const WENT_THROUGH =
  /^(?:and |so |ok |hey )*(?:did|has|have|is|was|were) (?:it|that|this|they|those|the (?:change|update|note|task|proposal)|my (?:change|update|note|task|proposal))(?: (?:all|been|gone|get|got|go|went|come|actually|already))* (?:through|thru|done|approved|written|saved|applied|in|accepted|rejected|made|happen|happened|work|worked|over)(?: yet| now| already| ok| okay| then)*$/;
const A_YEAR_EARLIER =
  /^(?:and |so |now |ok )*(?:versus|vs|compared (?:to|with)|against|compare (?:it |that )?(?:to|with)|how does that compare (?:to|with)|what about|how about|and)? ?(?:in |for |to )?(?:the )?(?:same|that|this)? ?(?:period|quarter|month|months|year|time|stretch|days|weeks?|window|span|figure|number|count|thing)? ?(?:a year (?:earlier|ago|before|back|prior)|one year (?:earlier|ago|before|prior)|the year before|the previous year|the prior year|(?:of |in )?last year|year on year|year over year|yoy)$/;
const GROUP_OF_PEOPLE =
  /\b(?:out of|from|of|among|in|within|for) (?:those|these|that|the|this) (?:same |very )?(?:(?:first|second|third|last|latter|other|latest|january|february|march|april|may|june|july|august|september|october|november|december) )?(?:bucket|group|set|batch|lot|crowd|bunch|pile|segment|ones|cohort|pool)\b/i;
/** People are asked for, whatever was given before. */
const WHO_OF_THOSE = /^(?:and |so |ok |now )*of (?:those|them|these),? (?:who|which ones) /i;
const FIRST_ONES =
  /^(?:and |now |ok |just |only |show |me |give |list )*(?:the )?(?:([\p{L}\d]+) (?:biggest|largest|top|highest)|(?:top|biggest|largest|highest) ([\p{L}\d]+))(?: ones?)?(?: of those)?(?:\s*,.*)?$/iu;
const TOP_ONLY =
  /(?:^|\s*,\s*|\s+and\s+|\s+then\s+)(?:now |then |and )?(?:just|only|keep|show)(?: me)?(?: only| just)? (?:the )?(?:top|first|biggest|largest) ([\p{L}\d]+)(?: only| of them| ones)?$/iu;
const LEFT_OUT = /\b(leave|take|keep|drop) ((?!out\b|only\b)[\p{L}\p{N} ]{2,40}?) out\b/iu;

/** A sentence that goes on from the last answer, as a whole one or as a call. Undefined where it stands by itself. */
export function goingOn(said: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined {
  const text = said
    .trim()
    .replace(/[\s.!?…]+$/u, '')
    .replace(LEFT_OUT, 'leave out $2');
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, '');
  if (WENT_THROUGH.test(plain)) return { text: 'show my proposals', notes: [] };
  if (!focus?.definition || !focus.tool) return undefined;
  const asked = askedFor(text);
  if (asked) return { text: asked === 'list' ? 'list them' : 'how many are there', notes: [] };
  const customs = mind.grammar.world.customs;
  if (A_YEAR_EARLIER.test(plain) && isComparing(plain)) return earlier(focus, focus.definition, customs);
  const top = topOnly(text, focus, mind);
  if (top) return top;
  const ofThose = text.replace(GROUP_OF_PEOPLE, 'of those').replace(WHO_OF_THOSE, 'list those who ');
  const [, before, after] = FIRST_ONES.exec(ofThose) ?? [];
  const measure = focus.arguments?.['measure'] as Measure | undefined;
  const number = numberOf(before ?? after);
  if (measure && number !== undefined)
    return { text: `top ${number} of those by ${sayMeasure(measure, mind.grammar.world)}`, notes: [] };
  return ofThose === said ? undefined : { text: ofThose, notes: [] };
}

/** "Last year" alone sets the window; "the same quarter last year" moves it back. */
const isComparing = (plain: string): boolean =>
  /\b(same|versus|vs|compare|compared|against|yoy)\b|\byear (?:earlier|before|prior|on|over)\b/.test(plain);

const numberOf = (word: string | undefined): number | undefined => {
  const [count] = word ? countsAt([word], 0) : [];
  return count && 'value' in count.value ? count.value.value : undefined;
};

/** Of groups counted: the first so many, after whatever else is changed in the same sentence. */
function topOnly(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const [found, word] = TOP_ONLY.exec(text) ?? [];
  const number = numberOf(word);
  const tool = mind.grammar.tools.find((one) => one.tool.name === focus.tool);
  if (found === undefined || number === undefined || !tool || named(tool, 'GroupBy') === undefined) return undefined;
  const [limit, order] = [named(tool, 'Limit'), named(tool, 'Order')];
  if (limit === undefined) return undefined;
  const rest = text.slice(0, text.length - found.length).trim();
  const reading = rest ? readAs(rest.replace(/^(?:now|and|ok|then) /i, ''), focus, mind) : undefined;
  if (rest && reading?.tool.tool.name !== focus.tool) return undefined;
  const args = { ...(reading?.arguments ?? focus.arguments), [limit]: number, ...(order && { [order]: 'desc' }) };
  return { call: { tool: tool.tool.name, arguments: args }, notes: reading?.notes ?? [] };
}

function earlier(focus: Focus, definition: Definition, customs: Customs): GoingOn | undefined {
  const seen: string[] = [];
  const moved = (window: Window): Window => {
    if (typeof window !== 'object' || isMemberWindow(window)) return window;
    const { from, to } = resolve(window as CalendarWindow, customs);
    const before = { ...(from && { from: yearBefore(from) }), ...(to && { to: yearBefore(to) }) };
    seen.push([before.from, before.to].filter(Boolean).join(' to '));
    return before as Window;
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'window' || key === 'within' ? moved(part as Window) : walk(part),
      ]),
    );
  };
  const args = walk({ ...focus.arguments, definition }) as Record<string, unknown>;
  if (seen.length === 0 || !focus.tool) return undefined;
  return {
    call: { tool: focus.tool, arguments: args },
    notes: [`the same a year earlier: ${[...new Set(seen)].join(', ')}`],
  };
}

const yearBefore = (day: string): string => {
  const moved = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return moved.endsWith('-02-29') ? `${moved.slice(0, 8)}28` : moved;
};
