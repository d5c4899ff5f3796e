/*
 * The parser: typed spans are combined bottom up (CKY). Everything lexical with open slots is a frame that takes
 * neighbours of the slot's type; besides that there are only the rules of logic. Passing over a word stretches a span to
 * the right, plus one run at the head of the sentence, so that there is one way only to skip.
 */
import type { Definition } from '../../population/definition.js';
import { numberTest } from '../../population/leaf-counts.js';
import { Cell, kindOfBoth } from './cell.js';
import { build } from './frames.js';
import { callRules } from './rules/calls.js';
import { conditionRules } from './rules/conditions.js';
import type { Grammar } from './rules/grammar.js';
import { measureOf, measureRules } from './rules/measures.js';
import { exclusionRules, negationRules } from './rules/negation.js';
import { relationRules } from './rules/relations.js';
import { fillRules } from './rules/slots.js';
import type { Category, Item, OpenFrame, Sense, Span } from './senses.js';

/** What passing over one word costs, and whether it then counts as unexplained. */
export interface Skip {
  readonly cost: number;
  readonly isUnexplained: boolean;
}

/** Known words that may be left over; words nothing knows are left over in every reading and are not counted. */
const MOST_UNEXPLAINED = 6;
const BARE_CALL = 0.3;

/** Every reading of the whole sentence, cheapest first. */
export function parse(length: number, spans: readonly Span[], skips: readonly Skip[], grammar: Grammar): Item[] {
  const words = squeezed(length, spans, skips);
  const { places, passed, isApart } = words;
  const size = places.length;
  const cells = Array.from({ length: size }, () => Array.from({ length: size + 1 }, () => new Cell()));
  const nowhere = new Cell();
  const cell = (from: number, to: number): Cell => cells[from]?.[to] ?? nowhere;

  const add = (at: Cell, item: Item, isLast: boolean): void => {
    if (item.unexplained.length > MOST_UNEXPLAINED || !at.add(item, grammar.identities)) return;
    for (const further of closures(item, grammar, isLast)) add(at, further, isLast);
  };

  for (const { sense, from, to, cost, notes } of spans)
    if (to <= length) {
      const end = words.at(to - 1) + 1;
      add(cell(words.at(from), end), { sense, cost, notes, unexplained: [] }, end === size);
    }
  for (let span = 1; span <= size; span++)
    for (let from = 0; from + span <= size; from++) {
      const to = from + span;
      const here = cell(from, to);
      const isLast = to === size;
      // The shortest right side first: most often one more phrase is added to what was said.
      for (let middle = to - 1; middle > from; middle--) {
        const lefts = cell(from, middle).items;
        if (!lefts.size) continue;
        const place = places[middle] ?? 0;
        const skip = skips[place];
        if (middle === to - 1 && skip)
          for (const item of lefts.values())
            if (mayPass(item, isApart[middle] || skip.cost > 0)) add(here, passOver(item, place, skip), isLast);
        const rights = cell(middle, to).items;
        for (const left of lefts.values()) {
          if (!mayPass(left, isApart[middle] === true)) continue;
          for (const right of rights.values()) {
            const kind = kindOfBoth(left.sense, right.sense);
            if (kind !== undefined && !here.takes(kind, left.cost + right.cost)) continue;
            for (const item of combine(left, right, grammar)) add(here, item, isLast);
          }
        }
      }
      here.prune();
    }
  return wholes(words, (from, to) => cell(from, to).items, skips).map((item) => ({
    ...item,
    cost: item.cost + passed.cost,
    unexplained: [...passed.unexplained, ...item.unexplained].sort((a, b) => a - b),
  }));
}

/**
 * The words some span covers. The others are passed over in every reading, whatever else is decided, so the chart, which
 * grows with the cube of its length, never sees them.
 */
interface Squeezed {
  /** Where in the sentence each word of the chart stands. */
  readonly places: readonly number[];
  /** A word that costs something stands right before this one. */
  readonly isApart: readonly boolean[];
  readonly passed: { readonly cost: number; readonly unexplained: readonly number[] };
  /** The place in the chart of a covered word. */
  at(position: number): number;
}

function squeezed(length: number, spans: readonly Span[], skips: readonly Skip[]): Squeezed {
  const isCovered = new Array<boolean>(length).fill(false);
  for (const { from, to } of spans) if (to <= length) isCovered.fill(true, from, to);
  const places: number[] = [];
  const isApart: boolean[] = [];
  const numbers: number[] = [];
  const unexplained: number[] = [];
  let cost = 0;
  let before = 0;
  for (let at = 0; at < length; at++) {
    numbers.push(places.length);
    const skip = skips[at];
    if (isCovered[at]) {
      places.push(at);
      isApart.push(before > 0);
      before = 0;
      continue;
    }
    before += skip?.cost ?? 0;
    cost += skip?.cost ?? 0;
    if (skip?.isUnexplained) unexplained.push(at);
  }
  return { places, isApart, passed: { cost, unexplained }, at: (position) => numbers[position] ?? 0 };
}

/** Most neighbours have nothing to say to each other: the rules are asked only about pairs they know. */
function combine(left: Item, right: Item, grammar: Grammar): Item[] {
  const [a, b] = [left.sense.cat, right.sense.cat];
  if (a === 'Call' || b === 'Call') return callRules(left, right, grammar);
  const items = fillable.has(a) && fillable.has(b) ? fillRules(left, right, grammar) : [];
  if (a === 'Operator') items.push(...negationRules(left, right));
  if (b === 'Operator') items.push(...exclusionRules(left, right));
  if (a === 'Cond' && (b === 'Cond' || b === 'Joined' || b === 'Win'))
    items.push(...conditionRules(left, right, grammar));
  if (measuring.has(a) || measuring.has(b)) items.push(...measureRules(left, right, grammar));
  if (relating.has(a)) items.push(...relationRules(left, right, grammar));
  return items;
}

const categories = (list: string): ReadonlySet<Category> => new Set(list.split(' ') as Category[]);
const fillable = categories(
  'Frame Win Event What Count Years Number Points Hours Days Amount Mail Org Staff Text Operator Joined Pattern SameTime',
);
const measuring = categories('Operator GroupBy Measure Statistic Rank Sample Order');
const relating = categories('Relate Were Was Operator Cond Frame Pattern');

/**
 * What an item is besides itself: a full frame is a condition, and some slots call their tool alone, at the end of the
 * sentence, where nothing more can follow.
 */
function closures(item: Item, grammar: Grammar, isLast: boolean): Item[] {
  const { sense } = item;
  if (sense.cat === 'Frame') {
    const measured = isSum(sense.frame) ? [{ ...item, sense: measureIn(sense.frame) }] : [];
    return [...measured, ...conditionOf(item, sense.frame, grammar)];
  }
  if (sense.cat === 'Statistic' && !sense.isCount)
    return grammar.tools.flatMap((tool) =>
      [...tool.parameters]
        .filter(([, slot]) => slot === 'Statistic')
        .map(([name]) => ({
          ...item,
          sense: { cat: 'Call', tool, slots: { [name]: sense }, isSpecific: true } as const,
        })),
    );
  // "Biggest spenders", whole by itself: people are meant.
  if (sense.cat === 'Rank' && (sense.isPeople || sense.rank.n) && sense.rank.measure)
    return [
      {
        ...item,
        cost: item.cost + (sense.isPeople ? 0 : BARE_RANK),
        sense: { cat: 'Cond', definition: { op: 'all', of: [] }, size: 0, head: RANKED, rank: sense.rank } as const,
      },
    ];
  // "With more than 500 people", where nothing more is said of them, is how large it is.
  if (sense.cat === 'Relate' && sense.path === 'employees' && sense.isCounted && typeof sense.quantity === 'object') {
    const test = numberTest(sense.quantity);
    const definition: Definition = { op: 'field', field: 'employees', test };
    return [{ ...item, sense: { cat: 'Cond', definition, size: 1 } as const, cost: item.cost + AS_A_SIZE }];
  }
  // "Members overdue 90 days, biggest first", without a verb: a list of them.
  if (sense.cat === 'Order' && isLast)
    return grammar.tools.flatMap((tool) =>
      [...tool.parameters]
        .filter(([, slot]) => slot === 'Order' && tool.bare.has('Cond'))
        .map(([name]) => ({
          ...item,
          sense: { cat: 'Call', tool, slots: { [name]: sense }, isBare: true } as const,
          cost: item.cost + BARE_CALL,
        })),
    );
  const isFigure = sense.cat === 'Measure' && sense.isFigure === true;
  return isLast || isFigure || sense.cat === 'GroupBy' ? bareCalls(item, grammar) : [];
}

/** "Overdue balance" is an amount before it says who has one. */
const AS_A_STATE = 0.2;

const measureIn = (frame: OpenFrame): Sense => {
  const measure = measureOf(frame);
  return frame.isNoun ? { cat: 'Measure', measure, isFigure: true } : { cat: 'Measure', measure, isVerb: true };
};

const AS_A_SIZE = 0.3;
/** "Top 20 by spend": of members. */
const BARE_RANK = 0.2;

const RANKED = { name: 'ranked', takesBase: true } as const;

/** An amount of money without a comparison is what is summed: "dues paid last year". */
const isSum = ({ leaf, amount, count, isNegated, pattern, mates, windows }: OpenFrame): boolean =>
  leaf.money !== undefined &&
  !leaf.id.startsWith('largest') &&
  !amount &&
  !count &&
  !isNegated &&
  !pattern &&
  !mates &&
  (windows?.length ?? 0) < 2;

function conditionOf(item: Item, frame: OpenFrame, grammar: Grammar): Item[] {
  const built = build(frame, grammar.world);
  if (!built) return [];
  const { definition, cost, notes } = built;
  const sense = { cat: 'Cond', definition, size: 1, tail: frame } as const;
  const isAmount = frame.isNoun && isSum(frame) ? AS_A_STATE : 0;
  return [{ ...item, sense, cost: item.cost + cost + isAmount, notes: [...item.notes, ...notes] }];
}

function bareCalls(item: Item, grammar: Grammar): Item[] {
  const { sense } = item;
  if (sense.cat === 'Measure' && sense.isVerb) return [];
  return grammar.tools.flatMap((tool) =>
    [...tool.parameters]
      .filter(([, slot]) => slot === sense.cat && tool.bare.has(slot))
      .map(([name]) => ({
        ...item,
        sense: {
          cat: 'Call',
          tool,
          slots: { [name]: sense },
          isBare: true,
          ...(sense.cat === 'Measure' && sense.isFigure && { isSpecific: true as const }),
        } as const,
        cost: item.cost + BARE_CALL,
      })),
  );
}

/** "With 50 employees, and in Texas": what is said of them ends at the comma. */
const mayPass = ({ sense }: Item, isCostly: boolean): boolean => sense.cat !== 'Relate' || !isCostly;

const passOver = (item: Item, position: number, skip: Skip): Item => ({
  ...item,
  cost: item.cost + skip.cost,
  unexplained: skip.isUnexplained ? [...item.unexplained, position] : item.unexplained,
});

/** Items that reach the end of the sentence, with the words passed over at its head. */
function wholes(
  { places }: Squeezed,
  cell: (from: number, to: number) => ReadonlyMap<string, Item>,
  skips: readonly Skip[],
): Item[] {
  const items: Item[] = [];
  const passed: number[] = [];
  let cost = 0;
  for (const [from, place] of places.entries()) {
    for (const item of cell(from, places.length).values())
      if (isWhole(item)) items.push({ ...item, cost: item.cost + cost, unexplained: [...passed, ...item.unexplained] });
    const skip = skips[place];
    cost += skip?.cost ?? 0;
    if (skip?.isUnexplained) passed.push(place);
    if (passed.length > MOST_UNEXPLAINED) break;
  }
  return items.sort((a, b) => a.cost - b.cost);
}

const isWhole = ({ sense }: Item): boolean =>
  sense.cat === 'Call' ||
  sense.cat === 'Cond' ||
  sense.cat === 'Win' ||
  sense.cat === 'Event' ||
  sense.cat === 'Rank' ||
  sense.cat === 'GroupBy' ||
  sense.cat === 'Amount' ||
  sense.cat === 'Number' ||
  sense.cat === 'Count' ||
  (sense.cat === 'Joined' && sense.of.cat === 'Cond' && sense.by !== 'or');
