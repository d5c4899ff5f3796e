/* How results say their numbers. */

/** "1,412". */
export const figure = (count: number): string => count.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** "1 person", "1,412 people". */
export const listed = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** "There are 1,412 active members in Texas", "There is 1 active member in Texas": `said` fits the count. */
export const those = (count: number, said: string): string =>
  `There ${count === 1 ? 'is' : 'are'} ${figure(count)} ${said}`;
