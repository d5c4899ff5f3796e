/** The latest of a member's records and how many there are; texts at the length of a profile. */
export interface Latest<Line> {
  readonly total: number;
  /** Latest first. */
  readonly lines: readonly Line[];
}

/** So that the fullest profile is shown whole. */
const MOST_CHARACTERS = 170;

/** One line of a text, cut where a profile has no room for more. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
