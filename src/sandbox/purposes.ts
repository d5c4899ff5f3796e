/* Each kind of chance has a stream of its own, so that a new one never shifts the others. Numbers are never reused. */
export const purposes = {
  arrival: 1,
  nature: 2,
  name: 3,
  contact: 4,
  organization: 5,
  calendar: 6,
  moves: 7,
  jobs: 8,
  terms: 9,
  payments: 10,
  gatherings: 11,
  logins: 12,
  mails: 13,
  consents: 14,
  groups: 15,
  notes: 16,
  assignments: 17,
  engagement: 18,
  duplicate: 19,
  stamp: 20,
  corrections: 21,
  death: 22,
} as const;

// Purposes of one year or one term lie far above the list, so that they cannot meet.
export const within = (purpose: number, part: number): number => purpose + 64 * (part + 1);
