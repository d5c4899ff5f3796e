import { decodeEntityDefinition } from '../../imis/contracts/definition.js';
import { endpoints } from '../../imis/contracts/endpoints.js';
import type { Guess } from '../../imis/contracts/site-profile.js';
import { panelSources } from '../../imis/pack.js';
import { isRule, type Reply } from './asking.js';
import { fails, holds, unknown } from './guess.js';

// One panel source stands for all: they are of one kind. One with many rows a party has a column iMIS adds, too.
const panel = panelSources.find(({ instances }) => instances === 'many a party');

/** Names below /api/metadata/ that are asked about, one request each. */
export const describedNames: readonly string[] = [
  ...Object.values(endpoints).map(({ entity }) => entity),
  ...(panel ? [panel.name] : []),
];

export function judgedMetadata(reply: Reply): Guess {
  if (reply.isGiven) {
    const columns = decodeEntityDefinition(reply.wire);
    return columns ? holds(`${columns.length} columns`) : fails('an answer without columns');
  }
  // An error page of a server or of a proxy before it comes and goes; iMIS itself says 404 or 501.
  return isRule(reply) && reply.isNotOffered ? fails(reply.why) : unknown(reply.why);
}
