import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { type Variable, variables } from '../../src/settings/variables.js';
import { catalog } from '../../tools/catalog.js';
import { alwaysShown, toolsets } from '../../tools/toolsets.js';
import { anchorsIn, callsIn, document, jsonIn, linksIn, unknownIn, variablesIn } from './document.js';
import { textOf } from './image.js';

const documents = ['docs/operator-guide.md', 'docs/mcp.md', 'README.md'].map(document);
const [guide, mcp] = documents as [(typeof documents)[number], (typeof documents)[number]];

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path));

/** Every command of the command line, as each file of src/commands makes it. */
const commands: readonly Command[] = (
  await Promise.all(
    [...textOf('src/commands/cli.ts').matchAll(/import \{ (\w+Command) \} from '\.\/([\w-]+)\.js'/g)].map(
      async ([, factory = '', file]) =>
        ((await import(`../../src/commands/${file}.ts`)) as Record<string, () => Command>)[factory]?.(),
    ),
  )
).filter((command) => command !== undefined);

const settings = Object.entries(variables) as [string, Variable][];
const own = settings.flatMap(([name, { secret }]) => (secret ? [name, `${name}_FILE`] : [name]));
// Of Node, of PostgreSQL and of its image; and the placeholder of the guide.
const foreign = ['NODE_EXTRA_CA_CERTS', 'NAME_FILE'];

test.each(documents)('$path names only variables there are', (one) => {
  const named = variablesIn(one).filter((name) => !foreign.includes(name));
  expect(named.filter((name) => !own.includes(name))).toEqual([]);
});

test('the guide and the page on AI clients name variables at all, and each setting of MCP is told of', () => {
  expect(variablesIn(guide)).toEqual(expect.arrayContaining(['IMIS_READ_USER', 'OIDC_ISSUER', 'DATABASE_URL']));
  const ofMcp = settings.map(([name]) => name).filter((name) => name.startsWith('MCP_'));
  expect(ofMcp.length).toBeGreaterThan(0);
  expect(variablesIn(mcp)).toEqual(expect.arrayContaining(ofMcp));
});

test.each(documents)('$path names only commands and options there are', (one) => {
  const calls = callsIn(
    one,
    commands.map((command) => command.name()),
  );
  expect(calls.length).toBeGreaterThan(0);
  const faults = calls.flatMap((words) => {
    const unknown = unknownIn(words, commands);
    return unknown === undefined ? [] : [`${unknown} in: ${words.join(' ')}`];
  });
  expect(faults).toEqual([]);
});

test('a command and an option there are not would be found', () => {
  expect(unknownIn(['doctor', '--profile', 'FILE'], commands)).toBeUndefined();
  expect(unknownIn(['identity', 'link', '--user', 'x'], commands)).toBeUndefined();
  expect(unknownIn(['doctor', '--cure'], commands)).toBe('--cure');
  expect(unknownIn(['heal'], commands)).toBe('heal');
});

test.each(documents)('$path names only npm scripts there are', ({ text }) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...text.matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, name]) => name);
  expect(named.filter((name) => !Object.keys(scripts).includes(name ?? ''))).toEqual([]);
});

test.each(documents)('every link of $path leads somewhere', (one) => {
  for (const { file, anchor } of linksIn(one)) {
    expect(existsSync(join(packageRoot, file)), file).toBe(true);
    if (anchor !== '') expect(anchorsIn(document(file)), `${file}#${anchor}`).toContain(anchor);
  }
});

test('every configuration to copy is JSON, and starts what there is', () => {
  const servers = jsonIn(mcp).flatMap((block) =>
    Object.values(
      (block as Record<string, object>)['mcpServers'] ?? (block as Record<string, object>)['servers'] ?? {},
    ),
  ) as { command?: string; args?: string[]; url?: string; env?: Record<string, string> }[];
  expect(servers.length).toBeGreaterThanOrEqual(4);
  for (const { command, args = [], url, env = {} } of servers) {
    if (command === undefined) expect(new URL(url ?? '').pathname).toBe('/mcp');
    else {
      const words = command === 'npm' ? args.slice(args.indexOf('--') + 1) : args;
      if (command === 'npm') expect(args.slice(2, 5)).toEqual(['run', '-s', 'copilot']);
      else expect(command).toBe('imis-copilot');
      expect(words[0]).toBe('mcp');
      expect(unknownIn(words, commands)).toBeUndefined();
    }
    for (const name of Object.keys(env)) expect(own).toContain(name);
  }
});

test('the toolsets and tools told of are those that are served', () => {
  const rows = [...mcp.text.matchAll(/^\| (?:`(\w+)`|always) \| (`[a-z_]+`(?:, `[a-z_]+`)*) \|$/gm)];
  const told = Object.fromEntries(
    rows.map(([, name = 'always', tools = '']) => [name, tools.replaceAll('`', '').split(', ')]),
  );
  expect(told).toEqual({ ...toolsets, always: [...alwaysShown] });
  expect(Object.values(told).flat().sort()).toEqual(catalog.map(({ name }) => name).sort());
});

test('the words of every fault in the tables are the words the program says', () => {
  const source = ['src', 'tools']
    .flatMap((folder) => filesIn(folder, /\.tsx?$/))
    .map(textOf)
    .join('\n')
    .replaceAll("\\'", "'");
  for (const { path, text } of [guide, mcp]) {
    const table = text.slice(text.indexOf('## When it does not work'));
    const said = [...table.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words),
    );
    expect(said.length, path).toBeGreaterThan(8);
    // … stands for what the program fills in; what follows a colon may be filled in too.
    const pieces = said.flatMap((words) => words.split(/…|: /)).map((piece) => piece.replace(/[.:]$/, '').trim());
    for (const piece of pieces) expect(source.includes(piece), `${path}: ${piece}`).toBe(true);
  }
});

test('the facts by which a phase is entered are those of the program', () => {
  const facts = textOf('src/approvals/phase-facts.ts');
  expect(facts).toContain('const TO_ASSISTED = { prepared: 10, rejected: 0.2 };');
  expect(facts).toContain('const TO_CONDITIONAL = { decided: 50, rejected: 0.05, edited: 0.1, missed: 0.02 };');
  expect(guide.text).toContain('| assisted | at least 10 prepared | at most 20 % | | |');
  expect(guide.text).toContain('| conditional | at least 50 decided | at most 5 % | at most 10 % | at most 2 % |');
});

test('every figure of the section on sizing stands in the page of measurements', () => {
  const section = /^## Sizing\n([\s\S]*?)^## /m.exec(guide.text)?.[1] ?? '';
  const measured = textOf('docs/performance.md');
  const figures = [...section.matchAll(/\d[\d,.]*(?= (?:members|MB|ms)| held)/g)].map(([figure]) => figure);
  expect(figures.length).toBeGreaterThan(4);
  for (const figure of figures) expect(measured, figure).toContain(figure);
});
