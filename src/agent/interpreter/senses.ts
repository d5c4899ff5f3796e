/*
 * sense  what a stretch of words may mean, typed: a condition, a frame with open slots, a tool call, a filler, an operator
 * span   a sense and where it stands in the sentence
 * item   a sense the chart has made of a longer stretch, with what it cost and which words it could not explain
 */
import type { Amount } from '../../language/amounts.js';
import type { Quantity } from '../../language/counts.js';
import type { WindowReading } from '../../language/windows.js';
import type { Definition, EventWhere, GroupKey } from '../../population/definition.js';
import type { LeafFrame, OpenMeasure } from '../../population/leaves.js';
import type { Vocabulary } from '../../population/vocabulary.js';
import type { Operator } from './operators.js';
import type { ToolFrame } from './tool-frames.js';

/** A leaf with the slots filled so far. Several windows or events are alternatives. */
export interface OpenFrame {
  readonly leaf: LeafFrame;
  /** Further leaves that share the slots: "open or click". */
  readonly mates?: readonly LeafFrame[];
  readonly windows?: readonly WindowReading[];
  readonly events?: readonly EventWhere[];
  readonly count?: Quantity;
  readonly org?: string;
  readonly staff?: string;
  readonly text?: string;
  readonly mail?: true;
  readonly amount?: Amount;
  readonly what?: readonly string[];
  /** The first one, the last one, stopped, resumed. */
  readonly pattern?: Pattern;
  /** Said as a noun: "logins" can be counted by itself. */
  readonly isNoun?: true;
  readonly isNegated?: boolean;
  /** "never", "ever": every edition of a series, not the latest. */
  readonly isEver?: boolean;
  /** "In that time": the window of what was said before. */
  readonly isSameTime?: true;
}

export type Pattern = 'first_time' | 'stopped' | 'resumed' | 'last';

/** "Top 20", "by spend", "biggest spenders": whole when a measure is known. */
export interface Rank {
  readonly n?: number;
  readonly measure?: OpenMeasure;
  readonly direction?: 'asc' | 'desc';
}

/** "A random 50", "10% of". */
export type Sample = { readonly n: number } | { readonly percent: number };

export interface HeadSense {
  readonly name: string;
  readonly takesBase: boolean;
  readonly arePersons?: true;
}

export interface Condition {
  readonly cat: 'Cond';
  readonly definition: Definition;
  /** How many leaves were said; 0 for a bare noun. */
  readonly size: number;
  readonly head?: HeadSense;
  /** Made by "or else": nothing further is said of one side alone. */
  readonly isClosed?: true;
  readonly rank?: Rank;
  readonly sample?: Sample;
  /** "Texas vs Ohio": told apart by this. */
  readonly by?: GroupKey;
  /** The frame last closed, for what is understood from it: "but not the summit". */
  readonly tail?: OpenFrame;
}

export interface CallSense {
  readonly cat: 'Call';
  readonly tool: ToolFrame;
  /** Senses by parameter; a definition is a Condition. */
  readonly slots: Readonly<Record<string, Sense>>;
  /** Its condition stood before the verb: more of it may follow. */
  readonly isOpen?: true;
  /** Said only by a word that adds to a call and never makes one: "active", beside a person. */
  readonly isAddition?: true;
  /** No verb was said. */
  readonly isBare?: true;
  /** "How many": asks for a number of things, and never for money or years. */
  readonly isCounting?: true;
  /** Called by words of its own, and not only by "show me". */
  readonly isSpecific?: true;
}

export type Sense =
  | Condition
  | CallSense
  | { readonly cat: 'Frame'; readonly frame: OpenFrame }
  | { readonly cat: 'Win'; readonly windows: readonly WindowReading[] }
  | { readonly cat: 'Event'; readonly events: readonly EventWhere[] }
  /** isNo: "no", which stands before what there is none of. Days: how old something is. */
  | {
      readonly cat: 'Count' | 'Years' | 'Number' | 'Points' | 'Hours' | 'Days';
      readonly count: Quantity;
      readonly isNo?: true;
      /** Counts the noun that follows it, and is no amount of money. */
      readonly isOfNext?: true;
    }
  /** "In that time". */
  | { readonly cat: 'SameTime' }
  | { readonly cat: 'Amount'; readonly amount: Amount }
  | { readonly cat: 'What'; readonly list: keyof Vocabulary; readonly ids: readonly string[] }
  | {
      readonly cat: 'Org' | 'Staff' | 'Member' | 'Name' | 'Text' | 'Day' | 'Record' | 'ContactField' | 'ContactValue';
      readonly text: string;
    }
  /** A field or a period as a noun: "chapter", "month"; field '' where only the period was said. */
  | { readonly cat: 'Category'; readonly key: GroupKey }
  | { readonly cat: 'GroupBy'; readonly keys: readonly GroupKey[]; readonly order?: 'asc' | 'desc' }
  /** isVerb: "spent", which measures only where a figure is asked for; isFigure: "overdue balance", which is one by itself. */
  | { readonly cat: 'Measure'; readonly measure: OpenMeasure; readonly isVerb?: true; readonly isFigure?: true }
  /** Says again what a pattern said: "but no longer do". */
  | { readonly cat: 'Again'; readonly pattern: Pattern }
  /** isCount: "how many", which sums only what happened. */
  | { readonly cat: 'Statistic'; readonly statistic: Statistic; readonly isCount?: true }
  | { readonly cat: 'Order'; readonly order: 'asc' | 'desc' }
  /** isPeople: "spenders" names people by itself. */
  | { readonly cat: 'Rank'; readonly rank: Rank; readonly isPeople?: true }
  | { readonly cat: 'Sample'; readonly sample: Sample }
  | { readonly cat: 'Pattern'; readonly pattern: Pattern }
  /** "Whose employer", "with 3 people who": what follows is about the others. */
  | {
      readonly cat: 'Relate';
      readonly path: 'employer' | 'employees';
      readonly quantity: 'all' | 'none' | Quantity;
      /** A number of people was said. */
      readonly isCounted?: true;
    }
  /** "Were", before a tier or a status: as it was then. */
  | { readonly cat: 'Were' }
  | {
      readonly cat: 'Was';
      readonly field: 'tier' | 'status';
      readonly values: readonly string[];
      readonly isNot: boolean;
      readonly head?: HeadSense;
    }
  | { readonly cat: 'Mail' }
  | { readonly cat: 'Limit'; readonly limit: number }
  | { readonly cat: 'Operator'; readonly operator: Operator; readonly word: string }
  /** An operator that has taken its right neighbour. */
  | { readonly cat: 'Joined'; readonly by: Operator; readonly of: Sense }
  | { readonly cat: 'Vague'; readonly why: string; readonly choices: readonly string[] }
  /** `about` names the characteristic. */
  | { readonly cat: 'Protected'; readonly about: string }
  | { readonly cat: 'Forbidden' };

export type Statistic = 'total' | 'average' | 'per_member' | 'median' | 'largest' | 'smallest';
export type Category = Sense['cat'];

export interface Span {
  readonly sense: Sense;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly notes: readonly string[];
}

export interface Item {
  readonly sense: Sense;
  readonly cost: number;
  /** Positions of words nothing explains. */
  readonly unexplained: readonly number[];
  readonly notes: readonly string[];
}
