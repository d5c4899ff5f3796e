/* What whoever sees aggregates only is told, held against what they were told before. */
import { countOf, disclose, type Standing } from '../../src/access/disclosures.js';
import { may } from '../../src/access/require.js';
import { ExpectedError } from '../../src/errors.js';
import { membersOfGroups, membersOfParts, type Part } from '../../src/population/answered.js';
import type { Definition, GroupKey } from '../../src/population/definition.js';
import type { Counts } from '../../src/population/evaluate.js';
import type { Grouping } from '../../src/population/group-by.js';
import type { ToolContext } from '../define.js';
import type { View } from '../perspective.js';
import { type Hidden, hiddenCells } from './hidden-cells.js';
import { allCells, isSmallCell, type LargeCells, largeCells, SMALLEST_CELL } from './small-cells.js';

export class TooNear extends ExpectedError {
  readonly kind = 'too_near';
  constructor() {
    super(
      'This would differ from a number you were shown before by fewer than five people, and so tell of them.',
      'Ask for a wider or a quite different group, or ask somebody whose role may see people.',
    );
  }
}

const NOTHING_HIDDEN: Hidden = { cells: new Set(), total: false };
const parts = ['in', 'people', 'organizations', 'unknown', 'inGrace'] as const satisfies readonly Part[];

/** The parts of a count that the actor is told; undefined where the whole is of too few. Throws TooNear. */
export async function toldCount(
  counts: Counts,
  id: string,
  definition: Definition,
  view: View,
  context: ToolContext,
): Promise<LargeCells | undefined> {
  if (may(context.actor, 'people.read')) return allCells(counts);
  const large = largeCells(counts);
  if (!large) return undefined;
  const members = await membersOfParts(context.database, definition, view);
  const sets = parts.map((part) => countOf(part === 'in' ? id : `${id} ${part}`, members[part]));
  return await disclose(context.database, by(context), sets, (standings) => {
    const isNear = (part: Part): boolean => standings[parts.indexOf(part)] === 'near';
    if (isNear('in')) throw new TooNear();
    const told = without(large, isNear);
    const isKindTold = told.people !== undefined;
    const isTold: Readonly<Record<Part, boolean>> = {
      in: true,
      people: isKindTold,
      organizations: isKindTold,
      unknown: told.unknown !== undefined,
      inGrace: told.inGrace !== undefined,
    };
    return { result: told, isShown: parts.map((part) => isTold[part]) };
  });
}

/** Kinds are told together or not at all. */
function without(large: LargeCells, isNear: (part: Part) => boolean): LargeCells {
  const { people, organizations, unknown, inGrace, withheld, ...rest } = large;
  const isKindNear = people !== undefined && (isNear('people') || isNear('organizations'));
  const isUnknownNear = unknown !== undefined && isNear('unknown');
  const isGraceNear = inGrace !== undefined && isNear('inGrace');
  return {
    ...rest,
    ...(people !== undefined && organizations !== undefined && !isKindNear && { people, organizations }),
    ...(unknown !== undefined && !isUnknownNear && { unknown }),
    ...(inGrace !== undefined && !isGraceNear && { inGrace }),
    withheld: [
      ...withheld,
      ...(isKindNear ? (['kinds'] as const) : []),
      ...(isUnknownNear ? (['unknown'] as const) : []),
      ...(isGraceNear ? (['inGrace'] as const) : []),
    ],
  };
}

/** Cells and total of a grouping that the actor is not told, and whether the unknown are. Throws TooNear. */
export async function toldGroups(
  found: Grouping,
  {
    id,
    definition,
    by: keys,
  }: { readonly id: string; readonly definition: Definition; readonly by: readonly GroupKey[] },
  view: View,
  context: ToolContext,
): Promise<{ readonly hidden: Hidden; readonly isUnknownTold: boolean }> {
  if (may(context.actor, 'people.read')) return { hidden: NOTHING_HIDDEN, isUnknownTold: true };
  const members = await membersOfGroups(context.database, definition, view, keys);
  const spelt = JSON.stringify(keys);
  const sets = [
    countOf(id, [...members.whole.keys()]),
    countOf(`${id} unknown`, [...members.unknown.keys()]),
    ...found.cells.map(({ values }) =>
      countOf(`${id} ${spelt} ${JSON.stringify(values)}`, [...members.group(values).keys()]),
    ),
  ];
  return await disclose(context.database, by(context), sets, ([total, unknown, ...cells]) => {
    const counts = found.cells.map(({ count }) => count);
    const hidden = hiddenCells(counts, found.total, found.overlaps ? nearTheWhole(counts, found.total, cells) : cells);
    // A total that was told before cannot be hidden any more, nor one that its groups would add up to.
    if ((hidden.total && total === 'known') || (total === 'near' && !hidden.total)) throw new TooNear();
    const isUnknownTold = !isSmallCell(found.unknown) && unknown !== 'near';
    return {
      result: { hidden, isUnknownTold },
      isShown: [!hidden.total, isUnknownTold, ...counts.map((_, index) => !hidden.cells.has(index))],
    };
  });
}

/** Of groups that overlap, one that lacks fewer than five of the whole tells of those. */
const nearTheWhole = (counts: readonly number[], total: number, cells: readonly Standing[]): readonly Standing[] =>
  cells.map((standing, index) => {
    const lacking = total - (counts[index] ?? 0);
    return lacking > 0 && lacking < SMALLEST_CELL ? 'near' : standing;
  });

const by = ({ actor, clock }: ToolContext) => ({ actorId: actor.id, at: clock.now() });
