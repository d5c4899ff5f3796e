/*
 * What was asked before, once more with something changed: "the same for fellows", "and M-7F3KQ2?", "without it", "the
 * total", "by chapter" of a sum, "longest-standing first", "of the first figure". Each comes to a call or to a sentence.
 */
import { numberWords } from '../../language/numbers.js';
import type { Definition, Measure } from '../../population/definition.js';
import { normal } from '../../population/normal.js';
import { named } from './arguments.js';
import { opposite, partsOf } from './combine.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';
import type { ToolFrame } from './tool-frames.js';

const LEAD = String.raw`^(?:(?:and|so|ok|okay|now|then|also|great|right|good|lovely|sweet|cool|perfect|thanks|alright|yes|well|hmm|please|pls|finally|next)[,.!]*\s+)*`;
const AGAIN = new RegExp(
  String.raw`${LEAD}(?:what (?:about|was|is|are|were|would be)\s+|do\s+|give me\s+|show me\s+|run\s+|can i (?:get|have|see)\s+)?(?:(?:the|that|this)\s+)?same(?:\s+(?:thing|split|question|figure|number|count|list|breakdown|report|one|query|view|again|total|deal|exercise|cut|table|ask|stats?))*\s*,?\s*(?:again\s*)?((?:but\s+|only\s+|just\s+)*)(?:for|with|in|of|on|among)?\s+(.+)$`,
  'iu',
);
/** "Same split but California only" narrows; "the same for Indivs" takes another in its place. */
export function sameWith(text: string): string | undefined {
  const [, only = '', rest] = AGAIN.exec(text) ?? [];
  if (
    rest === undefined ||
    /\b(?:year|month|quarter|week|period|time|stretch|window) (?:earlier|before|ago|prior)\b/i.test(rest)
  )
    return undefined;
  const bare = rest.replace(/\s+only$/i, '').replace(/^(?:but\s+|only\s+|just\s+)+/i, '');
  const isNarrowed =
    /but|only|just/i.test(only) || bare !== rest || /^(?:those|these|ones|who|that|without|not)\b/i.test(bare);
  if (/^(?:without|excluding|except|not|minus|leaving out)\b/i.test(bare)) return bare.replace(/^not\b/i, 'without');
  return isNarrowed ? `only ${bare.replace(/^(?:those|these|the ones|ones)\s+/i, 'those ')}` : `what about ${bare}`;
}

const ONE = new RegExp(
  String.raw`${LEAD}(?:(?:what|how) about\s+|(?:the )?same (?:for|with)\s+|for\s+)?([MN]-[0-9A-Z]{6})\s*\??$`,
  'i',
);
/** "And M-7F3KQ2?" after an answer about one: what was asked, of the other. */
export function ofAnother(text: string, { one }: Focus, mind: Mind): GoingOn | undefined {
  const [, member] = ONE.exec(text) ?? [];
  const tool = mind.grammar.tools.find(({ tool: { name } }) => name === one?.tool)?.tool;
  if (!member || one === undefined || tool?.effect !== 'read') return undefined;
  return { call: { tool: one.tool, arguments: { ...one.arguments, member } }, notes: ['the same of another'] };
}

const OPEN_OF_THESE =
  /^(?:and |so |ok |now )*(?:(?:are|is|were) (?:any|some|all|one|either|both)?(?: of)?|any(?: of)?|which(?: ones)?(?: of)?|what(?: of)?)\s*(?:(?:these|those|them|it|that)\s*)?(?:(?:is|are|were)\s+)?(?:still |not |yet )*(?:open|unpaid|outstanding|overdue|owed|due|past due|not paid|to be paid|left)\b[^.]*$/i;
/** "Are any of these still open?" after the invoices of one: those of the same days. */
export function openOfThese(text: string, { one, isAboutOne }: Focus): GoingOn | undefined {
  if (one === undefined || !isAboutOne || one.tool !== 'member_invoices' || !OPEN_OF_THESE.test(text)) return undefined;
  return { call: { tool: one.tool, arguments: { ...one.arguments, state: 'open' } }, notes: [] };
}

const BY = new RegExp(
  String.raw`${LEAD}(?:(?:now )?(?:break|split|cut|slice|divide|group|show|give|list|do|take)(?: me)?(?: (?:it|that|this|them|those|these|the (?:figure|number|count|total|sum|amount)))?(?: (?:down|up|out))?\s+)?(?:(?:(?:and|but|the)\s+)*(?:that|this|it|those|them|these|same|the same|that (?:figure|number|total|sum|amount|money|average)|the (?:figure|number|total|sum|amount|average))\s*,?\s+)?(?:(?:and )?(?:broken|split) (?:down|up|out)\s+)?(?:by|per|for each|across)\s+(.+)$`,
  'i',
);
/** A sum broken down is still the sum, and no count. */
export function sumBy(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const tool = toolOf(focus, mind);
  const by = tool && named(tool, 'GroupBy');
  if (!tool || by === undefined || named(tool, 'Statistic') === undefined) return undefined;
  const [, groups] = BY.exec(text) ?? [];
  const reading = groups === undefined ? undefined : readAs(`active members by ${groups}`, undefined, mind);
  const of = (slot: 'GroupBy' | 'Order' | 'Limit') => reading?.arguments[named(reading.tool, slot) ?? ''];
  const [order, inOrder] = [of('Order'), named(tool, 'Order')];
  // So many of them, which a sum cannot give, is left to the other readings.
  if (of('GroupBy') === undefined || of('Limit') !== undefined || (order !== undefined && inOrder === undefined))
    return undefined;
  const said = { [by]: of('GroupBy'), ...(order !== undefined && inOrder && { [inOrder]: order }) };
  return { call: { tool: tool.tool.name, arguments: { ...focus.arguments, ...said } }, notes: [] };
}

/** "Break it down by tier", "split that by month": as the one phrase the tools know. */
export const brokenDown = (text: string): string =>
  text
    .replace(
      /\b(?:break|split|divide|cut|carve) ((?:[\p{L}\d'’-]+ ){2,7}?)(?:down|up|out) (?=(?:by|per|into)\b)/giu,
      'break down $1',
    )
    .replace(/\bbreak down (?:it|that|this|them|those|these) (?=(?:by|per|into)\b)/gi, 'break down ')
    .replace(
      /\b(?:break|split|cut|slice|divide|carve|chop|group|segment|separate|take)(?: (?:it|that|this|them|those|these|the (?:same|figure|number|count|total)))(?: (?:down|up|out|apart))?\s+(?:and (?:break|split) it (?:down|up)\s+)?(?=by\b|per\b|into\b|along\b)/gi,
      'break down ',
    );

const COMES_TO =
  /^(?:and |so |ok |now )*(?:what|how much) (?:does|do|would|will|did|is) (?:that|it|this|those|they|these|all (?:of )?(?:that|those|them)|the lot)(?: all| now)? ?(?:come to|add up to|amount to|total|make|sum to|sum up to|work out (?:at|to)|worth)?(?: (?:altogether|in (?:all|total|money|dollars)|all (?:told|together|in)|together|overall))*$/i;
const TOTAL =
  /^(?:and |so |ok |now )*(?:(?:what(?:'s| is)|how much is|give me|show me) )?(?:the |that |it |a |their |overall )*(?:total|sum|amount|how much|value|dollar amount|dollars?)(?: (?:of|for) (?:that|those|them))?(?: (?:is that|in total|money|altogether|amount|value|overdue|owed|open|due|together|all told|is it|are they worth|do they owe(?: us)?))*\s*\$?\s*(?:in (?:dollars|usd|\$))?\s*$/i;
/** "Total $?" after people who owe: what they owe together. */
export function totalOf(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const tool = mind.grammar.tools.find((one) => named(one, 'Statistic') !== undefined);
  const { definition } = focus;
  const said = text.replace(/[?!.\s]+$/, '');
  if (!tool || !definition || !(TOTAL.test(said) || COMES_TO.test(said))) return undefined;
  const measure = (focus.arguments?.['measure'] as Measure | undefined) ?? moneyIn(definition);
  if (!measure) return undefined;
  return { call: { tool: tool.tool.name, arguments: { measure, definition } }, notes: [] };
}

function moneyIn(definition: Definition): Measure | undefined {
  for (const part of partsOf(definition))
    if (part.op === 'money') return { money: part.measure, currency: part.currency, window: part.window } as Measure;
  return undefined;
}

const OTHERS = new RegExp(
  String.raw`${LEAD}(?:(?:let me see|show me|show|list|give me|name|who are|what about|how about|how many are)\s+)?(?:([\p{L}\d]+)\s+of\s+)?(?:the (?:others|rest|other ones)|the ones (?:who|that|which) (?:are|is|did|do|have|has|were|was|does)(?:\s?n['’]?t| not)(?: on one| one| any| so)?|the ones without(?: it| one| any)?|without(?: it| one| any| that)?|with(?:out| no) (?:it|one|any)|those without(?: it| one| any)?|the ones not)\s*$`,
  'iu',
);
/** "The ones who aren't", "and without it?": the condition said last, turned round. */
export function others(text: string, focus: Focus, earlier: readonly Focus[], mind: Mind): GoingOn | undefined {
  const plain = text.replace(/[?!.\s]+$/, '');
  const [, number] = OTHERS.exec(plain) ?? [];
  if (!OTHERS.test(plain) || !focus.definition || !focus.tool) return undefined;
  const parts = partsOf(focus.definition);
  const said = (one: Definition): string => JSON.stringify(normal(one));
  const before = earlier.at(-2)?.definition;
  const known = new Set(before ? partsOf(before).map(said) : []);
  const isBefore = before !== undefined && [...known].every((part) => parts.some((one) => said(one) === part));
  const added = isBefore ? parts.filter((part) => !known.has(said(part))) : parts.filter(isYesOrNo);
  const [last] = added;
  if (added.length !== 1 || !last) return undefined;
  const definition: Definition = { op: 'all', of: parts.map((part) => (part === last ? opposite(part) : part)) };
  const isList = /\b(?:let me see|show|list|names?|who|give me)\b/i.test(plain);
  const list = mind.grammar.tools.find(({ tool }) => tool.name === 'find_members');
  const limit = number === undefined ? undefined : (numberWords[number.toLowerCase()] ?? Number(number));
  if (isList && list)
    return {
      call: { tool: list.tool.name, arguments: { definition: normal(definition), ...(limit && { limit }) } },
      notes: [],
    };
  return { call: { tool: focus.tool, arguments: { ...focus.arguments, definition: normal(definition) } }, notes: [] };
}

const isYesOrNo = (part: Definition): boolean =>
  (part.op === 'field' && ('is' in part.test ? typeof part.test.is === 'boolean' : 'recorded' in part.test)) ||
  part.op === 'event' ||
  part.op === 'contactable';

const BOTH = new RegExp(
  String.raw`${LEAD}(?:(?:of|for|in)\s+)?(?:(?:the )?both(?: of (?:them|those))?(?: (?:tiers|chapters|groups|lots|places|states|years|lists|kinds|sets|together|combined))*|(?:of )?the two(?: (?:tiers|chapters|groups|lots|places|states|years|together|combined))+)\s*[,.]?\s*`,
  'i',
);
/** "Both tiers": the last two that were asked about, one condition apart, together. */
export function bothOf(
  text: string,
  focus: Focus,
  earlier: readonly Focus[],
): { readonly text: string; readonly focus: Focus; readonly call: GoingOn } | undefined {
  const [found] = BOTH.exec(text) ?? [];
  const [one, other] = [earlier.at(-2)?.definition, focus.definition];
  if (found === undefined || !one || !other || !focus.tool) return undefined;
  const said = (part: Definition): string => JSON.stringify(normal(part));
  const [first, second] = [partsOf(one), partsOf(other)];
  const own = (parts: readonly Definition[], others: readonly Definition[]) =>
    parts.filter((part) => !others.some((known) => said(known) === said(part)));
  const [a, ...moreOfA] = own(first, second);
  const [b, ...moreOfB] = own(second, first);
  if (!a || !b || moreOfA.length > 0 || moreOfB.length > 0) return undefined;
  const shared = second.filter((part) => part !== b);
  const definition = normal({ op: 'all', of: [...shared, { op: 'any', of: [a, b] }] });
  const args = { ...focus.arguments, definition };
  return {
    text: text
      .slice(found.length)
      .replace(/^(?:,|and)\s*/i, '')
      .trim(),
    focus: { ...focus, definition, arguments: args },
    call: { call: { tool: focus.tool, arguments: args }, notes: [] },
  };
}

const FIRST =
  /^(?:and |so |ok |okay |now |then |right |great |please )*(?:(?:take|use|with|from|for|back to|go back to|going back to|of|about|on|regarding)\s+)?(?:the|that|our|my) (?:very )?(?:first|original|earlier|initial|opening) (?:figure|number|count|question|total|list|group|lot|set|ones?|answer)\s*,?\s*(?:again\s*,?\s*)?(?:and\s+|but\s+|,\s*)?/i;
/** "The first of those two": of the last two that were asked about. */
const OF_THE_PAIR =
  /^(?:and |so |ok |okay |now |then |right |great |please )*(?:(?:take|use|with|from|for|back to|go back to|of|about|on|show(?: me)?|give me|split|break down)\s+)?(?:the )?(first|former|earlier|second|latter|last)(?: one| figure| number| total| year)? (?:of|from) (?:those|these|the|them)(?: (?:two|2|pair))?(?: (?:figures?|years?|numbers?|totals?|ones|answers?|amounts?))?\s*,?\s*(?:again\s*,?\s*)?(?:and\s+|but\s+|,\s*)?/i;
const FORMER =
  /^(?:and |so |ok |okay |now |then |right |great |please )*(?:(?:take|use|with|from|for|back to|go back to|show(?: me)?|give me|split|break down)\s+)?the (former|latter)(?: one| figure| number| total| year)?\s*,?\s*(?:again\s*,?\s*)?(?:and\s+|but\s+|,\s*)?/i;
/** "Take the first figure and break it down by chapter": the rest, of the people asked about first. */
export function ofTheFirst(
  text: string,
  earlier: readonly Focus[],
): { readonly text: string; readonly focus: Focus } | undefined {
  const pair = OF_THE_PAIR.exec(text) ?? FORMER.exec(text);
  const found = pair?.[0] ?? FIRST.exec(text)?.[0];
  const answered = earlier.filter(({ definition }) => definition !== undefined);
  const first = pair ? answered.at(/^(?:second|latter|last|other)/i.test(pair[1] ?? '') ? -1 : -2) : answered[0];
  const rest = found === undefined ? '' : text.slice(found.length).trim();
  return found && first && rest ? { text: rest, focus: first } : undefined;
}

const toolOf = (focus: Focus, mind: Mind): ToolFrame | undefined =>
  mind.grammar.tools.find(({ tool }) => tool.name === focus.tool);
