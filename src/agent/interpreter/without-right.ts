/* What the person asking may not use: said as that, with what can be asked in its place. */
import { aboutOne } from './about-one.js';
import { type Answer, said } from './answer.js';
import type { Focus } from './focus.js';
import { decide, findingsOf, type Mind } from './interpret.js';
import { examplesOf } from './questions.js';
import { readAs } from './read-as.js';
import { sentenceOf } from './sentences.js';

const BY_NAME =
  /\b(?:the )?names\b(?! of (?:the |our )?(?:chapters|tiers|events|committees|groups|courses))|\bby name\b|\bname them\b/i;

const ASKS_FOR_NAMES =
  /\b(?:names?|who|whom|list|roster|which (?:\w+ ){0,2}(?:members|fellows|people|ones|students))\b/i;

/** What a tool would answer that the person asking may not use: said, and never a question about words. */
export function withoutRight(sentence: string, focus: Focus | undefined, mind: Mind): Answer | undefined {
  const all = mind.withheld?.();
  if (!all) return undefined;
  const isShown = (name: string): boolean => mind.grammar.tools.some(({ tool }) => tool.name === name);
  const findings = findingsOf(sentence, focus, all);
  const verdict = decide(findings);
  const reading =
    verdict.kind === 'call' ? verdict.reading : ASKS_FOR_NAMES.test(sentence) ? findings.readings[0] : undefined;
  const named = reading?.tool.tool.name ?? aboutOne(sentence, focus, all)?.calls[0]?.tool;
  // Names are asked for in so many words: nothing that may be used here gives any, however the rest is read.
  const isOfNames = BY_NAME.test(sentence) && !isShown('find_members');
  const asked = all.grammar.tools.find((one) => one.tool.name === named)?.tool;
  const listing = all.grammar.tools.find((one) => one.tool.name === 'find_members')?.tool;
  const tool = isOfNames && (!asked || isShown(asked.name)) ? listing : asked;
  if (!tool || isShown(tool.name)) return undefined;
  const { definition } = reading?.arguments ?? {};
  const counting = mind.grammar.tools.find((one) => one.tool.name === 'count_members');
  const count =
    definition && counting ? sentenceOf({ tool: counting, arguments: { definition } }, mind.grammar.world) : '';
  const isCounted = count !== '' && readAs(count, undefined, mind) !== undefined;
  return said(
    `Your role does not allow that: ${tool.title.toLowerCase()}. The people and their records are hidden by your rights, not missing.${isCounted ? ` How many there are can be asked: “${count}”.` : ''}`,
    { status: 'refuse', next: isCounted ? [count] : examplesOf(mind) },
  );
}
