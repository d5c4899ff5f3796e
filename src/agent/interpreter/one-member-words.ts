/*
 * What is asked of one member, by the words of the question. Data only: each topic is answered by one tool, and what a
 * record holds besides is in the profile.
 */

/** Something that was not so before. "Different from", "a new address" and "changed jobs" in a statement are no question. */
export const CHANGES =
  /\b(?:chang(?:e|es|ed|ing)|differen(?:t|ce|ces)|alter(?:ed|ations?)|amended|updates?|updated|happen(?:ed|ing|s)?|occur(?:red|s)?|movements?|moved on|news|developments?|been going on|gone on|going on|been up to|what'?s new|what is new|anything new|something new|whats new|new (?:with|on|for|about|since|in)|(?:the|any) latest|come in since|come up since|fresh)\b/i;

/** Money owed or billed. "Paid through", "paid until", "paid up" say how long a term runs. */
export const MONEY =
  /\b(?:owe[sd]?|owing|outstanding|unpaid|overdue|(?:past|over) due|arrears|behind (?:on|with)|invoices?|invoiced|invs?|bill(?:s|ed|ing)?|balance|bal|hanging|settled?|settle up|square|squared|debts?|indebted|statement of account|(?:still |left |has |have |got |need(?:s)? )to pay|pay(?:s|ing)? (?:us|up)\b|amount (?:due|open)|open (?:amount|items?)|anything due|due (?:from|to us)|charges|receivables?|payments?|paid (?:us|so far|in|for|it|them|that|this|last|anything|off|(?:his|her|their|its|the) (?:dues|invoices?|bills?|fees?|last|membership))|(?:did|has|have) \S+ paid\b|pay (?:his|her|their|its|the|last|anything)|in the red|on the hook|tab|ledger|what'?s open|what is open)\b/i;
const PAID_THROUGH = /\bpaid (?:up|through|thru|until|till|til|to)\b/i;
export const isMoney = (clause: string): boolean => MONEY.test(clause) && !PAID_THROUGH.test(clause);

/** The one issued last, open or paid. */
export const LATEST_INVOICE =
  /\b(?:most recent|latest|last|newest)(?: (?:dues|membership|renewal))? (?:invoice|bill|statement|payment|inv)\b(?! (?:year|month|quarter|week))/i;

/** Which contact somebody agreed to or refused, without saying by what: the record tells each. */
export const CONSENTS =
  /\b(?:opt(?:ed|s|ing)?[ -]?(?:ed )?(?:out|in)|opt-?outs?|opt-?ins?|unsubscribed|consents?|consented|(?:contact|mailing|communication) preferences?|do not contact|gdpr|permissions?)\b/i;
export const BY_WHAT =
  /\b(?:e-?mail\w*|newsletters?|phone|text|sms|post|call(?:s|ed)?|mail(?:ed|ings?)?|write|ring)\b/i;

/** Whether the association knows somebody at all. */
export const ONE_OF_OURS =
  /\b(?:one of (?:ours|us|yours)|on our (?:books|rolls|list)|in our (?:system|database|records|books)|in (?:the|your) (?:system|database)|do (?:we|you) (?:know|have)(?: them)?\s*\??$|known to us)\b/i;

/** Settled ones as well as open ones. */
export const PAID_TOO =
  /\b(?:(?:paid|pd|settled|closed)(?: ones| invoices)?,? (?:too|as well|also|included|alike|or not|and not|or otherwise|(?:or|and|n|&|as well as|plus) (?:un\w+|open|owing|outstanding|not|overdue))|(?:open|unpaid)(?: ones)?,? (?:or|and|n|&|as well as|plus) (?:paid|closed|settled)|including (?:the )?paid|incl\.? (?:the )?paid|(?:whether|if) (?:or not )?(?:they(?:'re| are| were) )?(?:paid|settled|open)|(?:all|every|each)(?: of| the| his| her| their| its| single)*(?: inv\w*| bills?| billed| billing| statements?)|ever (?:billed|invoiced|issued)|(?:billing|invoice|payment) history|all billed|everything (?:we )?(?:billed|invoiced|issued)|issued|invoiced|got billed|was billed|were billed|been billed|have we billed|did we bill|we billed)\b/i;
export const OPEN_ONLY = /\b(?:open|unpaid|outstanding|overdue|owe[sd]?|owing|past due|left to pay|still to pay)\b/i;

export const ENGAGEMENT =
  /\b(?:engage(?:d|ment)?|engagment|engmt|engmnt|involve(?:d|ment)|how (?:very |really )?(?:active|busy|keen|present|visible|plugged in|connected)|activity (?:score|level|trend|month)|active (?:is|are|has|have) \S+ (?:been|these|lately|recently|next|compared|versus|vs)|participat(?:es?|ion|ing)|(?:track|stack|measur|compar|far|do|rat|hold|sit|stand)(?:s|e|es|ed|ing|ding|ting)? (?:up )?(?:against|with|to|alongside|next to|beside|relative to|among) (?:all )?(?:the |all the )?(?:others?|rest|peers|fellow|average|typical))\b/i;

/** What the sections of a profile show. */
export const ON_RECORD =
  /\b(?:status|tiers?|levels?|category|chapters?|committees?|sigs?|groups?|boards?|join(?:s|ed|ing)?|sign(?:ed)? up|members?|memberships?|expir\w*|exp|terms?|dues|lapsed?|paying|charged|drop(?:s|ped|ping)?(?: out| off)?|r[au]n(?:s|ning)? out|left|leave|leaving|quit|grace|renew\w*|autorenew\w*|auto-?re?new\w*|payment plan|instal\w+|up for|(?:are|is) \S+ up|up\?|events?|attend\w*|came|comes?|been to|conferences?|meetings?|webinars?|summit|log(?:s|ged|ging)? ?(?:in|ins|on)|logins?|portal|site|credits?|courses?|certif\w*|certs?|donat\w*|gifts?|gave|given|purchas\w*|bought|buy|orders?|volunteer\w*|hours|consents?|opt(?:ed)? (?:in|out)|unsubscribed|bounc\w+|e-?mails?|phones?|cell|mobile|address|newsletters?|contact\w*|cases?|tickets?|complain\w*|notes?|proposals?|titles?|jobs?|employer|employed|works?|works for|company|companies|manager|looks? after|handles?|assigned|owns|tenure|how long|long|last day|day|date|since when|till when|until when|when|active|current|still|prospect|courting|belongs?|lives?|based|located|from|where|who(?:'s| is| are)|whos|situation|story|picture|details?|record|records|profile|file|card|page|everything|all|known|info|information|about|background|rundown|lowdown|summary|overview|snapshot|standing|what (?:do|have) we|what'?s|tell me|show|pull|bring|open|look|see|find|view|display|get)\b/i;

/** A fact that is so or not, in words the interpreter reads; the first that fits is meant. */
export const facts: readonly (readonly [asked: RegExp, is: string])[] = [
  [
    /\b(?:auto-? ?(?:matic(?:ally)?)?[ -]?(?:re?n\w*)|renews? (?:automatically|by itself)|automatic (?:renewal|billing)|auto)\b/i,
    'on automatic renewal',
  ],
  [
    /\b(?:payment plan|pmt plan|pymt plan|instal+ments?|paying in parts|pays? monthly|pay in parts)\b/i,
    'on a payment plan',
  ],
  [
    /\b(?:e-?mail address|address for e-?mail|email (?:on file|on record|recorded|at all|address)|have (?:an|any) e-?mail|e-?mail on file)\b/i,
    'with an email address',
  ],
  [
    /\b(?:(?:want|wants|like|get|gets|getting|receive|receives|take|takes) (?:our|the|any|these|more)? ?(?:e-?mails?|newsletters?|mailings?)|(?:may|can|could|allowed to|ok to|okay to|leave to|permission to|cleared to|right to) (?:we |i |us )?(?:still )?(?:e-?mail|write to|mail)|e-?mailable|opted out|opt(?:ed)? ?out|unsubscribed|(?:on|off) (?:the|our) (?:newsletter|mailing|e-?mail) list|newsletter list|mailing list|put \S+ on the (?:newsletter|mailing)|reach(?:ed|able)? by e-?mail|e-?mail consent|consent(?:ed)? to e-?mail)\b/i,
    'someone who can be contacted by email',
  ],
  [/\b(?:phone (?:number )?(?:on file|on record|recorded)|have (?:a|any) phone(?: number)?)\b/i, 'with a phone number'],
  [/\b(?:certified|certification|certificate|cert|certs|credentialed|credential)\b/i, 'certified'],
  [/\b(?:committees?|sit on any|serve on any|serving on any)\b/i, 'on a committee'],
  [/\b(?:grace(?: period)?)\b/i, 'in grace'],
];

/** Whether it is so depends on days or names that were said: those the chart must read. */
export const SAYS_MORE =
  /\d|\b(?:since|before|after|until|last|past|this|next|ever|never|january|february|march|april|may|june|july|august|september|october|november|december|expir\w*|run(?:s|ning)? out|running|end(?:s|ing)|soon|due|valid|overdue|behind|advanced|status|which|what|how)\b/i;

/** So many of something in some days, as a fact whose record says how many. */
export const counted: readonly (readonly [asked: RegExp, happened: string])[] = [
  [/\b(?:credits?|ceus?|cpes?|pdus?)\b/i, 'earned a credit'],
  [/\b(?:volunteer(?:ing)?|hours)\b/i, 'volunteered'],
  [/\b(?:log ?ins?|logged in|portal visits?|signed in|log in|log on|logged on|sign in)\b/i, 'logged in'],
  [/\b(?:webinars?)\b/i, 'attended a webinar'],
  [/\b(?:events?|meetings?|things|conferences?|summits?)\b/i, 'attended an event'],
  [/\b(?:posts?|posted|messages)\b/i, 'posted'],
  [/\b(?:donations?|gifts?|donated|given|gave|give)\b/i, 'donated'],
  [/\b(?:purchases?|orders?|bought|products?)\b/i, 'bought a product'],
  [/\b(?:courses?|classes)\b/i, 'completed a course'],
  [/\b(?:cases?|tickets?)\b/i, 'opened a case'],
  [/\b(?:surveys?)\b/i, 'answered a survey'],
  [/\b(?:downloads?|documents?|downloaded)\b/i, 'downloaded a document'],
];

/** More than one person is asked about. */
export const MANY =
  /\b(?:members|memberz|people|ppl|folks|persons|everyone|everybody|anyone|anybody|those who|who else|companies|organi[sz]ations|orgs|students|fellows|pros|professionals|individuals|indivs|retirees|corporates|attendees|donors|prospects|lapsers|no-?shows|employees|staff|colleagues|list of|names of|how many (?:of|in|have|are|were|did))\b|^(?:so |and |ok )?who (?:is|are|was|were|works?|worked|has|have|else)\b.{0,30}\b(?:at|with|for|from) them\b/i;

/** Orders: what changes, sends, or sets somebody to work is never a question about a record. */
export const ORDERS =
  /(?:^|[,.;:!?–—-]\s+|\b(?:please|pls|kindly|you|u|to|and|then|ok|can we|could we|let's|just) )(?:add|put (?:a |an |this |that |down|in |on |it |them (?:down|on|in|off|under))|note|log(?! ?in)|record(?! (?:of|for)\b| (?:changes?|updates?|edits?|amendments?|history|movements?|activity)\b(?! (?:to|of)\b))|jot|write|create|make|set(?! (?:out|to))|raise|remind(?! me)|task|correct|fix|change|update|amend|replace|swap|move|transfer|upgrade|downgrade|cancel|delete|remove|merge|refund|credit (?!card|this|so)|waive|extend|renew (?:him|her|them|it|m-)|enroll?|register (?!for)|sign (?:him|her|them|m-)|unsubscribe|opt (?:him|her|them|m-)|send|shoot|(?:e-?mail|text|ring)(?= (?:him|her|them|us|me|it|all|every\w*|the|an?|this|that|those|these|our|my|[mn]-))|phone (?:him|her|them|m-)|invite|mark|flag|tag|assign|approve|book|schedule|export|issue (?:a|an|him|her|them)|charge|knock|write off|deactivate|suspend|expel|ban|block|promote|erase|drop (?:him|her|them|a line|a note))\b|\b(?:put|add|leave|drop|make|write) (?:a |this |an? \w+ )?note\b|\btask (?:for|re|about|on)\b/i;

/** Whether something may be done, which is a question about consent. */
export const MAY_WE =
  /\b(?:(?:leave|allowed|ok|okay|permission|consent|right|cleared|free|fine|safe) to|(?:may|can|could|should) (?:we|i)(?: still)?) (?:e-?mail|text|phone|ring|call|write|contact|put)\b|\bput \S+ on the\b|\bset to (?:auto|renew)/gi;

/** One thing beside another, which no section of a record answers. */
export const COMPARES =
  /\b(?:(?:more|less|fewer|higher|lower|better|worse|bigger|smaller|earlier|later|longer|sooner)\b[^?]*\bthan|compar(?:e|ed|es|ing|ison)|versus|vs\.?|rank(?:s|ed|ing)?|as (?:much|many|long|often) as|the most|the least|the fewest|top \w+|best|worst)\b/i;
