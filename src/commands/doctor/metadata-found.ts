import { decodeEntityDefinition } from '../../imis/contracts/definition.js';
import { endpoints } from '../../imis/contracts/endpoints.js';
import type { Guess } from '../../imis/contracts/site-profile.js';
import { panelSources } from '../../imis/pack.js';
import type { Reply } from './asking.js';
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
  // A server without this address answers with its own error page.
  const isMissing = reply.isNotOffered || reply.kind === 'imis_unexpected_shape';
  return isMissing ? fails(reply.why) : unknown(reply.why);
}
