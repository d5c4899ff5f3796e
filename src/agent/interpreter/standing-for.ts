/* A choice for a reading: its sentence alone where that is read the same way; else with the call it stands for. */
import type { Definition } from '../../population/definition.js';
import type { Focus } from './focus.js';
import type { Mind } from './interpret.js';
import type { OfferedChoice } from './offered.js';
import { readAs } from './read-as.js';
import { callOf, type Reading } from './readings.js';

/**
 * The choice as it may be offered, or undefined: a sentence that is read as something else would promise one thing and do
 * another.
 */
export function standingFor(
  choice: OfferedChoice,
  meant: Reading,
  focus: Focus | undefined,
  mind: Mind,
): OfferedChoice | undefined {
  const read = readAs(choice.completes, focus, mind);
  if (!read) return { ...choice, call: callOf(meant) };
  return read.id === meant.id || areOfTheSame(read, meant, mind) ? choice : undefined;
}

/** The same tool of the same people. */
function areOfTheSame(one: Reading, other: Reading, { grammar }: Mind): boolean {
  const [first, second] = [one, other].map(({ arguments: { definition } }) => definition as Definition | undefined);
  return (
    one.tool === other.tool &&
    first !== undefined &&
    second !== undefined &&
    grammar.identities.ofDefinition(first) === grammar.identities.ofDefinition(second)
  );
}
