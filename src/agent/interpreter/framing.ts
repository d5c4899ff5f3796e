/*
 * What stands beside a request and only frames it: who wants it, what it is for, why, what happens besides. Decided by
 * the grammar of the clause (its subject, its verb, the noun after "for"), not by its words: a framing clause may hold
 * words of the data ("for the New England newsletter") and words nobody knows.
 */
import { OFFICE_ROLE, OFFICE_THING } from './office-words.js';

/**
 * 'always': whatever it holds. 'quiet': only where nothing in it is understood as a condition or a figure. 'after': only
 * behind a request, since it could be one: "the presidents are asking who is doing well".
 */
export type Framing = 'always' | 'quiet' | 'after';

const JOINT = `(?:(?:and|but|so|also|oh|well|anyway|ok|okay|right|sorry|btw|by the way|besides|plus|yes|no|hi|hello|hey) )*`;
const NOT_LIMITING = String.raw`(?!.*\b(?:only|except|excepting|excluding|including|include|exclude|leave out|leaving out|skip|ignore|ignoring|count|counts|counting|counted|means?|meant|meaning|unless|instead|rather than|not the|no more than|can wait|must|should be|needs? to be|ha(?:s|ve) to be|matters?|without|minus|drop the|keep the|besides|limit|restrict|narrow|filter)\b)`;
/** A clause that asks, whatever it begins with. */
const ASKS = `(?:how|did|do|does|had|has|have|is|are|was|were|will|would|am|whether|whatever|regardless|no matter|which|who(?:'s| is| are| has| have)?|whose|what(?:'s| is| are)?|when|where|list|show|count|give (?:me|us)|get me|pull|find|tell me|is there|are there|can (?:you|i|we)|could (?:you|i|we)|would you|do we|did|does|has|please (?:list|show|give|pull|find|tell|state|provide|send)|i(?:'d| would| should) like (?:to know|to see|the|a)|i need (?:the|a|to know|to see)|i want (?:the|a|one|to know|to see)|let me see|names of|number of)`;
const DETERMINER = String.raw`(?:the|our|my|a|an|this|that|next|last|tomorrow's|today's|tonight's|\w+day's|her|his|their|your|some|one|any|each|\w+'s)`;

/** "For the thank-you page", "ahead of Tuesday's board pack": one noun of office life at its end. */
const PURPOSE = `(?:for|ahead of|before|in time for|as part of|to go in|towards?|re|regarding|to do with|in preparation for|in advance of|on behalf of)`;
const NOUNS = String.raw`(?:[\w'’-]+ ){0,5}?`;

const first = `(?:i|we)(?: (?:just|also|still|really|actually|already|currently|now|then|only just|even|kind of|always|both|all))*`;
const other = String.raw`(?:(?:my|our|the|their|his|her|your|a|an|some|\w+'s) (?:[\w'’-]+ ){0,3}?${OFFICE_ROLE}|${OFFICE_ROLE}|n[ -][0-9a-z]{6}|somebody|someone|everybody here|people here|the \w+ people)`;

/** A pattern that ends at a word may go on. */
const withTail = (pattern: string): string => (pattern.endsWith('\\b') ? `${pattern}.*` : pattern);

/** What people in an office are said to do. */
const DOES =
  '(?:is|are|was|were|will|would|has|have|had|can|could|may|might|keeps?|wants?|wanted|needs?|needed|asks?|asked|asking|says?|said|meets?|met|loves?|loved|hates?|hands?|thinks?|thought|told|tells?|expects?|expected|insists?|prefers?|likes?|liked|calls?|called|calling|emailed|wrote|waits?|waiting|sent|sends?|gives?|gets?|got|puts?|goes|went|comes?|came|starts?|plans?|planned|hopes?|hoped|chasing|claims?|reckons?|figured|believes?|suggested|mentioned|announced|presents?|speaks?|spoke|signs?|approves?|reviewing|votes?|decides?|decided|seems?|looks?|knows?|made|makes?|did|does|promised|noticed|noted|spotted|saw|sees|feels?|felt|worries|complains?|complained|wonders?|wondered|challenged|bets?|holds?|hosts?|requires?|requested|requests?|moved|set|sets|due)';

const always: readonly RegExp[] = [
  // Why somebody asks: "I'm putting the packets together", "we have been asked to speak", "I was told".
  `(?:${first}(?: am|'m| are|'re| was| were| will be|'ll be| have been|'ve been| had been| keep| keep on|'d been)|(?:just|still|currently|now|busy)?)(?: (?:just|also|still|really|currently|now|busy|all|both|in the middle of|about to|going to|gonna|trying to|hoping to|planning to|due to|supposed to|set to|starting to|on the phone|on a call|in a meeting|on my way|in the process of|thinking of|thinking about))* (?:being |getting )?(?:putting|preparing|prepping|writing|drafting|planning|working|helping|heading|running|meeting|seeing|calling|phoning|ringing|visiting|building|sizing|making|setting|cleaning|sorting|organi[sz]ing|arranging|presenting|speaking|talking|chatting|thinking|considering|hoping|hosting|doing|going|travell?ing|flying|driving|updating|reviewing|finishing|finali[sz]ing|compiling|pulling together|designing|launching|kicking|starting|gearing|getting ready|getting|wrapping|recruiting|scouting|inviting|choosing|picking|nominating|asked|told|sent|given|handed|shown|passed|forwarded|chased|invited|supposed|due|curious|nosy|interested|worried|nervous|afraid|sure|not sure|unsure|new|stuck|stumped|confused|lost|late|in a rush|in a hurry|trying|wondering|reading|looking into|looking at|looking for (?:it|this|that|them|these|those)|looking over|looking through|checking|comparing|benchmarking|reconciling|closing|auditing|budgeting|forecasting|mapping|chasing|following|rolling|ordering|printing|stuffing|addressing|seating|catering|filling|covering|standing in|filming|editing|training|onboarding|testing|tidying|digging|stepping|leaving|off to|out of|back from|up against|under pressure)\\b`,
  // "I want to put her forward", "we'd like to copy it", "I plan to thank them".
  `${first}(?:'d| would| will|'ll| may| might| can| could| should)? ?(?:like|love|want|need|wish|hope|plan|intend|mean|hate|have|prefer|aim|try|get|got|going|promised?|offered|agreed|forgot|decided) (?:to|you to) (?!know|see|find|get|have|list|count|pull|compare|look|understand|figure|identify|check|confirm|learn|hear|be told|exclude|include|filter|limit|narrow|leave)\\w+.*`,
  `${first}(?:'d| would| will|'ll| may)? ?(?:like|love|want|need|hope|have|mean|plan|try)(?:ing)? to (?:get|be) (?:to|hold of|onto|back to|in touch with|through to) (?:them|those|these|everyone|everybody|her|him|each)\\b.*`,
  `${first} used to \\w+.*`,
  // "I owe them a card", "we want it in by Monday": of what was asked for.
  `${first}(?:'d| would| will|'ll| may| might| can| could| should| don't| do not| didn't)? ?(?:like|love|want|need|owe|hate|have|put|send|give|use|feature|thank|ring|call|phone|invite|write|meet|ask|greet|welcome|show|take|hand|drop|share|forward|print|mail|post|mention|run) (?:to )?(?:them|it|em|'em|this|that|these|those|him|her|you)\\b`,
  `${first}(?:'d| would| have|'ve| had)? ?(?:think|thought|understand|understood|gather|gathered|realise|realised|realize|realized|assume|assumed|presume|presumed|reckon|believe|believed|suspect|suspected|feel|felt|heard|hear|noticed|notice|know|knew|remember|forget|forgot|wonder|wondered|promise|promised|bet|guess|doubt|saw|see|read|found|find|spoke|spoken|talked|met|rang|called|emailed|came|said|say|told|got|sworn|tried|spent|lost|missed|made|wrote|seem|swear|worry|fear|hate|love|appreciate|admit|confess|hope|could have sworn) (?!(?:out )?(?:the )?(?:members|people|everyone|those|all))`,
  `${first}(?:'ve| have|'d| had|'ve got| have got| got| have only got)? ?(?:got )?(?:a|an|another|my|our|the|some|no|this) (?:\\w+ )?(?:call|meeting|chat|lunch|visit|appointment|presentation|deadline|interview|hunch|feeling|inkling|idea|question|request|letter|voicemail|email|note|task|job|project|list|complaint|board meeting|bet|theory|reporter|journalist|vendor|speaker|dinner|flight|train|minute|moment|form|check|cheque|spreadsheet|deck|slide|gap|suspicion|soft spot|bone to pick|favou?r|few (?:minutes|slots|seats|places|spots))\\b`,
  `${first}(?:'ll| will| shall|'m going to|'m gonna| am going to) (?!want|need|only)\\w+`,
  `${first} (?:hand|give|pay|do|run|hold|host|print|send|mail|present|announce|publish|meet|close|start|open|launch|get|go|make|ship|post|order|book|plan|set|vote|draw|award|release|rely|care|struggle|aim) .*`,
  `${first}(?:'ll| will| may| might| shall| could| would|'d)(?: well| just| also| even| probably| still| then)* (?:have|be|do|say|speak|send|call|go|try|get|write|ring|use|take|owe|bring|put)\\b(?!.*\\b(?:members?|people|list|figure|number|count)\\b)`,
  // Somebody else wants it, or waits.
  `${other}(?: (?:just|also|still|really|always|upstairs|here|now|on the (?:phone|other line|line)))* ?(?:'s|'d|'ve|'re|${DOES})(?: .*)?`,
  '(?:needs?|needed|wants?|wanted) (?:it|this|them|that|these|those|em) (?:for|by|in|before|on|at|to|asap|today|tomorrow|soon|now)\\b',
  'this(?: one)?',
  // "New here", "it's me at the front desk again".
  "(?:(?:i'm|i am|we're|we are) )?(?:so |still |fairly |quite |very |rather |a bit |brand |pretty )?new (?:here|to (?:this|it|all this|the (?:job|role|team|system|tool))|at this|in (?:this|the) (?:job|role|team))\\b",
  "(?:it's|it is|this is|'tis|only|just)(?: only| just)? (?:me|yours truly|your friend)\\b",
  // "Might ask them to host it", "will thank them".
  "(?:i |we )?(?:might|may|could|will|would|shall|'ll|'d)(?: well| just| also| even| then)* (?:ask|invite|thank|call|ring|write to|approach|feature|use|put|seat|have|get|give|send|suggest|offer|nominate) (?:them|it|em|him|her|those|these)\\b",
  // "Before my ten o'clock".
  "(?:before|for|ahead of) (?:my|our|the|his|her) (?:\\w+ o'clock|\\d{1,2}(?: ?\\d\\d)?(?: ?[ap]m)?|(?:morning|afternoon|noon|lunchtime)(?: \\w+)?)$",
  '(?:just )?(?:a )?(?:quick|another|one more|last|small|short|little|tiny|final) (?:one|question|thing|request|query|ask|favou?r)\\b',
  // "It goes in the deck", "that is for the auditors".
  `(?:it|this|that|these|they|all this|the (?:list|figure|number|total|names|answer|result|results|numbers|figures))(?:'s| is|'re| are|'ll| will| goes?| go| has to| have to| needs? to| should|'ll have to)(?: (?:just|only|all|really|mainly|mostly|purely|simply|partly|also|now|go|be|going|going to|all going|needed|wanted|due|meant|intended|urgent|wanted))* (?:for|in|into|on|to|because|due|by|about|as|off|out|at|with|the|a|my|our|needed|wanted|urgent|important|fine|ok|okay)\\b`,
  "(?:it|that|this)(?:'s| is| does|'ll| will| would|'d)(?: be)? (?:fine|ok|okay|good|great|perfect|lovely|all|it|enough|plenty|alright|cool|urgent|important|strange|odd|weird|annoying|a long story|a lot|long|not urgent|no rush|the (?:christmas|holiday|annual|last|big)\\b.*)(?: (?:if|when|as|that|even|though)\\b.*)?$",
  // The person's own story, told beside the request.
  `(?:s?he|they)(?:'s|'re|'ve|'d|'ll| is| are| was| were| has| have| had| will| would)? ?(?:just |now |also |still |really |only |already )*(?:calling|coming|visiting|here|waiting|on the (?:phone|line)|doing|making|preparing|prepping|putting|building|drafting|writing|working|planning|after|asking|asked|ask|wants?|wanted|needs?|says?|said|told|rang|called|emailed|emailing|wrote|claims?|claimed|thinks?|thought|swears?|insists?|complain\\w*|chasing|going to|gonna|knows?|holding|sitting across|standing|seems?|mention\\w*|has the|have the|wondering|worried|upset|confused|moving|retiring|speaking|giving|hosting|helping) .*`,
  `(?:s?he|they)(?:'s|'re| is| are) (?:calling|coming|visiting|here|waiting|on the (?:phone|line|other line))\\b.*`,
  // Reasons and purposes as clauses.
  `(?:because|cause|cos|cuz|'cause|since|as|given that|seeing as|seeing that|now that|in case|just in case|so that|in order that|so|such that|otherwise|that way|if not|or else) (?:i|we|it|it's|she|he|they|they're|she's|he's|i'm|we're|i've|we've|that's|there's|this|that|the|my|our|nobody|somebody|someone|${other}) .*`,
  "so (?:i|we|she|he|they|it|the \\w+|our \\w+|my \\w+) (?:can|could|may|might|have|has|know|knows|get|gets|don't|do not|'ll|will|'m|am|'re|are|'s|is|'d|would) .*",
  `(?:in order )?to (?:thank|invite|call|ring|phone|write|plan|decide|prepare|settle|win|help|compare|feature|use|put|show|send|say|make|build|go|check|see if|see whether|figure|work|get ready|set|fill|order|book|mail|print|greet|welcome|chase|remind|follow up|budget|report|present) .*`,
  // "Before I call him back", "while I'm at it".
  `(?:before|while|when|whenever|once|until|if|as soon as|as) (?:i|we|${other}|it's|you(?:'re| are)? (?:at it|there)) .*`,
  `(?:if|when|whenever|as soon as) (?:you|that|it|possible|poss|there's)\\b(?!.*\\b(?:members?|people|are|were|had|paid|joined)\\b).*`,
  // "Recruiting for the next summit", "budget prep for the catalogue", "gonna give em a shoutout".
  `(?:gonna|going to|hoping to|want to|wanna|need to|trying to|trying not to|thinking of|thinking about|planning to|about to|off to|heading (?:out|off|over|up|down|to|into)|out to|keen to) (?!see|know|find|get a|get the|list|count|figure out (?:how many|who))\\w+.*`,
  `(?:pulling|revisiting|refreshing|reworking|rehearsing|going through|going over|running through|walking through|sizing|building|preparing|prepping|planning|recruiting|scouting|thinking|considering|drafting|writing|organi[sz]ing|arranging|hosting|cleaning|sorting|budgeting|benchmarking|gearing|chasing|reconciling|hunting|working on|putting together|looking for (?:voices|blood|speakers|names|faces|hosts|panel\\w*|ideas|somebody|someone)|in need of|on the hunt|on the lookout|debating|weighing|tidying|updating|reviewing|launching|finali[sz]ing|finishing|filling|getting|settling|mulling|toying|starting|kicking|wrapping|designing|compiling) .*`,
  `(?:${NOUNS})?(?:prep|planning|preparation|work|research|homework|groundwork|clean ?up|drive|request|question|enquiry|inquiry|update|check|review|quiz|query|heads up)(?: (?:for|from|on|about|ahead of|before|to do with|re|under|in line with|as per) .*)`,
  // "Slide 12 talks of double supporters".
  `(?:${DETERMINER} )?(?:slide|page|section|table|chart|figure|paragraph|appendix|exhibit|agenda item|item|point) (?:number )?(?:\\d+|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:talks?|says|said|mentions?|claims?|covers?|reads?|states?|speaks?|refers?|quotes?|cites?|deals?|is about|is on|is called|is headed|wants?|needs?|asks?|goes on) .*`,
  // "They get my handwritten card".
  "(?:they|each|all of them|everybody|everyone|each of them|every one of them)(?:'ll| will| all| each| then| are going to| are all)* (?:gets?|deserves?|receives?|getting|earns?|be getting|be sent|be invited|be thanked) (?:a|an|my|our|the|some|their) (?:[\\w'’-]+ ){0,3}?(?:cards?|calls?|letters?|notes?|gifts?|plaques?|pins?|invites?|invitations?|certificates?|badges?|mugs?|vouchers?|thank yous?|visits?|lunch|dinner|cake|treat|shoutout|mention|medals?|prizes?|pens?|ribbons?)(?: .*)?",
  // "My ambassadors want names by Monday", "membership is waiting for the list today": whoever they are, by when.
  `(?:${DETERMINER} )${NOUNS}(?:wants?|needs?|wanted|needed|would like|'d like|asked for|asks for|expects?|(?:is|are) (?:waiting for|expecting|after|due|asking for)) (?:the |these |those |their |my |your |a |all |some )?(?:names?|lists?|numbers?|figures?|it|this|that|them|answers?|counts?|totals?|results?) (?:by|before|for|on|in|at|asap|today|tomorrow|tonight|first thing|this|next|from (?:me|us)|soon|now)\\b.*`,
  // "Those are my at-the-door accounts come renewal": what they are to the asker.
  `(?:those|these|they)(?:'re| are| would be| will be|'ll be)(?: the ones)? (?:my|our|his|her|for my|for our|on my|on our|(?:the )?(?:ones? )?(?:i|we)) .*`,
  '(?:a |another |just a )?(?:random|quick|odd|weird|daft|silly) (?:one|question|ask|request|thing)(?: (?:from|out of|after|following|for|on behalf of|via|that came (?:up|out)) .*)?',
  // "The question came up", "which nobody at the table could answer".
  `(?:the|a|this|that|one) (?:question|subject|topic|point|matter|issue|idea) (?:came up|was raised|arose|has come up|was asked|has been raised|comes up|keeps coming up)(?: .*)?`,
  // "Warm leads are the best leads".
  "(?!(?:who|which|what|where|how|those|they|these|is|are|do|list|show|names?)\\b)(?:[\\w'’-]+ ){1,4}(?:is|are) (?:always |usually |often )?(?:the |my |our |simply |just )*(?:best|warmest|favou?rites?|worst|easiest|hardest|gold|golden|priceless|everything|usual suspects)(?: \\w+){0,2}",
  // "I need both kinds in one list".
  `${first}(?:'d| would| do)? ?(?:need|want|like|prefer|take)(?: to have)? (?:both|all|them all|the two|the lot|everything|both kinds|all kinds|all sorts|it all|them)(?: \\w+){0,2} (?:in|on) (?:one|a single|the same|a) (?:list|table|go|sheet|place|file|page)\\b`,
  // Purpose as a phrase by itself.
  `(?:(?:just|mainly|mostly|purely|only|partly|all|something|needed|wanted|again|and|here) )?${PURPOSE} (?:${DETERMINER} )?${NOUNS}${OFFICE_THING}(?: (?:on|in|of|by|this|next|at|to|tomorrow|today|tonight|later|for|with|and|we|i|they)\\b.*)?`,
  `(?:(?:just|mainly|mostly|purely|only|partly|needed|wanted) )?${PURPOSE} (?:${DETERMINER} )${NOUNS}${OFFICE_ROLE}(?: (?:on|by|this|next|at|tomorrow|today|tonight|later|who|to)\\b.*)?`,
  `(?:courtesy of|per|as per|according to|says|said|asks|from|via|request from|requested by|asked by|on orders from|orders from|at the request of) ${other}`,
  `(?:new|next|last|final|opening|closing|fresh) (?:paragraph|para|line|section|slide|page|point|bullet|sentence|heading|item|topic|subject)`,
  // Politeness and moods.
  '(?:nothing|no one|nobody) else(?: (?:please|thanks|needed|for now|today))*',
  `${first} (?:don't|do not|won't|needn't|don't really|do not really) (?:need|want|have|care|care about|mind|know|think)(?: to)?(?: (?:know|see|about|have|be told|hear|if|be))*(?: (?:whose|who|names?|details?|why|anything else|anything more|more|the rest|it|that|any more|anymore|the details?|the names?|long|much|which|what|how|when|where|order|the order|pennies|cents|which ones))*`,
  "(?:no |never |don't )?(?:rush|hurry|worries|pressure|problem|biggie|big deal|need to hurry|harm|offen[cs]e|idea why|clue why)\\b.*",
  '(?:slightly |a bit |bit |rather |somewhat )?(?:awkward|embarrassing|odd|cheeky|silly|strange|weird|tricky|random|dumb|stupid|nosy|delicate|off the wall|out there|long story|funny)(?:,? (?:this|one|this one|question|ask|request|i know|that))*',
  "(?:afterthought|aside|ps|p s|side note|sidenote|footnote|context|background|for context|for background|reason|purpose|why|fyi|btw|note to self|thinking out loud|just thinking out loud|just a thought|follow up|one more|one last thing|last one|another|again|back again|me again|hi again|hello again|tia|cheers|ta|bless you|you are a star|you're a star|you're the best|lifesaver|something fun|long story|hurry|hurry please|hurry sry|hurry sorry|sry|obviously|obv|clearly|of course|ideally|mind|mind you|you see|basically|honestly|frankly|to be honest|tbh|truth be told|if memory serves|as it happens|as you know|as ever|as always|as usual|once again|now|for once|believe it or not|fingers crossed|wish me luck|long overdue|better late than never)",
  '(?:sorry|apologies|forgive me|pardon me|excuse me|bear with me)(?: (?:to|for|about|but|if|that)\\b.*)?',
].map(
  (pattern) =>
    new RegExp(`^${JOINT}${NOT_LIMITING}(?:${withTail(pattern)})(?: (?:please|pls|plz|thanks|thx|ta|lol|haha))*$`),
);

/** A statement with a verb of its own, of nobody the data knows: "Nominations close Monday", "bank rec is off by 340". */
const quiet: readonly RegExp[] = [
  `(?:${DETERMINER} )?${NOUNS}[\\w'’-]+ (?:is|are|was|were|will|has|have|had|closes?|meets?|starts?|opens?|begins?|ends?|comes?|goes|go|wants?|needs?|asks?|asked|asking|waiting|said|says|called|calling|emailed|wrote|told|promised|happens?|falls?|lands?|launches|ships|arrives?|bounced|expects?|insists?|thinks?|keeps?|hates?|loves?|looks?|did|does|on (?:the )?(?:phone|line|hold|other line)) ?.*`,
  `${first}(?:'m|'re|'ve|'d|'ll)? ?(?!want|need|would|like|'d)\\w+ .*`,
  '(?:hope|hoping|trust|wish|guess|bet|reckon|figured?|thought|fancy|imagine|long|happy|lovely|great|good|nice|glad) .*',
].map(
  (pattern) =>
    new RegExp(
      `^${JOINT}${NOT_LIMITING}(?!${ASKS}\\b)(?!.*\\b(?:members?|people|persons?|those|ones|who|which|whose|that is|i mean)\\b)(?:${pattern})$`,
    ),
);

/** "Slide four", "Governance section", "Events appendix": what the answer is for, as a heading. */
const HEADING = new RegExp(
  `^(?!same|other|only|just|all|any|no|every|each|both|last|previous)(?:${DETERMINER} )?(?:[\\w'’-]+ ){0,3}?(${OFFICE_THING})(?: (?:number )?(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|[a-d]))?$`,
);

/** The noun a heading ends with, in small letters; undefined where it is none. */
export const headingOf = (said: string): string | undefined => HEADING.exec(said)?.[1];

const ASKING = new RegExp(`^${JOINT}(?:please |pls |kindly |just |quickly )*${ASKS}\\b`);
/** The same asking, deeper in the clause: "the treasurer wants to know how many". */
const ASKS_WITHIN =
  /\b(?:(?:wants?|wanted|needs?|asks?|asked(?: me| us)?|asking(?: me| us)?|like|love|wonders?|wondering|curious|asks|tell|ask|know|say|see|out)(?: (?:to know|to see|me|us|for|to hear))?|for|about|if|whether) (?:how many|how much|which|who|what|the (?:number|count|total|list|names|average|share) of|a (?:list|count) of|whether|if)\b/;

/** "I want to know how many stamps to buy": what the figure is for. */
const ERRAND =
  /^(?:(?:i|we) (?:want|need|have|would like|'d like) |(?:just )?(?:so (?:i|we) (?:know|can see) )?)(?:to (?:know|see|work out|figure out|decide|plan) )?how (?:many|much) (?!members?\b|people\b)[\w -]{3,30}? (?:to|(?:i|we)(?:'ll)? (?:need|have|ought) to|(?:i|we) should) (?:buy|order|print|bake|book|reserve|rent|get|set|cook|cater|prepare|bring|pack|mail|post|put out|lay out)\b/;

/** "I understand there is no chapter there", behind a request. */
const OPINION = new RegExp(
  `^${JOINT}${NOT_LIMITING}${first}(?:'d| would| have|'ve| had)? ?(?:think|thought|understand|understood|gather|gathered|realise|realize|assume|assumed|believe|believed|suspect|heard|hear|know|knew|remember|noticed|was told|am told|'m told) (?!(?:out )?(?:the )?(?:members|people|everyone|those|all)).*$`,
);

const isAlways = (said: string): boolean => always.some((pattern) => pattern.test(said));
const JOINTS = new RegExp(`^${JOINT}`);

/** "Which nobody at the table could answer": of the question that is put. */
const UNANSWERED =
  /^(?:which|that|and|but) (?:nobody|no one|none of us|not one of us|none of them|i)(?: (?:at|in|on|there|here|of|else|present|around)(?: \w+){0,3}?)? (?:could|can|couldn't|can't|could not|cannot|was able to|were able to|dared|knew how to) (?:answer|say|tell|work out|remember|recall|settle|be sure)\b.*$/;

/** Whether a clause, in small letters without marks, only frames what stands beside it. */
export function framing(said: string): Framing | undefined {
  if (ERRAND.test(said)) return 'after';
  if (UNANSWERED.test(said)) return 'always';
  if (ASKING.test(said)) return undefined;
  // "For the deck give me the total": a request stands inside.
  const rest = ` ${said.replace(JOINTS, '')}`;
  if (rest.search(REQUEST_BEGINS) >= 0) return undefined;
  if (isAlways(said))
    return !ASKS_WITHIN.test(said)
      ? 'always'
      : /^ (?:i|we)\b/.test(rest) && !/^so (?:i|we) (?:can|could|may|might|know)\b/.test(said)
        ? undefined
        : 'after';
  if (OPINION.test(said)) return 'after';
  return quiet.some((pattern) => pattern.test(said)) ? 'quiet' : undefined;
}

/** What a purpose said without a comma may not follow: "registered for the meeting", "hours for the campaign". */
export const TAKES_FOR =
  /\b(?:regist\w+|sign\w*(?: up)?|pa(?:y|id|ys|ying)|owe[sd]?|owing|invoiced?|billed|volunteer\w*|bought|buy|book(?:ed)?|enrol\w*|turn\w*(?: up| out)?|no shows?|attendance|registrations?|turnout|opens?|opened|clicks?|clicked|dues|payments?|donat\w+|gave|gives?|sponsor\w*|vot\w+|credits?|hours|appl\w+|asked|ask|work\w*|rsvp\w*|ticket\w*|qualif\w+|eligible|responsible|look\w*|up|check\w* in|showed|serv\w+|chair\w*|spoke|speak\w*|nominated|raised?|gifts?|figures?)$/i;

/** Points back at what a framing clause said: then it is no framing. */
export const POINTS_BACK =
  /\b(?:(?<!\b(?:is|are|was|were|been|be) )there(?! (?:is|are|was|were|any))|down there|up there|over there|those|them|they|their|theirs|that one|that chapter|that tier|these|the two|the three|such|same|the others|the latter|the former)\b/;

/** Where, inside a clause without a comma, a request may begin after its framing. */
export const REQUEST_BEGINS =
  /\s+(?:so |but |and |then )?(?=(?:i(?:'d| would| should) like (?:to know|to see|the|a list|a count|to have)|i need (?:to know|the|to see|names|one (?:number|figure)|a (?:number|figure|count))|i want (?:to know|the|one|to see|names)|i'm (?:looking for|after)|i am (?:looking for|after)|can you|could you|would you|could i|can i|may i|might i|please \w|give me|show me|get me|tell me|(?<!\b(?:a|the|this|that|my|our|call|phone|mailing|full|short|get|to) )list\b|how many|how much)\b)|\s+so (?=(?:which|who|what|whose|when|where|is|are|did|do|does|has|have)\b)|\s+but (?=(?:which|what|where)\b)|(?<=\b(?:to know|wondering|wants to hear|(?:ask(?:s|ed|ing)?|pinged|texted|emailed|messaged|told)(?: me| us)?|pressing (?:me|us)|quizzed (?:me|us))):? (?=(?:what|which|who|how|when|where|whether|if)\b)|(?<=\b(?:ask(?:s|ed|ing)?|pinged|texted|emailed|messaged|would like|wants?|wanted|needs?|needed)(?: me| us)?)(?: to (?:have|see))?(?: for)? (?=(?:the |a )?(?:number|count|list|names|total|share|percentage|breakdown) of\b)/gi;

/** "so", "because", "since we": where what frames begins after a request. */
export const FRAMING_BEGINS = new RegExp(
  String.raw`\s+(?=(?:because|cos|cuz|so that|so (?:i|we|she|he|they|the \w+|our \w+|my \w+) (?:can|could|may|might|have|know|knows?|don't|will|'ll)\b|since (?:i|we|she|he|they're|they are|they want|they need|it's|it is|i'm|we're|the (?:board|boss|auditors?|treasurer|chair))\b|as (?:i|we)\b|in case (?:i|we|she|he|they|it|${OFFICE_ROLE})\b|and (?:it's|it is|that's|that is) (?:fine|ok|okay|all)\b)|for (?:(?:the|our|my|a|an|this|next|tomorrow's|today's|\w+day's|her|his|their|some|\w+'s) )?(?:[\w'’-]+ ){0,4}?${OFFICE_THING}\W*$)`,
  'gi',
);

/** A purpose said with "for": what it ends with may be something of the data, and then it is none. */
export const isPurpose = (said: string): boolean =>
  /^(?:(?:just|mainly|mostly|only|all|needed|wanted) )?for\b/.test(said);
