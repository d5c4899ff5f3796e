import * as z from 'zod';
import { engagementOf } from '../../../src/members/engagement-of.js';
import { section } from './section.js';

const Score = z
  .strictObject({ score: z.number().int(), previous: z.number().int().optional(), tier: z.string(), asOf: z.string() })
  .optional();
type Score = z.infer<typeof Score>;

export const engagement = section<Score>({
  shape: Score,
  async read({ memberId }, { clock, database, settings }) {
    const { score, previous, tier, asOf } = await engagementOf(database, {
      memberId,
      today: clock.today(),
      rule: settings.engagement,
    });
    if (score === undefined || !tier) return undefined;
    return { score, ...(previous !== undefined && { previous }), tier, asOf };
  },
  words: (value) => (value ? [scoreWords(value)] : []),
  async receipts(value, give, member) {
    if (value) await give(value.score, 'engagement score', `of ${member}: ${scoreWords(value)}`);
  },
});

function scoreWords({ score, previous, tier }: NonNullable<Score>): string {
  const trend =
    previous === undefined
      ? ''
      : score === previous
        ? ', as 90 days before'
        : `, ${score > previous ? 'up' : 'down'} from ${previous} 90 days before`;
  return `Engagement: ${score} of 100 within the tier ${tier}${trend}.`;
}
