/*
 * The bands in which whoever sees no amounts sees money, and at whose edges alone such a person may ask: an amount
 * between two edges cannot be found by trying one threshold after another.
 */
import { fromMajor, type Money, toMajor } from '../domain/money.js';

/** Edges in major units, as people say them: each band is two to five times the one before. */
const EDGES = [0, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000];

export interface Band {
  /** Major units, included. */
  readonly from: number;
  /** Not included; absent of the highest band. */
  readonly to?: number;
}

/** The band of an amount above 0; undefined of none. */
export function bandOf(amount: Money): Band | undefined {
  const major = toMajor(amount);
  if (major <= 0) return undefined;
  const above = EDGES.findIndex((edge) => edge > major);
  const to = EDGES[above];
  return above < 0 || to === undefined ? { from: EDGES.at(-1) ?? 0 } : { from: EDGES[above - 1] ?? 0, to };
}

/** The edge an amount is nearest to, in minor units; of two as near the higher. */
export function nearestEdge(amount: Money): number {
  const major = toMajor(amount);
  const nearest = EDGES.reduce((best, edge) => (Math.abs(edge - major) <= Math.abs(best - major) ? edge : best));
  return minorOf(nearest, amount.currency);
}

/** Major units as minor ones. */
export const minorOf = (major: number, currency: string): number => fromMajor(major, currency).minor;
