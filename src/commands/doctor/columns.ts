/* Columns a site has against those the pack asks for. */
import { carries, type StatedColumn } from '../../imis/contracts/definition.js';
import { type Column, typeWords } from '../../imis/pack.js';

/** What is wrong with the columns, one sentence each, [] when nothing is. */
export function columnFaults(wanted: readonly Column[], stated: readonly StatedColumn[]): string[] {
  const byName = new Map(stated.map((column) => [column.name.toLowerCase(), column]));
  return wanted.flatMap(({ name, type }) => {
    const column = byName.get(name.toLowerCase());
    if (!column) return [`column ${name} (${typeWords[type]}) is missing`];
    return carries(column.typeName, type)
      ? []
      : [`column ${name} is ${column.typeName}, it should be a ${typeWords[type]}`];
  });
}
