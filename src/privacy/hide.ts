/*
 * Typed names, e-mail addresses, phone numbers and streets of the directory are replaced before a model or a checkpoint
 * sees them: by a pseudonym when one record fits, by a placeholder when several do. A contact detail that is nobody's
 * yet is replaced by a stand-in of its own.
 */
import type { Transaction } from '../store/database.js';
import { contactStandIn, contactValuesIn } from './contact-values.js';
import { type Named, namedBy } from './directory.js';
import { type Word, wordsOf } from './name-words.js';
import { isOrdinary } from './ordinary.js';
import { type Span, spansOf } from './phrases.js';
import { placeholderFor } from './placeholders.js';
import { pseudonymsFor } from './pseudonyms.js';
import { reservedAmong } from './reserved.js';
import { birthdaysIn } from './typed-birthdays.js';
import { contactsIn } from './typed-contacts.js';
import { correctedDetails } from './typed-corrections.js';

export interface HideOptions {
  /** Further words that are no person here: synonyms of tiers, events, places. */
  readonly reserved?: Iterable<string>;
  /** `certain` leaves single names alone: full names, addresses, numbers and streets only. */
  readonly only?: 'certain';
  /** ISO 3166: phone numbers without a code are read as this country's; US when unset. */
  readonly country?: string;
}

export interface Replacement {
  /** M-XXXXXX, N-XXXXXX or C-XXXXXX. */
  readonly standIn: string;
  /** Exactly one for a pseudonym, several for a placeholder, none for a contact detail that is nobody's yet. */
  readonly memberIds: readonly string[];
  /** Where the words stood in the text given. */
  readonly start: number;
  readonly end: number;
}

export interface Hidden {
  readonly text: string;
  readonly replaced: readonly Replacement[];
}

/** Something of the text that points to records of the directory. */
interface Match {
  readonly start: number;
  readonly end: number;
  readonly named: readonly Named[];
  /** A contact detail that is nobody's yet. */
  readonly isNew?: true;
}

/** The text with people hidden. */
export async function hide(database: Transaction, text: string, options: HideOptions = {}): Promise<Hidden> {
  const [hidden] = await hideAll(database, [text], options);
  return hidden ?? { text, replaced: [] };
}

/** The same for several texts, with one look into the directory. */
export async function hideAll(
  database: Transaction,
  texts: readonly string[],
  options: HideOptions = {},
): Promise<readonly Hidden[]> {
  const spans = texts.map((text) => spansOf(wordsOf(text)));
  const contacts = await contactsIn(database, texts);
  const birthdays = await birthdaysIn(database, texts);
  const several = await namesAmong(database, spans, (span) => span.length > 1);
  // Looked up last and only where nothing longer stands: a common first name has thousands of bearers.
  const isLeft = (span: Span, text: number) =>
    options.only !== 'certain' &&
    standsAlone(span) &&
    !(spans[text] ?? []).some((longer) => longer.length > 1 && overlap(longer, span) && isNamed(longer, several));
  const single = await namesAmong(database, spans, isLeft);
  const directory = new Map([...several, ...single]);
  const doubtful = spans.flatMap((of) => phrasesBesideNames(of, directory));
  const reserved = doubtful.length > 0 ? await reservedAmong(database, doubtful, options.reserved) : new Set<string>();
  const hidden: Hidden[] = [];
  for (const [index, text] of texts.entries()) {
    const people = matchesOf(spans[index] ?? [], directory, reserved, options.only === 'certain', [
      ...(contacts[index] ?? []),
      ...(birthdays[index] ?? []),
    ]);
    const corrected = options.only === 'certain' ? [] : correctedDetails(text, people);
    const known = outside(people, corrected);
    const read = options.only === 'certain' ? [] : newContacts(text, options.country, known);
    // What the directory spells in another way than we read contact details is a value as it was found.
    const values = [...read, ...outside(corrected, read).map(asNew)];
    hidden.push(await replace(database, text, [...values, ...outside(known, values)].sort(byStart)));
  }
  return hidden;
}

/**
 * Contact details nobody of the directory has; a whole address also where its street is somebody's, an e-mail address
 * also where it is made of somebody's names.
 */
const newContacts = (text: string, country: string | undefined, people: readonly Match[]): readonly Match[] =>
  contactValuesIn(text, country)
    .filter(
      (value) =>
        value.isWhole ||
        !people.some((person) => overlap(person, value) && !(value.holdsNames && isShorterWithin(person, value))),
    )
    .map(asNew);

const isShorterWithin = (one: { start: number; end: number }, whole: { start: number; end: number }): boolean =>
  whole.start <= one.start && one.end <= whole.end && one.end - one.start < whole.end - whole.start;

const asNew = ({ start, end }: Pick<Match, 'start' | 'end'>): Match => ({ start, end, named: [], isNew: true });

const outside = (matches: readonly Match[], taken: readonly Match[]): readonly Match[] =>
  matches.filter((match) => !taken.some((other) => overlap(match, other)));

const byStart = (left: Match, right: Match): number => left.start - right.start;

type Directory = ReadonlyMap<string, readonly Named[]>;

async function namesAmong(
  database: Transaction,
  spans: readonly (readonly Span[])[],
  isAsked: (span: Span, text: number) => boolean,
): Promise<Directory> {
  const asked = spans.flatMap((of, text) => of.filter((span) => isAsked(span, text)));
  return asked.length > 0
    ? await namedBy(
        database,
        asked.flatMap((span) => [...span.phrases, ...span.neighbours.map((word) => word.normal)]),
      )
    : new Map();
}

const isNamed = (span: Span, directory: Directory): boolean => span.phrases.some((phrase) => directory.has(phrase));

const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end;

/** What shares words with a name, and may be read as a place or an event instead. */
function phrasesBesideNames(spans: readonly Span[], directory: Directory): readonly string[] {
  const names = spans.filter((span) => isNamed(span, directory));
  const beside = spans.filter((span) => names.some((name) => overlap(span, name))).flatMap((span) => span.phrases);
  return [...beside, ...names.flatMap((name) => name.neighbours.map((word) => word.normal))];
}

/** Longest first; of one length, a name of several words before vocabulary, vocabulary before a single name. */
function matchesOf(
  spans: readonly Span[],
  directory: Directory,
  reserved: ReadonlySet<string>,
  onlyCertain: boolean,
  contacts: readonly Match[],
): readonly Match[] {
  const taken: Match[] = [...contacts];
  const isFree = (span: Span) => !taken.some((match) => overlap(match, span));
  for (const span of [...spans].sort((left, right) => right.length - left.length || left.start - right.start)) {
    if (!isFree(span)) continue;
    const named = span.phrases.flatMap((phrase) => directory.get(phrase) ?? []);
    const isWord = span.phrases.some((phrase) => reserved.has(phrase));
    const single = span.length === 1;
    const isPart = span.neighbours.some((word) => mayBeName(word, directory, reserved));
    const isPerson = named.length > 0 && !(single && (isWord || isPart || onlyCertain || !standsAlone(span)));
    if (isPerson) taken.push({ start: span.start, end: span.end, named: unique(named) });
    else if (isWord && !single) taken.push({ start: span.start, end: span.end, named: [] });
  }
  return taken.filter((match) => match.named.length > 0).sort((left, right) => left.start - right.start);
}

/** "Cheng" beside "Michael", where nobody is called Michael Cheng: the two are a name that is nobody's here. */
const mayBeName = (word: Word, directory: Directory, reserved: ReadonlySet<string>): boolean =>
  !reserved.has(word.normal) && ((word.isCapital && !word.beginsSentence) || directory.has(word.normal));

const standsAlone = (span: Span): boolean =>
  (span.first.isCapital || span.isAskedFor) && span.first.normal.length > 1 && !isOrdinary(span.first);

/** Each record once, by the first part that fits. */
function unique(named: readonly Named[]): readonly Named[] {
  const first = new Map<string, Named>();
  for (const one of named) if (!first.has(one.memberId)) first.set(one.memberId, one);
  return [...first.values()];
}

async function replace(database: Transaction, text: string, matches: readonly Match[]): Promise<Hidden> {
  const single = matches.flatMap((match) => (match.named.length === 1 ? match.named.map((one) => one.memberId) : []));
  const pseudonyms = single.length > 0 ? await pseudonymsFor(database, single) : new Map<string, string>();
  const replaced: Replacement[] = [];
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, named, isNew } of matches) {
    const standIn = isNew ? contactStandIn() : pseudonyms.get(named.length === 1 ? (named[0]?.memberId ?? '') : '');
    const written = standIn ?? (await placeholderFor(database, named));
    replaced.push({ standIn: written, memberIds: named.map((one) => one.memberId), start, end });
    pieces.push(text.slice(from, start), written);
    from = end;
  }
  return { text: pieces.join('') + text.slice(from), replaced };
}
