/* Figures of a measure told to whoever sees aggregates only, held against those told before: what each member adds counts. */
import { countOf, disclose, type Told } from '../../src/access/disclosures.js';
import { may } from '../../src/access/require.js';
import { type Behind, membersOfGroups } from '../../src/population/answered.js';
import type { Definition, GroupKey, Measure } from '../../src/population/definition.js';
import type { Measurement, Statistic } from '../../src/population/measure.js';
import type { ToolContext } from '../define.js';
import type { View } from '../perspective.js';
import { type Hidden, hiddenCells } from './hidden-cells.js';
import { TooNear } from './told.js';

const NOTHING_HIDDEN: Hidden = { cells: new Set(), total: false };

interface Asked {
  readonly id: string;
  readonly definition: Definition;
  readonly measure: Measure;
  readonly statistic: Statistic;
  readonly by?: readonly GroupKey[] | undefined;
}

/** The groups, and the whole, of which the figure is not told. Throws TooNear. */
export async function toldFigures(found: Measurement, asked: Asked, view: View, context: ToolContext): Promise<Hidden> {
  const { actor, clock, database } = context;
  if (may(actor, 'people.read')) return NOTHING_HIDDEN;
  const { id, definition, measure, by = [] } = asked;
  const members = await membersOfGroups(database, definition, view, by, measure);
  const cells = found.groups?.cells ?? [];
  const spelt = JSON.stringify([measure, by]);
  const sets = [
    ...setsOf(members.whole, `${id} ${spelt}`, measure),
    ...cells.flatMap(({ values }) =>
      setsOf(members.group(values), `${id} ${spelt} ${JSON.stringify(values)}`, measure),
    ),
  ];
  return await disclose(database, { actorId: actor.id, at: clock.now() }, sets, (standings) => {
    // Of each, the amounts and the number of those who have one.
    const of = (index: number) => {
      const both = standings.slice(2 * index, 2 * index + 2);
      return both.includes('near') ? 'near' : both.includes('known') ? 'known' : 'free';
    };
    const each = cells.map((_, index) => of(index + 1));
    const hidden = [
      hiddenCells(
        cells.map(({ contributing }) => contributing),
        found.contributing,
        each,
      ),
      // Per member everybody is counted, so that few of them are few whatever they did.
      ...(asked.statistic === 'per_member'
        ? [
            hiddenCells(
              cells.map(({ withValue }) => withValue),
              found.withValue,
              each,
            ),
          ]
        : []),
    ];
    const result: Hidden = {
      cells: new Set(hidden.flatMap((one) => [...one.cells])),
      total: hidden.some(({ total }) => total),
    };
    if (of(0) === 'near' && !result.total) throw new TooNear();
    if (of(0) === 'known' && result.total && result.cells.size > 0) throw new TooNear();
    const isShown = [!result.total, ...cells.map((_, index) => !result.cells.has(index))];
    return { result, isShown: isShown.flatMap((shown) => [shown, shown]) };
  });
}

/** What each adds, and who has a value at all. */
function setsOf(behind: Behind, answer: string, measure: Measure): Told[] {
  const valued = [...behind].filter((entry): entry is [string, string] => entry[1] !== null);
  const adding = 'field' in measure ? valued : valued.filter(([, amount]) => Number(amount) !== 0);
  return [
    { answer, unit: unitOf(measure), adds: new Map(adding) },
    countOf(
      answer,
      valued.map(([member]) => member),
    ),
  ];
}

function unitOf(measure: Measure): string {
  if ('money' in measure) return `money ${measure.currency}`;
  if ('quantity' in measure) return measure.quantity;
  return 'count' in measure ? 'events' : measure.field;
}
