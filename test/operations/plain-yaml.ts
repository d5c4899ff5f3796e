/*
 * The little of YAML that compose.yaml is written in: mappings and lists of texts, two spaces a step, comments on lines of
 * their own. Anything else is refused, so that what a test reads is what Docker reads.
 */

export type Plain = string | readonly string[] | { readonly [key: string]: Plain };

interface Line {
  readonly number: number;
  readonly depth: number;
  readonly text: string;
}

/** Throws, naming the line, where the text needs more of YAML than this. An empty value is ''. */
export function readPlainYaml(text: string): { readonly [key: string]: Plain } {
  const lines = text.split('\n').flatMap((line, index): Line[] => {
    if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
    const indent = line.length - line.trimStart().length;
    const found = { number: index + 1, depth: indent / 2, text: line.trim() };
    if (!Number.isInteger(found.depth) || /\t/.test(line) || / #/.test(line)) throw refusal(found);
    return [found];
  });
  const read = block(lines, 0);
  if (typeof read === 'string' || Array.isArray(read)) throw new SyntaxError('not a mapping');
  return read as { readonly [key: string]: Plain };
}

const refusal = ({ number, text }: Line): SyntaxError => new SyntaxError(`line ${number} is not plain: ${text}`);

function block(lines: readonly Line[], depth: number): Plain {
  const [first] = lines;
  if (!first) return '';
  if (first.text.startsWith('- ')) return lines.map((line) => item(line, depth));
  const entries: [string, Plain][] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    const [, key = '', rest = ''] = /^([\w.-]+):(?: (.*))?$/.exec(line.text) ?? [];
    if (key === '' || line.depth !== depth || entries.some(([name]) => name === key)) throw refusal(line);
    let end = at + 1;
    while ((lines[end]?.depth ?? 0) > depth) end += 1;
    const inner = lines.slice(at + 1, end);
    if (rest !== '' && inner.length > 0) throw refusal(line);
    entries.push([key, rest === '' ? block(inner, depth + 1) : scalar(rest, line)]);
    at = end;
  }
  return Object.fromEntries(entries);
}

function item(line: Line, depth: number): string {
  if (line.depth !== depth || !line.text.startsWith('- ')) throw refusal(line);
  return scalar(line.text.slice(2), line);
}

/** A word or a text in double quotes; what YAML would take for something else than a text must be quoted. */
function scalar(text: string, line: Line): string {
  if (/^"[^"\\]*"$/.test(text)) return text.slice(1, -1);
  if (/^[\w./-][^"'{}[\]&*|>!%@`#]*$/.test(text) && !/: |:$/.test(text)) return text;
  throw refusal(line);
}
