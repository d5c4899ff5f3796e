/* What stands around a word: the spans that begin and end beside it, and what it leads to. */
import type { Span } from './senses.js';
import type { Token } from './tokenise.js';

export interface Around {
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
  readonly starts: readonly (readonly Span[])[];
  readonly ends: readonly (readonly Span[])[];
  readonly firstTyped: number;
}

type Neighbours = Pick<Around, 'starts' | 'tokens'>;

/** The next typed span, past articles and possessives, fits. */
export function leadsTo(at: number, { starts, tokens }: Neighbours, fits: (span: Span) => boolean): boolean {
  let next = at + 1;
  while (
    ['the', 'a', 'an', 'our', 'their', 'any', 'all', 'single', 'this', 'that'].includes(tokens[next]?.text ?? '')
  ) {
    if ((starts[next] ?? []).some(fits)) return true;
    next++;
  }
  return (starts[next] ?? []).some(fits);
}

export const leadsToPhrase = (at: number, around: Neighbours): boolean => leadsTo(at, around, () => true);

/** "Earned no credits", "made any donation". */
export const leadsToNone = (at: number, { starts, tokens }: Around): boolean =>
  /^(no|zero|any)$/.test(tokens[at + 1]?.text ?? '') && (starts[at + 2] ?? []).some(isOccurrence);

/** "Earned at least 10 course credits": the noun with its number says what happened. */
export const leadsToSoMany = (at: number, { starts }: Around): boolean =>
  (starts[at + 1] ?? []).some((span) => isQuantity(span) && (starts[span.to] ?? []).some(isOccurrence));

export const isOccurrence = ({ sense }: Span): boolean =>
  (sense.cat === 'Frame' && sense.frame.isNoun === true) || sense.cat === 'What';

export const isQuantity = ({ sense }: Span): boolean =>
  ['Count', 'Number', 'Years', 'Hours', 'Protected'].includes(sense.cat);
