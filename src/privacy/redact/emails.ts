/* E-mail addresses, also spelled out: "jsmith (at) example dot com". */

import type { Detail } from './detail.js';
import { isWord } from './english.js';
import { found } from './found.js';

// The look-behind lets each run of characters be tried once: without it a long run costs its square.
const WRITTEN = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

const AT = String.raw`(?:\s{0,2}[([{<]\s?(?:at|@)\s?[)\]}>]\s{0,2}|\s{1,2}(?:at|@)\s{1,2})`;
const DOT = String.raw`(?:\s{0,2}[([{<]\s?(?:dot|\.)\s?[)\]}>]\s{0,2}|\s{1,2}dot\s{1,2}|\.)`;
const NAME = "[\\p{L}\\p{N}_+'-]{1,40}";
const SPELLED = new RegExp(
  `(?<![\\p{L}\\p{N}._%+'-])(?<local>${NAME}(?:${DOT}${NAME}){0,3})(?<at>${AT})(?<domain>[\\p{L}\\p{N}-]{1,63}(?:${DOT}[\\p{L}\\p{N}-]{2,63}){1,3})`,
  'giu',
);
const ENDINGS = /(?:com|org|net|edu|gov|mil|info|biz|io|co|us|uk|ca|me|mail|eu|de|mx)$/i;

export function* emails(text: string): Generator<Detail> {
  yield* found(text, WRITTEN, 'email');
  yield* found(text, SPELLED, 'email', ({ groups }) => {
    const { local = '', at = '', domain = '' } = groups ?? {};
    if (!ENDINGS.test(domain)) return false;
    // "Register at example.com": a plain "at" before a plain address of a site is no e-mail, unless a name stands there.
    const isSpelled = /[([{<@]/.test(at) || /dot|[([{<]/i.test(domain);
    const [word = ''] = local.toLowerCase().match(/[\p{L}']+$/u) ?? [];
    const isPlainWord = local.toLowerCase() === word && isWord(word);
    return isSpelled ? !(isPlainWord && /^(?:me|us|you|him|her|them|it|look|visit|online)$/.test(word)) : !isPlainWord;
  });
}
