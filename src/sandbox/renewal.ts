/*
 * Why somebody renews. The log-odds add up what they are like, what they did in the past year, what happened to them
 * and what it costs now; the coin is thrown once per term, when the notice arrives. The sizes were chosen so that 80 to
 * 90 of 100 terms are renewed and each cause shows in a few hundred members.
 */

import { duesOn, type TierCode } from './association.js';
import type { DayNumber } from './calendar.js';
import type { Nature } from './nature.js';
import { sigmoid } from './random.js';

export interface Impression {
  readonly on: DayNumber;
  readonly size: number;
}

const HALVED_AFTER = 270;
const FORGOTTEN_AFTER = 1500;

/** What is left of past experiences: an impression halves in about nine months. */
export function moodOn(impressions: readonly Impression[], on: DayNumber): number {
  let mood = 0;
  for (const { on: then, size } of impressions) {
    const passed = on - then;
    if (passed >= 0 && passed < FORGOTTEN_AFTER) mood += size * Math.exp((-Math.LN2 / HALVED_AFTER) * passed);
  }
  return mood;
}

export interface RenewalFacts {
  readonly nature: Nature;
  readonly engagement: number;
  readonly mood: number;
  /** Gatherings attended and logins in the twelve months before the notice. */
  readonly attendedLately: number;
  readonly loginsLately: number;
  readonly yearsOfMembership: number;
  readonly tier: TierCode;
  readonly newTier: TierCode;
  readonly lastBegan: DayNumber;
  readonly nextBegins: DayNumber;
  readonly changedJobLately: boolean;
  readonly renewsByItself: boolean;
  /** Working towards a certification. */
  readonly isOnTheWay: boolean;
  /** Has a seat on a committee. */
  readonly serves: boolean;
}

/** The probability that the notice is answered with a payment. */
export function renewalProbability(facts: RenewalFacts): number {
  const { nature } = facts;
  if (nature.isComp) return 0.985;
  const rise = Math.log(duesOn(facts.newTier, facts.nextBegins) / duesOn(facts.newTier, facts.lastBegan));
  const takesPart = Math.min(facts.attendedLately, 4) * 0.28 + Math.min(facts.loginsLately, 8) * 0.05;
  return sigmoid(
    1.8 +
      0.55 * nature.loyalty +
      0.45 * facts.engagement +
      takesPart +
      0.1 * Math.min(facts.yearsOfMembership, 8) -
      (facts.yearsOfMembership < 1.1 ? 0.35 : 0) +
      0.95 * facts.mood -
      17 * nature.priceSensitivity ** 1.5 * rise -
      (facts.tier === 'STU' && facts.newTier !== 'STU' ? 1 : 0) -
      (facts.newTier === 'RET' && facts.tier !== 'RET' ? 0.5 : 0) -
      (facts.changedJobLately ? 0.5 : 0) +
      (facts.renewsByItself ? 0.6 : -0.08) +
      (facts.isOnTheWay ? 0.5 : 0) +
      (facts.serves ? 0.6 : 0) +
      (nature.kind === 'organization' ? 0.5 : 0),
  );
}
