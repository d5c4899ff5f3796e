import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeOld } from '../fixtures/prepared-directory.js';

test('templates and data directories of earlier days are cleared away, those in use and young ones kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imis-copilot-templates-'));
  mkdirSync(join(folder, 'data-old', 'database'), { recursive: true });
  mkdirSync(join(folder, 'data-present'));
  for (const name of ['old.tar', 'young.tar']) writeFileSync(join(folder, name), '');
  const earlier = new Date(Date.now() - 2 * 86_400_000);
  for (const name of ['data-old', 'data-present', 'old.tar']) utimesSync(join(folder, name), earlier, earlier);
  removeOld(folder, ['data-present']);
  expect(readdirSync(folder)).toEqual(['data-present', 'young.tar']);
  rmSync(folder, { recursive: true });
});
