import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '../../tools/catalog.js';
import { isReadOnly } from '../../tools/define.js';
import {
  alwaysShown,
  ExcludedUnknown,
  narrowed,
  ToolsetUnknown,
  toolsetNames,
  toolsets,
} from '../../tools/toolsets.js';

const names = (...given: Parameters<typeof narrowed> extends [unknown, ...infer Rest] ? Rest : never) =>
  narrowed(catalog, ...given).map(({ name }) => name);

describe('the tools an AI client is shown', () => {
  test('are all of the catalogue where nothing is narrowed, in its order', () => {
    expect(names({})).toEqual(catalog.map(({ name }) => name));
    expect(names({ toolsets: ['all'] })).toEqual(catalog.map(({ name }) => name));
  });

  test('each belong to one toolset, or are always shown', () => {
    const placed = [...Object.values(toolsets).flat(), ...alwaysShown];
    expect([...placed].sort()).toEqual(catalog.map(({ name }) => name).sort());
  });

  test('are those of the toolsets named and what follows them up', () => {
    expect(names({ toolsets: ['figures'] })).toEqual([
      'count_members',
      'group_members',
      'measure_members',
      'list_events',
      'proposal_status',
      'open_receipt',
      'what_can_you_do',
    ]);
  });

  test('are fewer with each narrowing and never more, and nothing is proposed where one of them only reads', () => {
    const narrowing = fc.record({
      toolsets: fc.subarray(['all', ...toolsetNames]),
      exclude: fc.subarray(catalog.map(({ name }) => name)),
      isReadOnly: fc.boolean(),
    });
    fc.assert(
      fc.property(narrowing, narrowing, (one, other) => {
        const both = names(one, other);
        expect(both).toEqual(names(one).filter((name) => names(other).includes(name)));
        for (const name of [...one.exclude, ...other.exclude]) expect(both).not.toContain(name);
        const shown = narrowed(catalog, one, other);
        if (one.isReadOnly || other.isReadOnly) expect(shown.every(isReadOnly)).toBe(true);
      }),
    );
  });

  test('are not served at all where a name means nothing, since a misspelled one would leave a tool in', () => {
    expect(() => names({ exclude: ['propose_notes'] })).toThrow(ExcludedUnknown);
    expect(() => names({ toolsets: ['figure'] })).toThrow(ToolsetUnknown);
    expect(() => names({ toolsets: ['constructor'] })).toThrow(ToolsetUnknown);
  });
});
