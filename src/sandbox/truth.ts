/*
 * What is hidden from the product: natures and true probabilities. Evaluations, benchmarks and tests alone may import
 * this file.
 */
import type { Day } from '../domain/day.js';
import { BAD_CONFERENCE_YEAR, PRICE_RISE } from './association.js';
import { numberOf, textOf } from './calendar.js';
import { type Association, associationOn, type Life, partyId } from './life.js';
import { live } from './live.js';
import { arrivedBy, type Nature } from './nature.js';
import type { Told } from './told.js';

export interface TrueRenewal {
  readonly memberId: string;
  readonly nature: Nature;
  readonly termEndsOn: Day;
  /** The day of the notice: what the probability could be known from lies before it. */
  readonly noticeOn: Day;
  /** Probability that the notice is answered with a payment, late ones included. */
  readonly probability: number;
  readonly renewed: boolean;
  /** True when everything that decided it lies before the day asked for. */
  readonly isSettled: boolean;
  /** Attended the bad conference in the year before the notice. */
  readonly afterBadConference: boolean;
}

/** A late payment comes at most 150 days after the notice, and some days more where it failed first or came in parts. */
const SETTLED_AFTER = 230;

export const shocks = {
  priceRiseOn: textOf(PRICE_RISE.on),
  priceRiseShare: PRICE_RISE.share,
  badConference: `AC${String(BAD_CONFERENCE_YEAR).slice(2)}`,
} as const;

export type { TextSource, Told } from './told.js';
export { type Sentiment, type Topic, topics, type Urgency } from './words/topics.js';
export type { DetailKind, Span } from './writing.js';

/** A text as the wire serves it, with the truth about it; `spans` say where personal details stand in `text`. */
export interface TrueText extends Omit<Told, 'on'> {
  readonly memberId: string;
  readonly on: Day;
  /** Key of the text in the store: 'case-K100123001', of a note its activity's. */
  readonly textId: string;
}

// Notes go by the bare key of their activity.
const textIdOf = ({ source, recordId }: Told): string => (source === 'note' ? recordId : `${source}-${recordId}`);

/** Every text members and staff have written by `today`, member by member; subjects hold no personal details. */
export function* trueTexts(seed: number, members: number, today: Day): Generator<TrueText> {
  const association: Association = associationOn(seed, members, numberOf(today));
  for (let index = 0; index < arrivedBy(association.today, members); index++) {
    yield* textsOfLife(live(association, index));
  }
}

/** The texts of one life. */
export const textsOfLife = ({ id, told }: Life): readonly TrueText[] =>
  told.map((tell) => {
    const text = tell();
    return { ...text, memberId: id, on: textOf(text.on), textId: textIdOf(text) };
  });

/** Every renewal notice sent by `today`, member by member. */
export function* trueRenewals(seed: number, members: number, today: Day): Generator<TrueRenewal> {
  const association: Association = associationOn(seed, members, numberOf(today));
  for (let index = 0; index < arrivedBy(association.today, members); index++) {
    const { decisions, nature } = live(association, index);
    for (const { termEndsOn, noticeOn, probability, renewed, afterBadConference } of decisions)
      yield {
        memberId: partyId(index),
        nature,
        termEndsOn: textOf(termEndsOn),
        noticeOn: textOf(noticeOn),
        probability,
        renewed,
        isSettled: noticeOn + SETTLED_AFTER <= association.today,
        afterBadConference,
      };
  }
}
