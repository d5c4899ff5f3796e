/* Where a person decides on what was proposed: in the console, which may be another process than the one that proposes. */
import type { McpParts } from './parts.js';

export interface Link {
  readonly proposal: string;
  /** Absent where the console's address is known to itself alone, as with any free port. */
  readonly decideAt?: string;
  /** What has to be so for somebody to answer there. */
  readonly while?: string;
}

export function linkTo(proposal: string, { consoleAddress, isConsoleHere }: McpParts): Link {
  const address = consoleAddress();
  return {
    proposal,
    ...(address !== undefined && { decideAt: `${address}/proposals/${proposal}` }),
    ...(!isConsoleHere && { while: 'the copilot runs (start)' }),
  };
}

/** The same as a line of the answer. */
export function linkWords({ proposal, decideAt, while: condition }: Link): string {
  const where = decideAt === undefined ? 'in the console' : 'here';
  const when = condition === undefined ? '' : `, while ${condition}`;
  return `A person signs in and decides ${proposal} ${where}${when}${decideAt === undefined ? '.' : `: ${decideAt}`}`;
}
