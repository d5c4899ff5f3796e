/* A contact detail said to be another: "M-7F3KQ2's email is now C-4T8WXB", "phone on file is wrong, the new one is ...". */
import { hasPronoun, PRONOUN, peopleIn, type SaidChange } from './said-people.js';

const kinds: readonly (readonly [field: string, words: RegExp])[] = [
  ['email', /\b(?:e-?mails?|mail address|mail to|inbox|bounc\w+)\b/i],
  ['phone', /\b(?:phone|cell|mobile|telephone|tel|ph|number|landline|extension)\b|#/i],
  ['address', /\b(?:postal|street|mailing|moved|moving|lives|house|home address|relocated|po box|addr|address)\b/i],
];
/** Somebody wants it changed, or says that it is another one. */
const CHANGED =
  /\b(?:new|now|correct\w*|right one|right (?:e-?mail|address|number|phone)|working|works|chang\w+|updat\w+|replac\w+|fix\w*|amend\w*|edit|swap\w*|set|should be|s\/b|instead|moved|moving|switched|wrong|outdated|old|dead|bounc\w+|no longer|use|uses|using|it'?s|is|are|at|make|got|has|have|via|reach)\b/i;
const ASKS = /^(?:who|which|whose|how|what|when|where|list|count|show|find|is|are|does|do|did|has|have)\b/i;
const ASKS_TO_CHANGE = /\b(?:can|could|would|will) (?:you|we|u|somebody|someone)\b|\bplease\b|\bpls\b/i;
/** Other things are to be done with it. */
const OTHERWISE =
  /\b(?:all|every(?!thing\b)\w*|members|(?<!\b(?:accounts|billing|office|finance|hr|payroll) )people|folks|students|fellows|both|each|tasks?|to-?do|remind(?:er)?|send|invite|list|notes?)\b/i;

const STREET =
  /(?<![\w-])(\d+[a-z]?\s+\p{Lu}[\p{L}\p{N} .,'#/-]*?)(?:[,.;]?\s+(?:please|pls|thanks|thank you|pls update|please update|update please|now|instead|(?:old|the old|that)\b.*))*[.!]?$/u;

export function correctionOf(said: string, spokenOf: string | undefined): SaidChange | undefined {
  const people = peopleIn(said);
  if (people.length > 1) return undefined;
  const isSpokenOf = hasPronoun(said) || new RegExp(String.raw`\b(?:${PRONOUN})'|\b(?:shes|hes)\b`, 'i').test(said);
  const isAboutDetail = kinds.some(([, words]) => words.test(said));
  const member = people[0] ?? (isSpokenOf || isAboutDetail ? spokenOf : undefined);
  if (!member || ASKS.test(said)) return undefined;
  if (/\?\s*$/.test(said) && !ASKS_TO_CHANGE.test(said)) return undefined;
  const values = [...new Set(said.match(/\bC-[0-9A-Z]{6}\b/g) ?? [])];
  const street = values.length === 0 && kinds[2]?.[1].test(said) ? STREET.exec(said)?.[1] : undefined;
  const value = values.length === 1 ? values[0] : street?.trim();
  if (!value) return undefined;
  const rest = said.replaceAll(value, ' ').replaceAll(member, ' ');
  if (OTHERWISE.test(rest) || (!CHANGED.test(rest) && !isAboutDetail)) return undefined;
  const field = street ? 'address' : fieldIn(rest);
  return { tool: 'propose_contact_correction', arguments: { member, ...(field && { field }), value } };
}

/** What the value is, where the words leave no doubt; otherwise the value itself tells. */
function fieldIn(rest: string): string | undefined {
  const [email, phone] = kinds.map(([, words]) => words.test(rest));
  if (email && !phone) return 'email';
  return phone && !email ? 'phone' : undefined;
}
