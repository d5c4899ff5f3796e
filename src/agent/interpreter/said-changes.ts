/*
 * Changes to one person said without a verb of proposing: "have N-5D8XW3 call M-7F3KQ2 by Friday", "M-7F3KQ2's email is
 * now C-4T8WXB", "put on file for M-7F3KQ2 that ...". One person, and free text or a contact value, must be there; words
 * outside the patterns leave the sentence to the chart. What comes of it is a proposal that waits for a person.
 */
import { daysAt } from '../../language/days.js';
import type { Customs } from '../../language/reading.js';
import { wordsOf } from '../../language/words.js';

export interface SaidChange {
  readonly tool: 'propose_note' | 'propose_task' | 'propose_contact_correction';
  readonly arguments: Readonly<Record<string, string>>;
}

const CODE = '[MN]-[0-9A-Z]{6}';
const PRONOUN = 'she|he|they|her|him|them|his|their';
const WHO = `(?:${CODE}|(?:${PRONOUN})\\b)`;
const LEAD = String.raw`^(?:(?:hi|hello|hey|ok|okay|please|pls|kindly|so|and|then|also|now|right|great|thanks|can you|could you|would you|will you|can we|could we|let's|lets|i'd like you to|i want you to|i need you to|we need to|i'd like to|i need to|we should|just)\b[,\s]*)*`;

/** The change a sentence says of one person, or of the one spoken of. */
export function saidChange(text: string, spokenOf: string | undefined, customs: Customs): SaidChange | undefined {
  const said = inPlainMarks(text).replace(/\s+/g, ' ').trim();
  if (/^(?:who|which|whose|how|what|when|where|list|count|show)\b/i.test(said)) return undefined;
  return noteOf(text, spokenOf) ?? correctionOf(said, spokenOf) ?? taskOf(said, spokenOf, customs);
}

/** Of the same length, letter by letter: what is found in it stands at the same place in the text itself. */
const inPlainMarks = (text: string): string =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/\s/g, ' ')
    .replace(/\b([mnc]-[0-9a-z]{6})\b/gi, (code) => code.toUpperCase());

const personOf = (said: string | undefined, spokenOf: string | undefined): string | undefined =>
  said !== undefined && new RegExp(`^${CODE}$`).test(said) ? said : spokenOf;

const NOTE_WORDS = String.raw`(?:\s*(?:down|a|an|the|quick|short|brief|note|notes|memo|entry|comment|in|on|to|into|for|under|against|onto|file|record|records|account|profile|please|of|it|this|about|regarding)\b)*`;
const notes = [
  new RegExp(
    String.raw`${LEAD}(?:jot|write|put|note|log|record|add|enter|make|leave|drop|keep|attach|save|place)\b${NOTE_WORDS}\s+(${WHO})(?:'s)?${NOTE_WORDS}\s*(?:,?\s+that\s+|,?\s+saying(?:\s+that)?\s+|,?\s+to say(?:\s+that)?\s+|\s*:\s*|\s+-\s+)(.+)$`,
    'i',
  ),
  new RegExp(
    String.raw`${LEAD}(?:for|on)\s+(${WHO})(?:'s\s+(?:file|record|account|profile))?,?\s+(?:please\s+)?(?:note|write|jot|log|record|put|add a note|make a note|write down|jot down|note down)(?:\s+down)?\s+(?:that\s+|:\s*)(.+)$`,
    'i',
  ),
];

/** The text of a note is in it, which stays as it was typed. */
export const isNoteSaid = (text: string): boolean => notes.some((pattern) => pattern.test(text));

/** The words of the note are cut from the text as it was typed. */
function noteOf(text: string, spokenOf: string | undefined): SaidChange | undefined {
  const typed = text.trim();
  const said = inPlainMarks(typed);
  for (const pattern of notes) {
    const [, who, words] = pattern.exec(said) ?? [];
    const member = personOf(who, spokenOf);
    if (member && words && !/\btask\b/i.test(said.slice(0, said.length - words.length)))
      return { tool: 'propose_note', arguments: { member, text: unquoted(typed.slice(-words.length)) } };
  }
  return undefined;
}

const unquoted = (words: string): string => words.replace(/^["“](.*)["”]\s*\.?$/, '$1').trim();

const details: readonly (readonly [field: string, words: RegExp])[] = [
  ['email', /\b(?:e-?mail|mail address)\b/i],
  ['phone', /\b(?:phone|cell|mobile|telephone|number)\b/i],
  ['address', /\b(?:address|addr|moved|lives|street|mailing|postal)\b/i],
];
/** All that may stand beside the person and the value. */
const CORRECTING = new Set(
  `correct change update fix replace amend edit set swap make get got gets fixed changed updated corrected has have had a an
  the new is are was now should be s b to of for on in at from with as and her his their she he they them him it that this
  its please pls thanks thank you can could would email e mail phone cell mobile telephone number address addr mailing postal
  home work street detail details contact info information moved moving house switched switch employers employer jobs job
  companies company record file account profile so going forward instead old not anymore any more uses use using reach
  reached by via preferred current correction here 's re our system imis lives living just has's today know wants into`
    .split(/\s+/)
    .filter(Boolean),
);

function correctionOf(said: string, spokenOf: string | undefined): SaidChange | undefined {
  const people = [...new Set(said.match(new RegExp(`\\b${CODE}\\b`, 'g')) ?? [])];
  if (people.length > 1) return undefined;
  const isSpokenOf = new RegExp(String.raw`\b(?:${PRONOUN}|she's|he's|they've|shes|hes)\b`, 'i').test(said);
  const member = people[0] ?? (isSpokenOf ? spokenOf : undefined);
  if (!member || /\?\s*$/.test(said)) return undefined;
  const values = [...new Set(said.match(/\bC-[0-9A-Z]{6}\b/g) ?? [])];
  const street =
    /(?<![\w-])(\d+[a-z]?\s+\p{Lu}[\p{L}\p{N} .,'#/-]*?)(?:[,.]?\s+(?:please|pls|thanks|thank you|pls update|please update|update please))*[.!]?$/u.exec(
      said,
    )?.[1];
  const value = values.length === 1 ? values[0] : values.length === 0 ? street?.trim() : undefined;
  if (!value) return undefined;
  const rest = said.replaceAll(value, ' ').replaceAll(member, ' ');
  const words = rest.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const left = words
    .flatMap((word) => word.split("'"))
    .filter((word) => word !== '' && !CORRECTING.has(word) && !SHORT.has(word));
  if (left.length > 0 || /\d/.test(rest.replace(/\bC-[0-9A-Z]{6}\b/g, ''))) return undefined;
  const named = details.filter(([, pattern]) => pattern.test(rest)).map(([field]) => field);
  const field = values.length === 0 ? 'address' : (named.find((one) => one !== 'address') ?? named[0]);
  // "Mail address" names the address of mail: the word before it decides.
  if (named.length > 2) return undefined;
  return { tool: 'propose_contact_correction', arguments: { member, ...(field && { field }), value } };
}

const SHORT = new Set(['s', 've', 'd', 're', 'shes', 'hes', 'theyve']);

const DOING = `(?:call|ring|phone|telephone|e-?mail|contact|reach out|check in|check|follow[- ]?up|speak|talk|meet|send|get in touch|give|write|visit|thank|chase|invite|touch base|get back|return|help|look into|sort out|go over|drop|catch up)`;
const MANAGER = String.raw`(?:(${CODE})(?:'s)|her|his|their|the)\s+(?:relationship |account |membership )?manager`;
const tasks = [
  // Somebody is told to do something.
  new RegExp(
    String.raw`${LEAD}(?:have|get|ask|tell|let|remind|assign|make sure)\s+(?:(${CODE})|${MANAGER})\s+(?:to\s+)?(${DOING}\b.*)$`,
    'i',
  ),
  // Somebody ought to.
  new RegExp(
    String.raw`${LEAD}(?:(${CODE})|${MANAGER})\s+(?:ought to|should|needs to|must|has to|is to|had better|will need to|could)\s+(${DOING}\b.*)$`,
    'i',
  ),
  // Something is set up for somebody to do.
  new RegExp(
    String.raw`${LEAD}(?:set|schedule|arrange|book|create|add|make|put|open|organi[sz]e|plan)\b(?:\s+(?:up|something|a|an|the|task|call|reminder|to-do|todo|follow-up|in))*\s+for\s+(?:(${CODE})|${MANAGER})\s+to\s+(${DOING}\b.*)$`,
    'i',
  ),
];
const followUp = new RegExp(
  String.raw`${LEAD}((?:follow[- ]?up|check in|touch base|get back in touch)\s+with\s+(${WHO})\b.*)$`,
  'i',
);

function taskOf(said: string, spokenOf: string | undefined, customs: Customs): SaidChange | undefined {
  if (/\b(?:everyone|everybody|all of|each|members)\b/i.test(said)) return undefined;
  for (const pattern of tasks) {
    const [, staff, managed, words] = pattern.exec(said) ?? [];
    if (!words) continue;
    const member = [...new Set(words.match(new RegExp(`\\b${CODE}\\b`, 'g')) ?? [])].filter((one) => one !== staff);
    if (member.length > 1) return undefined;
    const about =
      member[0] ?? managed ?? (new RegExp(String.raw`\b(?:${PRONOUN})\b`, 'i').test(words) ? spokenOf : undefined);
    if (about && about !== staff) return taskFor(about, words, staff, customs);
  }
  const [, words, who] = followUp.exec(said) ?? [];
  const member = personOf(who, spokenOf);
  return words && member ? taskFor(member, words, undefined, customs) : undefined;
}

const DUE =
  /[,.;]?\s+(?:let's say\s+|say\s+)?(?:(?:due(?: by| on)?|by|before|no later than|not later than|until|at the latest by)\s+(.+?)|((?:on\s+)?[\p{L}\d ]{3,20}?)\s+at the latest)(?:\s+at the latest|\s+please|\s+pls|\s+thanks)*[.!]?$/iu;

function taskFor(
  member: string,
  words: string,
  assignee: string | undefined,
  customs: Customs,
): SaidChange | undefined {
  const due = DUE.exec(words);
  const named = (due?.[1] ?? due?.[2])?.trim();
  const day = named === undefined ? undefined : dayOf(named, customs);
  const told = (day ? words.slice(0, due?.index) : words).replaceAll(member, 'them').replace(/[\s,.;!]+$/, '');
  return {
    tool: 'propose_task',
    arguments: { member, text: told, ...(day && { due: day }), ...(assignee && { assignee }) },
  };
}

/** The first day named by the words that is not past. */
function dayOf(words: string, customs: Customs): string | undefined {
  const all = wordsOf(words.replace(/^on\s+/i, ''));
  return daysAt(all, 0, customs)
    .filter(({ end, value }) => end === all.length && value >= customs.today)
    .map(({ value }) => value)
    .sort()[0];
}
