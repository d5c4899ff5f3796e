/** thread event: something that happened to a conversation from outside, which its next turn should know */
export const noticeKinds = ['proposal_approved', 'proposal_rejected', 'proposal_executed'] as const;
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
  const counts = (['done', 'skipped', 'failed', 'uncertain'] as const).flatMap((state) => {
    const count = Number(notice.facts[state] ?? 0);
    return count > 0 ? [`${count} ${state}`] : [];
  });
  return `${what} was carried out: ${counts.join(', ') || 'nothing to do'}.`;
}
