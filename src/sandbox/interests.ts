/* What a person cares for: drawn once, and it shows in pages, documents, courses, service and texts. */
import { type Nature, yearsInWork } from './nature.js';
import { purposes } from './purposes.js';
import { Draws } from './random.js';
import { type Interest, type Program, programs } from './words/catalog.js';

export type Interests = Readonly<Record<Exclude<Interest, 'any' | 'renewal'>, number>>;

export interface Enrolment {
  readonly program: Program;
  readonly startsOn: number;
}

export interface Character {
  readonly interests: Interests;
  /** The certification the person sets out for, if any. */
  readonly enrolment?: Enrolment;
}

export function characterOf(seed: number, index: number, nature: Nature): Character {
  const draws = new Draws(seed, index, purposes.interests);
  const years = yearsInWork(nature, nature.joinsOn);
  const interests: Interests = {
    networking: Math.exp(0.6 * nature.sociability + 0.3 * draws.normal()),
    learning: Math.exp(0.5 * draws.normal() + (years < 15 ? 0.4 : -0.4)),
    reading: Math.exp(0.5 * draws.normal()),
    career: Math.exp(0.5 * draws.normal() + (years < 8 ? 0.5 : -0.6)),
    advocacy: Math.exp(0.7 * draws.normal() - 0.4),
    serving: Math.exp(0.5 * draws.normal() + 0.4 * nature.sociability + 0.3 * nature.engagement - 0.3),
  };
  const sets = draws.chance(Math.min(0.6, 0.07 * interests.learning ** 1.5 * Math.exp(0.3 * nature.engagement)));
  const later = draws.whole(40, 1100);
  const program = programs.find(({ from }) => years >= from);
  const enrols = sets && program !== undefined && nature.kind === 'person' && nature.everJoins;
  return { interests, ...(enrols && { enrolment: { program, startsOn: Math.max(nature.joinsOn, 17_700) + later } }) };
}
