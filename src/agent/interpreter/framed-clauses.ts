/* Clauses that only frame what is asked, and where one begins or ends in a sentence without a comma. */
import { plain } from './asked-for.js';
import { FRAMING_BEGINS, framing, headingOf, isPurpose, REQUEST_BEGINS, TAKES_FOR } from './framing.js';
import { OFFICE_ROLE, OFFICE_THING } from './office-words.js';
import type { Span } from './senses.js';
import { isTelling } from './telling-spans.js';
import { tokenise } from './tokenise.js';

/** By its grammar, or as a heading before everything else, the clause frames what is asked. */
export function frames(
  clause: string,
  spans: readonly Span[],
  { isFirst = false, isAfter = false }: { readonly isFirst?: boolean; readonly isAfter?: boolean } = {},
): boolean {
  const said = plain(clause);
  // "For the awards page: the twelve members": what stands behind the colon is asked.
  if (isPurpose(said) && BEHIND_COLON.test(clause)) return false;
  const how = framing(said);
  if (how === 'always')
    return !isPurpose(said) || !endsIn(clause, spans) || ROLE_AT_END.test(said) || THING_AT_END.test(said);
  if (how === 'after') return isAfter;
  if (how === 'quiet') return !spans.some(isTelling);
  const thing = isFirst ? headingOf(said) : undefined;
  if (thing === undefined) return false;
  return !endsIn(clause, spans) && !spans.some(({ sense }) => sense.cat === 'Member');
}

const BEHIND_COLON = /:\s+\S+\s+\S+/;
/** Where what it is for is a page of something: "the awards page of the annual report". */
const THING_AT_END = new RegExp(
  `${OFFICE_THING} (?:of|in|for) (?:the |our |this |next )?(?:[\\w'’-]+ ){0,2}?${OFFICE_THING}$`,
);
const ROLE_AT_END = new RegExp(`${OFFICE_ROLE}$`);

/** The last word means something of the data. */
function endsIn(clause: string, spans: readonly Span[]): boolean {
  const end = tokenise(clause).tokens.length;
  return spans.some(({ sense, to }) => to === end && ['Event', 'What', 'Org', 'Cond', 'Member'].includes(sense.cat));
}

/** "For the deck give me ...", "... so I can thank them": what frames stands before or after without a comma. */
export function apart(part: string, isFraming: (clause: string) => boolean): string[] {
  const colon = /^([^:]{3,80}):\s+(?=\S)/.exec(part);
  if (colon?.[1] && (isFraming(colon[1]) || headingOf(plain(colon[1])) || isPurpose(plain(colon[1]))))
    return [colon[1], ...apart(part.slice(colon[0].length), isFraming)];
  if (isFraming(part)) return [part];
  for (const found of part.matchAll(REQUEST_BEGINS)) {
    const before = part.slice(0, found.index);
    const isOpen =
      /\b(?:a|an|the|my|our|of|to|for|and|with|in|by|me|from|all)$/i.test(before.trim()) && !ASKED_ME.test(before);
    if (!isOpen && plain(before).split(' ').length > 1 && isFraming(before))
      return [before, ...apart(part.slice(found.index + found[0].length), isFraming)];
  }
  for (const found of part.matchAll(FRAMING_BEGINS)) {
    const [before, after] = [part.slice(0, found.index), part.slice(found.index + found[0].length)];
    if (plain(before) === '' || (/^for\b/i.test(after) && TAKES_FOR.test(before.trim()))) continue;
    if (isFraming(after)) return [before, after];
  }
  return [part];
}

/** "N-5D8XW3 asked me": what was asked comes next. */
const ASKED_ME =
  /\b(?:ask(?:s|ed|ing)?|tell(?:s|ing)?|told|emailed|messaged|texted|pinged|pressed|pressing|quizzed|quizzing|bugging|nagging|chasing|chased|grilled|queried) (?:me|us)(?: (?:again|just now|today|yesterday|this (?:morning|afternoon|week)|earlier))?(?: for)?\s*$/i;
