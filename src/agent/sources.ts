import type { Receipt } from '../receipts/receipt.js';

/** Where one number came from, as a line a person reads. */
export const sourceOf = ({ id, value, unit, definition, asOf, readAt, population }: Receipt): string =>
  `${id}: ${value} ${unit}, ${population}; as of ${asOf}, data read ${readAt.slice(0, 16).replace('T', ' ')} UTC${definition ? `; definition ${definition}` : ''}`;
