/*
 * What a client may open by its address. Each is read by the tool that answers the same question, so rights, scope, audit
 * and receipts are the tool's; an address is served only to whoever is shown that tool. A description has no tool of its
 * own: what a receipt says of it is said to whoever was given that receipt, and is audited alike.
 */
import {
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ProtocolError,
  type ReadResourceResult,
  ResourceNotFoundError,
} from '@modelcontextprotocol/server';
import type { Tool } from '../../../tools/define.js';
import type { Caller, McpParts } from './parts.js';
import { refusalOf } from './refusals.js';
import { shownTo } from './tool-list.js';
import { resultOf } from './tool-results.js';

interface Opened {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  /** Whoever is shown this tool may open it. */
  readonly tool: string;
  /** The tool's argument that takes the id; without one the resource is read otherwise. */
  readonly argument?: string;
  readonly id: RegExp;
}

const opened: readonly Opened[] = [
  {
    kind: 'member',
    title: 'One member or organisation',
    description: 'The profile of a member by pseudonym, such as imis://member/M-7F3KQ2.',
    tool: 'member_profile',
    argument: 'member',
    id: /^M-[0-9A-Z]{6}$/,
  },
  {
    kind: 'definition',
    title: 'A description of people',
    description: 'What a description says, condition by condition, by the id of a number you were given (D-...).',
    tool: 'count_members',
    id: /^D-[0-9a-f]{20}$/,
  },
  {
    kind: 'proposal',
    title: 'A proposed change',
    description: 'Where a proposal stands and what it would change, by its id (P-...).',
    tool: 'proposal_status',
    argument: 'proposal',
    id: /^P-[0-9A-Z]{6,}$/,
  },
  {
    kind: 'receipt',
    title: 'Where a number came from',
    description: 'The computation behind a number and whether it is still the same, by its id (R-...).',
    tool: 'open_receipt',
    argument: 'receipt',
    id: /^R-[0-9A-Z]{6,}$/,
  },
];

const FIELDS = 'imis://fields';
const TEXT = 'text/plain';

const mayOpen = (tools: readonly Tool[], { tool }: Opened): boolean => tools.some(({ name }) => name === tool);

export const listedResources = (): ListResourcesResult['resources'] => [
  {
    uri: FIELDS,
    name: 'fields',
    title: 'What can be asked of people',
    description: 'Every field, event and measure a description of people may use, with its values.',
    mimeType: TEXT,
  },
];

export const listedTemplates = (parts: McpParts, caller: Caller): ListResourceTemplatesResult['resourceTemplates'] => {
  const tools = shownTo(parts, caller);
  return opened
    .filter((one) => mayOpen(tools, one))
    .map(({ kind, title, description }) => ({
      uriTemplate: `imis://${kind}/{id}`,
      name: kind,
      title,
      description,
      mimeType: TEXT,
    }));
};

/** Throws ResourceNotFoundError for what there is none of, or not for this caller; what else a tool refuses, by its kind in its words. */
export async function readResource(
  parts: McpParts,
  caller: Caller,
  uri: string,
  signal: AbortSignal,
): Promise<ReadResourceResult> {
  const text = await textOf(parts, caller, uri, signal);
  return { contents: [{ uri, mimeType: TEXT, text }] };
}

async function textOf(parts: McpParts, caller: Caller, uri: string, signal: AbortSignal): Promise<string> {
  if (uri === FIELDS) return parts.fields();
  const [, kind, id = ''] = /^imis:\/\/([a-z]+)\/([\w-]{1,60})$/.exec(uri) ?? [];
  const tools = shownTo(parts, caller);
  const one = opened.find((each) => each.kind === kind && each.id.test(id) && mayOpen(tools, each));
  const tool = tools.find(({ name }) => name === one?.tool);
  if (!one || !tool) throw nothingAt(uri);
  if (one.argument === undefined) {
    const lines = await parts.definition(id, caller);
    if (!lines) throw nothingAt(uri);
    return await parts.told(lines.join('\n'), caller.actor);
  }
  const reply = await parts.call(tool, { [one.argument]: id }, caller, signal);
  const { content } = await resultOf(reply, parts, caller);
  const [words] = content;
  const text = words?.type === 'text' ? words.text : '';
  if (reply.error) throw refusalAt(uri, reply.error.kind, text);
  return text;
}

// The SDK's own sentence would repeat the address, which may hold anything.
const nothingAt = (uri: string) => new ResourceNotFoundError(uri, 'There is nothing at this address.');

// What is outside the scope has the code of what there is none of.
const NOT_THERE: ReadonlySet<string> = new Set([
  'hidden_by_rights',
  'member_unknown',
  'person_not_found',
  'proposal_unknown',
  'receipt_unknown',
]);

const refusalAt = (uri: string, kind: string, words: string): ProtocolError =>
  NOT_THERE.has(kind) ? new ResourceNotFoundError(uri, words) : refusalOf(kind, words);
