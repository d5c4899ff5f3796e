/* One tools/call: what is missing is asked for, the tool is run as from every other door, and its reply is handed over. */
import type { CallToolResult, InputRequiredResult, ServerContext } from '@modelcontextprotocol/server';
import { ToolUnknown } from '../../../tools/errors.js';
import { filledIn } from './missing-arguments.js';
import type { Caller, McpParts } from './parts.js';
import { withProgress } from './progress.js';
import { shownTo } from './tool-list.js';
import { resultOf } from './tool-results.js';

export interface Called {
  readonly name: string;
  readonly arguments?: Readonly<Record<string, unknown>> | undefined;
}

/** Throws ToolUnknown for a tool the caller is not shown; every other failure is a result a model can read. */
export async function callTool(
  parts: McpParts,
  caller: Caller,
  { name, arguments: given = {} }: Called,
  context: ServerContext,
  canAsk: boolean,
): Promise<CallToolResult | InputRequiredResult> {
  const shown = shownTo(parts, caller);
  const tool = shown.find((one) => one.name === name);
  if (!tool)
    throw new ToolUnknown(
      name,
      shown.map((one) => one.name),
    );
  const filled = filledIn(tool, given, context.mcpReq.inputResponses, canAsk);
  if (filled.kind === 'ask') return filled.form;
  if (filled.kind === 'declined') {
    const text = `${tool.name} was not called: ${filled.missing.join(' and ')} was not given by the person. Ask in your own words, or leave it.`;
    return { isError: true, content: [{ type: 'text', text }] };
  }
  const reply = await withProgress(context, tool.title, () =>
    parts.call(tool, filled.arguments, caller, context.mcpReq.signal),
  );
  return await resultOf(reply, parts, caller);
}
