/* The tools as a client is shown them: the cards every model is shown, with honest hints and what comes back. */
import type { ListToolsResult } from '@modelcontextprotocol/server';
import { cardsOf } from '../../../tools/cards.js';
import { isReadOnly, type Tool } from '../../../tools/define.js';
import { outlineOf } from '../../../tools/outlines.js';
import { toolsFor } from '../../../tools/surfaces.js';
import type { Caller, McpParts } from './parts.js';

export type ListedTool = ListToolsResult['tools'][number];

/** Those the caller may use, in the order of the catalogue. */
export const shownTo = ({ tools }: Pick<McpParts, 'tools'>, { actor }: Caller): readonly Tool[] =>
  toolsFor(actor, tools);

interface Made {
  readonly of: readonly Tool[];
  readonly list: readonly ListedTool[];
}

// People with the same rights are shown the same list: it is made once for each set of tools. Names find it; of another
// catalogue with the same names it is not, and the one asked for last is kept.
const lists = new Map<string, Made>();

export function listed(tools: readonly Tool[]): readonly ListedTool[] {
  const key = tools.map(({ name }) => name).join(' ');
  const known = lists.get(key);
  if (known?.of.every((tool, place) => tool === tools[place])) return known.list;
  const made = cardsOf(tools).map(({ name, title, description, parameters }, place): ListedTool => {
    const tool = tools[place] as Tool;
    return {
      name,
      title,
      description,
      inputSchema: parameters as ListedTool['inputSchema'],
      outputSchema: { ...outlineOf(tool) } as NonNullable<ListedTool['outputSchema']>,
      annotations: hintsOf(tool),
    };
  });
  lists.set(key, { of: [...tools], list: made });
  return made;
}

/**
 * A tool that proposes stores a proposal of ours, so it does not only read; it changes nothing in iMIS and can be taken
 * back by rejecting it, so it destroys nothing. None reaches beyond iMIS. That the same call may be made again says
 * something of a tool that does not only read, and there it may not: twice is two proposals, which is what a client
 * takes for granted.
 */
const hintsOf = (tool: Tool): ListedTool['annotations'] => ({
  readOnlyHint: isReadOnly(tool),
  destructiveHint: false,
  openWorldHint: false,
});
