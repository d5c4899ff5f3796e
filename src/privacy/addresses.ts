/*
 * Addresses that no pattern of this country's streets finds: streets of others, and whatever is said to be an address.
 */
interface Place {
  readonly start: number;
  readonly end: number;
  /** With its town: one detail, whoever else lives in its street. */
  readonly isWhole: boolean;
}

const HOUSE = String.raw`(?:n[º°o]\.?\s?)?\d{1,5}[A-Za-z]?\b`;
const WORDS = String.raw`(?:[\p{L}'’.-]{1,25}\s){0,4}[\p{L}'’.-]{1,25}`;
const TOWN = String.raw`(?:,?\s{1,2}(?:[A-Z]{1,2}-)?\d{4,6}(?:\s[A-Z]{2})?\s\p{Lu}[\p{L}'’-]{1,25}(?:\s\p{Lu}[\p{L}'’-]{1,25}){0,2}|,\s{1,2}\p{Lu}[\p{L}'’-]{1,25}){0,2}`;
/** The street is part of the word, and its number behind: "Hauptstraße 12", "Keizersgracht 5", "Storgatan 3". */
const JOINED = String.raw`(?<![\p{L}\d])\p{Lu}[\p{L}'’-]{1,30}(?:stra(?:ß|ss)e|str\.|platz|allee|gasse|damm|ufer|weg|ring|straat|laan|gracht|plein|kade|gatan|gata|vägen|veien|vej|gade|tie|katu)\s${HOUSE}`;
/** The street comes first: "Calle Mayor 5", "Via Roma 12", "Rua Augusta 24". */
const BEFORE = String.raw`(?<![\p{L}\d])(?:Calle|Avenida|Paseo|Carrer|Carrera|Rua|Via|Viale|Piazza|Corso|Rue|Straße|Strasse|Ulica|Ulitsa|ul\.|Am|An der)\s${WORDS},?\s${HOUSE}`;
/** The number comes first: "12 rue de la Paix". */
const NUMBERED = String.raw`(?<![\p{L}\d])\d{1,5}(?:\s?(?:bis|ter))?,?\s(?:rue|chemin|impasse|quai|allée|cours|via|calle|rua|avenida)\s(?:(?:de|du|des|d'|la|le|les|l'|del|della|da|do)\s?){0,3}\p{Lu}[\p{L}'’-]{1,25}(?:\s\p{Lu}[\p{L}'’-]{1,25}){0,2}`;
const FOREIGN = new RegExp(`(?:${[JOINED, BEFORE, NUMBERED].join('|')})(${TOWN})`, 'gu');

export const foreignStreets = (text: string): readonly Place[] =>
  [...text.matchAll(FOREIGN)].map(({ index, 0: words, 1: town }) => ({
    start: index,
    end: index + words.length,
    isWhole: Boolean(town),
  }));

/** "Her new address is ...", "change the address of M-7F3KQ2 to ...": an e-mail address has a form of its own. */
const SAID =
  /(?<!e-?mail )(?<!web )(?<!ip )\baddress\b(?:[^.;:,!?\n]{0,80}?\s(?:to|is|now|as)(?:\snow)?\s*:?|\s*:|\s+changed\s+to)\s+(?<rest>[^;\n"“”]{6,200})/dgi;
/** Where the phrase ends that holds the address. */
const PHRASE_ENDS =
  /[.!?]\s*$|[.!?](?=\s+(?:please|thank\w*|also|then|and|she|he|they|i|we|it|can|could|add|create|note|the|this|her|his|their)\b)|,?\s(?:and|but|then)\s(?=(?:please|also|add|create|make|note|send|tell|call|set|change|correct|update|the|her|his|their|phone|e-?mail)\b)|,?\s(?:please|thanks|thank you|as of|effective|starting|since|because)\b/i;
/** A description of people is no address: "members whose address is in Texas". */
const CHOOSES = /\b(?:whose|how many|which|list|count|members|people|organi[sz]ations)\b/i;
const NO_ADDRESS =
  /^(?:in|not|missing|wrong|unknown|recorded|invalid|empty|incorrect|outdated|old|bad|the same|from|within|outside|on|me|us|them|be|see|know|check|what|where|who|C-[0-9A-Z]{6}\b)\b/i;

/** The whole rest of the phrase, in whatever form: with a number or a comma in it, so that "address is unclear" stays. */
export function saidAddresses(text: string): readonly Place[] {
  return [...text.matchAll(SAID)].flatMap(({ index, indices, groups }) => {
    const from = indices?.groups?.['rest']?.[0] ?? index;
    const rest = groups?.['rest'] ?? '';
    const said = rest.slice(0, PHRASE_ENDS.exec(rest)?.index ?? rest.length).trimEnd();
    const isAddress = /[\d,]/.test(said) && !NO_ADDRESS.test(said) && !/@/.test(said);
    if (!isAddress || CHOOSES.test(text.slice(Math.max(0, index - 200), index))) return [];
    return [{ start: from, end: from + said.length, isWhole: true }];
  });
}
