import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { calendarUnits } from '../../src/domain/window.js';
import {
  channels,
  comparators,
  Definition,
  eventKinds,
  Measure,
  moneyMeasures,
  patterns,
  relations,
  Window,
} from '../../src/population/definition.js';
import { fields, protectedFields } from '../../src/population/fields.js';
import { cardOf, cardsOf } from '../../tools/cards.js';
import { catalog } from '../../tools/catalog.js';
import { notations } from '../../tools/notation.js';

const tokens = new Tiktoken(o200k);

describe('what a model is shown', () => {
  test('is every tool in fewer than 24,000 characters and 6,000 tokens', () => {
    const shown = JSON.stringify(cardsOf(catalog));
    expect(catalog.length).toBeLessThanOrEqual(20);
    expect(shown.length).toBeLessThan(24_000);
    expect(tokens.encode(shown).length).toBeLessThan(6000);
  });

  test('is the notation of conditions once, and a reference to it afterwards', () => {
    const cards = cardsOf(catalog);
    const written = cards.filter((card) => JSON.stringify(card).includes('lifecycle'));
    expect(written.map(({ name }) => name)).toEqual(['find_members']);
    expect(JSON.stringify(cards[2])).toContain('Written as definition of find_members.');
    expect(JSON.stringify(cardOf(catalog[2] as never))).not.toContain('Written as');
  });

  test('names every word of the language of conditions', () => {
    const words = [
      ...calendarUnits,
      ...eventKinds,
      ...moneyMeasures,
      ...patterns,
      ...relations,
      ...channels,
      ...comparators,
    ];
    const ops =
      JSON.stringify(z.toJSONSchema(Definition, { io: 'input' })).match(/"op":\{"type":"string","const":"\w+"/g) ?? [];
    expect(ops.length).toBeGreaterThan(9);
    for (const op of ops) words.push(op.replace(/.*"(\w+)"$/, '$1') as (typeof words)[number]);
    expect(words.filter((word) => !notations.Cond.includes(`"${word}"`))).toEqual([]);
    expect(fields.filter(({ name }) => !notations.Cond.includes(`${name} (`))).toEqual([]);
  });

  test('names no protected attribute', () => {
    const shown = JSON.stringify(cardsOf(catalog)).toLowerCase();
    const named = [...protectedFields].filter((field) => new RegExp(`\\b${field}\\b`).test(shown));
    expect(named).toEqual([]);
  });

  test('shows only what the schema takes: the examples of the notation', () => {
    const windows = [
      { last: 30, unit: 'day' },
      { next: 2, unit: 'week' },
      { from: '2026-01-01', to: 'today' },
      { calendar: 'quarter', offset: -1 },
      'ever',
    ];
    expect(windows.map((window) => Window.safeParse(window).success)).toEqual(windows.map(() => true));
    const measures = [
      { field: 'tenure' },
      { money: 'dues', currency: 'USD', window: 'ever' },
      { count: 'login', window: 'ever' },
    ];
    expect(measures.map((measure) => Measure.safeParse(measure).success)).toEqual(measures.map(() => true));
    const conditions = [
      {
        op: 'event',
        kind: 'login',
        count: { is: 'gte', value: 1 },
        window: { relativeTo: 'expiry', fromDays: -90, toDays: -1 },
      },
      { op: 'relation', path: 'employees', quantity: { is: 'gte', value: 1 }, of: { op: 'everyone' } },
      { op: 'money', measure: 'dues', aggregate: 'sum', currency: 'USD', test: { between: [1, 5] }, window: 'ever' },
      { op: 'top', n: 10, by: { field: 'tenure' }, direction: 'desc', of: { op: 'everyone' } },
      { op: 'sample', size: { percent: 10 }, seed: 1, of: { op: 'everyone' } },
      { op: 'then', field: 'tier', test: { in: ['PRO'] }, on: '2025-12-31' },
      { op: 'contactable', channel: 'email', purpose: 'newsletter' },
    ];
    expect(conditions.map((condition) => Definition.safeParse(condition).success)).toEqual(conditions.map(() => true));
  });
});

describe('the schema of every tool', () => {
  // `npx vitest run test/tools/cards -u` writes them anew; the notation has tests of its own.
  const cards = new Map(cardsOf(catalog).map((card) => [card.name, card]));
  const withoutNotation = (text: string): string =>
    Object.values(notations).reduce(
      (done, notation) => done.replaceAll(JSON.stringify(notation).slice(1, -1), '...'),
      text,
    );

  test.each(catalog.map((tool) => [tool.name, tool] as const))('%s is as it was agreed', async (name, tool) => {
    const agreed = {
      title: tool.title,
      description: tool.description,
      effect: tool.effect,
      permission: tool.permission,
      input: cards.get(name)?.parameters,
      output: z.toJSONSchema(tool.output, { io: 'output' }),
    };
    const file = join(import.meta.dirname, `snapshots/${name}.snap`);
    expect.soft(existsSync(file), 'the agreed schema is on file').toBe(true);
    await expect(withoutNotation(`${JSON.stringify(agreed, null, 2)}\n`)).toMatchFileSnapshot(file);
  });
});
