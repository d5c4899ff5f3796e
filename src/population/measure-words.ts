/** Measures and orders in English: "the highest engagement score", "the most logins since 1 January 2026". */
import type { Measure } from './definition.js';
import { sayEvents } from './event-words.js';
import { fieldNamed } from './fields.js';
import { moneyWords } from './money-words.js';
import { sayQuantityOf } from './quantity-words.js';
import { type Speaker, sayDaysOf } from './speaker.js';

/** "Engagement score", "revenue in USD since 1 January 2026", "logins in the last 90 days" with its days. */
export function sayMeasure(measure: Measure, speaker: Speaker): string {
  if ('field' in measure) return fieldNamed(measure.field)?.label ?? measure.field;
  const days = sayDaysOf(measure.window, speaker);
  const noun =
    'money' in measure
      ? `${moneyWords[measure.money].noun} in ${measure.currency}`
      : 'quantity' in measure
        ? sayQuantityOf(measure.quantity, measure.where, speaker)
        : sayEvents(measure.count, measure.where, speaker);
  return [noun, days].filter(Boolean).join(' ');
}

/** "Highest", "latest", "fewest": what comes first. */
export function sayFirst(measure: Measure, direction: 'asc' | 'desc'): string {
  const isUp = direction === 'asc';
  if ('count' in measure || 'quantity' in measure) return isUp ? 'fewest' : 'most';
  if ('field' in measure && fieldNamed(measure.field)?.type === 'day') return isUp ? 'earliest' : 'latest';
  return isUp ? 'lowest' : 'highest';
}
