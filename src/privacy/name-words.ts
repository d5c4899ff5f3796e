/*
 * A name as words, so that "O'Brien", "o’brien" and "OBRIEN" are one, and a text cut into such words with their places.
 * normal() takes the steps of the SQL function imis.name_words, in its order; a test compares the two.
 */
const MARKS = /[\u0300-\u036f'’‘ʼ`´]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
};
const BETWEEN = '\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u303f';
const SEPARATORS = new RegExp(`[${BETWEEN}]+`, 'g');
const TITLES = /(^| )(mr|mrs|ms|dr|prof|jr|sr|ii|iii|iv|phd|md|cpa|esq)(?= |$)/g;

// Most names are plain ASCII, and normalising is the dearest step.
const decomposed = (text: string): string => (/^[ -~]*$/.test(text) ? text : text.normalize('NFKD'));

const plain = (text: string): string =>
  decomposed(text)
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæœþøłđðı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(SEPARATORS, ' ');

/** Lower case without accents, punctuation, titles and suffixes: "Dr. Renée O’Neil, Jr." is "renee oneil". */
export const normal = (text: string): string => plain(text).replace(TITLES, '').trim();

export interface Word {
  readonly normal: string;
  /** Offsets in the text; a possessive 's is outside. */
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** First word of the text, of a sentence or of a line. */
  readonly beginsSentence: boolean;
  /** Dropped inside a name: initials, titles. */
  readonly isSlight: boolean;
  /** One letter that is no word of its own: "J", "A." */
  readonly isInitial: boolean;
  /** False where a name cannot go on from the word before: a new sentence, a colon, a line. */
  readonly continues: boolean;
  /** Only a space or a hyphen stands between the word before and this one, in a text that uses small letters. */
  readonly isBeside: boolean;
  /** A possessive 's follows. */
  readonly isPossessive?: boolean;
}

const WORD = new RegExp(`[^${BETWEEN}]+(?:['’‘ʼ\`´][^${BETWEEN}]+)*`, 'gu');
const POSSESSIVE = /['’‘ʼ]s$/i;
const JOINS = /^[ \t,.&'’"()/-]{1,4}$/;

export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const hasSmallLetters = /\p{Ll}/u.test(text);
  for (const match of text.matchAll(WORD)) {
    const raw = match[0].replace(POSSESSIVE, '');
    const before = words.at(-1);
    const gap = text.slice(before?.end ?? 0, match.index);
    const beginsSentence = before === undefined || /[.!?:;\n\r•*]/.test(gap) || /^\s*["“]/.test(gap);
    const spelled = plain(raw).trim();
    words.push({
      normal: spelled,
      start: match.index,
      end: match.index + raw.length,
      isCapital: isCapital(raw),
      beginsSentence: beginsSentence && !(before?.isSlight && gap.startsWith('.')),
      isSlight: spelled.length === 1 || normal(raw) === '',
      isInitial: /^\p{L}$/u.test(raw) && (text[match.index + raw.length] === '.' || !/[ai]/i.test(raw)),
      isBeside:
        before !== undefined && hasSmallLetters && (/^(?: |-)$/.test(gap) || (before.isInitial && gap === '. ')),
      isPossessive: raw.length < match[0].length,
      continues: before !== undefined && JOINS.test(gap) && (!gap.includes('.') || before.isSlight),
    });
  }
  return words;
}

/** A script without capitals counts as capitalised: there a name cannot be told by its first letter. */
function isCapital(word: string): boolean {
  const letter = [...word].find((character) => /\p{L}/u.test(character)) ?? '';
  return letter !== '' && letter === letter.toUpperCase() && /^\p{L}/u.test(word);
}
