import { describe, expect, test } from 'vitest';
import { type Import, importsOf, sourceFiles } from './imports.js';
import { isWithin, placeOf, sandbox } from './layers.js';

const files = sourceFiles();
const imports = files.flatMap(importsOf);
const arrow = ({ from, to }: Import) => `${from} -> ${to}`;
const isSandbox = (file: string) => isWithin(file, sandbox.part);

describe('the house', () => {
  test('every file stands on a floor', () => {
    expect(files.filter((file) => !isSandbox(file) && !placeOf(file))).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('a floor imports lower floors only, and never another part of its own', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [upper, lower] = [placeOf(from), placeOf(to)];
      if (!upper || !lower || upper.part === lower.part) return false;
      const isOutside = ['test', 'evals', 'bench', 'docs'].includes(upper.part);
      return lower.floor > upper.floor || (lower.floor === upper.floor && !isOutside);
    });
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('the sandbox knows our wire contracts and nothing else of the product, and only the outside knows the sandbox', () => {
    const out = imports.filter(
      ({ from, to }) => isSandbox(from) && !sandbox.mayImport.some((part) => isWithin(to, part)),
    );
    const into = imports.filter(
      ({ from, to }) => isSandbox(to) && !sandbox.importedBy.some((part) => isWithin(from, part)),
    );
    expect([...out, ...into].map(arrow)).toEqual([]);
  });

  test('only main builds the hand that writes and the sender of messages', () => {
    const doors = ['src/imis/write.ts', 'src/mail'];
    // doctor signs in with the writing account to say whether it could write; it holds no hand.
    const allowed = ['src/main', 'src/mail', 'test', 'src/commands/doctor'];
    const wrong = imports.filter(
      ({ from, to, isValue }) =>
        isValue &&
        doors.some((door) => isWithin(to, door)) &&
        !allowed.some((part) => isWithin(from, part) || from.startsWith(`${part}`)),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('no tool, agent or surface can reach the hand that writes, by any chain of imports', () => {
    const next = groupByFrom(imports.filter((one) => one.isValue));
    const reachable = (start: string): Set<string> => {
      const seen = new Set<string>();
      const stack = [start];
      for (let file = stack.pop(); file !== undefined; file = stack.pop())
        for (const { to } of next.get(file) ?? [])
          if (!seen.has(to)) {
            seen.add(to);
            stack.push(to);
          }
      return seen;
    };
    const upper = files.filter((file) => ['tools', 'src/agent', 'src/surfaces'].some((part) => isWithin(file, part)));
    const wrong = upper.filter((file) => [...reachable(file)].some((to) => to === 'src/imis/write.ts'));
    expect(upper.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('privacy is the only door to models', () => {
    const wrong = imports.filter(
      ({ from, to, isValue }) =>
        isValue &&
        isWithin(to, 'src/models') &&
        !['src/models', 'src/privacy', 'src/main', 'test'].some((part) => isWithin(from, part)),
    );
    expect(wrong.map(arrow)).toEqual([]);
  });

  test('no file imports itself by any chain, types included', () => {
    const next = groupByFrom(imports);
    const cycles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) {
        cycles.push([...path.slice(at), file].join(' -> '));
        return;
      }
      if (done.has(file)) return;
      for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  test('nothing but the clock asks for the time, and nothing but main and the commands reads the environment', async () => {
    const { readFile } = await import('node:fs/promises');
    const wrong: string[] = [];
    for (const file of files.filter((name) => isWithin(name, 'src') || isWithin(name, 'tools'))) {
      const text = await readFile(file, 'utf8');
      // The lock file's age is a matter of the file system's clock, not of the association's.
      const mayTime = ['src/clock.ts', 'src/store/lock.ts'].includes(file) || isSandbox(file);
      if (!mayTime && /\bnew Date\(\)|\bDate\.now\(\)/.test(text)) wrong.push(`${file} asks for the time`);
      const mayRead = isWithin(file, 'src/main') || isWithin(file, 'src/commands');
      if (!mayRead && /process\.env\b/.test(text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')))
        wrong.push(`${file} reads the environment`);
    }
    expect(wrong).toEqual([]);
  });
});

function groupByFrom(all: readonly Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>();
  for (const one of all) groups.set(one.from, [...(groups.get(one.from) ?? []), one]);
  return groups;
}
