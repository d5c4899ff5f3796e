/*
 * Words that support what is said and add nothing to it, each in its grammatical role only: emphasis, verbs that carry a
 * noun, the name of a field before its value, currency beside money. In any other place they are content.
 */
import type { GroupKey } from '../../population/definition.js';
import { said } from '../../population/said.js';
import type { Category, Sense, Span } from './senses.js';
import type { Token } from './tokenise.js';

export interface Place {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
  readonly starts: readonly (readonly Span[])[];
  readonly ends: readonly (readonly Span[])[];
}

const words = (list: string): ReadonlySet<string> => new Set(said(list));

/** Emphasis and hedges: of a thing that is so or not they say nothing more. */
const emphasis = words(`
  actually, actualy, really, truly, literally, honestly, obviously, obv, basically, quite, simply, indeed, certainly, definitely, surely, apparently, supposedly, presumably, evidently, clearly, lol, haha, hmm, mind, though, overall, altogether, kindly, alike, respectively, generally, typically, officially, technically, formally, personally, specifically, precisely, properly, fully, duly, somehow, whatsoever, distinct, unique, individually, separately,
  sadly, unfortunately, thankfully, luckily, hopefully, admittedly, frankly, frankly speaking, finally, lastly, firstly, secondly, furthermore, moreover, meanwhile, likewise
`);
/** Of now, where what is said is true now or not. */
const stillSo = words('still, yet, now, already, presently, currently, present, just, even, also, too, then');
/** Verbs that carry what somebody has or did: the noun says which. */
const carrying = words(`
  carry, carries, carrying, carried, hold, holds, holding, held, bear, bears, bearing, bore, rack, racked, racking, clock, clocked, clocking, chalk, chalked, chalking, notch, notched, notching, put, puts, putting, pull, pulled, bring, brings, bringing, brought, got, get, gets, getting, keep, keeps, keeping, kept, retain, retains, retained, maintain, maintains, maintained, maintaining, possess, possesses, possessing, show, shows, showing, shown, boast, boasts, boasting, enjoy,
  enjoys, enjoying, sport, sporting, tot, totted, collect, collected, collecting, log, logged, logging, amass, amassed, amassing, gain, gained, gaining, incur, incurred, incurring, run, running, ran, take, takes, taking, took, taken, do, done, doing, did, make, made, making, makes, do, perform, performed, performing, contribute, contributed, contributing, deliver, delivered, delivering, undertake, undertook, undertaken, give, given, gave, giving, pick, picks, picking, picked, secure, secured, obtain, obtained, score, scored, bag, bagged, bank, banked, land, landed, achieve, achieved, attain, attained, acquire, acquired, accumulate, accumulated, accrue, accrued, claim, claimed, reach, reached, manage, managed
`);
/** Those that say of a state that it is so now; in the past, or of another verb, a state would be another one. */
const havingNow = words(
  'carry, carries, carrying, hold, holds, holding, bear, bears, bearing, got, have got, keep, keeps, keeping, maintain, maintains, maintaining, possess, possesses, possessing, show, shows, showing, retain, retains, retaining',
);
const particles = words('up, in, out, on, down, through, over, off, together');
const isQuantity = (category: Category): boolean => ['Count', 'Number', 'Amount', 'Points'].includes(category);
const currencies = words('$, usd, us$, dollar, dollars, bucks, currency, money, value, worth, amount, amounts');
/** Asks again, inside the sentence: "please state", "kindly furnish the names". */
const askingAgain = words(`
  state, send, furnish, provide, supply, share, forward, identify, name, list, print, produce, prepare, compile, present, report, itemize, itemise, enumerate, determine, specify, set, lay, break, indicate, advise, confirm, disclose, extract, retrieve, generate, tabulate, calculate, compute, work, figure, establish, ascertain, note, say, put, run, return, select, display, output
`);

/** The word only supports what stands beside it. */
export function isSupport(text: string, at: number, place: Place): boolean {
  const { tokens, spans, starts, ends } = place;
  const alone = (starts[at] ?? []).filter(({ to }) => to === at + 1);
  const before = tokens[at - 1]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (isFieldName(at, place)) return true;
  if (emphasis.has(text)) return !/^(?:not|hardly|n't)$/.test(before);
  if (stillSo.has(text)) return isOfNow(at, place);
  if (currencies.has(text) && !alone.some(({ sense }) => isSaid(sense.cat)))
    return spans.some(isMoney) && !starts[at + 1]?.some(({ sense }) => isQuantity(sense.cat));
  if (askingAgain.has(text) && /^(?:|,|please|pls|plz|kindly|and|just|would you|you)$/.test(before))
    return (
      /^(?:me|us|the|a|an|all|every|over|out|each|down|how|which|who|what|whether|any|our|names?|only|those)$/.test(
        next,
      ) && !alone.some(({ sense }) => isSaid(sense.cat))
    );
  if (carrying.has(text) && at > 0 && (alone.length === 0 || alone.every(({ sense }) => isCarrier(sense.cat)))) {
    const from = particles.has(next) ? at + 2 : at + 1;
    return (
      leadsToHad(from, place, havingNow.has(text)) && /\p{L}|,/u.test(before) && !/^(?:not|n't|never|to)$/.test(before)
    );
  }
  if (particles.has(text) && carrying.has(before) && isSupport(before, at - 1, place))
    return leadsToHad(at + 1, place, false);
  // "Members who never came, can you list them".
  if (/^(?:them|those|they|these)$/.test(text))
    return (
      spans.some(({ sense, to }) => sense.cat === 'Cond' && sense.head !== undefined && to < at) &&
      /^(?:list|show|name|count|give|get|see|of|find|pull|send)$/.test(before) &&
      starts[at]?.length === 0
    );
  // "Corporate and small business both": of values named before it.
  if (
    text === 'both' &&
    isAtEnd(at, tokens) &&
    (ends[at - 1] ?? []).some(({ sense }) => sense.cat === 'Cond' && sense.size > 0)
  )
    return !hasNegation(at, place);
  // "Did not click on a single thing".
  if (
    /^(?:single|thing|on)$/.test(text) &&
    /^(?:a single thing|single thing|thing)$/.test(restOf(at, tokens).replace(/^on /, ''))
  )
    return hasNegation(at, place);
  // "Logins = 0".
  if (text === '=')
    return (starts[at + 1] ?? []).some(({ sense }) => isQuantity(sense.cat)) && (ends[at - 1] ?? []).length > 0;
  // "Both days included": a stretch of days holds its ends.
  if (/^(?:both|days?|dates?|ends?|included|inclusive|incl)$/.test(text)) return isInclusive(at, place);
  // "Of the states, the Florida one".
  if (text === 'one' || text === 'ones')
    return (
      (ends[at - 1] ?? []).some(({ sense }) => sense.cat === 'Cond' && sense.size > 0) &&
      alone.every(({ sense }) => sense.cat === 'Count' || sense.cat === 'Number' || sense.cat === 'Limit')
    );
  if (text === 'together' || text === 'combined') return isAtEnd(at, tokens) && alone.length === 0;
  return false;
}

const hasNegation = (at: number, { spans }: Place): boolean =>
  spans.some(
    ({ sense, to }) => sense.cat === 'Operator' && to <= at && /^(?:not|nor|except|allBut)$/.test(sense.operator),
  );
/** The words from here to the end of the clause. */
const restOf = (at: number, tokens: readonly Token[]): string => {
  const end = tokens.findIndex(({ text }, position) => position >= at && text === ',');
  return tokens
    .slice(at, end < 0 ? undefined : end)
    .map(({ text }) => text)
    .join(' ');
};
const isSaid = (category: Category): boolean => !['Call', 'Category', 'Protected', 'Order'].includes(category);
const isCarrier = (category: Category): boolean => ['Call', 'Frame', 'Category'].includes(category);
const isMoney = ({ sense }: Span): boolean =>
  sense.cat === 'Amount' ||
  (sense.cat === 'Measure' && 'money' in sense.measure) ||
  (sense.cat === 'Frame' && sense.frame.leaf.money !== undefined);
const isAtEnd = (at: number, tokens: readonly Token[]): boolean =>
  at === tokens.length - 1 || /^(?:,|please|pls|thanks|thx)$/.test(tokens[at + 1]?.text ?? '');

/** "Status = active", "chapter Texas": the field before a value of it. */
function isFieldName(at: number, { tokens, starts }: Place): boolean {
  const sign = /^(?:=|:|is|equals|,)$/;
  const fieldAt = sign.test(tokens[at]?.text ?? '') ? at - 1 : at;
  const fields = (starts[fieldAt] ?? []).flatMap(({ sense }) => (sense.cat === 'Category' ? [fieldOf(sense.key)] : []));
  if (fields.length === 0) return false;
  let value = fieldAt + 1;
  while (sign.test(tokens[value]?.text ?? '')) value++;
  if (sign.test(tokens[at]?.text ?? '') && value <= at) return false;
  return (starts[value] ?? []).some(
    ({ sense }) => sense.cat === 'Cond' && sense.definition.op === 'field' && fields.includes(sense.definition.field),
  );
}

const fieldOf = ({ field }: GroupKey): string => field;

/** Beside a state, or something that is or is not there: "still open", "who still owe", "now in grace". */
function isOfNow(at: number, { tokens, starts, ends }: Place): boolean {
  let next = at + 1;
  while (
    stillSo.has(tokens[next]?.text ?? '') ||
    /^(?:a|an|the|in|on|with|not|no|be|is|are|has|have|got|got a)$/.test(tokens[next]?.text ?? '')
  )
    next++;
  let last = at - 1;
  while (stillSo.has(tokens[last]?.text ?? '')) last--;
  const text = tokens[at]?.text ?? '';
  const isState = ({ sense }: Span): boolean =>
    sense.cat === 'Cond' && sense.size > 0 && (!sense.tail || text !== 'now');
  const isDone = ({ sense }: Span): boolean => sense.cat === 'Frame' || isState({ sense } as Span);
  const follows = starts[next] ?? [];
  const precedes = ends[last] ?? [];
  if (text === 'just' || text === 'even')
    return (
      /^(?:is|are|was|were|'s|'re|still|now|has|have|not|n't)$/.test(tokens[last]?.text ?? '') && follows.some(isState)
    );
  if (text === 'then') return /^(?:and|but|,)$/.test(tokens[at - 1]?.text ?? '') && follows.some(isDone);
  if (text === 'yet') return /^(?:and|but|,)$/.test(tokens[at - 1]?.text ?? '') || precedes.some(isDone);
  if (text === 'also' || text === 'too' || text === 'still' || text === 'already')
    return follows.some(isDone) || precedes.some(isDone);
  return follows.some(isState) || precedes.some(isState);
}

/** What somebody has, past articles and quantities: "a certification", "no open invoice", "20 or more credits". */
function leadsToHad(from: number, { tokens, starts }: Place, mayBeState: boolean): boolean {
  const isHad = ({ sense }: Span): boolean => isThing(sense) || (mayBeState && isState(sense));
  let at = from;
  for (let steps = 0; steps < 6; steps++) {
    const found = starts[at] ?? [];
    const quantity = found.filter(
      ({ sense }) => isQuantity(sense.cat) || (sense.cat === 'Operator' && /^(?:no|zero|without)$/.test(sense.word)),
    );
    if (quantity.length > 0) at = Math.max(...quantity.map(({ to }) => to));
    else if (
      /^(?:a|an|the|any|some|their|our|his|her|its|of|at|all|single|one)$/.test(tokens[at]?.text ?? '') &&
      !found.some(isHad)
    )
      at++;
    else break;
  }
  return (starts[at] ?? []).some(isHad);
}

/** A thing one has or did, said as a noun. */
const isThing = (sense: Sense): boolean =>
  (sense.cat === 'Frame' && sense.frame.isNoun === true) ||
  sense.cat === 'What' ||
  (sense.cat === 'Measure' && !sense.isVerb);
const isState = (sense: Sense): boolean => sense.cat === 'Cond' && sense.size > 0 && !sense.head && !sense.tail;

/** "Between 1 and 31 December, both days included". */
function isInclusive(at: number, { tokens, spans }: Place): boolean {
  const own = /^(?:both|days?|dates?|ends?|included|inclusive|incl|,)$/;
  let from = at;
  while (from > 0 && own.test(tokens[from - 1]?.text ?? '')) from--;
  let to = at + 1;
  while (own.test(tokens[to]?.text ?? '')) to++;
  const run = tokens.slice(from, to).map(({ text }) => text);
  return (
    run.some((word) => /^incl/.test(word)) &&
    spans.some(({ sense, to: end }) => sense.cat === 'Win' && (end === from || end === from - 1))
  );
}
