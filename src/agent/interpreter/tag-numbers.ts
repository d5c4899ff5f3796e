/* Numbers that choose people: samples, "top 20", "the first 10", and how many people of an organisation. */
import { countsAt } from '../../language/counts.js';
import { numberWords } from '../../language/numbers.js';
import { peopleOfAnOrganization } from './pattern-words.js';
import type { Sample, Span } from './senses.js';
import { spanOf } from './span.js';
import type { Token } from './tokenise.js';

/** "A random 50", "random sample of 100", "10% of": which ones is left to chance. */
export function samplesAt(tokens: readonly Token[], from: number): Span[] {
  const line = tokens
    .slice(from, from + 7)
    .map(({ text }) => text)
    .join(' ');
  const found =
    /^(?:an? )?(?:random|randomly chosen|randomly selected|randomly picked|arbitrary) (?:sample (?:of )?|selection (?:of )?|set of |group of |list of |draw of )?(\d+) ?(%|percent)?(?: of)?(?= |$)/.exec(
      line,
    ) ??
    /^(?:an? )?(?:sample|selection|random sample|random draw) of (?:about |around )?(\d+) ?(%|percent)?(?: random)?(?: of)?(?= |$)/.exec(
      line,
    ) ??
    /^(\d+) ?(%|percent)? (?:random|randomly (?:chosen|selected|picked))(?: of)?(?= |$)/.exec(line) ??
    /^(?:an? )(\d+) ?(%|percent) (?:random )?sample(?: of)?(?= |$)/.exec(line);
  if (!found?.[1]) return [];
  const number = Number(found[1]);
  if (number < 1 || (found[2] && number > 100)) return [];
  const size: Sample = found[2] ? { percent: number } : { n: number };
  return [spanOf({ cat: 'Sample', sample: size }, from, from + found[0].trim().split(' ').length)];
}

/** "With 3 people", "that sent at least 2 delegates to": of an organisation, so many of its people. */
export function peopleCountedAt(tokens: readonly Token[], from: number): Span[] {
  const opener = tokens[from]?.text ?? '';
  if (!/^(with|have|has|having|sent|sends|sending|had)$/.test(opener)) return [];
  return countsAt(
    tokens.map(({ raw }) => raw),
    from + 1,
  )
    .filter(({ end, unit }) => !unit && peopleOfAnOrganization.test(tokens[end]?.text ?? ''))
    .map(({ value: quantity, end }) =>
      spanOf(
        { cat: 'Relate', path: 'employees', quantity, isCounted: true },
        from,
        end + 1 + (/^(to|among)$/.test(tokens[end + 1]?.text ?? '') ? 1 : 0),
      ),
    );
}

/** "Top 20", "bottom 10", and the number before a superlative: "10 biggest spenders". */
export function ranked(tokens: readonly Token[], spans: readonly Span[]): Span[] {
  const integer = (at: number): number | undefined => {
    const { text = '' } = tokens[at] ?? {};
    const value = countedOff(text) ?? (/^\d{1,5}$/.test(text) ? Number(text) : undefined);
    return value !== undefined && value > 0 ? value : undefined;
  };
  return tokens.flatMap(({ text }, at) => {
    const found: Span[] = [];
    const after = integer(at + 1);
    if (after && /^(top|best|highest|biggest|largest|first)$/.test(text) && text !== 'first')
      found.push(spanOf({ cat: 'Rank', rank: { n: after, direction: 'desc' } }, at, at + 2));
    if (after && /^(bottom|worst|lowest|smallest)$/.test(text))
      found.push(spanOf({ cat: 'Rank', rank: { n: after, direction: 'asc' } }, at, at + 2));
    const n = integer(at);
    // "The 20 members with the highest revenue".
    const isLater = (span: Span): boolean =>
      span.from > at + 1 && span.sense.cat === 'Rank' && span.sense.rank.direction !== undefined;
    if (
      n &&
      tokens[at - 1]?.text === 'the' &&
      spans.some(({ sense, from }) => from === at + 1 && sense.cat === 'Cond') &&
      spans.some(isLater)
    )
      found.push(spanOf({ cat: 'Rank', rank: { n } }, at, at + 1));
    if (
      n &&
      spans.some(
        ({ sense, from }) =>
          sense.cat === 'Rank' && (from === at + 1 || (from === at + 2 && tokens[at + 1]?.text === 'of')),
      )
    )
      found.push(spanOf({ cat: 'Rank', rank: { n } }, at, at + 1));
    return found;
  });
}

/** "the first 10": a list has an order by itself, so "top 10" without a measure is not one. */
export function limitAt(tokens: readonly Token[], from: number): Span | undefined {
  const isFirst = tokens[from]?.text === 'first';
  const at = isFirst ? from + 1 : from;
  const text = tokens[at]?.text ?? '';
  const number = isFirst ? (countedOff(text) ?? Number(text)) : Number(text);
  if (!Number.isInteger(number) || number < 1) return undefined;
  const isListOf = tokens[from - 1]?.text === 'of' && /^(list|sample|some)$/.test(tokens[from - 2]?.text ?? '');
  const isAsked =
    isFirst || isListOf || /^(show|list|me|give|get|find|just|pull|up)$/.test(tokens[from - 1]?.text ?? '');
  return isAsked ? spanOf({ cat: 'Limit', limit: number }, from, at + 1) : undefined;
}

/** "Fifteen"; "one" is whoever is spoken of, more often than a number. */
const countedOff = (word: string): number | undefined =>
  word === 'one' ? undefined : (numberWords[word] ?? rounder[word]);
const rounder: Readonly<Record<string, number>> = { 'twenty-five': 25, hundred: 100 };
