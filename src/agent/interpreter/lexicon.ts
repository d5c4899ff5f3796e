/*
 * Every phrase the interpreter knows and what it may mean: leaf frames, whole conditions, heads, the association's own
 * values, operators, refused and vague words, and what calls for a tool. Built once for a vocabulary and a set of tools.
 */
import { formsOf } from '../../language/inflect.js';
import { placeNamed } from '../../language/places.js';
import type { Definition } from '../../population/definition.js';
import type { Head, LeafFrame, Phrase, VagueWord } from '../../population/leaves.js';
import type { Entry, Vocabulary } from '../../population/vocabulary.js';
import { isCode, namesOf, plain, plainNames, shortName } from './names.js';
import { operators, operatorWords } from './operators.js';
import { protectedWords } from './protected-words.js';
import { forbiddenWords } from './refused.js';
import type { HeadSense, Sense } from './senses.js';
import type { ToolFrame } from './tool-frames.js';

/** One meaning of a phrase. */
export interface Meaning {
  readonly sense: Sense;
  readonly cost: number;
  readonly notes: readonly string[];
  /** Counts at the head of a sentence only: verbs that propose a change. */
  readonly isOrder?: true;
}

export interface LexiconSource {
  readonly frames: readonly LeafFrame[];
  readonly phrases: readonly Phrase[];
  readonly heads: readonly Head[];
  readonly vague: readonly VagueWord[];
  readonly vocabulary: Vocabulary;
  readonly tools: readonly ToolFrame[];
}

const GENERIC_EVENT = 0.1;
const mailWords = [
  '*email',
  'an email',
  'any *email',
  'e mail',
  'e mails',
  '*newsletter',
  '*mailing',
  '*message',
  '*bulletin',
  'mail',
  'anything',
];
const PLAIN_TRIGGER = 0;

export class Lexicon {
  readonly #phrases = new Map<string, Meaning[]>();
  /** State codes: words only in capitals. */
  readonly #codes = new Map<string, Meaning[]>();
  readonly #words = new Set<string>();
  /** Names a question may offer, by what they are. */
  readonly names: {
    readonly tiers: readonly string[];
    readonly places: readonly string[];
    readonly events: readonly string[];
  };

  constructor(source: LexiconSource) {
    const { vocabulary } = source;
    this.names = {
      tiers: vocabulary.tiers.map(({ name }) => name),
      places: [...vocabulary.chapters, ...vocabulary.states].map(({ name }) => name),
      events: [...vocabulary.series, ...vocabulary.events].map(({ name }) => name),
    };
    for (const leaf of source.frames) this.#put(leaf.words, { cat: 'Frame', frame: { leaf } });
    const members = source.heads.find(({ head }) => head === 'members');
    const asMembers = members ? headSense(members) : undefined;
    for (const { words, definition, cost = 0, note } of source.phrases) {
      const sense: Sense = { cat: 'Cond', definition, size: 1 };
      const notes = note ? [note] : [];
      // "Active members" holds its noun, as "active" and "members" would.
      const isNoun = (words: string): boolean => words.endsWith(' *member');
      this.#put(
        words.filter((one) => !isNoun(one)),
        sense,
        cost,
        notes,
      );
      this.#put(words.filter(isNoun), asMembers ? { ...sense, head: asMembers } : sense, cost, notes);
    }
    for (const head of source.heads) this.#put(head.words, headCondition(head));
    this.#values(vocabulary, asMembers);
    this.#events(vocabulary);
    for (const operator of operators)
      for (const word of operatorWords[operator]) this.#put([word], { cat: 'Operator', operator, word });
    this.#put(mailWords, { cat: 'Mail' });
    for (const [about, words] of Object.entries(protectedWords)) this.#put(words, { cat: 'Protected', about });
    this.#put(forbiddenWords, { cat: 'Forbidden' });
    for (const { words, why, choices } of source.vague) this.#put(words, { cat: 'Vague', why, choices });
    for (const tool of source.tools) {
      const isOrder = tool.tool.effect === 'propose';
      const isAddition = (trigger: string): boolean => trigger.startsWith('+');
      const additions = tool.tool.triggers.filter(isAddition).map((trigger) => trigger.slice(1));
      const triggers = tool.tool.triggers.filter((trigger) => !isAddition(trigger));
      this.#put(triggers, { cat: 'Call', tool, slots: {} }, PLAIN_TRIGGER, [], isOrder);
      this.#put(additions, { cat: 'Call', tool, slots: {}, isAddition: true });
    }
  }

  /** What a phrase in small letters may mean. */
  meaningsOf(phrase: string): readonly Meaning[] {
    return this.#phrases.get(phrase) ?? [];
  }

  /** What a word as typed means as a code: "TX", never "in". */
  codesOf(raw: string): readonly Meaning[] {
    return this.#codes.get(raw) ?? [];
  }

  knows(word: string): boolean {
    return this.#words.has(word);
  }

  words(): Iterable<string> {
    return this.#words;
  }

  isProtectedOnly(word: string): boolean {
    const meanings = this.meaningsOf(word);
    return meanings.length > 0 && meanings.every(({ sense }) => sense.cat === 'Protected');
  }

  /** Nothing is respelled into a refusal or a negation. */
  isBarred(word: string): boolean {
    return this.meaningsOf(word).some(
      ({ sense }) =>
        sense.cat === 'Protected' ||
        sense.cat === 'Forbidden' ||
        (sense.cat === 'Operator' && ['not', 'except', 'nor', 'allBut'].includes(sense.operator)),
    );
  }

  #values(vocabulary: Vocabulary, asMembers: HeadSense | undefined): void {
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
        this.#put(
          names.filter((name) => !isWhole(name)),
          sense,
          0,
          notes,
        );
        this.#put(
          [...names.filter(isWhole), ...names.flatMap((name) => suffixes.map((suffix) => `${name} ${suffix}`))],
          sense,
        );
        if (asMembers && field === 'tier')
          this.#put(
            names.map((name) => `${name} *member`),
            { ...sense, head: asMembers },
          );
        for (const code of entry.also.filter(isCode)) this.#code(code, sense, notes);
      }
    };
    add(vocabulary.tiers, 'tier', ['tier', 'level', '*membership', 'grade']);
    add(
      vocabulary.chapters,
      'chapter',
      ['chapter', 'chapters'],
      (name) => `${name} is read as the chapter of that name`,
    );
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
      this.#put(
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
        this.#code(place.code, { cat: 'Cond', definition, size: 1 }, [
          `${place.code} is read as the chapter ${chapter.name}`,
        ]);
    }
    add(vocabulary.committees, 'committee', []);
    add(vocabulary.sigs, 'sig', []);
    add(vocabulary.industries, 'industry', ['industry', 'sector']);
    for (const entry of vocabulary.industries)
      this.#put(
        plainNames(entry).flatMap((name) => [`~work in ${name}`, `in the field of ${name}`, `employed in ${name}`]),
        { cat: 'Cond', definition: { op: 'field', field: 'industry', test: { in: [entry.id] } }, size: 1 },
      );
    add(vocabulary.cities, 'city', ['city'], (name) => `${name} is read as the city of the preferred address`);
    for (const entry of vocabulary.cities)
      this.#put(
        plainNames(entry).map((name) => `city of ${name}`),
        { cat: 'Cond', definition: { op: 'field', field: 'city', test: { in: [entry.id] } }, size: 1 },
      );
  }

  #events(vocabulary: Vocabulary): void {
    for (const event of vocabulary.events) {
      const sense: Sense = { cat: 'Event', events: [{ event: [event.id] }] };
      const names = plainNames(event);
      const type = plain(event.eventType);
      this.#put(names, sense);
      this.#put(
        names.filter((name) => !name.includes(type)).map((name) => `${name} ${type}`),
        sense,
      );
    }
    for (const series of vocabulary.series)
      this.#put(plainNames(series), { cat: 'Event', events: [{ series: [series.id] }] });
    // "The summit", where all summits are of one series, is that series: its latest one.
    for (const type of vocabulary.eventTypes) {
      const of = new Set(
        vocabulary.events.filter(({ eventType }) => eventType === type.id).map(({ series }) => series),
      );
      const [only] = of;
      if (of.size === 1 && only !== undefined)
        this.#put([`the ${plain(type.name)}`], { cat: 'Event', events: [{ series: [only] }] });
    }
    for (const type of vocabulary.eventTypes)
      this.#put(plainNames(type), { cat: 'Event', events: [{ eventType: [type.id] }] });
    this.#put(
      ['*event', 'event of ours', 'events of ours', 'anything', 'something'],
      { cat: 'Event', events: [{}] },
      GENERIC_EVENT,
    );
  }

  #put(patterns: readonly string[], sense: Sense, cost = 0, notes: readonly string[] = [], isOrder = false): void {
    const meaning: Meaning = { sense, cost, notes, ...(isOrder && { isOrder: true as const }) };
    for (const form of new Set(patterns.flatMap((pattern) => formsOf(pattern.toLowerCase())))) {
      this.#phrases.set(form, [...(this.#phrases.get(form) ?? []), meaning]);
      for (const word of form.split(' ')) this.#words.add(word);
    }
  }

  #code(code: string, sense: Sense, notes: readonly string[]): void {
    this.#codes.set(code, [...(this.#codes.get(code) ?? []), { sense, cost: 0, notes }]);
  }
}

const headSense = ({ head, takesBase }: Head): HeadSense => ({ name: head, takesBase });

const headCondition = (head: Head): Sense => ({
  cat: 'Cond',
  definition: head.definition ?? { op: 'all', of: [] },
  size: head.definition ? 1 : 0,
  head: headSense(head),
});
