/* "Longest-standing first", "soonest drop first", "largest first", of the people spoken of: a list in that order. */
import type { Definition, Measure } from '../../population/definition.js';
import { named } from './arguments.js';
import { partsOf } from './combine.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';

type Direction = 'asc' | 'desc';
const END = String.raw`(?:\s+(?:ones?|joiners|members|people))?(?:\s*,?\s*(?:first|at the top|on top|to the top|up top|at the front|in front|to start|leading|(?:and )?so on|please))`;
const field = (name: string): Measure => ({ field: name }) as Measure;

const byDay: readonly (readonly [words: string, field: string, direction: Direction])[] = [
  [
    String.raw`(?:the )?(?:soonest|earliest|next|first|nearest)\s+(?:to\s+|drop[- ])?(?:drop|dropping|drops|drop dates?|to drop)|dropping soonest|whoever drops (?:soonest|first|next)|(?:by )?drop date`,
    'drops',
    'asc',
  ],
  [
    String.raw`(?:the )?(?:soonest|earliest|next|nearest)\s*(?:(?:to\s+)?(?:expir\w*|expiry|expiration|renewal|due|up|end\w*|run(?:ning)? out))?|expiring soonest|(?:the ones? |those )?(?:who |that )?(?:ran out|expired|lapsed|ended)\s+(?:the )?longest ago|(?:the )?longest (?:lapsed|expired|gone|ago)|oldest expiry|whoever expires (?:soonest|first|next)`,
    'expires',
    'asc',
  ],
  [
    String.raw`(?:the )?(?:latest|most recently?|newest|freshest) (?:to )?(?:expir\w*|lapsed?|ran out|ended)|(?:the ones? |those )?(?:who |that )?(?:ran out|expired|lapsed|ended)\s+(?:most recently|last|latest)`,
    'expires',
    'desc',
  ],
  [
    `(?:the )?longest(?:[- ](?:standing|serving|tenured?|time|with us|tenure|membership))?|oldest members?|most senior|(?:the )?old[- ]timers|(?:the ones? |those )?(?:who(?:'ve| have) )?been (?:with us|members?|around) (?:the )?longest|highest tenure|(?:by )?tenure`,
    'tenure',
    'desc',
  ],
  ['(?:the )?shortest(?:[- ](?:standing|serving|tenured?|time|with us|tenure))?', 'tenure', 'asc'],
  [
    '(?:the )?(?:newest|latest|youngest|freshest|most recent)(?: (?:joiners?|members?|to join|joined|sign-?ups?|arrivals?))?|last (?:to join|joined)',
    'joined',
    'desc',
  ],
  ['(?:the )?most engaged|highest engagement|(?:by )?engagement', 'engagement', 'desc'],
  ['(?:the )?least engaged|lowest engagement', 'engagement', 'asc'],
];
const bySize: readonly (readonly [words: string, direction: Direction])[] = [
  [
    String.raw`(?:the )?(?:largest|biggest|highest|most|top|worst|greatest|fattest|heaviest)(?: \w+)?|(?:the ones? |those )?with the most(?: [\w ]{1,20}?)?`,
    'desc',
  ],
  [
    String.raw`(?:the )?(?:smallest|lowest|least|fewest|lightest)(?: \w+)?|(?:the ones? |those )?with the (?:fewest|least)(?: [\w ]{1,20}?)?`,
    'asc',
  ],
];
const AT_END = (words: string): RegExp =>
  new RegExp(
    String.raw`(?:^|[\s,.;:–—-]+)(?:and |then |with |put |place |rank |order(?:ed)? |sort(?:ed)? |by )*(?:${words})${END}+\s*$`,
    'i',
  );

type ReadRest = (rest: string) => GoingOn | undefined;

/** The list asked for, in the order that ends the sentence. */
export function inOrder(said: string, focus: Focus, mind: Mind, read: ReadRest): GoingOn | undefined {
  if (!focus.definition) return undefined;
  const text = said.replace(/[\s.!?]+$/, '').replace(/,\s*(?:please|pls|thanks)$/i, '');
  for (const [words, name, direction] of byDay) {
    const found = AT_END(words).exec(text);
    if (found)
      return listed(text.slice(0, found.index).replace(BY_TIME, ''), field(name), direction, focus, mind, read);
  }
  const measure = measureSpokenOf(focus);
  for (const [words, direction] of bySize) {
    const found = AT_END(words).exec(text);
    const before = found ? text.slice(0, found.index) : '';
    const [, noun = ''] = AMOUNT_FIRST.exec(found?.[0] ?? '') ?? [];
    const isOfFigure =
      noun === '' ||
      /^(?:ones?|counts?|numbers?|figures?|totals?|values?|groups?|amounts?|averages?|shares?)$/i.test(noun);
    const groups = found && isOfFigure && ALL_OF_THEM.test(before) ? groupsIn(focus, direction, mind) : undefined;
    if (groups) return groups;
    // "The biggest dues first", "by dues, highest first": the amount is said.
    const [said = '', by] = BY_AMOUNT.exec(before) ?? [];
    const [, most] = AMOUNT_FIRST.exec(found?.[0] ?? text) ?? [];
    const amount = measureNamed(
      by ?? (found || new RegExp(`\\b(?:${words})`, 'i').test(text) ? most : undefined),
      mind,
    );
    if (amount && by !== undefined)
      return listed(before.slice(0, before.length - said.length), amount, direction, focus, mind, read);
    if (amount && most !== undefined) {
      const at = text.search(AMOUNT_FIRST);
      return listed(text.slice(0, at), amount, isLeast(text.slice(at)) ? 'asc' : 'desc', focus, mind, read);
    }
    if (found && measure) return listed(before, measure, direction, focus, mind, read);
  }
  return undefined;
}

/** Said twice: "sort them by tenure, longest first". */
const BY_TIME =
  /(?:^|[\s,]+)(?:(?:and|then)\s+)*(?:(?:sort|rank|order|put|arrange|list)(?:ed)?(?: (?:them|those|these|it|that|everyone|all))?\s+)?by (?:tenure|years|seniority|length of (?:membership|service)|time with us|join(?:ing)? date|expiry(?: date)?|expiration|renewal date|drop date|engagement(?: score)?)\s*$/i;
const BY_AMOUNT =
  /(?:^|[\s,.;:–—-]+)(?:(?:sort|rank|order|put|arrange|list|show)(?:ed)?(?: (?:them|those|these|it|that|everyone|all))?\s+)?(?:in order of|by)\s+((?!(?:tier|chapter|state|status|month|year|quarter)\b)[\p{L}][\p{L} -]{2,30}?)\s*$/iu;
const AMOUNT_FIRST =
  /(?:^|[\s,.;:–—-]+)(?:(?:and|then|with|put|place|rank|order|sort|show|list)\s+)*(?:the )?(?:largest|biggest|highest|most|top|greatest|smallest|lowest|least|fewest)\s+([\p{L}][\p{L} -]{2,30}?)\s*,?\s*(?:first|at the top|on top|to the top|up top|leading)(?: please)?\s*$/iu;
const isLeast = (words: string): boolean => /\b(?:smallest|lowest|least|fewest)\b/i.test(words);

/** What people are put in order by, in the words the lists know. */
function measureNamed(words: string | undefined, mind: Mind): Measure | undefined {
  if (words === undefined) return undefined;
  const { sort } = readAs(`list active members sorted by ${words}, highest first`, undefined, mind)?.arguments ?? {};
  return sort as Measure | undefined;
}

/** Groups that were counted or measured, in the order of their figures. */
function groupsIn(focus: Focus, order: Direction, mind: Mind): GoingOn | undefined {
  const tool = mind.grammar.tools.find(({ tool: { name } }) => name === focus.tool);
  const [by, name] = tool ? [named(tool, 'GroupBy'), named(tool, 'Order')] : [];
  if (!tool || by === undefined || name === undefined || focus.arguments?.[by] === undefined) return undefined;
  return { call: { tool: tool.tool.name, arguments: { ...focus.arguments, [name]: order } }, notes: [] };
}

/** What was measured, or the one amount or happening the people were described by. */
export function measureSpokenOf({ arguments: args, definition }: Focus): Measure | undefined {
  const given = (args?.['measure'] ?? args?.['sort']) as Measure | undefined;
  if (given) return given;
  const parts = definition ? partsOf(definition).flatMap(measured) : [];
  return parts.length === 1 ? parts[0] : undefined;
}

function measured(part: Definition): Measure[] {
  if (part.op === 'money') return [{ money: part.measure, currency: part.currency, window: part.window } as Measure];
  if (part.op === 'event' && part.count.is !== 'eq')
    return [{ count: part.kind, ...(part.where && { where: part.where }), window: part.window } as Measure];
  return [];
}

const ALL_OF_THEM =
  /^(?:and |so |ok |okay |now |then |great |right |please |could you |can you |could i (?:have|see|get) |can i (?:have|see|get) |let me see )*(?:(?:who|list|show|name|give|names?|the names|sort|order|rank|put|place|arrange)(?: (?:me|them|those|these|it|em|'em|are|is|that|the|names|list|people|ones|full list|all))*)?\s*$/i;

function listed(
  before: string,
  sort: Measure,
  order: Direction,
  focus: Focus,
  mind: Mind,
  read: ReadRest,
): GoingOn | undefined {
  const list = mind.grammar.tools.find(({ tool }) => tool.name === 'find_members');
  if (!list) return undefined;
  const rest = before.replace(/[\s,.;:–—-]+$/, '');
  const isAll = ALL_OF_THEM.test(rest);
  const found = isAll ? undefined : read(rest);
  if (!isAll && found?.call?.arguments['definition'] === undefined) return undefined;
  // "That by tier, highest first": a figure by group stays one.
  const groups = found?.call && groupsIn({ ...focus, ...found.call }, order, mind);
  if (groups) return { ...groups, notes: found?.notes ?? [] };
  const definition = found?.call?.arguments['definition'] ?? focus.definition;
  const limit = found?.call?.arguments['limit'];
  return {
    call: { tool: list.tool.name, arguments: { definition, sort, order, ...(limit !== undefined && { limit }) } },
    notes: found?.notes ?? [],
  };
}
