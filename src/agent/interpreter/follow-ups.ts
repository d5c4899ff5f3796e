/* A sentence that goes on from the one before: its first words say which edit of the people spoken of is meant. */
import { countedAsMembers } from '../../domain/member.js';
import { fromMajor } from '../../domain/money.js';
import { type CalendarWindow, isMemberWindow, resolve } from '../../domain/window.js';
import type { Customs } from '../../language/reading.js';
import type { WindowReading } from '../../language/windows.js';
import type { Definition, Window } from '../../population/definition.js';
import { exclusiveField, isImpossible, normal } from '../../population/normal.js';
import { opposite, partsOf } from './combine.js';
import type { Condition, Sense } from './senses.js';
import type { Token } from './tokenise.js';
import { saysStatus } from './whom.js';

export type Edit = 'narrow' | 'drop' | 'swap';

const starts: Readonly<Record<Edit, RegExp>> = {
  narrow:
    /^(?:ok |and |now |so |right |great |good )*(?:from those|from these|from them|out of those|out of these|out of them|amongst them|amongst those|keep only|only|just|now just|now only|just show|show only|show me only|show just|list only|of those|of these|of them|among them|among those|narrow (?:it |that |them )?(?:down )?to|limit (?:it |that |them )?to|restrict (?:it |that |them )?to|filter (?:it |that |them )?(?:by|to)|keep only|keep|which of them|which of those|which of these|who of those|how many of them|how many of those|how many of these) /,
  drop: /^(?:and |but |now |ok |so |then |also )*(?:exclude|excluding|except|without|remove|drop|leave out|but not|not|minus|take out|leaving out|ignore|skip) /,
  swap: /^(?:and|what about|how about|same for|the same for|change (?:it|that|this) to|switch (?:it )?to|try|say|same thing for|same question for|same but for|and for|and in|ok and|i meant|sorry i meant|actually|make that|make it|now for|for|or) /,
};
export interface Opening {
  readonly edit?: Edit;
  /** The sentence without the words that said so. */
  readonly tokens: readonly Token[];
}

export function openingOf(all: readonly Token[]): Opening {
  // "Over $1000 instead" replaces what was said.
  const isInstead = all.length > 1 && /^(instead|rather)$/.test(all.at(-1)?.text ?? '');
  const tokens = isInstead ? all.slice(0, -1) : all;
  const line = `${tokens.map(({ text }) => text).join(' ')} `;
  for (const edit of ['narrow', 'drop', 'swap'] as const) {
    const [found] = starts[edit].exec(line) ?? [];
    if (found === undefined) continue;
    const left = rest(tokens, found);
    // "Of those, only fellows": said twice.
    const again =
      left[0]?.text === ',' || left[0]?.text === 'only' || left[0]?.text === 'just'
        ? openingOf(left[0].text === ',' ? left.slice(1) : left)
        : undefined;
    return again?.edit ? again : { edit, tokens: left };
  }
  return isInstead ? { edit: 'swap', tokens } : { tokens };
}

const rest = (tokens: readonly Token[], found: string): readonly Token[] =>
  tokens.slice(found.trim().split(' ').length);

/** The definition spoken of with one edit. */
export function edited(edit: Edit | undefined, condition: Condition, from: Definition): Definition {
  const { definition } = condition;
  // The ten largest without organisations are ten again.
  if ((edit === 'drop' || edit === 'swap') && (from.op === 'top' || from.op === 'sample'))
    return { ...from, of: edited(edit, condition, from.of) };
  const parts = partsOf(from).filter(({ op }) => op !== 'everyone');
  if (edit === 'drop') return { op: 'all', of: [...parts, opposite(definition)] };
  if (edit !== 'swap') {
    const kept = parts.filter((part) => !isSaidAgain(part, definition));
    const next: Definition = { op: 'all', of: [...kept, ...partsOf(definition)] };
    // Whoever came were taken for members; of them those that have lapsed are asked for now.
    return isImpossible(normal(next)) && saysStatus(definition)
      ? { op: 'all', of: [...kept.filter((part) => !isUsualStatus(part)), ...partsOf(definition)] }
      : next;
  }
  const next = [...parts];
  for (const part of partsOf(definition)) {
    const fields = fieldsOf(part);
    const same = next.findIndex((known) => fields !== undefined && fieldsOf(known) === fields);
    if (same >= 0) next[same] = part;
    else next.push(part);
  }
  return { op: 'all', of: next };
}

/** Members, as nobody had to say. */
const isUsualStatus = (part: Definition): boolean =>
  part.op === 'field' &&
  part.field === 'status' &&
  'in' in part.test &&
  [...part.test.in].sort().join() === [...countedAsMembers].sort().join();

/** The same happening in other days: "of those who renewed this October", after those of the October before. */
const isSaidAgain = (part: Definition, definition: Definition): boolean =>
  partsOf(definition).some((said) => {
    const [was, is] = [daysOf(part), daysOf(said)];
    return (
      was !== undefined &&
      is !== undefined &&
      was.of === is.of &&
      JSON.stringify(was.days) !== JSON.stringify(is.days) &&
      areApart(was.days, is.days)
    );
  });

function daysOf(part: Definition): { readonly of: string; readonly days: Window } | undefined {
  if (part.op === 'event' && isOwnWindow(part.window)) {
    const { window, ...rest } = part;
    return { of: JSON.stringify(rest), days: window };
  }
  return part.op === 'field' && 'within' in part.test && isOwnWindow(part.test.within)
    ? { of: part.field, days: part.test.within }
    : undefined;
}

/** Both are said as days, and no day is in both. */
const areApart = (a: Window, b: Window): boolean => {
  const [first, second] = [plainDays(a), plainDays(b)];
  return first !== undefined && second !== undefined && (first.to < second.from || second.to < first.from);
};
const plainDays = (window: Window): { readonly from: string; readonly to: string } | undefined =>
  typeof window === 'object' && 'from' in window && window.from && 'to' in window && window.to
    ? { from: window.from, to: window.to }
    : undefined;

/** What a condition is a value of, so that another value replaces it: a chapter and a state are both where somebody is. */
const fieldsOf = (definition: Definition): string | undefined => {
  const field = exclusiveField(definition);
  return field === 'chapter' || field === 'state' ? 'place' : field;
};

/** The definition with its one window replaced, or undefined where there is none or more than one. */
export function rewindowed(from: Definition, reading: WindowReading): Definition | undefined {
  return windowsIn(from) === 1 ? replaceWindow(from, reading.value) : undefined;
}

/** "And February?" after "expiring in January" means the next one, since the days replaced were to come; otherwise the last. */
export function turnsRound(from: Definition, { value }: WindowReading, customs: Customs): boolean {
  const before = directionsIn(from, customs);
  const after = directionOf(value, customs);
  return before.length === 1 && after !== undefined && before[0] !== undefined && before[0] !== after;
}

const directionOf = (window: Window, customs: Customs): 'past' | 'future' | undefined => {
  if (!isOwnWindow(window)) return undefined;
  const { from, to } = resolve(window as CalendarWindow, customs);
  return to && to < customs.today ? 'past' : from && from > customs.today ? 'future' : undefined;
};

function directionsIn(definition: Definition, customs: Customs): ('past' | 'future' | undefined)[] {
  if (definition.op === 'all' || definition.op === 'any')
    return definition.of.flatMap((part) => directionsIn(part, customs));
  if (definition.op === 'not') return directionsIn(definition.of, customs);
  if (definition.op === 'event') return isOwnWindow(definition.window) ? [directionOf(definition.window, customs)] : [];
  return definition.op === 'field' && 'within' in definition.test ? [directionOf(definition.test.within, customs)] : [];
}

export function windowsIn(definition: Definition): number {
  if (definition.op === 'all' || definition.op === 'any')
    return definition.of.reduce((sum, part) => sum + windowsIn(part), 0);
  if (definition.op === 'not') return windowsIn(definition.of);
  if (definition.op === 'event') return isOwnWindow(definition.window) ? 1 : 0;
  return definition.op === 'field' && 'within' in definition.test ? 1 : 0;
}

export type Value = Extract<Sense, { cat: 'Amount' } | { count: unknown }>;

/** "Over $1000 instead", "make it 60": the one number of that kind replaced; undefined where there is none, or several. */
export function revalued(from: Definition, value: Value, currency: string): Definition | undefined {
  let places = 0;
  const replace = (definition: Definition): Definition => {
    if ('of' in definition)
      return Array.isArray(definition.of)
        ? ({ ...definition, of: definition.of.map(replace) } as Definition)
        : ({ ...definition, of: replace(definition.of) } as Definition);
    const next = valued(definition, value, currency);
    if (next) places++;
    return next ?? definition;
  };
  const next = replace(from);
  return places === 1 ? next : undefined;
}

function valued(definition: Definition, value: Value, currency: string): Definition | undefined {
  const isBare = value.cat !== 'Amount' && 'value' in value.count && value.count.is === 'eq';
  const bare = value.cat !== 'Amount' && 'value' in value.count ? value.count.value : undefined;
  if (definition.op === 'money' && 'value' in definition.test) {
    if (value.cat === 'Amount') {
      if (!('value' in value.amount)) return undefined;
      return {
        ...definition,
        currency: value.amount.value.currency,
        test: { is: value.amount.is, value: value.amount.value.minor },
      };
    }
    if (bare === undefined) return undefined;
    return { ...definition, test: { is: definition.test.is, value: fromMajor(bare, currency).minor } };
  }
  if (bare === undefined || value.cat === 'Amount' || !('value' in value.count)) return undefined;
  const isOf = value.count.is;
  if (definition.op === 'event' && definition.count.value > 1)
    return { ...definition, count: { is: isBare ? definition.count.is : isOf, value: bare } };
  if (definition.op === 'field' && 'value' in definition.test)
    return { ...definition, test: { is: isBare ? definition.test.is : isOf, value: bare } };
  if (!isBare) return undefined;
  const window =
    definition.op === 'event'
      ? definition.window
      : definition.op === 'field' && 'within' in definition.test
        ? definition.test.within
        : undefined;
  if (typeof window !== 'object' || !('last' in window || 'next' in window)) return undefined;
  const moved: Window = 'last' in window ? { ...window, last: bare } : { ...window, next: bare };
  return definition.op === 'event'
    ? { ...definition, window: moved }
    : ({ ...definition, test: { within: moved } } as Definition);
}

const isOwnWindow = (window: Window): boolean => window !== 'ever' && !isMemberWindow(window);

function replaceWindow(definition: Definition, window: Window): Definition {
  if (definition.op === 'all' || definition.op === 'any')
    return { ...definition, of: definition.of.map((part) => replaceWindow(part, window)) };
  if (definition.op === 'not') return { ...definition, of: replaceWindow(definition.of, window) };
  if (definition.op === 'event') return isOwnWindow(definition.window) ? { ...definition, window } : definition;
  return definition.op === 'field' && 'within' in definition.test
    ? { ...definition, test: { within: window } }
    : definition;
}
