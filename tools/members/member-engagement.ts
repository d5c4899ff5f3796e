import * as z from 'zod';
import { engagementOf } from '../../src/members/engagement-of.js';
import { defineTool, type ToolContext } from '../define.js';
import { Person, toolInput } from '../parameters.js';
import { onePerson } from '../people/one-person.js';
import { viewOf } from '../perspective.js';
import { figure } from '../saying.js';

const Output = z.strictObject({
  member: z.string(),
  tier: z.string().optional(),
  score: z.number().int().optional().describe('0 to 100; left out where none was computed.'),
  previous: z.number().int().optional(),
  tierMedian: z.number().optional(),
  asOf: z.string(),
  months: z.array(z.strictObject({ month: z.string(), score: z.number().int() })),
  kinds: z.array(z.strictObject({ kind: z.string(), count: z.number(), points: z.number() })),
  kindsLeftOut: z.array(z.string()),
  since: z.string(),
  readAt: z.string(),
});

type Output = z.infer<typeof Output>;

export const memberEngagement = defineTool({
  name: 'member_engagement',
  title: "One member's engagement, compared with the tier",
  description:
    "How engaged exactly one person or organisation is: the score (0 to 100, a percentile within the tier), the tier's median, the score by month over a year, and which kinds of activity make it up. For everything else known of the member use member_profile; for the engagement of many people measure_members with the field engagement.",
  input: toolInput({ member: Person }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'how involved',
    'how well engaged is',
    'how well does',
    'how does',
    'how do',
    'involvement of',
    'the involvement of',
    '*involvement',
    'engagement level of',
    'participation of',
    'activity of',
    'activity level of',
    'how participating is',
    'how much does',
    'compare',
    'how active',
    'how keen is',
    'what is the engagement of',
    'what is the score of',
    'how engaged is',
    'how engaged',
    'how active is',
    'how involved is',
    'engagement of',
    'engagement score of',
    'engagement history of',
    '*engagement',
    '*engagement score',
    '+*score',
    '+engagement score',
    'engagement',
    'score of',
    'how is',
    'show',
    'show me',
    '+engaged',
    '+involvement',
    '+participation',
    '+activity level',
    '+engagement level',
    '+engagement history',
    '+stack up',
    '+stack up against others',
    '+stack up against other individuals',
    '+stack up against other members',
    '+stack up against the others',
    '+stack up against peers',
    '+compare',
    '+compare with others',
    '+compare to others',
    '+compare with other members',
    '+compare to other members',
    '+compare with other individuals',
    '+compare to other individuals',
    '+compare with peers',
    '+compare with their peers',
    '+compare with the rest',
    '+compare with the rest of the tier',
    '+compare with their tier',
    '+compare with the tier',
    '+compare against others',
    '+measure up',
    '+measure up against others',
    '+measure up against other members',
    '+rank',
    '+rank among',
    '+rank among others',
    '+rank within',
    '+rank in the tier',
    '+rank within the tier',
    '+take part',
    '+against others',
    '+against their tier',
    '+against peers',
    '+compared with peers',
    '+compared to peers',
    '+compared with other members',
    '+compared to other members',
    '+compared with other individuals',
    '+compared to other individuals',
    '+compared with the rest',
    '+versus others',
    '+vs others',
    '+versus their tier',
    '+vs their tier',
    '+than others',
    '+involved',
    '+engagement score',
    'engagement history',
    '+compared with their tier',
    '+tier',
    '+compared with',
    '+compared to',
    '+compared with his tier',
    '+compared with her tier',
    '+compared to their tier',
    '+compared to his tier',
    '+compared to her tier',
    '+compared with the tier',
    '+compared with others',
    '+compared to others',
  ],
  examples: [
    { says: 'how engaged is {member}', arguments: { member: '{member}' } },
    { says: 'how engaged is {member}, compared with their tier', arguments: { member: '{member}' } },
    { says: "{member}'s engagement history", arguments: { member: '{member}' } },
  ],
  async run({ member }, context) {
    const { database, clock, settings } = context;
    const { memberId, line } = await onePerson(member, context);
    const { readAt } = await viewOf(context);
    const found = await engagementOf(database, { memberId, today: clock.today(), rule: settings.engagement });
    const answer = {
      ...found,
      member: line.member,
      months: found.months.map((one) => ({ ...one })),
      kinds: found.kinds.map((one) => ({ ...one })),
      kindsLeftOut: [...found.kindsLeftOut],
      readAt,
    };
    await receiptsFor(answer, context);
    return answer;
  },
  words(answer) {
    const { member, tier, score, previous, tierMedian, asOf, months, kinds, kindsLeftOut, since } = answer;
    if (score === undefined)
      return [
        `${member} has no engagement score: ${tier ? 'none was computed yet' : 'a score compares within a tier, and no tier is recorded'}.`,
        ...kindLines(kinds, since, asOf),
      ].join('\n');
    const change = previous === undefined ? '' : `; 90 days before it was ${previous} (${trend(score - previous)})`;
    return [
      `Engagement of ${member} as of ${asOf}: ${score} of 100${tier ? `, the percentile among the members of the tier ${tier}` : ''}${change}.`,
      ...(tierMedian === undefined
        ? []
        : [`The median of the tier is ${figure(tierMedian)}: ${compared(score, tierMedian)}.`]),
      ...(months.length > 0 ? [`By month: ${months.map((one) => `${one.month} ${one.score}`).join(', ')}.`] : []),
      ...kindLines(kinds, since, asOf),
      ...(kindsLeftOut.length > 0
        ? [
            `Left out, because their data reach back less than twelve months: ${kindsLeftOut.map(kindWords).join(', ')}.`,
          ]
        : []),
    ].join('\n');
  },
});

const said: Readonly<Record<string, string>> = {
  attendance: 'events attended',
  committee: 'months on a committee',
  volunteer: 'volunteer hours',
  credit: 'course credits',
  post: 'posts',
  purchase: 'purchases',
  donation: 'donations',
  login: 'logins',
  mail_click: 'e-mail clicks',
  page_view: 'page views',
  download: 'downloads',
  mail_open: 'e-mail opens',
};
const kindWords = (kind: string): string => said[kind] ?? kind;

const kindLines = (kinds: Output['kinds'], since: string, asOf: string): string[] =>
  kinds.length === 0
    ? [`Nothing that counts was recorded from ${since} to ${asOf}.`]
    : [
        `From ${since} to ${asOf}: ${kinds.map((one) => `${kindWords(one.kind)} ${figure(one.count)} (${figure(one.points)} points)`).join(', ')}.`,
      ];

const trend = (change: number): string =>
  change === 0 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${Math.abs(change)}`;

// A percentile within ten of the middle is an ordinary one.
const ORDINARY = 10;
const compared = (score: number, median: number): string =>
  Math.abs(score - median) <= ORDINARY
    ? 'about as engaged as most'
    : score > median
      ? 'more engaged than most'
      : 'less engaged than most';

async function receiptsFor(
  { member, tier, score, previous, tierMedian, months, kinds, since, asOf: to, readAt }: Output,
  context: ToolContext,
): Promise<void> {
  const asOf = context.clock.today();
  const give = (value: number, unit: string, population: string) =>
    context.receipt({ value, unit, asOf, readAt, population });
  const within = `within the tier ${tier ?? ''}, of 100`;
  if (score !== undefined) await give(score, 'engagement score', `of ${member} as of ${to}, percentile ${within}`);
  if (previous !== undefined && score !== undefined)
    await give(
      previous,
      'engagement score',
      `of ${member} 90 days before ${to}; the change is ${Math.abs(score - previous)}`,
    );
  if (tierMedian !== undefined)
    await give(tierMedian, 'engagement score', `median of the members in the tier ${tier ?? ''} on ${to}`);
  if (months.length > 0)
    await give(
      months.length,
      'months',
      `engagement of ${member} by month: ${months.map((one) => `${one.month} ${one.score}`).join(', ')}`,
    );
  for (const one of kinds)
    await give(one.count, kindWords(one.kind), `of ${member} from ${since} to ${to}, ${figure(one.points)} points`);
}
