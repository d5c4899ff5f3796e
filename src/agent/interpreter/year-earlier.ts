/* The same figure of the same days a year earlier: "versus last year", "at this point the year before". */
import { type CalendarWindow, isMemberWindow, resolve } from '../../domain/window.js';
import type { Customs } from '../../language/reading.js';
import type { Definition, Window } from '../../population/definition.js';
import { withWindows } from './days-beside.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';

export const A_YEAR_EARLIER =
  /^(?:and |so |now |ok |okay |then |but )*(?:what was (?:it|that) |how (?:did|does|do) (?:that|it|this|we) (?:look|do|stand|compare) )?(?:versus|vs|compared (?:to|with)|against|compare (?:it |that )?(?:to|with)|how does that compare (?:to|with)|what about|how about|and)? ?(?:in |for |to |over |across |during |with |by |at |as of |up to |through )?(?:the )?(?:same|that|this)? ?(?:exact |very )?(?:period|quarter|month|months|year|time|stretch|days|weeks?|window|span|figure|number|count|thing|range|dates|date|day|point|stage|juncture|moment|part|portion|interval|timeframe|time frame|timespan|total|question)? ?(?:in |of |from |for |during )?(?:time |the year |of the year )?(?:a (?:fiscal |calendar )?year (?:earlier|ago|before|back|prior)|one (?:fiscal )?year (?:earlier|ago|before|prior|back)|(?:the )?(?:year|fiscal year|fy) (?:before|prior)|(?:the )?(?:previous|prior|preceding) (?:fiscal |financial |calendar )?(?:year|fy)|(?:of |in |the )?last (?:fiscal |financial |calendar )?(?:year|fy)|year on year|year over year|yoy|twelve months (?:ago|earlier|before)|12 months (?:ago|earlier|before))(?: please| pls| thanks| too| as well)?$/;
export const SO_FAR = /\b(?:point|stretch|so far|to date|date|stage|juncture|moment|time|span|days|dates)\b/;

/** "Last year" alone sets the window; "the same quarter last year" moves it back. */
export const isComparing = (plain: string): boolean =>
  /\b(same|versus|vs|compare|compared|against|yoy)\b|\byear (?:earlier|before|prior|on|over)\b/.test(plain);

/** The call of before with every window moved back a year; undefined where it has none. */
export function earlier(focus: Focus, definition: Definition, customs: Customs, isSoFar: boolean): GoingOn | undefined {
  const seen: string[] = [];
  const moved = (window: Window): Window => {
    if (typeof window !== 'object' || isMemberWindow(window)) return window;
    const { from, to: end } = resolve(window as CalendarWindow, customs);
    // What is so far is so far then: the same stretch ends where this one does.
    const to =
      from && from <= customs.today && (end === undefined || isSoFar) && (end ?? '9') > customs.today
        ? customs.today
        : end;
    const before = { ...(from && { from: yearBefore(from) }), ...(to && { to: yearBefore(to) }) };
    seen.push([before.from, before.to].filter(Boolean).join(' to '));
    return before as Window;
  };
  const args = withWindows(
    { ...focus.arguments, ...(focus.arguments?.['definition'] !== undefined && { definition }) },
    moved,
  ) as Record<string, unknown>;
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
