/* "Is M-7F3KQ2 one of them?": one person beside the people just spoken of. */
import type { Definition, Measure } from '../../population/definition.js';
import { aboutOne } from './about-one.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';

const CODE = '[MN]-[0-9A-Z]{6}';
const LEAD = String.raw`^(?:(?:and|so|ok|okay|now|but|then|also|right|great|hm+|just checking|quick check|check|tell me|can you (?:see|check|tell me)|do you know)[,.:!]*\s+)*(?:if |whether )?`;
const THEM = String.raw`(?:them|those|these|it|there|here|(?:that|this|the) (?:list|group|lot|number|count|set|bunch|crowd|figure|tally|batch|cut)|(?:those|these|the) (?:people|members|ones|names|\w+))`;
const BEING = String.raw`(?:(?:is|was|are|were|would|does|did|has|have|be|been|also|already|even|actually|counted|included|listed|named|show(?:n|ing|s)?(?: up)?|appear\w*|make|made|making|figure|fall|land|come|came|sit|belong)\s+)*`;
const IN = `(?:one of|among|amongst|in|on|part of|within|with|under|to|into|anywhere (?:in|on)|somewhere (?:in|on))`;
const END = String.raw`(?:\s+(?:too|as well|also|by any chance|then|or not|yes or no|at all|still|though))*`;
const asked = [
  new RegExp(String.raw`${LEAD}${BEING}(${CODE})\s+${BEING}(?:${IN}\s+)?${THEM}${END}\s*(?:[?.!,]\s*(.*))?$`, 'i'),
  new RegExp(
    String.raw`${LEAD}(?:of|out of|from|among|in)\s+(?:those|these|them|that (?:list|lot|group))(?:\s+\w+){0,2}?,?\s+${BEING}(${CODE})\s+${BEING}(?:one|there|in|the cut|in (?:there|it)|among them|one of them|in the list|it)${END}\s*(?:[?.!,]\s*(.*))?$`,
    'i',
  ),
  new RegExp(
    String.raw`${LEAD}(?:did|does|has|would)\s+(${CODE})\s+(?:make|made)\s+(?:the|that) (?:list|cut)${END}\s*(?:[?.!,]\s*(.*))?$`,
    'i',
  ),
];

/** Checked against the people spoken of, condition by condition; and what else is asked of that person. */
export function amongThem(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const tool = mind.grammar.tools.find(({ tool: { name } }) => name === 'check_member')?.tool.name;
  const people = asList(focus);
  if (!tool || !people) return undefined;
  for (const pattern of asked) {
    const [, member, rest = ''] = pattern.exec(text.trim()) ?? [];
    if (!member) continue;
    const more = rest.trim() ? aboutOne(ofThat(rest, member), { ...focus, member, isAboutOne: true }, mind) : undefined;
    if (rest.trim() && !more) return undefined;
    return {
      call: { tool, arguments: { member, definition: people } },
      ...(more && { also: more.calls.filter((call) => call.tool !== tool) }),
      notes: more?.notes ?? [],
    };
  }
  return undefined;
}

const ofThat = (rest: string, member: string): string =>
  rest
    .replace(/^(?:and |or |but )?(?:if (?:not|so|yes|no)|otherwise|either way|in any case)[, ]+/i, '')
    .replace(/\b(?:he|she|they)\b/gi, member);

/** A list cut off after some lines is those lines. */
function asList({ definition, arguments: args }: Focus): Definition | undefined {
  const [sort, limit] = [args?.['sort'] as Measure | undefined, args?.['limit'] as number | undefined];
  if (!definition || !sort || !limit || definition.op === 'top') return definition;
  return { op: 'top', n: limit, by: sort, direction: args?.['order'] === 'asc' ? 'asc' : 'desc', of: definition };
}
