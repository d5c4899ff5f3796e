/* One figure of a measure as a role may see it: the value, a band, or nothing; and its words. */
import * as z from 'zod';
import type { Actor } from '../../src/domain/actor.js';
import type { Figure } from '../../src/population/measure.js';
import { amountWords, bandWords, moneySight } from '../money.js';
import { listed, figure as sayNumber } from '../saying.js';

export const Shown = z.strictObject({
  /** Amounts in whole minor units. */
  value: z
    .union([z.number(), z.string()])
    .optional()
    .describe('Left out where nobody has one, or where too few people stand behind it.'),
  band: z.string().optional().describe('Instead of an amount, for whoever sees money as bands.'),
  members: z.number().int().optional().describe('With a value.'),
  withheld: z.boolean(),
});

export type Shown = z.infer<typeof Shown>;

export type Shows = Pick<Figure, 'value' | 'withValue'>;

/** Nothing, a band or the figure, by right. */
export function figureOf(
  { value, withValue }: Shows,
  isHidden: boolean,
  currency: string | undefined,
  actor: Actor,
): Shown {
  if (isHidden) return { withheld: true };
  const shown = { members: withValue, withheld: false };
  if (value === null) return shown;
  const isBand = currency !== undefined && moneySight(actor, 'many') === 'bands';
  return isBand ? { ...shown, band: bandWords(Number(value), currency) } : { ...shown, value };
}

/** By the figure itself; an order would tell of figures that are withheld: those come last, as they came. */
export function inOrder<Group extends { readonly withheld: boolean; readonly cell: Figure }>(
  groups: readonly Group[],
  order: 'asc' | 'desc' | undefined,
): readonly Group[] {
  if (!order) return groups;
  const sign = order === 'asc' ? 1 : -1;
  const isBare = ({ withheld, cell }: Group): boolean => withheld || cell.value === null;
  return [
    ...groups
      .filter((group) => !isBare(group))
      .sort(({ cell: { value: left } }, { cell: { value: right } }) =>
        left === right ? 0 : (left ?? 0) < (right ?? 0) ? -sign : sign,
      ),
    ...groups.filter(isBare),
  ];
}

/** "1,412.50 USD (12 members with a value)". */
export function figureWords(
  { value, band, members, withheld }: Shown,
  { currency }: { readonly currency?: string | undefined },
): string {
  if (withheld) return 'not shown';
  if (value === undefined && band === undefined) return 'none is recorded';
  const said =
    band ?? (typeof value === 'string' ? value : currency ? amountWords(value ?? 0, currency) : sayNumber(value ?? 0));
  return `${said}${members === undefined ? '' : ` (${listed(members, 'member', 'members')} with a value)`}`;
}
