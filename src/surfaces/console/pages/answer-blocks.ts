/*
 * An answer is plain text on every surface; a page shows its lists as lists and its counts as a table. Only the form of
 * a line is looked at, never its meaning.
 */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** How it was read, what was taken for granted, and whose words follow. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  /** Every line a label and one number. */
  | { readonly kind: 'counts'; readonly rows: readonly Count[] };

export interface Item {
  readonly text: string;
  readonly items: readonly string[];
}

export interface Count {
  readonly label: string;
  /** As it was written: "1,204", "12 USD". */
  readonly figure: string;
  readonly value: number;
}

const NOTE = /^(?:(?:Note|Read as|Unknown, because)\b|=== )/;
const ITEM = /^- (.*)$/;
const UNDER_AN_ITEM = /^\s{2,}(\S.*)$/;
// The last colon parts label and figure: an event may be called "Summit: Day 1".
const COUNT = /^(.*\S): ((-?[\d,]+(?:\.\d+)?)(?: [A-Z]{3})?(?: \([^()]*\))?)$/;
/** "Terms, latest first: one; two; three" is a list said in a line. */
const IN_A_LINE = /^([^:;]{3,60}):\s(\S[^;]*(?:;\s[^;]+){2,})$/;
const FEWEST_ROWS = 2;

/** The blocks of an answer, in order; joined they hold every word of it. */
export function blocksOf(answer: string): Block[] {
  const blocks: Block[] = [];
  let items: Item[] = [];
  const endList = (): void => {
    if (items.length > 0) blocks.push(listOf(items));
    items = [];
  };
  for (const line of answer.split('\n')) {
    const item = ITEM.exec(line)?.[1];
    const under = UNDER_AN_ITEM.exec(line)?.[1];
    const last = items.at(-1);
    if (item !== undefined) items.push({ text: item, items: [] });
    else if (under !== undefined && last) items[items.length - 1] = { ...last, items: [...last.items, under] };
    else {
      endList();
      blocks.push(...lineOf(line));
    }
  }
  endList();
  return blocks;
}

function lineOf(line: string): Block[] {
  if (!line.trim()) return [];
  if (NOTE.test(line)) return [{ kind: 'note', text: line }];
  const [, label, entries] = IN_A_LINE.exec(line) ?? [];
  if (label === undefined || entries === undefined) return [{ kind: 'text', text: line }];
  const items = entries.replace(/\.$/, '').split('; ');
  return [
    { kind: 'text', text: `${label}:` },
    { kind: 'list', items: items.map((text) => ({ text, items: [] })) },
  ];
}

function listOf(items: readonly Item[]): Block {
  const rows = items.flatMap(({ text, items: under }) => {
    const [, label, figure, number] = (under.length === 0 && COUNT.exec(text)) || [];
    return label !== undefined && figure !== undefined && number !== undefined
      ? [{ label, figure, value: Number(number.replaceAll(',', '')) }]
      : [];
  });
  return rows.length === items.length && rows.length >= FEWEST_ROWS
    ? { kind: 'counts', rows }
    : { kind: 'list', items };
}
