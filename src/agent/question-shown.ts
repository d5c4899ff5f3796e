/* A question that comes back, for surfaces that show what was understood and the choices in a form of their own. */
import { spoken } from './interpreter/questions.js';
import type { Turn } from './turn.js';

/**
 * The question with what the answer says beside it: what happened since the last message, that English alone is read.
 * Choices are left out. The answer where nothing is asked.
 */
export function questionShown({ answer, question }: Pick<Turn, 'answer' | 'question'>): string {
  if (!question) return answer;
  const whole = spoken(question);
  return answer.includes(whole) ? answer.replace(whole, () => question.text) : question.text;
}
