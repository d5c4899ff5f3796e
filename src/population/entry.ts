/** One value the association uses, and how it may be said. */
export interface Entry {
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  /** Further ways to say it: plurals, short forms; in capitals where it is a code (TX). */
  readonly also: readonly string[];
}
