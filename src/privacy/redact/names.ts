/*
 * People's names: everybody of the directory in full, the member's own in any part, and names nobody here bears, told by
 * given names, by capitals and by what stands beside them. Places, events and English words stay.
 */
import { normal, type Word, wordsOf } from '../name-words.js';
import { isOrdinary } from '../ordinary.js';
import type { RedactionContext } from './context.js';
import type { Detail, DetailKind } from './detail.js';
import { isFamilyName, isFieldWord, isGivenName, isPlace, isWord } from './english.js';
import { introduces, isAddressed, isSaidOf, signsOff } from './name-cues.js';

const MOST_WORDS = 8;
const PARTICLES = new Set('de la del da di du dos van von der den bin ibn al el le st ter'.split(' '));
// "Hello, Will the slides be available?"
const NOT_AFTER_NAMES =
  /^(?:the|you|i|we|it|this|these|those|there|my|our|a|an|your|they|he|she|that|any|anyone|someone|period)$/;
const TITLE = /^(?:mr|mrs|ms|mx|miss|dr|prof|professor)$/;

export function* names(text: string, context: RedactionContext): Generator<Detail> {
  const words = wordsOf(text);
  const reader = new NameReader(text, words, context);
  for (let at = 0; at < words.length; ) {
    const run = reader.listed(at) ?? reader.spelledOut(at);
    const [first, last] = [words[at + (run?.title ?? 0)], words[at + (run?.length ?? 1) - 1]];
    if (run && run.kind !== undefined && first && last) yield { start: first.start, end: last.end, kind: run.kind };
    at += run?.length ?? 1;
  }
  yield* signsOff(text, (word) => reader.mayBeName(word));
}

/** Words from one place on; without a kind they are vocabulary, and stay. */
interface Run {
  readonly length: number;
  readonly kind?: DetailKind;
  /** Words at its beginning that stay: "Dr." of "Dr. Ames". */
  readonly title?: number;
}

class NameReader {
  readonly #text: string;
  readonly #words: readonly Word[];
  readonly #context: RedactionContext;
  readonly #own: ReadonlySet<string>;
  readonly #ownPhrases: ReadonlyMap<string, DetailKind>;
  readonly #shouts: boolean;

  constructor(text: string, words: readonly Word[], context: RedactionContext) {
    this.#text = text;
    this.#words = words;
    this.#context = context;
    this.#shouts = !/\p{Ll}/u.test(text);
    const { own = {} } = context;
    const parts = own.isOrganization ? [] : [own.firstName, own.lastName, own.informalName];
    const given = parts.map((part) => normal(part ?? '')).filter((part) => part.length > 1);
    this.#own = new Set(given.flatMap((part) => [part, ...part.split(' ')]).filter((part) => part.length > 1));
    this.#ownPhrases = ownPhrases(context);
  }

  /** A name or a street of the directory, or of the own record; or vocabulary at least as long. */
  listed(at: number): Run | undefined {
    let found: Run | undefined;
    let spelled = '';
    let slim = '';
    for (let length = 1; length <= MOST_WORDS; length += 1) {
      const word = this.#words[at + length - 1];
      if (!word || (length > 1 && !word.continues)) break;
      spelled = spelled ? `${spelled} ${word.normal}` : word.normal;
      // "Mary J. Smith" is Mary Smith too.
      if (!word.isSlight || length === 1) slim = slim ? `${slim} ${word.normal}` : word.normal;
      if (length === 1 && !this.#ownPhrases.has(spelled)) continue;
      const { directory, vocabulary } = this.#context;
      const known = (phrase: string) => this.#ownPhrases.get(phrase) ?? directory?.phrases.get(phrase);
      const kind = known(spelled) ?? (word.isSlight ? undefined : known(slim));
      if (kind) found = { length, kind };
      else if (length > 1 && (vocabulary?.has(spelled) || isPlace(spelled))) found = { length };
    }
    return found?.kind === 'name' ? this.#withLastName(at, found) : found;
  }

  /** "anne-marie carter", where the directory has another Anne-Marie. */
  #withLastName(at: number, run: Run): Run {
    const word = this.#words[at + run.length];
    const isLast = word && (this.#context.directory?.lastNames.has(word.normal) || isFamilyName(word.normal));
    return word?.isBeside && isLast && !isWord(word.normal) ? { ...run, length: run.length + 1 } : run;
  }

  /** A name by the look of it: "Priya Venkataraman", "Dr. Ames", "J. Okafor", "janet from billing". */
  spelledOut(at: number): Run | undefined {
    const word = this.#words[at];
    if (!word || word.normal === '' || /\d/.test(word.normal)) return undefined;
    const isIntroduced = introduces(this.#words, at);
    if (TITLE.test(word.normal)) return this.#titled(at);
    if (this.#own.has(word.normal) && this.#isOwnHere(at, isIntroduced)) return this.#name(at, 1);
    if (!word.isCapital) return this.#smallInitial(at) ?? this.#inSmallLetters(at, isIntroduced);
    if (this.#isInitial(word)) return this.#initialled(at);
    if (this.#isTaken(word)) return this.#wordThatMayBeName(at, isIntroduced);
    if (isGivenName(word.normal) || this.#context.directory?.firstNames.has(word.normal)) return this.#name(at, 1);
    if (this.#context.directory?.lastNames.has(word.normal) || isFamilyName(word.normal)) return this.#name(at, 1);
    if (isWord(word.normal) || this.#shouts || this.#isShort(word)) return undefined;
    if (isIntroduced === 'strongly') return this.#name(at, 1);
    if (this.#isUnknown(word) && isAddressed(this.#words, at)) return this.#name(at, 1);
    // Two unknown words with capitals: nothing else in English looks so but products and companies.
    const next = this.#words[at + 1];
    // "Intrdouced Jelena": a slip of the pen begins the sentence, and the name comes after it.
    const isSlip = word.beginsSentence && isGivenName(next?.normal ?? '');
    const isPair = this.#isUnknown(word) && this.#isUnknown(next) && next?.isBeside && !isSlip;
    return isPair ? this.#name(at, 1) : undefined;
  }

  #isUnknown(word: Word | undefined): boolean {
    return word?.isCapital === true && word.normal.length > 2 && !this.#isTaken(word) && !this.#isShort(word);
  }

  /** Under a letter stands a name, also one that is a word or a place elsewhere. */
  mayBeName({ normal: name }: Word): boolean {
    const isUnknown = !isWord(name) && !isPlace(name) && !this.#context.vocabulary?.has(name) && !/\d/.test(name);
    return (
      isUnknown || isGivenName(name) || this.#own.has(name) || this.#context.directory?.firstNames.has(name) === true
    );
  }

  /** "Grace", "Austin", "Will": a person beside another part of a name, or where a person is introduced or spoken of. */
  #wordThatMayBeName(at: number, introduced: ReturnType<typeof introduces>): Run | undefined {
    const word = this.#words[at];
    if (!word || !(isGivenName(word.normal) || this.#context.directory?.firstNames.has(word.normal))) return undefined;
    // "Grace Period", "Rich Content": beside an English word it is one itself.
    const whole = this.#name(at, 1, 'strictly');
    if (whole.length > 1) return whole;
    if (this.#context.vocabulary?.has(word.normal) || isOrdinary(word)) return undefined;
    const isQuestion = NOT_AFTER_NAMES.test(this.#words[at + 1]?.normal ?? '');
    const isInside = !word.beginsSentence && !isPlace(word.normal) && !isQuestion;
    const isIntroduced = introduced === 'strongly' || (introduced === 'weakly' && isInside);
    return isIntroduced || isSaidOf(this.#words, at, isPlace(word.normal)) ? whole : undefined;
  }

  #inSmallLetters(at: number, introduced: ReturnType<typeof introduces>): Run | undefined {
    const word = this.#words[at];
    if (!word || word.normal.length < 3 || this.#isTaken(word) || isWord(word.normal)) return undefined;
    const isGiven = isGivenName(word.normal) || this.#context.directory?.firstNames.has(word.normal);
    if (introduced === undefined && !(isGiven && isSaidOf(this.#words, at))) return undefined;
    if (!isGiven && introduced !== 'strongly') return undefined;
    const next = this.#words[at + 1];
    const isNextName =
      next?.isBeside &&
      !isWord(next.normal) &&
      !this.#isTaken(next) &&
      next.normal.length > 2 &&
      introduced !== undefined;
    return { length: isNextName ? 2 : 1, kind: 'name' };
  }

  /** "d. mcallister" */
  #smallInitial(at: number): Run | undefined {
    const [word, next] = [this.#words[at], this.#words[at + 1]];
    const isDotted = word?.normal.length === 1 && this.#text[word.end] === '.';
    if (!isDotted || !next?.continues || isWord(next.normal)) return undefined;
    const isLast = this.#context.directory?.lastNames.has(next.normal) || isFamilyName(next.normal);
    return isLast ? { length: 2, kind: 'name' } : undefined;
  }

  #titled(at: number): Run | undefined {
    const next = this.#words[at + 1];
    if (!next?.continues || !next.isCapital || next.normal === '' || /\d/.test(next.normal)) return undefined;
    const run = (this.#isInitial(next) ? this.#initialled(at + 1) : undefined) ?? this.#name(at + 1, 1);
    return { ...run, length: run.length + 1, title: 1 };
  }

  /** "J. Okafor", "J. R. Okafor". */
  #initialled(at: number): Run | undefined {
    let length = 1;
    for (let next = this.#words[at + length]; next && this.#isInitial(next) && next.continues && length < 3; ) {
      length += 1;
      next = this.#words[at + length];
    }
    const last = this.#words[at + length];
    const isDotted = this.#text[this.#words[at]?.end ?? 0] === '.';
    if (!last?.continues || !last.isCapital || last.normal.length < 2 || this.#shouts) return undefined;
    const isLast = this.#context.directory?.lastNames.has(last.normal) || isFamilyName(last.normal);
    if (!isLast && (!isDotted || isWord(last.normal) || this.#isTaken(last))) return undefined;
    return { length: length + 1, kind: 'name' };
  }

  /** The words from `at` on that belong to one name, at least `length` of them. */
  #name(at: number, length: number, how?: 'strictly'): Run {
    let end = at + length;
    for (; end < at + 5; end += 1) {
      const [word, next] = [this.#words[end], this.#words[end + 1]];
      const previous = this.#words[end - 1];
      if (!word?.continues || /[,&/]/.test(this.#text.slice(previous?.end, word.start))) break;
      if (PARTICLES.has(word.normal) && next?.continues && (PARTICLES.has(next.normal) || next.isCapital)) continue;
      if (!word.isCapital || /\d/.test(word.normal)) break;
      if (this.#text.slice(previous?.end, word.start) === '-') continue;
      if (this.#isInitial(word) && word.normal !== 'i' && next?.continues && next.isCapital) continue;
      const isLast =
        this.#context.directory?.lastNames.has(word.normal) || isFamilyName(word.normal) || this.#own.has(word.normal);
      if (isLast ? this.#shouts && isWord(word.normal) : this.#shouts || this.#isShort(word)) break;
      if (isLast) continue;
      const isVocabulary = this.#context.vocabulary?.has(word.normal) || (how && isPlace(word.normal));
      if (isOrdinary(word) || isFieldWord(word.normal) || isVocabulary || (how && isWord(word.normal))) break;
    }
    return { length: end - at, kind: 'name' };
  }

  /** Words of the association, places, and English words that stand here as words. */
  #isTaken(word: Word): boolean {
    return (
      isOrdinary(word) ||
      isPlace(word.normal) ||
      this.#context.vocabulary?.has(word.normal) === true ||
      isWord(word.normal)
    );
  }

  #isOwnHere(at: number, introduced: ReturnType<typeof introduces>): boolean {
    const word = this.#words[at];
    if (!word) return false;
    const next = this.#words[at + 1]?.normal ?? '';
    if (word.isCapital && !this.#shouts)
      return (
        !isOrdinary(word) ||
        introduced !== undefined ||
        /^(?:is|was|has|had|will|would)$/.test(next) ||
        isSaidOf(this.#words, at)
      );
    return !isWord(word.normal) || introduced === 'strongly';
  }

  #isInitial = (word: Word): boolean =>
    word.isCapital && word.normal.length === 1 && word.normal !== 'a' && /[a-z]/.test(word.normal);
  /** "CEU", "AIA": capitals throughout are an abbreviation. */
  #isShort = (word: Word): boolean => {
    const written = this.#text.slice(word.start, word.end);
    return !this.#shouts && written.length < 6 && written === written.toUpperCase();
  };
}

function ownPhrases({ own = {} }: RedactionContext): ReadonlyMap<string, DetailKind> {
  const kind = own.isOrganization ? 'organization' : 'name';
  const [full, first, last, informal] = [own.fullName, own.firstName, own.lastName, own.informalName].map((name) =>
    normal(name ?? ''),
  );
  const both = [
    [first, last],
    [last, first],
    [informal, last],
    [last, informal],
  ].flatMap(([left, right]) => (left && right ? [`${left} ${right}`] : []));
  return new Map(
    [full, first, last, informal, ...both]
      .flatMap((name) => (name?.includes(' ') ? [name] : []))
      .map((name) => [name, kind] as const),
  );
}
