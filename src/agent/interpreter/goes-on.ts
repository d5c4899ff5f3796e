/* Short sentences that only make sense after an answer: "Names.", "versus a year earlier", "just the top three". */
import type { Definition } from '../../population/definition.js';
import { amongThem } from './among-them.js';
import { askedFor } from './asked-for.js';
import { backTo, theRemainder } from './back-to.js';
import { daysBeside } from './days-beside.js';
import { eventsAgain } from './events-again.js';
import { groupsFirst, numberOf, topOnly } from './first-ones.js';
import type { Focus } from './focus.js';
import type { GoingOn } from './going-on.js';
import { inOrder, measureSpokenOf } from './in-what-order.js';
import type { Mind } from './interpret.js';
import { keepsMost, ofThoseAs } from './of-those.js';
import { onlyWithSome, otherStatistic, partOfThat, sameAgain, stillMeasured, theirNames } from './other-figure.js';
import { readAs } from './read-as.js';
import {
  bothOf,
  brokenDown,
  ofAnother,
  ofTheFirst,
  openOfThese,
  others,
  sameWith,
  sumBy,
  totalOf,
} from './same-again.js';
import { sayMeasure } from './sentences.js';
import { shareOfThose } from './shares.js';
import { stepByStep } from './step-by-step.js';
import { A_YEAR_EARLIER, earlier, isComparing, SO_FAR } from './year-earlier.js';

const WENT_THROUGH =
  /^(?:and |so |ok |hey )*(?:did|has|have|is|was|were) (?:it|that|this|they|those|the (?:change|update|note|task|proposal)|my (?:change|update|note|task|proposal))(?: (?:all|been|gone|get|got|go|went|come|actually|already))* (?:through|thru|done|approved|written|saved|applied|in|accepted|rejected|made|happen|happened|work|worked|over|on|up|on there|on file|on record)(?: yet| now| already| ok| okay| then)*$/;
const GROUP_OF_PEOPLE =
  /\b(?:out of|from|of|among|in|within|for) (?:those|these|that|the|this) (?:same |very )?(?:(?:first|second|third|last|latter|other|latest|january|february|march|april|may|june|july|august|september|october|november|december) )?(?:bucket|group|set|batch|lot|crowd|bunch|pile|segment|ones|cohort|pool)\b/i;
/** People are asked for, whatever was given before. */
const WHO_OF_THOSE = /^(?:and |so |ok |now )*of (?:those|them|these),? (?:who|which ones) /i;
/** "Of those who opened anything": without a comma only which of them is said, and not what is wanted. */
const KEEPS_THOSE = /^(?:and |so |ok |now )*of (?:those|them|these) who (?!.*,\s*(?:how many|which|who|what)\b)/i;
const FIRST_ONES =
  /^(?:and |now |ok |just |only |show |me |give |list |name |who are |what are |i need |can i have |could i have )*(?:names of |the names of )?(?:the |our |my )?(?:([\p{L}\d]+) (?:biggest|largest|top|highest|worst)|(?:top|biggest|largest|highest|worst) ([\p{L}\d]+))(?: (?:ones?|debtors?|owers|donors?|givers?|payers?|buyers?|spenders?|accounts?|names?|people|members|offenders?|balances?|amounts?|contributors?|volunteers?|debts?))?(?: of (?:those|them))?(?: (?:by|with) names?)?(?: by (?:amt|amount|amounts|value|size|balance|total|that|it|dollars?|\$))?(?:\s*,.*)?$/iu;
const LEFT_OUT = /\b(leave|take|keep|drop) ((?!out\b|only\b)[\p{L}\p{N} ]{2,40}?) out\b/iu;

/** A sentence that goes on from the last answer, as a whole one or as a call. Undefined where it stands by itself. */
export function goingOn(
  said: string,
  focus: Focus | undefined,
  mind: Mind,
  earlierOnes: readonly Focus[] = [],
): GoingOn | undefined {
  const text = brokenDown(
    said
      .trim()
      .replace(/[\s.!?…]+$/u, '')
      .replace(/,?\s+(?:please|pls|plz|thanks|thank you|thx)$/i, '')
      .replace(INTERJECTION, '')
      .replace(TOO_MANY, '')
      .replace(SAME_QUESTION, '')
      .replace(I_MEANT, 'i meant $1')
      .replace(THEN_OR_LATER, '$1')
      .replace(SORTED_TWICE, '')
      .replace(OF_RANK_THERE, '$1 of them')
      .replace(IS_ONLY, 'only $1')
      .replace(HOW_MANY_BY, '$1')
      .replace(WHERE_THEY_ARE, (_, by: string | undefined) => `by ${by ?? 'state'}`)
      .replace(WHAT_THEY_ARE, 'by $1')
      .replace(OF_THESE_WITHOUT, '$1 of those')
      .replace(LEFT_OUT, 'leave out $2')
      .replace(/(?<=\s|^)'?em(?=\s|,|$)/gi, 'them'),
  );
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}\s]/gu, '');
  if (WENT_THROUGH.test(plain)) return { text: 'show my proposals', notes: [] };
  const again = focus && (ofAnother(text, focus, mind) ?? openOfThese(text, focus) ?? eventsAgain(text, focus, mind));
  if (again) return again;
  const { customs } = mind.grammar.world;
  const days = focus && daysBeside(text, focus, customs);
  if (days) return days;
  if (!focus?.definition || !focus.tool) return undefined;
  const first = ofTheFirst(text, earlierOnes);
  const ofFirst = first && (goingOn(first.text, first.focus, mind) ?? readStep(first.text, first.focus, mind));
  if (ofFirst) return ofFirst.call ? ofFirst : readStep(ofFirst.text ?? '', first.focus, mind);
  const both = bothOf(text.replace(ASKED_BEFORE, '$2, $1'), focus, earlierOnes);
  if (both) return both.text === '' ? both.call : stepOn(ofThem(both.text), both.focus, mind);
  const remaining = theRemainder(text, focus, earlierOnes);
  if (remaining) return inSteps(remaining.text, remaining.focus, mind) ?? stepOn(remaining.text, remaining.focus, mind);
  const back = backTo(text, focus, earlierOnes, mind);
  const ofBack = back?.text === '' ? againOf(back.focus) : back && stepOn(back.text, back.focus, mind);
  if (ofBack?.call) return ofBack;
  const figure =
    amongThem(text, focus, mind) ??
    partOfThat(text, focus, mind) ??
    otherStatistic(text, focus, mind) ??
    onlyWithSome(text, focus, mind) ??
    totalOf(text, focus, mind);
  if (figure) return figure;
  const asked = askedFor(text);
  const theirs = asked === 'list' ? theirNames(focus, mind) : undefined;
  if (theirs) return theirs;
  if (asked) return { text: asked === 'list' ? 'list them' : 'how many are there', notes: [] };
  if (A_YEAR_EARLIER.test(plain) && isComparing(plain))
    return earlier(focus, focus.definition, customs, SO_FAR.test(plain));
  const other =
    shareOfThose(text, focus, mind) ??
    sumBy(text, focus, mind) ??
    others(text, focus, earlierOnes, mind) ??
    ofThoseAs(text, focus, mind) ??
    inOrder(text, focus, mind, (rest) => inSteps(rest, focus, mind) ?? readOn(rest, focus, mind));
  if (other) return other;
  const top = topOnly(text, focus, mind);
  if (top) return top;
  const ofThose = text
    .replace(GROUP_OF_PEOPLE, 'of those')
    .replace(KEEPS_THOSE, 'only those who ')
    .replace(WHO_OF_THOSE, 'list those who ');
  const [, before, after] = FIRST_ONES.exec(ofThose) ?? [];
  const measure = measureSpokenOf(focus);
  const number = numberOf(before ?? after);
  const inGroups = number === undefined ? undefined : groupsFirst(focus, number, mind);
  if (inGroups) return inGroups;
  if (measure && number !== undefined)
    return { text: `top ${number} of those by ${sayMeasure(measure, mind.grammar.world)}`, notes: [] };
  const same = sameWith(ofThose);
  if (same !== undefined) return { text: same, notes: [] };
  return ofThose === said ? undefined : { text: ofThose, notes: [] };
}

/** What was asked of them, once more. */
const againOf = ({ tool, arguments: args, definition }: Focus): GoingOn | undefined =>
  tool ? { call: { tool, arguments: { ...args, ...(definition && { definition }) } }, notes: [] } : undefined;

/** "How many expire by March", of people named just before: of those. */
const ofThem = (text: string): string =>
  text
    .replace(/^how many (?!of\b|is\b|are (?:there|they|those)\b)/i, 'how many of those ')
    .replace(
      /^(?:who|which(?: ones?)?) (?!of\b)(?=(?:is|are|has|have|had|did|do|does|was|were|owes?|expires?|joined|renewed)\b)/i,
      'which of those ',
    );

/** What a fragment asked for stands in front. */
const ASKED_BEFORE = /^(how many|list) ((?:both|of the two|the two)\b.*?)[\s.,]*$/i;
const INTERJECTION =
  /^(?:(?:sweet|nice|lovely|great|good|cool|super|neat|fab|brilliant|perfect|excellent|interesting|wow|ouch|huh|hm+|right|ok|okay|k|kk|ah|oh|thanks|thank you|ta|cheers|got it|fine|awesome|alright|yes|yep|yup|sure|now|well)(?:\s*[,.!]+|(?=\s+(?:(?:and|so|now|then|but|also)\s+)?(?:leave|drop|exclude|without|only|just|keep|split|break|group|sort|order|rank|how|which|what|who|list|show|give|name|names|tell|by|of|from|in|for|same|compare|add|make|filter|narrow|limit|restrict|remove|take|put|where|when|is|are|do|does|did|has|have|can|could|total|average|those|these|the)\b)) *(?:(?:and|so|but|then|now)\s+(?=(?:break|split|group|sort|order|rank|list|show|give|how|which|who|what|only|just|leave|drop|take|keep|of|the)\b))?)+/i;
const SAME_QUESTION = /(?<=\S)\s*[,;–—-]?\s+(?:the )?same (?:question|thing|again|ask|query)$/i;
/** "Which of them were not at the summit after": an event has its day. */
const THEN_OR_LATER =
  /(\b(?:at|to|for|attend(?:ed)?|miss(?:ed)?|skip(?:ped)?) (?:the |our )?[\p{L}\d' ]{4,50}?),? (?:after|afterwards?|later|later on|before|beforehand|thereafter|subsequently|either)(?=\s*(?:[.,;?!]|$))/iu;
/** "Sort them by tenure", before the order itself. */
const SORTED_TWICE =
  /\b(?:sort|rank|order|put|arrange|list)(?: (?:them|those|these|it|that|everyone|all))? by [\p{L} ]{3,30}?,? (?=sorted by )/iu;
/** "Sorry, California ones I meant". */
const I_MEANT =
  /^(?:(?:sorry|oops|no|wait|apologies|my bad|correction|hang on|actually)[,.!:–—-]*\s+)*(?!(?:i|we) mean)(.{2,60}?)(?: ones)?,? (?:is |are )?(?:what |who |the ones )?(?:i|we) (?:meant|mean|was after|wanted)$/i;
const OF_RANK_THERE =
  /\b((?:newest|oldest|latest|longest\S*|most \w+|least \w+|biggest|largest|smallest|highest|lowest)(?: (?:members|people|ones|joiners))?) (?:there|in there|in it|of it)$/i;
/** Said of the list, before it is narrowed. */
const TOO_MANY =
  /^(?:(?:oh |ok |hm+ |wow |no )?(?:that(?:'s| is) |those are |it(?:'s| is) |still |way |far |a bit |rather )*(?:too (?:many|much|long)|a lot|loads|plenty)(?: of (?:them|names|people))?)\s*[,.;:!–—-]+\s*/i;
const IS_ONLY =
  /^(?!(?:and |so |now )*(?:how|which|who|what|where|when|show|list|give|by|split|break|only|just|count|same|the same|of|from|without|except)\b)([\p{L}\d][^,;?]{2,60}?) (?:only|alone)$/iu;
const HOW_MANY_BY =
  /^((?:and |so |now |then )*(?:by|per|for each|across) .+?)[, ]+how many (?:is|are|does|would|do) (?:that|it|those|they|there|these|this)(?: make| be| come to| all)?$/i;
const THEY = '(?:they|those|these|most of them|all of them|the (?:people|members|ones))';
const WHERE_THEY_ARE = new RegExp(
  `^(?:and |so |now |ok )*(?:where (?:do|are|is|did) (?:all )?${THEY}(?: all| mostly| actually)? ?(?:live|living|based|located|from|reside|sit|come from|be|are|at)?|where (?:are|do) they(?: all)?)(?:[?.,;:–—-]+\\s*|\\s+|$)(?:(?:by|per|split by|broken down by) (.+))?$`,
  'i',
);
const WHAT_THEY_ARE = new RegExp(
  `^(?:and |so |now |ok )*(?:what|which) (tiers?|chapters?|states?|status(?:es)?|cities|countries) (?:are|do|were) ${THEY}(?: all| mostly)? ?(?:in|from|on|at|of|belong to|live in|have|hold)?$`,
  'i',
);
/** "From these without, who ...": of the people spoken of, as they are. */
const OF_THESE_WITHOUT =
  /^(?:and |so )*(?:from|of|among|out of) (?:these|those|them)(?: (?:without|with|ones|people|members|who (?:do|have|are)(?: not|n't)?|with none|with no))?\s*,\s*(who|which ones?|how many)\b(?: of (?:those|them))?/i;

/** What a message comes to right after a call about people, as a call. */
export const stepOn = (text: string, focus: Focus, mind: Mind): GoingOn | undefined => {
  const step =
    inSteps(text, focus, mind) ?? readStep(text, focus, mind) ?? readStep(text.replace(LEADING, ''), focus, mind);
  const args = step?.call?.arguments;
  const definition = args?.['definition'] ?? (args?.['measure'] === undefined ? undefined : { op: 'everyone' });
  return definition && focus.definition && keepsMost(focus.definition, definition as Definition) ? step : undefined;
};

/** One step of a longer sentence, of the people it is about so far. */
function readStep(text: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const goes = goingOn(text, focus, mind);
  if (goes?.call) return goes;
  const reading = readAs(goes?.text ?? text, focus, mind);
  if (!reading) return undefined;
  const call = { tool: reading.tool.tool.name, arguments: reading.arguments };
  return { call: stillMeasured(call, text, focus, mind), notes: reading.notes };
}

const VERB =
  /^(?:(?:and|now|then|ok)\s+)*(?:list|who|how many|count|show|give|name|by|per|break|split|group|sort|order|rank|top|first|leave|drop|exclude|without|only|just|keep|what about|make|of those|from those|add)\b/i;

/** One step, as what is left of the people it is about: never a new question. */
function readOn(step: string, focus: Focus, mind: Mind): GoingOn | undefined {
  const bare = step.replace(LEADING, '').replace(/^the /i, '');
  const figure = sameAgain(bare, focus) ?? otherStatistic(bare, focus, mind) ?? onlyWithSome(bare, focus, mind);
  if (figure) return figure;
  const tries = VERB.test(bare) ? [bare] : [`only ${bare}`, `what about ${bare}`];
  for (const one of tries) {
    const found = readStep(one, focus, mind);
    const definition = found?.call?.arguments['definition'];
    if (found && definition && keepsMost(focus.definition, definition as Definition)) return found;
  }
  return undefined;
}
const LEADING = /^(?:(?:ok|okay|right|good|great|now|so|then|and|but|well|lovely|sweet|cool|thanks|please)[,.!]*\s+)+/i;

/** Several steps in one message, each read with what the one before came to. */
export const inSteps = (said: string, focus: Focus | undefined, mind: Mind): GoingOn | undefined =>
  focus?.definition === undefined
    ? undefined
    : stepByStep(brokenDown(said), focus, mind, (text, now) => readOn(text, now, mind));
