/* Asked of the people just spoken of: "how many of those", "which of those", and whether they are still the ones meant. */
import type { Definition } from '../../population/definition.js';
import { normal } from '../../population/normal.js';
import { partsOf } from './combine.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';
import { whoHasSome } from './other-figure.js';
import { readAs } from './read-as.js';

const HOW_MANY_IS_THAT =
  /^(?:and |so |ok )*how many (?:(\p{L}+) )?(?:is|are|does|would|do) (?:that|it|this|those|these|they)(?: make| be| come to| altogether| in all| in total)?$/iu;
const HOW_MANY_OF_THOSE = /^(?:and |so |ok |now )*how many (?:of |from |among )?(?:those|them|these)\b[,\s]*/i;
const WHICH_OF_THOSE =
  /^(?:and |so |ok |now |great |sweet |good |cool )*(?:which|who)(?: ones?)?(?:,?\s+(?:of|among|from|out of) (?:those|them|these))\b[,\s]*/i;
const GENERIC = /^$|^(?:members|people|ppl|of|records|names|heads|accounts)$/i;

/** "How many of those ..." counts and "which of those ..." lists, whatever was asked before. */
export function ofThoseAs(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const tool = (name: string) => mind.grammar.tools.find((one) => one.tool.name === name)?.tool.name;
  const [, noun] = HOW_MANY_IS_THAT.exec(text) ?? [];
  const [counted] = HOW_MANY_OF_THOSE.exec(text) ?? [];
  const [listed] = WHICH_OF_THOSE.exec(text) ?? [];
  const isThat = HOW_MANY_IS_THAT.test(text);
  const name = tool(isThat || counted ? 'count_members' : 'find_members');
  if (!name || (!isThat && counted === undefined && listed === undefined)) return undefined;
  if (isThat && GENERIC.test(noun ?? ''))
    return { call: { tool: name, arguments: { definition: withSome(focus) } }, notes: [] };
  const people: Focus = isThat ? focus : { ...focus, definition: withSome(focus) };
  const rest = isThat
    ? `are ${noun}`
    : text.slice((counted ?? listed ?? '').length).replace(/\s+since(?: then)?$/i, '');
  const bare = rest.replace(/^(?:(?:are|is|were|was|had|have|has)\s+)?(?:also\s+)?/i, '');
  const reading =
    readAs(`of those, ${rest}`, people, mind) ??
    readAs(`of those, ${bare}`, people, mind) ??
    readAs(`of those ${rest}`, people, mind) ??
    readAs(text, people, mind);
  const { definition, sort, order, limit } = reading?.arguments ?? {};
  if (!reading || definition === undefined || !keepsMost(people.definition, definition as Definition)) return undefined;
  const meant = isThat ? withSome({ ...focus, definition: definition as Definition }) : definition;
  const kept = name === reading.tool.tool.name ? { sort, order, limit } : {};
  const args = Object.fromEntries(
    Object.entries({ definition: meant, ...kept }).filter(([, value]) => value !== undefined),
  );
  return { call: { tool: name, arguments: args }, notes: reading.notes };
}

/** Whom a figure is of, where it is of some: "how many is that", after what they owe together. */
const withSome = (focus: Focus): Definition => whoHasSome(focus) ?? focus.definition ?? { op: 'everyone' };

/** All but one of what was said before is still said: a step goes on from it, and asks nothing new. */
export function keepsMost(before: Definition | undefined, after: Definition): boolean {
  if (!before || before.op === 'everyone') return true;
  const said = (one: Definition): string => JSON.stringify(normal(one));
  const isPick = (one: Definition): one is Extract<Definition, { op: 'top' | 'sample' }> =>
    one.op === 'top' || one.op === 'sample';
  if (isPick(before) && isPick(after)) return keepsMost(before.of, after.of);
  const within = isPick(after) ? after.of : after;
  const now = new Set(partsOf(normal(within)).map(said));
  const parts = partsOf(normal(before));
  return parts.filter((part) => !now.has(said(part))).length <= (parts.length > 1 ? 1 : 0);
}
