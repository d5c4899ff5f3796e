import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { variables } from '../../src/settings/variables.js';
import { migrationFolder } from '../../src/store/migration-files.js';
import { copiedFrom, instructions, lastStage, textOf } from './image.js';

const all = instructions();
const image = lastStage(all);
const named = (name: string, of = image) => of.filter((instruction) => instruction.name === name);
const manifest = JSON.parse(textOf('package.json')) as {
  engines: { node: string };
  bin: Record<string, string>;
  scripts: Record<string, string>;
};
const copied = all.filter(({ name }) => name === 'COPY').flatMap(copiedFrom);
const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

test('the image is built on a Node that package.json accepts, the same in every stage', () => {
  const bases = named('FROM', all).map(({ words }) => words.split(' ')[0] ?? '');
  expect(bases.filter((base) => base !== 'base')).toHaveLength(1);
  const major = Number(/^node:(\d+)-\w+-slim$/.exec(bases[0] ?? '')?.[1]);
  const least = Number(/^>=(\d+)/.exec(manifest.engines.node)?.[1]);
  expect(major).toBeGreaterThanOrEqual(least);
  expect(major % 2).toBe(0);
});

test('the commands it is built by exist', () => {
  const scripts = named('RUN', all).flatMap(({ words }) =>
    [...words.matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, name]) => name),
  );
  expect(scripts).toEqual(['build']);
  for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script);
  expect(named('RUN', all).filter(({ words }) => words.startsWith('npm ci'))).toHaveLength(2);
});

test('it starts the command line as package.json names it, by node itself, so that signals arrive', () => {
  const entry = `/app/${manifest.bin['imis-copilot']}`;
  expect(named('ENTRYPOINT').map(({ words }) => JSON.parse(words))).toEqual([['node', entry]]);
  expect(named('CMD').map(({ words }) => JSON.parse(words))).toEqual([['start']]);
  expect(named('STOPSIGNAL').map(({ words }) => words)).toEqual(['SIGTERM']);
});

test('every file it copies exists and reaches the builder, and nothing else does', () => {
  for (const path of copied) expect(existsSync(join(packageRoot, path)), path).toBe(true);
  const [first, ...exceptions] = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(first).toBe('*');
  const top = new Set(copied.map((path) => path.split('/')[0]));
  expect(exceptions.map((line) => line.replace(/^!/, '')).sort()).toEqual([...top].sort());
  for (const kept of ['.env', '.data', '.git', 'node_modules', 'secrets']) expect(top.has(kept), kept).toBe(false);
});

test('everything the program reads from its folder at run time is in the image', () => {
  const inImage = image.filter(({ name }) => name === 'COPY').flatMap(copiedFrom);
  // src/prompts.ts, src/store/migration-files.ts, src/surfaces/console/routes.tsx and package-root.ts say so.
  expect(inImage.sort()).toEqual(['package.json', 'prompts', 'src/store/migrations', 'src/surfaces/console/assets']);
  expect(migrationFolder).toBe(join(packageRoot, 'src/store/migrations'));
  const read = filesIn(join(packageRoot, 'src'))
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) =>
      [...textOf(join('src', path)).matchAll(/join\(packageRoot, '([^']+)'/g)].map(([, folder]) => folder),
    );
  // .env stands beside package.json of a copy of the repository; a container is given variables.
  expect([...new Set(read)].sort()).toEqual(['.env', ...inImage]);
});

test('everything that is no code and lies under the folders it compiles is copied too', () => {
  const others = ['src', 'tools'].flatMap((folder) =>
    filesIn(join(packageRoot, folder))
      .map((path) => join(folder, path))
      .filter((path) => /\.\w+$/.test(path) && !/\.tsx?$/.test(path)),
  );
  for (const path of others)
    expect(
      copied.some((from) => from !== 'src' && path.startsWith(`${from}/`)),
      path,
    ).toBe(true);
});

test('it runs as another account than root, owns its data folder alone and asks the health page', () => {
  expect(named('USER').map(({ words }) => words)).toEqual(['node']);
  const order = image.map(({ name }) => name);
  expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('RUN'));
  expect(named('VOLUME').map(({ words }) => words)).toEqual(['/data']);
  const [health] = named('HEALTHCHECK');
  expect(health?.words).toContain('"node", "-e"');
  const asked = /PORT\}(\/\w+)`/.exec(health?.words ?? '')?.[1];
  expect(textOf('src/surfaces/http.tsx')).toContain(`app.get('${asked}'`);
});

test('it sets where it listens and keeps its data and no secret', () => {
  const set = Object.fromEntries(named('ENV', all).map(({ words }) => words.split('=') as [string, string]));
  expect(set).toEqual({ NODE_ENV: 'production', HOST: '0.0.0.0', PORT: variables.PORT.fallback, DATA_DIR: '/data' });
  for (const name of Object.keys(set).filter((one) => one !== 'NODE_ENV'))
    expect(Object.keys(variables)).toContain(name);
  expect(named('ARG', all)).toEqual([]);
  expect(named('EXPOSE').map(({ words }) => words)).toEqual([variables.PORT.fallback]);
});
