/* One person named in a message is who its pronouns mean. */
import { isOwnWords, pseudonymsIn } from './tokenise.js';

export interface Named {
  readonly text: string;
  readonly notes: readonly string[];
}

const ADDRESSED = /^\s*(?:so |ok |and )?M-[0-9A-Z]{6}$/;
const PERSON = /\bM-[0-9A-Z]{6}\b/;

/** "Her chapter" is theirs, "call her on Friday" is they. */
const OWNED =
  /\b(his|their|her)\b(?!\s+(?:tiers?|peers)\b)(\s+(?!(?:to|in|on|at|for|by|from|and|or|since|before|after|with|now|please|pls|last|this)\b)\p{L})?/giu;

/** The message with "she", "his", "her" after the one person named written as that person. */
export function withPersonNamed(text: string): Named {
  const people = pseudonymsIn(text).filter((name) => name.startsWith('M-'));
  const [person] = people;
  if (people.length !== 1 || person === undefined || isOwnWords(text)) return { text, notes: [] };
  const at = text.search(PERSON) + person.length;
  const said = new Set<string>();
  const personFor = (word: string): string => {
    said.add(word.toLowerCase());
    return person;
  };
  const after = text
    .slice(at)
    .replace(/\b(she|he|him|hers)\b/gi, personFor)
    .replace(OWNED, (_, word: string, next: string | undefined) =>
      next === undefined ? personFor(word) : `${personFor(word)}'s${next}`,
    )
    // "M-..., M-... is a member five years": said once.
    .replace(new RegExp(`^(\\s*,?\\s*)${person}\\b(?!')`), '$1')
    .replace(/^\s*,\s*(?=is\b|was\b|has\b|did\b)/i, ' ');
  // "M-...: what are her invoices" names them twice.
  const isAddressed = said.size > 0 && after.includes(person);
  const before = text.slice(0, at);
  return {
    text:
      (isAddressed ? before.replace(ADDRESSED, '') : before) +
      (isAddressed && ADDRESSED.test(before) ? after.replace(/^\s*[:,]\s*/, '') : after),
    notes: [...said].map((word) => `"${word}" is read as ${person}`),
  };
}

const OWN_CHAPTER =
  /\b(?:(?:in|from|of|at|within|across|for) (?:my|our|the)|my|our) (?:own )?(?:chapter|chptr|chpt|chap)(?:'s)?(?! (?:of|in|meetings?|events?|dues|managers?|leaders?|board|treasurers?|secretar(?:y|ies)|presidents?|chairs?|officers?|committees?)\b)(?=\s|[?.!,]|$)/gi;
const OWN = /\b(?:of|from|for|by) (?:mine|ours)\b/gi;

/** "Of mine", "in my chapter": who asks sees those they may see anyway. Said, since it may be less than was meant. */
export function withoutOwners(text: string): Named {
  if (isOwnWords(text)) return { text, notes: [] };
  const isChapter = OWN_CHAPTER.test(text);
  OWN_CHAPTER.lastIndex = 0;
  const isOwn = OWN.test(text);
  OWN.lastIndex = 0;
  return {
    text: text.replace(OWN_CHAPTER, ' ').replace(OWN, ' '),
    notes: [
      ...(isChapter ? ['your chapter: everybody you may see'] : []),
      ...(isOwn ? ['yours: everybody you may see'] : []),
    ],
  };
}
