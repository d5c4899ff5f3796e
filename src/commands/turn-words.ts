import { questionShown } from '../agent/question-shown.js';
import type { Turn } from '../agent/turn.js';

/** The JSON of docs/contracts.md: what surfaces need beyond it stays out. */
export const contractTurn = ({ next: _, ...turn }: Turn): Omit<Turn, 'next'> => turn;

/** A turn as the terminal shows it: after `ask` another command goes on, in a chat the next line does. */
export function turnWords(turn: Turn, where: 'ask' | 'chat'): string {
  const { question, proposal, sources, next } = turn;
  const lines = [questionShown(turn)];
  if (question) {
    if (question.understood.length > 0) lines.push(`Understood: ${question.understood.join('; ')}`);
    if (question.unexplained.length > 0) lines.push(`Not understood: ${question.unexplained.join(', ')}`);
    lines.push(...question.choices.map(({ text }, index) => `  ${index + 1}. ${text}`));
  }
  if (proposal)
    lines.push(
      '',
      where === 'chat'
        ? 'Confirm: /approve   Reject: /reject'
        : `Confirm: proposals approve ${proposal.id} --as USER   Reject: proposals reject ${proposal.id} --as USER`,
    );
  if (sources.length > 0) lines.push('', ...sources);
  if (next.length > 0) lines.push('', `Next: ${next.map((one) => `“${one}”`).join('  ')}`);
  if (where === 'ask') lines.push('', `(go on with --thread ${turn.thread})`);
  return lines.join('\n');
}
