import type { Money } from '../domain/money.js';
import type { ChangeKind, Draft, Risk } from './port.js';

/** More records than this are not looked through one by one. */
export const BULK_OVER = 25;
const EVERY_RISK: readonly Risk[] = ['bulk', 'external', 'money', 'irreversible'];
const MONEY_MINUTES = 15;
const OTHER_MINUTES = 24 * 60;

/** The ceremonies an approval needs; of a kind nobody registered, all of them. */
export function risksOf(
  kind: Pick<ChangeKind, 'risks'> | undefined,
  drafts: readonly Pick<Draft, 'reversible'>[],
  money: readonly Money[] = [],
): readonly Risk[] {
  if (!kind) return EVERY_RISK;
  const risks = new Set<Risk>(kind.risks);
  if (drafts.length > BULK_OVER) risks.add('bulk');
  if (money.length > 0) risks.add('money');
  if (drafts.some((draft) => !draft.reversible)) risks.add('irreversible');
  return EVERY_RISK.filter((risk) => risks.has(risk));
}

/** A price may be another one soon: money waits a quarter of an hour, everything else a day. */
export const minutesToDecide = (risks: readonly Risk[]): number =>
  risks.includes('money') ? MONEY_MINUTES : OTHER_MINUTES;
