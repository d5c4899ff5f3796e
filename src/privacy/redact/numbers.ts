/* Numbers that open something: cards, bank accounts, identity papers, memberships, passwords. */
import type { OwnRecord } from './context.js';
import type { Detail } from './detail.js';
import { after, before, found } from './found.js';

const LONG_NUMBER = /(?<![\d.])\d(?:[ -]?\d){12,18}/g;
const CARD_DIGITS: readonly (readonly [first: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5|2[2-7])/, [16]],
  [/^3[47]/, [15]],
  [/^3[068]/, [14]],
  [/^6/, [16, 17, 18, 19]],
];
const BUSINESS = /(?:order|invoice|tracking|confirmation|reference|ref|ticket|case|transaction|po)\b[^\n]{0,14}$/;

/** Payment cards: their first digits, length and check digit; also a card with a slip in it where it is called one. */
export function* cards(text: string): Generator<Detail> {
  for (const { 0: digits, index } of text.matchAll(LONG_NUMBER)) {
    const cue = before(text, index);
    const isCalledCard = /\b(?:card|visa|mastercard|amex|discover)\b/.test(cue);
    if (BUSINESS.test(cue) && !isCalledCard) continue;
    const length = cardLength(digits, text[index + digits.length] ?? '', isCalledCard);
    if (length > 0) yield { start: index, end: index + length, kind: 'card' };
  }
  yield* found(text, /\b(?:cvv2?|cvc|security code)\b(?: is|:| number)? {0,2}(?<part>\d{3,4})\b/dgi, 'card');
}

/** Characters of the longest part of the run that ends where a group ends and is a card; 0 when none is. */
function cardLength(run: string, next: string, isCalledCard: boolean): number {
  for (let end = run.length; end >= 13; end -= 1) {
    const following = end === run.length ? next : (run[end] ?? '');
    const digits = run.slice(0, end).replace(/\D/g, '');
    if (/\d/.test(following) || !/\d$/.test(run.slice(0, end)) || digits.length < 13) continue;
    const fits = CARD_DIGITS.some(([first, lengths]) => first.test(digits) && lengths.includes(digits.length));
    if (fits && (hasCheckDigit(digits) || isCalledCard)) return end;
  }
  return 0;
}

/** Luhn: doubles every second digit from the right. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.at(-1 - place)) * (place % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g;
const ACCOUNT =
  /\b(?:account|acct|a\/c)\.?(?: ?(?:number|no\.?|num|#))?(?: is| ?:| ?=|,)? ?#? ?(?<part>\d[\d -]{3,16}\d)/dgi;
const ROUTING =
  /\b(?:routing|aba|rtn|sort code|swift|bic)\b(?: ?(?:number|no\.?|code|#))?(?: is| ?:| ?=|,)? ?(?<part>\d{9}|\d\d[- ]\d\d[- ]\d\d|[A-Z]{6}[A-Z0-9]{2,5})\b/dgi;
const OF_A_BANK = /\b(?:bank|routing|checking|savings|deposit|wire|debit|ach|aba|sort code|credit union|direct)\b/;

export function* bankAccounts(text: string): Generator<Detail> {
  yield* found(text, IBAN, 'bank account', ([iban]) => isIban(iban.replaceAll(' ', '')));
  yield* found(text, ROUTING, 'bank account');
  // An association has account numbers too: only one beside a bank is a bank's.
  yield* found(text, ACCOUNT, 'bank account', ({ index, 0: all }) =>
    OF_A_BANK.test(before(text, index, 80) + all.toLowerCase() + after(text, index + all.length, 80)),
  );
}

/** ISO 13616: the rest of dividing by 97 is 1. */
function isIban(iban: string): boolean {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((letter) => Number.parseInt(letter, 36)).join('');
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

const SOCIAL_SECURITY = /(?<![\d-])(?!000|666|9)\d{3}-\d\d-\d{4}(?![\d-])/g;
const PAPERS =
  /\b(?:ssn|social security|passport|driver'?s?'? licen[cs]e|dl|tax ?id|tin|visa number)\b(?: ?(?:number|no\.?|num|#))?(?: is| ?:| ?=|,)? ?#? ?(?<part>(?=[A-Z0-9 -]{0,5}\d{2})[A-Z]{0,2}[\d-]{4,14}\b|\d{3} ?\d\d ?\d{4}\b)/dgi;

export function* governmentIds(text: string): Generator<Detail> {
  yield* found(text, SOCIAL_SECURITY, 'government id');
  yield* found(text, PAPERS, 'government id');
}

const MEMBER_NUMBER =
  /\b(?:member(?:ship)?|imis|customer)(?:'s)? ?(?:id|number|no\.?|num|#)(?: is| ?:| ?=|,)? ?#? ?(?<part>\d{4,10})\b/dgi;
const PASSWORD =
  /\b(?:password|passcode|pwd|pin|passphrase)\b(?: is| was| ?:| ?=) ?["'“]?(?<part>(?=\S{0,30}[\d!#$%^&*_])[^\s"'”,]{3,40}[^\s"'”.,!?;)])/dgi;

export function* secrets(text: string, own: OwnRecord = {}): Generator<Detail> {
  yield* found(text, MEMBER_NUMBER, 'member id');
  yield* found(text, PASSWORD, 'password');
  for (const id of [own.memberId, own.userName])
    if (id && id.length >= 4 && !/\s/.test(id))
      for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + id.length))
        if (
          !/[\p{L}\p{N}.,]/u.test(text[at - 1] ?? '') &&
          !/^(?:[\p{L}\p{N}]|[.,]\d)/u.test(text.slice(at + id.length))
        )
          yield { start: at, end: at + id.length, kind: 'member id' };
}
