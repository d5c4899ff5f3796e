/** Sums of quantities in English: "who earned at least 10 course credits", "who volunteered at least 20 hours". */
import { sayQuantity } from '../language/counts.js';
import type { Definition, EventWhere, QuantityName } from './definition.js';
import { aboutOf, quantityKind } from './event-rows.js';
import { namesOf, type Speaker, sayDaysOf } from './speaker.js';

type SumLeaf = Extract<Definition, { op: 'sum' }>;

interface QuantityWords {
  readonly past: string;
  /** As things that are summed: "course credits". */
  readonly noun: string;
  /** After a number: "at least 20 hours". */
  readonly unit: string;
  /** What it was about: "in Ethics for Planners", "as mentor". */
  readonly about: (names: string) => string;
}

/** The words of each quantity, for whoever must say or read the same. */
export const quantityWords: Readonly<Record<QuantityName, QuantityWords>> = {
  credits: {
    past: 'earned',
    noun: 'course credits',
    unit: 'course credits',
    about: (names) => `in ${names}`,
  },
  hours: {
    past: 'volunteered',
    noun: 'volunteer hours',
    unit: 'hours',
    about: (names) => `as ${names}`,
  },
};

export function saySum({ quantity, where, test, window }: SumLeaf, isNot: boolean, speaker: Speaker): string {
  const { past, unit } = quantityWords[quantity];
  const sum = `${past} ${sayQuantity(test)} ${unit}`;
  return [isNot ? 'not who' : 'who', sum, aboutWhat(quantity, where, speaker), sayDaysOf(window, speaker)]
    .filter(Boolean)
    .join(' ');
}

/** "Course credits in Ethics for Planners", "volunteer hours". */
export const sayQuantityOf = (quantity: QuantityName, where: EventWhere | undefined, speaker: Speaker): string =>
  [quantityWords[quantity].noun, aboutWhat(quantity, where, speaker)].filter(Boolean).join(' ');

function aboutWhat(quantity: QuantityName, where: EventWhere | undefined, { vocabulary }: Speaker): string {
  const names = namesOf(where?.what, vocabulary[aboutOf[quantityKind[quantity]]]);
  return names && quantityWords[quantity].about(names);
}
