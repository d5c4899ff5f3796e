/*
 * A question about one member that the chart does not read whole: clause by clause, each to the tool that holds what it
 * asks. A fact that is so or not is checked, point by point; what a record holds besides is in the profile. What is not
 * asked is set aside and said. Nothing is taken where somebody else is meant too, or where something is to be done.
 */
import { wordsOf } from '../../language/words.js';
import type { Definition } from '../../population/definition.js';
import { withBeside } from './beside-a-call.js';
import type { Focus } from './focus.js';
import { LEFT_ASIDE, type Mind } from './interpret.js';
import { clausesOf, isStatement, questionIn } from './one-clauses.js';
import * as words from './one-member-words.js';
import { windowIn, windowWords } from './one-windows.js';
import { readAs } from './read-as.js';
import { withPersonNamed } from './spoken-of.js';
import { spansOf } from './tag.js';
import { isOwnWords, pseudonymsIn, tokenise } from './tokenise.js';

export interface AboutOne {
  readonly calls: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
  readonly notes: readonly string[];
}

interface Found {
  tool?: 'profile' | 'invoices' | 'engagement' | 'changes';
  check?: readonly Definition[];
  readonly clause: string;
  /** As it was typed. */
  readonly typed?: string;
}

const NAMES = {
  profile: 'member_profile',
  invoices: 'member_invoices',
  engagement: 'member_engagement',
  changes: 'what_changed',
} as const;
const MOST_CALLS = 3;

const PRONOUN =
  /\b(?:she|he|her|him|his|hers|they|them|their|it|its|shes|hes|(?:that|this|the) (?:account|member|person|record|company|organi[sz]ation|org|firm))\b/i;

/** What is asked about one person, named or spoken of; undefined where it is not that, or cannot be told. */
export function aboutOne(typed: string, focus: Focus | undefined, mind: Mind): AboutOne | undefined {
  if (isOwnWords(typed)) return undefined;
  const said = cameOrRegistered(typed);
  const named = pseudonymsIn(said);
  const person = named.length === 1 ? named[0] : named.length === 0 && speaksOfOne(said, focus) ? focus?.member : '';
  if (
    !person ||
    words.ORDERS.test(withoutPeople(said).replace(words.MAY_WE, ' ')) ||
    /\bC-[0-9A-Z]{6}\b/.test(said) ||
    isRefused(said, mind)
  )
    return undefined;
  const isCompared = words.ENGAGEMENT.test(said);
  const clauses = clausesOf(said);
  const asking = clauses.filter((clause) => !isStatement(inPerson(clause, person), person)).join(' , ');
  const isOfMany = words.MANY.test(withoutPeople(asking).replace(/\b(?:one|any) of our\b.*?\bmembers\b/gi, 'a member'));
  if (isOfMany && !isCompared) return undefined;
  const found: Found[] = [];
  const aside: string[] = [];
  for (const typed of clauses) {
    const clause = inPerson(typed, person);
    const told = IS_THAT_SO.test(clause) ? aside.pop() : undefined;
    if (told !== undefined) {
      const check = checked(inPerson(told, person).replace(SOMEBODY_SAID, ''), person, undefined, mind);
      found.push(check ? { check, clause } : { tool: 'profile', clause, typed: `${told}, ${typed}` });
      continue;
    }
    const isSaid = isStatement(clause, person) || (clauses.length > 1 && isDescription(clause, person));
    const asked = isSaid ? questionIn(clause) : clause;
    const whole = asked === undefined ? undefined : withThing(asked, clauses.slice(0, clauses.indexOf(typed)));
    const one = whole === undefined || FILLER.test(whole) ? undefined : answering(whole, person, found.at(-1), mind);
    if (one === 'unknown') return undefined;
    if (one) found.push({ ...one, typed });
    // What is asked of them is never dropped: the whole record is shown for it.
    else if (!isSaid && clause !== person && clause.includes(person) && YES_NO.test(clause) && !FILLER.test(clause))
      found.push({ tool: 'profile', clause, typed });
    else if (clause !== person && !FILLER.test(clause)) aside.push(typed);
  }
  if (found.length === 0) return undefined;
  const calls = callsFor(found, person, said, mind);
  if (calls.length === 0 || calls.some(({ tool }) => !mind.grammar.tools.some((one) => one.tool.name === tool)))
    return undefined;
  const shown = found.filter(({ tool }) => tool === 'profile').map(({ typed, clause }) => typed ?? clause);
  return withBeside(
    said,
    {
      calls: calls.slice(0, MOST_CALLS),
      notes: [
        ...(named.length === 0 ? [`about ${person}`] : []),
        ...(shown.length > 0 && clauses.length > 0 && !isPlainShow(shown)
          ? [`the record of ${person} is shown for "${shown.join('", "')}"`]
          : []),
        ...(aside.length > 0 ? [`${LEFT_ASIDE}: "${aside.join('", "')}"`] : []),
      ],
    },
    mind.grammar.world.customs,
  );
}

/** "Rang about her credits. How many has she got?": how many of what was spoken of before. */
function withThing(asked: string, before: readonly string[]): string {
  if (!COUNTS.test(asked) || words.isMoney(asked) || words.counted.some(([thing]) => thing.test(asked))) return asked;
  const thing = [...before].reverse().flatMap((clause) =>
    words.counted.flatMap(([of]) => {
      const [found] = of.exec(clause) ?? [];
      return found === undefined ? [] : [found];
    }),
  )[0];
  return thing === undefined ? asked : asked.replace(/\bhow many\b/i, `how many ${thing}`);
}

const REGISTER = '(?:register|registered|sign up|signed up|book|booked|rsvp|rsvped)';
const COME =
  '(?:attend|attended|come|came|go|went|show|showed|show up|showed up|turn up|turned up|make it|made it|be there|was there|appear|appeared)';
const THEY = '(?:she|he|they|it|M-[0-9A-Z]{6})';
const AGAIN = `(?:(?:did|was|were|is|has|had) ${THEY} )?(?:actually |really |even |just |only |merely |simply )*`;
const CAME_OR_REGISTERED = new RegExp(
  String.raw`,?\s+or (?:(?:did|was|were|is|has|had) ${THEY} )?(?:just|only|merely|simply)(?: ${THEY})? ${REGISTER}(?: for it| for that)?(?=\s*[?.!,]|$)`,
  'i',
);
const REGISTERED_OR_CAME = new RegExp(
  String.raw`\b(?:just|only|merely|simply) ${REGISTER}(?: (?:for|to))?((?: (?:the |our |this )?[\p{L}\d' -]{2,60}?)?),? or ${AGAIN}${COME}(?: (?:to|at|for))?((?: [\p{L}\d' -]{2,60}?)?)(?=\s*[?.!,]|$)`,
  'iu',
);

/** "Did she come or only register", the other way round as well: asked as two points. */
const cameOrRegistered = (said: string): string =>
  said
    .replace(
      REGISTERED_OR_CAME,
      (_, first: string, second: string) => `attend${first || second}, or was she only registered`,
    )
    .replace(CAME_OR_REGISTERED, ', or was she only registered');

const IS_THAT_SO =
  /^(?:and |so |but )?(?:is|was) (?:that|this|it) (?:so|right|true|correct|what|the case|on record|down|how|accurate)\b/i;
const SOMEBODY_SAID =
  /^.*?\b(?:told (?:me|us)|says?|said|heard|hear|thinks?|thought|claims?|reckons?|believes?|mentioned|seems?)(?: that| me| us)?\s+(?=[MN]-)/i;

/** Carries nothing by itself: what it says is answered anyhow. */
const FILLER =
  /^(?:and |or |so )?(?:y\/n|oh\b.{0,12}|ah|i see|hm+|great|lovely|perfect|cool|right|yes or no\b.*|yes\/no\b.*|please|pls|thanks?\b.*|if (?:any|anything|so|yes|not)(?:,? (?:what|when|which|on what|how much|how many|why|who|since when)\b[^?]{0,30})?\??|(?:if [^?,]{2,25},? )?(?:tell|show|let) me (?:know )?(?:which|what|why|where)\b[^?]{0,60}|(?:pd|paid|open)(?: or (?:not|open|unpaid))?|(?:paid|pd) ones (?:too|as well|also)|(?:the )?paid ones too|line items too|(?:could|can|would) you (?:please )?(?:look|check|find|tell|pull|show|see)\b[^?]{0,40}\??|do you (?:happen to )?know\??|any idea\??|am i seeing things\??|quickly|asap|now)$/i;

/** "Laura Moore in Texas", "the lapsed Fellow": says who is meant. */
const isDescription = (clause: string, person: string): boolean =>
  !/\?$/.test(clause) &&
  !words.isMoney(clause) &&
  !words.CHANGES.test(clause) &&
  !words.ENGAGEMENT.test(clause) &&
  new RegExp(`^(?:the )?${person}(?:,| in\\b| of\\b| from\\b| at\\b|\\s*\\()`, 'i').test(clause);

const isPlainShow = (shown: readonly string[]): boolean =>
  shown.every((clause) => /^(?:show|pull up|bring up|open|look up|find)(?: me)? M-\w{6}$/i.test(clause));

/** A pronoun for the one last spoken of, or a fragment right after an answer about one. */
const speaksOfOne = (said: string, focus: Focus | undefined): boolean =>
  focus?.member !== undefined &&
  (focus.isAboutOne === true
    ? PRONOUN.test(said) || wordsOf(said).length <= 8
    : /\b(?:she|he|her|him|his|hers)\b/i.test(said));

const withoutPeople = (said: string): string => said.replace(/\b[MN]-[0-9A-Z]{6}(?:'s)?/g, 'them');

/** Everybody meant by a pronoun in it is that person. */
function inPerson(said: string, person: string): string {
  const { text } = withPersonNamed(said);
  return text
    .replace(/[’‘]/g, "'")
    .replace(/\b(she|he|they|it)'(s|re|ve|d|ll)\b/gi, `${person} '$2`)
    .replace(/\b(?:shes|hes)\b/gi, `${person} is`)
    .replace(/\b(?:she|he|they)\b/gi, person)
    .replace(/\b(?:his|their|its)\b(?!\s+(?:tiers?|peers|level)\b)/gi, `${person}'s`)
    .replace(/\b(?:him|them)\b/gi, person)
    .replace(/\b(?:that|this|the) (?:account|member|person|record)\b(?!\s+(?:of|for)\b)/gi, person)
    .replace(/\s+'s\b/g, "'s");
}

/** Protected characteristics and orders that are never taken stay what they are. */
const isRefused = (said: string, { lexicon, grammar }: Mind): boolean =>
  spansOf(tokenise(said), lexicon, grammar.world.customs, undefined).some(
    ({ sense }) => sense.cat === 'Protected' || sense.cat === 'Forbidden',
  );

/** What one clause asks; 'unknown' where it asks for what no record of one member holds. */
function answering(
  clause: string,
  person: string,
  before: Found | undefined,
  mind: Mind,
): Found | 'unknown' | undefined {
  const rest = clause.replaceAll(`${person}'s`, 'their').replaceAll(person, ' ').replace(/\s+/g, ' ').trim();
  if (!/\p{L}{2}/u.test(rest.replace(/'s\b/g, ''))) return undefined;
  if (words.CHANGES.test(rest) && !/\b(?:changed|switched) (?:jobs?|employers?)\b/i.test(rest))
    return { tool: 'changes', clause };
  if (words.ENGAGEMENT.test(rest)) return { tool: 'engagement', clause };
  const isYesNo = !ASKS_WHAT.test(clause) && (YES_NO.test(clause) || /\?\s*$/.test(clause) || !QUESTION.test(rest));
  const check =
    isYesNo || COUNTS.test(rest) || /\bwhy\b/i.test(rest) ? checked(clause, person, before, mind) : undefined;
  if (words.CONSENTS.test(rest) && !words.BY_WHAT.test(rest)) return { tool: 'profile', clause };
  if (words.ONE_OF_OURS.test(rest)) return { tool: 'profile', clause };
  if (ENDING.test(rest) && before && CASES.test(before.clause)) return { tool: 'profile', clause };
  const isOwed = words.isMoney(rest);
  if (isOwed && !(check && /\b(?:payment plan|instal)/i.test(rest))) return { tool: 'invoices', clause };
  if (check) return { check, clause };
  if (COUNTS.test(rest) && !words.ON_RECORD.test(rest)) return 'unknown';
  if (words.COMPARES.test(rest)) return 'unknown';
  if (words.ON_RECORD.test(rest)) return { tool: 'profile', clause };
  return !before && clause.includes(person) ? 'unknown' : undefined;
}

const CASES = /\b(?:cases?|tickets?|complaints?|issues?)\b/i;
const ENDING =
  /\b(?:end(?:ed)?|(?:still |yet )?open|pending|waiting|unresolved|resol\w+|turn(?:ed)? out|closed|outcomes?|results?|sorted|settled|finish(?:ed)?)\b/i;
/** "What was she paying" is no yes or no, with or without its mark. */
const ASKS_WHAT = /^(?:and |or |so |but |also |then |ok )*(?:what|when|where|which|who|whose|how)\b/i;
const YES_NO =
  /^(?:and |or |but |also |so |then |ok )*(?:is|are|was|were|has|have|had|did|does|do|can|could|may|will|would|whether|if|confirm|check|verify|any chance|that)\b|\b(?:whether|confirm|verify|true that|make sure)\b/i;
const QUESTION = /\b(?:what|when|where|who|whom|whose|which|how|why|show|list|tell|pull|give|see|look|find)\b/i;
const COUNTS = /\b(?:how many|how much|number of|count of|total)\b/i;

/** The conditions of a yes or no, as the chart reads them or as a fact that is known by name. */
function checked(
  clause: string,
  person: string,
  before: Found | undefined,
  mind: Mind,
): readonly Definition[] | undefined {
  const said = clause
    .replace(/[?!.]+$/, '')
    .replace(/^(?:and|or|but|also|so|then|ok|plus)\s+/i, '')
    .replace(
      /^(?:please |can you |could you )*(?:confirm|check|verify|make sure|tell me)(?: for me)?\s+(?:that|whether|if)\s+/i,
      '',
    )
    .replace(/^(?:that|whether|if)\s+/i, '')
    .replace(/\b(?:counted|listed|shown|treated|showing|considered|marked|down) (?:as|like|among)\b/gi, ' ')
    .replace(
      /\b(?:actually|really|by any chance|at the moment|at the minute|just now|right now|currently|at all|merely|even|got|perhaps|still|these days|today|y\/n|yes or no)\b/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
  const bare = said.replaceAll(person, ' ').replace(/\s+/g, ' ').trim();
  // "Is it running out?": its certificate, her invoice, and not she.
  if (/^(?:is|was|does|did|has|will|would) it\b/i.test(bare)) return undefined;
  const window = windowWords(bare, mind.grammar.world.customs);
  const again = REGISTERED.test(bare) && before?.check ? registeredFor(before.check[0]) : undefined;
  if (again) return [again];
  const happened = COUNTS.test(bare) ? words.counted.find(([asked]) => asked.test(bare))?.[1] : undefined;
  const fact = words.SAYS_MORE.test(bare) ? undefined : words.facts.find(([asked]) => asked.test(bare))?.[1];
  const event = AT_SOMETHING.exec(bare)?.[1];
  const candidates = [
    ...(event ? [`did ${person} attend ${event}`] : []),
    ...(happened ? [`has ${person} ${happened} ${window}`] : []),
    ...(COUNTS.test(bare) ? [] : [said, ...turned(said, person)]),
    ...(COUNTS.test(bare) || /^why\b/i.test(said)
      ? []
      : [`is it true that ${person} ${bareOf(bare)}`, `is ${person} ${bareOf(bare)}`, `has ${person} ${bareOf(bare)}`]),
    ...(fact ? [`is ${person} ${fact}`] : []),
  ];
  for (const candidate of fact ? [...candidates].reverse() : candidates) {
    const reading = readAs(candidate, undefined, mind);
    const { definition, member } = reading?.arguments ?? {};
    if (
      reading?.tool.tool.name === 'check_member' &&
      member === person &&
      definition &&
      !isOfItself(definition, person)
    )
      return [definition as Definition];
  }
  return undefined;
}

/** "Was she at the summit", "was he there for the spring meeting": whether she attended it. */
const AT_SOMETHING =
  /^(?:is|was|were|been|has been|did)?\s*(?:(?:also|then|out|over|up|down|physically|there|in the room|in attendance|present|around|on site|onsite|along)\s+)*(?:at|for)\s+(?!risk\b|least\b|all\b|any\b)(.{4,})$/i;

/** Nobody works for oneself: "cases from her" was taken for people at her. */
const isOfItself = (definition: unknown, person: string): boolean => JSON.stringify(definition).includes(`"${person}"`);

/** Without the verb that asks: "is on a committee" as "on a committee". */
const bareOf = (bare: string): string =>
  bare.replace(/^(?:is|are|was|were|has|have|had|did|does|do|can|could|may|will|'s)\s+/i, '');

/** "Why M-7F3KQ2 is not active", "M-7F3KQ2 is on a committee": asked the usual way round. */
function turned(said: string, person: string): string[] {
  const [, why = '', verb, rest] =
    new RegExp(`^(why )?${person}\\s+'?(is|are|was|has|did|does|do|s)\\b\\s*(.*)$`, 'i').exec(said) ?? [];
  return verb === undefined ? [] : [`${why}${verb === 's' ? 'is' : verb} ${person} ${rest ?? ''}`];
}

const REGISTERED =
  /^(?:or )?(?:is|was|has|did|were|are)?\s*(?:just |only |merely |simply )*(?:registered|signed up|booked|on the list|down for it|a no-?show)$/i;

/** "... or was she only registered?": for the event just asked about. */
function registeredFor(definition: Definition | undefined): Definition | undefined {
  if (definition?.op === 'event' && definition.kind === 'attendance') return { ...definition, kind: 'registration' };
  return undefined;
}

const AS_OF_TODAY = /\b(?:(?:as )?(?:of|at) )?(?:today|now|right now)\b/gi;

function callsFor(found: readonly Found[], person: string, said: string, mind: Mind): AboutOne['calls'] {
  const checks = found.flatMap(({ check }) => check ?? []);
  const of = (tool: Found['tool']) => found.filter((one) => one.tool === tool).map(({ clause }) => clause);
  const member = person;
  const isPaidToo = words.PAID_TOO.test(said);
  const isLatest = words.LATEST_INVOICE.test(said);
  const asked = of('invoices').map((clause) => clause.replace(words.LATEST_INVOICE, 'invoice'));
  // The balance of today says nothing of the days of the bills.
  const bills = asked.length > 1 ? asked.map((clause) => clause.replace(AS_OF_TODAY, ' ')) : asked;
  const window = windowIn(bills, mind.grammar.world.customs);
  const days = windowIn(of('changes'), mind.grammar.world.customs);
  // What changed says the rest too: "like a payment or a new address".
  if (of('changes').length > 0) return [{ tool: NAMES.changes, arguments: { member, ...(days && { window: days }) } }];
  return [
    ...(checks.length > 0
      ? [
          {
            tool: 'check_member',
            arguments: { member, definition: checks.length === 1 ? checks[0] : { op: 'all', of: checks } },
          },
        ]
      : []),
    ...(of('profile').length > 0 ? [{ tool: NAMES.profile, arguments: { member } }] : []),
    ...(of('invoices').length > 0
      ? [
          {
            tool: NAMES.invoices,
            arguments: {
              member,
              ...(window && { window }),
              ...(isPaidToo || isLatest
                ? { state: 'all' }
                : window && words.OPEN_ONLY.test(said)
                  ? { state: 'open' }
                  : {}),
              ...(isLatest && { limit: 1 }),
            },
          },
        ]
      : []),
    ...(of('engagement').length > 0 ? [{ tool: NAMES.engagement, arguments: { member } }] : []),
  ];
}
