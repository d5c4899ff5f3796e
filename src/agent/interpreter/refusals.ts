/*
 * What is asked for and never done here, or not yet: said at once, with what can be done instead. Data: each by the words
 * that ask for it, so that nothing near it is answered in its place. A change that is proposed, and the words of a note,
 * are looked at before and never come here.
 */

export interface Refused {
  /** What is not possible, and why. */
  readonly because: string;
  /** What is. */
  readonly instead: string;
  /** Sentences near to what was asked, the nearest first; of one member, where one is named. */
  readonly nearest?: readonly string[];
  readonly ofOne?: readonly string[];
}

const LEAD = String.raw`(?:^|[.!?;:,]\s+|\s[-–—]\s+|\b(?:and|then|so|please|pls|plz|kindly|just|now|ok|okay|hey|hi|you|u|ya|to go ahead and|go ahead and|and go)\s+)(?:(?:please|pls|plz|kindly|just|now|go ahead and|quickly|also|simply|go)\s+)*`;
const HEAD = String.raw`(?:^|[.!?;:,]\s+|\s[-–—]\s+|\b(?:please|pls|plz|kindly|can you|could you|would you|will you|can u|go ahead and)\s+)(?:(?:please|pls|plz|kindly|just|now|go ahead and|quickly|also|simply)\s+)*`;
const MESSAGE = String.raw`(?:e-?mails?|mails?|messages?|mailings?|text messages?|texts?|sms|letters?|newsletters?|notices?|reminders?|invit(?:e|es|ations?)|offers?|announcements?|blasts?|surveys?|campaigns?|thank-?yous?|welcome packs?|postcards?|note to (?:all|every\w*|the|our)|links?|flyers?|brochures?|invoices?|statements?|receipts?)`;
const PEOPLE = String.raw`(?:all|every\w*|each|the|our|those|these|them|anybody|anyone|any|members?|people|folks|lapsed|active|him|her|[MN]-[0-9A-Z]{6}|students|fellows|whoever|both|my)`;
const ONE = '(?:[MN]-[0-9A-Z]{6}|him|her|them|this member|that member)';

const sending = new RegExp(
  [
    String.raw`${LEAD}(?:send|shoot|fire|blast|dispatch|mail|forward|zip)(?: (?:off|out|over|through|across))?\b(?! me\b| us\b)[^.?!]{0,60}?\b${MESSAGE}\b[^.?!]*?\b(?:to|out|off|over|for|${ONE}|every\w*|all)\b`,
    String.raw`${LEAD}(?:get|put|push|drop|pop|ping)(?: out)? (?:an?|our|this|some) (?:[\w'-]+ ){0,3}?${MESSAGE} (?:out |over |off )?(?:to|for) `,
    String.raw`${LEAD}(?:send|shoot|drop|fire|forward)(?: off| out| over)? ${PEOPLE}\b[^.?!]{0,60}\b(?:${MESSAGE}|a line|word)\b`,
    String.raw`${LEAD}(?:e-?mail|mail|message|text|sms|notify|alert|blast|spam|invite|contact)(?! to\b)(?: out| off)?(?: \S+){0,4}? (?:to )?(?:all|everyone|everybody|every|each|the|our|those|these|them|members|lapsed|active|people|anyone|[MN]-[0-9A-Z]{6}|him|her)\b(?! (?:address|addresses|opens?|clicks?|consent|list of|opt))`,
    String.raw`${LEAD}(?:write|reach out) to (?:all|everyone|everybody|every|each|the|our|those|these|them|members|lapsed)\b`,
    String.raw`${LEAD}(?:let|tell|inform|remind)\s+(?:all|everyone|everybody|every|each|the|our|those|these|members|lapsed)\b[^.?!]*\b(?:know|that|about|of|to)\b`,
    String.raw`${LEAD}blast\b`,
    String.raw`\bfire off (?:an?|the) `,
  ].join('|'),
  'i',
);
const drafting = new RegExp(
  String.raw`${LEAD}(?:draft|compose|word|write(?: me| us| up)?|prepare|put together|come up with|generate)\s+(?:(?:an?|the|some|our|this|quick|short|nice|friendly|fun|new|\w+ing|\w+)\s+){0,4}(?:e-?mails?|messages?|mailings?|letters?|newsletters?|invitations?|announcements?|campaigns?|texts?|copy|subject lines?|posts?|press release|speech|script)\b`,
  'i',
);
const SCORES =
  /\b(?:renewal|churn|retention|attrition|lapse|lapsing|risk|propensity|renewing)[ -](?:scores?|scoring|probabilit\w+|likelihoods?|propensit\w+|predictions?|forecasts?|models?|odds|percentages?)\b|\b(?:likelihoods?|probabilit(?:y|ies)|odds|propensity|predictions?)\b[^.?!]{0,40}\b(?:renew|laps|churn|leav|stay|drop|quit)\w*|\bhow likely\b|\b(?:percent(?:age)?|%|per cent|what(?:'s| is| are)(?: the| his| her| their)?|how (?:big|good|high|strong)(?: is| are)?(?: an?| the)?|his|her|their|estimated|realistic|better|fair|good|decent) chances?\b(?! (?:you|to (?:get|see)))[^.?!]{0,40}\b(?:renew|laps|churn|leav|stay|drop|quit|rejoin)\w*|\b(?<!\b(?:when|until when|what date|day) )(?:will|is|are) (?:[MN]-[0-9A-Z]{6}|he|she|they)(?: (?:likely|probably|going|gonna|bound|liable|apt|to|be|actually|really|even|ever)){0,4} (?:renew|leave us|churn|stay|quit|walk|jump ship|bail|re-?up)\b(?! (?:automatically|on))|\b(?:do|does|would) (?:you|we|the system|it) (?:think|reckon|expect|believe|guess|predict|say)\b[^.?!]{0,30}\b(?:renew|laps|churn|leav|stay|drop|quit|rejoin)\w*|\b(?:predict|forecast)\b[^.?!]{0,40}\b(?:renew|laps|churn|leav|stay|drop)\w*|\bmain drivers?\b|\bscore drivers?\b|\brisk (?:bands?|ratings?|levels?)\b/i;
const FEEDBACK =
  /\b(?:sentiments?|nps|net promoter|csat|(?:themes?|topics?|analysis|summary|summari[sz]e|analy[sz]e|digest|word cloud)\b[^.?!]{0,40}\b(?:feedback|comments?|surveys?|responses|complaints?)|(?:feedback|comments?|survey|complaints?)\b[^.?!]{0,30}\b(?:themes?|topics?|analysis|summary|summari[sz]ed|say about|analy[sz]ed)|what (?:are|do|did) (?:the |our )?(?:members|people|folks|they|attendees|fellows|students) (?:say(?:ing)?|think(?:ing)?|feel(?:ing)?|complain(?:ing)?)\b|how (?:do|did|are) (?:the |our )?(?:members|people|folks|they|attendees) (?:feel|feeling|like|rate|find)\b|(?:what'?s|what is|how'?s|how is|gauge|read|show me|give me)? ?(?:the )?(?:general |overall )?\b(?:mood|vibes?|morale|consensus|reaction)\b (?:in|of|among|amongst|around|on|from|about|after|across)|\b(?:are|were) (?:the |our )?(?:members|people|ppl|folks|they|attendees|everyone|everybody) (?:generally |mostly |really )?(?:happy|satisfied|pleased|unhappy|dissatisfied|content|enjoying)\b(?! (?:to|for)\b)|\b(?:quotes?|verbatims?|testimonials?)\b[^.?!]{0,30}\b(?:from|i can use|we can use)\b|\b(?:survey|session|course|event|conference) evals?\b|biggest complaints?|main complaints?|most common complaints?|complain(?:ing)? (?:about )?most)/i;
const SEGMENTS =
  /\b(?:(?:save|store|keep|freeze|bookmark)\b[^.?!]{0,30}\b(?:as (?:a |my |our )?(?:segments?|lists?|audience|group|view|search|report)|segment|this search|that search|audience)|(?:create|make|build|set up)\b[^.?!]{0,20}\b(?:segments?|audience|saved list|smart list|dynamic list)|(?:our|the|my) saved (?:segments?|lists?|searches))\b/i;
const MONEY = new RegExp(
  [
    String.raw`${HEAD}(?:knock|take|shave|cut|deduct)\s[^?!]{0,25}\boff\b(?! (?:the|that|this) list)`,
    String.raw`${HEAD}(?:mark|set|flag)\s[^.?!]{0,40}\b(?:paid|settled|written off)\b`,
    String.raw`${HEAD}(?:issue|raise|reissue|void|credit|reverse|refund|adjust|reduce|lower|increase|waive|forgive)\s[^.?!]{0,30}\b(?:invoices?|bills?|credits?|credit notes?|payments?|refunds?|discounts?|charges?|dues|fees?|balances?)\b`,
    String.raw`${HEAD}(?:create|generate|cut|make|process|post|apply|record|enter|take)\s(?:an?|the|his|her|their|this|that)\s(?:\w+ )?(?:invoice|bill|credit note|payment|refund|credit|discount)\b`,
    String.raw`${HEAD}write[- ]?off\b`,
    String.raw`${HEAD}(?:set|change|raise|lower|reduce|double|halve|cut|drop)\s(?:the |our |all |everyone's |everybody's )*(?:dues|fees|prices?|rates?)\b`,
    String.raw`${HEAD}(?:give|offer|grant)\s[^.?!]{0,40}\b(?:discounts?|refunds?|waivers?|free (?:year|month|membership))\b`,
  ].join('|'),
  'i',
);
const OWNER = `(?:his|her|their|its|${ONE}(?:'s)?)`;
const RECORD = new RegExp(
  [
    String.raw`${HEAD}(?:renew|upgrade|downgrade|transfer|reinstate|reactivate|cancel|terminate|suspend|enrol+|register|sign up|unsubscribe|opt out|opt in|expire|extend|ban|block|promote|demote|certify)\s+${ONE}(?!')\b`,
    String.raw`${HEAD}(?:sign|opt)\s+${ONE}\s+(?:up|out|in)\b`,
    String.raw`${HEAD}(?:extend|cancel|renew|end|stop|switch (?:on|off)|turn (?:on|off)|change|update|set|upgrade|downgrade|move|correct|fix|backdate|reinstate)\s+${OWNER}\s[^.?!]{0,25}?\b(?:memberships?|grace(?: period)?|terms?|expiry|expiration|join date|tier|level|status|chapter|auto-?\s?renew\w*|automatic renewal|payment plan|credits|committee|birthday|employer|job title|name)\b`,
    String.raw`${HEAD}(?:move|switch|transfer|put|add|remove|take|bump)\s+${ONE}\s+(?:to|into|onto|on|from|off|in|up to)\s+(?:the |our |an? )?(?!record|file|account|profile|note|task)(?:\S+ ){0,3}?(?:committee|board|mailing list|e-?mail list|newsletter|chapter|tier|sig|webinar|conference|wait ?list|payment plan|fellows?|professionals?|students?|retired|corporate)\b`,
    String.raw`${HEAD}(?:open|create|close|resolve)\s+(?:an?|the|that|this|his|her|their)\s+(?:new |support )?(?:case|ticket)\b`,
  ].join('|'),
  'i',
);
const UNASKED =
  /\b(?:(?:without|skip(?:ping)?|bypass(?:ing)?|no need (?:for|to)|don'?t (?:need to |bother (?:to |with )?)?(?:ask|wait|confirm)|do not (?:ask|wait|confirm)|never mind the|forget the|ignore the)\s*(?:any |a |an |the |me |for |further |my |your |us |it |more )*(?:approvals?|approving|confirm(?:ation|ing|ations)?|asking(?: me| anyone| anybody)?|ask(?:ing)?|review|permission|sign-?off|proposals?|checks?)|auto-?approve|approve (?:it|them|everything|all|that|this) (?:yourself|for me|automatically)|straight into imis|directly (?:in|into|to) imis|write it (?:straight|directly))\b/i;
const RIGHTS =
  /\b(?:(?:act|log in|sign in|answer|run (?:this|it)|look|pretend)\b[^.?!]{0,20}\bas (?:an? |the )?(?:admin\w*|finance|leadership|somebody else|someone else|another|superuser|root|[MN]-[0-9A-Z]{6})|pretend (?:i|you|that|to be)|(?:use|with|under|borrow) (?:\S+'s|his|her|their|somebody else's|the admin(?:istrator)?'?s?|admin) (?:rights?|permissions?|login|log-?in|role|password)|(?:give|grant|get) (?:me|myself|us) (?:(?:an?|full|more|admin|read|write|finance|all|the) ){0,3}(?:access|rights|permissions?|admin)|ignore (?:my|your|the|all|any|previous|every) (?:\w+ )?(?:role|rights?|rules?|instructions?|permissions?|scope|restrictions?|limits?|prompts?)|override (?:my|the) (?:role|rights?|permissions?|scope)|as if i (?:were|was) (?:an? )?(?:admin\w*|finance|leadership|membership)|developer mode|system prompt)\b/i;
const EXPORTS =
  /\b(?:(?:export|download|dump|extract|back ?up|copy|spreadsheet|csv|excel)\b[^.?!]{0,30}\b(?:everything|everyone|everybody|all (?:the |our |of (?:it|the|our) ?)?(?:data|records?|members?|contacts?|database|tables?)|(?:whole|entire|full|complete) (?:database|db|membership|member list|list|file|crm|directory|table)|database|db)\b|(?:whole|entire|full|complete) (?:database|db|crm)\b|everybody'?s (?:e-?mail|phone|home|contact)|everyone'?s (?:e-?mail|phone|home|contact)|(?:e-?mail|phone|home|mailing|postal) (?:addresses|numbers|details) (?:of|for) (?:all|every\w*|each|the|our)\b)/i;

const RECORD_OF_ONE = ['show me {member}'];
const AT_RISK = ['members expiring in the next 90 days who are not on automatic renewal', 'members in grace'];

const orders: readonly (readonly [asks: RegExp, refused: Refused])[] = [
  [
    RIGHTS,
    {
      because: 'You are answered with your own rights and nobody else’s; no words in a request change that.',
      instead: '“What am I allowed to see” says what they show.',
      nearest: ['what am I allowed to see'],
      ofOne: ['what am I allowed to see'],
    },
  ],
  [
    UNASKED,
    {
      because:
        'Records are changed only by a proposal that somebody approves: nothing is written without a person approving it, and no words skip that.',
      instead: 'A note, a task or a corrected contact detail can be proposed, and approved with one click.',
      nearest: ['show my proposals'],
      ofOne: RECORD_OF_ONE,
    },
  ],
  [
    SCORES,
    {
      because: 'There are no renewal scores, probabilities or risk bands here yet, and no other figure stands for one.',
      instead:
        'I can show who expires soon, who is in grace, who is not on automatic renewal, and how engaged somebody is.',
      nearest: AT_RISK,
      ofOne: ['show me {member}', 'how engaged is {member}'],
    },
  ],
  [
    SEGMENTS,
    {
      because: 'Segments and lists cannot be saved here yet.',
      instead: 'Described again, the people are listed or counted as they then are.',
    },
  ],
  [
    EXPORTS,
    {
      because: 'There is no export: contact details are not listed, and a page of a list shows at most 50 people.',
      instead: 'Described, people are listed, counted and added up here.',
    },
  ],
  [
    sending,
    {
      because: 'Nothing is sent from here: no e-mail, text or letter goes to anybody.',
      instead: 'I can list or count the people it is for, or propose a task to write to one of them.',
      ofOne: RECORD_OF_ONE,
    },
  ],
  [
    drafting,
    {
      because: 'Messages are neither drafted nor sent here yet.',
      instead: 'I can list or count the people it is for, or propose a task to write to one of them.',
      ofOne: RECORD_OF_ONE,
    },
  ],
  [
    FEEDBACK,
    {
      because: 'Feedback is not analysed here yet: there are no themes, sentiments or summaries of what people said.',
      instead: 'I can count who answered a survey or opened a case, and show the cases and notes of one member.',
      nearest: ['how many members answered a survey this year', 'how many members opened a case this year'],
      ofOne: RECORD_OF_ONE,
    },
  ],
  [
    MONEY,
    {
      because: 'No invoice, payment, credit or price is ever changed from here.',
      instead: 'I can show the invoices of one member, and propose a note or a task about them.',
      ofOne: ['invoices of {member}', 'show me {member}'],
    },
  ],
  [
    RECORD,
    {
      because: 'Memberships, tiers, chapters, groups, registrations, consents and cases are not changed from here.',
      instead:
        'Of one member I can propose a note, a task, or a corrected e-mail address, phone number or postal address.',
      ofOne: RECORD_OF_ONE,
    },
  ],
];

/** An order or a question that is refused whatever else is in it. */
export const refusedIn = (text: string): Refused | undefined => {
  const said = text.replace(/[’‘]/g, "'");
  return orders.find(([asks]) => asks.test(said))?.[1];
};

/** What no record here holds; looked for only where a request was not understood. */
const NOT_HELD =
  /\b(?:hotels?|room blocks?|room nights?|rooms? (?:booked|held|block)|catering|caterer|meals?|menus?|diet(?:s|ary)?|vegetarians?|vegans?|gluten|allerg(?:y|ies|ic)|halal|kosher|t-?shirt sizes?|parking|flights?|travel plans?|visas?|salar(?:y|ies)|payroll|wages|incomes?|net worth|credit scores?|budgets?|profits?|losses|p&l|balance sheet|cash flow|bank accounts?|credit cards?|card numbers?|iban|social security|ssn|passports?|website traffic|web traffic|google|facebook|linkedin|instagram|twitter|tiktok|social media|followers|press coverage|competitors?|vendors?|suppliers?|contracts?|speaker fees|session ratings?|abstracts?|booths?|exhibitors?|floor ?plan|swag|badges?|wi-?fi|children|kids|married|spouses?|hobb(?:y|ies)|horoscope|lottery|recipe|jokes?|poems?)\b/i;

export const notHeldIn = (text: string): (Refused & { readonly word: string }) | undefined => {
  const [word] = NOT_HELD.exec(text) ?? [];
  return word === undefined
    ? undefined
    : {
        word,
        because: `“${word}” is not in the membership data, so I cannot answer that, and nothing else stands for it.`,
        instead:
          'What is here: memberships, tiers, chapters, groups, events with registrations and attendance, money owed and paid, courses, volunteering, contact consents, cases and notes.',
      };
};

/** Whom a message was for, as words that may be a list: "all the lapsed Individual members". */
export const recipientsIn = (text: string): string | undefined =>
  /\b(?:to|e-?mail|mail|notify|text|message|tell|invite|remind|blast|let)\s+((?:all|everyone|everybody|every|the|our|those|lapsed|active)\b.*?)(?:\s+(?:that|and let|and tell|letting|about|saying|to let|to say|to remind|know|right now|today|for me|asap|now)\b|[,.?!;]|$)/i
    .exec(text)?.[1]
    ?.replace(/^(?:all (?:of )?)?(?:the |our )?/i, '')
    .trim();

/** Nothing but a verb and people: may be meant as whom, so that a list is offered. */
export const isOnlyPeople = (text: string): boolean =>
  /^\s*(?:e-?mail|text|message|contact) (?:the|all|our)\b[^,.;:!?]*$/i.test(text);
