/* Values bound by queries, put into turns and facts, and facts looked for in an answer. */

export type Bound = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** `{NAME.column}` as its value. Throws when nothing of that name was bound. */
export function filled(text: string, bound: Bound): string {
  return text.replace(/\{(\w+)\.(\w+)\}/g, (found, name: string, column: string) => {
    const value = bound[name]?.[column];
    if (value === undefined || value === null) throw new RangeError(`nothing is bound to ${found}`);
    return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  });
}

/** A number counts as a number ("1,412" is 1412, and 12 is not in 2012); text without regard to case. */
export function holds(answer: string, fact: string): boolean {
  const number = numberOf(fact);
  if (number === undefined) return plain(answer).includes(plain(fact));
  const found = answer.match(/(?<![\w.-])-?\d+(?:,\d{3})*(?:\.\d+)?(?![\w-]|\.\d)/g) ?? [];
  return found.some((one) => Number(one.replaceAll(',', '')) === number);
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const numberOf = (fact: string): number | undefined =>
  /^-?\d+(?:,\d{3})*(?:\.\d+)?$/.test(fact.trim()) ? Number(fact.trim().replaceAll(',', '')) : undefined;
