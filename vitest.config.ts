import { relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/fixtures/longest-first.js';
import { testsOnTheDatabase } from './test/fixtures/needs-database.js';

// On a server the tests are those whose outcome can depend on the kind of database; the others have run without one.
const include = process.env['TEST_DATABASE_URL']
  ? testsOnTheDatabase('test').map((file) => relative('.', file))
  : ['test/**/*.test.ts'];

export default defineConfig({
  test: {
    include,
    globalSetup: ['test/fixtures/prepare.ts'],
    pool: 'forks',
    // Left alone vitest uses one worker on two cores; much of the suite waits for processes and servers of its own.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
