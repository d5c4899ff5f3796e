/* The values of a sentence: windows, days, counts, amounts, ages, and records by their code. */
import { amountsAt } from '../../language/amounts.js';
import { countsAt, type Quantity } from '../../language/counts.js';
import { daysAt } from '../../language/days.js';
import type { Customs } from '../../language/reading.js';
import { windowsAt } from '../../language/windows.js';
import type { Span } from './senses.js';
import { spanOf } from './span.js';
import { limitAt, peopleCountedAt, samplesAt } from './tag-numbers.js';
import type { Token } from './tokenise.js';

const BARE_COUNT = 0.3;
/** "Donated $500": that much or more, told. */
const BARE_AMOUNT = 0.1;

export function values(tokens: readonly Token[], customs: Customs): Span[] {
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

/** "Members over 60", "those aged 30 to 40": a bare number of years of life, where no unit says what it counts. */
export function ages(tokens: readonly Token[]): Span[] {
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
