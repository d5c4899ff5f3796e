/*
 * Phone numbers: digits in the groups people write them in, checked with libphonenumber; digits in one piece only where a
 * phone is spoken of or somebody in the directory has that number. Order numbers, dates and amounts are none.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Directory, OwnRecord } from './context.js';
import type { Detail } from './detail.js';
import { before, found } from './found.js';

const DIGITS = /(?<![\p{L}\p{N}$€£#.,/-])(?:\+ ?)?\(?\d(?:[ ().\-–/]{0,3}\d){6,14}(?! ?%)(?![\p{L}\d])/gu;
const EXTENSION = /^,? {0,2}(?:x|ext\.?|extension) ?\d{1,6}\b/i;
const SPOKEN_OF =
  /\b(?:phone|call(?:ed|ing)?|cell|mobile|tel|telephone|text(?:ed)?|sms|fax|reach(?:ed)?|dial|whatsapp|voicemail|ring|number|office|home|work|direct|line|me|at|on)\b[^\d\n]{0,16}$/;
const BUSINESS =
  /\b(?:order|invoice|inv|tracking|confirmation|reference|ref|ticket|case|transaction|po|receipt|check|item|product|sku|isbn|serial|part|license|course|code|id|registration|booking|report|policy)\b[^\d\n.!?]{0,16}$|#\s?$/;
const DATE = /^\(?(?:\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4})\b/;
const YEARS = /^(?:19|20)\d\d[ \-–/]+(?:(?:19|20)\d\d|\d\d)\b/;
const GROUPS = /^(?:\+?1[ .-]?)?(?:\(\d{3}\)|\d{3})[ .\-–/]{1,3}\d{3}[ .\-–]{1,3}\d{4}$/;
const LOCAL = /^\d{3}[-–.]\d{4}$/;
const DIGIT = '(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)';
const IN_WORDS = new RegExp(`\\b${DIGIT}(?:[ ,.-]{1,3}${DIGIT}){6,10}\\b`, 'gi');

export function* phones(text: string, directory?: Directory, own: OwnRecord = {}): Generator<Detail> {
  const owned = lastDigits(own.phone ?? '');
  for (const { 0: number, index } of text.matchAll(DIGITS)) {
    const digits = lastDigits(number);
    const isKnown =
      digits.length >= 7 && (directory?.phones.has(digits) || (owned.length >= 7 && owned.endsWith(digits)));
    if (!isKnown && !isPhone(number, before(text, index))) continue;
    const end = index + number.length;
    yield { start: index, end: end + (text.slice(end, end + 16).match(EXTENSION)?.[0].length ?? 0), kind: 'phone' };
  }
  yield* found(text, IN_WORDS, 'phone');
}

function isPhone(number: string, cue: string): boolean {
  if (DATE.test(number) || YEARS.test(number) || BUSINESS.test(cue)) return false;
  if (GROUPS.test(number) || LOCAL.test(number)) return true;
  const isSpokenOf = SPOKEN_OF.test(cue);
  if (!number.startsWith('+') && !isSpokenOf) return false;
  const digits = number.replace(/\D/g, '');
  if (isSpokenOf && digits.length === 7) return true;
  const parsed = parsePhoneNumberFromString(number, 'US');
  if (parsed?.isPossible() && (number.startsWith('+') || parsed.isValid())) return true;
  // Numbers of other countries, as dialled there: "020 7946 0958".
  return isSpokenOf && /^\(?0\d/.test(number) && digits.length >= 9;
}

/** The last ten digits, without an extension. */
export const lastDigits = (phone: string): string => phone.replace(/x.*$/i, '').replace(/\D/g, '').slice(-10);
