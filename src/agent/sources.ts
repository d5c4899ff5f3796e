import { sayInstant } from '../domain/instant.js';
import type { Receipt } from '../receipts/receipt.js';

/** Where one number came from, as a line a person reads. */
export const sourceOf = (
  { id, value, unit, definition, asOf, readAt, population }: Receipt,
  timeZone: string,
): string =>
  `${id}: ${value} ${unit}, ${population}; as of ${asOf}, data read ${sayInstant(readAt, timeZone)}${definition ? `; definition ${definition}` : ''}`;
