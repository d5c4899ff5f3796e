/*
 * Requests in fragments, in any order: "Lapsed ones too. Earliest expiry first. Texas, names." A fragment that is an order
 * or a status by itself is taken from where it stands and said where the grammar reads it, at the end of the request.
 */
type Direction = 'highest' | 'lowest';

/** What follows an order and adds nothing. */
const KIND =
  "(?: (?:please|pls|plz|thanks|thank you|ta|would be (?:wonderful|great|lovely|perfect|ideal|best|good|nice|fine|helpful|super|handy|kind)|is (?:fine|best|good|ideal|great)|will do|if you (?:can|could|would|please)|if possible|if (?:that|it)(?: i|')s (?:possible|easy|no trouble)))*";
const LEAD =
  '(?:(?:and|then|now|please|kindly|put|list|show|sort|sorted|order|ordered|rank|ranked|arrange|arranged|start|starting|begin|beginning|with|them|it|these|those|in order of|by|on|the|ones|those who|names|from) )*';
const AT_TOP =
  '(?: (?:first|on top|at (?:the )?top|up top|to (?:start|begin)(?: with)?|at the front|in front|leading|to the top|at the head|heading the list|before the rest))';

/** An end of a scale, as it is said of time. */
const EARLY = '(?:earliest|soonest|nearest|next|first|closest|oldest)';
const LATE = '(?:latest|most recent|newest|last|furthest off|farthest off)';
const EXPIRY =
  '(?:expir(?:y|ation|ies|ing|es?)(?: dates?| days?)?|renewal(?: dates?)?|end(?:s|ing)?(?: dates?)?|term ends?|run(?:s|ning)? out|due to (?:expire|renew|run out)|to (?:expire|renew|run out|end)|up(?: for renewal)?|paid[- ](?:through|thru)(?: dates?)?|deadlines?)';
const JOINING =
  '(?:join(?:ed|er|ers|ing|s)?(?: dates?| days?)?|start dates?|sign[- ]?ups?|signed up|to join|members?|arrivals?|recruits?)';
const TENURE =
  '(?:standing|serving|tenured?|with us|memberships?|unbroken(?: memberships?)?|time (?:with us|members?)|service|members?)';

const orders: readonly (readonly [said: string, field: string, direction: Direction])[] = [
  [`${EARLY}(?: to)? drop(?: dates?| days?|s|ping)?|drop(?:s|ping)? (?:soonest|first|next)`, 'drop date', 'lowest'],
  [
    `${EARLY} ${EXPIRY}|(?:whoever |whichever )?(?:expir(?:es|ing|y)|run(?:s|ning)? out|end(?:s|ing)|renew(?:s|ing)) (?:soonest|earliest|first|next)`,
    'expiry',
    'lowest',
  ],
  [
    `${LATE} ${EXPIRY}|(?:whoever |whichever )?(?:expir(?:es|ing|y|ed)|run(?:s|ning)? out|ran out|end(?:s|ing|ed)|lapsed) (?:latest|last|most recently)`,
    'expiry',
    'highest',
  ],
  [`${LATE} ${JOINING}|(?:joined|joining) (?:latest|last|most recently)`, 'join date', 'highest'],
  [`(?:earliest|first|oldest) (?:join(?:ed|er|ers|ing)?(?: dates?| days?)?|sign[- ]?ups?)`, 'join date', 'lowest'],
  [`longest(?:[- ]${TENURE})?|most senior(?: members?)?|oldest members?`, 'tenure', 'highest'],
  [`shortest(?:[- ]${TENURE})?`, 'tenure', 'lowest'],
  ['most engaged|highest engagement(?: scores?)?', 'engagement', 'highest'],
  ['least engaged|lowest engagement(?: scores?)?', 'engagement', 'lowest'],
];
/** "Soonest first": of what lies ahead in the request. */
const bare = new RegExp(`^${LEAD}(${EARLY}|${LATE})(?: ones?| dates?)?${AT_TOP}${KIND}$`);
const ranked = orders.map(
  ([said, field, direction]) =>
    [new RegExp(`^${LEAD}(?:${said})(?: ones?)?${AT_TOP}${KIND}$`), field, direction] as const,
);
const BIG = '(?:biggest|largest|highest|heaviest|worst|greatest|most)';
const SMALL = '(?:smallest|lowest|least|lightest)';
/** "Largest balance first": of the amount that the request speaks of. */
const sized = new RegExp(
  `^${LEAD}(?:(${BIG})|${SMALL}) (?:(overdue|past due|open|outstanding|unpaid) )?(?:amounts?|balances?|debts?|debtors?|sums?|bills?|totals?)(?: (?:overdue|owed|owing|outstanding))?${AT_TOP}${KIND}$`,
);

/** The order a fragment asks for by itself, as the grammar reads it; undefined where it says anything else. */
export function orderOf(fragment: string, request: string): string | undefined {
  const said = plain(fragment);
  const found = ranked.find(([pattern]) => pattern.test(said));
  if (found) return `sorted by ${found[1]} ${found[2]} first`;
  const end = bare.exec(said)?.[1];
  if (end) {
    const field = DAYS_SPOKEN_OF.find(([words]) => words.test(request))?.[1];
    const isEarly = new RegExp(`^${EARLY}$`).test(end);
    return field && `sorted by ${field} ${isEarly ? 'lowest' : 'highest'} first`;
  }
  if (/^(?:highest|lowest) first$/.test(said) && /[,.;]/.test(request)) {
    const money = !GROUPED.test(request) && MONEY.exec(request.toLowerCase())?.[0];
    return money ? `sorted by ${balanceOf(money)} ${said}` : `, ${said}`;
  }
  const size = sized.exec(said);
  const state = size && (size[2] ?? STATE.exec(request.toLowerCase())?.[0]);
  if (!size || !state) return undefined;
  return `sorted by ${balanceOf(state)} ${size[1] ? 'highest' : 'lowest'} first`;
}

const balanceOf = (state: string): string =>
  /^(?:overdue|past[- ]due|arrears|late)$/.test(state) ? 'overdue balance' : 'open balance';
/** A figure of groups, or one over everybody: its order is its own. */
const GROUPED = /\b(?:by|per|each|every|total|totals|sum|average|mean|median|share|which (?:chapter|tier|state)s?)\b/i;
const MONEY =
  /\b(?:overdue|past[- ]due|arrears|owe[sd]?|owing|balances?|(?:open|unpaid|outstanding) (?:invoices?|balances?|amounts?|dues|bills?))\b/;

const DAYS_SPOKEN_OF: readonly (readonly [words: RegExp, field: string])[] = [
  [/\bdrop(?:s|ping)?\b|\bdrop date/i, 'drop date'],
  [
    /\b(?:expir\w+|run(?:s|ning)? out|ran out|memberships? ends?|renewals?|terms? (?:end|ends|ending)|paid[- ]thr\w+|in grace|up for renewal)\b/i,
    'expiry',
  ],
  [/\b(?:join\w*|newcomers?|sign(?:ed)?[- ]?ups?|new members?)\b/i, 'join date'],
];
const STATE = /\b(?:overdue|past[- ]due|arrears|late|open|outstanding|unpaid|owe[sd]?|owing|balances?)\b/;

const STATUS = '(?:(?:membership )?status(?:es)?|standing)';
const ANY_STATUS = new RegExp(
  `^(?:and |of |in |with |so )*(?:any|all|every|whatever|whichever|regardless of|irrespective of|no matter(?: what| the)?)(?: (?:the|their|of the|possible))?(?: (?:current|present))? ${STATUS}(?: (?:counts?|included|at all|they have|they are in|does not matter))*${KIND}$`,
);
/** One more status beside the usual ones; with the lapsed, every member there ever was. */
const LAPSED_TOO =
  /^(?:and |also |plus |even |with |including |include |the |those |our |any |that includes )*(?:lapsed|expired|former|ex|dropped|gone)(?: (?:ones|members?|accounts?|people|firms|companies|organi[sz]ations))?(?: (?:too|as well|also|included|alike|count(?: too| as well)?|are (?:in|fine|welcome|included)(?: too)?|please|pls|thanks))+$/;

export const isAnyStatus = (fragment: string): boolean => ANY_STATUS.test(plain(fragment));

/** Whether the lapsed are asked for beside the others; where any status was said, "lapsed ones" only says so again. */
export const isLapsedToo = (fragment: string, isAny = false): boolean =>
  LAPSED_TOO.test(isAny ? `${plain(fragment)} too` : plain(fragment));

const plain = (fragment: string): string =>
  fragment
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}'\s-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
