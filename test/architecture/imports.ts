import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

/** One import as it stands in a file: paths are relative to the repository. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** False when every name is imported as a type. */
  readonly isValue: boolean;
}

const root = resolve(import.meta.dirname, '../..');
const folders = ['src', 'tools', 'evals', 'test', 'bench', 'docs'];

export const sourceFiles = (): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path)),
  );

/** Every import, re-export and dynamic import between our own files. */
export function importsOf(file: string): Import[] {
  const parsed = parseSync(file, readFileSync(join(root, file), 'utf8'));
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const found: { specifier: string; isValue: boolean }[] = [
    ...staticImports.map((entry) => ({
      specifier: entry.moduleRequest.value,
      isValue: entry.entries.length === 0 || entry.entries.some((name) => !name.isType),
    })),
    ...staticExports.flatMap((entry) =>
      entry.entries.flatMap((name) =>
        name.moduleRequest ? [{ specifier: name.moduleRequest.value, isValue: !name.isType }] : [],
      ),
    ),
    ...dynamicImports.map((entry) => ({
      specifier: sourceOf(file, entry.moduleRequest.start, entry.moduleRequest.end),
      isValue: true,
    })),
  ];
  return found
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, isValue }) => ({ from: file, to: targetOf(file, specifier), isValue }));
}

const sourceOf = (file: string, start: number, end: number): string =>
  readFileSync(join(root, file), 'utf8')
    .slice(start, end)
    .replace(/^['"`]|['"`]$/g, '');

const known = new Set(sourceFiles());

function targetOf(file: string, specifier: string): string {
  const path = relative(root, resolve(root, dirname(file), specifier));
  return [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path].find((name) => known.has(name)) ?? path;
}
