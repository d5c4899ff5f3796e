/* What redaction may know beside the text. Every part may be absent: patterns and English names work without. */
export interface RedactionContext {
  /** The record of the member who wrote it, or of whom it tells. */
  readonly own?: OwnRecord;
  readonly directory?: Directory;
  /** Normal words (normal() of name-words.ts) that are no person here: cities, events, chapters, courses, products. */
  readonly vocabulary?: ReadonlySet<string>;
}

export interface OwnRecord {
  readonly memberId?: string;
  readonly isOrganization?: boolean;
  readonly fullName?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly informalName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly addressLines?: readonly string[];
  readonly postalCode?: string;
  /** YYYY-MM-DD */
  readonly birthDate?: string;
  readonly userName?: string;
}

/** The names, streets and numbers of everybody in iMIS, in normal words. */
export interface Directory {
  /** Full names of two words or more in every order people write them, organisations and streets. */
  readonly phrases: ReadonlyMap<string, 'name' | 'organization' | 'address'>;
  readonly firstNames: ReadonlySet<string>;
  readonly lastNames: ReadonlySet<string>;
  /** The last ten digits of each, or all where there are fewer. */
  readonly phones: ReadonlySet<string>;
}
