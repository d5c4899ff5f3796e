/* Every typed span of a sentence, with every alternative and its cost. Nothing here decides between readings. */
import { amountsAt } from '../../language/amounts.js';
import { countsAt, type Quantity } from '../../language/counts.js';
import { daysAt } from '../../language/days.js';
import type { Customs } from '../../language/reading.js';
import { windowsAt } from '../../language/windows.js';
import type { Focus } from './focus.js';
import type { Lexicon } from './lexicon.js';
import { inOwnDimension } from './number-units.js';
import { focusWords, personPronouns } from './operators.js';
import type { Sense, Span } from './senses.js';
import { spanOf } from './span.js';
import { numberOf, peopleCountedAt, ranked, samplesAt } from './tag-numbers.js';
import type { Sentence, Token } from './tokenise.js';

const LONGEST_PHRASE = 7;
/** A phrase is meant whole: "no-show" is not no and show. */
const PART_OF_A_PHRASE = 0.25;
const FOCUS = -0.1;
const PRONOUN = 0.05;
const UNKNOWN_NAME = 0.9;
/** Dearer than one record, so that "show me" means a profile and "find" a search. */
const NAME = 0.1;
const NOT_THE_TIER = 0.3;
const BARE_COUNT = 0.3;
/** "Donated $500": that much or more, told. */
const BARE_AMOUNT = 0.1;

export function spansOf(sentence: Sentence, lexicon: Lexicon, customs: Customs, focus: Focus | undefined): Span[] {
  const { tokens, ownWords } = sentence;
  const known = phrases(tokens, lexicon);
  const times = values(tokens, customs).map((span) => ofNext(span, known));
  const spans = [
    ...known,
    ...inOwnDimension(times, tokens),
    ...ranked(tokens, known),
    ...people(tokens, focus),
    ...names(tokens, lexicon).filter(({ from, to }) => !isSpokenFor(times, from, to)),
    ...ages(tokens),
  ];
  const priced = spans
    .filter((span) => !swallowsAName(span, spans) && mayBeMet(span, spans))
    .map((span) => (isPartOfPhrase(span, spans) ? { ...span, cost: span.cost + PART_OF_A_PHRASE } : span));
  if (ownWords === undefined) return priced;
  const end = tokens.length;
  return [
    ...priced,
    spanOf({ cat: 'Text', text: ownWords }, end, end + 1),
    spanOf({ cat: 'ContactValue', text: ownWords }, end, end + 1),
  ];
}

function phrases(tokens: readonly Token[], lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  const isHead = headOf(tokens);
  const fitsPlace = (sense: Sense, from: number, to: number, isOrder: boolean): boolean => {
    if (isOrder) return isHead(from);
    // "Has anyone in Ohio" asks; "firms that have someone in Ohio" relates.
    if (sense.cat === 'Relate' && from < 2 && /^(has|have|had)$/.test(tokens[from]?.text ?? '')) return false;
    // "No students in Texas?" asks whether there are any.
    if (sense.cat === 'Operator' && from === 0 && tokens[0]?.text === 'no') return false;
    // What "is open" is not a mail somebody opened.
    if (sense.cat === 'Frame' && to === from + 1 && isStateOfThings(tokens, from)) return false;
    // "Give me" asks, and gives nothing.
    if (sense.cat === 'Frame' && to === from + 1 && asksFor(tokens, from)) return false;
    const isAlone = to === from + 1 && (sense.cat === 'Cond' || sense.cat === 'Mail');
    const word = tokens[from]?.text ?? '';
    // "Email the students" is an order nothing here takes, and no email address.
    return !(isAlone && isHead(from) && to < tokens.length && verbsOfReaching.has(word));
  };
  for (let from = 0; from < tokens.length; from++) {
    let phrase = '';
    for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST_PHRASE); to++) {
      phrase = phrase ? `${phrase} ${tokens[to - 1]?.text}` : (tokens[to - 1]?.text ?? '');
      for (const { sense, cost, notes, isOrder } of lexicon.meaningsOf(phrase))
        if (fitsPlace(sense, from, to, !!isOrder)) {
          const first = tokens[from];
          const extra = first && isNamedTier(first, from, sense, isBesideName(tokens, from)) ? NOT_THE_TIER : 0;
          spans.push(spanOf(sense, from, to, cost + extra, notes));
        }
    }
    for (const { sense, cost, notes } of lexicon.codesOf(tokens[from]?.raw ?? ''))
      spans.push(spanOf(sense, from, from + 1, cost, notes));
  }
  return spans;
}

const isStateOfThings = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'open' &&
  (/^(is|are|was|were|be|still|remain|remains|stay|stays|currently|now)$/.test(tokens[at - 1]?.text ?? '') ||
    // "Open invoices past 90 days": nor what stands open.
    /^(invoices?|invs?|balances?|bills?|accounts?|amounts?|dues|receivables|ar|debts?)$/.test(
      tokens[at + 1]?.text ?? '',
    ));

const asksFor = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'give' && /^(me|us)$/.test(tokens[at + 1]?.text ?? '');

/** "Individual and Professional": one name beside another. */
const isBesideName = (tokens: readonly Token[], at: number): boolean => {
  const [joint, next] = [tokens[at + 1], tokens[at + 2]];
  return /^(and|or|,)$/.test(joint?.text ?? '') && next !== undefined && next.raw !== next.text;
};

/** With a capital inside a sentence it is the name of a tier, and not a word for persons. */
const isNamedTier = ({ raw, text }: Token, at: number, sense: Sense, isListed: boolean): boolean =>
  (at > 0 || isListed) &&
  raw !== text &&
  /^(?:individuals?|corporate)$/.test(text) &&
  sense.cat === 'Cond' &&
  (sense.definition.op !== 'field' || sense.definition.field !== 'tier');

const verbsOfReaching = new Set([
  'email',
  'e',
  'mail',
  'phone',
  'call',
  'text',
  'message',
  'contact',
  'telephone',
  'cell',
  'mobile',
]);

const beforeAnOrder = new Set(
  "please can could you i we would want need to like let us me 'd just also and now then kindly hi hello hey ,".split(
    ' ',
  ),
);
const headOf = (tokens: readonly Token[]) => {
  const first = tokens.findIndex(({ text }) => !beforeAnOrder.has(text));
  return (at: number): boolean => at <= first || first < 0;
};

function values(tokens: readonly Token[], customs: Customs): Span[] {
  const words = tokens.map(({ raw }) => raw);
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    for (const reading of windowsAt(words, from, customs))
      spans.push(spanOf({ cat: 'Win', windows: [reading] }, from, reading.end));
    for (const { value: count, end, unit, compared, note } of countsAt(words, from)) {
      const notes = note ? [note] : [];
      // A bare 2024 is a year.
      if (!compared && !unit && 'value' in count && count.value >= 1900 && count.value <= 2100) continue;
      // "The one in 2025" counts nothing.
      if (isTheOne(tokens, from)) continue;
      const isNo = tokens[from]?.text === 'no' && end === from + 1 ? { isNo: true as const } : {};
      if (unit === 'points' || unit === 'percent') spans.push(spanOf({ cat: 'Points', count }, from, end, 0, notes));
      if (unit === 'hours') spans.push(spanOf({ cat: 'Hours', count: more(count, compared) }, from, end, 0, notes));
      if (unit === 'years') spans.push(spanOf({ cat: 'Years', count }, from, end, 0, notes));
      else if (unit === undefined || unit === 'times') {
        spans.push(spanOf({ cat: 'Count', count, ...isNo }, from, end, compared || unit ? 0 : BARE_COUNT, notes));
        if (unit === undefined && !/^(no|zero)$/.test(tokens[from]?.text ?? ''))
          spans.push(spanOf({ cat: 'Number', count }, from, end, compared ? 0 : BARE_COUNT, notes));
      }
    }
    spans.push(...daysOldAt(words, from));
    for (const { value: amount, end, compared, note } of amountsAt(words, from, customs))
      spans.push(spanOf({ cat: 'Amount', amount }, from, end, compared ? 0 : BARE_AMOUNT, note ? [note] : []));
    const days = daysAt(words, from, customs);
    for (const { value, end } of days) {
      // "For Friday" is the next one: what is to be done lies ahead, where it may lie either way.
      const isAlsoAhead = days.some((other) => other.end === end && other.value >= customs.today);
      if (value >= customs.today || !isAlsoAhead) spans.push(spanOf({ cat: 'Day', text: value }, from, end));
    }
    if (tokens[from]?.text === 'nothing')
      spans.push(spanOf({ cat: 'Count', count: { is: 'eq', value: 0 } }, from, from + 1));
    const limit = limitAt(tokens, from);
    if (limit) spans.push(limit);
    const [, record] = /^([PR]-[0-9A-Z]{6,})$/.exec(tokens[from]?.text ?? '') ?? [];
    if (record) spans.push(spanOf({ cat: 'Record', text: record }, from, from + 1));
    spans.push(...samplesAt(tokens, from), ...peopleCountedAt(tokens, from));
  }
  return spans;
}

/** "Volunteered 20 hours": so many or more, as it is said of whoever reached it. */
const more = (count: Quantity, compared: boolean): Quantity =>
  'is' in count && !compared ? { is: 'gte', value: count.value } : count;

const isTheOne = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'one' &&
  (/^(of)$/.test(tokens[at + 1]?.text ?? '') ||
    /^(the|that|this|which|each|every|any|last|same|other|another)$/.test(tokens[at - 1]?.text ?? ''));

/** "90+ days", "60 days or more": how old something is. */
function daysOldAt(words: readonly string[], from: number): Span[] {
  const near = words.slice(from + 1, from + 5).findIndex((word) => /^(days?|dys)$/i.test(word));
  if (near < 0) return [];
  const unit = from + 1 + near;
  const counted = words.map((word, at) => (at === unit ? 'times' : word));
  return countsAt(counted, from)
    .filter(({ unit: said, end }) => said === 'times' && end > unit)
    .map(({ value: count, end }) => spanOf({ cat: 'Days', count }, from, end));
}

/** "At least ten volunteer hours": the number is of the noun, and never of money. */
const ofNext = (span: Span, known: readonly Span[]): Span =>
  span.sense.cat === 'Number' &&
  known.some(
    ({ sense, from }) =>
      from === span.to &&
      sense.cat === 'Frame' &&
      (sense.frame.isNoun === true || sense.frame.leaf.id.startsWith('days_overdue')),
  )
    ? { ...span, sense: { ...span.sense, isOfNext: true } }
    : span;

/** "Members over 60", "those aged 30 to 40": a bare number of years of life, where no unit says what it counts. */
function ages(tokens: readonly Token[]): Span[] {
  const words = tokens.map(({ raw }) => raw);
  return tokens.flatMap((_, from) => {
    const before = tokens[from - 1]?.text ?? '';
    if (!/^(members?|people|persons?|folks|those|anyone|everyone|is|are|who|age|aged|ages)$/.test(before)) return [];
    return countsAt(words, from)
      .filter(
        ({ value, end, unit, compared }) =>
          compared &&
          !unit &&
          isLifetime(value) &&
          /^(|and|or|in|from|at|on|who|with|,|that|by)$/.test(tokens[end]?.text ?? ''),
      )
      .map(({ end }) => spanOf({ cat: 'Protected', about: 'birth date and age' }, from, end));
  });
}

const isLifetime = (value: Quantity): boolean =>
  ('between' in value ? value.between : [value.value]).every((years) => years >= 14 && years <= 110);

/** "the first 10": a list has an order by itself, so "top 10" without a measure is not one. */
function limitAt(tokens: readonly Token[], from: number): Span | undefined {
  const isFirst = tokens[from]?.text === 'first';
  const at = isFirst ? from + 1 : from;
  const text = tokens[at]?.text ?? '';
  const number = isFirst ? (numberOf(text) ?? Number(text)) : Number(text);
  if (!Number.isInteger(number) || number < 1) return undefined;
  const isListOf = tokens[from - 1]?.text === 'of' && /^(list|sample|some)$/.test(tokens[from - 2]?.text ?? '');
  const isAsked =
    isFirst || isListOf || /^(show|list|me|give|get|find|just|pull|up)$/.test(tokens[from - 1]?.text ?? '');
  return isAsked ? spanOf({ cat: 'Limit', limit: number }, from, at + 1) : undefined;
}

/** Pseudonyms, and the pronouns that stand for whom the thread speaks of. */
function people(tokens: readonly Token[], focus: Focus | undefined): Span[] {
  const spans: Span[] = [];
  // After an answer about people "their" is the people's.
  const isOfMany = focus?.definition !== undefined && focus.isAboutOne !== true && focus.tool !== undefined;
  const phraseAt = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
  for (let from = 0; from < tokens.length; from++) {
    const { text = '' } = tokens[from] ?? {};
    if (/^[MN]-[0-9A-Z]{6}$/.test(text)) {
      const isSaid = tokens[from - 1]?.text === 'member' || tokens[from - 1]?.text === 'organization';
      spans.push(spanOf({ cat: 'Member', text }, isSaid ? from - 1 : from, from + 1));
      spans.push(spanOf({ cat: 'Member', text }, from, from + 1));
      // Which of them fits, the tool finds out: an employer, or somebody of the staff.
      for (const cat of ['Org', 'Staff'] as const) spans.push(spanOf({ cat, text }, from, from + 1));
      if (text.startsWith('N-') || isSearched(tokens, from))
        spans.push(spanOf({ cat: 'Name', text }, from, from + 1, NAME));
    }
    for (let to = from + 1; to <= Math.min(tokens.length, from + 3); to++) {
      const phrase = phraseAt(from, to);
      if (focus?.member && isOneOf(personPronouns, phrase) && !(isOfMany && PLURAL.test(phrase)))
        spans.push(
          spanOf({ cat: 'Member', text: focus.member }, from, to, PRONOUN, [`"${phrase}" is read as ${focus.member}`]),
        );
      if (focus?.definition && isOneOf(focusWords, phrase)) {
        const head = { name: 'focus', takesBase: false };
        spans.push(spanOf({ cat: 'Cond', definition: { op: 'all', of: [] }, size: 0, head }, from, to, FOCUS));
      }
    }
  }
  return spans;
}

/** "Find", "search for": a list of whoever bears the name, where "show" means the one record. */
const isSearched = (tokens: readonly Token[], at: number): boolean => {
  const [one, two] = [tokens[at - 1]?.text ?? '', tokens[at - 2]?.text ?? ''];
  return (
    /^(?:find|search|locate)$/.test(one) || (one === 'for' && /^(?:search|look|looking|searching|hunt)$/.test(two))
  );
};

const PLURAL = /^(?:their|theirs|they|them)$/;

/** "February" is a month and nobody's name. */
const isSpokenFor = (times: readonly Span[], from: number, to: number): boolean =>
  times.some(
    ({ sense, ...time }) => (sense.cat === 'Win' || sense.cat === 'Day') && time.from <= from && to <= time.to,
  );

const isOneOf = (list: readonly string[], phrase: string): boolean => list.includes(phrase);

/**
 * Words with capitals that nothing knows may be somebody's name: only a tool that takes a person can use them. Beside one
 * of them, "Christian" or "Black" is a name too.
 */
function names(tokens: readonly Token[], lexicon: Lexicon): Span[] {
  const isCapital = (at: number): boolean =>
    at > 0 && /^\p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]*$/u.test(tokens[at]?.raw ?? '');
  const isUnknown = (at: number): boolean => isCapital(at) && !lexicon.knows(tokens[at]?.text ?? '');
  const isName = (at: number): boolean =>
    isUnknown(at) || (isCapital(at) && lexicon.isProtectedOnly(tokens[at]?.text ?? ''));
  const spans: Span[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!isName(from) || isName(from - 1)) continue;
    let to = from + 1;
    while (isName(to) || isOfACompany(tokens[to])) to++;
    const run = tokens.slice(from, to);
    if (!run.some((_, offset) => isUnknown(from + offset))) continue;
    const text = run.map(({ raw }) => raw).join(' ');
    spans.push(spanOf({ cat: 'Member', text }, from, to, UNKNOWN_NAME));
    spans.push(spanOf({ cat: 'Name', text }, from, to, UNKNOWN_NAME + NAME));
    if (/^(at|for)$/.test(tokens[from - 1]?.text ?? ''))
      spans.push(spanOf({ cat: 'Org', text }, from, to, UNKNOWN_NAME));
  }
  return spans;
}

/** A frame that needs what the sentence nowhere holds can come to nothing. */
const mayBeMet = ({ sense }: Span, spans: readonly Span[]): boolean => {
  if (sense.cat !== 'Frame') return true;
  const { leaf } = sense.frame;
  if (leaf.money || leaf.kind === 'renewal') return true;
  return leaf.needs.every((slot) => {
    const type = leaf.slots[slot];
    return spans.some(
      (other) => other.sense.cat === type && (other.sense.cat !== 'What' || other.sense.list === leaf.about),
    );
  });
};

/** "Quorl Industries": the second word is known, and part of the name. */
const isOfACompany = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^(?:Industries|Systems|Group|Inc|LLC|Ltd|Limited|Corp|Corporation|Company|Partners|Associates|Foundation|Institute|University|College|Hospital|Bank|Labs|Laboratories|Solutions|Services|Holdings|Technologies|Technology|Consulting|Trust|Society|Council|Agency|Center|Centre|Clinic|Schools?|Press|Media|Studios?|Works|Enterprises|International|Global|Logistics|Energy|Power|Insurance|Financial|Capital|Ventures|Networks?|Software|Engineering|Design|Advisors|Advisory|Health|Healthcare|Foods|Motors|Airlines|Pharmaceuticals|Union|Cooperative|Alliance)$/.test(
    token.raw,
  );

/** "Bought a book", where book is a product, says which: the phrase "buy a book" would lose it. */
const swallowsAName = ({ sense, from, to }: Span, spans: readonly Span[]): boolean =>
  sense.cat === 'Frame' &&
  to - from > 1 &&
  spans.some(
    (other) =>
      (other.sense.cat === 'What'
        ? other.sense.list === sense.frame.leaf.about
        : other.sense.cat === 'Event' && Object.keys(other.sense.events[0] ?? {}).length > 0) &&
      from <= other.from &&
      other.to <= to &&
      other.to - other.from < to - from,
  );

function isPartOfPhrase(span: Span, spans: readonly Span[]): boolean {
  const { cat } = span.sense;
  if (cat === 'Call' || isPersonal(cat)) return false;
  const isWindow = cat === 'Win';
  return spans.some(
    (other) =>
      other.to - other.from > Math.max(1, span.to - span.from) &&
      other.from <= span.from &&
      span.to <= other.to &&
      (isWindow
        ? other.sense.cat === 'Win'
        : other.sense.cat !== 'Win' && other.sense.cat !== 'Call' && !isPersonal(other.sense.cat)),
  );
}

const isPersonal = (cat: Sense['cat']): boolean => ['Member', 'Name', 'Org', 'Staff'].includes(cat);
