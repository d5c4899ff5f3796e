/*
 * The words each leaf brings, as data for the interpreter. '~attend' stands for every form of a verb, '*member' for
 * singular and plural (language/inflect.ts). A new fact brings its own words here.
 *
 * frame   a condition with open slots, filled by neighbours of the slot's type
 * phrase  a whole condition
 * head    a noun that says whom a sentence is about, with the population it stands for
 */
import type { Amount } from '../language/amounts.js';
import type { Quantity } from '../language/counts.js';
import type { Tense } from '../language/reading.js';
import type { Definition, EventKind, EventWhere, Measure, MoneyMeasure, QuantityName, Window } from './definition.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Win: a window; Count: how often; Years, Number, Points, Hours, Days: a quantity of that; Amount: money; Event, Org, Staff: one of
 * them; What: a value of the list the frame is about; Text: words.
 */
export type SlotType =
  | 'Win'
  | 'Count'
  | 'Years'
  | 'Number'
  | 'Points'
  | 'Hours'
  | 'Days'
  | 'Amount'
  | 'Event'
  | 'What'
  | 'Org'
  | 'Staff'
  | 'Mail'
  | 'Text';

export interface Filled {
  readonly window?: Window;
  readonly count?: Quantity;
  /** Any of these. */
  readonly event?: EventWhere;
  /** member_id of an organisation. */
  readonly org?: string;
  /** member_id of a member of staff. */
  readonly staff?: string;
  readonly text?: string;
  readonly amount?: Amount;
  /** Of the list the frame is about: documents, courses, funds ... */
  readonly what?: readonly string[];
  /** A word such as "emails" was said: carries nothing further. */
  readonly mail?: true;
}
export type Slot = keyof Filled;

export interface Default {
  readonly slot: Slot;
  readonly cost: number;
  /** Printed as an assumption. */
  readonly note: string;
}

export interface LeafFrame {
  readonly id: string;
  readonly words: readonly string[];
  /** Names for what happened, as things that can be counted: "logins", "donations". */
  readonly nouns?: readonly string[];
  /** What happened: it can be the first, the last, or have stopped, and be counted. */
  readonly kind?: EventKind;
  readonly money?: MoneyMeasure;
  /** What is summed and not counted: credits, hours. */
  readonly quantity?: QuantityName;
  /** The values that fill `what`. */
  readonly about?: keyof Vocabulary;
  readonly tense: Tense;
  readonly slots: Readonly<Partial<Record<Slot, SlotType>>>;
  readonly needs: readonly Slot[];
  /** Windows it takes; without this, all. */
  takes?(window: Window): boolean;
  readonly defaults: readonly Default[];
  build(filled: Filled): Definition;
  /** What "not" makes of it where that is more than the opposite: "haven't renewed" is in grace. */
  negated?(filled: Filled): { readonly definition: Definition; readonly note: string } | undefined;
}

export interface Phrase {
  readonly words: readonly string[];
  readonly definition: Definition;
  /** Printed as an assumption. */
  readonly note?: string;
  readonly cost?: number;
}

export interface Head {
  readonly head: 'members' | 'people' | 'organizations' | 'contacts' | 'prospects' | 'everybody';
  readonly words: readonly string[];
  /** What the noun itself says, on top of the base population; absent: nothing. */
  readonly definition?: Definition;
  /** Takes the base population (active or in grace) when no status is said. */
  readonly takesBase: boolean;
  /** Persons in so many words: counts tell organisations apart, groups do not and leave them out. */
  readonly arePersons?: true;
}

export interface VagueWord {
  readonly words: readonly string[];
  readonly why: string;
  /** Sentences the interpreter itself reads. */
  readonly choices: readonly string[];
}

export interface FieldWords {
  readonly field: string;
  readonly words: readonly string[];
  /** category: may be grouped by; measure: may be sorted by, summed or averaged. */
  readonly role: 'category' | 'measure';
}

/** What is measured, before its window and currency are known. */
export type OpenMeasure =
  | { readonly field: string }
  | { readonly money: MoneyMeasure; readonly window?: Window }
  | { readonly count: EventKind; readonly where?: EventWhere; readonly window?: Window }
  | { readonly quantity: QuantityName; readonly where?: EventWhere; readonly window?: Window };

/** "Biggest spenders", "most engaged": an order of people by a measure, in words of its own. */
export interface RankWords {
  readonly by: OpenMeasure;
  readonly direction: 'asc' | 'desc';
  readonly words: readonly string[];
  /** People named by the words: "spenders" needs no further noun. */
  readonly nouns?: readonly string[];
}

export type { Measure };
