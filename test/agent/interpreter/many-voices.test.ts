import { describe, expect, test } from 'vitest';
import { asideCount } from '../../../src/agent/interpreter/asides.js';
import { formsOf } from '../../../src/language/inflect.js';
import type { Definition } from '../../../src/population/definition.js';
import { fieldWords } from '../../../src/population/field-words.js';
import { measureWords } from '../../../src/population/figure-words.js';
import { frames } from '../../../src/population/lexicon.js';
import { heads, phrases } from '../../../src/population/phrases.js';
import { ranks } from '../../../src/population/ranks.js';
import { vague } from '../../../src/population/vague-words.js';
import { say } from '../../../src/population/words.js';
import { kept, seen } from './many-voices.js';
import { calendar, meaning, mind, read } from './reading.js';

const counts = { exact: 0, asked: 0, wrong: [] as string[] };
for (const [sentence, expected] of [...seen, ...kept]) {
  const reading = read(sentence);
  const got = reading.status === 'call' ? meaning(reading.tool, reading.arguments) : '';
  if (got === '') counts.asked++;
  else if (got === expected) counts.exact++;
  else counts.wrong.push(sentence);
}

describe('requests in many voices', () => {
  test('are at most three in a hundred read otherwise than meant', () => {
    expect(counts.wrong.length / (seen.length + kept.length), counts.wrong.join('\n')).toBeLessThanOrEqual(0.03);
  });

  test('are three in four read at once', () => {
    expect(counts.exact / (seen.length + kept.length)).toBeGreaterThanOrEqual(0.75);
  });
});

test('what an answer says of its people is read back as the same people', () => {
  const otherwise: string[] = [];
  for (const [sentence] of [...seen, ...kept]) {
    const { tool, arguments: args } = read(sentence);
    const definition = args?.['definition'] as Definition | undefined;
    if (!definition || tool === 'check_member') continue;
    const { text } = say(definition, { calendar, graceDays: 60, reach: {} }, mind.grammar.world.vocabulary);
    const again = read(`list ${text}`);
    // Asked again is a pity; read as others would be a lie.
    if (
      again.status === 'call' &&
      meaning('', { definition: again.arguments?.['definition'] }) !== meaning('', { definition })
    )
      otherwise.push(text);
  }
  expect(otherwise).toEqual([]);
}, 60_000);

test('several thousand ways of saying things are known', () => {
  const patterns = [
    ...frames.flatMap(({ words, nouns = [] }) => [...words, ...nouns]),
    ...[...phrases, ...heads, ...vague, ...fieldWords, ...measureWords].flatMap(({ words }) => words),
    ...ranks.flatMap(({ words, nouns = [] }) => [...words, ...nouns]),
  ];
  expect(patterns.length + asideCount).toBeGreaterThan(4000);
  expect(new Set(patterns.flatMap(formsOf)).size).toBeGreaterThan(8000);
});

test('a very long sentence is asked about, and costs little', () => {
  const reading = read(`members in Texas and who ${'logged in and attended an event and '.repeat(50)} joined`);
  expect(reading.status).toBe('clarify');
});
