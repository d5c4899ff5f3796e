/** thread event: something that happened to a conversation from outside, which its next turn should know */
export const noticeKinds = [
  'proposal_approved',
  'proposal_rejected',
  'proposal_edited',
  'proposal_piloted',
  'proposal_executed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Ids, counts and words of our own: people as pseudonyms, never names, and nothing anybody typed. */
export interface NoticeFacts {
  readonly proposal: string;
  readonly summary: string;
  readonly [fact: string]: unknown;
}

export interface NewNotice {
  readonly thread: string;
  readonly kind: NoticeKind;
  readonly facts: NoticeFacts;
  readonly at: Date;
}

export interface Notice extends NewNotice {
  readonly id: number;
}

/** One sentence, with pseudonyms for people. */
export function noticeWords(notice: NewNotice): string {
  const { proposal, summary } = notice.facts;
  const what = `${proposal} (${summary})`;
  if (notice.kind === 'proposal_approved') return `${what} was approved.`;
  if (notice.kind === 'proposal_rejected') return `${what} was rejected.`;
  if (notice.kind === 'proposal_edited')
    return `${what} was edited: ${String(notice.facts['by'])} stands in its place.`;
  const counts = (['done', 'skipped', 'failed', 'uncertain'] as const).flatMap((state) => {
    const count = Number(notice.facts[state] ?? 0);
    return count > 0 ? [`${count} ${state}`] : [];
  });
  const result = counts.join(', ') || 'nothing to do';
  return notice.kind === 'proposal_piloted'
    ? `The first records of ${what} were carried out: ${result}. The rest, ${Number(notice.facts['waiting'] ?? 0)}, waits for a person to look and go on.`
    : `${what} was carried out: ${result}.`;
}
