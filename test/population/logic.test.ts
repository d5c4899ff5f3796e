/** The compiler held against a plain evaluator in memory, and against the laws of its own logic, on random data. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { condition, rows } from '../../src/population/compile.js';
import type { Definition } from '../../src/population/definition.js';
import { count } from '../../src/population/evaluate.js';
import { definitionId, identity, isImpossible, normal } from '../../src/population/normal.js';
import type { Perspective } from '../../src/population/perspective.js';
import type { Store } from '../../src/store/store.js';
import { type GivenAssociation, givenAssociation } from '../fixtures/association.js';
import { freshDatabase } from '../fixtures/database.js';
import { aDefinition, aLeaf, anAssociation, TODAY } from './arbitrary.js';
import { perspective as given } from './association.js';
import { naiveTenures, naiveVerdicts } from './naive.js';
import { tenureColumn } from './tenure-column.js';

const perspective: Perspective = {
  ...given,
  calendar: { ...given.calendar, today: TODAY },
  // Notes have no data: whatever asks for them is unknown.
  reach: {
    attendance: day('2025-06-01'),
    no_show: day('2025-06-01'),
    registration: day('2025-06-01'),
    login: day('2026-01-01'),
    mail_open: day('2025-01-01'),
  },
};

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store?.close());

/** Of each definition the verdicts by member, all in one statement. */
async function verdicts(
  definitions: readonly Definition[],
  from: Perspective = perspective,
): Promise<Record<string, boolean | null>[]> {
  const { sql, parameters } = rows(from, false, (statement) => [
    { name: 'member_id', sql: 'p.member_id' },
    ...definitions.map((definition, index) => ({ name: `v${index}`, sql: condition(definition, statement) })),
  ]);
  const found = await store.query<Record<string, boolean | string | null>>(sql, parameters);
  return definitions.map((_, index) =>
    Object.fromEntries(found.rows.map((row) => [row['member_id'], row[`v${index}`] as boolean | null])),
  );
}

/** Each association is put into the database once and asked all the definitions. */
async function onRandomData<Asked>(
  associations: number,
  howMany: number,
  asked: fc.Arbitrary<Asked>,
  ask: (association: GivenAssociation, asked: Asked[]) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      anAssociation,
      fc.array(asked, { minLength: howMany, maxLength: howMany }),
      async (association, all) => {
        await givenAssociation(store, association);
        await ask(association, all);
      },
    ),
    // Shrinking would fill the database again thousands of times; the seed printed repeats the case.
    { numRuns: associations, endOnFailure: true },
  );
}

test('SQL and plain reading agree on everybody, true, false and unknown', async () => {
  await onRandomData(10, 25, aDefinition, async (association, definitions) => {
    const ours = await verdicts(definitions);
    definitions.forEach((definition, index) => {
      const expected = Object.fromEntries(
        [...naiveVerdicts(association, definition, perspective)].map(([id, truth]) => [id, truth ?? null]),
      );
      expect(ours[index], JSON.stringify(definition)).toEqual(expected);
    });
  });
});

test('years of membership are those of the domain', async () => {
  await onRandomData(6, 1, fc.constant(undefined), async (association) => {
    const { sql, parameters } = rows(perspective, true, tenureColumn);
    const found = await store.query<{ member_id: string; years: string | null }>(sql, parameters);
    for (const [id, years] of naiveTenures(association, perspective)) {
      const ours = found.rows.find((row) => row.member_id === id)?.years;
      if (years === undefined) expect(ours).toBeNull();
      else expect(Number(ours), id).toBeCloseTo(years, 3);
    }
  });
});

test('in, out and unknown make up the population, and "not" swaps the first two', async () => {
  await onRandomData(2, 5, aDefinition, async (_, definitions) => {
    for (const definition of definitions) {
      const yes = await count(store, definition, perspective);
      const no = await count(store, { op: 'not', of: definition }, perspective);
      expect(yes.in + yes.out + yes.unknown).toBe(yes.population);
      expect([no.in, no.out, no.unknown, no.population]).toEqual([yes.out, yes.in, yes.unknown, yes.population]);
      expect(yes.people + yes.organizations).toBe(yes.in);
    }
  });
});

test('De Morgan: not (a and b) is not a or not b', async () => {
  await onRandomData(4, 8, fc.tuple(aDefinition, aDefinition), async (_, pairs) => {
    const left = await verdicts(pairs.map(([a, b]) => ({ op: 'not', of: { op: 'all', of: [a, b] } })));
    const right = await verdicts(
      pairs.map(([a, b]) => ({ op: 'any', of: [a, b].map((of): Definition => ({ op: 'not', of })) })),
    );
    expect(left).toEqual(right);
  });
});

test('the normal form selects the same people, and nobody meets the impossible', async () => {
  await onRandomData(5, 15, aDefinition, async (_, definitions) => {
    const ours = await verdicts(definitions);
    expect(await verdicts(definitions.map(normal))).toEqual(ours);
    definitions.forEach((definition, index) => {
      if (isImpossible(definition)) expect(Object.values(ours[index] ?? {})).not.toContain(true);
    });
  });
});

test('the normal form is its own normal form, under one address', () => {
  fc.assert(
    fc.property(aDefinition, (definition) => {
      const form = normal(definition);
      expect(normal(form)).toEqual(form);
      expect(definitionId(form)).toBe(definitionId(definition));
    }),
    { numRuns: 300 },
  );
});

test('the order in which conditions are said changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(aLeaf, { minLength: 2, maxLength: 5 }),
      fc.constantFrom('all' as const, 'any' as const),
      (of, op) => {
        const turned = { op, of: [...of].reverse() };
        expect(definitionId(turned)).toBe(definitionId({ op, of }));
        expect(identity(turned, perspective.calendar)).toBe(identity({ op, of }, perspective.calendar));
      },
    ),
    { numRuns: 100 },
  );
});

const logins = (is: 'gte' | 'lt' | 'eq', value: number, days: number): Definition => ({
  op: 'event',
  kind: 'login',
  count: { is, value },
  window: { last: days, unit: 'day' },
});

/** Everybody in by the first is in by the second. */
const expectWithin = (inner: Record<string, boolean | null> = {}, outer: Record<string, boolean | null> = {}) => {
  const missing = Object.keys(inner).filter((id) => inner[id] && !outer[id]);
  expect(missing).toEqual([]);
};

test('a wider window holds everybody the narrower one does', async () => {
  const lengths = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(300));
  await onRandomData(4, 8, lengths, async (_, all) => {
    const narrow = await verdicts(all.map(([days]) => logins('gte', 1, days)));
    const wide = await verdicts(all.map(([days, more]) => logins('gte', 1, days + more)));
    narrow.forEach((inner, index) => {
      expectWithin(inner, wide[index]);
    });
  });
});

test('fewer than 3 holds everybody with none', async () => {
  await onRandomData(4, 8, fc.integer({ min: 1, max: 320 }), async (_, lengths) => {
    const none = await verdicts(lengths.map((days) => logins('eq', 0, days)));
    const fewer = await verdicts(lengths.map((days) => logins('lt', 3, days)));
    none.forEach((inner, index) => {
      expectWithin(inner, fewer[index]);
    });
  });
});

test('a scope of chapters never shows a row without an active membership in one of them', async () => {
  await onRandomData(4, 6, aDefinition, async (association, definitions) => {
    const everywhere = await verdicts(definitions);
    for (const chapters of [['CH-TX'], ['CH-OH'], ['CH-TX', 'CH-OH'], []]) {
      const allowed = association.members
        .filter((member) => (member.chapters ?? []).some((chapter) => chapters.includes(chapter)))
        .map(({ id }) => id);
      const shown = await verdicts(definitions, { ...perspective, scope: { kind: 'chapters', chapters } });
      shown.forEach((scoped, index) => {
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(scoped)));
        expect(everywhere[index]).toMatchObject(scoped);
      });
    }
  });
});
