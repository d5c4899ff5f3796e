/* The weights of the engagement score as one line: "attendance=5, login=1, ...". */
import { type EngagementKind, type EngagementRule, engagementKinds, usualEngagement } from '../domain/engagement.js';

export const weightsInWords = (weights: EngagementRule['weights']): string =>
  engagementKinds.map((kind) => `${kind}=${weights[kind]}`).join(', ');

const isKind = (name: string): name is EngagementKind => engagementKinds.some((kind) => kind === name);

/** Weights as written; kinds left unsaid keep the usual ones. Undefined where it is no such line. */
export function readWeights(line: string): EngagementRule['weights'] | undefined {
  const weights: Record<EngagementKind, number> = { ...usualEngagement.weights };
  for (const part of line.split(',')) {
    const [, name, value] = /^\s*(\w+)\s*=\s*(\d{1,4}(?:\.\d{1,3})?)\s*$/.exec(part) ?? [];
    if (name === undefined || value === undefined || !isKind(name)) return undefined;
    weights[name] = Number(value);
  }
  return weights;
}
