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
const COUNTED =
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
