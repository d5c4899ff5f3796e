/*
 * A reply as a client is given it: the words and the same facts as data, each whole by itself, since some clients show
 * their model one of the two only: what members and staff wrote is fenced in both. Numbers come with their receipts, proposals with the place where a person decides.
 */
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { ToolReply } from '../../../tools/run.js';
import { fencedIn } from '../../../tools/written-by.js';
import type { Receipt } from '../../receipts/receipt.js';
import { linkTo, linkWords } from './decided-at.js';
import type { Caller, McpParts } from './parts.js';

// As many as the longest answer of the catalogue has; a table with more gives those of its first rows.
const MOST_CITED = 40;

/** A number with the id it is opened by. */
export interface Citation {
  readonly receipt: string;
  readonly value: number;
  readonly unit: string;
  readonly of: string;
}

export async function resultOf(reply: ToolReply, parts: McpParts, { actor }: Caller): Promise<CallToolResult> {
  if (!reply.ok) return { isError: true, content: [{ type: 'text', text: await parts.told(reply.words, actor) }] };
  const tool = parts.tools.find(({ name }) => name === reply.tool);
  if (!tool) throw new TypeError(`${reply.tool} answered and is not served`);
  const cited = reply.receipts.slice(0, MOST_CITED).map(citation);
  const links = reply.proposals.map(({ id }) => linkTo(id, parts));
  const told = await parts.told(
    {
      words: [reply.words, ...citedWords(cited, reply.receipts.length - cited.length), ...links.map(linkWords)].join(
        '\n',
      ),
      data: {
        ...(reply.output as Record<string, unknown>),
        ...(cited.length > 0 && { citations: cited }),
        ...(links.length > 0 && { links }),
      },
    },
    actor,
  );
  return { content: [{ type: 'text', text: told.words }], structuredContent: fencedIn(tool.output, told.data) };
}

const citation = ({ id, value, unit, population }: Receipt): Citation => ({
  receipt: id,
  value,
  unit,
  of: population,
});

function citedWords(cited: readonly Citation[], more: number): string[] {
  if (cited.length === 0) return [];
  const numbers = cited.map(({ receipt, value, unit }) => `${receipt} = ${value} ${unit}`);
  const rest = more > 0 ? [`and ${more} more`] : [];
  return [`Receipts (open_receipt shows where a number came from): ${[...numbers, ...rest].join('; ')}.`];
}
