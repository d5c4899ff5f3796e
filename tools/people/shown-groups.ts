/** Which groups of many an answer shows: the first, or of periods the latest. */

export const MOST_GROUPS = 30;

export interface ShownGroups<Group> {
  readonly groups: readonly Group[];
  readonly leftOut: number;
  /** Of periods of which the earlier ones are left out: the first that is shown. */
  readonly from?: string;
}

export function shownGroups<Group extends { readonly values: readonly string[] }>(
  all: readonly Group[],
  { limit = MOST_GROUPS, isByTime }: { readonly limit?: number | undefined; readonly isByTime: boolean },
): ShownGroups<Group> {
  const leftOut = Math.max(0, all.length - limit);
  if (leftOut === 0 || !isByTime) return { groups: all.slice(0, limit), leftOut };
  const groups = all.slice(-limit);
  const from = groups[0]?.values[0];
  return { groups, leftOut, ...(from !== undefined && { from }) };
}
