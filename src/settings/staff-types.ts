/* Customer types of the people who work for the association. */
import { listed } from './mcp.js';

/** As iMIS gives them unless somebody has renamed them. */
export const usualStaffTypes: readonly string[] = ['STAFF'];

/** "STAFF, emp" as codes in capitals, each once. */
export const readStaffTypes = (line: string): readonly string[] => [
  ...new Set(listed(line).map((type) => type.toUpperCase())),
];

/** A pipe would be two values in a filter of iMIS. */
export const areStaffTypes = (types: readonly string[]): boolean =>
  types.length > 0 && types.every((type) => !type.includes('|'));
