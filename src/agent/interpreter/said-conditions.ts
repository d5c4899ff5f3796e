/*
 * Conditions as they are said in daily speech, written in the plain words the grammar reads: whose status is meant
 * ("I don't mind whether they have lapsed"), what there is none of ("opened nothing", "a blank e-mail"), who may be
 * written to, and in what order. Data with one meaning each; what says nothing beside a request is taken out.
 */
export interface SetPhrase {
  readonly said: RegExp;
  readonly written: string | ((...parts: string[]) => string);
  /** What was taken out or read, as the note says it. */
  readonly note?: string;
}

const NEGATION = String.raw`(?:n['’]t|\bnot|\bnever|\bwithout|\bnobody|\bno one|\bnone|\bneither|\bhardly|\bcannot|\bhavent|\bhasnt|\bdidnt|\bhadnt|\bdont|\bdoesnt|\byet to)`;
const WINDOW_BEGINS = String.raw`(?=(?:in|during|over|for|this|since|after|within|throughout|so far|to date|the past|the last|ytd|year to date)\b)`;
const THEY = `(?:they|it|those|he|she|somebody|someone|people|anyone|the (?:member|person|people|account|accounts|company|companies|donor|donors)|these)`;
const STANDING =
  '(?:lapsed|left|active|current|expired|gone|dropped|members?|(?:an? )?(?:paid[- ]up )?members?|still members?|still with us|with us(?: still)?|in grace|paid up|prospects?|former|past)';
const ORGANIZATIONS = '(?:organi[sz]ations?|orgs?|compan(?:y|ies)|firms?|businesses)';
const MAY = `(?:can|could|may|might|(?:'m|'re|am|are|is|were)? ?(?:still |actually |legally )?(?:allowed|permitted|cleared|able|free|entitled) to)`;
const HOW = `(?:still |actually |legitimately |legally |lawfully |safely |properly |rightfully |rightly |officially |even |now )*`;
const LOTS =
  '(?:members|people|folks|persons|those|anyone|everyone|anybody|everybody|fellows|students|professionals|individuals|retirees|companies|organi[sz]ations|orgs|firms|businesses|ones|crowd|lot|prospects|donors|volunteers|accounts|actives)';
const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|sept|october|november|december)';

const CASE = '(?:support |service |help ?desk )?(?:cases?|tickets?|complaints?|requests?|issues?)';
const OPEN_CASE = `(?:open|unresolved|unanswered|outstanding|pending) ${CASE}`;
const WAITED =
  'sitting|waiting|open|going|running|hanging|lying around|around|outstanding|pending|logged|raised|opened|came in|come in|in the queue|unanswered|unresolved|dragging on|stuck|there';
const CASE_NOTE =
  'with a case open today, and a case opened by that day: whether it is the same one, the record of each tells';

export const saidConditions: readonly SetPhrase[] = [
  // One word for electronic mail.
  { said: /\be[-‐‑ ]mail(?=(?:s|ed|ing|ings|able)?\b)/gi, written: 'email' },
  {
    said: /\b(emails?|newsletters?|mailings?|messages?|bulletins?) (?:that )?(?:from us|of ours|we(?:'ve| have)? sent(?: out| them)?|we send(?: out)?|from the (?:office|association|team))\b/gi,
    written: '$1',
  },
  {
    said: /\b(?:something|anything|a link|any link|any links|links|a thing|one link|a button|one thing|a single thing|a single link) (?:in|inside|on|within) (?:one of |any of |some of |either of )?(?:our|the|my|a|an|any|those|these|some) (?:emails?|newsletters?|mailings?|messages?|bulletins?)\b/gi,
    written: 'an email',
  },
  {
    said: /\b(?:one|any|some|a single one|at least one) of (?:our|the|my|those|these) (emails?|newsletters?|mailings?|bulletins?)\b/gi,
    written: 'an email',
  },
  // "Both, not either": two things that hold anyway.
  {
    said: /(?:\s*[,–—-]\s*|\s+)\(?both,?(?: of them)? not (?:just )?(?:either|one or the other|only one|one)\)?/gi,
    written: '',
  },
  // Nothing of what follows.
  {
    said: new RegExp(
      String.raw`(${NEGATION}[^.?!;]{0,50}?)\b(?:(?:so much as |even )?(?:a|one) (?:single|solitary|lone) (?:little )?|so much as (?:a|one) |even (?:a|one) )(?=thing\b|one\b)(?:thing|one)\b`,
      'gi',
    ),
    written: '$1anything',
  },
  {
    said: new RegExp(
      String.raw`(${NEGATION}[^.?!;]{0,50}?),?\s*\b(?:even once|once|not once|not even once|(?:a|one) single time|a solitary time|even one time|even a single time)(?=\s*(?:[.?!,;–—-]|$|since\b|in\b|this\b|over\b|during\b|so far\b|after\b|all (?:year|month|summer|autumn|fall|winter|spring)\b))`,
      'gi',
    ),
    written: '$1',
  },
  {
    said: new RegExp(
      String.raw`(${NEGATION}[^.?!;]{0,50}?)\b(?:so much as |even )?(?:a|one) (?:single|solitary|lone) (?=\p{L})`,
      'giu',
    ),
    written: '$1any ',
  },
  {
    said: /\b(opened|clicked|attended|downloaded|posted|answered|bought|purchased|sponsored|registered for|signed up for|come to|came to|been to|clicked on|read)(?: on)? (?:nothing|zero|zilch|nada)(?: at all| whatsoever)?(?= (?:in|since|during|over|this|from|for|of|within|so far)\b|\s*[,.?!;]|\s*$)/gi,
    written: (_said, verb = '') => `not ${verb.replace(/ on$/i, '')} anything`,
  },
  {
    said: /\s*(?:,\s*(?:and |but |yet )?|\s(?:and|but|yet) (?:then )?)(?:has |have |had |with |gave |given |did )?(?:nothing|zilch|nada|not a (?:penny|cent|dime|thing|bean)|zero|not)(?: at all| whatsoever| yet)?(?: (?:so far|thus far|yet))? (?:so far )?(?:in|for) (this (?:calendar |fiscal )?(?:year|quarter|month)|(?:calendar |fiscal )?20\d\d|the (?:current|present) (?:calendar |fiscal )?(?:year|quarter|month))(?: so far| yet| to date)?/gi,
    written: ' but not in $1',
  },
  {
    said: new RegExp(
      String.raw`\s*(?:,\s*(?:and |but |yet )?|\s(?:and|but|yet) (?:then )?)(?:nothing|zilch|nada|not a (?:penny|cent|dime|thing|bean))(?: at all| whatsoever)?(?: (?:yet|so far(?= since)))? ${WINDOW_BEGINS}`,
      'gi',
    ),
    written: ' but not ',
  },
  {
    said: /\b(last|previous) ((?:calendar |fiscal |financial )?(?:year|quarter|month))\b([^.?!]{0,80}?)\b(?:in |for |during )?this one\b(?: (?:so far|yet|to date))?/gi,
    written: '$1 $2$3this $2',
  },
  {
    said: /\b(?:but|and|yet) nothing (overdue|past due|outstanding|late)\b/gi,
    written: 'but without an overdue balance',
  },
  {
    said: new RegExp(String.raw`(${NEGATION}[^.?!;]{0,60}?|\bno [^.?!;]{2,40}?),?\s+either(?=\s*[,.?!;]|\s*$)`, 'gi'),
    written: '$1',
  },
  // What is not on record.
  {
    said: /\b(?:with |have |has |having |and |who have |whose )?(?:an? |the )?(?:blank|empty|missing|null|vacant|unfilled|absent) (email|phone|telephone|mobile|postal address|mailing address|address)(?:[- ](?:address(?:es)?|numbers?|fields?|column|box|on (?:file|record)))*\b/gi,
    written: 'with no $1',
  },
  {
    said: /\bwhose (email|phone|telephone|postal address|mailing address|address)(?: (?:address|number|field|column))* (?:is|are|was|has been left) (?:blank|empty|missing|null|not (?:there|filled in|recorded|on file))\b/gi,
    written: 'with no $1',
  },
  {
    said: /\b(email|phone|telephone|postal address|mailing address)(?: (?:address|number|field|column))* (?:is |are |being |left )*(?:blank|empty|missing|null|not (?:filled in|recorded|on file))\b/gi,
    written: 'with no $1',
  },
  {
    said: /\bno (phone|telephone|mobile|email|postal address|mailing address|address)(?: (?:number|address))?s? (?:in there|in here|there|on there|against (?:their|the) name|held|recorded|in the (?:file|record|system|database))(?: at all)?\b/gi,
    written: 'no $1 on file',
  },
  // Who may be written to.
  {
    said: new RegExp(
      String.raw`\b(?:(?:that|who|whom|which) )?(?:we|i)(?: ?${MAY}) ${HOW}(?:(?:send )?(?:an )?emails?(?: to)?|write to by email|contact by email|reach by email|reach via email|write to via email)\b(?! (?:us|about|address|him|her|them|[MN]-))`,
      'gi',
    ),
    written: 'who can be contacted by email',
  },
  {
    said: new RegExp(
      String.raw`\b(?:(?:that|who|whom|which) )?(?:we|i)(?: ?${MAY}) ${HOW}mail\b(?=[^.?!]*\bemail)`,
      'gi',
    ),
    written: 'who can be contacted by email',
  },
  {
    said: /\b(?:are |is )?(?:still |actually |legally )*(?:allowed|permitted|cleared|ok|okay|free|eligible) to (?:be emailed|get emails?|receive emails?|be contacted by email|be written to by email)\b/gi,
    written: 'can be contacted by email',
  },
  {
    said: /\b(can ?not|can['’]t|may not|mustn['’]t|must not) (email|write to|contact|call|phone) (?:any ?more|any longer|now)\b/gi,
    written: '$1 $2',
  },
  // Whose status is meant.
  {
    said: new RegExp(
      String.raw`(?:\s*[,;.?!–—-]+\s*|\s+)(?:and )?(?:(?:i|we) )?(?:really |just )?(?:don['’]?t|do not|dont|needn['’]t) (?:really |much )?(?:mind|care|fuss|worry|bother)(?: about)? (?:whether|if) ${THEY}(?:['’]ve|['’]re|['’]s| have| are| is| has| had)?(?: (?:since|still|already|now|currently))* ${STANDING}(?: (?:or|and) (?:not|${STANDING}))?`,
      'gi',
    ),
    written: ', of any status',
  },
  {
    said: new RegExp(
      String.raw`\b(?:whether|no matter (?:whether|if)|regardless of (?:whether|if)|irrespective of whether)(?: or not)? ${THEY}(?:['’]ve|['’]re|['’]s| have| are| is| has| had)(?: (?:since|still|already|now|currently))* ${STANDING}(?: (?:or|and) (?:not|${STANDING}))?`,
      'gi',
    ),
    written: 'of any status',
  },
  {
    said: /\b(?:whatever|whichever|any|no matter what|regardless of|irrespective of)(?: the| their)?(?: current| membership| present)? (?:status|standing)(?: is| may be| they (?:have|are in))?,? (?:and |with |incl(?:uding|\.)? )?(?:the )?(?:prospects|lapsed|lapsed ones|non[- ]?members|leads|everyone|everybody)(?: (?:too|included|as well|are fine too|are fine|in as well|in too|also))*\b/gi,
    written: 'of any status',
  },
  {
    said: /\b(?:whatever|regardless of|irrespective of|no matter)(?: the| their)?(?: current| present| own)? membership (?:status|standing)\b/gi,
    written: 'of any status',
  },
  {
    said: /\bany status,? (?:(?:the )?lapsed(?: ones| members| people)?|prospects|ex[- ]?members|former members) (?:are |is )?(?:fine|ok|okay|good|in|included|welcome)(?: too| as well| also)?\b/gi,
    written: 'of any status',
  },
  {
    said: /\b(?:members|current members|current) and (?:ex[- ]?members|former members|past members|non[- ]?members|former|ex)(?: alike| both| equally| too)\b/gi,
    written: 'of any status',
  },
  {
    said: /(?:[.,;–—-]\s*|\s+)(?:please |pls |do |and )?(?:include|incl\.?|count|add|keep|leave) (?:in )?(?:the )?lapsed(?: ones| members| accounts| people| too| as well| in)*(?=\s*(?:[.,;!?–—-]|$))/gi,
    written: ', lapsed included',
  },
  {
    said: /(?:[.,;–—-]\s*|\s+)(?:please |pls |and |just )?(?:leave|keep|drop|take) (?:the |anyone in |everyone in |those in |people in )?(grace|lapsed|prospects?|students?|organi[sz]ations?|companies) (?:members |people |ones )?(?:out(?: of (?:it|this|that|there|the count|the list))?)(?=\s*(?:[.,;!?–—-]|$))/gi,
    written: ', excluding $1',
  },
  {
    said: /\b(?:are|is|remain|remains|stay|stays|still are)(?: still)? (lapsed|active|in grace)(?: as of (?:today|now|right now|this morning)| as at today| today| to this day| now)\b/gi,
    written: 'are $1',
  },
  {
    said: /\b(?:who |and who |that )?remain(?:s|ed)? (lapsed|active|in grace)\b/gi,
    written: 'who are $1',
  },
  {
    said: /\bmembers? whose term (?:covers|includes|runs past|extends past) (?:today|now|this day)\b/gi,
    written: 'active members',
  },
  { said: /\bpersons? \(not (?:the )?(?:organi[sz]ations?|companies|orgs|firms)\)/gi, written: 'persons only' },
  {
    said: new RegExp(`\\b(?:just |only )?(?:active )?people,? (?:no|not) (?:the )?${ORGANIZATIONS}\\b`, 'gi'),
    written: (said) => `${/active/i.test(said) ? 'active ' : ''}persons only`,
  },
  // What somebody holds or is due.
  {
    said: /\b(hold|holds|holding|have|has|having|with) (?:an? |any |the )?(?:current|valid|live|active|up[- ]to[- ]date|in[- ]date|unexpired) (cert\w*|credentials?)\b/gi,
    written: '$1 a $2',
  },
  {
    said: /\b(?:a|the|their) (?:membership |current )?terms? (?:that|which)(?:['’]s| is|['’]re| are) (?:up|over|ending|due to end)\b/gi,
    written: 'a term ending',
  },
  {
    said: /\b(?:a|the|their) (?:membership |current )?terms? (?:that|which) (?:ends?|runs? out|expires?|finishes|comes? up)\b/gi,
    written: 'a term ending',
  },
  { said: /\bfix(?:in['’]?|ing) to\b/gi, written: 'going to' },
  {
    said: /\btenure(?: of)? (under|below|less than|over|above|more than|at least) (?:a|one) year\b/gi,
    written: 'tenure of $1 1 year',
  },
  { said: /\bdonors (?:of|giving|who gave) (?=\$|at least|more than|over|upwards)/gi, written: 'people who donated ' },
  {
    said: /(\$\s?\d[\d,]*(?:\.\d\d)?|\b\d[\d,]* (?:dollars|bucks))\s*(?:\+|plus\b|and up\b)/gi,
    written: 'at least $1',
  },
  {
    said: /\b(?:still )?(?:owe|owes|owing) us (?:on|for) (?:anything|something) (?=(?:more|over|at least|\d))/gi,
    written: 'have invoices ',
  },
  {
    said: /\b(?:something|anything) (more than|over|at least|upwards of) (\d+) days (overdue|past due|late)\b/gi,
    written: 'an invoice $1 $2 days $3',
  },
  {
    said: /\b(?:something|anything|an? (?:amount|balance|sum)|amounts?|money) (overdue|past due|late|in arrears)(?: by| for)? ((?:more than|over|at least|upwards of|longer than) )?(\d+)( or more|\+)? days\b/gi,
    written: 'an invoice $2$3$4 days overdue',
  },
  {
    said: /\b(?:and|but|yet|while) (?:is |are )?(?:still )?(?:shows?|showing|carrying|carries|carry|sporting) (an? )?(open|unpaid|outstanding|overdue) (balance|invoice|amount)s?\b/gi,
    written: 'and have an $2 $3',
  },
  { said: /\b(overdue|open|unpaid|payment plan)( (?:invoices?|balances?))? anyway\b/gi, written: '$1$2' },
  { said: /\b(?:right |over |down |up |out )?here (?=(?:in|at|with) )/gi, written: '' },
  {
    said: /\b(?:most|very|so|ever so|extremely|really|exceedingly|awfully|terribly|much|eternally) (grateful|obliged|thankful|appreciative|indebted)\b/gi,
    written: '$1',
  },
  // "Of how many people": the question itself.
  { said: /(^|[,;:]\s*)(?:and )?(?:of|as to|about|on|regarding|to do with) (?=how (?:many|much)\b)/gi, written: '$1' },
  // "Set up automatic renewal", "not put auto-renew on".
  {
    said: /\b(?:set(?:ting)? up|set|put|arranged?|activated?|switched on|got|put in place|elected|chosen|chose) (?:for )?(?:their |an |any |the )?(auto(?:matic)?[- ]?(?:renewals?|renew|pay(?:ments?)?))\b(?: (?:in place|on|up))?/gi,
    written: 'turned on $1',
  },
  // Whose people came: "where not one of their people has turned up".
  {
    said: /\b(?:do we have |have we got |are there )?(?:on the books )?(?:where|of which|whereby|in which|such that) (?:not one|not a single one|none|no one|nobody|not any) of (?:their|its|the) (?:people|staff|employees|contacts|team|lot|own people) (?:has|have|had)?(?: ever)?/gi,
    written: 'none of whose people have ',
  },
  {
    said: /\b(turned up|showed up|came|gone|went|been|come|shown up) (to|at|for) (?:anything|a single thing|any single thing|one thing|any one thing)\b/gi,
    written: '$1 $2 any event',
  },
  {
    said: /\b(anything|nothing|a thing|something) in (?:any|one|them|it|either|any one)(?: of (?:them|those|these))?\b(?= (?:in|over|during|within|since|for)\b|\s*[?.!,]|$)/gi,
    written: '$1',
  },
  {
    said: /\b(?:in|over|during|within|across) (?:those|these|that|the same|the very same|that same|those same) (?:last |past )?(?:\d+ |\w+ )?(?:days|weeks|months|year|quarter|month|week|period|window|stretch|span|time ?frame)\b/gi,
    written: 'in that time',
  },
  // Tenure is unbroken: it begins with the last join or rejoin.
  {
    said: /(\byears?\b[^.?!;,]{0,40}?)\s*,?\s*\b(?:without|with no|and no|no) (?:a |any |ever )?(?:single )?(?:breaks?|gaps?|interruptions?|pauses?|lapses?|lapsing)(?: at all)?(?: (?:in|of|to|between) (?:their |the |any |his |her )?(?:memberships?|standing|service|terms?|renewals?|tenure))?/gi,
    written: '$1',
    note: 'years of membership are counted from the last join or rejoin, without a break',
  },
  {
    said: /\b(?:unbroken|uninterrupted|unbroken and current)(?: years)?,? (?=(?:of )?(?:memberships?|tenure|service|years?|standing)\b)/gi,
    written: '',
    note: 'years of membership are counted from the last join or rejoin, without a break',
  },
  // "Balance still open": what is said of the noun stands behind it.
  {
    said: /(?<=[,;]\s*|\b(?:and|but|with|yet|whose) )(?:a |an |the |their |some |any )?(?:balances?|invoices?|bills?|amounts?|dues)(?: is| are)?(?: (?:still|as yet|even now|also|yet))* (open|unpaid|outstanding|unsettled|overdue|past due)(?=\s*(?:[.?!,;]|$| and\b| but\b))/gi,
    written: (said: string, state = '') =>
      /^whose/.test(said) ? said : `with an ${/due/i.test(state) ? 'overdue' : 'open'} balance`,
  },
  // Cases.
  { said: /\bsince before\b/gi, written: 'before' },
  {
    said: new RegExp(
      String.raw`\b(?:with |w\/? |have |has |having |had )?(?:an? )?(?:still )?(?:${OPEN_CASE}|${CASE} (?:that (?:is|are) )?(?:still )?open)(?:,? (?:that|which|thats|that['’]s|and))?(?: (?:has|have|is|are|had|was|were|['’]s))?(?: (?:been|still|just|now))*(?: (?:${WAITED}))?(?: for)? ((?:more than|over|longer than|at least) (?:\w+ )?(?:\d+|an?|one|two|three|four|five|six) (?:days?|weeks?|months?|years?))(?: ago)?(?: (?:now|already))?`,
      'gi',
    ),
    written: 'with an open case who opened a case $1 ago',
    note: CASE_NOTE,
  },
  {
    said: new RegExp(
      String.raw`\b(?:with |w\/? |have |has |having |had )?(?:an? )?(?:still )?(?:${OPEN_CASE}|${CASE} (?:that (?:is|are) )?(?:still )?open)(?:,? (?:that|which|thats|that['’]s|and))?(?: (?:has|have|is|are|had|was|were|['’]s))?(?: (?:been|still|just|now))*(?: (?:${WAITED}))? (?=before )`,
      'gi',
    ),
    written: 'with an open case who opened a case ',
    note: CASE_NOTE,
  },
  {
    said: /(with an open case who opened a case [^?.!]*?)(?: and|,)? (?:it['’]?s|it is|they['’]re|they are|that['’]?s|still) (?:still )?(?:not (?:been )?(?:closed|resolved|settled|answered)|open|unresolved|unanswered)\b/gi,
    written: '$1',
  },
  // A size ends before what is said of the membership.
  {
    said: /\bwith ((?:more than|over|fewer than|less than|under|at least|at most|upwards of) [\d,]+ )(?:staff|employees|people|workers|heads|on staff)(?= (?:whose (?:membership|term|dues|account|subscription|invoice|balance)|paying|on the|in the))/gi,
    written: 'with $1employees,',
  },
  {
    said: /\bpaying for (?:a |the )?(corporate|small business|professional|individual|student|fellow|retired)(?: membership| tier| dues)? (?:instead of|rather than|and not)(?: for)? [^?.!,]{3,25}/gi,
    written: 'in the $1 tier',
  },
  // A nickname, and what it means.
  {
    said: /\b(?:my|our|the) (?:long[- ]?timers|old[- ]?timers|veterans|stalwarts|loyalists|long[- ]?standers|old guard|faithful|regulars)\s*(?::|\(|\s[–—-]\s|,\s*(?:i mean|i\.?e\.?|that is|meaning)\s)\s*(?=tenure|members?\b|people|with us|at least|more than|\d|five|ten|fifteen|twenty)/gi,
    written: 'members, ',
  },
  {
    said: /\b(?:the |our |my |all )?lybunts?\s*(?:[:(,–—-])\s*(?:that is |meaning |i\.?e\.? )?(?:people |those |anyone |everyone )?(?:who |that |they )?(?=gave|donated|made|contributed|gifts?\b)/gi,
    written: 'people who ',
  },
  {
    said: /\b(?:the |our |my |all )?lybunts?\b(?! for\b)/gi,
    written: 'people who donated last year but not this year',
    note: 'LYBUNT: gave last calendar year and not this one',
  },
  {
    said: /^\s*(?:to be (?:precise|clear|exact|specific)[,:]? )?(?:(?:i|we)(?: only| just)? mean|by members (?:i|we) mean) (?:only |just )?((?:active|current|paid-up|lapsed) (?:members|people|fellows|students|professionals))(?:,? excluding (?:anyone|those|everyone|people|members) in grace)?\s*[.;:]\s+how many\b/gi,
    written: 'how many $1',
  },
  // Events.
  {
    said: /,?\s*\(?\b(?:that is |i\.?e\.? |meaning |so |as in )?(?:ppl|people|those|folks|anyone|anybody|everyone|members|the ones|ones) (?:that |who )(?:had )?(?:registered|signed up|booked) (?:and|but|yet) (?:then )?(?:weren['’]?t there|were not there|wasn['’]?t there|(?:did not|didn['’]?t|never) (?:come|came|show|showed|turn|turned|make it|attend|attended)(?: up)?)\)?/gi,
    written: (said, ...rest) => (/no[- ]?shows?/i.test(String(rest.at(-1)).slice(0, Number(rest.at(-2)))) ? '' : said),
  },
  {
    said: /\b(never (?:showed|turned|came|made it|appeared|attended)(?: up)?[^.?!,]{0,60}?),? (?:although|though|even though|despite|in spite of) (?:they (?:had |were |are )?(?:registered|signed up|booked)|(?:having |being )?(?:registered|signed up|booked|registering|signing up|booking))\b/gi,
    written: '$1',
  },
  // Where they live.
  {
    said: new RegExp(
      String.raw`\b(${LOTS}) (?:are |living |based |who are |who live )?(?:way )?(?:down|out|over|up|back|across) (?:there )?in (?!${MONTH}\b|the (?:last|next|past|coming)|this|last|next|20\d\d|q[1-4]|fy)`,
      'gi',
    ),
    written: '$1 in ',
  },
  {
    said: /\b(?:in|from|among|of|within) (?:my|our) (?:lot|bunch|patch|neck of the woods|territory|parish|flock|crew|mob|corner)\b/gi,
    written: 'of ours',
  },
  { said: /^(\s*(?:so |and |ok |okay )?)who all\b/i, written: '$1who' },
  { said: /\b(?:who|which) (?:among|amongst|out of) (?:the|our|all|all the|all our|my)\b/gi, written: 'which of the' },
  // What is asked for.
  {
    said: /\b(?:give|get|show|find|fetch|send) me (?:a |the )?(?:head ?)?count of\b(?: the\b| our\b)?/gi,
    written: 'how many',
  },
  {
    said: /\b(?:could|can|may|might) (?:i|we) (?:please )?(?:have|get|see) (?:the|a) (?:total )?(?:number|count|head ?count) of\b(?: the\b| our\b)?/gi,
    written: 'how many',
  },
  { said: /^\s*(?:N|n)\s*(?:for|of|=)\s*:?\s+/, written: 'how many ' },
  { said: /\s*[,–—-]\s*how many,? and who(?: (?:are|is) (?:they|it|that))?\s*(?=[?.!]|$)/gi, written: ', list them' },
  {
    said: /(?:\s*[,–—-]\s*|\s+)(?:the )?names? (?:and|plus|with|\+) (?:the |their )?(?:tiers?|chapters?|levels?|emails?|phones?|towns?|states?)(?: (?:will|would) do| is (?:fine|enough|plenty)| are (?:fine|enough|plenty)|,? please| pls)?\s*(?=[.?!]|$)/gi,
    written: ', names please',
  },
  {
    said: /(?:^|[.,;]\s*|\s+)(?:please |pls |kindly )?(?:report|show|count|list|give|flag|state) (?:the |any )?(?:missings?|unknowns?|not recorded|blanks?|nulls?|unrecorded)(?: ones| values| cases| data)? (?:separately|apart|on their own|on its own|as well|too)\b/gi,
    written: '',
    note: 'what is not recorded is counted apart in every answer',
  },
  // "Both" of two things that hold anyway.
  {
    said: new RegExp(
      String.raw`(?:^|(?<=[.?!]\s))((?:(?!${NEGATION})[^.?!])*?\b(?:who|that|have|has|members|people))(?: have| has)? both (?=(?:[a-z]+ed|sit|sits|serve|serves|on|bought|gave|given|made|came|come|hold|holds|have|has|been|belong|took|taken|put|went|did|done|an?)\b[^.?!]* and )`,
      'gi',
    ),
    written: (said) => said.replace(/ both $/i, ' '),
  },
  {
    said: /(?:[.,;–—-]\s*)(?:active and grace|grace and active|both active and grace|active plus grace)(?: (?:both|people|members|ones))? (?:count|included|are fine|is fine|are in|in)\b/gi,
    written: ', active or in grace',
  },
  // Orders.
  {
    said: /(?:\s*[,.;–—-]\s*|\s+)(?:and |then |please )?(?:put |list |show |with |sort(?:ed)? |rank(?:ed)? |order(?:ed)? )?(?:them )?(?:by )?(?:the )?(?:longest[- ](?:standing|serving|tenured|with us|tenure)|most senior|oldest)(?: members?| ones?)?,? (?:first|on top|at the top|up top|to start)(?=\s*(?:[.?!,;]|please|pls|thanks|$))/gi,
    written: ' sorted by tenure highest first',
  },
  {
    said: /(?:\s*[,.;–—-]\s*|\s+)(?:and |then |please )?(?:put |list |show |with )?(?:them )?(?:(?:sorted|sort|ordered|order|ranked|rank) by )?(?:whoever|the ones? (?:who|that)|those (?:who|that)) (?:ran out|run out|expired|lapsed|ended|went)(?: the)? longest ago(?:,? (?:first|on top|at the top|up top))?(?=\s*(?:[.?!,;]|please|pls|thanks|$))/gi,
    written: ' sorted by expiry lowest first',
  },
  {
    said: /\s*,?\s*(?:list them |put |rank |sorted |sort |with )?(?:the )?(biggest|largest|highest|fattest|worst|smallest|lowest) (overdue|open|outstanding|unpaid|past due)(?: (?:balances?|amounts?|sums?|debts?|totals?))? (?:first|on top|at the top|up top)\b/gi,
    written: (_said, which = '', what = '') =>
      ` sorted by ${/overdue|past/i.test(what) ? 'overdue balance' : 'open balance'} ${/small|low/i.test(which) ? 'lowest' : 'highest'} first`,
  },
  { said: /\s*,\s*(?:from )?top to bottom(?=\s*(?:[.?!]|$))/gi, written: ', highest first' },
  { said: /\bon file with us\b/gi, written: 'on file' },
  {
    said: /(?<!\b(?:lapsed|grace|expired|prospects?|active|former|ex)(?: (?:ones|members|accounts|people|firms|companies|included))?)\s+(?:as well|too|also)(?=\s*(?:[.?!]|$))/gi,
    written: '',
  },
  {
    said: /\b(picked|pick|picking|clocked|racked|chalked|notched|totted|built) up (?=[^,.?!]{0,25}\b(?:credits?|ceus?|cpd points?|ce|course credits?)\b)/gi,
    written: 'earned ',
  },
  {
    said: /\b((?:registered|signed up|booked) for) ((?:the |our |this year['’]s |last year['’]s )?[^,.?!]{3,45}?) and (?:then |did |actually |also |really |indeed )*(?:turn(?:ed)? up|came|come|show(?:ed)?(?: up)?|attend(?:ed)?|made it|make it)\b(?! (?:to|at|for|the|our|in|this|last|along))/gi,
    written: '$1 $2 and attended $2',
  },
  {
    said: /\b(donated|gave|contributed|attended an event|bought something|sponsored(?: something| us)?|volunteered|renewed|gave something|made a gift|made a donation)( (?!in\b)[^,.?!]{0,20}?)? (?:in|during) ((?:calendar |fiscal )?20\d\d|last (?:calendar |fiscal )?year) and (?:then |did so |once |yet )*again (?:in |during )?((?:calendar |fiscal )?20\d\d|this (?:calendar |fiscal )?year)/gi,
    written: '$1$2 in $3 and who $1$2 in $4',
  },
  // An order stands last.
  {
    said: /((?:\s+sorted by [\w ]+?)?,? (?:highest|lowest|biggest|largest|most|smallest) first)\s*[?.!]?\s*,? of any status/gi,
    written: ', of any status$1',
  },
  // Why somebody asks.
  {
    said: /(?<!\b(?:registered|signed up|paid|gave|donated|volunteered|booked|billed|invoiced|owe|owes|owing|bought) )\bfor (?:the|our|my|next|this) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|fall|autumn|winter|year[- ]end|christmas|holiday|annual|quarterly|monthly|weekly) )+(?:drop|mail ?drop|mailing|mailer|appeal|campaign|blast|push|mailshot|drive|reminder|reminders|send|issue|edition|ask|letter|letters|cards?)\b/gi,
    written: '',
    note: 'what it is for is left aside',
  },
  {
    said: /\bso (?:that )?N-[0-9A-Z]{6}(?:['’]s \w+(?: \w+)?)? (?:can|could|may|might|will) [^.?!;]*/g,
    written: '',
    note: 'why it is wanted is left aside',
  },
  {
    said: /\b(need|have|want|going|plan|wish) to (ring|call|phone|write to|visit|post to|reach) (them|him|her|those)(?: by phone| up)? instead\b/gi,
    written: '$1 to $2 $3',
  },
  {
    said: /\s*(?:[-–—,]\s*|\s)(?:i |we )?(?:need|want|would like|for|it's for|this is for)(?: the)?(?: names?| list| it| them| this)*(?: for)? (?:the |our |a |my )?write[- ]?offs? (?:discussion|meeting|review|list|talk|conversation|schedule|committee|session|memo|paper)s?(?: (?:w\/|with) [^.?!]*)?(?=\s*[.?!]|\s*$)/gi,
    written: ', names please',
    note: 'nothing is written off: only the list is given',
  },
  {
    said: /[.,]?\s+(?:i|we) (?:want|need|'d like|would like|have|plan|intend) to (?:go (?:over|through)|discuss|consider|look at|review|talk (?:about|through)) (?:the |any |possible |potential |our )*write[- ]?offs?\b[^.?!]*(?=[.?!]|$)/gi,
    written: '',
    note: 'nothing is written off: only the list is given',
  },
  { said: /(?:[.,;–—-]\s*)an? (\p{L}+) (?:is|['’]s) an? \1\b/giu, written: '' },
  { said: /^\s*g['’]?day(?: (?:mate|all|team|there))?\s*[,.!]?\s+/i, written: '' },
  {
    said: /(?<=[.,;?])\s*(?:from|as of|starting) today(?: on)?(?:wards?)?,? (?:i mean|that is|obviously|of course)\b/gi,
    written: '',
  },
  { said: /\b(and|but|who|then) just stopped\b/gi, written: '$1 stopped' },
];
