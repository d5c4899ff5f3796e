/* Values for an argument while it is typed: of a resource's address, or of a prompt. */
import type { CompleteRequest, CompleteResult } from '@modelcontextprotocol/server';
import type { Caller, McpParts } from './parts.js';
import { listedTemplates } from './resources.js';
import { shownTo } from './tool-list.js';

const MOST = 20;

/** Whoever is not shown the tool that finds such records is offered none of them. */
const FOUND_BY: Readonly<Record<string, string>> = {
  member: 'find_members',
  definition: 'count_members',
  proposal: 'proposal_status',
  receipt: 'open_receipt',
};

/** What may stand for the argument asked about; nothing for an argument nobody can guess. */
export async function completed(
  parts: McpParts,
  caller: Caller,
  asked: CompleteRequest['params'],
): Promise<CompleteResult['completion']> {
  const kind = meant(parts, caller, asked);
  if (kind === undefined) return { values: [] };
  // One more than is shown says whether there are more.
  const found = await parts.completions(kind, asked.argument.value, caller, MOST + 1);
  return { values: found.slice(0, MOST), hasMore: found.length > MOST };
}

/** Which records or names are meant, where the caller is shown what takes them and what finds them. */
function meant(
  parts: McpParts,
  caller: Caller,
  { ref, argument }: Pick<CompleteRequest['params'], 'ref' | 'argument'>,
): string | undefined {
  const kind =
    ref.type === 'ref/resource' ? kindOf(parts, caller, ref.uri, argument.name) : inputOf(parts, ref, argument);
  if (kind === undefined || !Object.hasOwn(FOUND_BY, kind)) return kind;
  return shownTo(parts, caller).some(({ name }) => name === FOUND_BY[kind]) ? kind : undefined;
}

const kindOf = (parts: McpParts, caller: Caller, uri: string, argument: string): string | undefined =>
  argument === 'id' ? listedTemplates(parts, caller).find(({ uriTemplate }) => uriTemplate === uri)?.name : undefined;

const inputOf = ({ prompts }: McpParts, ref: { readonly name: string }, argument: { readonly name: string }) =>
  prompts.find(({ id }) => id === ref.name)?.inputs.find(({ name }) => name === argument.name)?.name;
