/* A figure asked for once more: another statistic, a part of it, or the people whose it is. */
import type { Definition, Measure } from '../../population/definition.js';
import type { Statistic } from '../../population/measure.js';
import { normal } from '../../population/normal.js';
import { named } from './arguments.js';
import { partsOf } from './combine.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';
import { saysStatus } from './whom.js';

const LEAD = String.raw`^(?:(?:and|so|ok|okay|now|then|also|great|right|but|actually|sorry|please|pls)[,.!]*\s+)*`;
const names: readonly (readonly [words: string, statistic: Statistic])[] = [
  ['average|mean|avg|averages', 'average'],
  ['median|middle|midpoint|medians', 'median'],
  ['total|sum|totals|grand total', 'total'],
  ['(?:average )?(?:per head|per member|per person|per capita|each on average)', 'per_member'],
  ['largest|highest|maximum|max|biggest single', 'largest'],
  ['smallest|lowest|minimum|min', 'smallest'],
];
const instead = (words: string): RegExp =>
  new RegExp(
    String.raw`${LEAD}(?:(?:as|make it|make that|give me|show me|what(?:'s| is| was| about| would be)|how about|use|in|with|do|take|try|i meant|i mean|now for|switch to)\s+)*(?:(?:the|an|a|its|their|that)\s+)?(?:${words})(?:\s+(?:one|figure|value|amount|balance|number|of (?:it|that|those|them)|for (?:it|that|those|them)))*(?:\s+(?:instead|rather|please|pls|then|too|as well)|,? (?:instead of|rather than|not) (?:the |a |an )?(?:total|sum|average|mean|median|count|totals|averages))*\s*$`,
    'i',
  );
const instance = names.map(([words, statistic]) => [instead(words), statistic] as const);

/** "The average instead", "make it the median", of the figure before. */
export function otherStatistic(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const tool = measuring(focus, mind);
  const name = tool && named(tool, 'Statistic');
  const said = text.replace(/[\s.?!]+$/, '');
  const found = instance.find(([pattern]) => pattern.test(said));
  if (!tool || name === undefined || !found) return undefined;
  return { call: { tool: tool.tool.name, arguments: { ...focus.arguments, [name]: found[1] } }, notes: [] };
}

const SAME =
  /^(?:(?:and|ok|now|the|keep(?: the)?)\s+)*same (?:split|breakdown|cut|view|table|grouping|report|groups?|people|question|figure|list)(?: again| as before)?\s*$/i;
/** "Same split", before what is to be changed. */
export const sameAgain = (text: string, { tool, arguments: args }: Focus): GoingOn | undefined =>
  tool && args && SAME.test(text) ? { call: { tool, arguments: args }, notes: [] } : undefined;

const OF_THAT =
  /^(?:(?:and|so|ok|okay|now|then|but)[,.!]*\s+)*(?:(?:of|out of|from|within) (?:that|this|it)(?: (?:total|amount|sum|figure|number|balance|money|lot|pot))?\s*,?\s+(?:how much|what(?:'s| part| share)?|how many dollars)\s+(.+)|(?:how much|what part|what portion|how many dollars) of (?:that|this|it|the (?:total|amount|sum))(?: (?:total|amount|sum|figure|balance|money))?\s+(.+))$/i;

/** "Of that, how much is overdue": another amount of the same people, or the same amount of some of them. */
export function partOfThat(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const tool = measuring(focus, mind);
  const [, first, second] = OF_THAT.exec(text.replace(/[\s.?!]+$/, '')) ?? [];
  const asked = first ?? second;
  if (!tool || asked === undefined || !focus.definition) return undefined;
  const reading =
    readAs(`how much ${asked}`, undefined, mind) ??
    readAs(`total ${asked.replace(/^(?:is|was|are|were)\s+/i, '')}`, undefined, mind);
  const { measure, definition } = reading?.arguments ?? {};
  if (reading?.tool === tool && measure) {
    const more = definition ? partsOf(definition as Definition).filter((part) => !isAnybody(part)) : [];
    const people = normal({ op: 'all', of: [...partsOf(focus.definition), ...more] });
    return {
      call: { tool: tool.tool.name, arguments: { ...focus.arguments, measure, definition: people } },
      notes: [],
    };
  }
  const bare = asked.replace(
    /^(?:is|was|are|were|comes?|came|went|goes|belongs?|sits?)\s+(?:(?:from|to|with|by|of|owed by|due from|for)\s+)?/i,
    '',
  );
  const some = readAs(`only ${bare}`, focus, mind);
  return some?.tool === tool
    ? { call: { tool: tool.tool.name, arguments: some.arguments }, notes: some.notes }
    : undefined;
}

const isAnybody = (part: Definition): boolean =>
  part.op === 'everyone' || (part.op === 'field' && part.field === 'status' && saysStatus(part) && isMembers(part));
const isMembers = (part: Definition): boolean =>
  part.op === 'field' && 'in' in part.test && [...part.test.in].sort().join() === 'active,grace';

/** Those who have some of what was measured; undefined where nothing was, or where everybody has it. */
export function whoHasSome({ definition = { op: 'everyone' }, arguments: args }: Focus): Definition | undefined {
  const measure = args?.['measure'] as Measure | undefined;
  const some = measure && definition.op !== 'top' ? someOf(measure) : undefined;
  return some && normal({ op: 'all', of: [...partsOf(definition), some] });
}

/** More than nothing of it; a field is no amount. */
function someOf(measure: Measure): Definition | undefined {
  if ('field' in measure) return undefined;
  const { window } = measure;
  const test = { is: 'gt', value: 0 } as const;
  if ('money' in measure)
    return { op: 'money', measure: measure.money, aggregate: 'sum', currency: measure.currency, test, window };
  const where = measure.where && { where: measure.where };
  if ('quantity' in measure) return { op: 'sum', quantity: measure.quantity, ...where, test, window };
  return { op: 'event', kind: measure.count, ...where, count: { is: 'gte', value: 1 }, window };
}

const ONLY_WITH_SOME =
  /^(?:(?:and|but|now|then)\s+)*(?:(?:only|just|for|of|among|counting(?: only)?|limit(?:ed)? (?:it )?to|keep(?: only)?)\s+)+(?:those|the ones|people|members|anyone|anybody|whoever)?\s*(?:who|that|which|with)?\s*(?:(?:actually|really|do|did|currently|have|has|had|indeed|even|any|something|anything|some)\s*)*(?:owe[sd]?|owing|gave|give|given|paid|pay|donated?|bought|spent|volunteered|earned|debtors?|donors?|givers?|buyers?|payers?|one|it|some|any|a balance|an amount|something|overdue)(?:\s+(?:us|something|anything|any|at all|money|overdue|to us))*\s*$/i;
/** "Only those who actually owe": of what was measured. */
export function onlyWithSome(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const tool = measuring(focus, mind);
  const definition = ONLY_WITH_SOME.test(text.replace(/[\s.?!]+$/, '')) ? whoHasSome(focus) : undefined;
  return tool && definition
    ? { call: { tool: tool.tool.name, arguments: { ...focus.arguments, definition } }, notes: [] }
    : undefined;
}

/** The list of those whose figure it was, the largest first. */
export function theirNames(focus: Focus, mind: Mind): GoingOn | undefined {
  const list = mind.grammar.tools.find(({ tool }) => tool.name === 'find_members')?.tool.name;
  const definition = measuring(focus, mind) ? whoHasSome(focus) : undefined;
  const sort = focus.arguments?.['measure'];
  return list && definition
    ? {
        call: { tool: list, arguments: { definition, sort, order: 'desc' } },
        notes: ['those with some of it, the most first'],
      }
    : undefined;
}

const measuring = (focus: Focus, mind: Mind) =>
  mind.grammar.tools.find((one) => one.tool.name === focus.tool && named(one, 'Statistic') !== undefined);

const COUNTS = /\b(?:how many|number|count|headcount|people|members|heads)\b/i;
/** A figure broken down is still that figure: "by tier" after donations is donations by tier. */
export function stillMeasured<
  T extends { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> },
>(
  call: T,
  said: string,
  focus: Focus | undefined,
  mind: Mind,
): { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> } {
  const measured = focus && measuring(focus, mind);
  const by = measured && named(measured, 'GroupBy');
  const groups = mind.grammar.tools.find((one) => one.tool.name === call.tool);
  if (!focus?.definition || !measured || by === undefined || !groups || groups === measured) return call;
  const keys = call.arguments[named(groups, 'GroupBy') ?? ''];
  const { definition } = call.arguments;
  if (keys === undefined || COUNTS.test(said) || named(groups, 'Measure') !== undefined) return call;
  const isSame = JSON.stringify(normal(definition as Definition)) === JSON.stringify(normal(focus.definition));
  return definition !== undefined && isSame
    ? { tool: measured.tool.name, arguments: { ...focus.arguments, [by]: keys } }
    : call;
}
