/** The compiler held against a plain evaluator in memory, and against the laws of its own logic, on random data. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { compile, rows } from '../../src/population/compile.js';
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

async function verdicts(
  definition: Definition,
  from: Perspective = perspective,
): Promise<Record<string, boolean | null>> {
  const { sql, parameters } = compile(definition, from);
  const found = await store.query<{ member_id: string; verdict: boolean | null }>(sql, parameters);
  return Object.fromEntries(found.rows.map((row) => [row.member_id, row.verdict]));
}

/** Each association is put into the database once and asked many things. */
async function onRandomData(
  associations: number,
  ask: (association: GivenAssociation) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anAssociation, async (association) => {
      await givenAssociation(store, association);
      await ask(association);
    }),
    { numRuns: associations },
  );
}

const definitions = (howMany: number, of = aDefinition) => fc.sample(of, howMany);

test('SQL and plain reading agree on everybody, true, false and unknown', async () => {
  await onRandomData(6, async (association) => {
    for (const definition of definitions(20)) {
      const expected = Object.fromEntries(
        [...naiveVerdicts(association, definition, perspective)].map(([id, truth]) => [id, truth ?? null]),
      );
      expect(await verdicts(definition), JSON.stringify(definition)).toEqual(expected);
    }
  });
});

test('years of membership are those of the domain', async () => {
  await onRandomData(6, async (association) => {
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
  await onRandomData(4, async () => {
    for (const definition of definitions(10)) {
      const yes = await count(store, definition, perspective);
      const no = await count(store, { op: 'not', of: definition }, perspective);
      expect(yes.in + yes.out + yes.unknown).toBe(yes.population);
      expect([no.in, no.out, no.unknown, no.population]).toEqual([yes.out, yes.in, yes.unknown, yes.population]);
      expect(yes.people + yes.organizations).toBe(yes.in);
    }
  });
});

test('De Morgan: not (a and b) is not a or not b', async () => {
  await onRandomData(4, async () => {
    for (const [a, b] of fc.sample(fc.tuple(aDefinition, aDefinition), 8)) {
      const left = await verdicts({ op: 'not', of: { op: 'all', of: [a, b] } });
      const right = await verdicts({
        op: 'any',
        of: [
          { op: 'not', of: a },
          { op: 'not', of: b },
        ],
      });
      expect(left).toEqual(right);
    }
  });
});

test('the normal form selects the same people, and is its own normal form', async () => {
  await onRandomData(4, async () => {
    for (const definition of definitions(12)) {
      const form = normal(definition);
      expect(await verdicts(form), JSON.stringify(definition)).toEqual(await verdicts(definition));
      expect(normal(form)).toEqual(form);
      expect(definitionId(form)).toBe(definitionId(definition));
      if (isImpossible(definition)) expect(Object.values(await verdicts(definition))).not.toContain(true);
    }
  });
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

test('a wider window holds everybody the narrower one does', async () => {
  await onRandomData(4, async () => {
    for (const [short, more] of fc.sample(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(300)), 8)) {
      const logins = (days: number): Definition => ({
        op: 'event',
        kind: 'login',
        count: { is: 'gte', value: 1 },
        window: { last: days, unit: 'day' },
      });
      const narrow = await verdicts(logins(short));
      const wide = await verdicts(logins(short + more));
      for (const [id, verdict] of Object.entries(narrow)) if (verdict) expect(wide[id]).toBe(true);
    }
  });
});

test('fewer than 3 holds everybody with none', async () => {
  await onRandomData(4, async () => {
    const logins = (is: 'lt' | 'eq', value: number): Definition => ({
      op: 'event',
      kind: 'login',
      count: { is, value },
      window: { last: 200, unit: 'day' },
    });
    const none = await verdicts(logins('eq', 0));
    const fewer = await verdicts(logins('lt', 3));
    for (const [id, verdict] of Object.entries(none)) if (verdict) expect(fewer[id]).toBe(true);
  });
});

test('a scope of chapters never shows a row without an active membership in one of them', async () => {
  await onRandomData(5, async (association) => {
    for (const chapters of [['CH-TX'], ['CH-OH'], ['CH-TX', 'CH-OH'], []]) {
      const scoped: Perspective = { ...perspective, scope: { kind: 'chapters', chapters } };
      const allowed = association.members
        .filter((member) => (member.chapters ?? []).some((chapter) => chapters.includes(chapter)))
        .map(({ id }) => id);
      for (const definition of definitions(4)) {
        const shown = await verdicts(definition, scoped);
        const everywhere = await verdicts(definition);
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(shown)));
        for (const [id, verdict] of Object.entries(shown)) expect(verdict).toBe(everywhere[id]);
      }
    }
  });
});
