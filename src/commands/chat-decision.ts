/* /approve, /reject and /undo, typed in a conversation. */
import type { Approving } from '../main/decisions.js';

export type Command = '/approve' | '/reject' | '/undo';

export type TypedDecision = Pick<Approving, 'id' | 'count' | 'acknowledged'> & {
  readonly command: Command;
  /** Everything said after /reject but the id. */
  readonly reason?: string;
};

const commands: readonly string[] = ['/approve', '/reject', '/undo'] satisfies Command[];
const risks = ['irreversible', 'external', 'money'] as const;
type NamedRisk = (typeof risks)[number];

/**
 * "/approve", "/approve P-ABC234", "/approve 30", "/approve 30 irreversible": a count, the risks one has understood, and
 * an id in any order; without an id the last proposal of the conversation is meant. Undefined where a word is none of these.
 */
export function typedDecision(line: string, last: string | undefined): TypedDecision | 'no proposal' | undefined {
  const [command = '', ...rest] = line.trim().split(/\s+/);
  if (!commands.includes(command)) return undefined;
  const named = rest.find((word) => /^P-[0-9A-Z]+$/i.test(word));
  const id = named?.toUpperCase() ?? last;
  const words = rest.filter((word) => word !== named);
  if (command === '/undo' && words.length > 0) return undefined;
  if (!id) return 'no proposal';
  if (command !== '/approve')
    return { command: command as Command, id, ...(words.length > 0 && { reason: words.join(' ') }) };
  const counts = words.filter((word) => /^\d+$/.test(word));
  const acknowledged = words
    .map((word) => word.toLowerCase())
    .filter((word): word is NamedRisk => risks.includes(word as NamedRisk));
  if (counts.length > 1 || counts.length + acknowledged.length !== words.length) return undefined;
  return {
    command: '/approve',
    id,
    ...(counts[0] !== undefined && { count: Number(counts[0]) }),
    ...(acknowledged.length > 0 && { acknowledged }),
  };
}

/** The line that approves, with the count and the second words its risks need. */
export function lineToApprove({
  count,
  risks: said,
  id,
}: {
  readonly id: string;
  readonly count: number;
  readonly risks: readonly string[];
}): string {
  return [
    '/approve',
    id,
    ...(said.includes('bulk') ? [String(count)] : []),
    ...said.filter((risk) => risk !== 'bulk'),
  ].join(' ');
}
