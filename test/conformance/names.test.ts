import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { fixtureNames } from './fixture/server.js';
import { program } from './suite.js';

/** Every name of its own that the suite's program contains, also those its fixture here does without. */
const namesOfSuite = new Set(readFileSync(program, 'utf8').match(/\b(test_[a-z0-9_]{4,}|test:\/\/[a-z-]+)/g));

const filesBelow = (folder: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(packageRoot, file)).isFile());

test('no tool, prompt or resource that only the public suite calls is in the product', () => {
  const files = ['src', 'tools', 'prompts'].flatMap(filesBelow);
  expect(files.length).toBeGreaterThan(300);
  const names = [...namesOfSuite, ...fixtureNames];
  expect(names.length).toBeGreaterThan(50);
  const naming = files.filter((file) => {
    const text = readFileSync(join(packageRoot, file), 'utf8');
    return names.some((name) => text.includes(name));
  });
  expect(naming).toEqual([]);
});
