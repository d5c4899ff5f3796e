/** Normal form, by which two definitions that mean the same are the same, and the content address made of it. */
import type { Calendar } from '../domain/window.js';
import type { Definition } from './definition.js';

/** Groups flattened and sorted, "not" pushed to the leaves, counts and values in one spelling; windows stay symbolic. */
export function normal(definition: Definition): Definition {
  throw new Error(definition.op);
}

/** D- and the start of the SHA-256 of the normal form: the id of the definition. */
export function definitionId(definition: Definition): string {
  throw new Error(definition.op);
}

/** Equal for two readings that select the same people today: windows are compared as days. */
export function identity(definition: Definition, calendar: Calendar): string {
  throw new Error(definition.op + calendar.today);
}

/** The field of which nobody has two values (tier, chapter, state ...), where the definition is about one alone. */
export function exclusiveField(definition: Definition): string | undefined {
  throw new Error(definition.op);
}

/** A definition nobody can meet: x and not x, two tiers. */
export function isImpossible(definition: Definition): boolean {
  throw new Error(definition.op);
}
