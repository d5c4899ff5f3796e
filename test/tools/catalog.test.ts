import { describe, expect, test } from 'vitest';
import { toolFrame } from '../../src/agent/interpreter/tool-frames.js';
import { cardOf } from '../../tools/cards.js';
import { catalog } from '../../tools/catalog.js';
import { toolsFor } from '../../tools/surfaces.js';
import { actorWith } from '../agent/office.js';

describe('every tool', () => {
  test.each(catalog.map((tool) => [tool.name, tool] as const))(
    '%s is described for a model, a client and the interpreter',
    (name, tool) => {
      const { parameters, description, title } = cardOf(tool);
      expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
      expect(description.length).toBeGreaterThan(60);
      expect(title.length).toBeGreaterThan(5);
      expect(parameters).toMatchObject({ type: 'object', additionalProperties: false });
      const inner = ['"slot"', '"frame"', '"$schema"'].filter((key) => JSON.stringify(parameters).includes(key));
      expect(inner).toEqual([]);
      expect(JSON.stringify(parameters).length).toBeLessThan(10_000);
      expect(parameters['$ref']).toBeUndefined();
      expect(tool.examples.length).toBeGreaterThan(0);
      for (const example of tool.examples) {
        const filled = JSON.parse(
          JSON.stringify(example.arguments).replaceAll('{member}', 'M-7F3KQ2').replaceAll('{name}', 'N-4T8WXB'),
        );
        expect(tool.input.safeParse(filled).success).toBe(true);
      }
      // A cursor is copied from an answer and a state follows from the window: nobody says either.
      const unsaid = ['cursor', 'state'];
      const said = Object.keys(parameters['properties'] ?? {}).filter((key) => !unsaid.includes(key));
      expect([...toolFrame(tool).parameters.keys()].sort()).toEqual(said.sort());
    },
  );

  test('has a name of its own', () => {
    expect(new Set(catalog.map(({ name }) => name)).size).toBe(catalog.length);
  });
});

describe('who is shown which tools', () => {
  test.each([
    [
      'membership',
      'find_members member_profile count_members group_members measure_members check_member member_engagement member_invoices list_events what_changed propose_note propose_task propose_contact_correction proposal_status open_receipt what_can_you_do',
    ],
    [
      'marketing',
      'find_members member_profile count_members group_members measure_members check_member member_engagement list_events what_changed proposal_status open_receipt what_can_you_do',
    ],
    [
      'leadership',
      'count_members group_members measure_members list_events proposal_status open_receipt what_can_you_do',
    ],
    ['administrator', 'proposal_status open_receipt what_can_you_do'],
  ] as const)('%s', (role, names) => {
    expect(toolsFor(actorWith(role), catalog).map(({ name }) => name)).toEqual(names.split(' '));
  });

  test('nothing is proposed where nobody could confirm it', () => {
    const names = toolsFor(actorWith('membership', { surface: 'job' }), catalog).map(({ effect }) => effect);
    expect(new Set(names)).toEqual(new Set(['read']));
  });
});
