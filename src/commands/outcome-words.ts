import type { ShownProposal } from '../approvals/show.js';

type State = ShownProposal['changes'][number]['state'];

/** What came out of carrying a proposal out: its state, and how many records are done, failed, skipped, or wait. */
export function outcomeWords({ id, status, changes }: Pick<ShownProposal, 'id' | 'status' | 'changes'>): string {
  const counts = new Map<State, number>();
  for (const { state } of changes) counts.set(state, (counts.get(state) ?? 0) + 1);
  const said = [...counts].map(([state, count]) => `${count} ${state.replaceAll('_', ' ')}`).join(', ');
  const reasons = [...new Set(changes.flatMap(({ state, reason }) => (state !== 'done' && reason ? [reason] : [])))];
  return [
    `${id} is ${status.replaceAll('_', ' ')}: ${said}.`,
    ...reasons.map((reason) => `- ${reason}`),
    ...(status === 'pilot_done'
      ? ['Look at what came of the first records: /approve lets the rest go on, /reject ends it here.']
      : []),
  ].join('\n');
}
