/* Whom a sentence names: pseudonyms, pronouns of those spoken of, and names nothing knows. */
import type { Focus } from './focus.js';
import type { Lexicon } from './lexicon.js';
import { focusWords, personPronouns } from './operators.js';
import type { Span } from './senses.js';
import { spanOf } from './span.js';
import type { Token } from './tokenise.js';

const FOCUS = -0.1;
const PRONOUN = 0.05;
const UNKNOWN_NAME = 0.9;
/** Dearer than one record, so that "show me" means a profile and "find" a search. */
const NAME = 0.1;

/** Pseudonyms, and the pronouns that stand for whom the thread speaks of. */
export function people(tokens: readonly Token[], focus: Focus | undefined): Span[] {
  const spans: Span[] = [];
  // After an answer about people "their" is the people's.
  const isOfMany = focus?.definition !== undefined && focus.isAboutOne !== true && focus.tool !== undefined;
  const phraseAt = (from: number, to: number): string =>
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
  for (let from = 0; from < tokens.length; from++) {
    const { text = '' } = tokens[from] ?? {};
    if (/^[MN]-[0-9A-Z]{6}$/.test(text)) {
      const isSaid = tokens[from - 1]?.text === 'member' || tokens[from - 1]?.text === 'organization';
      spans.push(spanOf({ cat: 'Member', text }, isSaid ? from - 1 : from, from + 1));
      spans.push(spanOf({ cat: 'Member', text }, from, from + 1));
      // Which of them fits, the tool finds out: an employer, or somebody of the staff.
      for (const cat of ['Org', 'Staff'] as const) spans.push(spanOf({ cat, text }, from, from + 1));
      if (text.startsWith('N-') || isSearched(tokens, from))
        spans.push(spanOf({ cat: 'Name', text }, from, from + 1, NAME));
    }
    for (let to = from + 1; to <= Math.min(tokens.length, from + 3); to++) {
      const phrase = phraseAt(from, to);
      if (focus?.member && isOneOf(personPronouns, phrase) && !(isOfMany && PLURAL.test(phrase)))
        spans.push(
          spanOf({ cat: 'Member', text: focus.member }, from, to, PRONOUN, [`"${phrase}" is read as ${focus.member}`]),
        );
      if (focus?.definition && isOneOf(focusWords, phrase)) {
        const head = { name: 'focus', takesBase: false };
        spans.push(spanOf({ cat: 'Cond', definition: { op: 'all', of: [] }, size: 0, head }, from, to, FOCUS));
      }
    }
  }
  return spans;
}

/** "Find", "search for": a list of whoever bears the name, where "show" means the one record. */
const isSearched = (tokens: readonly Token[], at: number): boolean => {
  const [one, two] = [tokens[at - 1]?.text ?? '', tokens[at - 2]?.text ?? ''];
  return (
    /^(?:find|search|locate)$/.test(one) || (one === 'for' && /^(?:search|look|looking|searching|hunt)$/.test(two))
  );
};

const PLURAL = /^(?:their|theirs|they|them)$/;
const isOneOf = (list: readonly string[], phrase: string): boolean => list.includes(phrase);

/**
 * Words with capitals that nothing knows may be somebody's name: only a tool that takes a person can use them. Beside one
 * of them, "Christian" or "Black" is a name too.
 */
export function names(tokens: readonly Token[], lexicon: Lexicon): Span[] {
  const isCapital = (at: number): boolean =>
    at > 0 && /^\p{Lu}[\p{L}'’.-]*\p{Ll}[\p{L}'’.-]*$/u.test(tokens[at]?.raw ?? '');
  const isUnknown = (at: number): boolean => isCapital(at) && !lexicon.knows(tokens[at]?.text ?? '');
  const isName = (at: number): boolean =>
    isUnknown(at) || (isCapital(at) && lexicon.isProtectedOnly(tokens[at]?.text ?? ''));
  const spans: Span[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!isName(from) || isName(from - 1)) continue;
    let to = from + 1;
    while (isName(to) || isOfACompany(tokens[to])) to++;
    const run = tokens.slice(from, to);
    if (!run.some((_, offset) => isUnknown(from + offset))) continue;
    const text = run.map(({ raw }) => raw).join(' ');
    spans.push(spanOf({ cat: 'Member', text }, from, to, UNKNOWN_NAME));
    spans.push(spanOf({ cat: 'Name', text }, from, to, UNKNOWN_NAME + NAME));
    if (/^(at|for)$/.test(tokens[from - 1]?.text ?? ''))
      spans.push(spanOf({ cat: 'Org', text }, from, to, UNKNOWN_NAME));
  }
  return spans;
}

/** "Quorl Industries": the second word is known, and part of the name. */
const isOfACompany = (token: Token | undefined): boolean =>
  token !== undefined &&
  /^(?:Industries|Systems|Group|Inc|LLC|Ltd|Limited|Corp|Corporation|Company|Partners|Associates|Foundation|Institute|University|College|Hospital|Bank|Labs|Laboratories|Solutions|Services|Holdings|Technologies|Technology|Consulting|Trust|Society|Council|Agency|Center|Centre|Clinic|Schools?|Press|Media|Studios?|Works|Enterprises|International|Global|Logistics|Energy|Power|Insurance|Financial|Capital|Ventures|Networks?|Software|Engineering|Design|Advisors|Advisory|Health|Healthcare|Foods|Motors|Airlines|Pharmaceuticals|Union|Cooperative|Alliance)$/.test(
    token.raw,
  );
