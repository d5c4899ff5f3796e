#!/usr/bin/env node
/*
 * The command line (docs/contracts.md). Commands load what they need when they run, so that --help answers at once.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { packageRoot } from '../package-root.js';
import { askCommand } from './ask.js';
import { auditCommand } from './audit.js';
import { chatCommand } from './chat.js';
import { doctorCommand } from './doctor.js';
import { identityCommand } from './identity.js';
import { mcpCommand } from './mcp.js';
import { proposalsCommand } from './proposals.js';
import { sandboxCommand } from './sandbox.js';
import { startCommand } from './start.js';
import { syncCommand } from './sync.js';

const file = join(packageRoot, '.env');
if (existsSync(file)) process.loadEnvFile(file);

const WRONG_USAGE = 2;

const program = new Command('imis-copilot')
  .description('A conversational copilot for the staff of an association that runs iMIS')
  .showHelpAfterError('(add --help for what there is)')
  .addCommand(startCommand())
  .addCommand(sandboxCommand())
  .addCommand(syncCommand())
  .addCommand(doctorCommand())
  .addCommand(askCommand())
  .addCommand(chatCommand())
  .addCommand(mcpCommand())
  .addCommand(proposalsCommand())
  .addCommand(auditCommand())
  .addCommand(identityCommand());

/** Wrong usage exits with 2 in every command, however deep. */
function exitWithTwo(command: { exitOverride: Command['exitOverride']; commands: readonly unknown[] }): void {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : WRONG_USAGE));
  for (const sub of command.commands as (typeof command)[]) exitWithTwo(sub);
}
exitWithTwo(program);

await program.parseAsync();
