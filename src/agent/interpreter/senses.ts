/*
 * sense  what a stretch of words may mean, typed: a condition, a frame with open slots, a tool call, a filler, an operator
 * span   a sense and where it stands in the sentence
 * item   a sense the chart has made of a longer stretch, with what it cost and which words it could not explain
 */
import type { Quantity } from '../../language/counts.js';
import type { WindowReading } from '../../language/windows.js';
import type { Definition, EventWhere } from '../../population/definition.js';
import type { LeafFrame } from '../../population/leaves.js';
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
  readonly isNegated?: boolean;
  /** "never", "ever": every edition of a series, not the latest. */
  readonly isEver?: boolean;
}

export interface HeadSense {
  readonly name: string;
  readonly takesBase: boolean;
}

export interface Condition {
  readonly cat: 'Cond';
  readonly definition: Definition;
  /** How many leaves were said; 0 for a bare noun. */
  readonly size: number;
  readonly head?: HeadSense;
  /** Made by "or else": nothing further is said of one side alone. */
  readonly isClosed?: true;
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
}

export type Sense =
  | Condition
  | CallSense
  | { readonly cat: 'Frame'; readonly frame: OpenFrame }
  | { readonly cat: 'Win'; readonly windows: readonly WindowReading[] }
  | { readonly cat: 'Event'; readonly events: readonly EventWhere[] }
  | { readonly cat: 'Count' | 'Years' | 'Number'; readonly count: Quantity }
  | { readonly cat: 'Org' | 'Staff' | 'Member' | 'Name' | 'Text'; readonly text: string }
  | { readonly cat: 'Mail' }
  | { readonly cat: 'Limit'; readonly limit: number }
  | { readonly cat: 'Operator'; readonly operator: Operator; readonly word: string }
  /** An operator that has taken its right neighbour. */
  | { readonly cat: 'Joined'; readonly by: Operator; readonly of: Sense }
  | { readonly cat: 'Vague'; readonly why: string; readonly choices: readonly string[] }
  /** `about` names the characteristic. */
  | { readonly cat: 'Protected'; readonly about: string }
  | { readonly cat: 'Forbidden' };

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
