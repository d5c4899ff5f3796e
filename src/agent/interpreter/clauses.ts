/*
 * A message as clauses: what greets, thanks or gives a reason beside a request is set aside, and said; a short clause
 * that only names what is wanted ("Number.", "who are they?") is put in front of the one before it. Nothing that holds a
 * word of logic, a figure, a person or a refused word is ever set aside.
 */
import type { Customs } from '../../language/reading.js';
import { isAnyStatus, isLapsedToo, orderOf } from './fragments.js';
import { FRAMING_BEGINS, framing, headingOf, isPurpose, POINTS_BACK, REQUEST_BEGINS, TAKES_FOR } from './framing.js';
import type { Lexicon } from './lexicon.js';
import { OFFICE_ROLE, OFFICE_THING } from './office-words.js';
import type { Category, Span } from './senses.js';
import { spansOf } from './tag.js';
import { isOwnWords, pseudonymsIn, tokenise } from './tokenise.js';

export interface Request {
  readonly text: string;
  /** What was set aside, in the person's own words. */
  readonly aside: readonly string[];
}

const SENTENCE_END = /(?:(?<=[.!?…])["')\]]*\s+|\s*\n+\s*|\s+[-–—]+\s+|\s*;\s+|\s*:-?[)(]\s*)/u;
const COMMA = /\s*,\s+/;

/** Openings that only say why, or that somebody is there. */
const talk = {
  /** May name a time or a person: the clause is about the asker's own day. */
  reason: [
    /^(?:because |as |since )?(?:i|we)(?: have|'ve)?(?: just)?(?: got| have)? (?:a|an|another|my|our|the)(?: \w+)? (?:call|meeting|chat|lunch|visit|appointment|presentation|deadline|interview|board meeting)\b/,
    /^(?:i|we)(?:'m| am|'re| are) (?:just |still |currently )?(?:meeting|seeing|calling|about to|on my way|putting together|preparing|prepping|working on|writing|drafting|helping|heading|running late|in a)\b/,
    /^(?:my|our|the) (?:boss|manager|board|ceo|director|president|treasurer|exec|chair) (?:\w+ )?(?:wants?|asked|asks|needs?|is asking|would like|just asked|wanted)\b/,
    /^(?:it|this|that)(?:'s| is) (?:just |only )?(?:for|because|urgent|important)\b/,
    /^(?:i|we) need (?:this|it|that|these|them) (?:for|by|before|in|asap|today|tomorrow|soon|now)\b/,
    /^(?:she|he|they)(?:'s|'re| is| are) (?:calling|coming|visiting|on the (?:phone|line)|here|waiting)\b/,
    /^(?:i|we) (?:could've|could have|would've|would have|'d have)? ?(?:sworn|sworn that|thought)\b(?!.*\b(?:but|so)\b)/,
    /^(?:just )?(?:a |one )?(?:quick|short|small|last|final|another|other|more) (?:one|question|thing|request|ask|query|favou?r)(?: (?:for you|more|please|before i (?:forget|go|leave|head out)))*$/,
    /^(?:before i (?:forget|go|leave|head out)|while i remember|while i have you|while i think of it|while you are at it|while we are at it|speaking of which|by the way|as you know|no rush|no hurry|take your time|me again|if you have a (?:minute|moment|second))$/,
    /^(?:before|for|ahead of) (?:i forget|the|our|my|a|an|next|this|tomorrow's|today's|monday's|friday's)? ?(?:(?:board|staff|budget|committee|team|weekly|monthly|quarterly|annual) )?(?:meeting|report|call|presentation|deck|planning|newsletter|agenda|minutes|update|review)\b.{0,20}$/,
  ],
  /** Only where nothing in it is understood as a request. */
  manners:
    /\b(?:i|i'm|i've|i'd|me|my|you|your|hope|hoping|thanks|thank|thx|ta|cheers|hi|hello|hey|hiya|howdy|morning|afternoon|evening|sorry|apologies|please|pls|plz|urgent|urgently|asap|appreciate|appreciated|happy|lovely|great|perfect|brilliant|awesome|excellent|wonderful|nice|ok|okay|right|well|weekend|quick|question|hurry|rush|help|promise|forget|wondering|cool|super|um|uh|er|hmm|so)\b/,
};
/** Sounds and kind words at the beginning of a clause. */
const FILLER =
  /^(?:(?:s+o+|u+m+|u+h+|e+r+m*|h+m+|o+k(?:ay)?|well|alright|righto|oh|ah|like|anyway|anyways|pls|plz)(?=[\s,.!]|$)[\s,.!]*|(?:right|lovely|great|perfect|nice|cool|super|excellent|brilliant|thanks|thank you|thx|awesome|wonderful|good|fine|sure|got it|morning|good morning|good afternoon|hi|hello|hey|hi there|hello there|hey there)[,.!]+\s*)+/i;
const withoutFillers = (clause: string): string => {
  const rest = clause.replace(FILLER, '');
  return plain(rest) === '' || /^(?:that|if)\b/i.test(rest) ? clause : rest;
};

/** Words that ask for, or limit, something: such a clause is never manners. */
const ASKING =
  /\b(?:want|wants|need|needs|show|give|list|count|number|name|names|include|including|exclude|excluding|leave|keep|make|add|only|just|except|not|no|never|without|but|or|if|unless|than|sort|rank|order|group|split|compare|mean|by|per|each|every|most|least|who|which|whose|what|how|where|when|why|did|does|is|are|was|were|has)\b/;

/** Of spans that say nothing by themselves. */
const quiet: ReadonlySet<Category> = new Set(['Day', 'Category', 'Order', 'Win', 'ContactField']);

const COUNTING =
  /^(?:and )?(?:just )?(?:(?:the|a|your|give me the|give me a|just the|only the) )?(?:number|count|total|headcount|head count|size|size of it|size of that|size of them|how big|how big is it|how big is that|what size|what size is it|how large|how large is it|figure|one figure|one number|a single figure|single figure|how many|how many is that|how many are there|how many are they|how many of them|(?:number|numbers|count|counts|headcount|figure|figures|total) (?:only|alone))(?: is (?:fine|enough|plenty|all i need|ok))?(?: please| pls| thanks)?$/;
const LISTING =
  /^(?:and |then |and then |count(?: them)? (?:and |then |and then ))?(?:just )?(?:(?:the|a|give me the|give me a|just the|show me the|show me|send me the|i need the) )?(?:names?|list|who|who are they|who are those|who is that|which ones|which are they|who exactly|full list|list of names|names and all|names only|list only|list them|list em|show them|name them|who would that be)(?: (?:is|are) (?:fine|enough|plenty|all i need|ok))?(?: please| pls| thanks)?$/;

/** What a fragment asks for of what was said before it. */
export function askedFor(clause: string): 'how many' | 'list' | undefined {
  const said = plain(clause)
    .replace(
      /^(?:(?:i|we)(?:'d like| would like| want| need)|(?:i )?need|want|gimme|give me)(?: to)?(?: see| have| know)? /,
      '',
    )
    .replace(
      / (?:(?:by|before) (?:noon|lunch|midday|tomorrow|today|tonight|\w+day|the end of|end of|eod|cob|close|\d|the (?:meeting|call|board)|my|our)\b.{0,20}|asap|today|tonight|now|tomorrow|this (?:morning|afternoon|evening))$/,
      '',
    );
  return COUNTING.test(said) ? 'how many' : LISTING.test(said) ? 'list' : undefined;
}

const BEGINS_ASKING =
  /^\s*(?:so |and |ok |please |pls |can you |could you )*(?:list|show|give|count|how|who|which|what|where|when|is|are|do|does|did|has|have|find|pull|get|name|add|make|create|put)\b/i;

const plain = (clause: string): string =>
  clause
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}'\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** One clause of a message, and whether it only frames the others. */
interface Clause {
  readonly said: string;
  readonly spans: readonly Span[];
  /** Set aside, until nothing is left that it could frame. */
  isAside: boolean;
  /** Told by its grammar, whatever it holds. */
  isFraming: boolean;
}

/** The request in a message, with what stands beside it. A message of one clause is itself. */
export function requestOf(text: string, lexicon: Lexicon, customs: Customs, goesOn = false): Request {
  if (isOwnWords(text)) return { text, aside: [] };
  // A clause is looked at as a part, as a whole and in each of its halves.
  const seen = new Map<string, readonly Span[]>();
  const spansIn = (clause: string): readonly Span[] => {
    const spans = seen.get(clause) ?? spansOf(tokenise(clause), lexicon, customs, undefined);
    seen.set(clause, spans);
    return spans;
  };
  const clauseOf = (said: string, isSentence: boolean, isFirst: boolean): Clause => {
    const spans = spansIn(said);
    const isFraming = !spans.some(isRefused) && !askedFor(said) && frames(said, spans, { isFirst, isAfter: !isFirst });
    return { said, spans, isFraming, isAside: isFraming || isTalk(said, spans, isSentence) };
  };
  const sentences: Clause[][] = [];
  for (const sentence of text.split(SENTENCE_END).filter((one) => plain(one) !== '')) {
    const parts = sentence
      .split(COMMA)
      .flatMap((part, at) =>
        apart(part, (clause) => frames(clause, spansIn(clause), { isAfter: at > 0 || sentences.length > 0 })),
      );
    const isAlone = parts.length === 1;
    const clauses: Clause[] = [];
    for (const part of parts) {
      // "For the board papers, agenda item 6: ...": a heading stands first, or behind what frames.
      const isFirst = [...sentences.flat(), ...clauses].every(({ isFraming }) => isFraming);
      clauses.push(clauseOf(part, isAlone, isFirst));
    }
    sentences.push(sentences.length === 0 ? withTitle(clauses) : clauses);
  }
  const tail = goesOn && !mayStandAlone(text) ? '' : tailOf(sentences, text);
  const ends = sentences.map(withAsideAtEnds);
  keepWhatIsAsked(ends.flat());
  const aside: string[] = [];
  const kept: string[] = [];
  for (const clauses of ends) {
    aside.push(...clauses.filter(({ isAside }) => isAside).map(({ said }) => said.trim()));
    const rest = clauses.filter(({ isAside }) => !isAside).map(({ said }) => said);
    if (rest.length === 0) continue;
    // "Count, then list.": both are asked of what was said.
    if (kept.length > 0 && rest.length > 1 && rest.every((said) => askedFor(said))) {
      kept.push(rest.find((said) => askedFor(said) === 'list') ?? rest[0] ?? '');
      continue;
    }
    // "Students in Texas, count is fine": what is asked for, behind a comma.
    const order =
      rest.length > 1 && askedFor(rest.at(-1) ?? '') && !BEGINS_ASKING.test(rest[0] ?? '') ? rest.pop() : undefined;
    const joined = rest.join(', ');
    kept.push(withoutFillers(clauses[0]?.isAside ? joined.replace(/^(?:so|but|and|then)\s+/i, '') : joined));
    if (order !== undefined) kept.push(order);
  }
  if (kept.length === 0) return { text, aside: [] };
  return {
    text: `${withFragments(withEventBehind(kept, spansIn)).replace(tail ? /[\s.!,;]+$/ : /$^/, '')}${tail}`,
    aside: aside.filter((part) => plain(part) !== ''),
  };
}

const EVENT_HEAD = /^(?:(?:so|and|ok|re|about|for|at|on)\s+)*(?:the |our |this year's |last year's )?/i;
const ATTENDS =
  /\b(attend(?:ed|ing)?|skip(?:ped)?|miss(?:ed)?)\s*[?.!]*$|\b(?:show(?:ed)?|turn(?:ed)?) up\s*[?.!]*$|\b(?:came|come|went|was there|were there|showed|turned out|checked in|badged in|no[- ]?shows?)\s*[?.!]*$|\b(registered|signed up|booked)\s*[?.!]*$/i;

/** "The summit this year - how many showed up?": what is asked, at that event. */
function withEventBehind(kept: readonly string[], spansIn: (clause: string) => readonly Span[]): readonly string[] {
  const [head = '', asked = '', ...others] = kept;
  const name = head.replace(EVENT_HEAD, '').replace(/[\s.,:;?!–—-]+$/, '');
  const found = ATTENDS.exec(asked);
  if (!found || !BEGINS_ASKING.test(asked) || name === '') return kept;
  const length = tokenise(name).tokens.length;
  const spans = spansIn(name).filter(({ sense }) => sense.cat === 'Event' || sense.cat === 'Win');
  const event = spans.filter(({ sense }) => sense.cat === 'Event').sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  const isAll =
    event !== undefined &&
    (event.from === 0 || spans.some(({ from, to }) => from === 0 && to === event.from)) &&
    (event.to === length || spans.some(({ from, to }) => from === event.to && to === length));
  if (!isAll || spansIn(asked).some(({ sense }) => sense.cat === 'Win')) return kept;
  const rest = asked.replace(/\bthere\b(?=[\s?.!]*$)/i, '').replace(/[\s?.!]+$/, '');
  return [`${rest} ${found[1] ? '' : found[2] ? 'for ' : 'at '}${name}`.replace(/\s+/g, ' '), ...others];
}

/** In a thread: long enough to be a request of its own, and pointing back at nothing. */
const mayStandAlone = (text: string): boolean => plain(text).split(' ').length > 8 && !POINTS_BACK.test(plain(text));

/** Orders and statuses said by themselves, taken out of the sentences: they are read at the end of the request. */
function tailOf(sentences: Clause[][], text: string): string {
  const clauses = sentences.flat();
  const order = clauses.map((clause) => ({ clause, said: orderOf(clause.said, text) })).find(({ said }) => said);
  const isAny = clauses.some(({ said }) => isAnyStatus(said));
  const statuses = clauses.filter(({ said }) => isAnyStatus(said) || isLapsedToo(said, isAny));
  const taken = [...statuses, ...(order ? [order.clause] : [])];
  if (taken.length === 0 || clauses.every((clause) => taken.includes(clause))) return '';
  for (const [at, sentence] of sentences.entries()) sentences[at] = sentence.filter((one) => !taken.includes(one));
  return `${statuses.length > 0 ? ', of any status' : ''}${order ? ` ${order.said}` : ''}`.replace(/^ (?=,)/, '');
}

/** "Slide four, loyalty.": what follows the number of a heading is its name, where it says nothing of members. */
function withTitle(clauses: Clause[]): Clause[] {
  const [head, ...title] = clauses;
  if (!head || title.length !== 1 || headingOf(plain(head.said)) === undefined || !head.isFraming) return clauses;
  const isName = title.every(({ said, spans }) => plain(said).split(' ').length < 5 && spans.length === 0);
  return isName ? [head, ...title.map((one) => ({ ...one, isFraming: true, isAside: true }))] : clauses;
}

function isTalk(clause: string, spans: readonly Span[], isSentence: boolean): boolean {
  const said = plain(clause);
  if (said === '') return isSentence;
  if (askedFor(clause) || spans.some(isRefused)) return false;
  if (talk.reason.some((pattern) => pattern.test(said))) return true;
  if (!isSentence && said.split(' ').length < 2) return false;
  return talk.manners.test(said) && !ASKING.test(said) && spans.every(isQuiet);
}

/** By its grammar, or as a heading before everything else, the clause frames what is asked. */
function frames(
  clause: string,
  spans: readonly Span[],
  { isFirst = false, isAfter = false }: { readonly isFirst?: boolean; readonly isAfter?: boolean } = {},
): boolean {
  const said = plain(clause);
  // "For the awards page: the twelve members": what stands behind the colon is asked.
  if (isPurpose(said) && BEHIND_COLON.test(clause)) return false;
  const how = framing(said);
  if (how === 'always')
    return !isPurpose(said) || !endsIn(clause, spans) || ROLE_AT_END.test(said) || THING_AT_END.test(said);
  if (how === 'after') return isAfter;
  if (how === 'quiet') return !spans.some(isTelling);
  const thing = isFirst ? headingOf(said) : undefined;
  if (thing === undefined) return false;
  return !endsIn(clause, spans) && !spans.some(({ sense }) => sense.cat === 'Member');
}

const BEHIND_COLON = /:\s+\S+\s+\S+/;
/** Where what it is for is a page of something: "the awards page of the annual report". */
const THING_AT_END = new RegExp(
  `${OFFICE_THING} (?:of|in|for) (?:the |our |this |next )?(?:[\\w'’-]+ ){0,2}?${OFFICE_THING}$`,
);
const ROLE_AT_END = new RegExp(`${OFFICE_ROLE}$`);

/** The last word means something of the data. */
function endsIn(clause: string, spans: readonly Span[]): boolean {
  const end = tokenise(clause).tokens.length;
  return spans.some(({ sense, to }) => to === end && ['Event', 'What', 'Org', 'Cond', 'Member'].includes(sense.cat));
}

/** "For the deck give me ...", "... so I can thank them": what frames stands before or after without a comma. */
function apart(part: string, isFraming: (clause: string) => boolean): string[] {
  const colon = /^([^:]{3,80}):\s+(?=\S)/.exec(part);
  if (colon?.[1] && (isFraming(colon[1]) || headingOf(plain(colon[1])) || isPurpose(plain(colon[1]))))
    return [colon[1], ...apart(part.slice(colon[0].length), isFraming)];
  if (isFraming(part)) return [part];
  for (const found of part.matchAll(REQUEST_BEGINS)) {
    const before = part.slice(0, found.index);
    const isOpen =
      /\b(?:a|an|the|my|our|of|to|for|and|with|in|by|me|from|all)$/i.test(before.trim()) && !ASKED_ME.test(before);
    if (!isOpen && plain(before).split(' ').length > 1 && isFraming(before))
      return [before, ...apart(part.slice(found.index + found[0].length), isFraming)];
  }
  for (const found of part.matchAll(FRAMING_BEGINS)) {
    const [before, after] = [part.slice(0, found.index), part.slice(found.index + found[0].length)];
    if (plain(before) === '' || (/^for\b/i.test(after) && TAKES_FOR.test(before.trim()))) continue;
    if (isFraming(after)) return [before, after];
  }
  return [part];
}

/** "N-5D8XW3 asked me": what was asked comes next. */
const ASKED_ME =
  /\b(?:ask(?:s|ed|ing)?|tell(?:s|ing)?|told|emailed|messaged|texted|pinged|pressed|pressing|quizzed|quizzing|bugging|nagging|chasing|chased|grilled|queried) (?:me|us)(?: (?:again|just now|today|yesterday|this (?:morning|afternoon|week)|earlier))?(?: for)?\s*$/i;

/** Inside a list a comma separates what is asked for: there only what surely frames is set aside. */
function withAsideAtEnds(clauses: Clause[]): Clause[] {
  const first = clauses.findIndex(({ isAside }) => !isAside);
  const last = clauses.findLastIndex(({ isAside }) => !isAside);
  return clauses.map((clause, at) =>
    at > first && at < last && !clause.isFraming ? { ...clause, isAside: false } : clause,
  );
}

/**
 * What is left must say something by itself, and may not point back at what was set aside: "I have Fellows who never
 * came, so who are they" asks with both clauses.
 */
function keepWhatIsAsked(clauses: Clause[]): void {
  const isKept = ({ isAside }: Clause): boolean => !isAside;
  const says = ({ spans }: Clause): boolean => spans.some((span) => isTelling(span));
  const isCore = clauses.some((clause) => isKept(clause) && says(clause));
  for (const [at, clause] of clauses.entries()) {
    if (!clause.isAside || !clause.isFraming) continue;
    if (!isCore && says(clause)) clause.isAside = false;
    const people = pseudonymsIn(clause.said).filter((name) => name.startsWith('M-'));
    const rest = clauses.filter(isKept).map(({ said }) => said);
    if (people.some((name) => !rest.some((said) => said.includes(name)))) clause.isAside = false;
    const next = clauses.slice(at + 1).find(isKept);
    if (next && clause.spans.some(isDescribing) && pointsBack(next)) clause.isAside = false;
  }
}

/** "Which states they live in": they are those of the clause before. */
function pointsBack({ said, spans }: Clause): boolean {
  const found = POINTS_BACK.exec(said.toLowerCase());
  if (!found) return false;
  if (/there$|^(?:that|the) /.test(found[0])) return true;
  const firstSaid = Math.min(...spans.filter(isDescribing).map(({ from }) => from));
  return tokenise(said.slice(0, found.index)).tokens.length < firstSaid;
}

/** A span that says something of members, figures or events. */
const isTelling = (span: Span): boolean =>
  !isQuiet(span) &&
  ![
    'Call',
    'Operator',
    'Count',
    'Number',
    'Years',
    'Limit',
    'Points',
    'Org',
    'Staff',
    'Name',
    'Protected',
    'Forbidden',
  ].includes(span.sense.cat);
const isDescribing = ({ sense }: Span): boolean => ['Cond', 'Event', 'Org', 'Vague', 'Frame'].includes(sense.cat);
const isQuiet = ({ sense }: Span): boolean =>
  quiet.has(sense.cat) || (sense.cat === 'Call' && sense.isAddition === true);
const isRefused = ({ sense }: Span): boolean => sense.cat === 'Protected' || sense.cat === 'Forbidden';

const OTHER_ASKED = /^how many (?!(?:members|people|of|did|do|have|are|were)\b)/;
/** A list comes with its count: "Count, then list" is a list. */
const asksAlready = (said: string, asked: string): boolean => asked === 'how many' && said.startsWith('list ');

/** "Lapsed since July 1. Number." as "how many lapsed since July 1". */
function withFragments(clauses: readonly string[]): string {
  const said: string[] = [];
  for (const clause of clauses) {
    const asked = said.length > 0 ? askedFor(clause) : undefined;
    const last = said.at(-1);
    if (asked && last !== undefined)
      said[said.length - 1] = asksAlready(last, asked) ? last : `${asked} ${last.replace(OTHER_ASKED, '')}`;
    else said.push(clause);
  }
  return said.join(' , ').replace(/([.!?…])\s+,\s/g, '$1 ');
}
