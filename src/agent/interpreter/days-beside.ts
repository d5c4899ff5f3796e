/* "And the quarter before?", "the ninety before that", "the month after": the same, in the days beside those asked about. */
import { addDays, addTo, type Day, dayOfMonth, daysBetween, monthOf, yearOf } from '../../domain/day.js';
import { type CalendarWindow, isMemberWindow, resolve } from '../../domain/window.js';
import { countsAt } from '../../language/counts.js';
import type { Customs } from '../../language/reading.js';
import type { Window } from '../../population/definition.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';

const LEAD =
  '^(?:(?:and|so|ok|okay|now|then|but|also|what|how|about|was it|were they|what was it|for|in|versus|vs|against|compared to|compared with|same for|the same for|over|during)[,.!]*\\s+)*';
const UNIT =
  '(week|month|quarter|year|fiscal year|fy|period|stretch|span|window|days?|weeks|months|quarters|years|one|ones|lot)';
const beside = (after: string, first: string): RegExp =>
  new RegExp(
    `${LEAD}(?:the |that |those )?(?:same )?(?:(?:([a-z]+|\\d+)\\s+)?${UNIT}\\s+)?(?:(?:right |just |immediately |directly |straight )?(?:${after})(?:\\s+(?:that|it|this|those|that one|then))?)\\s*$|${LEAD}(?:the )?([a-z]+|\\d+) (?:${after})(?: (?:that|it|this|those))?\\s*$|${LEAD}the (?:${first})(?: ([a-z]+|\\d+))? ${UNIT}\\s*$`,
    'i',
  );
const BEFORE = beside('before|prior|earlier|prior to|preceding', 'previous|prior|preceding|foregoing');
const AFTER = beside('after|following|later|thereafter', 'next|following|subsequent|coming');
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, 'fiscal year': 12, fy: 12 };

/** The call before with its one stretch of days moved to the stretch beside it. */
export function daysBeside(said: string, { tool, arguments: args }: Focus, customs: Customs): GoingOn | undefined {
  const text = said.replace(/[\s.?!]+$/, '').toLowerCase();
  const direction = BEFORE.test(text) ? -1 : AFTER.test(text) ? 1 : 0;
  if (!tool || !args || direction === 0) return undefined;
  const [, n1, unit1, n2, n3, unit2] = (direction < 0 ? BEFORE : AFTER).exec(text) ?? [];
  const seen = new Set<string>();
  let isClear = true;
  const moved = withWindows(args, (window) => {
    const days = movedBy(direction, window, unit1 ?? unit2, numberOf(n1 ?? n2 ?? n3), customs);
    if (!days) isClear = false;
    else seen.add(`${days.from} to ${days.to}`);
    return days ?? window;
  });
  const [only, ...others] = seen;
  if (!isClear || only === undefined || others.length > 0) return undefined;
  return {
    call: { tool, arguments: moved as Record<string, unknown> },
    notes: [`the same in the days ${direction < 0 ? 'before' : 'after'}: ${only}`],
  };
}

/** Every stretch of calendar days in some arguments, changed. */
export function withWindows(value: unknown, change: (window: Window) => Window): unknown {
  if (Array.isArray(value)) return value.map((part) => withWindows(part, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const isDays = (key === 'window' || key === 'within') && typeof part === 'object' && !isMemberWindow(part);
      return [key, isDays ? change(part as Window) : withWindows(part, change)];
    }),
  );
}

const numberOf = (word: string | undefined): number | undefined => {
  const [count] = word ? countsAt([word], 0) : [];
  return count && 'value' in count.value ? count.value.value : undefined;
};

interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

function movedBy(
  direction: number,
  window: Window,
  unit: string | undefined,
  number: number | undefined,
  customs: Customs,
): Stretch | undefined {
  const { from, to: end } = resolve(window as CalendarWindow, customs);
  const to = end ?? (from && from <= customs.today ? customs.today : undefined);
  if (!from || !to) return undefined;
  const whole = wholeMonths(from, to);
  const asked = MONTHS[unit ?? ''];
  if (asked !== undefined && asked !== whole) return undefined;
  if (whole !== undefined && number === undefined)
    return direction < 0
      ? { from: addTo(from, -whole, 'month'), to: addDays(from, -1) }
      : { from: addDays(to, 1), to: addDays(addTo(addDays(to, 1), whole, 'month'), -1) };
  const days = number ?? daysBetween(from, to) + 1;
  return direction < 0
    ? { from: addDays(from, -days), to: addDays(from, -1) }
    : { from: addDays(to, 1), to: addDays(to, days) };
}

/** How many months, where the days are whole ones. */
function wholeMonths(from: Day, to: Day): number | undefined {
  if (dayOfMonth(from) !== 1 || dayOfMonth(addDays(to, 1)) !== 1) return undefined;
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
}
