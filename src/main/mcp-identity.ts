/* Who answers AI clients, told before the house itself is loaded: that takes seconds, and a client waits for few. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { packageRoot } from '../package-root.js';
import type { Settings } from '../settings.js';
import type { McpIdentity } from '../surfaces/mcp/parts.js';

/** From the settings alone. */
export const mcpIdentity = ({ association }: Settings, log: Pick<Logger, 'error'>): McpIdentity => ({
  association: association.name,
  version: version(),
  onDefect: (error, where) => log.error({ part: 'mcp', where, error }, 'a request of a client failed'),
});

const version = (): string => {
  const { version: said } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return said;
};
