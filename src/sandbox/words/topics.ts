/* What members' texts are about. */
export const topics = [
  'dues_billing',
  'website_login',
  'conference_content',
  'venue',
  'networking',
  'certification_courses',
  'customer_service',
  'advocacy',
  'publications',
  'volunteering',
  'membership_value',
  'renewal_process',
] as const;
export type Topic = (typeof topics)[number];

export type Sentiment = 'positive' | 'neutral' | 'mixed' | 'negative';
export type Urgency = 'high' | 'medium' | 'low';

/**
 * How people put one kind of experience. `{a|b}` is one of several words, `$name` a fact or a personal detail that
 * `telling` knows. `what` is a whole sentence, `short` fits a box on a form, `ask` is what is wanted now.
 */
export interface ExperienceWords {
  readonly topic: Topic;
  readonly sentiment: 'positive' | 'neutral' | 'negative';
  readonly urgency: Urgency;
  readonly what: readonly string[];
  readonly short: readonly string[];
  readonly ask: readonly string[];
  /** Subjects of a case, a letter or a post. */
  readonly subject: readonly string[];
}
