/* Numbers written as words, and what follows a number to make it larger: "twelve", "two hundred and five", "1.4 million". */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};
const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9, ...LARGE };

const ONE_WORD = [...TENS, ...UNITS, ...Object.keys(LARGE)].join('|');
/** A run of number words. */
export const WORDS = new RegExp(`\\b(?:${ONE_WORD})s?(?:(?:[- ]|,? and )(?:${ONE_WORD})s?)*\\b`, 'gi');

// "One of them", "the two readings" count nobody: a small number is a count only before what is counted.
const SMALL = 10;
export const COUNTED =
  /^(?:[- ]\p{L}+){0,2}?[- ](?:members?|people|persons?|organi[sz]ations?|companies|events?|invoices?|payments?|notes?|tasks?|cases?|chapters?|committees?|logins?|emails?|messages?|registrations?|records?|renewals?|prospects?|attendees?|volunteers?|donors?|sponsors?|points?|percent|per cent|dollars|cents|euros|pounds|times|days?|weeks?|months?|years?|hours?|of (?:them|these|those|our|the))\b/iu;

/** True where a number said in words tells how many. */
export const isCount = (value: number, rest: string): boolean => value > SMALL || (value !== 1 && COUNTED.test(rest));

/** "two hundred and five" is 205, "dozens" 12. */
export function valueOfWords(text: string): number {
  let [sum, part] = [0, 0];
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    const name =
      LARGE[word] === undefined && !UNITS.includes(word) && !TENS.includes(word) ? word.replace(/s$/, '') : word;
    const large = LARGE[name];
    if (large !== undefined) {
      part = Math.max(part, 1) * large;
      if (large >= 1000) [sum, part] = [sum + part, 0];
    } else if (TENS.includes(name)) part += (TENS.indexOf(name) + 2) * 10;
    else if (UNITS.includes(name)) part += UNITS.indexOf(name);
  }
  return sum + part;
}

/** "k", "million": how many times the number before it; undefined for any other word. */
export const timesOf = (word: string): number | undefined => SUFFIXES[word.toLowerCase()];

const PERIODS =
  '(?:fiscal |calendar |financial |coming |past )?(?:year|quarter|month|week|day|hour|decade|century|term|season|dozen)s?\\b';
/**
 * Shares and multiples said in words: "half of them", "a third of", "two-thirds", "twice as many". A half year, the
 * first half, a quarter of the calendar and a third party are none.
 */
export const PARTS = new RegExp(
  [
    `(?<!\\b(?:first|second|latter|last|next|other|better) )\\bhalf(?![- ](?:(?:an?|the|this|that|of (?:the|this|an?)) )?${PERIODS})\\b`,
    '\\b(?:an?|one|two|three|four|five|seven|nine)[- ](?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?(?= of\\b)',
    '\\b(?:two[- ]thirds|one[- ]third|three[- ](?:quarters|fourths|fifths))\\b(?! part)',
    `\\b(?:a|one|three)[- ]quarters?(?= of (?!(?:the|this|an?) ${PERIODS}))`,
    '\\b(?:twice|double|triple|treble|quadruple)(?= (?:as|the|that|those|what|more|of)\\b)',
    '\\b(?:doubled|tripled|trebled|quadrupled|halved)\\b',
  ].join('|'),
  'gi',
);

const PART_NAMES = ['half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The share in percent that a part comes to, 33.3 for "a third"; undefined for a multiple. */
export function percentOf(part: string): number | undefined {
  const [first = '', second] = part.toLowerCase().split(/[- ]/);
  const name = (second ?? first).replace(/s$/, '').replace('fourth', 'quarter');
  const at = PART_NAMES.indexOf(name);
  const times = UNITS.indexOf(first);
  return at < 0 ? undefined : ((times > 0 ? times : 1) / (at + 2)) * 100;
}
