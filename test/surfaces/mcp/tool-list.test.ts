import fc from 'fast-check';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, test } from 'vitest';
import { listed } from '../../../src/surfaces/mcp/tool-list.js';
import { catalog } from '../../../tools/catalog.js';
import { narrowed, toolsetNames } from '../../../tools/toolsets.js';

const tokens = new Tiktoken(o200k);

describe('the list of tools a client is served', () => {
  test('costs the model that reads it fewer than 8,000 tokens, whole', () => {
    const list = listed(catalog);
    expect(list).toHaveLength(16);
    expect(tokens.encode(JSON.stringify({ tools: list })).length).toBeLessThan(8000);
  });

  test('explains the notation of conditions itself, whichever tools it holds', () => {
    const names = catalog.map(({ name }) => name);
    fc.assert(
      fc.property(fc.subarray(toolsetNames), fc.subarray(names), fc.boolean(), (toolsets, exclude, isReadOnly) => {
        const list = listed(narrowed(catalog, { toolsets, exclude, isReadOnly }));
        for (const [, name] of JSON.stringify(list).matchAll(/Written as \w+ of (\w+)\./g))
          expect(list.map((tool) => tool.name)).toContain(name);
      }),
    );
  });

  test('says of every tool when to use it, what each argument is and what comes back', () => {
    for (const { name, title, description, inputSchema, outputSchema } of listed(catalog)) {
      expect(title?.length, name).toBeGreaterThan(5);
      expect(description?.length, name).toBeGreaterThan(60);
      const properties = Object.values(inputSchema.properties ?? {}) as { description?: string }[];
      expect(properties.filter((property) => !property.description)).toEqual([]);
      expect(Object.keys(outputSchema?.['properties'] ?? {}).length, name).toBeGreaterThan(0);
    }
  });

  test('is of the tools themselves: another catalogue with the same names has its own', () => {
    const named = catalog.slice(0, 2);
    const other = named.map((tool) => ({ ...tool, title: `Another ${tool.title}` }));
    const titles = (tools: typeof named) => listed(tools).map(({ title }) => title);
    for (const tools of [named, other, named]) expect(titles(tools)).toEqual(tools.map(({ title }) => title));
    expect(listed([...named])).toBe(listed(named));
  });
});
