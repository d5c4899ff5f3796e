/* Words for grouping, measuring, ordering, and for conditions on others and on then; data comes from the population. */

import { eventWords } from '../../population/event-words.js';
import { fieldWords } from '../../population/field-words.js';
import { countWords, measureWords, mostWords, orderWords, statisticWords } from '../../population/figure-words.js';
import { moneyWords } from '../../population/money-words.js';
import { dayWords, periodically, periods } from '../../population/period-words.js';
import { periodName } from '../../population/periods.js';
import { ranks } from '../../population/ranks.js';
import { said } from '../../population/said.js';
import { againWords, patternWords, relationWords, sameTimeWords, wereWords } from './pattern-words.js';
import type { Sense } from './senses.js';
import type { Putting } from './vocabulary-words.js';

type Period = keyof typeof periods;
const periodNames = Object.keys(periods) as Period[];

/** "Which chapters have the most": a grouping with its order. */
const superlatives = (noun: string, quantity: 'most' | 'fewest'): string[] => {
  const many =
    quantity === 'most'
      ? [
          'the most',
          'most',
          'the highest number of',
          'the largest number of',
          'the largest',
          'the highest',
          'the biggest',
          'the greatest',
          'the greatest number of',
          'the highest count of',
          'the most of the',
          'more',
        ].filter((many) => many !== 'more')
      : ['the fewest', 'the least', 'the lowest number of', 'the smallest number of', 'the smallest', 'the lowest'];
  return ['which', 'what']
    .flatMap((which) =>
      many.flatMap((most) => [
        `${which} ${noun} ~have ${most}`,
        `${which} ${noun} with ${most}`,
        `${which} ${noun} ~get ${most}`,
        `${which} ${noun} ~see ${most}`,
        `${which} ${noun} ~carry ${most}`,
        `${which} ${noun} ~hold ${most}`,
        `${which} ${noun} ~show ${most}`,
        `${which} ${noun} ~account for ${most}`,
        `${which} ${noun} ~count ${most}`,
        `${which} ${noun} ~boast ${most}`,
        `${which} ${noun} ~gain ${most}`,
        `${which} ${noun} ~lose ${most}`,
        `${which} ${noun} has got ${most}`,
        `${which} ${noun} is home to ${most}`,
        `${which} ${noun} are home to ${most}`,
        `in ${which} ${noun} are ${most}`,
        `in ${which} ${noun} is ${most}`,
        `in ${which} ${noun} are there ${most}`,
        `in ${which} ${noun} do we have ${most}`,
        `${which} ${noun} do we have ${most}`,
        `in ${which} ${noun} do ${most}`,
        `in ${which} ${noun} did ${most}`,
        `${which} ${noun} did ${most}`,
        `${which} ${noun} do ${most}`,
        `${which} ${noun} does ${most}`,
        `from ${which} ${noun} come ${most}`,
        `where ${noun} have ${most}`,
      ]),
    )
    .concat(
      many.flatMap((most) => [
        `${noun} with ${most}`,
        `${noun} that ~have ${most}`,
        `${noun} that ~have ${most} of them`,
        `${noun} have ${most}`,
        `${noun} has ${most}`,
      ]),
    );
};

/** "Biggest chapter at the top": in which order the groups come. */
const first = (adjectives: string, noun: string): string[] =>
  said(adjectives).flatMap((adjective) =>
    ['first', 'at the top', 'on top', 'in front', 'at the head'].flatMap((place) => [
      `${adjective} ${noun} ${place}`,
      `the ${adjective} ${noun} ${place}`,
      `with the ${adjective} ${noun} ${place}`,
    ]),
  );

export function putMeasures({ put }: Putting): void {
  for (const { field, role, words } of fieldWords) {
    if (role === 'measure') put(words, { cat: 'Measure', measure: { field } });
    else {
      put(words, { cat: 'Category', key: { field } });
      for (const noun of words.filter((word) => word.split(' ').length < 3)) {
        const one = noun.replace('*', '');
        put([`${one} by ${one}`, `${one} for ${one}`], { cat: 'GroupBy', keys: [{ field }] });
        put(superlatives(noun, 'most'), { cat: 'GroupBy', keys: [{ field }], order: 'desc' });
        put(superlatives(noun, 'fewest'), { cat: 'GroupBy', keys: [{ field }], order: 'asc' });
        put(first('biggest, largest, top, fullest, busiest, strongest, most populous, best', noun), {
          cat: 'Order',
          order: 'desc',
        });
        put(first('smallest, lowest, bottom, weakest, emptiest, tiniest', noun), { cat: 'Order', order: 'asc' });
      }
    }
  }
  for (const by of periodNames) {
    put(periods[by], { cat: 'Category', key: { field: '', by } });
    for (const one of [by.replace('_', ' ')]) {
      put(superlatives(one, 'most'), { cat: 'GroupBy', keys: [{ field: '', by }], order: 'desc' });
      put(superlatives(one, 'fewest'), { cat: 'GroupBy', keys: [{ field: '', by }], order: 'asc' });
    }
    put(periodically[by], { cat: 'GroupBy', keys: [{ field: '', by }] });
    for (const { field, words } of dayWords)
      put(
        words.flatMap((word) => {
          const name = periodName(by);
          return [`${name} of ${word}`, `${word} ${name}`, `${name} ${word}`, `${name} when ${word}`];
        }),
        { cat: 'Category', key: { field, by } },
      );
  }
  for (const { measure, words } of measureWords) put(words, { cat: 'Measure', measure });
  for (const [of, { noun }] of entriesIn(moneyWords)) {
    const sense: Sense = { cat: 'Measure', measure: { money: of } };
    put([noun, ...CURRENCIES.map((currency) => `${noun} in ${currency}`)], sense);
  }
  for (const [count, { plural }] of entriesIn(eventWords))
    if (!otherwise.has(count)) put([plural.replaceAll('-', ' ')], { cat: 'Measure', measure: { count } });
  for (const [statistic, words] of entriesOf(statisticWords)) put(words, { cat: 'Statistic', statistic });
  put(countWords, { cat: 'Statistic', statistic: 'total', isCount: true });
  for (const [order, words] of entriesOf(orderWords)) put(words, { cat: 'Order', order });
  for (const [direction, words] of entriesOf(mostWords)) put(words, { cat: 'Rank', rank: { direction } });
  for (const { by: measure, direction, words, nouns } of ranks) {
    const rank = { measure, direction };
    put(words, { cat: 'Rank', rank });
    put(nouns ?? [], { cat: 'Rank', rank, isPeople: true });
  }
  for (const [pattern, words] of entriesOf(patternWords)) put(words, { cat: 'Pattern', pattern });
  for (const { path, quantity, words } of relationWords) put(words, { cat: 'Relate', path, quantity } satisfies Sense);
  put(wereWords, { cat: 'Were' });
  put(sameTimeWords, { cat: 'SameTime' });
  for (const [pattern, words] of entriesOf(againWords)) put(words, { cat: 'Again', pattern });
}

/** Kinds whose plural is the amount, or the people. */
const otherwise: ReadonlySet<string> = new Set(['donation', 'purchase', 'payment', 'renewal', 'registration']);
const CURRENCIES = ['usd', 'cad', 'eur', 'gbp', 'aud', 'nzd', 'chf', 'jpy', 'mxn'];
const entriesIn = <Key extends string, Value>(table: Readonly<Record<Key, Value>>) =>
  Object.entries(table) as [Key, Value][];

const entriesOf = <Key extends string>(table: Readonly<Record<Key, readonly string[]>>) =>
  Object.entries(table) as [Key, readonly string[]][];
