/*
 * Every phrase the interpreter knows and what it may mean: leaf frames, whole conditions, heads, the association's own
 * values, operators, refused and vague words, and what calls for a tool. Built once for a vocabulary and a set of tools.
 */
import { formsOf } from '../../language/inflect.js';
import type { Head, LeafFrame, Phrase, VagueWord } from '../../population/leaves.js';
import type { Vocabulary } from '../../population/vocabulary.js';
import { putMeasures } from './measure-words.js';
import { operators, operatorWords } from './operators.js';
import { protectedWords } from './protected-words.js';
import { forbiddenWords } from './refused.js';
import type { HeadSense, Sense } from './senses.js';
import type { ToolFrame } from './tool-frames.js';
import { type Putting, putEvents, putRecords, putValues } from './vocabulary-words.js';

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
  'something',
  'a single thing',
  'single thing',
  'one single thing',
  'one thing',
  'a thing',
  'something from us',
  'anything from us',
  'anything we sent',
  'anything we send',
  'something we sent',
  'our stuff',
  'a link',
  'any link',
  '*link',
];
const PLAIN_TRIGGER = 0;
/** "Total" counts people only where there is nothing to add up. */
const A_FIGURE = 0.2;

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
    for (const leaf of source.frames) {
      const nouns = new Set((leaf.nouns ?? []).flatMap(formsOf));
      const words = leaf.words.flatMap(formsOf).filter((form) => !nouns.has(form));
      this.#put(words, { cat: 'Frame', frame: { leaf } });
      this.#put(leaf.nouns ?? [], { cat: 'Frame', frame: { leaf, isNoun: true } });
    }
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
    putValues(vocabulary, asMembers, this.#putting);
    putEvents(vocabulary, this.#putting);
    putRecords(vocabulary, this.#putting);
    putMeasures(this.#putting);
    for (const operator of operators)
      for (const word of operatorWords[operator]) this.#put([word], { cat: 'Operator', operator, word });
    this.#put(mailWords, { cat: 'Mail' });
    for (const [about, words] of Object.entries(protectedWords)) this.#put(words, { cat: 'Protected', about });
    this.#put(forbiddenWords, { cat: 'Forbidden' });
    for (const { words, why, choices } of source.vague) this.#put(words, { cat: 'Vague', why, choices });
    if (source.tools.some(({ parameters }) => [...parameters.values()].includes('ContactField')))
      for (const [field, words] of Object.entries(contactWords)) this.#put(words, { cat: 'ContactField', text: field });
    for (const tool of source.tools) {
      // "Is", "has", "did" ask of one person at the head of a sentence alone.
      const slots = [...tool.parameters.values()];
      const isOrder = tool.tool.effect === 'propose' || (slots.includes('Member') && slots.includes('Cond'));
      const isAddition = (trigger: string): boolean => trigger.startsWith('+');
      // A word of logic, or one that says which figure is asked for, is never only a trigger.
      const isFree = (trigger: string): boolean => !this.#meansLogic(trigger, tool);
      const additions = tool.tool.triggers
        .filter(isAddition)
        .map((trigger) => trigger.slice(1))
        .filter(isFree);
      const triggers = tool.tool.triggers.filter((trigger) => !isAddition(trigger)).filter(isFree);
      for (const trigger of triggers) {
        const isSpecific = !showing.has(trigger);
        const cost = this.#isFigure(trigger) ? A_FIGURE : PLAIN_TRIGGER;
        const isCounting = this.#isCount(trigger) && slots.includes('Statistic');
        const call = { ...(isSpecific && { isSpecific }), ...(isCounting && { isCounting }) };
        this.#put([trigger], { cat: 'Call', tool, slots: {}, ...call }, cost, [], isOrder);
      }
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

  #meansLogic(phrase: string, tool: ToolFrame): boolean {
    const hasStatistic = [...tool.parameters.values()].includes('Statistic');
    return this.meaningsOf(phrase).some(
      ({ sense }) => sense.cat === 'Operator' || (hasStatistic && sense.cat === 'Statistic' && !sense.isCount),
    );
  }

  #isCount(phrase: string): boolean {
    return this.meaningsOf(phrase).some(({ sense }) => sense.cat === 'Statistic' && sense.isCount === true);
  }

  #isFigure(phrase: string): boolean {
    return this.meaningsOf(phrase).some(({ sense }) => sense.cat === 'Statistic' && !sense.isCount);
  }

  readonly #putting: Putting = {
    put: (patterns, sense, cost, notes) => this.#put(patterns, sense, cost, notes),
    code: (code, sense, notes) => this.#code(code, sense, notes),
  };

  #put(patterns: readonly string[], sense: Sense, cost = 0, notes: readonly string[] = [], isOrder = false): void {
    const meaning: Meaning = { sense, cost, notes, ...(isOrder && { isOrder: true as const }) };
    for (const form of new Set(
      patterns.flatMap((pattern) => formsOf(pattern.toLowerCase().replace(/\bcannot\b/g, 'can not'))),
    )) {
      const known = this.#phrases.get(form);
      if (known) known.push(meaning);
      else this.#phrases.set(form, [meaning]);
      for (const word of form.split(' ')) this.#words.add(word);
    }
  }

  #code(code: string, sense: Sense, notes: readonly string[]): void {
    this.#codes.set(code, [...(this.#codes.get(code) ?? []), { sense, cost: 0, notes }]);
  }
}

/** Names of the contact details that can be corrected. */
const contactWords: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'e mail', 'email address', 'e mail address', 'email on file', 'mail address', 'email addr'],
  phone: [
    'phone',
    'phone number',
    'telephone',
    'telephone number',
    'cell',
    'cell phone',
    'cell number',
    'mobile',
    'mobile number',
    'number',
    'contact number',
    'work phone',
    'home phone',
  ],
  address: [
    'address',
    'postal address',
    'mailing address',
    'home address',
    'street address',
    'work address',
    'preferred address',
    'addr',
  ],
};

/** Words that only ask to see something: which tool shows it, the rest must say. */
const showing: ReadonlySet<string> = new Set(
  'show,show me,list,list all,which,what,what is,give me,get,get me,open,pull,pull up,see,display,tell me'.split(','),
);

const headSense = ({ head, takesBase, arePersons }: Head): HeadSense => ({
  name: head,
  takesBase,
  ...(arePersons && { arePersons }),
});

const headCondition = (head: Head): Sense => ({
  cat: 'Cond',
  definition: head.definition ?? { op: 'all', of: [] },
  size: head.definition ? 1 : 0,
  head: headSense(head),
});
