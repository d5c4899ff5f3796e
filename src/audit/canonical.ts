import { createHash } from 'node:crypto';

/**
 * One text for one value: keys sorted, no spaces, `undefined` left out. What is hashed must come out of jsonb, which
 * keeps neither the order of keys nor spaces, as it went in.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 of the canonical text, 64 hexadecimal digits. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');
