/* Two requests in one message: two checks of one person are one; of others the first is answered, the second offered. */
import type { Definition } from '../../population/definition.js';
import { named } from './arguments.js';
import { askedFor } from './asked-for.js';
import type { Focus } from './focus.js';
import { isAnyStatus, isLapsedToo, orderOf } from './fragments.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';
import type { Reading } from './readings.js';
import { withPersonNamed } from './spoken-of.js';
import { isOwnWords } from './tokenise.js';

export interface TwoRequests {
  readonly call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> };
  readonly notes: readonly string[];
  /** Asked next, in full. */
  readonly second?: string;
}

/** Where a second request may begin. */
const JOINTS = [
  /[?.!]+\s+(?=\S)/,
  /\s*[,;]\s*(?:and |also |plus |or )?(?=(?:is|are|was|were|did|does|do|has|have|had|what|when|how|which|who|show|list|can|could|please)\b)/i,
  /\s+and (?:also |then )?(?=(?:is|was|did|does|has|had|what|when|how|show|list)\b)/i,
];

export function twoRequests(said: string, focus: Focus | undefined, mind: Mind): TwoRequests | undefined {
  if (isOwnWords(said)) return undefined;
  const { text, notes } = withPersonNamed(said);
  for (const joint of JOINTS) {
    const found = joint.exec(text);
    if (!found || found.index === 0) continue;
    const first = text.slice(0, found.index);
    const second = text.slice(found.index + found[0].length);
    if (first.trim().split(' ').length < 2 || second.trim().split(' ').length < 2) continue;
    const one = readAs(first, focus, mind);
    if (!one) continue;
    const [person] = Object.values(one.arguments).filter((value) => /^M-/.test(String(value)));
    // "Who registered and did turn up": one description of many.
    if (!person && /^(?:is|are|was|were|did|does|do|has|have|had)\b/i.test(second)) continue;
    // "I don't mind whether they have lapsed" is of the first.
    if (
      /^(?:and )?(?:i|we|include|including|any status|member or not|whatever|regardless|only|just|not)\b/i.test(second)
    )
      continue;
    // "Longest-standing first", "any status": of the first.
    const [fragment = ''] = second.split(/[,.;?!]/);
    if (
      !focus?.definition &&
      (askedFor(fragment) || isAnyStatus(fragment) || isLapsedToo(fragment) || orderOf(fragment, text))
    )
      continue;
    const other = readAs(second, person ? { ...focus, member: String(person) } : focus, mind);
    if (!other) continue;
    const both = bothOf(one, other);
    const all = [...notes, ...one.notes];
    if (both) return { call: { tool: one.tool.tool.name, arguments: both }, notes: [...all, ...other.notes] };
    if (one.tool.tool.effect !== 'read') return undefined;
    return {
      call: { tool: one.tool.tool.name, arguments: one.arguments },
      notes: [...all, `two things were asked: this is the first, "${second.replace(/[?.!\s]+$/, '')}" is the next`],
      second,
    };
  }
  return undefined;
}

/** Two conditions on one person, for the tool that checks them. */
function bothOf(one: Reading, other: Reading): Record<string, unknown> | undefined {
  if (one.tool !== other.tool) return undefined;
  const [member, people] = [named(one.tool, 'Member'), named(one.tool, 'Cond')];
  if (member === undefined || people === undefined || one.arguments[member] !== other.arguments[member])
    return undefined;
  const of = [one.arguments[people], other.arguments[people]] as Definition[];
  return { ...one.arguments, [people]: { op: 'all', of } };
}
