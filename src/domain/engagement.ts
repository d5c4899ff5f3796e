/*
 * engagement score  events of twelve months, weighted, each halved every so many days, as a mid-rank percentile within
 *                   the tier
 */
export const engagementKinds = [
  'attendance',
  'committee',
  'volunteer',
  'credit',
  'post',
  'purchase',
  'donation',
  'login',
  'mail_click',
  'page_view',
  'download',
  'mail_open',
] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/** What an association counts as engagement. */
export interface EngagementRule {
  /** Points of one event; of volunteering an hour, of a course a credit, of a committee a month of service. */
  readonly weights: Readonly<Record<EngagementKind, number>>;
  /** Days in which an event's points are halved. */
  readonly halfLifeDays: number;
}

export const usualEngagement: EngagementRule = {
  weights: {
    attendance: 5,
    committee: 5,
    volunteer: 3,
    credit: 3,
    post: 3,
    purchase: 3,
    donation: 3,
    login: 1,
    mail_click: 1,
    page_view: 0.5,
    download: 0.5,
    mail_open: 0.2,
  },
  halfLifeDays: 180,
};
