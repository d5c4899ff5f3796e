/* How results say their numbers. */

/** "1,412". */
export const figure = (count: number): string => count.toLocaleString('en-US');

/** "1 person", "1,412 people". */
export const listed = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** "There are 1,412 active members in Texas", "There is 1 in: ...". */
export function those(count: number, said: string): string {
  return count === 1 ? `There is 1 in: ${said}` : `There are ${figure(count)} ${said}`;
}
