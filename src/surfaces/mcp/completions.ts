/* Values for an argument while it is typed: of a resource's address, or of a prompt. */
import type { CompleteRequest, CompleteResult } from '@modelcontextprotocol/server';
import type { Caller, McpParts } from './parts.js';

const MOST = 20;

/** What may stand for the argument asked about; nothing for an argument nobody can guess. */
export async function completed(
  parts: McpParts,
  caller: Caller,
  { ref, argument }: CompleteRequest['params'],
): Promise<CompleteResult['completion']> {
  const name = ref.type === 'ref/resource' ? kindOf(ref.uri) : argument.name;
  if (name === undefined) return { values: [] };
  parts.countCall(caller.actor.id);
  // One more than is shown says whether there are more.
  const found = await parts.completions(name, argument.value, caller, MOST + 1);
  return { values: found.slice(0, MOST), hasMore: found.length > MOST };
}

const kindOf = (uri: string): string | undefined => /^imis:\/\/([a-z]+)\/\{id\}$/.exec(uri)?.[1];
