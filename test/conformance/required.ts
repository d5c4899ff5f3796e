/* What a revision requires of a server, as the public suite has frozen it, and which of it a run has shown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import type { Check, Revision } from './suite.js';

const folder = join(packageRoot, 'node_modules/@modelcontextprotocol/conformance/requirements');

/** Names of the scenarios under `server:`. */
export function required(revision: Revision): readonly string[] {
  const [, list = ''] =
    /^server:\n((?: {2}- .+\n)+)/m.exec(readFileSync(join(folder, `${revision}.yaml`), 'utf8')) ?? [];
  return list
    .trimEnd()
    .split('\n')
    .map((line) => line.replace('  - ', ''));
}

/** A check of the messages' form runs in every scenario, also in one that never came to its own matter. */
const isOwn = ({ id }: Check): boolean => !id.startsWith('wire-schema-');

const isFault = ({ status }: Check): boolean => status === 'FAILURE' || status === 'WARNING';

export const faults = (checks: readonly Check[]): readonly Check[] => checks.filter(isFault);

/** Of `scenarios` those that showed something of their own and had no fault; nothing passed and nothing failed is no proof. */
export const shown = (scenarios: readonly string[], checks: readonly Check[]): readonly string[] =>
  scenarios.filter((scenario) => {
    const own = checks.filter((check) => check.scenario === scenario);
    return !own.some(isFault) && own.some((check) => isOwn(check) && check.status === 'SUCCESS');
  });
