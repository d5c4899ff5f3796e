/*
 * Daily words for groups, ranks and tables, as the grammar reads them: "rank the tiers by ...", "which chapter is bleeding
 * the most", "tier down the side, status across the top", "LYBUNTs".
 */

const GROUP =
  '(chapters?|regions?|tiers?|membership tiers?|membership types?|member types?|membership levels?|states?|relationship managers?|account managers?|cities|city|countr(?:y|ies)|industr(?:y|ies)|months?|quarters?|years?|weeks?|committees?)';
const NUMBER = String.raw`(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)`;
const HAS_ORDER =
  /\b(?:first(?! (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve))|ascending|descending|at the top|on top|up top|at the bottom)\b/i;
const UP = /\b(?:least|fewest|lowest|smallest|worst|bottom|weakest|shortest|poorest)\b/i;
const MEASURES = String.raw`(?:total |average |mean |avg |median |overall )?(?:volunteer(?:ing)? hours|hours volunteered|course credits|credits|dues|donations?|giving|gifts|revenue|spend(?:ing)?|purchases|sales|overdue(?: balance| amounts?| dues| money| invoices)?|open balances?|outstanding balances?|engagement(?: scores?)?|tenure|years of membership|(?:portal )?log-?ins|(?:e-?mail |newsletter )?(?:clicks|opens)|posts|downloads|page views|events attended|attendances?)`;

/** How a figure was asked for, and by which verb. */
const doing: readonly (readonly [words: RegExp, figure: string])[] = [
  [/^(?:pays?|paid|paying|brings? in|brought in|bringing in)$/i, 'dues paid'],
  [/^(?:gives?|gave|donates?|donated|giving|donating|given)$/i, 'donations'],
  [/^(?:owes?|owed|owing)$/i, 'open balance'],
  [/^(?:spends?|spent|spending)$/i, 'revenue'],
  [/^(?:volunteers?|volunteered|volunteering)$/i, 'volunteer hours'],
  [/^(?:clicks?|clicked|clicking)$/i, 'email clicks'],
  [/^(?:opens?|opened|opening|reads?|reading)$/i, 'email opens'],
  [/^(?:posts?|posted|posting|talks?)$/i, 'posts'],
  [/^(?:logs? in|logged in|logging in)$/i, 'logins'],
  [/^(?:learns?|earns?|earned)$/i, 'course credits'],
];

const ranked = (figure: string, group: string, tail: string, most: string, whole: string): string =>
  `${totalOf(figure)}${tail.trim() ? ` ${tail.trim()}` : ''} by ${one(group)}${HAS_ORDER.test(whole) ? '' : `, ${UP.test(most) ? 'lowest' : 'highest'} first`}`;

/** Of what adds up the sum is meant, where no other figure is named. */
const totalOf = (figure: string): string =>
  /^(?:volunteer|hours|course|credits|dues|donation|giving|gifts|revenue|spend|purchases|sales|(?:portal )?log-?ins|(?:e-?mail |newsletter )?(?:clicks|opens)|posts|downloads|page views)/i.test(
    figure,
  )
    ? `total ${figure}`
    : figure;

const one = (group: string): string =>
  group
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<!statu)s$/, '');

type Rewriting = readonly [said: RegExp, written: (found: readonly string[], whole: string) => string];

const WHICH = String.raw`(?:(?:and |so |tell me |show me |can you tell me )*(?:which|what)(?: of (?:our|the))?|(?:whose)) ${GROUP}`;
const TAIL = String.raw`((?: (?:in|over|during|since|for|this|last|so far|between|from|within|the|to|past|year|so)\b[^,.?!;:–—]*)?)`;

const OFFICE = String.raw`(?:board|council|staff|committee|budget|exec(?:utive)?|finance|treasurer's|treasurers?|ceo's|chair's|annual|monthly|quarterly|weekly|year[- ]end|leadership|membership|retention|cpd|education|ar|dues|donor|volunteer|events?)`;
const DATED = String.raw`(?:the |our |my |this |next |\p{L}+day's |tomorrow's |next (?:week|month)'s |(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)? )*`;
const PAPER = '(?:pack|packet|book|deck|report|slides?|paper|dashboard|agenda|minutes|review|binder|briefing|handout)';

/** What the figure is for: taken out, and said. */
const purposes: readonly RegExp[] = [
  new RegExp(
    String.raw`^\s*(?:for|in|on) ${DATED}(?:${OFFICE} )*(?:${PAPER}|${OFFICE} (?:meeting|retreat|call))\b(?: \d+)?\s*(?:,|:|\s[–—-])?\s*(?=\S)(?=(?:i|we|please|could|can|give|show|what|how|which|the|our|total|average)\b|.*\bby\b)`,
    'iu',
  ),
  new RegExp(
    String.raw`\s*,?\s*(?<!\b(?:it's|its|that's|thats|is|are)\s{0,3})\bfor ${DATED}(?:${OFFICE} )*(?:${PAPER}|${OFFICE} (?:meeting|retreat|call))\b(?: \d+)?(?=\s*(?:[.,?!;]|please|pls|$))`,
    'iu',
  ),
  new RegExp(String.raw`^\s*${OFFICE} ${PAPER}\s*:\s*`, 'iu'),
  /,?\s*\bthe (?:chair|boss|board|treasurer|ceo|president|director) (?:hates|dislikes|can't stand|loathes|loves|likes) (?:it )?when\b[^.?!]*/i,
];
const ASKS =
  /^(?:(?:i|we) (?:need|want|would like|'d like|have to have)|i'd like|we'd like)(?: to (?:see|have|know))? (?:(?:one|a|the) table\s*:\s*)?/i;

const rewritings: readonly Rewriting[] = [
  // Tables.
  [
    /\b(?:(?:one|a|the) )?(?:table|grid|matrix|sheet|chart|view)?\s*[:,–—-]?\s*(?:with )?(?:(?:each|every|the|all) )?((?:membership |member )?(?:tiers?|levels?|types?|chapters?|states?|status(?:es)?))(?: (?:running |going |listed )?(?:down(?: the (?:left(?: side| hand side)?|side))?|(?:as|in)(?: the)? rows|on the (?:left|rows|side)|along the side)),?(?: and| with)?(?: the)? ([\p{L} ,/]+?)(?: (?:running |going |listed )?(?:across(?: the top)?|(?:as|in)(?: the)? columns|along the top|on top|on the columns|over the top))/giu,
    ([, down = '', across = '']) => {
      const key =
        /^(?:the )?((?:membership |member )?(?:tiers?|levels?|types?|chapters?|states?|status(?:es)?))$/i.exec(
          across.trim(),
        );
      return key?.[1]
        ? `members by ${one(down)} and ${one(key[1])}`
        : `${across.trim()} members by ${one(down)} and status`;
    },
  ],
  [
    /\b(?:a |the |one )?(?:contingency table|cross[- ]?tab(?:ulation)?s?|pivot(?: table)?|two[- ]way table|matrix|grid|frequency table)\s*(?:of|for|:|,|-)?\s*(?:(?:the )?members (?:by )?)?(auto[- ]?renew(?:al)?|(?:membership |member )?\p{L}+) ?(?:\bby|\bx|×|\bagainst|\bvs\.?|\bversus|\band|\bwith) (auto[- ]?renew(?:al)?|(?:membership |member )?\p{L}+)(?: (?:flag|status|setting))?\b/giu,
    ([, first = '', second = '']) => `members by ${first} and ${second}`,
  ],
  [
    /\b(tier|chapter|state|status|kind)s? (?:by|x|×|against|vs\.?|versus) (tier|chapter|state|status|kind)s?(?: (?:table|grid|matrix|cross[- ]?tab|breakdown|view|counts?))?\b/gi,
    ([, first = '', second = '']) => `members by ${first} and ${second}`,
  ],
  [
    /\bmembers (by [\p{L} -]+?),? (?:over|across|on|for|of|in) the (?:entire|whole|full|complete) (?:file|database|db|system|records?|book|register)\b/giu,
    ([, by = '']) => `everybody ${by}`,
  ],
  // What every count is.
  [
    /,?\s*\b(?:raw|plain|absolute) (?:counts|numbers|figures)(?: only)?(?:,? (?:no|not|without) (?:percentages?|percents?|shares|%))?(?=\s*[,.;]|$)/gi,
    () => '',
  ],
  [/,?\s*\b(?:no|without) (?:percentages?|percents?|shares)(?=\s*[,.;]|$)/gi, () => ''],
  // Ranks.
  [
    new RegExp(
      String.raw`\b(?:rank|order|sort|list|put|compare|line up)(?: me| for me)?(?: all)?(?: of)?(?: the| our| my| your)? ${GROUP}(?: for me| in order| up)? (?:by|on|according to|in order of|for|in terms of) (?:the |their )?(.+?)(?=\s*(?:,|[.?!;–—]|$))`,
      'gi',
    ),
    ([, group = '', figure = ''], whole) => ranked(asFigure(figure), group, '', 'most', whole),
  ],
  [
    new RegExp(
      String.raw`\b(?:the )?(top|best|bottom|worst|first) (?:${NUMBER} )?${GROUP} (?:for|by|in terms of|on|in) (?:the )?(${MEASURES})([^,.?!;]*)`,
      'gi',
    ),
    ([, most = '', group = '', figure = '', tail = ''], whole) => ranked(figure, group, tail, most, whole),
  ],
  [
    /(?<=[?.!]\s+|,\s*)(?:and |please |then |now )*rank (?:the (?:whole )?lot(?: of (?:'?em|them))?|them(?: all)?|'?em(?: all)?|all of (?:them|'em))(?: for me)?(?: please)?\s*,?/gi,
    () => ',',
  ],
  [
    /,?\s*\b(?:and )?(?:roughly |about )?how (?:do|does|did) the (?:others|rest|other \w+) (?:compare|look|stack up|do|fare)(?: to (?:it|that|this))?/gi,
    () => '',
  ],
  // "By tier. Who reads us most?": in which order the groups come.
  [
    /(\bby (?:tier|chapter|state|month|quarter|year|level|region|status|industry)s?\b[^.?!]*)[.?!–—]+\s+(?:and |so )?(?:who(?:'s| is|se)?|which (?:one|tier|chapter|state|month|of (?:them|these)))\b[^.?!,]*\b(most|best|highest|least|worst|lowest|fewest|biggest|largest)\b[^.?!,]*\??\s*$/gi,
    ([, before = '', most = '']) =>
      `${before}${HAS_ORDER.test(before) ? '' : `, ${UP.test(most) ? 'lowest' : 'highest'} first`}`,
  ],
  [
    /^(?:and |so )?(\p{L}+(?: \p{L}+)?) (?:vs\.?|versus|or|against) (\p{L}+(?: \p{L}+)?)\s*[,:–—-]\s*(?:who|which(?: (?:one|chapter|tier|state))?)(?: has| have| had|'s)?(?: got| had| seen| brought in| brought| gained| signed up| added| recruited)? (?:the )?(?:more|most) (?:new )?(?:joiners|members|joins|sign-?ups|recruits|faces)\b([^.?!]*)\??/giu,
    ([, first = '', second = '', tail = '']) => `how many members joined${tail}, ${first} vs ${second}`,
  ],
  [
    /(?<=\b(?:total|average|median|how (?:much|many)|mean)\b.*)\b(?:from|of|for|in) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d)\b)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?) and (?:from|of|for|in) (?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d)\b)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)\b/gu,
    ([, first = '', second = '']) => `of ${first} vs ${second}`,
  ],
  [/\bacross (?:the|our) (?:whole |entire |full )?membership\b/gi, () => 'of members'],
  // Losses and gains.
  [
    new RegExp(
      String.raw`${WHICH}(?:'s| is| are| has| have| had| did| do| does)?(?: been| we)? (?:bleed(?:ing)?s?|los(?:e|es|ing|t)|shed(?:ding|s)?|bled|dropp(?:ed|ing)|hemorrhag(?:ing|ed)) (?:the |us the )?(most|fewest|least)(?: of the)?(?: members?| people| folks| ppl| memberships)?${TAIL}`,
      'gi',
    ),
    ([, group = '', most = '', tail = ''], whole) => ranked('how many members lapsed', group, tail, most, whole),
  ],
  [
    new RegExp(
      String.raw`${WHICH}(?:'s| is| are| has| have| had| did| do| does)?(?: been)? (?:gain(?:ed|ing|s)?|w[io]n|winning|brought in|bring(?:s|ing)? in|sign(?:ed|s|ing)? up|attract(?:ed|ing|s)?|recruit(?:ed|ing|s)?|add(?:ed|ing|s)?|pull(?:ed|s|ing)? in|sen[dt]s?|g[ai]ves?|suppl(?:y|ies|ied)|contribut(?:es?|ed)|produced?s?|deliver(?:s|ed)?|yield(?:s|ed)?|generat(?:es?|ed)|grew|grow(?:s|ing)? by|got|get|gets)(?: us)? (?:the )?(most|fewest|least) (?:new )?(?:members?|people|joiners?|joins|recruits|sign-?ups|faces|folks)${TAIL}`,
      'gi',
    ),
    ([, group = '', most = '', tail = ''], whole) => ranked('how many members joined', group, tail, most, whole),
  ],
  [
    /\b(?:in )?(?:which|what) (months?|quarters?|weeks?|years?)((?: (?:of |in )?(?:this|last|20\d\d|the last|the past)(?: (?:fiscal |calendar )?(?:year|quarter|\d+ months|twelve months))?)?) (?:did |do |has |have |had )?(?:we )?(?:saw|see|seen|had|have|brought|bring|got|get|did|were|was|showed|show)? ?(?:the )?(most|fewest|least)((?: (?:of our|of the))?(?: new)?(?: people| members| folks| ppl| persons| ones)?) ?(join(?:s|ing|ed|ers)?|sign(?:ing)? ?ups?|sign(?:ing)? up|lapse(?:s|d)?|lapsing|losses|renew(?:als|ing|ed|s)?|new members|expir(?:e|es|ies|ing)|expirations)((?: (?:this|last|in|over|since|so)\b[^,.?!;]*)?)/gi,
    ([, period = '', window = '', most = '', , verb = '', tail = ''], whole) =>
      `how many members ${happened(verb)} ${`${window} ${tail}`.trim()} by ${one(period)}${HAS_ORDER.test(whole) ? '' : `, ${UP.test(most) ? 'lowest' : 'highest'} first`}`,
  ],
  [
    new RegExp(
      String.raw`${WHICH} (?:(?:do|does|did|has|have|is|are|'s) )?(?:we )?(pays?|paid|gives?|gave|given|donates?|donated|owes?|spends?|spent|volunteers?|volunteered|clicks?|clicked|opens?|opened|reads?|posts?|posted|logs? in|logged in|earns?|earned)(?: us)? (?:the )?(most|least|fewest)(?: (?:money|in dues|dues|in donations|hours|credits|posts|often))?((?: on average| per (?:head|member|person|capita))?)${TAIL}`,
      'gi',
    ),
    ([, group = '', verb = '', most = '', how = '', tail = ''], whole) => {
      const figure = doing.find(([words]) => words.test(verb))?.[1] ?? verb;
      const statistic = /per /i.test(how) ? 'per member ' : /average/i.test(how) ? 'average ' : 'total ';
      return ranked(`${statistic}${figure}`, group, tail, most, whole);
    },
  ],
  [
    new RegExp(
      String.raw`${WHICH} (?:has|have|had|shows?|carr(?:y|ies)|holds?|is sitting on|are sitting on|boasts?|with|comes? out with) (?:the )?(?:most |highest |biggest |largest |best |longest |greatest |strongest )(${MEASURES})${TAIL}(?=\s*(?:[,.?!;–—]|$))`,
      'gi',
    ),
    ([, group = '', figure = '', tail = ''], whole) => ranked(figure, group, tail, 'most', whole),
  ],
  [
    new RegExp(
      String.raw`${WHICH} (?:has|have|had|shows?|with|comes? out with) (?:the )?(?:fewest |lowest |smallest |worst |shortest |weakest |least )(${MEASURES})${TAIL}(?=\s*(?:[,.?!;–—]|$))`,
      'gi',
    ),
    ([, group = '', figure = '', tail = ''], whole) => ranked(figure, group, tail, 'least', whole),
  ],
  // "Tier split", "chapter breakdown": a noun for a grouping.
  [
    /(^|[.:;,–—-]\s*|\b(?:the|a|our|need|give me|show me|want) )(tier|chapter|state|status|level|membership type) (?:split|break ?down|mix|distribution|composition|counts|headcounts?|headcount)\b(?: of (?:our |the )?((?:active |lapsed )?(?:members(?:hip)?|people|organi[sz]ations)))?/gi,
    ([, before = '', group = '', whom = '']) =>
      `${before.replace(/\b(?:a|the|our) $/i, '')}${whom || 'members'} by ${group}`,
  ],
  [
    /\b(?:so )?(?:count|treat|include|put|take) (?:the )?(?:ones|those|people|members|everyone|everybody|anybody|anyone|them)? ?(?:with|who have|without) (?:none|any|nothing|no \p{L}+)(?: down)? (?:as|at) (?:a )?(?:zeros?|0|nil|nought)(?:,? (?:don't|do not|and don't) (?:skip|leave|drop|ignore) (?:them|those)(?: out)?)?/giu,
    () => '',
  ],
  [
    /^((?:(?:and|so|please|pls|ok|now|i need|i want|i'd like|we need|give me|show me|can i (?:get|have|see)|get me|need|want|the|our|all)\s+)*)((?:donations?|giving|gifts|purchases|sales|volunteer(?:ing)? hours|course credits|credits)\b(?! (?:per|a) (?:head|member|person|capita))(?=.*\b(?:by|per|for each|in each|vs|versus|against)\b))/i,
    ([, before = '', figure = '']) => `${before}total ${figure}`,
  ],
  [
    /(?<=\S)\s*,?\s*\b(?:(?:and|then) )?(?:broken|split|cut|sliced|grouped|divided|carved|chopped)(?: (?:it|that|them))?(?: (?:down|out|up))? (?:by|per|into|across|along)\b/gi,
    () => ' by',
  ],
  // Money.
  [
    /\b(dues|donations|gifts|payments|money|revenue|cash|fees|contributions) (?:actually|really|truly|physically) (received|collected|paid|taken|in)\b/gi,
    ([, what = '', how = '']) => `${what} ${how}`,
  ],
  [/\b((?:overdue|past[- ]due|outstanding|open|unpaid)) ?\$(?!\s?\d)/gi, ([, state = '']) => `${state} balance`],
  [
    /(?:^|(?<=[.;]\s))\s*(?:(?:in )?(?:dollars|amounts?|money|sums?|totals?),? not (?:(?:the )?(?:number of )?(?:donors|people|heads|counts?|headcounts?|averages?|members|gifts|payers)))\s*[.]?\s*$/gi,
    () => '',
  ],
  [
    /,?\s*\b(?:organi[sz]ations|companies|orgs) (?:are )?in(?:cluded)?(?: as well| too| also)?(?=\s*(?:[,.;]|please|$))/gi,
    () => '',
  ],
  [/,?\s*\b(?:totals?|sums?),? not (?:the )?averages?\b/gi, () => ''],
  [
    /\b(?:whatever|regardless of|irrespective of|never mind|no matter|ignoring)(?: (?:their|the|its|what))?(?: (?:current|membership|member))? (?:status|standing)(?: (?:is|may be|they have))?\b/gi,
    () => 'any status',
  ],
  [
    /(?<=\bany status)(?:\s*,|\s+and)?\s*(?:the )?lapsed(?: (?:ones|people|members|too))? (?:are |is )?(?:fine|ok|okay|welcome|included|in)(?: too| as well)?/gi,
    () => '',
  ],
  // Two kinds of record, as groups.
  [
    /\b(?:of|for|from|between) (?:people|persons|individuals) (?:and|vs\.?|versus|against) (?:organi[sz]ations|companies|orgs|firms)(?=,? by (?:kind|record type|type of record)\b)/gi,
    () => '',
  ],
];

const thisOne = (now: string, before: string): string =>
  /one|so far/i.test(now)
    ? /fiscal|financial|fy/i.test(before)
      ? 'this fiscal year'
      : 'this year'
    : /^this/i.test(now)
      ? now
      : `in ${now.replace(/^the /i, '')}`;

const happened = (verb: string): string =>
  /^(?:join|sign|new)/i.test(verb)
    ? 'joined'
    : /^(?:laps|loss)/i.test(verb)
      ? 'lapsed'
      : /^renew/i.test(verb)
        ? 'renewed'
        : 'expire';

/** "How much is overdue", "the number of volunteers": the figure itself. */
const asFigure = (words: string): string =>
  words
    .replace(
      /^how much (?:(?:money|dues) )?(?:is|are|they have|they've got|there is|we have)(?: still)? overdue.*$/i,
      'total overdue balance',
    )
    .replace(/^how much (?:they|it|each|people|members) (?:still )?owes?(?: us)?.*$/i, 'total open balance')
    .replace(/^how much (?:is|are) (?:still )?(?:owed|open|outstanding|unpaid).*$/i, 'total open balance')
    .replace(/^how many /i, 'how many ')
    .replace(/^number of /i, 'how many ')
    .replace(/^(how many )(?:people |members )?(?:volunteers)\b/i, '$1members volunteered')
    .replace(/^(how many )(?:new )?(?:joiners|joins|new members)\b/i, '$1members joined')
    .replace(/^(how many )(?:lapses|losses|lapsers)\b/i, '$1members lapsed');

const givers: readonly Rewriting[] = [
  // Fundraisers' words.
  [
    /\b(?:(?:has |have |had |who )?(?:gave|given|made|donated|give)(?: us)?(?: something| anything| a gift| a donation| gifts| money| donations| at least (?:once|one gift))?) ((?:in |during |last |the |calendar |fiscal |financial |year |previous |prior |fy ?)+(?:20\d\d|year|fy))(?: calendar year| fiscal year)?,?(?: (?:but|and|yet|though|however),?)?(?: (?:has|have|had))?(?: (?:given|donated|made|sent)(?: us)?)? (?:nothing|not (?:a (?:penny|dime|cent|thing|gift)|anything|one)|none|zilch|zero|nada|no gifts?|no donations?|not|never)(?: at all| whatsoever| else| yet)*(?: so far| to date| since)?(?: (?:in|during|for))? ?(this one|this(?: (?:fiscal|calendar|financial))? year|(?:calendar |fiscal |fy ?)?20\d\d|the current (?:fiscal |calendar )?year|so far)(?: so far| to date| yet)?/gi,
    ([, before = '', now = '']) =>
      `donated ${/^(?:in|during|last)/i.test(before) ? before : `in ${before}`} and did not donate ${thisOne(now, before)}`,
  ],
  [
    /^([^.?!]*)\b(?:LYBUNTs?|last year but unfortunately not this(?: year)?)\b[^.?!]*?(?:[.?!]|\s[–—-]\s)\s*(?=.*\bdonated\b.*\bdid not donate\b)/i,
    ([, before = '']) =>
      /\b(?:who|list|names?|show|pull me|give me|how many)\b/i.test(before) ? 'list people who ' : '',
  ],
  [
    /\(?\bLYBUNTs?\b\)?(?: (?:donors|people|list|givers|folks))?/gi,
    (_, whole) =>
      /\bdid not donate\b/.test(whole) ? '' : 'people who donated last fiscal year and did not donate this fiscal year',
  ],
  [
    /\(?\bSYBUNTs?\b\)?(?: (?:donors|people|list|givers|folks))?/gi,
    (_, whole) =>
      /\bdid not donate\b/.test(whole) ? '' : 'people who have ever donated and did not donate this fiscal year',
  ],
];

/** Who gave and gives no more, in plain words, before anything else of the sentence is read. */
export const giversPlainly = (text: string): string => rewritten(text, givers);

const ABOUT_FIGURES =
  /\b(?:by|per|each|total|average|median|mean|how (?:many|much)|percent\w*|share|rank|table|split|breakdown|number|count)\b|%/i;

/** The sentence with its groups, ranks and tables in plain words; what it is for is taken out. */
export function figuresPlainly(text: string): Plainly {
  let plain = text.replace(/[’‘]/g, "'");
  const aside: string[] = [];
  if (ABOUT_FIGURES.test(plain) && !/\b[MN]-[0-9A-Z]{6}\b/.test(plain))
    for (const purpose of purposes) {
      const [found] = purpose.exec(plain) ?? [];
      const rest = found === undefined ? '' : plain.replace(purpose, ' ').trim().replace(ASKS, '');
      if (found === undefined || rest.split(' ').length < 2) continue;
      aside.push(found.replace(/^[\s,]+|[\s,:–—-]+$/g, ''));
      plain = rest;
    }
  const before = text;
  plain = rewritten(plain, rewritings);
  const whole = plain
    .replace(/\s{2,}/g, ' ')
    .replace(/\s+([,.])/g, '$1')
    .replace(/^[\s,]+/, '')
    .trim();
  return plain === before || whole === '' ? { text, aside: [] } : { text: whole, aside };
}

export interface Plainly {
  readonly text: string;
  /** What was taken out, in the person's own words. */
  readonly aside: readonly string[];
}

function rewritten(text: string, by: readonly Rewriting[]): string {
  let plain = text;
  for (const [said, written] of by)
    plain = plain.replace(said, (...found) => {
      const groups = found.slice(
        0,
        found.findIndex((part) => typeof part === 'number'),
      ) as (string | undefined)[];
      return written(
        groups.map((part) => part ?? ''),
        plain,
      );
    });
  return plain;
}
