/* Who is named or spoken of in a change, and how such a sentence begins: shared by notes, tasks and corrections. */

export interface SaidChange {
  readonly tool: 'propose_note' | 'propose_task' | 'propose_contact_correction';
  readonly arguments: Readonly<Record<string, string>>;
}

export const CODE = '[MN]-[0-9A-Z]{6}';
export const PRONOUN = 'she|he|they|her|him|them|his|their';
export const WHO = `(?:${CODE}|(?:${PRONOUN})\\b)`;
export const LEAD = String.raw`^(?:(?:hi|hello|hey|ok|okay|please|pls|plz|kindly|so|and|then|also|now|right|great|thanks|thank you|lovely|perfect|cool|can you|can u|could you|would you|will you|can we|could we|shall we|let's|lets|i'd like you to|i want you to|i need you to|we need to|i'd like to|i want to|i need to|we should|just|go ahead and|very well|well|alright|fine|good|quick|need|i need|we need|i'd like|quickly)\b[,.!\s]*)*`;

/** Of the same length, letter by letter: what is found in it stands at the same place in the text itself. */
export const inPlainMarks = (text: string): string =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/\s/g, ' ')
    .replace(/\b([mnc]-[0-9a-z]{6})\b/gi, (code) => code.toUpperCase());

export const peopleIn = (text: string): string[] => [...new Set(text.match(new RegExp(`\\b${CODE}\\b`, 'g')) ?? [])];

/** The one named in a sentence, or the one spoken of before. */
export const personOf = (said: string | undefined, spokenOf: string | undefined): string | undefined =>
  said !== undefined && new RegExp(`^${CODE}$`).test(said) ? said : spokenOf;

export const hasPronoun = (text: string): boolean => new RegExp(String.raw`\b(?:${PRONOUN})\b`, 'i').test(text);
