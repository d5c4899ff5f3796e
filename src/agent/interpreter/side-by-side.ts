/*
 * Two figures in one sentence: "dues this year against last", "mean and median tenure", "donations and purchases". The
 * sentence is read once with each; both must come to the same kind of figure, and both are answered.
 */
import { addDays, dayOf, daysInMonth } from '../../domain/day.js';
import { type CalendarWindow, isMemberWindow, resolve } from '../../domain/window.js';
import { sayWindow } from '../../language/say-window.js';
import { windowsAt } from '../../language/windows.js';
import { wordsOf } from '../../language/words.js';
import type { Measure } from '../../population/definition.js';
import { type Focus, focusAfter } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';
import type { Reading } from './readings.js';

const JOINT = String.raw`(?:,? ?(?:and )?(?:how (?:does|do|did|is) (?:that|this|it|they) (?:compare|stack up|measure up|look)|how (?:that|this|it) (?:compares?|stacks up))(?: to| with| against| next to)?|,? ?(?:as )?(?:compared|comparing|measured|set|relative|next|opposed)(?: with| to| against)?|,? ?(?:as )?against|,? ?versus|,? ?vs|,? ?v|,? ?(?:and\b ?)?(?:then |also )?(?:for|in|over|by|during|from|what about|what was it|the same for)?|,? ?with|,? ?to)`;
/** Without one of these, "in May and June" may be one stretch. */
const COMPARES =
  /\b(?:vs\.?|versus|against|compar\w*|side by side|two (?:figures|totals|numbers|series|sums|counts)|both (?:figures|totals|numbers)|each (?:of the two|year|one)|respectively|separately|same (?:stretch|period|point|time|span|months?|quarter|weeks?|days|dates|window|half)|year (?:before|earlier|ago|prior)|relative to|next to|measured|stack up|up or down|more or (?:less|fewer)|better or worse|ahead or behind|than (?:last|the|in|this))\b/i;
const STATISTICS = '(?:total|average|mean|avg|median|largest|smallest|highest|lowest|maximum|minimum|biggest|max|min)';
const TWO_STATISTICS = new RegExp(
  String.raw`\b(?:both )?(?:the )?(${STATISTICS})\s*(?:,|\/|&|\+|and|as well as|plus)\s*(?:and )?(?:the )?(${STATISTICS})\b`,
  'i',
);
const MONEY =
  '(?:dues|donations|gifts|giving|purchases|sales|revenue|open balance|overdue balance|overdue|outstanding balance|balance|non[- ]dues revenue|other revenue|volunteer hours|course credits|credits|logins|downloads|posts|engagement|tenure|sponsorships)';
const TWO_MEASURES = new RegExp(
  String.raw`\b(?:both )?((?:${STATISTICS} )?${MONEY})(?: and| as well as| plus|, and| &) ((?:the )?(?:${STATISTICS} )?${MONEY})\b`,
  'i',
);
const SAME_EARLIER =
  /\b(?:(?:for|in|over|during|by|at|to|up to) )?(?:(?:(?:the|this|that) )?(?:exact )?same (?:period|point|stretch|time|span|months?|quarter|weeks?|days|dates|window|half|time frame|timeframe|four months|\w+ months)(?: (?:of|in|from|during))? (?:(?:the )?(?:last|previous|prior|preceding|past) (?:fiscal |financial |calendar )?(?:year|fy)|(?:a|one|the) year (?:ago|earlier|before|prior|back|previously)|20\d\d)|(?:this|that) (?:time|point) (?:(?:the )?last|in (?:the )?(?:last|previous|prior)) (?:fiscal |financial |calendar )?year|(?:a|one|the) year (?:earlier|before(?! last)|prior)|(?:a|one) year ago|(?:12|twelve) months (?:earlier|before))\b/i;
const ELLIPSIS =
  /\b(this|last|the current|the last|the past|current) (fiscal year|financial year|calendar year|fiscal quarter|year|quarter|month|week|fy)\b([^.?!]{0,60}?)\b((?:(?:the )?(?:last|previous|prior|preceding)(?: one)?|the (?:(?:fiscal |financial )?(?:year|quarter|month|week) |one )before(?: (?:that|it|last))?)(?! (?:fiscal|financial|calendar|year|quarter|month|week|fy|\d|two|three|six|few)))/i;

export const isTwofold = (said: string): boolean =>
  COMPARES.test(said) ||
  SAME_EARLIER.test(said) ||
  TWO_STATISTICS.test(said) ||
  TWO_MEASURES.test(said) ||
  ELLIPSIS.test(said) ||
  AND_THE.test(said) ||
  PERIODS.test(said);

/** Amounts belong to the day they were paid, which is nobody's category: one figure for each stretch. */
const PERIODS =
  /,?\s*\b(?:(?:split |broken |shown )?(?:down |out |up )?(?:by|per|for each|in each|each) (?:calendar )?(quarter|month)|(quarter) by quarter|(month) by month|(quarter)ly|(month)ly)\b/i;
const MOST_PERIODS = 12;

function overPeriods(text: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined {
  const found = PERIODS.exec(text);
  const unit = found
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.toLowerCase();
  if (!found || (unit !== 'quarter' && unit !== 'month')) return undefined;
  const rest = text
    .replace(found[0], ' ')
    .replace(/\s{2,}/g, ' ')
    .replace(FISCAL_TALK, '')
    .trim();
  const reading = figure([rest, `total ${rest}`], focus, mind);
  const measure = reading?.arguments['measure'] as Measure | undefined;
  if (!reading || !measure || !('window' in measure) || reading.arguments['by'] !== undefined) return undefined;
  const { window } = measure;
  const { customs } = mind.grammar.world;
  if (typeof window !== 'object' || isMemberWindow(window)) return undefined;
  const { from, to } = resolve(window as CalendarWindow, customs);
  if (from === undefined) return undefined;
  const stretches = stretchesIn(from, to === undefined || to > customs.today ? customs.today : to, unit);
  if (stretches.length < 2 || stretches.length > MOST_PERIODS) return undefined;
  const [first, ...others] = stretches.map((days) => ({
    tool: reading.tool.tool.name,
    arguments: { ...reading.arguments, measure: { ...measure, window: days } },
  }));
  return first && { call: first, also: others, notes: reading.notes };
}

const FISCAL_TALK =
  /[.;,]?\s*\b(?:our |the )?(?:fy|fiscal year|financial year) (?:starts|begins|runs from|is from)\b[^.?!]*$/i;

/** Calendar quarters or months between two days, the ends cut to them. */
function stretchesIn(from: string, to: string, unit: 'quarter' | 'month'): { from: string; to: string }[] {
  const months = unit === 'quarter' ? 3 : 1;
  const found: { from: string; to: string }[] = [];
  let begin = from;
  while (begin <= to && found.length <= MOST_PERIODS) {
    const [year, month] = [Number(begin.slice(0, 4)), Number(begin.slice(5, 7))];
    const last = Math.ceil(month / months) * months;
    const end = dayOf(year, last, daysInMonth(year, last));
    found.push({ from: begin, to: end < to ? end : to });
    begin = addDays(end, 1);
  }
  return found;
}

/** "How long has the average Fellow ...? And the average Professional?" */
const AND_THE =
  /^([^?]{10,}?)\s*\?\s*(?:and|what about|how about|and what about|and how about)\s+([^?]{3,50}?)(?:,? (?:for comparison|to compare|too|as well|please|by comparison))?\s*\??\s*$/i;
const FIGURES: ReadonlySet<string> = new Set(['measure_members', 'count_members', 'group_members']);

export function sideBySide(said: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined {
  const text = said
    .replace(/[?.!\s]+$/, '')
    .replace(/[’‘]/g, "'")
    .replace(/\bv(?:s\.|\.)? /gi, 'vs ');
  return (
    overPeriods(text, focus, mind) ??
    twice(text, focus, mind) ??
    withEach(TWO_STATISTICS, text, focus, mind) ??
    twoWindows(text, focus, mind) ??
    withEach(TWO_MEASURES, text, focus, mind)
  );
}

function twice(text: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined {
  const [, first, second] = AND_THE.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const one = figure([first, ...withoutAsides(first)], focus, mind);
  if (!one) return undefined;
  const after = focusAfter({}, { tool: one.tool.tool.name, arguments: one.arguments });
  const bare = second.replace(/^(?:for |the |of )*(?:average |typical )?/i, '');
  const other = figure([`what about ${bare} members`, `what about ${bare}`, `and ${second}`], after, mind);
  return other && bothOf(one, other);
}

/** "Roughly how long", "would you say": frames a figure. */
const withoutAsides = (text: string): string[] => [
  text
    .replace(/^(?:so |and |roughly|about|approximately|on the whole|would you say|ok),? /i, '')
    .replace(/,? (?:would you say|do you think|roughly|please)$/i, ''),
];

/** The sentence with the first of two, and with the second. */
function withEach(both: RegExp, text: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined {
  const found = both.exec(text);
  const [all, first, second] = found ?? [];
  if (!found || all === undefined || first === undefined || second === undefined) return undefined;
  const put = (words: string): string =>
    `${text.slice(0, found.index)}${words}${text.slice(found.index + all.length)}`.replace(TWOFOLD_TALK, ' ').trim();
  const one = figure([put(first)], focus, mind);
  const other = one && figure([put(second)], focus, mind);
  return one && other && one.id !== other.id ? bothOf(one, other) : undefined;
}

const TWOFOLD_TALK =
  /,?\s*\b(?:(?:just |i(?:'d| would) like |i want |i need |give me |want(?:s)? |need )?(?:the )?(?:two|both)(?: (?:figures|totals|numbers|sums|counts|of them))(?: (?:side by side|please|pls|is all|and i'm happy|will do|next to each other|and nothing else|only|,))*|(?:the )?(?:totals?|figures?|numbers?|counts?|sums?)?\s*side by side|side by side|(?:for|by way of|as a) comparison|next to each other|nothing else(?: please)?|respectively|separately|both please)\b/gi;
const COMPARE_HEAD =
  /^(?:(?:and |so )?(?:are|is|were|was) (?:we|it) (?:up or down|ahead or behind|ahead|behind|up|down|doing better or worse) (?:on|in|for|with) (?:our |the )?|(?:please |pls |can you |could you |would you |kindly )*(?:compare|contrast|comparing|a comparison of|comparison of|give me a comparison of)(?: for (?:me|us))?(?: (?:the|our))?\s+|(?:how (?:do|does|did|have|has)|are|is|were|was) (?:our |the )?(?=.*\b(?:compar|against|versus|vs|stack)))/i;

interface Place {
  readonly from: number;
  readonly end: number;
  readonly words: string;
}

function twoWindows(said: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined {
  const plain = said
    .replace(TWOFOLD_TALK, ' ')
    .replace(COMPARE_HEAD, '')
    .replace(/\s{2,}/g, ' ')
    .replace(/^[,:\s]+|[,:\s]+$/g, '');
  const expanded = elliptic(plain, mind) ?? earlierIn(plain, mind) ?? plain;
  if (!COMPARES.test(said) && expanded === plain) return undefined;
  const all = wordsOf(expanded);
  const places = longest(all, mind);
  const [one, other, ...more] = places;
  if (!one || !other || more.length > 0) return undefined;
  const between = all.slice(one.end, other.from).join(' ');
  const isJoint =
    new RegExp(`^${JOINT}(?: (?:the|in|for|over|by|during|what))*$`, 'i').test(
      ` ${between}`.replace(/^ (?=,)/, '').trim(),
    ) || between === ',';
  const before = all.slice(0, one.from).join(' ');
  const after = all.slice(other.end).join(' ');
  const middle = isJoint ? '' : between;
  // "Dues received in 2025 and dues received in 2026": said twice.
  const reads = (window: string): Reading | undefined => {
    const rest = isJoint ? [before, window, after] : [];
    return isJoint ? figure(variants(rest), focus, mind) : undefined;
  };
  if (isJoint) {
    const [first, second] = [reads(one.words), reads(other.words)];
    return first && second && first.id !== second.id ? bothOf(first, second) : undefined;
  }
  const [, joint] = /(\b(?:and|vs|versus|against|compared (?:to|with)|with)\b) /i.exec(`${middle} `) ?? [];
  if (joint === undefined) return undefined;
  const at = middle.toLowerCase().indexOf(joint.toLowerCase());
  const [head, tail] = [middle.slice(0, at).trim(), middle.slice(at + joint.length).trim()];
  const first = figure(variants([before, one.words, head]), focus, mind);
  const second =
    first &&
    (figure(variants([tail, other.words, after]), focus, mind) ??
      figure(variants([before, other.words, after]), focus, mind));
  if (!first || !second || first.id === second.id) return undefined;
  // What is said of the second must say again what the first is of, or nothing.
  const spoken = tail
    .replace(
      /\b(?:the|in|for|over|of|those|that|what|we|it|was|were|is|did|had|figure|number|total|one|ones|from)\b/gi,
      '',
    )
    .trim();
  const isSame = spoken === '' || first.tool === second.tool;
  return isSame ? bothOf(first, second) : undefined;
}

const variants = (parts: readonly string[]): string[] => {
  const text = parts
    .filter(Boolean)
    .join(' ')
    .replace(/\s*,\s*,\s*/g, ' , ')
    .replace(/^[\s,:]+|[\s,:]+$/g, '');
  return [text, `total ${text}`, `how many ${text}`];
};

/** "This year and last", "last fiscal year against the one before": the second as its days. */
function elliptic(text: string, mind: Mind): string | undefined {
  const found = ELLIPSIS.exec(text);
  const [all, first = '', unit = '', , second = ''] = found ?? [];
  if (!found || all === undefined) return undefined;
  const kind = { fy: 'fiscal_year', 'financial year': 'fiscal_year', 'calendar year': 'year' }[unit.toLowerCase()];
  const calendar = kind ?? unit.toLowerCase().replace(' ', '_');
  const offset = /last|past/i.test(first) ? -2 : -1;
  const days = resolve({ calendar, offset } as CalendarWindow, mind.grammar.world.customs);
  if (offset === -2 && /^last$/i.test(second)) return undefined;
  const end = found.index + all.length;
  return `${text.slice(0, end - second.length)}${sayWindow(days as never)}${text.slice(end)}`;
}

/** "... and over the same stretch last year": the days of the other window, a year before. */
function earlierIn(text: string, mind: Mind): string | undefined {
  const found = SAME_EARLIER.exec(text);
  if (!found) return undefined;
  const { customs } = mind.grammar.world;
  const words = wordsOf(`${text.slice(0, found.index)} ; ${text.slice(found.index + found[0].length)}`);
  const [only, ...more] = longest(words, mind);
  const [reading] = only ? windowsAt(words, only.from, customs).filter(({ end }) => end === only.end) : [];
  if (!only || more.length > 0 || !reading || isMemberWindow(reading.value)) return undefined;
  const { from, to } = resolve(reading.value as CalendarWindow, customs);
  if (from === undefined) return undefined;
  const end = to === undefined || to > customs.today ? customs.today : to;
  const [, year] = /(20\d\d)\s*$/.exec(found[0]) ?? [];
  const back = year === undefined ? 1 : Number(from.slice(0, 4)) - Number(year);
  if (back < 1) return undefined;
  const moved = { from: yearsBefore(from, back), to: yearsBefore(end, back) };
  return `${text.slice(0, found.index)}${sayWindow(moved as never)}${text.slice(found.index + found[0].length)}`;
}

const yearsBefore = (day: string, years: number): string => {
  const moved = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return moved.endsWith('-02-29') ? `${moved.slice(0, 8)}28` : moved;
};

/** The longest windows, none inside another, in their order. */
function longest(all: readonly string[], mind: Mind): Place[] {
  const { customs } = mind.grammar.world;
  const found = all
    .flatMap((_, from) => windowsAt(all, from, customs).map(({ end, value }) => ({ from, end, value })))
    .filter(({ value }) => typeof value === 'object')
    .sort((a, b) => b.end - b.from - (a.end - a.from));
  const kept: Place[] = [];
  for (const { from, end } of found)
    if (!kept.some((one) => from < one.end && one.from < end))
      kept.push({ from, end, words: all.slice(from, end).join(' ') });
  return kept.sort((a, b) => a.from - b.from);
}

/** The first wording that is read as one figure. */
function figure(wordings: readonly string[], focus: Focus | undefined, mind: Mind): Reading | undefined {
  for (const wording of wordings) {
    const reading = readAs(wording, focus, mind);
    if (reading && FIGURES.has(reading.tool.tool.name)) return reading;
  }
  return undefined;
}

function bothOf(one: Reading, other: Reading): GoingOn | undefined {
  if (one.tool !== other.tool) return undefined;
  const call = ({ tool, arguments: args }: Reading) => ({ tool: tool.tool.name, arguments: args });
  return { call: call(one), also: [call(other)], notes: [...new Set([...one.notes, ...other.notes])] };
}
