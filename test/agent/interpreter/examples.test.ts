import { describe, expect, test } from 'vitest';
import { catalog } from '../../../tools/catalog.js';
import { meaning, read } from './reading.js';

const PEOPLE = { '{member}': 'M-7F3KQ2', '{name}': 'N-4T8WXB' } as const;
const withPeople = (text: string): string =>
  Object.entries(PEOPLE).reduce((done, [word, person]) => done.replaceAll(word, person), text);

describe('every example of a tool comes back as that tool with those arguments', () => {
  test.each(
    catalog.flatMap((tool) => tool.examples.map((example) => [example.says, tool.name, example.arguments] as const)),
  )('%s: %s', (says, tool, args) => {
    const reading = read(withPeople(says));
    expect(meaning(reading.tool, reading.arguments)).toBe(meaning(tool, JSON.parse(withPeople(JSON.stringify(args)))));
  });
});
