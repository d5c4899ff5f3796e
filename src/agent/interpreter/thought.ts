/* What a sentence is read with, and how a call it may come to is put forward. */
import type { Focus } from './focus.js';
import type { Edit } from './follow-ups.js';
import type { Grammar } from './rules/grammar.js';
import type { Item } from './senses.js';
import type { Token } from './tokenise.js';
import type { ToolFrame } from './tool-frames.js';

/** A call that lacks only a parameter: asked for before a word is blamed. */
export interface Lacking {
  readonly tool: ToolFrame;
  readonly missing: readonly string[];
  readonly given: Readonly<Record<string, unknown>>;
  readonly cost: number;
}

/** The words of a sentence with the grammar they are read by and the answer they may go on from. */
export interface Thought {
  readonly grammar: Grammar;
  readonly tokens: readonly Token[];
  readonly ownWords?: string | undefined;
  readonly focus?: Focus | undefined;
  readonly edit?: Edit | undefined;
}

/** Puts a call forward: its parameters, the item it was read from, and what it costs beyond that. */
export type Offer = (
  tool: ToolFrame,
  slots: Record<string, unknown>,
  item: Item,
  extra: number,
  notes?: readonly string[],
) => void;
