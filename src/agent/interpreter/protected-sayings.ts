/*
 * Words of protected characteristics that speak of no person: a saying ("swears blind", "sick of"), or a thing that bears
 * the word ("the white paper", "a mental health webinar"). Nobody is told that they asked about a disability for such a
 * word; it is unexplained like any other, so what it might restrict is still asked about.
 */
import type { Span } from './senses.js';
import type { Token } from './tokenise.js';

/** The word in the saying, and what stands before and after it. */
const sayings: readonly { readonly word: RegExp; readonly before?: RegExp; readonly after?: RegExp }[] = [
  { word: /^blind$/, before: /^(?:swears?|swore|swearing|double|going|flying)$/ },
  { word: /^blind$/, after: /^(?:copy|copies|copied|eye|spots?|date)$/ },
  { word: /^deaf$/, after: /^ears?$/ },
  { word: /^(?:sick|ill)$/, after: /^(?:of|and|at)$/ },
  { word: /^faith$/, before: /^(?:good|bad|in)$/ },
  { word: /^race$/, after: /^(?:against|to|on)$/, before: /^(?:a|the|in|this|we|i|,|)$/ },
  { word: /^healthy$/, before: /^how$/, after: /^(?:is|are|was|our|the)$/ },
  { word: /^healthy$/, after: /^(?:numbers?|margin|growth|rate|balance|mix|turnout|state)$/ },
  { word: /^health$/, after: /^checks?$/ },
  { word: /^(?:black|white)$/, after: /^(?:friday|and|on)$/ },
];
/** Things one goes to, reads or answers. */
const THING =
  /^(?:papers?|webinars?|courses?|workshops?|seminars?|sessions?|conferences?|summits?|talks?|lectures?|newsletters?|articles?|pages?|downloads?|guides?|reports?|surveys?)$/;

/** Whether the protected word of this span describes nobody. */
export function describesNobody({ sense, from, to }: Span, tokens: readonly Token[]): boolean {
  if (sense.cat !== 'Protected') return false;
  const [before = '', after = ''] = [tokens[from - 1]?.text, tokens[to]?.text];
  if (THING.test(after)) return true;
  const word = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
  return sayings.some(
    (saying) =>
      saying.word.test(word) &&
      (saying.before === undefined || saying.before.test(before)) &&
      (saying.after === undefined || saying.after.test(after)),
  );
}
