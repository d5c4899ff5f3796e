/* Every typed span of a sentence, with every alternative and its cost. Nothing here decides between readings. */
import type { Customs } from '../../language/reading.js';
import type { Focus } from './focus.js';
import type { Lexicon } from './lexicon.js';
import { inOwnDimension } from './number-units.js';
import { describesNobody } from './protected-sayings.js';
import type { Sense, Span } from './senses.js';
import { spanOf } from './span.js';
import { names, people } from './tag-names.js';
import { ranked } from './tag-numbers.js';
import { phrases } from './tag-phrases.js';
import { ages, values } from './tag-values.js';
import type { Sentence } from './tokenise.js';

/** A phrase is meant whole: "no-show" is not no and show. */
const PART_OF_A_PHRASE = 0.25;

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
    .filter((span) => !swallowsAName(span, spans) && mayBeMet(span, spans) && !describesNobody(span, tokens))
    .map((span) => (isPartOfPhrase(span, spans) ? { ...span, cost: span.cost + PART_OF_A_PHRASE } : span));
  if (ownWords === undefined) return priced;
  const end = tokens.length;
  return [
    ...priced,
    spanOf({ cat: 'Text', text: ownWords }, end, end + 1),
    spanOf({ cat: 'ContactValue', text: ownWords }, end, end + 1),
  ];
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

/** "February" is a month and nobody's name. */
const isSpokenFor = (times: readonly Span[], from: number, to: number): boolean =>
  times.some(
    ({ sense, ...time }) => (sense.cat === 'Win' || sense.cat === 'Day') && time.from <= from && to <= time.to,
  );

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
