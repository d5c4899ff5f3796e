import { normal } from '../../src/privacy/name-words.js';

export interface OnRecord {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly lines: readonly string[];
  /** YYYY-MM-DD. */
  readonly born: string | null;
}

/** What is searched for, each in the form in which texts are searched. */
export interface Details {
  /** Names of several words, and street lines. */
  readonly phrases: ReadonlyMap<string, 'name' | 'street'>;
  readonly emails: ReadonlySet<string>;
  /** The last seven digits. */
  readonly phones: ReadonlySet<string>;
  readonly births: ReadonlySet<string>;
}

export interface Found {
  readonly request: number;
  readonly kind: 'name' | 'street' | 'email' | 'phone' | 'birth date';
}

const DIGITS = 7;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

export function detailsOf(people: readonly OnRecord[]): Details {
  const phrases = new Map<string, 'name' | 'street'>();
  for (const { name, lines } of people) {
    for (const line of lines) if (/\d.* /.test(line)) phrases.set(normal(line), 'street');
    if (normal(name).includes(' ')) phrases.set(normal(name), 'name');
  }
  const given = (of: (one: OnRecord) => string | null): string[] => people.flatMap((one) => of(one) ?? []);
  const phones = given(({ phone }) => phone).map(digitsOf);
  return {
    phrases,
    emails: new Set(given(({ email }) => email).map((email) => email.toLowerCase())),
    phones: new Set(phones.filter((digits) => digits.length >= DIGITS).map((digits) => digits.slice(-DIGITS))),
    births: new Set(given(({ born }) => born).flatMap(spellings)),
  };
}

/** A day in the ways it is written, with its year. */
function spellings(born: string): string[] {
  const [year = '', month = '', day = ''] = born.split('-');
  const [m, d] = [Number(month), Number(day)];
  const long = MONTHS[m - 1] ?? '';
  const short = long.slice(0, 3);
  return [
    born,
    ...[`${m}/${d}`, `${d}/${m}`, `${month}/${day}`, `${day}/${month}`, `${d}.${m}`].map((of) =>
      of.includes('.') ? `${of}.${year}` : `${of}/${year}`,
    ),
    ...[long, short].flatMap((name) => [`${d} ${name} ${year}`, `${name} ${d}, ${year}`, `${name} ${d} ${year}`]),
  ];
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Every text of every request, each text once: prompts and cards come again with every request. */
export function foundIn(requests: readonly unknown[], details: Details): Found[] {
  const seen = new Set<string>();
  return requests.flatMap((request, at) =>
    textsOf(request).flatMap((text) => {
      if (seen.has(text)) return [];
      seen.add(text);
      return [...new Set(kindsIn(text, details))].map((kind) => ({ request: at, kind }));
    }),
  );
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...textsOf(part)]);
};

function* kindsIn(text: string, { phrases, emails, phones, births }: Details): Generator<Found['kind']> {
  const words = ` ${normal(text)} `;
  for (const [phrase, kind] of phrases) if (words.includes(` ${phrase} `)) yield kind;
  for (const email of text.toLowerCase().match(/[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,200}/gu) ?? [])
    if (emails.has(email.replace(/\.$/, ''))) yield 'email';
  for (const number of text.match(/\+?\(?\d[\d\s().-]{5,22}\d/g) ?? []) {
    const digits = digitsOf(number);
    if (digits.length >= DIGITS && phones.has(digits.slice(-DIGITS))) yield 'phone';
  }
  const lower = text.toLowerCase();
  for (const birth of births) if (lower.includes(birth)) yield 'birth date';
}
