/*
 * A question about one member that the chart does not read whole: clause by clause, each to the tool that holds what it
 * asks. A fact that is so or not is checked, point by point; what a record holds besides is in the profile. What is not
 * asked is set aside and said. Nothing is taken where somebody else is meant too, or where something is to be done.
 */
import { wordsOf } from '../../language/words.js';
import { withBeside } from './beside-a-call.js';
import { cameOrRegistered } from './came-or-registered.js';
import type { Focus } from './focus.js';
import { LEFT_ASIDE, type Mind } from './interpret.js';
import { answering, YES_NO } from './one-answers.js';
import { type AboutOne, callsFor, type Found } from './one-calls.js';
import { COUNTS, checked } from './one-checks.js';
import { clausesOf, isStatement, questionIn } from './one-clauses.js';
import * as words from './one-member-words.js';
import { withPersonNamed } from './spoken-of.js';
import { spansOf } from './tag.js';
import { isOwnWords, pseudonymsIn, tokenise } from './tokenise.js';

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
