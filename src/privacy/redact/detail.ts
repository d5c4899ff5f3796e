/** What is taken out of a text, by kind; a placeholder is the kind in brackets. */
export const detailKinds = [
  'name',
  'organization',
  'email',
  'phone',
  'address',
  'date of birth',
  'card',
  'bank account',
  'government id',
  'member id',
  'web address',
  'social handle',
  'password',
] as const;
export type DetailKind = (typeof detailKinds)[number];

/** Characters `start` up to but not including `end` of the text given. */
export interface Detail {
  readonly start: number;
  readonly end: number;
  readonly kind: DetailKind;
}
