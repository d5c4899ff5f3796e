/*
 * npm run docs            writes every document that code can write
 * npm run docs -- --check fails, naming it, when one differs from what the code says
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../src/package-root.js';
import { catalog } from '../tools/catalog.js';
import { renderImisSetup } from './imis-setup.js';
import { renderEnvExample, renderSettings } from './settings.js';
import { renderTools } from './tools.js';

const documents = [
  { path: '.env.example', text: renderEnvExample() },
  { path: 'docs/settings.md', text: renderSettings() },
  { path: 'docs/tools.md', text: renderTools(catalog) },
  ...renderImisSetup(),
];

const present = (path: string): string | undefined => {
  try {
    return readFileSync(join(packageRoot, path), 'utf8');
  } catch {
    return undefined;
  }
};

const stale = documents.filter(({ path, text }) => present(path) !== text);
if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} is not what the code says: run npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(packageRoot, path)), { recursive: true });
    writeFileSync(join(packageRoot, path), text);
    console.log(`wrote ${path}`);
  }
}
