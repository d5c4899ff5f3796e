/* A word nothing explained, that the person then explained: what it means for the rest of the thread. */
import type { BaseMessage } from '@langchain/core/messages';
import type { Focus, Pending } from './focus.js';
import { decide, findingsOf, type Mind } from './interpret.js';
import { type Mark, meantBefore } from './memory.js';

/** The one word that was asked about, and what was said in its place. */
export function repairOf(text: string, pending: Pending | undefined, sentence: string): Mark['meant'] {
  const [word, ...others] = pending?.question.unexplained ?? [];
  const isSaid = word !== undefined && others.length === 0 && sentence.includes(text.trim()) && /\p{L}{2}/u.test(text);
  return isSaid && !sentence.toLowerCase().includes(word.toLowerCase()) ? { word, as: text.trim() } : undefined;
}

/** A word nothing explains, asked about before, means what it was said to mean; told. */
export function withMeanings(
  sentence: string,
  before: readonly BaseMessage[],
  focus: Focus | undefined,
  mind: Mind,
): { readonly text: string; readonly notes: readonly string[] } | undefined {
  const meanings = [...meantBefore(before)].filter(([word]) => sentence.toLowerCase().includes(word));
  if (meanings.length === 0 || decide(findingsOf(sentence, focus, mind)).kind !== 'unexplained') return undefined;
  let text = sentence;
  for (const [word, as] of meanings) {
    const at = text.toLowerCase().indexOf(word);
    if (at >= 0) text = `${text.slice(0, at)}${as}${text.slice(at + word.length)}`;
  }
  return { text, notes: meanings.map(([word, as]) => `"${word}" is read as "${as}", as said before`) };
}
