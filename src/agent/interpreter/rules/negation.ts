/* "Not", "without", "except", "all but": one operator a word, and what each may take. */
import { exclusiveField } from '../../../population/normal.js';
import { opposite, partsOf } from '../combine.js';
import { takesTheList } from '../operators.js';
import type { Condition, Item, Sense } from '../senses.js';
import { merge } from './grammar.js';

/** "Organisations excluded", "leaving students aside": what is taken out stands first. */
export function exclusionRules(left: Item, right: Item): Item[] {
  const [of, operator] = [left.sense, right.sense];
  if (operator.cat !== 'Operator' || operator.operator !== 'excluded') return [];
  if (of.cat !== 'Cond' || of.isClosed || of.rank || of.sample) return [];
  if (of.size === 0 && of.head === undefined) return [];
  if (of.size === 0 || partsOf(of.definition).length > 1) return [];
  const { head: _, ...rest } = negated(of);
  return [merge(left, right, { cat: 'Joined', by: 'except', of: rest }, 0)];
}

export function negationRules(left: Item, right: Item): Item[] {
  const [operator, of] = [left.sense, right.sense];
  if (operator.cat !== 'Operator' || (of.cat === 'Cond' && (of.isClosed || of.rank || of.sample))) return [];
  const joined = (by: typeof operator.operator, sense: Sense, cost: number): Item[] => [
    merge(left, right, { cat: 'Joined', by, of: sense }, cost),
  ];
  switch (operator.operator) {
    case 'not':
    case 'nor':
      if (of.cat === 'Frame' && operator.operator === 'not' && !of.frame.isNegated) {
        const isEver = /\b(never|ever)\b/.test(operator.word);
        return [
          merge(left, right, { cat: 'Frame', frame: { ...of.frame, isNegated: true, ...(isEver && { isEver }) } }, 0),
        ];
      }
      if (of.cat === 'Event' || of.cat === 'Win' || of.cat === 'What') return joined('not', of, 0);
      if (of.cat === 'Cond') {
        const cost = negationCost(of, operator.word);
        // "No student members in Texas?" asks whether there are any.
        if (cost === undefined || (/^(no|zero)$/.test(operator.word) && of.head)) return [];
        return operator.operator === 'nor' ? joined('nor', negated(of), cost) : [merge(left, right, negated(of), cost)];
      }
      return [];
    case 'allBut':
      return of.cat === 'Cond' && of.size > 0 ? [merge(left, right, negated(of), 0)] : [];
    case 'except': {
      if (of.cat !== 'Cond' || of.size === 0) return [];
      const { head: _, ...rest } = negated(of);
      return joined('except', rest, partsOf(of.definition).length > 1 ? 0.3 : 0);
    }
    // Said after what it takes out: left to what stands before it.
    case 'excluded':
      return [];
    case 'versus':
      return of.cat === 'Cond' && of.size > 0 ? joined('versus', of, 0) : [];
    case 'and':
    case 'or':
    case 'orElse':
      if (of.cat === 'Cond') return joined(operator.operator, of, 0);
      // "and not in Texas", "but except students": the inner operator decides.
      if (operator.operator === 'and' && of.cat === 'Joined' && of.by !== 'and' && of.by !== 'or')
        return [merge(left, right, of, 0)];
      return [];
    case 'by':
      return [];
  }
}

const negated = (of: Condition): Condition => {
  const { tail: _, ...rest } = of;
  return { ...rest, definition: opposite(of.definition) };
};

/** One leaf, or an or-list; never an and-list: "not A and B" negates A alone, as spoken. */
function negationCost(of: Condition, word: string): number | undefined {
  if (of.size === 0 || partsOf(of.definition).length > 1) return undefined;
  // The frame itself takes the "not", so that windows still attach.
  if (of.size === 1 && of.tail) return undefined;
  if (of.tail?.isNegated) return undefined;
  if (of.definition.op !== 'any') return 0.01;
  if (exclusiveField(of.definition)) return 0.02;
  return takesTheList(word) ? 0.03 : 0.15;
}
