/*
 * "What percentage of active Fellows are on auto-renew": a count out of a whole. The whole stands before the verb, or
 * after "of the ..., what share"; the part is read by itself and joined to it. "By tier, as percentages" is a grouping.
 */
import type { Definition } from '../../population/definition.js';
import { isImpossible, normal } from '../../population/normal.js';
import { named } from './arguments.js';
import { partsOf } from './combine.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import { EACH_GROUP, SPLIT_INTO } from './group-names.js';
import type { Mind } from './interpret.js';
import { readAs } from './read-as.js';

const SHARE =
  "(?:(?:what|which)(?:'s| is| are| was| would be)? (?:the |our )?|how (?:big|large|high|much) (?:is |are )?(?:a |the )?|(?:give me |show me |i need |need |want )?(?:the |a )?)(?:rough |exact |overall |current )?(?:percentages?|percent|per ?cent|pct|%|shares?|proportions?|fractions?|portion|(?<=what )part)";
const ASKED = new RegExp(
  `^(?:and |so |please |pls |can you tell me |tell me |could you tell me |do we know )*${SHARE} of (?:(?:all|the|our|my|these|those) (?:of )?)*(.+)$`,
  'i',
);
const OF_WHOLE = new RegExp(
  String.raw`^(?:and |so |please )*(?:of|among|out of|for|from|within|across|looking at|taking) (?:(?:all|the|our|my) (?:of )?)*(.+?)(?:\s*,\s*|\s+)${SHARE}(?: of (?:them|those|these))?\s+(.+)$`,
  'i',
);
/** "Out of those who joined in 2023, how many are still active, as a percentage". */
const HOW_MANY_OF_WHOLE =
  /^(?:and |so |please )*(?:of|among|out of|from|within) (?:(?:all|the|our|my) (?:of )?)*(.+?)(?:\s*,\s*|\s+)how many(?: of (?:them|those|these))?\s+(.+?),? (?:as (?:a )?(?:percentages?|percent|%|share|proportion)|in percent(?:ages?)?|percentage[- ]wise|in %)$/i;
const AS_A_SHARE =
  /^(?:how many|number) of (?:(?:the|our|my|all) )*(.+?),? (?:as (?:a )?(?:percentages?|percent|%|share|proportion)(?: of (?:the )?(?:whole|total|them|all))?|in percent(?:ages?)?|percentage[- ]wise|in %)$/i;
export const SPEAKS_OF_SHARES =
  /\b(?:percent(?:ages?)?|per cent|pct|shares?|proportions?|fractions?|portion|what part of)\b|%/i;

const MOST_WORDS = 40;
const HELPING =
  /^(?:is|are|was|were|isn't|aren't|has|have|had|did|do|does|didn't|don't|haven't|hasn't|'ve|hold|holds|owe|owes|sit|sits|live|lives|come|comes|belong|belongs|serve|serves|pay|pays|joined|attended|renewed|lapsed|donated|gave|came|went|opened|clicked|logged|posted|volunteered|bought|registered|signed|earned|took|made|used|completed|answered|downloaded|visited|got|put|never|still|actually|currently|also|ever)$/i;
/** After it a verb belongs to whom it describes. */
const GOES_ON =
  /(?:^|\s)(?:who|that|which|and|or|but|not|to|never|ever|still|actually|currently|also|have|has|had|of|in|the)$/i;
const NARROWS = /\s(?=(?:who|that|which|with|without|on|in grace|having|holding)\b)/gi;

/** A share of people, or groups with their shares. Undefined where it is not that, or the whole cannot be told. */
export function shareIn(said: string, mind: Mind): GoingOn | undefined {
  const text = said.replace(/[?.!\s]+$/, '').replace(/[’‘]/g, "'");
  if (!SPEAKS_OF_SHARES.test(text) || text.split(' ').length > MOST_WORDS) return undefined;
  const groups = groupsWithShares(text, mind) ?? shareOfEach(text, mind);
  if (groups) return groups;
  const [, whole, part] = OF_WHOLE.exec(text) ?? HOW_MANY_OF_WHOLE.exec(text) ?? [];
  if (whole !== undefined && part !== undefined) return shareOf(whole, part, mind);
  const [, rest] = ASKED.exec(text) ?? AS_A_SHARE.exec(text) ?? [];
  if (rest === undefined) return undefined;
  for (const [left, right] of splits(rest)) {
    const found = shareOf(left, right, mind);
    if (found) return found;
  }
  return undefined;
}

/** Where the whole may end: at the last helping verb first, then at what narrows it. */
function splits(rest: string): readonly (readonly [string, string])[] {
  const all = rest.split(/\s+/);
  const found: (readonly [string, string])[] = [];
  for (let at = 1; at < all.length; at++) {
    const left = all.slice(0, at).join(' ').replace(/,$/, '');
    if (HELPING.test(all[at] ?? '') && !GOES_ON.test(left)) found.push([left, all.slice(at).join(' ')]);
  }
  // "Members who have a certificate have logged in": the verb right after "who" is theirs.
  const isOfRelative = ([left]: readonly [string, string]): boolean => /\b(?:who|that|which)\b/i.test(left);
  const plain = found.filter((one) => !isOfRelative(one));
  const relative = found.filter(isOfRelative).reverse();
  const begins = plain[0] ? [plain[0], ...relative] : relative;
  const narrowed = [...rest.matchAll(NARROWS)].map(
    ({ index }) => [rest.slice(0, index), rest.slice(index + 1)] as const,
  );
  return [...begins, ...narrowed].slice(0, 4);
}

const OF_THOSE = new RegExp(
  String.raw`^(?:and |so |now |ok |then )*${SHARE} (?:of )?(?:them|those|these|(?:that|this|the)(?: (?:whole|full|entire|total|same|original|complete))?(?: (?:20\d\d|\p{L}+))? (?:intake|cohort|group|lot|list|set|crowd|class|batch|bunch|number|total|count|pool|segment)|all of (?:them|those|these))(?: (?:people|members|joiners|ones))?\s+(.+)$`,
  'iu',
);

/** "What share of the whole intake has been to a webinar", after a count of it: of the same people. */
export function shareOfThose(said: string, { definition }: Focus, mind: Mind): GoingOn | undefined {
  const [, part] = OF_THOSE.exec(said.replace(/[?.!\s]+$/, '')) ?? [];
  if (part === undefined || !definition || definition.op === 'top' || definition.op === 'sample') return undefined;
  return partOf(definition, part, mind, []);
}

const OF_EACH: readonly RegExp[] = [
  new RegExp(
    `^(?:and |so |please )*${SHARE} of (?:each|every) ${EACH_GROUP}(?:'s)?(?: (?:members?|membership|people))? (.+)$`,
    'i',
  ),
  new RegExp(
    `^(?:and |so |please )*(?:for|in|by) (?:each|every) ${EACH_GROUP},? ${SHARE}(?: of (?:the |its |their |our )?(?:members|people|them|membership))? (.+)$`,
    'i',
  ),
];
const BY_EACH = new RegExp(
  `^(?:and |so |please )*${SHARE} of (?:the |our |all )*(?:current )?(?:members|membership|people) (?:in each ${EACH_GROUP} )?(.+?)(?:,? (?:by|per|in each|for each|across(?: the)?) ${EACH_GROUP})?$`,
  'i',
);

/** "What share of each tier is on auto-renew": those who are, and all, by tier, beside each other. */
function shareOfEach(text: string, mind: Mind): GoingOn | undefined {
  const each = OF_EACH.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const by = each ? undefined : BY_EACH.exec(text);
  const group = each?.[1] ?? by?.[1] ?? by?.[3];
  const part = each?.[2] ?? by?.[2];
  if (group === undefined || part === undefined) return undefined;
  const whole = readAs(`how many members by ${group}`, undefined, mind);
  const bare = part.replace(/^(?:actually|really|currently|now|today|still)\s+/i, '');
  const found = [`members who ${bare}`, `members ${bare.replace(/^(?:is|are|were|was)\s+/i, '')}`]
    .map((people) =>
      readAs(
        `how many ${people.replace(/^(members who) (?:is|has|owes)\b/i, (_, who: string) => `${who} ${PLURAL[/\s(\w+)$/.exec(_)?.[1]?.toLowerCase() ?? ''] ?? ''}`)} by ${group}`,
        undefined,
        mind,
      ),
    )
    .find((reading) => reading !== undefined);
  if (
    !whole ||
    !found ||
    whole.tool !== found.tool ||
    JSON.stringify(found.arguments) === JSON.stringify(whole.arguments)
  )
    return undefined;
  const call = ({ tool, arguments: args }: typeof whole) => ({ tool: tool.tool.name, arguments: args });
  return {
    call: call(found),
    also: [call(whole)],
    notes: [...new Set([...found.notes, 'first those asked about, then all members, so that each share can be told'])],
  };
}
const PLURAL: Readonly<Record<string, string>> = { is: 'are', has: 'have', owes: 'owe' };

function shareOf(left: string, right: string, mind: Mind): GoingOn | undefined {
  // In small letters "individuals" are persons, as against companies; the tier of that name has a capital.
  const arePersons = /^individuals?\b/.test(left);
  const people = left.replace(/^individuals?\b/, 'members').replace(/\b(?:first|originally) (?=joined\b)/i, '');
  const found = counted(people, mind);
  const whole = found && arePersons ? { ...found, definition: withPersons(found.definition) } : found;
  return whole && partOf(whole.definition, right, mind, whole.notes);
}

const withPersons = (definition: Definition): Definition =>
  normal({ op: 'all', of: [...partsOf(definition), { op: 'field', field: 'kind', test: { in: ['person'] } }] });

/** Who joined in some days, of whom some stayed: those who went since are part of the whole. */
const everJoined = (whole: Definition, part: readonly Definition[]): Definition | undefined => {
  const parts = partsOf(normal(whole));
  const joined = parts.some((one) => one.op === 'field' && one.field === 'joined' && 'within' in one.test);
  const isStanding = part.some((one) => one.op === 'field' && one.field === 'status');
  return joined && isStanding && parts.some(isBase)
    ? normal({ op: 'all', of: parts.filter((one) => !isBase(one)) })
    : undefined;
};

function partOf(whole: Definition, right: string, mind: Mind, notes: readonly string[]): GoingOn | undefined {
  const bare = right
    .replace(/^(?:(?:actually|really|currently|also|now|today|then|still)\s+)+/i, '')
    .replace(/^(?:is|are|was|were) ((?:that|the) )?(?=who\b)/i, '')
    .replace(/,? (?:actually|roughly|approximately|please|pls|thanks|right now)$/i, '');
  const begins = /^(?:who|that|which|with|without|on|in|having|holding)\b/i.test(bare) ? '' : 'who ';
  const part =
    counted(`members ${begins}${bare}`, mind) ??
    counted(`members ${bare}`, mind) ??
    counted(`members who are ${bare.replace(/^(?:are|is|were|was)\s+/i, '')}`, mind);
  if (!part) return undefined;
  const added = partsOf(normal(part.definition)).filter((one) => !isBase(one));
  const ever = everJoined(whole, added);
  const of = ever ?? normal(whole);
  const known = new Set(partsOf(of).map((one) => JSON.stringify(one)));
  const further = added.filter((one) => !known.has(JSON.stringify(one)));
  if (further.length === 0) return undefined;
  const definition = normal({ op: 'all', of: [...partsOf(of), ...further] });
  if (isImpossible(definition)) return undefined;
  const tool = countingTool(mind);
  const outOf = tool && named(tool, 'Whole');
  if (!tool || outOf === undefined) return undefined;
  return {
    call: { tool: tool.tool.name, arguments: { definition, [outOf]: of } },
    notes: [
      ...new Set([
        ...notes,
        ...part.notes,
        ...(ever ? ['out of all who joined then, whatever their status today'] : []),
      ]),
    ],
  };
}

const countingTool = ({ grammar }: Mind) => grammar.tools.find((tool) => named(tool, 'Whole') !== undefined);

function counted(people: string, mind: Mind) {
  const reading = readAs(`how many ${people.replace(/^(?:how many|of|all|our|the|my)\s+/i, '')}`, undefined, mind);
  const definition = reading?.arguments['definition'] as Definition | undefined;
  const keys = Object.keys(reading?.arguments ?? {});
  if (!reading || !definition || keys.length > 1 || named(reading.tool, 'Whole') === undefined) return undefined;
  return { definition, notes: reading.notes };
}

/** Members where no status is said: the whole says whom. */
const isBase = (part: Definition): boolean =>
  part.op === 'field' &&
  part.field === 'status' &&
  'in' in part.test &&
  part.test.in.length === 2 &&
  part.test.in.includes('active') &&
  part.test.in.includes('grace');

const PERCENT = '(?:percent(?:ages?)?|per cent|pct|%|shares?|proportions?)';
const WITH_SHARES: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      String.raw`,?\s*\b(?:and |with |plus |showing |including )*(?:(?:also|in addition) )?(?:what |the |a |their |its )?(?:each (?:${SPLIT_INTO})?(?:'s)? ?)?(?:as |in |expressed as |shown as )?(?:a |the |its )?${PERCENT}(?: (?:share|of each|for each|each|breakdown|figures?|columns?))*(?: of (?:the |our )?(?:whole|total|all|membership|overall|grand total|lot))?(?: (?:that|this|it|each|they)(?: each)? (?:is|are|makes? up|represents?|accounts? for|comes? to))?(?: (?:too|as well|also|beside it|alongside|please))?(?=\s*[,.]|$)`,
      'gi',
    ),
    '',
  ],
  [
    new RegExp(
      String.raw`\b(?:what )?${PERCENT} of (?:the |our |all )*(.{3,50}?) (?:is|are|does|do|fall|falls|sits?|comes?|come|belongs?|belong) (?:in|from|into|to|of) (?:each|every|which) (${SPLIT_INTO})$`,
      'i',
    ),
    '$1 by $2',
  ],
  [
    new RegExp(
      `^(?:the )?${PERCENT} of (?:each|every) (${SPLIT_INTO}) (?:among|amongst|in|within|of) (?:the |our |all )*(.{4,50})$`,
      'i',
    ),
    '$2 by $1',
  ],
  [
    /\b(?:percent(?:ages?)?|per cent|pct|%|shares?|proportional?) (?:break ?down|split|distribution|mix|composition) (?:of |for )?/i,
    'breakdown of ',
  ],
  [
    new RegExp(
      String.raw`\b(?:what )?${PERCENT} of (?:the |our )?((?:active |whole )?(?:membership|members))(?: (?:is|are))?,? by\b`,
      'i',
    ),
    '$1 by',
  ],
];

/** "Members by tier, each as a percentage of the whole". */
function groupsWithShares(text: string, mind: Mind): GoingOn | undefined {
  if (!/\b(?:by|per|each|every|split|breakdown|break ?down|distribution|mix|composition)\b/i.test(text))
    return undefined;
  for (const [said, plainly] of WITH_SHARES) {
    const plain = text
      .replace(said, plainly)
      .replace(/\s+,/g, ',')
      .replace(/\s{2,}/g, ' ')
      .trim();
    if (plain === text || SPEAKS_OF_SHARES.test(plain)) continue;
    const reading = readAs(plain, undefined, mind);
    const share = reading && named(reading.tool, 'Share');
    if (!reading || share === undefined) continue;
    return {
      call: { tool: reading.tool.tool.name, arguments: { ...reading.arguments, [share]: true } },
      notes: reading.notes,
    };
  }
  return undefined;
}
