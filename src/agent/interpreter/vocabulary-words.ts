/* The association's own values as a sentence spells them: tiers, places, committees, events, documents, courses ... */
import { placeNamed } from '../../language/places.js';
import type { Definition } from '../../population/definition.js';
import type { Entry, Vocabulary } from '../../population/vocabulary.js';
import { isCode, namesOf, plain, plainNames, shortName } from './names.js';
import type { HeadSense, Sense } from './senses.js';

/** How the lexicon takes a phrase, and a code that counts in capitals only. */
export interface Putting {
  put(patterns: readonly string[], sense: Sense, cost?: number, notes?: readonly string[]): void;
  code(code: string, sense: Sense, notes: readonly string[]): void;
}

const GENERIC_EVENT = 0.1;

export function putValues(
  vocabulary: Vocabulary,
  asMembers: HeadSense | undefined,
  { put, code: putCode }: Putting,
): void {
  const add = (
    entries: readonly Entry[],
    field: string,
    suffixes: readonly string[],
    note?: (name: string) => string,
  ) => {
    for (const entry of entries) {
      const definition: Definition = { op: 'field', field, test: { in: [entry.id] } };
      const sense: Sense = { cat: 'Cond', definition, size: 1 };
      const names = namesOf(entry, suffixes);
      const shown = shortName(entry.name, suffixes);
      const isWhole = (name: string) => suffixes.some((suffix) => name.endsWith(` ${suffix}`));
      const notes = note ? [note(shown)] : [];
      put(
        names.filter((name) => !isWhole(name)),
        sense,
        0,
        notes,
      );
      put([...names.filter(isWhole), ...names.flatMap((name) => suffixes.map((suffix) => `${name} ${suffix}`))], sense);
      if (asMembers && field === 'tier')
        put(
          names.map((name) => `${name} *member`),
          { ...sense, head: asMembers },
        );
      for (const code of entry.also.filter(isCode)) putCode(code, sense, notes);
    }
  };
  add(vocabulary.tiers, 'tier', ['tier', 'level', '*membership', 'grade']);
  add(vocabulary.chapters, 'chapter', ['chapter', 'chapters'], (name) => `${name} is read as the chapter of that name`);
  for (const entry of vocabulary.chapters) {
    const sense: Sense = {
      cat: 'Cond',
      definition: { op: 'field', field: 'chapter', test: { in: [entry.id] } },
      size: 1,
    };
    const names = namesOf(entry, ['chapter']).map((name) => name.split(' '));
    const initials = names.filter((parts) => parts.length > 1).map((parts) => parts.map(([first]) => first).join(''));
    put(
      initials.flatMap((short) => [`${short} chapter`, `the ${short} chapter`]),
      sense,
      0,
      [`read as the chapter ${entry.name}`],
    );
  }
  const chapters = new Set(vocabulary.chapters.flatMap((entry) => namesOf(entry, ['chapter'])));
  const loneStates = vocabulary.states.filter((entry) => !namesOf(entry, []).some((name) => chapters.has(name)));
  add(
    loneStates,
    'state',
    ['state'],
    (name) => `${name} is read as the state of the preferred address: there is no chapter of that name`,
  );
  // Said in full, the state is meant even where there is a chapter: "the state of Texas".
  for (const entry of vocabulary.states) {
    const sense: Sense = {
      cat: 'Cond',
      definition: { op: 'field', field: 'state', test: { in: [entry.id] } },
      size: 1,
    };
    put(
      namesOf(entry, []).flatMap((name) => [
        `state of ${name}`,
        `${name} state`,
        `${name} addresses`,
        `${name} address`,
      ]),
      sense,
    );
  }
  for (const chapter of vocabulary.chapters) {
    const place = namesOf(chapter, ['chapter'])
      .map(placeNamed)
      .find((one) => one !== undefined);
    const definition: Definition = { op: 'field', field: 'chapter', test: { in: [chapter.id] } };
    if (place)
      putCode(place.code, { cat: 'Cond', definition, size: 1 }, [
        `${place.code} is read as the chapter ${chapter.name}`,
      ]);
  }
  for (const entry of vocabulary.committees) {
    const definition: Definition = { op: 'field', field: 'committee', test: { in: [entry.id] } };
    put(committeeNames(entry), { cat: 'Cond', definition, size: 1 });
  }
  add(vocabulary.sigs, 'sig', []);
  add(vocabulary.industries, 'industry', ['industry', 'sector']);
  for (const entry of vocabulary.industries)
    put(
      plainNames(entry).flatMap((name) => [`~work in ${name}`, `in the field of ${name}`, `employed in ${name}`]),
      { cat: 'Cond', definition: { op: 'field', field: 'industry', test: { in: [entry.id] } }, size: 1 },
    );
  // "New York" is the chapter, else the state; the city is said in full.
  const places = new Set(
    [...vocabulary.chapters, ...vocabulary.states].flatMap((entry) => namesOf(entry, ['chapter'])),
  );
  const loneCities = vocabulary.cities.filter((entry) => !namesOf(entry, []).some((name) => places.has(name)));
  add(loneCities, 'city', ['city'], (name) => `${name} is read as the city of the preferred address`);
  for (const entry of vocabulary.cities)
    put(
      plainNames(entry).flatMap((name) => [`city of ${name}`, `${name} city`, `town of ${name}`]),
      { cat: 'Cond', definition: { op: 'field', field: 'city', test: { in: [entry.id] } }, size: 1 },
    );
}

export function putEvents(vocabulary: Vocabulary, { put }: Putting): void {
  for (const event of vocabulary.events) {
    const sense: Sense = { cat: 'Event', events: [{ event: [event.id] }] };
    const names = plainNames(event);
    const type = plain(event.eventType);
    // The short code it is filed under: "AC26".
    put([...names, event.id.toLowerCase()], sense);
    put(
      names.filter((name) => !name.includes(type)).map((name) => `${name} ${type}`),
      sense,
    );
  }
  for (const series of vocabulary.series) put(plainNames(series), { cat: 'Event', events: [{ series: [series.id] }] });
  // "The summit", where all summits are of one series, is that series: its latest one.
  for (const type of vocabulary.eventTypes) {
    const of = new Set(vocabulary.events.filter(({ eventType }) => eventType === type.id).map(({ series }) => series));
    const [only] = of;
    if (of.size === 1 && only !== undefined)
      put([`the ${plain(type.name)}`], { cat: 'Event', events: [{ series: [only] }] });
  }
  for (const type of vocabulary.eventTypes) put(plainNames(type), { cat: 'Event', events: [{ eventType: [type.id] }] });
  put(
    ['*event', 'event of ours', 'events of ours', 'anything', 'something'],
    { cat: 'Event', events: [{}] },
    GENERIC_EVENT,
  );
}

const COMMITTEE = /\b(committees?|board|council|force|panel|commission|group|team|jury|caucus)\b/;

/** "Membership", "education" are words of their own: of a committee only with what says so. */
const committeeNames = (entry: Entry): string[] =>
  plainNames(entry).flatMap((name) =>
    COMMITTEE.test(name) ? [name] : [`${name} committee`, `on ${name}`, `on the ${name}`],
  );

/** Lists whose values narrow what happened, with the nouns that may stand beside a name. */
const records: Readonly<Partial<Record<keyof Vocabulary, readonly string[]>>> = {
  pages: ['page', 'pages', 'web page', 'section'],
  documents: ['document', 'pdf', 'file', 'download', 'report', 'resource', 'whitepaper'],
  courses: ['course', 'class', 'training', 'program', 'module'],
  communities: ['community', 'forum', 'group', 'discussion', 'board', 'list'],
  caseCategories: [
    'case',
    'cases',
    'ticket',
    'tickets',
    'complaint',
    'complaints',
    'issue',
    'issues',
    'problem',
    'problems',
    'question',
    'questions',
  ],
  surveys: ['survey', 'questionnaire', 'evaluation', 'poll'],
  mailboxes: ['mailbox', 'inbox', 'address'],
  volunteerRoles: ['role', 'volunteer', 'volunteers', 'work'],
  products: ['product', 'book', 'publication'],
  funds: ['fund', 'campaign', 'appeal'],
  sponsorshipLevels: ['level', 'sponsorship', 'sponsor', 'sponsors', 'package'],
  mailings: ['email', 'newsletter', 'mailing', 'campaign', 'e mail', 'message'],
  committees: ['committee'],
};

/** What stands before a name: "the page pricing", "as mentor", "at the gold level". */
const openings: Readonly<Partial<Record<keyof Vocabulary, readonly string[]>>> = {
  pages: ['page', 'the page'],
  mailings: ['mailing', 'the mailing'],
  caseCategories: ['a case about', 'cases about', 'a ticket about', 'case about', 'ticket about', 'tickets about'],
  mailboxes: ['an email to'],
  volunteerRoles: ['as', 'as a', 'as an'],
  communities: ['in', 'in the'],
  funds: ['to', 'to the'],
  courses: ['the course', 'course'],
  documents: ['the document', 'document'],
};

/** "The salary survey", "annual fund", "gold sponsors": what a download, a gift, a sponsorship was about. */
export function putRecords(vocabulary: Vocabulary, { put }: Putting): void {
  for (const [list, nouns] of Object.entries(records) as [keyof Vocabulary, readonly string[]][])
    for (const entry of vocabulary[list] ?? []) {
      const names = plainNames(entry);
      const sense: Sense = { cat: 'What', list, ids: [entry.id] };
      put(list === 'committees' ? names.filter((name) => COMMITTEE.test(name)) : names, sense);
      put(
        names.flatMap((name) => [
          ...nouns.filter((noun) => !name.endsWith(noun)).map((noun) => `${name} ${noun}`),
          ...(openings[list] ?? []).map((opening) => `${opening} ${name}`),
          ...(list === 'sponsorshipLevels' ? [`at the ${name} level`] : []),
        ]),
        sense,
      );
    }
  for (const program of vocabulary.programs) {
    const names = plainNames(program);
    const sense: Sense = {
      cat: 'Cond',
      definition: { op: 'field', field: 'certification', test: { in: [program.id] } },
      size: 1,
    };
    put(
      names.flatMap((name) => [
        name,
        `${name} certified`,
        `certified ${name}`,
        `certified in ${name}`,
        `${name} certification`,
        `${name} certificate`,
        `${name} credential`,
        `${name} holder`,
        `${name} holders`,
        `hold the ${name}`,
        `holding the ${name}`,
      ]),
      sense,
    );
  }
}
