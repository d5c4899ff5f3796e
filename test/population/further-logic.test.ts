/** The further conditions held against the plain evaluator, and against their own laws, on random data. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { condition, rows } from '../../src/population/compile.js';
import { Definition } from '../../src/population/definition.js';
import { count } from '../../src/population/evaluate.js';
import { groupBy } from '../../src/population/group-by.js';
import { list } from '../../src/population/list.js';
import { measure } from '../../src/population/measure.js';
import { definitionId, normal } from '../../src/population/normal.js';
import type { Perspective } from '../../src/population/perspective.js';
import type { Store } from '../../src/store/store.js';
import { type GivenAssociation, givenAssociation } from '../fixtures/association.js';
import { freshDatabase } from '../fixtures/database.js';
import { aMoneyLeaf, anAssociation, anOverLeaf, anyLeaf, aPattern, aSumLeaf, TODAY } from './arbitrary.js';
import { perspective as given } from './association.js';
import { naiveVerdicts } from './naive.js';
import { vocabulary } from './vocabulary-given.js';

const LONG_AGO = day('2000-01-01');
const perspective: Perspective = {
  ...given,
  calendar: { ...given.calendar, today: TODAY },
  // Notes have no data: whatever asks for them is unknown.
  reach: {
    attendance: day('2025-06-01'),
    no_show: day('2025-06-01'),
    registration: day('2025-06-01'),
    mail_open: day('2025-01-01'),
    login: day('2026-01-01'),
    donation: day('2026-01-01'),
    credit: day('2026-01-01'),
    renewal: day('2025-06-01'),
  },
};
const everSince: Perspective = {
  ...perspective,
  reach: { ...perspective.reach, login: LONG_AGO, donation: LONG_AGO, credit: LONG_AGO, volunteer: LONG_AGO },
};

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store?.close());

async function verdicts(definitions: readonly Definition[], from: Perspective) {
  const { sql, parameters } = rows(from, false, (statement) => [
    { name: 'member_id', sql: 'p.member_id' },
    ...definitions.map((definition, index) => ({ name: `v${index}`, sql: condition(definition, statement) })),
  ]);
  const found = await store.query<Record<string, boolean | string | null>>(sql, parameters);
  return definitions.map((_, index) =>
    Object.fromEntries(found.rows.map((row) => [row['member_id'], row[`v${index}`] as boolean | null])),
  );
}

async function onRandomData(
  associations: number,
  howMany: number,
  asked: fc.Arbitrary<Definition>,
  ask: (definitions: Definition[], association: GivenAssociation) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      anAssociation,
      fc.array(asked, { minLength: howMany, maxLength: howMany }),
      async (association, definitions) => {
        await givenAssociation(store, association);
        await ask(definitions, association);
      },
    ),
    { numRuns: associations, endOnFailure: true },
  );
}

async function expectPlain(association: GivenAssociation, definitions: Definition[], from: Perspective): Promise<void> {
  const ours = await verdicts(definitions, from);
  definitions.forEach((definition, index) => {
    const plain = [...naiveVerdicts(association, definition, from)].map(([id, truth]) => [id, truth ?? null]);
    expect(ours[index], JSON.stringify(definition)).toEqual(Object.fromEntries(plain));
  });
}

test('relations, first places, samples, contact and days past: SQL and plain reading agree', async () => {
  await onRandomData(5, 12, anOverLeaf, async (definitions, association) => {
    await expectPlain(association, definitions, perspective);
    const scoped: Perspective = { ...perspective, scope: { kind: 'chapters', chapters: ['CH-TX'] } };
    await expectPlain(association, definitions, scoped);
  });
});

test('money: SQL and plain reading agree, before the data too', async () => {
  await onRandomData(4, 20, aMoneyLeaf, (definitions, association) =>
    expectPlain(association, definitions, perspective),
  );
});

test('credits and hours summed: SQL and plain reading agree, before the data and without any data too', async () => {
  await onRandomData(4, 20, aSumLeaf, (definitions, association) => expectPlain(association, definitions, perspective));
});

test('first time, last time, stopped, resumed: SQL and plain reading agree', async () => {
  await onRandomData(4, 15, aPattern, (definitions, association) => expectPlain(association, definitions, everSince));
});

test('data that begin later make verdicts unknown and never turn them round', async () => {
  await onRandomData(2, 10, fc.oneof(aMoneyLeaf, aSumLeaf), async (definitions) => {
    const [whole, later] = [await verdicts(definitions, everSince), await verdicts(definitions, perspective)];
    later.forEach((found, index) => {
      for (const [id, truth] of Object.entries(found))
        if (truth !== null) expect(truth, JSON.stringify(definitions[index])).toBe(whole[index]?.[id]);
    });
  });
});

test('in, out and unknown make up the population; "not" swaps the first two; the normal form is the same people', async () => {
  await onRandomData(3, 12, anyLeaf, async (definitions) => {
    const ours = await verdicts(definitions, perspective);
    const turned = await verdicts(
      definitions.map((of) => ({ op: 'not', of })),
      perspective,
    );
    const opposite = (truth: boolean | null) => (truth === null ? null : !truth);
    ours.forEach((found, index) => {
      expect(turned[index]).toEqual(
        Object.fromEntries(Object.entries(found).map(([id, of]) => [id, opposite(of as boolean | null)])),
      );
    });
    expect(await verdicts(definitions.map(normal), perspective)).toEqual(ours);
    expect(
      await verdicts(
        definitions.map((of) => normal({ op: 'not', of })),
        perspective,
      ),
    ).toEqual(turned);
  });
});

test('the normal form of any condition is its own, is a definition, and has one address', () => {
  fc.assert(
    fc.property(anyLeaf, (definition) => {
      const form = normal(definition);
      expect(normal(form)).toEqual(form);
      expect(Definition.parse(form)).toEqual(form);
      expect(definitionId(form)).toBe(definitionId(definition));
    }),
    { numRuns: 200 },
  );
});

test('the first n are at most n, all of them in, and hold the first n - 1', async () => {
  await onRandomData(3, 5, anyLeaf, async (definitions) => {
    const by = { field: 'expires' } as const;
    const first = (of: Definition, n: number): Definition => ({ op: 'top', n, by, direction: 'asc', of });
    const inside = await verdicts(definitions, perspective);
    const [three, two] = [
      await verdicts(
        definitions.map((of) => first(of, 3)),
        perspective,
      ),
      await verdicts(
        definitions.map((of) => first(of, 2)),
        perspective,
      ),
    ];
    const ids = (found: Record<string, boolean | null> = {}) => Object.keys(found).filter((id) => found[id]);
    definitions.forEach((_, index) => {
      expect(ids(three[index])).toHaveLength(Math.min(3, ids(inside[index]).length));
      expect(ids(inside[index])).toEqual(expect.arrayContaining(ids(three[index])));
      expect(ids(three[index])).toEqual(expect.arrayContaining(ids(two[index])));
    });
  });
});

test('groups and a total are those of the count and of the list', async () => {
  await onRandomData(3, 3, anyLeaf, async (definitions) => {
    for (const definition of definitions) {
      const counts = await count(store, definition, perspective);
      const keys = [{ field: 'tier' }, { field: 'joined', by: 'quarter' as const }];
      const groups = await groupBy(store, definition, perspective, keys, { vocabulary });
      expect([groups.total, groups.unknown]).toEqual([counts.in, counts.unknown]);
      expect(groups.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(counts.in);
      const logins = { count: 'login', window: 'ever' } as const;
      const total = await measure(store, definition, perspective, logins, 'total');
      const sort = { by: logins, direction: 'desc' } as const;
      const { values = [] } = await list(store, definition, perspective, { limit: 100, sort });
      expect(total.value ?? 0).toBe(values.reduce((sum, value) => sum + Number(value), 0));
    }
  });
});
