/*
 * A contact detail that is typed as the new one of somebody named beside it: "Sean O'Hara has a new cell 614 555 0182"
 * is about one person, also where that number is on another's record. It is a value then, and points to nobody.
 */
import type { Named, Part } from './directory.js';

interface Match {
  readonly start: number;
  readonly end: number;
  readonly named: readonly Named[];
}

const CORRECTION =
  /\b(?:new|now|instead|actually|chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|correct(?:s|ed|ion|ing)?|replac(?:e|es|ed|ing)|fix(?:es|ed|ing)?|set|switch(?:es|ed|ing)?|mov(?:e|es|ed|ing)|should be|is wrong|was wrong|wrong|got an?)\b/i;
const DETAILS: ReadonlySet<Part> = new Set(['email', 'phone', 'street']);

const isDetail = ({ named }: Match): boolean => named.length > 0 && named.every(({ part }) => DETAILS.has(part));

/** Of what was found in a text, the details that are new values of somebody else who is named there. */
export function correctedDetails<Found extends Match>(text: string, found: readonly Found[]): readonly Found[] {
  if (!CORRECTION.test(text)) return [];
  const people = found.filter((match) => !isDetail(match));
  const isOwn = ({ named }: Found): boolean =>
    people.some((person) => person.named.some(({ memberId }) => named.some((one) => one.memberId === memberId)));
  return people.length === 0 ? [] : found.filter((match) => isDetail(match) && !isOwn(match));
}
