/* What a document says that code can check: spans of code, blocks, links, and the commands and variables in them. */
import { posix } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { textOf } from './image.js';

export interface Document {
  readonly path: string;
  readonly text: string;
  /** Texts between back ticks and in blocks, a line each. */
  readonly code: readonly string[];
}

export function document(path: string): Document {
  const text = textOf(path);
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].flatMap(([, body = '']) => body.split('\n'));
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const spans = [...prose.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span.replaceAll(/\s+/g, ' '));
  return { path, text, code: [...blocks, ...spans].filter((line) => line.trim() !== '') };
}

/** The JSON blocks, parsed; throws where one is not JSON. */
export const jsonIn = ({ text }: Document): readonly unknown[] =>
  [...text.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, body = '']) => JSON.parse(body));

/** Files a document links to, from the folder of the repository. */
export const linksIn = ({ path, text }: Document): readonly { readonly file: string; readonly anchor: string }[] =>
  [...text.matchAll(/\]\(([^)#\s]*)(?:#([^)\s]+))?\)/g)]
    .filter(([, target = '']) => !/^https?:/.test(target))
    .map(([, target = '', anchor = '']) => ({
      file: target === '' ? path : posix.normalize(posix.join(posix.dirname(path), target)),
      anchor,
    }));

/** As a heading is addressed on the usual pages for Markdown. */
export const anchorsIn = ({ text }: Document): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );

/** Names of variables: capitals with an underscore, as no other word of a document is written. */
export const variablesIn = ({ code }: Document): readonly string[] => [
  ...new Set(
    code.flatMap((line) =>
      [...line.matchAll(/(?<![\w-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\w-])/g)].map(([name]) => name),
    ),
  ),
];

const CALLS = [
  /npm run -s copilot -- (.+)/,
  /npm --prefix \S+ run -s copilot -- (.+)/,
  /(?:^|exec (?:-T )?(?:-e \S+ )?copilot )imis-copilot (.+)/,
  /docker compose run --rm (?:-e \S+ )?copilot (.+)/,
  /node dist\/src\/commands\/cli\.js (.+)/,
];

/** Command lines of ours, in words; a span that begins with the name of a command is one too. */
export const callsIn = ({ code }: Document, names: readonly string[]): readonly (readonly string[])[] =>
  code.flatMap((line) => {
    const call = CALLS.map((pattern) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
    const own = call ?? (names.includes(line.split(' ')[0] ?? '') ? line : undefined);
    return own === undefined ? [] : [own.trim().split(/\s+/)];
  });

/** What of a command line there is not, or undefined where all of it is. */
export function unknownIn(words: readonly string[], commands: readonly Command[]): string | undefined {
  const [name, ...rest] = words;
  let command = commands.find((one) => one.name() === name);
  if (!command) return name;
  for (const word of rest) {
    const inner = command.commands.find((one) => one.name() === word) as Command | undefined;
    if (inner) command = inner;
    else if (word.startsWith('--') && word !== '--help' && !command.options.some(({ long }) => long === word))
      return word;
  }
  return undefined;
}
