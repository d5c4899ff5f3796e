/*
 * What somebody sees of a text. Characters that nobody sees carry orders past whoever reads along, turn words round or
 * keep a name from being found: they are taken out, also where they are written as entities, which a client may turn
 * into characters again.
 */

/** Unseen although Unicode counts them among what may be seen: the blank Braille pattern. */
const BLANK = '\\u{2800}';
// Marks of Arabic, Syriac and Kaithi numbers are counted as format characters and are seen.
const SEEN_FORMATS = '\\u{600}-\\u{605}\\u{6DD}\\u{70F}\\u{890}\\u{891}\\u{8E2}\\u{110BD}\\u{110CD}';
const UNSEEN = `(?![\\t\\n${SEEN_FORMATS}])[\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}${BLANK}]`;
/** What words of Persian and of India, and emoji of several parts, need in its place. */
const JOINERS = '\\u{200C}\\u{200D}\\u{FE0E}\\u{FE0F}';

const NEVER_SEEN = new RegExp(`(?![${JOINERS}])${UNSEEN}`, 'gu');
const IS_UNSEEN = new RegExp(`^(?:${UNSEEN}|[\\u{D800}-\\u{DFFF}])$`, 'u');
const LINE_ENDS = /\r\n?|[\v\f\u{85}\u{2028}\u{2029}]/gu;

const JOINED_SCRIPTS = [
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
];
const INDIC = `(?![\\p{N}\\p{P}])[${JOINED_SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`;
// The sign of each of these scripts that leaves a consonant without its vowel.
const VIRAMA = '[\\u{94D}\\u{9CD}\\u{A4D}\\u{ACD}\\u{B4D}\\u{BCD}\\u{C4D}\\u{CCD}\\u{D4D}\\u{DCA}]';
const ARABIC = '(?=\\p{L})\\p{Script=Arabic}';

/** A joiner in its place, kept; any other, and any selector without an emoji of its own, goes. */
const JOINING = new RegExp(
  [
    // A family, a flag of several colours: between two pictures.
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]\\u{FE0F}?)\\u{200D}(?=\\p{Extended_Pictographic})',
    `(?<=${ARABIC}\\p{Script=Inherited}{0,2})\\u{200C}(?=${ARABIC})`,
    `(?<=${INDIC})[\\u{200C}\\u{200D}](?=${INDIC})`,
    `(?<=${VIRAMA})[\\u{200C}\\u{200D}](?![${JOINERS}])`,
    // One selector after a picture, or within a key cap.
    `(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}])[\\u{FE0E}\\u{FE0F}](?![\\u{FE0E}\\u{FE0F}])`,
    '(?<=[0-9#*])\\u{FE0F}(?=\\u{20E3})',
  ]
    .map((place) => `(${place})`)
    .concat(`[${JOINERS}]`)
    .join('|'),
  'gu',
);

// Four marks of one letter are more than any spelling has; scripts that build syllables of marks reach seven.
const MARKS = /(\p{M}{8})\p{M}+/gu;
const COMMON_MARKS = /((?:(?=\p{M})\p{Script=Inherited}){4})(?:(?=\p{M})\p{Script=Inherited})+/gu;

/** Character references and escapes by number, however often their ampersand was escaped itself. */
const BY_NUMBER =
  /&(?:(?:amp|#0{0,20}38|#[xX]0{0,20}26);?){0,20}#(?:[xX](?<hex>[0-9a-fA-F]{1,20})|(?<decimal>[0-9]{1,20}));?|\\(?:u(?<four>[0-9a-fA-F]{4})|[ux]\{(?<braced>[0-9a-fA-F]{1,20})\}|U(?<eight>[0-9a-fA-F]{8}))/gu;
/** The named ones of HTML whose character nobody sees. */
const BY_NAME =
  /&(?:(?:amp|#0{0,20}38|#[xX]0{0,20}26);?){0,20}(?:shy;?|(?:zwn?j|lrm|rlm|ZeroWidthSpace|Negative(?:VeryThin|Thin|Medium|Thick)Space|NoBreak|ApplyFunction|af|InvisibleTimes|it|InvisibleComma|ic);)/gu;
/**
 * Most texts hold nothing to look at twice: letters of Latin that are one character each, signs that are seen, no entity
 * and no escape.
 */
const WORTH_A_LOOK =
  /[^\t\n\x20-\x5b\x5d-\x7e\u{A1}-\u{AC}\u{AE}-\u{17F}\u{2010}-\u{2027}\u{2030}-\u{205E}\u{20A0}-\u{20BF}]|&[#A-Za-z]/u;
/** Stands where an entity was: what was on both sides of it cannot become another. */
const REMOVED = '\u{FFFD}';

/**
 * The text without what is not seen: NFC, lines ended by a line feed, at most a few marks on a letter. Joiners stay in
 * emoji and where words of Persian and of India need them. Applied again it changes nothing.
 */
export function visible(text: string): string {
  if (!WORTH_A_LOOK.test(text)) return text;
  // What one pass brings together (a letter and its accent, two marks) the next one settles.
  for (let given = text.toWellFormed(); ; ) {
    const seen = once(given);
    if (seen === given) return seen;
    given = seen;
  }
}

const once = (text: string): string =>
  text
    .replace(LINE_ENDS, '\n')
    .replace(BY_NUMBER, numbered)
    .replace(BY_NAME, REMOVED)
    .replace(NEVER_SEEN, '')
    .replace(JOINING, (joiner: string, ...kept: unknown[]) =>
      kept.slice(0, 6).some((place) => place !== undefined) ? joiner : '',
    )
    .normalize('NFC')
    .replace(COMMON_MARKS, '$1')
    .replace(MARKS, '$1');

function numbered(written: string, ...rest: unknown[]): string {
  const { decimal, ...sixteens } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
  const hex = Object.values(sixteens).find((digits) => digits !== undefined) ?? '';
  const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
  // No character at all: whoever reads it makes of it what they like.
  if (code > 0x10ffff) return REMOVED;
  return IS_UNSEEN.test(String.fromCodePoint(code)) ? REMOVED : written;
}

/** Every text of a result as it is seen, each in one line: no record begins a line of its own among ours. */
export function visibly<Value>(value: Value): Value {
  return seen(value) as Value;
}

export const oneLine = (text: string): string => visible(text).replace(/\n+/g, ' ');

function seen(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value)) return value.map(seen);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, seen(field)]));
}
