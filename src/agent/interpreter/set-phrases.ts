/*
 * Set phrases of daily speech, written as the plain words the grammar reads: an order ("from the top down"), a figure
 * ("how long has the average Student been with us"), a standing ("let their membership go"). Data with one meaning each;
 * what says nothing beside a request is taken out, and what might limit is said in a note.
 */
import { figuresPlainly } from './figure-phrases.js';
import { giversPlainly } from './givers.js';
import { ORGANIZATIONS } from './group-names.js';
import { headNounsPlainly } from './head-nouns.js';
import type { SetPhrase } from './rewriting.js';
import { saidConditions } from './said-conditions.js';
import type { Named } from './spoken-of.js';
import { isOwnWords } from './tokenise.js';

const PEOPLE = '(?:people|persons?|individuals?)';
const BOTH = `(?:${PEOPLE} and (?:the )?${ORGANIZATIONS}|${ORGANIZATIONS} and (?:the )?${PEOPLE})`;
const THING =
  '(?:one|ones|amount|amounts|sum|sums|balance|balances|figure|figures|debts?|debtors?|donors?|payers?|spenders?|offenders?|bleeders?|losers?|gainers?|winners?|hitters?|contributors?|earners?|culprits?|total|totals|number|numbers|score|scores)';
const TOP = '(?:first|on top|at the top|up top|at top|to start|to begin with|in front|leading)';
const FIRST = String.raw`(?:,?\s*(?:and |then |please )?(?:put |list |show |with |sort(?:ed)? |rank(?:ed)? |order(?:ed)? )?(?:them )?(?:the )?)`;
// An order that another phrase has written already.
const UNSORTED = String.raw`(?<!\bsorted by [\w ]{1,24})`;
const END = String.raw`(?=\s*(?:[.?!,;]|please|pls|plz|thanks|thx|$))`;

const both: SetPhrase = {
  said: new RegExp(
    String.raw`,?\s*\(?\b(?:with |and )?(?:the )?${BOTH} (?:(?:shown|counted|listed|given|kept|set|broken|split) )?(?:separately|apart|separate|separated|each|on their own|side by side|out|up)\)?${END}`,
    'gi',
  ),
  written: '',
  note: 'people and organizations are told apart in every count',
};

const phrases: readonly SetPhrase[] = [
  both,
  {
    said: new RegExp(
      String.raw`,?\s*\b(?:please )?(?:(?:keep|leave|count) (?:the )?${ORGANIZATIONS} in|${ORGANIZATIONS} (?:can|may|should|could|must|do) (?:stay|remain|be (?:left|kept|included)|come|go)(?: in| along| there)?|${ORGANIZATIONS} (?:are|is) (?:fine|ok|okay|welcome)(?: too| as well)?|${ORGANIZATIONS} (?:in|included) too|(?:${ORGANIZATIONS} included|including (?:the )?${ORGANIZATIONS}))${END}`,
      'gi',
    ),
    written: '',
    note: 'members are people and organizations',
  },
  // What every figure is anyway.
  {
    said: new RegExp(
      String.raw`,\s*(?:just (?:the )?)?(?:totals?|sums?|aggregates?)(?: figures?)? only${END}|,\s*(?:just|only) (?:the )?(?:totals?|sums?)${END}`,
      'gi',
    ),
    written: '',
  },
  {
    said: /,?\s*\b(?:(?:whether |either )?in[- ]person or (?:online|virtual(?:ly)?)|online or in[- ]person|virtual(?:ly)? or in[- ]person|(?:whether )?live or online)\b/gi,
    written: '',
  },
  {
    said: /^\s*(?:good|top of the) (?:morning|afternoon|evening|day)(?: (?:to you|all|there|everyone))?\s*[.,!:–-]*\s+(?=\S)/i,
    written: '',
  },
  {
    said: /(?:,\s*|[-–—]\s+|\b)(?:true or (?:not|false)|or nah|or nope|yes or no|y or n|y\/n|fact or fiction)\s*\??\s*$/gi,
    written: '',
  },
  {
    said: /\s*(?:,|[-–—])?\s*\bhow many (.{3,60}?) (?:is|are|would|does) (?:that|this|those|it)(?: (?:be|make|come to))?\s*\?*\s*$/i,
    written: ': how many $1',
  },
  // The figures are of today; "from right now on" is a day.
  {
    said: /(?<!\b(?:between|from|until|till|to|since|up to|and|before|after)) right (?:now|this (?:minute|second|moment))\b/gi,
    written: '',
  },
  // Orders.
  {
    said: new RegExp(
      `${UNSORTED}${FIRST}(?:biggest|largest|highest|heaviest|fattest|most|greatest|best|top|worst)(?: ${THING})? ${TOP}${END}`,
      'gi',
    ),
    written: ', highest first',
  },
  {
    said: new RegExp(
      `${UNSORTED}${FIRST}(?:smallest|lowest|lightest|least|fewest|tiniest)(?: ${THING})? ${TOP}${END}`,
      'gi',
    ),
    written: ', lowest first',
  },
  {
    said: new RegExp(
      String.raw`,?\s*\b(?:from (?:the )?(?:top|highest|biggest|largest|most)(?: on)? (?:down|downwards?|to (?:the )?(?:bottom|lowest|smallest|least)))${END}`,
      'gi',
    ),
    written: ', highest first',
  },
  {
    said: new RegExp(
      String.raw`,?\s*\b(?:from (?:the )?(?:bottom|lowest|smallest|least|fewest)(?: on)? (?:up|upwards?|to (?:the )?(?:top|highest|biggest|largest|most)))${END}`,
      'gi',
    ),
    written: ', lowest first',
  },
  {
    said: new RegExp(
      String.raw`,\s*(?:with |put |list )?(?:whoever|the ones? (?:who|that)|those (?:who|that)) (?:ran out|expired|lapsed|ended|went) (?:the )?longest ago ${TOP}${END}`,
      'gi',
    ),
    written: ' sorted by expiry lowest first',
  },
  {
    said: new RegExp(
      String.raw`,\s*(?:with |put |list )?(?:whoever|the ones? (?:who|that)|those (?:who|that)) (?:joined|signed up|came in) (?:most recently|last|latest) ${TOP}${END}`,
      'gi',
    ),
    written: ' sorted by join date highest first',
  },
  // One figure is asked for.
  {
    said: /(?:\b(?:i|we) )?\b(?:just |only |really )*(?:need|want|am after|'m after)(?: just| only)? (?:one|a single|a|the|1) (?:number|figure|head ?count|count)(?: from you)?\s*(?::|\s[-–—])\s+/gi,
    written: 'how many ',
  },
  { said: /,?\s*\b(?:do you make it|would you (?:say|think|reckon|guess|put it at))(?=\s*[?.!,]|$)/gi, written: '' },
  {
    said: /\b(?:all told|all in all|in all|taken together)(?= (?:since|over|in|this|between|during|from)\b)/gi,
    written: '',
  },
  {
    said: /(^|[.?!]\s+)(?:the )?(?:number of )?laps(?:es|ings?) (?=(?:over|in|during|since|this|last)\b)/gi,
    written: '$1how many lapsed ',
  },
  // "Which chapter does worst? ... by chapter": asked twice.
  {
    said: /^\s*which (chapters?|tiers?|states?|types?) [^.?!]*\b(?:most|worst|least|best|fastest|hardest)\b[^.?!]*\?\s+(?=[^?]*\b(?:by|per) (?:chapter|tier|state|type)\b)/i,
    written: '',
  },
  // Two editions of one event.
  {
    said: /\b(?:came to|went to|attended|were at|was at|been to|turned up (?:at|to|for)|made it to|showed up (?:at|to|for)) both (?:the |our )?(20\d\d) and (?:the |our )?(20\d\d) (\p{L}+(?: \p{L}+){0,3}?)(?=\s*[,.?!]|$| (?:and|but|who|that|yet)\b)/giu,
    written: 'attended the $1 $3 and attended the $2 $3',
  },
  {
    said: /\b(?:came to|went to|attended|were at|was at|been to|turned up (?:at|to|for)|made it to|showed up (?:at|to|for)) both (?:the |our )?(\p{L}+(?: \p{L}+){0,3}?) (?:of |in )?(20\d\d) and (?:the (?:one )?)?(?:of |in )?(20\d\d)\b/giu,
    written: 'attended the $2 $1 and attended the $3 $1',
  },
  // What may be asked, and what waits.
  {
    said: /^(?![\s\S]*[MN]-[0-9A-Z]{6})[\s\S]*\b(?:what (?:all |exactly |else )?(?:can|may|could|do|am) i (?:actually |really |even |exactly |all )*(?:(?:cleared|allowed|permitted|entitled|able|supposed|authori[sz]ed)(?: to)?\b|(?:ask|see|do|look at|query|request|propose|get)(?: (?:you|for|about|of|from|out of|in|to))*(?: (?:here|this|it|you))?(?=\s*(?:[,.?!]|$| and\b| in\b| with\b| under\b| as\b| from\b| using\b)))|what (?:does|do|will|would|can) (?:this|my) (?:login|log-?in|account|role|seat|access|rights?|permissions?|user|profile)\b[^.?!]*\b(?:let|allow|permit|show|give|cover|include|get|do|see|ask)|what(?:'s| is| are)? (?:is )?(?:closed|off limits|closed off|hidden|blocked|barred|locked|out of bounds)(?: off)? (?:to|for|from) me)[\s\S]*$/i,
    written: 'what am i allowed to see',
  },
  {
    said: /^(?![\s\S]*[MN]-[0-9A-Z]{6})\s*(?:[\s\S]*?[.!?,]\s+)?(?:so |and |ok )?(?:(?:what|what'?s|wats|who|who'?s|which|anything|something|is (?:there )?anything|are there|how many|do (?:i|we) have|show me|list)\b)[^.?!]*\b(?:wait(?:ing|s)?|pending|sitting|stuck|outstanding|queued|left|need(?:s|ing)?|await(?:ing|s)?|open)\b[^.?!]*\b(?:approv\w*|sign(?:ed|ing)?[- ]?off|decisions?|decid\w+|confirm(?:ed|ation|ing)|green light|proposals?)\b(?![^.?!]*\bmembers\b)[\s\S]*$/i,
    written: 'show my proposals',
  },
  // One member.
  {
    said: /\b(?:would|does|will|should|could|might) ([MN]-[0-9A-Z]{6}) (?:land|show up|show|appear|come up|come out|turn up|fall|fit|belong|count|qualify|be|make it|get picked up|get included|be included|be listed|be counted|pop up|end up|figure)(?: (?:in|on|into|onto|under|among|for|as part of|within|part of))? (?:an?|the|my|our|your|that|this) (?:list|report|roster|group|count|set|selection|segment|pull|query|search|bunch) of ([^.?!]{3,160}?)(?=\s*(?:[.?!]|$))(?:\s*[.?!]\s*(?:and )?(?:if (?:not|so|[^.?!,]{2,25}),?\s*)?(?:please )?(?:tell|show|let|say|which|what|why|where)\b[^.?!]*[.?!]*\s*$)?/gi,
    written: 'is $1 among $2',
  },
  {
    said: /\bwhy (?:does(?:n't| not)|don't|do not|isn't|is not|ain't) ([MN]-[0-9A-Z]{6}) (?:show(?:ing)?(?: up)?|appear(?:ing)?|com(?:e|ing) up|count(?:ed|ing)?|register(?:ing)?|get(?:ting)? (?:listed|counted|shown)|listed|shown|marked|down) (?:as|like|among|with|in the list of|on the list of) (?:an? |the )?([^.?!]{3,60})/gi,
    written: 'why is $1 not $2',
  },
  {
    said: /^\s*(?:the|our|this|that) [^.?!]{3,60} (?:is|are) (?:for )?members?[- ]only[.!]\s+(?=.*[MN]-[0-9A-Z]{6})/i,
    written: '',
  },
  {
    said: /\bis ([MN]-[0-9A-Z]{6}) still (?:one|a member|with us|in|current|active|on)?,? or (?:has|have|did|is) [^?.!]*(?:run out|laps\w*|expired?|ended|gone|over|up)\s*\?/gi,
    written: 'is $1 still a member?',
  },
  {
    said: /^\s*([MN]-[0-9A-Z]{6})(?:'s| is| will be) (?:calling|ringing|phoning|coming|visiting|here|on the (?:phone|line)|waiting|dropping|popping|due)\b[^,.;:–—?]*[,.;:–—]\s*(?:please |can you |could you )?(?:pull up|show me|get me|give me|bring up|show|find me|fetch me|let me see|i need) (?:everything|all|whatever|what|anything)(?: that)?(?: (?:we|you)(?:'ve| have)?(?: got| have)?)?(?: on (?:them|her|him|file|record|[MN]-[0-9A-Z]{6}))?\s*[.!]*\s*$/i,
    written: 'show me $1',
  },
  {
    said: /^\s*([MN]-[0-9A-Z]{6}) (?:gets|is getting|receives|is receiving|turns|celebrates|is coming|comes|retires|is retiring|speaks|is speaking|presents|is presenting|called|rang|phoned|emailed|wrote|asked|is visiting|visits|is calling|calls)\b[^.?!]*[.!]\s+(?=[^.!]*\1)/i,
    written: '',
    note: 'the first sentence is read as the reason for asking',
  },
  {
    said: /\b(?:is there |has there been |was there )?anything (?:new|different|changed|that(?:'s| has| is)? (?:new|changed)) (?:on|in|with|about|for|to) ([MN]-[0-9A-Z]{6})(?:'s)?(?: (?:record|file|account|profile|membership))? ((?:since|in|over|during|from|between|this|last) [^?.!]*?)(?: (?:that|which) (?:\p{L}+ ){1,4}(?:should|ought to|needs? to|must) (?:know|see|hear)(?: about)?| worth (?:knowing|noting|mentioning))?\s*[?.!]/giu,
    written: 'what changed for $1 $2?',
  },
  {
    said: /(?<=[.?!,]\s*)(?:but )?[MN]-[0-9A-Z]{6} (?:swears|says|claims|insists|thinks|believes|is sure|is certain|maintains|told (?:me|us))\b[^.?!]*[.!]*\s*$/i,
    written: '',
    note: 'what is said to be so is left aside',
  },
  {
    said: new RegExp(
      `\\bcompare (?:the )?(?!number|count)([^.?!]{3,50}?) (?:of|for|between) (?:the |our )?${BOTH}${END}`,
      'gi',
    ),
    written: 'total $1 by kind',
  },
  // Figures in daily words.
  {
    said: /\bhow long (?:has|have|is|do) (?:the |our |an? )?(?:average|typical|mean) (.{3,40}?) (?:been|stay(?:ed)?|be)(?: (?:with us|a member|members|in membership|around|on board))?(?=\s*[,.?!]|$)/gi,
    written: 'average tenure of $1 members',
  },
  {
    said: /\bhow long (?:has|have|do|does) (.{3,40}?) (?:been (?:with us|members?|around)|stay(?:ed)? with us) on average\b/gi,
    written: 'average tenure of $1',
  },
  {
    said: /(?:(?:^|(?<=[.!?]\s))[^.?!]*?\b(?:claim(?:s|ed)|said|says|thinks?|thought|reckons?|swears?|insists?|told (?:me|us)|heard|believes?|true)(?: that)? |\b(?:are|do) )?((?:\p{L}+ ){0,2}?\p{L}+) members (?:are |is )?(?:more|less|any more|better|worse) engaged(?: on average| overall| by and large)? than (?:the |those in )?([\p{L} ]{3,40}?)(?: members| ones| people| folks)?(?: on average| overall)?(?=\s*[,.?!]|$)/giu,
    written: 'average engagement score by chapter of $1 members and $2 members',
  },
  {
    said: /\bwhere (?:do|are) we (?:stand|at|now)(?: (?:today|now|currently|at the moment))?(?= (?:by|per|across|for each|in each)\b)/gi,
    written: 'how many members are there',
  },
  { said: /\bcase ?load\b(?=\s*(?:by|per|of each)\b)/gi, written: 'number of members' },
  // Standings.
  {
    said: /\b(?:(?:have|has|had) )?let (?:their|its|the) memberships? (?:go|lapse|slide|slip|drop|run out|expire)\b/gi,
    written: 'lapsed',
  },
  {
    said: /\b(?:that|who|which) (?:still )?(?:shows?|carry|carries|sit on|sits on|run|runs|have got|has got|show up with|is showing|are showing) (an? )?(?:open|unpaid|outstanding) (invoices?|balances?|bills?|amounts?)\b/gi,
    written: 'who have an open $2',
  },
  {
    said: /\b(ow(?:e|es|ing)|outstanding)( us)?( money)? on (?:their |any |an? )?invoices?\b(?= (?:more|over|older|past|that|which|at least)\b)/gi,
    written: '$1$2$3 with invoices',
  },
  {
    said: /\band then (?:never|did ?n[o']t|didn't|failed to|neglected to) (?:show(?:ed)?(?: up)?|turn(?:ed)? up|appear(?:ed)?|c[ao]me)\b/gi,
    written: 'and never showed up',
  },
  { said: /\bdonors who(?:'ve| have| had)? (?:given|gave|donated)\b/gi, written: 'people who donated' },
  {
    said: /\b(?:(?:for |in |over )?(?:this|the) (?:calendar )?year (?:so far|to date|up to (?:now|today)|until now))\b/gi,
    written: 'year to date',
  },
  {
    said: /\b(?:for |in |over )?(?:this|the|our) (?:current )?(?:fiscal|financial) year (?:so far|to date|up to (?:now|today)|until now)\b/gi,
    written: 'fiscal year to date',
  },
  {
    said: /\bwhy (?:isn't|is not|ain't|isnt) ([MN]-[0-9A-Z]{6}) (?:on|in|among) (?:my|our|the|that|your) (?:list|report|roster|group|count) of ([^.?!]{3,60})/gi,
    written: 'why is $1 not among $2',
  },
];

const ELONGATED = /\b(\p{L}*?)(\p{L})\2{2,}(\p{L}*)\b/giu;

/** The message with its set phrases in plain words. */
export function inPlainWords(text: string): Named {
  if (isOwnWords(text)) return { text, notes: [] };
  const heads = headNounsPlainly(text);
  const notes: string[] = heads.aside.map((words) => `I left aside: "${words}"`);
  let plain = giversPlainly(
    heads.text.replace(ELONGATED, (_, before: string, letter: string, after: string) => `${before}${letter}${after}`),
  );
  for (const { said, written, note } of [...saidConditions, ...phrases]) {
    const next = typeof written === 'string' ? plain.replace(said, written) : plain.replace(said, written);
    if (next.trim() === '' || next === plain) continue;
    plain = next;
    if (note) notes.push(note);
  }
  const figures = figuresPlainly(plain.trim());
  // As `LEFT_ASIDE` begins: said with the other words set aside.
  return { text: figures.text, notes: [...notes, ...figures.aside.map((words) => `I left aside: "${words}"`)] };
}
