/* A number computed once more, by the tool and the arguments of its receipt. */
import type { StoredReceipt } from '../../src/receipts/open.js';
import { isReadOnly, type Tool } from '../define.js';
import { type CallContext, runTool } from '../run.js';

export type ComputedAgain = { readonly value: number } | { readonly why: string };

/** Stores nothing: the number is there to be compared. */
export async function computeAgain(
  receipt: StoredReceipt,
  tools: readonly Tool[],
  context: CallContext,
): Promise<ComputedAgain> {
  const tool = tools.find(({ name }) => name === receipt.tool);
  if (!tool || !isReadOnly(tool)) return { why: 'it was not computed by a tool that only reads.' };
  const reply = await runTool(tool, receipt.arguments, { ...context, thread: receipt.thread, isRehearsal: true });
  if (!reply.ok) return { why: reply.words };
  const alike = reply.receipts.filter((one) => one.unit === receipt.unit && one.definition === receipt.definition);
  // Several numbers of one kind are told apart by their words, which hold the days of their own day.
  const same = alike.length === 1 ? alike[0] : alike.find((one) => one.population === receipt.population);
  return same ? { value: same.value } : { why: 'the same question has no such number today.' };
}
