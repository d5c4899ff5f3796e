/*
 * A figure asked for by its head noun, in whatever order its parts stand: "drops by chapter", "Student intake since
 * September", "join-year cohorts, 2021 to 2025", "the summit this year - how many showed up", "one line per tier: the
 * median ...". Written in the one order the grammar reads. Data: each construction once, with the parts it puts together.
 */
import { GROUP_OR_STATUS as GROUP, NUMBERS, one } from './group-names.js';
import { type Rewriting, rewritten } from './rewriting.js';

const NUMBER = `(${NUMBERS}|eleven|fifteen|twenty)`;
const ASK = String.raw`((?:(?:and|so|now|ok|hi|hello|please|pls|give me|show me|get me|send me|i need|we need|i want|i'd like|can i (?:get|have|see)|could i (?:get|have|see)|may i have|let me have|what (?:is|are|was|were)|what's|how many|number of|the number of|the|our|all|just|total)[,:]?\s+)*)`;
const BESIDE = String.raw`(?=\s+(?:by|per|in|since|for|over|during|this|last|from|between|so|ytd|across|each|month|to)\b|\s*(?:[,:;?.!–—]|\s-\s|$))`;
const STOPS = '(?:how|who|which|by|per|new|of|and|to|what|is|are|a|an|in|for|the)';
const END = String.raw`(?=\s*(?:[,.?!;]|please|pls|$))`;
const ORDERED = /\b(?:highest|lowest|first(?! \d)|ascending|descending|at the top|on top|up top)\b/i;
const EVENT = String.raw`(?:the |our )?(?:(?:annual|leadership|yearly|spring|fall|autumn|regional|national|chapter|\p{Lu}\p{L}+) ){0,4}(?:conf|conference|summit|convention|webinar|(?:chapter |spring |fall )?meeting)s?`;
const WHEN = String.raw`(?:(?:in |of )?20\d\d|(?:in )?(?:this|last) (?:year|yr))`;
/** The event stands before what is asked of it. */
const EVENT_FIRST = String.raw`^\s*((?:and |so |hi |hello |ok )*)(${EVENT})(?: (${WHEN}))?\s*[,:–—-]?\s*-?\s*`;
const HOW_MANY = String.raw`(?:(?:do we know|can you tell me|tell me|any idea)\s+)?how many `;
const CAME =
  '(?:show(?:ed|s)?(?: up)?|turn(?:ed)?(?: up| out)?|came|come|attend(?:ed)?|made it|were there|actually (?:came|attended|showed up|turned up))';
const BOOKED = '(?:registered|signed up|booked|rsvp(?:ed|d)?|enrolled|put their names? down)';
const NEVER_CAME = `(?:(?:did(?: ?n['o]?t| not)|never|didnt) ${CAME}|no[- ]?show(?:ed|s)?|stayed (?:away|home)|failed to ${CAME})`;

const at = (event: string, when = ''): string =>
  `the ${event.replace(/^(?:the|our) /i, '')}${when.trim() ? ` ${when.trim().replace(/\byr\b/i, 'year')}` : ''}`;
const members = (whom = ''): string => (whom.trim() ? `${whom.trim()} members` : 'members');
const asksForNames = (whole: string): boolean => /\b(?:names?|list|who|whose|which)\b/i.test(whole);

const rewritings: readonly Rewriting[] = [
  // "This yrs one", "conf 26".
  [/\b(this|last|next) (yr|year|month|quarter)s (?=\p{L})/giu, ([, now = '', unit = '']) => `${now} ${unit}'s `],
  [
    /\b((?:conf|conference|summit|convention|fall meeting|spring meeting)s?) ['’]?(1\d|2\d|3\d)(?= |\s*[,.?!:;–—-]|$)(?! (?:people|members|times|ppl|registrants|attendees|attended|seats))/gi,
    ([, event = '', year = '']) => `${event} 20${year}`,
  ],
  [/\bann\.? (?=conf\w*\b)/gi, () => 'annual '],
  // "Came to the summit last year but never registered for this year's one": the same event, another year.
  [
    /\b((?:to|at|for|attended|joined) (?:the |our )?)((?:\p{L}+ ){0,3}?(?:conf|conference|summit|convention|meeting)) ((?:in |of )?(?:last year|last yr|this year|this yr|20\d\d))\b([^.?!]*?)\b(this|last|next) (?:year|yr)['’]s(?: (?:one|edition|event|conf|conference|summit|convention|meeting))?(?=\s*(?:[,.?!;]|$))/giu,
    ([, to = '', event = '', when = '', between = '', year = '']) =>
      `${to}${event} ${when}${between.replace(/\bnever (registered|attended|signed up)/i, 'have not $1')}the ${event} ${year} year`,
  ],
  // "Annual conference 2026, how many registered and didn't show".
  [
    new RegExp(
      `${EVENT_FIRST}${HOW_MANY}(?:(?:people|members|folks|ppl|of them|of those) )?(?:who )?${BOOKED} (?:and|but|n|&|yet|then)(?: then)? ${NEVER_CAME}`,
      'iu',
    ),
    ([, before = '', event = '', when = '']) => `${before}how many were no-shows at ${at(event, when)}`,
  ],
  [
    new RegExp(
      `${EVENT_FIRST}${HOW_MANY}(?:(?:people|members|folks|ppl) )?(?:who )?(${BOOKED}|${NEVER_CAME}|${CAME})${END}`,
      'iu',
    ),
    ([, before = '', event = '', when = '', verb = '']) =>
      `${before}how many ${
        new RegExp(`^${NEVER_CAME}$`, 'i').test(verb)
          ? 'were no-shows at'
          : new RegExp(`^${BOOKED}$`, 'i').test(verb)
            ? 'registered for'
            : 'attended'
      } ${at(event, when)}`,
  ],
  [
    new RegExp(
      String.raw`${EVENT_FIRST}(?:the )?(?:number of )?(no[- ]?shows?|registrations?|sign[- ]?ups|attendance|turn ?out|attendees|head ?count)(?: numbers?| figures?| count| total)?(?=\s*(?:[?.!]|please|pls|$))`,
      'iu',
    ),
    ([, before = '', event = '', when = '', noun = '']) =>
      `${before}how many ${/^no/i.test(noun) ? 'were no-shows at' : /^(?:reg|sign)/i.test(noun) ? 'registered for' : 'attended'} ${at(event, when)}`,
  ],
  // "Which 5 states sent us ...": how many groups.
  [
    new RegExp(String.raw`\b((?:in |from )?(?:which|what)) ${NUMBER} ${GROUP}\b(?! (?:of|or|and)\b)([^.?!;]*)`, 'gi'),
    ([, which = '', number = '', group = '', rest = '']) => `${which} ${group}${rest.trimEnd()}, first ${number}`,
  ],
  // "Which states do most of our students live in?"
  [
    new RegExp(
      String.raw`\b(?:in |from )?(?:which|what) ${GROUP} (?:do|did|does|are|is|have)( (?:most|the most|the majority|the bulk|many))(?: of)?(?: (?:the|our|my|all))* (?!we\b|they\b|you\b|those\b|these\b|there\b)((?:[\p{L}'-]+ ){0,3}?[\p{L}'-]+) (?:mostly |mainly |actually |typically |currently |now )?(?:live|living|come|belong|sit|reside|based|located|concentrated|found|hail|clustered?)(?: (?:in|from|to|at))?(?=\s*(?:[,.?!;]|$))`,
      'giu',
    ),
    ([, group = '', most = '', people = ''], whole) =>
      `how many ${people} by ${one(group)}${ORDERED.test(whole) || !most ? '' : ', highest first'}`,
  ],
  [
    new RegExp(
      String.raw`^(.*\b(?:which|what|by|per|each) ${GROUP}\b.*?)[?.!,;–—-]+\s*(?:and |just |only |the )*(top|bottom|first) ${NUMBER}(?: (?:ones?|only))?(?: (?:is|are|will|would|should)(?: (?:be|do))?(?: (?:just|all|more than))?(?: \p{L}+){0,4})?(?=\s*(?:[,.?!;–—]|\s-\s|please|pls|$))`,
      'iu',
    ),
    ([, before = '', , side = '', number = '']) =>
      `${before}${ORDERED.test(before) ? '' : /bottom/i.test(side) ? ', lowest first' : ', highest first'}, first ${number}`,
  ],
  // "One line per tier for the committee: the median ..."
  [
    new RegExp(
      String.raw`^\s*((?:please |pls |i need |give me |can i have )*)(?:just )?(?:one|a|a single) (?:line|row|figure|number|entry|bullet|value)s? (?:per|for each|for every|by) ${GROUP}\b([^:.?!]{0,60}?)\s*(?::|\s[–—-])\s+([^.?!;]+)`,
      'i',
    ),
    ([, , group = '', aside = '', rest = '']) =>
      `${rest.trimEnd()} by ${one(group)}${aside.trim() ? `. It is${/^\s*,?\s*(?:for|in|to)\b/i.test(aside) ? '' : ' for'} ${aside.replace(/^[\s,]+/, '')}` : ''}`,
  ],
  [
    /\b((?:total|average|mean|median|avg|largest|smallest|highest|lowest|how much)\b[^.?!;:]{2,60}?) (?:among|amongst|across) (?=(?:the |our |all )*(?:current|active|lapsed|members?|people|those|everyone|fellows?|students?|professionals?|individuals?|corporate|retired|organi[sz]ations)\b)/gi,
    ([, figure = '']) => `${figure} of `,
  ],
  [
    /\b(have|has|having|with|carry|carrying|show) (?:something|anything|some money|money|an amount|any amount|a sum|dues|some dues) (?:still )?(outstanding|open|owing|owed|unpaid|due|overdue|past due)\b/gi,
    ([, verb = '', state = '']) =>
      `${verb} an ${/due$/i.test(state) && !/^due$/i.test(state) ? 'overdue' : 'open'} balance`,
  ],
  [/\b(owe|owes|owing|owed)( us)? something\b/gi, ([, verb = '', us = '']) => `${verb}${us} money`],
  // "Average donated per donor".
  [
    /\b(average|mean|median|avg) (?:amount |sum |total )?(donated|given|gift|donation|donations|giving)(?: (?:amount|size|total))?([^.?!;]*?) (?:per|for each|for every|by each|a) (?:donors?|givers?|contributors?|person who (?:gave|donated))\b/gi,
    ([, statistic = '', , between = '']) => `${statistic} donations${between}`,
  ],
  [
    /(?<!\b(?:average|mean|median|avg)\b.{0,40})\b(?:amount |sum |total )?(?:donated|given|gifts?|donations?|giving) (?:per|for each|for every) (?:donor|giver|contributor)\b/gi,
    () => 'average donations',
  ],
  [
    /(?<!\b(?:average|mean|median|avg|total)\b.{0,40})\b(volunteer(?:ing)? hours|hours) (?:given |put in )?(?:per|for each) volunteer\b/gi,
    () => 'average volunteer hours',
  ],
  // "What did we receive in dues".
  [
    /\b(?:what|how much)(?: (?:money|cash))? (?:did|have|had|do|has) (?:we|the association|they) (?:actually |really )?(?:receive|received|get|got|collect|collected|take|taken|took|bring|brought|pull|pulled|bank|banked|raise|raised|make|made|earn|earned|see|seen)(?: in)?(?: (?:in|from|by way of|through|as|on|by|of))? (?:the )?(?:membership |member )?(dues|donations|gifts|sponsorships?|fees)\b/gi,
    ([, money = '']) => `how much ${money} did we collect`,
  ],
  [
    /\b(?:what|how much)(?: (?:money|cash))? (?:came|has come|comes|was taken|was brought|was received|has been received|was collected|has been collected|were taken)(?: in)? (?:in|from|by way of|through|as|on|by) (?:the )?(?:membership |member )?(dues|donations|gifts)\b/gi,
    ([, money = '']) => `how much ${money} did we collect`,
  ],
  [
    /\b(?:what|how much)(?: (?:money|cash))? (?:did|have|has) (?:the |our )?(?:membership |member )?(dues|donations|gifts) (?:bring in|brought in|come to|amount to|total|make|add up to|yield|raise|fetch)(?: us)?\b/gi,
    ([, money = '']) => `how much ${money} did we collect`,
  ],
  // Those who came and those who went, as a noun.
  [
    new RegExp(
      String.raw`^\s*${ASK}((?:(?!${STOPS}\b)[\p{L}'-]+ ){0,2}?)(drops|drop[- ]?outs|lapses|lapsings|losses|departures|member losses|losses of members|intakes?|recruitment)(?: numbers| figures| size| counts?)?${BESIDE}(?:,?\s+(?:by|per|for each|across(?: the)?|in each) ${GROUP}\b)?([^.?!;,:–—]*)`,
      'iu',
    ),
    ([all = '', , whom = '', noun = '', group = '', rest = ''], whole) =>
      asksForNames(whole)
        ? all
        : `how many ${members(whom.replace(/\b(?:new|member)\b/gi, ''))} ${/^(?:intake|recruit)/i.test(noun) ? 'joined' : 'lapsed'}${rest.trimEnd().replace(/\s+-$/, '')}${group ? ` by ${one(group)}` : ''}${/\s-$/.test(rest.trimEnd()) ? ' -' : ''}`,
  ],
  // "The intake of 2024", "the 2024 intake".
  [
    /\b(?:the |our )?(20\d\d) (?:intake|joiners|cohort|class|vintage)\b/gi,
    ([, year = '']) => `members who joined in ${year}`,
  ],
  [
    /\b(?:the |our )?(?:intake|cohort|class|vintage) of (20\d\d)\b/gi,
    ([, year = '']) => `members who joined in ${year}`,
  ],
  // "Join-year cohorts, 2021 through 2025".
  [
    /\b(?:the |our )?(?:join(?:ing|er|ed)?[- ]year|join(?:ing)?|yearly|annual|year[- ]of[- ]join(?:ing)?|entry|entry[- ]year) (?:cohorts?|classes|vintages|intakes)(?: please| pls)?\s*[,:(]?\s*(?:for |from |of |between )?(?:the years )?(20\d\d)\s*(?:through|thru|to|until|till|up to|and|[–-])\s*(20\d\d)\)?/gi,
    ([, from = '', to = '']) => `everybody who joined from ${from} to ${to} by join year`,
  ],
  [
    /\b(by (?:join year|tier|chapter|state|year|month|quarter)\b[^:.?!]*?)\s*[:,.;–—-]+\s*(?:and )?(?:for (?:every|each)(?: (?:year|one|cohort|class|of them|tier|chapter|state|month|quarter))?,? )?(?:show |tell me |give me )?(?:how many|the number)(?: (?:of them|in each|of each))? (?:are|is|were) (?:(?:still |now )?(?:active|in grace|grace|lapsed|current|gone)(?:,? and |, (?=active|in grace|grace|lapsed|current|gone)| or | \/ |\/|(?=[\s,.?!;]|$))){2,}(?: (?:today|now|as of today|at present|currently))?/gi,
    ([, by = '']) => `${by} and status`,
  ],
  [
    new RegExp(
      String.raw`\b(?:(?:for|in|by) (?:every|each)|per|by) ${GROUP},? (?:show |tell me |give me )?how many(?: (?:members|people|of them))? (?:are|is) (?:(?:still |now )?(?:active|in grace|grace|lapsed|gone)(?:,? and |, (?=active|in grace|grace|lapsed|current|gone)| or | \/ |\/|(?=[\s,.?!;]|$))){2,}(?: (?:today|now|as of today|at present|currently))?`,
      'gi',
    ),
    ([, group = '']) => `everybody by ${one(group)} and status`,
  ],
  [
    new RegExp(
      String.raw`^\s*${ASK}(?:active|actives)(?: members)?(?:,? (?:and |in )*|\s*\/\s*)(?:in )?graces?(?:,? and |, |\s*\/\s*)lapsed(?: members| numbers| counts| figures)?,? (?:by|per|for each|across(?: the)?) ${GROUP}`,
      'i',
    ),
    ([, , group = '']) => `everybody by ${one(group)} and status`,
  ],
  // "Tier by tier".
  [/\b(tier|chapter|state|region|city|country|industry|status) by \1\b/gi, ([, group = '']) => `by ${group}`],
  // What is taken in, and who came and went, as we did it.
  [
    /\b(?:revenue|income|money|cash|takings|receipts|proceeds) (?:from|through|out of) (?:the )?(?:membership |member )?(dues|donations)\b/gi,
    ([, money = '']) => `total ${money}`,
  ],
  [
    /\b(?:total |amount |sum )?(?:given|donated) by (?:our |the |all )*(?:donors|givers|contributors)\b/gi,
    () => 'total donations',
  ],
  [
    /\bhow many (?:members |people )?(?:did|have|had) we (?:gain(?:ed)?|add(?:ed)?|w[io]n|pick(?:ed)? up|t[ao]ken? on|recruit(?:ed)?|take in|taken in|bring in|brought in)\b/gi,
    () => 'how many members joined',
  ],
  [/\bhow many (?:members |people )?(?:did|have|had) we (?:los[et]|shed)\b/gi, () => 'how many members lapsed'],
  // "The topic is auto-renew adoption. What share of each tier is on it?"
  [
    /^[^.?!]*?\b(auto[- ]?renew(?:al)?|automatic renewal|payment plans?|instal?lments?) (?:adoption|uptake|take[- ]?up|usage|use|penetration)\b[^.?!]*[.?!:]\s+(.*?\b(?:on|in|use|uses|using|have|has|with)) (?:it|that|one|them)\b/i,
    ([, what = '', rest = '']) => `${rest} ${what}`,
  ],
  [
    new RegExp(
      String.raw`^\s*${ASK}(auto[- ]?renew(?:al)?|automatic renewal|payment plans?) (?:adoption|uptake|take[- ]?up|penetration)(?: rates?)?,? (?:by|per|for each|in each|across(?: the)?) ${GROUP}`,
      'i',
    ),
    ([, , what = '', group = '']) => `what share of each ${one(group)} is on ${what}`,
  ],
];

/** "Retention of the 2024 intake: of the individuals who ...": a title over a whole question. */
const TITLE =
  /^\s*(?:(?:the |our )?(?:retention|survival|renewal|conversion|loyalty|persistence|engagement|participation)(?: rate)?(?: (?:of|for|in|among) [^:.?!]{3,40})?)\s*:\s*(?=(?:of|among|out of|from|what|how)\b)/i;

/** A message with its head nouns in the order the grammar reads, and the title taken out of it. */
export function headNounsPlainly(text: string): { readonly text: string; readonly aside: readonly string[] } {
  if (/\b[MN]-[0-9A-Z]{6}\b/.test(text)) return { text, aside: [] };
  const [title] = TITLE.exec(text) ?? [];
  const plain = rewritten(title === undefined ? text : text.slice(title.length), rewritings);
  return { text: plain, aside: title === undefined ? [] : [title.replace(/\s*:\s*$/, '').trim()] };
}
