/*
 * What may be asked next: questions that follow from the last call, then the tools' own examples for the member or the
 * people spoken of. Only what the interpreter reads as one call in this very thread is offered, with or without a model.
 */
import type { Tool } from '../../tools/define.js';
import { toolsFor } from '../../tools/surfaces.js';
import type { Actor } from '../domain/actor.js';
import { focusOf } from './interpreter/memory.js';
import type { NodeParts } from './nodes/parts.js';
import type { ThreadState, TurnState } from './state.js';

const MOST = 4;
/** Read one after the other: each takes some milliseconds. */
const MOST_CANDIDATES = 6;

export async function nextQuestions(
  given: readonly string[],
  turn: TurnState,
  { messages }: ThreadState,
  actor: Actor,
  { understood, catalog }: Pick<NodeParts, 'understood' | 'catalog'>,
): Promise<readonly string[]> {
  if (turn.status !== 'answer' || given.length >= MOST || !understood) return given.slice(0, MOST);
  const shown = toolsFor(actor, catalog);
  const candidates = candidatesFor(turn, focusOf(messages)?.member, shown).filter((one) => !given.includes(one));
  const read = await understood(
    candidates.slice(0, MOST_CANDIDATES),
    messages,
    shown.map(({ name }) => name),
  );
  return [...given, ...read].slice(0, MOST);
}

/** Nearest to what was just asked first. Offered are questions alone: a change is never suggested with a text. */
function candidatesFor(turn: TurnState, member: string | undefined, shown: readonly Tool[]): string[] {
  const called = new Set(turn.toolCalls.map(({ tool }) => tool));
  const reads = shown.filter(({ effect, name }) => effect === 'read' && !called.has(name));
  const says = (tool: Tool, isFit: (words: string) => boolean) => tool.examples.map((one) => one.says).find(isFit);
  const ofMember = member
    ? reads.flatMap((tool) => says(tool, (words) => words.includes('{member}'))?.replaceAll('{member}', member) ?? [])
    : [];
  const counted = [...called].some((name) => /^(count|find|list|group)_/.test(name))
    ? ['list them', 'how many are there?']
    : [];
  const general = reads.flatMap((tool) => says(tool, (words) => !words.includes('{')) ?? []);
  return [...new Set([...counted, ...ofMember, ...general])];
}
