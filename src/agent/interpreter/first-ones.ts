/* The first so many of what was grouped just before: "the top two", "just the biggest three". */
import { countsAt } from '../../language/counts.js';
import { named } from './arguments.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';

const TOP_ONLY =
  /(?:^|\s*,\s*|\s+and\s+|\s+then\s+)(?:now |then |and )?(?:just|only|keep|show)(?: me)?(?: only| just)? (?:the )?(?:top|first|biggest|largest) ([\p{L}\d]+)(?: only| of them| ones)?$/iu;

/** "Three" or "3" as a number. */
export const numberOf = (word: string | undefined): number | undefined => {
  const [count] = word ? countsAt([word], 0) : [];
  return count && 'value' in count.value ? count.value.value : undefined;
};

/** "The top two", after a figure by group: those groups, and never people. */
export function groupsFirst({ tool: name, arguments: args }: Focus, number: number, mind: Mind): GoingOn | undefined {
  const tool = mind.grammar.tools.find((one) => one.tool.name === name);
  const [by, order, limit] = [
    tool && named(tool, 'GroupBy'),
    tool && named(tool, 'Order'),
    tool && named(tool, 'Limit'),
  ];
  if (!tool || by === undefined || order === undefined || args?.[by] === undefined) return undefined;
  return {
    call: { tool: tool.tool.name, arguments: { ...args, [order]: 'desc', ...(limit && { [limit]: number }) } },
    notes: limit ? [] : [`highest first: the first ${number} are those asked for`],
  };
}

/** Of groups counted: the first so many, after whatever else is changed in the same sentence. */
export function topOnly(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const [found, word] = TOP_ONLY.exec(text) ?? [];
  const number = numberOf(word);
  const tool = mind.grammar.tools.find((one) => one.tool.name === focus.tool);
  if (found === undefined || number === undefined || !tool || named(tool, 'GroupBy') === undefined) return undefined;
  const [limit, order] = [named(tool, 'Limit'), named(tool, 'Order')];
  if (limit === undefined) return groupsFirst(focus, number, mind);
  const rest = text.slice(0, text.length - found.length).trim();
  const reading = rest ? readAs(rest.replace(/^(?:now|and|ok|then) /i, ''), focus, mind) : undefined;
  if (rest && reading?.tool.tool.name !== focus.tool) return undefined;
  const args = { ...(reading?.arguments ?? focus.arguments), [limit]: number, ...(order && { [order]: 'desc' }) };
  return { call: { tool: tool.tool.name, arguments: args }, notes: reading?.notes ?? [] };
}
