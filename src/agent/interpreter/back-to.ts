/* "Split this year's by tier", "break all the new ones down", "of the original list": what was asked before the last answer. */
import type { CalendarWindow } from '../../domain/window.js';
import { isMemberWindow, resolve } from '../../domain/window.js';
import type { Customs } from '../../language/reading.js';
import type { Definition, Window } from '../../population/definition.js';
import { normal } from '../../population/normal.js';
import { say } from '../../population/words.js';
import { opposite, partsOf } from './combine.js';
import type { Focus } from './focus.js';
import type { Mind } from './interpret.js';
import { windowIn } from './one-windows.js';
import { readAs } from './read-as.js';

export interface BackTo {
  /** What is asked of them. */
  readonly text: string;
  readonly focus: Focus;
}

const OF_DAYS =
  /\b(?:the )?((?:this|last|the current|the previous|the prior|current|previous)(?: (?:fiscal|calendar|financial|membership))? (?:year|quarter|month|week|fy)|(?:fy ?)?20\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december|q[1-4])(?: 20\d\d)?)(?:['’]s|s['’]) ?(?:ones?|figures?|numbers?|totals?|counts?|amounts?|lot|joiners|renewals|donations|donors|result|sum|list)?(?= |$|[,.?!])/i;
const ALL_OF_A_KIND =
  /\b(?:all (?:of )?(?:the|those|these|our|my)|the (?:whole|full|entire|complete) (?:lot|list|set|group|bunch) of(?: the)?|every one of the|the) ((?!same\b|first\b|second\b|other\b|last\b)[\p{L}-]+(?: [\p{L}-]+)?) (?:ones|lot|crowd|bunch|group|set)\b/iu;
const ORIGINAL =
  /\b(?:the|that|our|my) (?:very )?(?:first|original|initial|opening) (?:figure|number|count|total|list|group|lot|set|ones|bunch|crowd|population|answer)\b/i;
/** "Back to the full set, and ...", "return to the whole list": before any of them were picked. */
const BACK_TO_ALL =
  /^(?:(?:and|so|ok|okay|now|then|all right|alright|right|good|great|fine|thanks|please|but|well|let's|lets|let us|can we|could we|can you|could you|take me|i want to|i'd like to|bring me|we)[,.!]*\s+)*(?:(?:go|going|get|come|switch|move|step)?\s*back(?:\s+(?:up|out))?|return|revert|reset)\s+to\s+(?:the |our |that |my |those |these )?(?:(?:(?:very |original )?(?:full|whole|entire|complete|first|original|initial|opening|bigger|larger|wider|broader|unfiltered|big|starting|(previous|earlier|last|prior)) )+(?:set|list|group|lot|crowd|bunch|population|ones|selection|answer|results?|people|members|table|figures?|count|number|total|picture|one)(?: of (?:them|people|members))?|all of (?:them|those|these)|(?:them|the) all|them all|everyone|everybody|the lot|full list|full set|start|beginning)(?=[\s,.;:–—-]|$)[\s,.;:–—-]*(?:(?:and|but|then|now|,)\s+)*/i;
/** What makes somebody new is when they joined. */
const kinds: Readonly<Record<string, string>> = { new: 'joined', newest: 'joined', recent: 'joined', fresh: 'joined' };

/** The earlier people or figure that a message names, and the rest of it. `earlier` ends with what is spoken of now. */
export function backTo(text: string, focus: Focus, earlier: readonly Focus[], mind: Mind): BackTo | undefined {
  const { customs } = mind.grammar.world;
  const days = OF_DAYS.exec(text);
  if (days?.[1]) {
    const meant = ofDays(days[1], focus, earlier, customs);
    return meant && { text: text.replace(days[0], 'it'), focus: meant };
  }
  const all = BACK_TO_ALL.exec(text);
  if (all) {
    const meant = all[1] ? earlier.at(-2) : widest(focus, earlier);
    const rest = text.slice(all[0].length).trim();
    return meant && { text: rest, focus: meant };
  }
  const original = ORIGINAL.exec(text);
  const first = earlier.find(({ definition }) => definition !== undefined);
  if (original && first && original.index > 0 && text.length > original[0].length)
    return { text: text.replace(original[0], 'them'), focus: first };
  const kind = ALL_OF_A_KIND.exec(text);
  const wider = kind?.[1] ? ofKind(kind[1], focus, earlier, mind) : undefined;
  return kind && wider ? { text: text.replace(kind[0], 'them'), focus: wider } : undefined;
}

/** The first of the people that those spoken of now were picked from; where they are of no others, the first of all. */
function widest({ definition }: Focus, earlier: readonly Focus[]): Focus | undefined {
  const asked = earlier.filter((one) => one.definition !== undefined && one.tool !== undefined);
  if (!definition) return asked[0];
  const said = (one: Definition): string => JSON.stringify(normal(one));
  const now = new Set(partsOf(normal(definition)).map(said));
  const isOf = (one: Focus): boolean =>
    partsOf(normal(one.definition as Definition)).every((part) => now.has(said(part)));
  return asked.find(isOf) ?? asked[0];
}

/** The latest one whose days all lie in those named. */
function ofDays(words: string, focus: Focus, earlier: readonly Focus[], customs: Customs): Focus | undefined {
  const window = windowIn([`in ${words.replace(/^the /i, '')}`], customs);
  const within = window && daysOf(window, customs);
  if (!within?.from || !within.to) return undefined;
  const { from, to } = within;
  const isIn = ({ arguments: args, definition }: Focus): boolean => {
    const all = windowsIn({ ...args, definition }).map((one) => daysOf(one, customs));
    return all.length > 0 && all.every((one) => one?.from && one.from >= from && soFar(one, customs) <= to);
  };
  return [...earlier, focus].findLast(isIn);
}

/** The last day, or today where that is still to come: "this year's" is what there is of it. */
const soFar = (
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  { today }: Customs,
): string => (to === undefined || (from !== undefined && from <= today && to > today) ? today : to);

const daysOf = (
  window: Window,
  customs: Customs,
): { from?: string | undefined; to?: string | undefined } | undefined =>
  typeof window === 'object' && !isMemberWindow(window) ? resolve(window as CalendarWindow, customs) : undefined;

/** Every stretch of days a call speaks of. */
function windowsIn(value: unknown): Window[] {
  if (Array.isArray(value)) return value.flatMap(windowsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    (key === 'window' || key === 'within') && part !== 'ever' ? [part as Window] : windowsIn(part),
  );
}

/** "All the new ones", after those of them who came: the people of before, of whom that was said. */
function ofKind(word: string, spoken: Focus, earlier: readonly Focus[], mind: Mind): Focus | undefined {
  const { definition } = spoken;
  if (!definition) return undefined;
  const said = (one: Definition): string => JSON.stringify(normal(one));
  const now = partsOf(normal(definition)).map(said);
  const isWider = (one: Focus): boolean => {
    const parts = one.definition ? partsOf(normal(one.definition)).map(said) : [];
    return parts.length > 0 && parts.length < now.length && parts.every((part) => now.includes(part));
  };
  const about = fieldsSaid(word, mind);
  const isOfKind = (part: Definition): boolean => about.has(fieldOf(part)) || isSaidOf(word, part, mind);
  const wider = earlier.find((one) => isWider(one) && partsOf(normal(one.definition as Definition)).some(isOfKind));
  return wider ?? (partsOf(definition).some(isOfKind) ? spoken : undefined);
}

/** "The individual ones", of those in that tier. */
const isSaidOf = (word: string, part: Definition, { grammar: { world } }: Mind): boolean =>
  say(part, { calendar: world.customs, graceDays: world.graceDays, reach: {} }, world.vocabulary)
    .text.toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .includes(word.toLowerCase().replace(/s$/, ''));

const fieldOf = (part: Definition): string =>
  part.op === 'field' ? part.field : part.op === 'event' ? part.kind : part.op === 'money' ? part.measure : part.op;

function fieldsSaid(word: string, mind: Mind): ReadonlySet<string> {
  const known = kinds[word.toLowerCase()];
  if (known) return new Set([known]);
  const { definition } = readAs(`list ${word} members`, undefined, mind)?.arguments ?? {};
  const parts = definition ? partsOf(definition as Definition).map(fieldOf) : [];
  // "Members" says the status by itself.
  return new Set(parts.length > 1 ? parts.filter((field) => field !== 'status') : parts);
}

const REMAINDER =
  /^((?:(?:and|so|ok|okay|now|then|but)[,.!]*\s+)*)(?:of|out of|from|among|amongst|in|for)\s+(?:the (?:remainder|rest|remaining(?: \w+)?|others|other ones|ones (?:left|remaining|that are left|who are left))|(?:those|what(?:'s| is)|whoever(?:'s| is)) (?:left|remaining|remain)|what remains)\s*,?\s+/i;
/** "Of the remainder": after some were left out, those who stay; after some were picked, the others. */
export function theRemainder(text: string, focus: Focus, earlier: readonly Focus[]): BackTo | undefined {
  const [found, lead = ''] = REMAINDER.exec(text) ?? [];
  const { definition } = focus;
  if (found === undefined || !definition) return undefined;
  const said = (one: Definition): string => JSON.stringify(normal(one));
  const before = earlier.at(-2)?.definition;
  const known = new Set(before ? partsOf(normal(before)).map(said) : []);
  const parts = partsOf(normal(definition));
  const added = parts.filter((part) => !known.has(said(part)));
  const rest = `${lead}of those, ${text.slice(found.length)}`;
  const [only] = added;
  if (!before || added.length !== 1 || !only || isLeftOut(only)) return { text: rest, focus };
  const others = normal({ op: 'all', of: parts.map((part) => (part === only ? opposite(part) : part)) });
  return { text: rest, focus: { ...focus, definition: others, arguments: { ...focus.arguments, definition: others } } };
}

/** Said by leaving some out. */
const isLeftOut = (part: Definition): boolean =>
  part.op === 'not' ||
  (part.op === 'field' &&
    (('is' in part.test && part.test.is === false) || ('recorded' in part.test && !part.test.recorded))) ||
  (part.op === 'event' && part.count.is === 'eq' && part.count.value === 0);
